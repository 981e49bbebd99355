"""What walls ask, by language: the rest of a text in exchange for a subscription, an account, a payment.

By language, words of which each of its walls has one, in lower case, and the patterns. Each pattern needs both halves,
what is asked for and what is to be had, or names this text as one for subscribers.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Mapping

_ACT: Final = (
    r"(?:(?:please )?(?:subscribe|register|log ?in|sign[ -]?in|sign[ -]?up|join|upgrade|pay|purchase|become an? "
    r"(?:\w+ )?(?:subscriber|member|supporter)|(?:create|open) (?:an?|your)(?: free)? account|start (?:a|your)[\w "
    r"]{0,20} trial))"
)
_READ_ON: Final = (
    r"(?:continue|keep (?:on )?reading|read (?:on|more|this|the (?:full|rest|whole|entire|complete))|finish reading|"
    r"unlock (?:this|it|full|the (?:rest|whole|full (?:article|story|text|post)))\b|(?:get |gain )?access (?:to "
    r")?(?:this|the (?:full|rest))|view the (?:full|"
    r"rest)|see the (?:full|rest|whole))"
)
_THIS: Final = r"(?:this|the) (?:\w+ )?(?:article|story|post|piece|content|page|issue|report|newsletter|text)"

RESERVED: Final[Mapping[str, tuple[str, str]]] = {
    "en": (
        "(?:the rest|remainder) of this",
        (
            "(?:for (?:paid |our )?(?:subscribers|members) only|(?:subscribers?|members?)[ -]only(?: (?:article|"
            "story|content|"
            "post))?)"
        ),
    ),
    "de": (
        "artikel|beitrag|text|inhalt",
        (
            r"(?:nur|exklusiv|ausschließlich|reserviert|exklusiver inhalt) für (?:\w+ ){0,2}(?:\w{0,12}abonnent|"
            r"registriert|"
            r"angemeldet|mitglied)\w*"
        ),
    ),
    "fr": (
        "article|contenu|suite|accès|lecture|intégralité|texte",
        r"(?:réservée?s?|exclusi\w+|accessible) (?:aux |à nos |nos |pour (?:les |nos )?)(?:abonn|membres)\w*",
    ),
    "es": (
        "artículo|contenido|nota|noticia|texto|información",
        (
            r"(?:exclusiv[oa]s?|s[óo]lo|reservad[oa]s?) (?:para|a) (?:\w+ )?(?:suscriptor[ea]s|suscritos|"
            r"abonados|socios|"
            "registrados)"
        ),
    ),
    "pt": (
        "conteúdo|artigo|matéria|reportagem|texto|notícia",
        (
            r"(?:exclusiv[oa]|só|somente|apenas|restrit[oa]) (?:para|a|de) (?:os )?(?:\w+ )?(?:assinantes|cadastrados|"
            "subscritores)"
        ),
    ),
    "it": (
        "articolo|contenut[oi]|testo|lettura",
        (
            r"(?:riservat[oa]|solo|soltanto|esclusiv\w+|contenut[oi]) (?:per|agli|ai) (?:gli |i )?(?:\w+ "
            r")?(?:abbonati|"
            "iscritti|registrati)"
        ),
    ),
    "nl": (
        "artikel|inhoud|verhaal|tekst",
        r"(?:alleen|exclusief|uitsluitend) (?:\w+ )?voor (?:\w+ )?(?:abonnees|leden)",
    ),
    "pl": (
        "artykuł|tekst|treść|treści|materiał|dostęp",
        r"(?:tylko|wyłącznie|jedynie) dla (?:\w+ )?(?:subskrybentów|prenumeratorów|zalogowanych|subskrybentow)",
    ),
    "sv no da fi": (
        r"artik|\bsake?n|innehåll|innhold|indhold|texten|teksten|juttu|sisältö",
        (
            r"(?:(?:bara|endast|enbart|kun|bare|exklusiv\w*|eksklusiv\w*) f[öo]r (?:dig som är |våra |våre |alla )?"
            r"(?:prenumerant|abonnent|medlem)\w*|vain (?:\w+ )?tilaajille)"
        ),
    ),
    "cs sk hu tr ru uk": (
        "článek|článok|text|obsah|cikk|tartalom|içerik|haber|yazı|материал|текст|статья|контент|матеріал|стаття",
        (
            r"(?:(?:jen|pouze|iba|len) (?:pro|pre) (?:\w+ )?(?:předplatitele|predplatiteľov|přihlášené|"
            r"registrované)|csak "
            r"előfizető\w*|aboneler(?:e|imize) özel\w*|(?:только|лише|тільки) (?:для |нашим )?(?:\w+ )?(?:подписчик|"
            r"передплатник)\w*)"
        ),
    ),
    "ro el et lv lt bg hr sl ca": (
        (
            "articol|conținut|άρθρο|περιεχόμενο|artik|lugu|sisu|raksts|saturs|straipsnis|turinys|статия|"
            "съдържание|članak|"
            "sadržaj|članek|vsebina|contingut|article"
        ),
        (
            r"(?:(?:doar|numai|exclusiv) (?:pentru )?(?:\w+ )?abonați\w*|μόνο (?:για|σε) (?:\w+ )?συνδρομητές|"
            r"(?:ainult|"
            r"vaid) tellija\w*|tikai (?:\w+ )?abonentiem|tik (?:\w+ )?prenumeratoriams|само за (?:\w+ "
            r")?абонати|samo za "
            r"(?:\w+ )?(?:pretplatnike|naročnike)|(?:exclusiu|només) (?:per a|per als) (?:\w+ )?subscriptors)"
        ),
    ),
    "ar he id vi hi": (
        "المقال|المحتوى|כתבה|תוכן|artikel|konten|bài|nội dung",
        (
            r"(?:للمشتركين فقط|למנויים בלבד|(?:khusus|hanya untuk|khusus untuk) (?:\w+ )?pelanggan|chỉ dành cho "
            r"(?:\w+ "
            r")?thành viên)"
        ),
    ),
    "ja ko zh": (
        "기사|콘텐츠|글은",
        (
            r"(?:(?:구독자|유료 ?회원|프리미엄 ?회원|멤버십 ?회원)[^.\n]{0,4}"
            r"(?:전용|만 볼 수 있는 (?:기사|콘텐츠)|만 )(?:입니다)?)"
        ),
    ),
}
"""By language, what a text is called, and how it is said to be kept for some: it counts with that name before "
"it, or as
a whole line. An evening may be only for members, too."""

WALLS: Final[Mapping[str, tuple[str, tuple[str, ...]]]] = {
    "en": (
        "read|continue|unlock|subscri|member|patron|support|access|preview|view the|view this|see the|register",
        (
            rf"{_ACT}[^.!?\n]{{0,60}} (?:to|and) {_READ_ON}",
            r"^(?:subscribe|register) to (?:read|continue)\b",
            (
                rf"^get (?:full |unlimited )?access to {_THIS}|want to (?:keep reading|read (?:on|the (?:full|"
                rf"rest|whole)))"
            ),
            r"the end of (?:your|the|this) (?:free )?preview",
            rf"{_ACT}[^.!?\n]{{0,20}} for (?:free |full |instant |unlimited )?access to {_THIS}",
            (
                rf"\bto {_READ_ON}[^.!?\n]{{0,40}}[,:]? (?:please |you must |you need to |you have to |simply )?"
                rf"{_ACT}"
            ),
            r"\bto (?:continue reading|read on|read the (?:full|rest))",
            rf"(?:continue|keep) reading (?:{_THIS} )?(?:for|with) (?:free|an?|your|one|the|\w+\+)(?=\W|$)",
            (
                rf"{_THIS} is (?:only |exclusively |exclusive |just |reserved |available |limited |restricted |"
                rf"locked )*"
                r"(?:for|to) (?:our |paid |paying |registered |premium |digital |[\w+]+ |\w+ (?:and|or|&) \w+ )?"
                r"(?:subscribers|members|users|patrons|supporters)\b(?! of)"
            ),
            rf"{_THIS} (?:and )?requires an? (?:\w+ )?(?:subscription|account|membership)",
            r"(?:requires|need) an? (?:\w+ )?(?:subscription|account|membership) to (?:read|view|access)",
            r"\bthis is (?:an? )?(?:premium|paid|(?:subscriber|member)s?[ -]only) (?:article|content|story|post)",
            (
                r"(?:must|need to|have to) be (?:an? (?:\w+ )?(?:subscriber|member)|logged in|signed in|"
                r"registered) to "
                r"(?:read|view|access|continue)"
            ),
            r"(?:unauthori[sz]ed|not authori[sz]ed|not allowed) to (?:view|access|read) this",
            rf"unlock {_THIS}",
        ),
    ),
    "de": (
        (
            "lesen|lies|abonn|regist|anmeld|einlogg|testen|freischalt|artikel|beitrag|inhalt|exklusiv|mitglied|"
            "angemeldet|text"
        ),
        (
            r"(?:weiterlesen|lesen sie (?:jetzt |hier )?weiter|lesen sie (?:diesen|den ganzen)) [^.!?\n]{0,30}mit\b",
            r"jetzt (?:\w+ ){0,3}weiterlesen\W*$|^jetzt weiterlesen",
            (
                r"um (?:weiterzulesen|weiter zu lesen|(?:diesen|den)[^.!?\n]{0,30} (?:weiter|zu ende|"
                r"vollständig)?(?:zu)?\s?lesen)"
            ),
            (
                r"(?:abonnieren|registrieren|anmelden|einloggen|testen|freischalten)[^.!?\n]{0,20} und "
                r"(?:weiter|alles|"
                r"diesen)"
            ),
            (
                r"(?:dieser|diesen|der ganze|der vollständige) (?:artikel|beitrag|text|inhalt)[^.!?\n]{0,30}"
                r"(?:nur|exklusiv|ausschließlich|kostenpflichtig|freischalten|abonnent|angemeldete|registrierte|für "
                r"(?:\w+ )?mitglieder)"
            ),
            r"(?:artikel|beitrag|text|inhalt) gehört zu[^.!?\n]{0,30}(?:\w\+|plus\b|premium\b|abo\b)",
            (
                r"mit [^.!?\n]{0,30}abo\w{0,10}\b[^.!?\n]{0,20} (?:den ganzen|diesen|den vollständigen|den "
                r"kompletten) "
                r"(?:artikel|beitrag|text)"
            ),
            r"(?:artikel|text|beitrag) (?:jetzt )?(?:freischalten|weiterlesen|kaufen)",
            r"(?:mitglied|abonnent)(?:in)? [^.!?\n]{0,20}und (?:lies|lesen sie) (?:weiter|diesen|den)",
        ),
    ),
    "fr": (
        "abonn|lire|lecture|accéd|poursuivre|découvrir|continuer|débloqu|réservé",
        (
            (
                r"(?:abonnez-vous|inscrivez-vous|connectez-vous|identifiez-vous|créez un "
                r"compte)[^.!?\n]{0,40}(?:pour|et) "
                r"(?:lire|continuer|poursuivre|accéder|découvrir (?:la suite|cet article|l['’]))"
            ),
            (
                r"pour (?:lire (?:la suite|l['’]intégralité|cet article)|continuer (?:la|votre|à) l|poursuivre (?:la|"
                r"votre) l|accéder à (?:l['’]intégralité|cet))"
            ),
            r"débloque[rz] (?:cet |l['’])(?:article|intégralité)",
        ),
    ),
    "es": (
        "suscri|abonados|socios|registrad|leer|leyendo|accede|artículo|contenido",
        (
            (
                r"(?:suscr[íi]be\w*|reg[íi]str\w+|inicia sesión|hazte \w+)[^.!?\n]{0,40} (?:para|y) (?:(?:seguir|"
                r"continuar) "
                r"leyendo|sigue leyendo|leer|acceder? a)"
            ),
            (
                r"para (?:seguir|continuar) leyendo|(?:desbloquea|para leer) (?:este|el) (?:artículo|contenido)(?: "
                r"complet)?"
            ),
        ),
    ),
    "pt": (
        "assin|cadastr|subscritores|continu|acess|ler|leia",
        (
            (
                r"(?:assine|cadastre-se|faça (?:o )?login|torne-se assinante)[^.!?\n]{0,40} (?:para|e) (?:continu|"
                r"ler|leia|"
                r"acess|ter)"
            ),
            r"para continuar (?:lendo|a ler|a leitura)",
        ),
    ),
    "it": (
        "abbonat|iscri|registra|continu|legger|prosegu|sblocca|la lettura",
        (
            r"(?:vuoi|per) leggere (?:l['’]articolo completo|tutto l['’])|vuoi continuare a leggere",
            (
                r"(?:abbonati|registrati|accedi|iscriviti)[^.!?\n]{0,40} (?:per|e) (?:continu|legger[ei] (?:l['’]|"
                r"tutt|quest)|prosegui|sblocca)"
            ),
            (
                r"per (?:continuare|proseguire) (?:a leggere|la lettura)|sblocca (?:questo|l['’])(?: ?articolo| "
                r"?contenuto)"
            ),
        ),
    ),
    "nl": (
        "abonnee|leden|lezen|lees|account",
        (
            (
                r"(?:abonneer|word (?:abonnee|lid)|log in|registreer|meld)[^.!?\n]{0,40} (?:om|en) "
                r"[^.!?\n]{0,30}(?:lees|"
                r"lezen)"
            ),
            r"om (?:verder|het hele|dit hele|dit artikel)[^.!?\n]{0,20} te lezen",
            r"lees (?:nu |gratis )?(?:verder|dit artikel|het hele artikel)[^.!?\n]{0,20} met (?:een|je|uw|jouw)\b",
            r"account aan[^.!?\n]{0,20} (?:om|en) [^.!?\n]{0,20}(?:lees|lezen)",
        ),
    ),
    "pl": (
        "subskryben|prenumer|zalogowan|czyta|przeczyta|kontynuow|dostęp|dostępn|odblok",
        (
            (
                r"chcesz (?:czytać dalej|przeczytać (?:cały|całość|dalej))|aby (?:czytać dalej|przeczytać "
                r"(?:cały|całość|dalej)|kontynuować)|dalsz(?:y ciąg|a "
                r"część)[^.!?\n]{0,30} "
                r"dostępn"
            ),
            (
                r"(?:zaloguj|wykup|zarejestruj|kup|subskrybuj)[^.!?\n]{0,40}(?:czytaj dalej|przeczyta|"
                r"dostęp do (?:całe|tego|"
                r"artykuł))"
            ),
            (
                r"(?:przeczytasz|czytaj dalej)[^.!?\n]{0,30} z (?:\w+ )?(?:prenumerat|subskrypcj)|odblokuj "
                r"(?:ten |cały )?"
                r"artykuł"
            ),
        ),
    ),
    "sv no da fi": (
        "abonn|medlem|prenumer|läs|les|læs|tilaa|lukem",
        (
            (
                r"(?:artikeln|artiklen|artikkelen|saken) (?:är|er) (?:\w+ )?(?:för|for) (?:\w+ )?(?:prenumerant|"
                r"abonnent|"
                r"medlem)"
            ),
            r"(?:må|skal) (?:du )?være (?:abonnent|medlem|logget inn)|kr[äæ]ver (?:en )?(?:prenumeration|abonnement)",
            (
                r"(?:för att|for å|for at) (?:läsa (?:vidare|hela|mer\W*$)|lese (?:videre|hele|mer\W*$|saken)|læse "
                r"(?:videre|hele|artik))"
            ),
            r"fort(?:sätt|sett|sæt) (?:att |å |med at )?l[äeæ]s[ae][^.!?\n]{0,20} med ",
            (
                r"(?:läs|les|læs) (?:vidare|videre|hele \w+) (?:med|for|i) |(?:jatka "
                r"lukemista|lue koko)[^.!?\n]{0,30}tilaa"
            ),
            (
                r"(?:jutun|artikkelin|tekstin) lukeminen (?:vaatii|edellyttää)|tilaa[^.!?\n]{0,20} ja (?:jatka "
                r"lukemista|"
                r"lue (?:koko )?(?:juttu\W*$|artikkeli))"
            ),
        ),
    ),
    "cs sk hu tr ru uk": (
        (
            "předpla|predpla|přihlášen|registrovan|dočt|dočít|pokračov|odemkn|odomkn|"
            "előfiz|okumak|aboneler|подпис|чтобы|передплат|щоб"
        ),
        (
            r"(?:pro (?:dočtení|pokračování)|odemkněte|odomknite)[^.!?\n]{0,30}|(?:na|pre) dočítanie",
            r"(?:článek|článok|text|obsah)[^.!?\n]{0,40} (?:jen|pouze|iba|len) (?:předplatitel|predplatite)",
            r"dočtěte (?:si )?(?:tento |celý )článek|předpla[ťt]te si[^.!?\n]{0,30} (?:čtěte dál|dočtěte)",
            r"(?:tovább|olvasá)[^.!?\n]{0,20}előfizet|cikk[^.!?\n]{0,30}előfizetőink",
            r"(?:devamını|tamamını) okumak için[^.!?\n]{0,30}(?:abone|üye|giriş)",
            (
                r"(?:материал|текст|статья)[^.!?\n]{0,20} (?:по подписке|подписчик)|чтобы (?:читать дальше|"
                r"продолжить чтение|прочитать (?:полн|весь|"
                r"всю|стать|текст|материал))"
            ),
            r"щоб (?:читати далі|продовжити читання)",
        ),
    ),
    "ro el et lv lt bg hr sl ca": (
        (
            "abona|citi|συνδρομητ|lugemiseks|tellija|abonent|lasī|prenumerator|skaity|абонат|pretplat|naročnik|"
            "subscript|llegint"
        ),
        (
            r"pentru a (?:citi (?:mai departe|întregul|tot)|continua lectura)",
            r"γίνετε συνδρομητ\w+[^.!?\n]{0,20} (?:για|και) να (?:συνεχ|διαβ)",
            r"(?:artikli|loo|edasi) lugemiseks|edasilugemiseks",
            r"lai (?:turpinātu lasīt|lasītu tālāk)|(?:norėdami|kad) (?:skaityti|skaitytumėte|tęstumėte)",
            r"per (?:continuar|seguir) llegint",
        ),
    ),
    "ar he id vi hi": (
        "للمشتركين|القراءة|למנויים|pelanggan|berlangganan|thành viên|đọc tiếp|के लिए",
        (
            r"(?:اشترك|سجل)[^.!?\n]{0,20}(?:لمتابعة|لمواصلة) القراءة",
            r"berlangganan (?:untuk|dan) (?:lanjut|membaca|baca)",
            r"(?:đăng ký|đăng nhập) để (?:đọc tiếp|tiếp tục đọc)",
            r"(?:आगे|पूरी?|पूरा) [^.!?\n]{0,15}पढ़ने के लिए[^.!?\n]{0,20}(?:सब्सक्राइब|लॉगिन|सदस्य)",
        ),
    ),
    "ja ko zh": (
        "記事|コンテンツ|続き|登録|ログイン|ここから先|구독|로그인|회원|멤버십|阅读|閱讀|继续|繼續|付费|付費|会员|會員",
        (
            r"この(?:記事|コンテンツ)は[^。\n]{0,12}(?:会員|有料)|(?:会員限定|有料)(?:記事|コンテンツ)です",
            r"続きを(?:読む|お読みいただく)には|(?:登録|ログイン)(?:する|して|すると)[^。\n]{0,15}(?:読|ご覧)",
            r"^(?:ここから先|この続き|続き)は(?:$|[^。\n]{0,12}(?:会員|有料|登録|ログイン|購読))",
            r"(?:로그인|구독|가입) ?(?:후|하)[^.\n]{0,15}(?:읽|보실|이용|전문)|전문을[^.\n]{0,10}(?:로그인|구독)",
            r"(?:订阅|登录|登錄|訂閱)[^。\n]{0,8}(?:阅读全文|繼續閱讀|继续阅读|閱讀全文)",
            r"(?:本文|全文|此文|文章)[^。\n]{0,8}(?:付费|付費|会员专享|會員專享|會員限定|订阅用户|訂閱用戶)",
        ),
    ),
}
