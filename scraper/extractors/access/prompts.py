"""What walls, meters and cut texts say, by language: a wall asks for something in exchange for the rest of the text.

Words alone never prove a wall: where they stand decides (`walls`). Each pattern needs both halves, what is asked for
and what is to be had, so that an invitation to a newsletter or a link to the next article is none.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Mapping

    from scraper.extractors.access.terms import Says

LONGEST_PROMPT: Final = 300
"""Characters above which a block is no prompt, but an article about walls."""

_ACT: Final = (
    r"(?:(?:please )?(?:subscribe|register|log ?in|sign[ -]?in|sign[ -]?up|join|upgrade|pay|purchase|become an? "
    r"(?:\w+ )?(?:subscriber|member|supporter)|(?:create|open) (?:an?|your)(?: free)? account|start (?:a|your)[\w "
    r"]{0,20} trial))"
)
_READ_ON: Final = (
    r"(?:continue|keep (?:on )?reading|read (?:on|more|this|the (?:full|rest|whole|entire|complete))|finish reading|"
    r"unlock (?:this|it|the|your|full)\b|(?:get |gain )?access (?:to )?(?:this|the (?:full|rest))|view the (?:full|"
    r"rest)|see the rest)"
)
_THIS: Final = r"(?:this|the) (?:\w+ )?(?:article|story|post|piece|content|page|issue|report|newsletter|text)"

_WALLS: Final[Mapping[str, tuple[str, tuple[str, ...]]]] = {
    "en": (
        "read|continue|unlock|subscri|member|access|view the|view this|see the rest|register",
        (
            rf"{_ACT}[^.!?\n]{{0,60}} (?:to|and) {_READ_ON}",
            r"^(?:subscribe|register) to (?:read|continue)\b",
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
                r"(?:subscribers|members|users)\b(?! of)"
            ),
            rf"{_THIS} (?:and )?requires an? (?:\w+ )?(?:subscription|account|membership)",
            r"requires an? (?:\w+ )?(?:subscription|account|membership) to (?:read|view|access)",
            r"\bthis is (?:an? )?(?:premium|paid|(?:subscriber|member)s?[ -]only) (?:article|content|story|post)",
            (
                r"(?:must|need to|have to) be (?:an? (?:\w+ )?(?:subscriber|member)|logged in|signed in|registered) to "
                r"(?:read|view|access|continue)"
            ),
            r"(?:unauthori[sz]ed|not authori[sz]ed|not allowed) to (?:view|access|read) this",
            rf"unlock {_THIS}",
            (
                r"for (?:paid |our )?(?:subscribers|members) only|(?:subscribers?|members?)[ -]only (?:article|"
                r"story|content|"
                r"post)"
            ),
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
                r"(?:abonnieren|registrieren|anmelden|einloggen|testen|freischalten)[^.!?\n]{0,20} und (?:weiter|alles|"
                r"diesen)"
            ),
            (
                r"(?:dieser|diesen|der ganze|der vollständige) (?:artikel|beitrag|text|inhalt)[^.!?\n]{0,30}"
                r"(?:nur|exklusiv|ausschließlich|kostenpflichtig|freischalten|abonnent|angemeldete|registrierte|für "
                r"(?:\w+ )?mitglieder)"
            ),
            r"(?:artikel|beitrag|text|inhalt) gehört zu[^.!?\n]{0,30}(?:\w\+|plus\b|premium\b|abo\b)",
            r"mit [^.!?\n]{0,30}abo\w{0,10}\b[^.!?\n]{0,20} (?:den ganzen|diesen|den vollständigen|den kompletten) "
            r"(?:artikel|beitrag|text)",
            (
                r"(?:nur|exklusiv|reserviert|exklusiver inhalt) für (?:\w+ ){0,2}(?:abonnent|registrierte|angemeldete|"
                r"mitglieder)"
            ),
            r"(?:artikel|text|beitrag) (?:jetzt )?(?:freischalten|weiterlesen|kaufen)",
            r"(?:mitglied|abonnent)(?:in)? [^.!?\n]{0,20}und (?:lies|lesen sie) (?:weiter|diesen|den)",
        ),
    ),
    "fr": (
        "abonn|lire|lecture|accéd|poursuivre|découvrir|continuer|débloqu|réservé",
        (
            r"(?:réservée?s?|exclusi\w+ (?:pour|aux)) (?:aux |à nos |nos )?abonn",
            r"(?:article|contenu|suite|accès)[^.!?\n]{0,30} (?:est|sont) (?:exclusivement )?réservée?s? (?:aux |à nos )",
            (
                r"(?:abonnez-vous|inscrivez-vous|connectez-vous|identifiez-vous|créez un "
                r"compte)[^.!?\n]{0,40}(?:pour|et) "
                r"(?:lire|continuer|poursuivre|accéder|découvrir)"
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
                r"(?:exclusiv[oa]s?|s[óo]lo|reservad[oa]) (?:para|a) (?:\w+ )?(?:suscriptor[ea]s|suscritos|"
                r"abonados|socios|registrados)"
            ),
            r"(?:artículo|contenido|nota) (?:exclusiv[oa] )?(?:para |de )?suscriptores\W*$",
            (
                r"(?:suscr[íi]be\w*|reg[íi]str\w+|inicia sesión|hazte \w+)[^.!?\n]{0,40} (?:para|y) (?:(?:seguir|"
                r"continuar) "
                r"leyendo|leer|acceder? a)"
            ),
            r"para (?:seguir|continuar) leyendo|(?:desbloquea|para leer) (?:este|el) (?:artículo|contenido)(?: complet)?",
        ),
    ),
    "pt": (
        "assin|cadastr|subscritores|continu|acess|ler|leia",
        (
            r"(?:exclusiv[oa]|só|somente|apenas|restrit[oa]) (?:para|a|de) (?:os )?(?:\w+ )?(?:assinantes|"
            r"cadastrados|subscritores)",
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
            r"riservat[oa] (?:agli|ai) (?:\w+ )?(?:abbonati|iscritti|registrati)",
            r"(?:solo|soltanto|esclusiv\w+) (?:per|agli|ai) (?:gli |i )?(?:\w+ )?(?:abbonati|iscritti|registrati)",
            r"contenut[oi] (?:esclusiv[oi] )?per (?:gli )?abbonati",
            r"(?:abbonati|registrati|accedi|iscriviti)[^.!?\n]{0,40} (?:per|e) (?:continu|legger|prosegui|sblocca)",
            r"per (?:continuare|proseguire) (?:a leggere|la lettura)|sblocca (?:questo|l['’])(?: ?articolo| ?contenuto)",
        ),
    ),
    "nl": (
        "abonnee|leden|lezen|lees|account",
        (
            r"(?:alleen|exclusief|uitsluitend) (?:\w+ )?voor (?:\w+ )?(?:abonnees|leden)",
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
            r"(?:tylko|wyłącznie|jedynie) dla (?:\w+ )?(?:subskrybentów|prenumeratorów|zalogowanych|subskrybentow)",
            (
                r"aby (?:czytać dalej|przeczytać (?:cały|całość|dalej)|kontynuować)|dalsz(?:y ciąg|a "
                r"część)[^.!?\n]{0,30} "
                r"dostępn"
            ),
            (
                r"(?:zaloguj|wykup|zarejestruj|kup|subskrybuj)[^.!?\n]{0,40}(?:czytaj dalej|przeczyta|"
                r"dostęp do (?:całe|tego|"
                r"artykuł))"
            ),
            r"(?:przeczytasz|czytaj dalej)[^.!?\n]{0,30} z (?:\w+ )?(?:prenumerat|subskrypcj)|odblokuj (?:ten |cały )?"
            r"artykuł",
        ),
    ),
    "sv no da fi": (
        "abonn|medlem|prenumer|läs|les|læs|tilaa|lukem",
        (
            r"(?:bara|endast|kun|bare|exklusiv\w*|eksklusiv\w*) for (?:abonnenter|abonnent|medlemmer)",
            r"(?:bara|endast|enbart|exklusiv\w*) för (?:dig som är |våra |alla )?(?:prenumerant|medlem)",
            r"(?:artikeln|artiklen|artikkelen|saken) (?:är|er) (?:\w+ )?(?:för|for) (?:\w+ )?(?:prenumerant|abonnent|"
            r"medlem)",
            r"(?:må|skal) (?:du )?være (?:abonnent|medlem|logget inn)|kr[äæ]ver (?:en )?(?:prenumeration|abonnement)",
            (
                r"(?:för att|for å|for at) (?:läsa (?:vidare|hela|mer)|lese (?:videre|hele|mer|saken)|læse (?:videre|"
                r"hele|"
                r"artik))"
            ),
            (
                r"(?:läs|les|læs) (?:vidare|videre|hele \w+) (?:med|for|i) |vain (?:\w+ )?tilaajille|(?:jatka "
                r"lukemista|lue koko)[^.!?\n]{0,30}tilaa"
            ),
            r"(?:jutun|artikkelin|tekstin) lukeminen (?:vaatii|edellyttää)|tilaa[^.!?\n]{0,20} ja (?:jatka lukemista|"
            r"lue (?:koko|juttu|artikkeli))",
        ),
    ),
    "cs sk hu tr ru uk": (
        "předplatitel|predplatite|předplatn|predplatn|přihlášen|registrovan|dočten|dočít|pokračov|odemkn|odomkn|"
        "előfiz|okumak|aboneler|подпис|чтобы|передплат|щоб",
        (
            (
                r"(?:jen|pouze|iba|len) (?:pro|pre) (?:\w+ )?(?:předplatitele|predplatiteľov|přihlášené|"
                r"registrované)|(?:pro (?:dočtení|pokračování)|odemkněte)[^.!?\n]{0,30}"
            ),
            (
                r"(?:článek|článok|text|obsah)[^.!?\n]{0,40} (?:jen|pouze|iba|len) (?:pro |pre )?(?:předplatitel|"
                r"predplatite)|(?:na|pre) dočítanie|odomknite[^.!?\n]{0,30}"
            ),
            r"csak előfizetőknek|(?:tovább|olvasá)[^.!?\n]{0,20}előfizet|devamını okumak için|aboneler(?:e|imize) özel",
            r"только (?:для |нашим )?подписчик|чтобы (?:читать дальше|продолжить чтение|прочитать)",
            r"(?:тільки|лише) для (?:\w+ )?передплатник|щоб (?:читати далі|продовжити читання)",
        ),
    ),
    "ro el et lv lt bg hr sl ca": (
        "abona|citi|συνδρομητ|lugemiseks|tellija|abonent|lasī|prenumerator|skaity|абонат|pretplat|naročnik|"
        "subscript|llegint",
        (
            r"(?:doar|numai|exclusiv) (?:pentru )?(?:\w+ )?abonați|pentru a (?:citi (?:mai departe|întregul|tot)|continua "
            r"lectura)",
            r"μόνο (?:για|σε) (?:\w+ )?συνδρομητές|γίνετε συνδρομητ\w+[^.!?\n]{0,20} (?:για|και) να (?:συνεχ|διαβ)",
            r"(?:artikli|loo|edasi) lugemiseks|edasilugemiseks|(?:ainult|vaid) tellija",
            r"tikai (?:\w+ )?abonentiem|lai (?:turpinātu lasīt|lasītu tālāk)|tik (?:\w+ )?prenumeratoriams|(?:norėdami|"
            r"kad) (?:skaityti|skaitytumėte|tęstumėte)",
            r"само за (?:\w+ )?абонати|samo za (?:\w+ )?(?:pretplatnike|naročnike)",
            r"(?:exclusiu|només) (?:per a|per als) (?:\w+ )?subscriptors|per (?:continuar|seguir) llegint",
        ),
    ),
    "ar he id vi hi": (
        "للمشتركين|القراءة|למנויים|pelanggan|berlangganan|thành viên|đọc tiếp|के लिए",
        (
            r"للمشتركين فقط|(?:اشترك|سجل)[^.!?\n]{0,20}(?:لمتابعة|لمواصلة) القراءة",
            r"למנויים בלבד",
            r"(?:khusus|hanya) untuk (?:\w+ )?pelanggan|(?:artikel|konten) ini khusus pelanggan|berlangganan (?:untuk|dan) "
            r"(?:lanjut|membaca|baca)",
            r"chỉ dành cho (?:\w+ )?thành viên|(?:đăng ký|đăng nhập) để (?:đọc tiếp|tiếp tục đọc)",
            r"(?:आगे|पूरी?|पूरा) [^.!?\n]{0,15}पढ़ने के लिए[^.!?\n]{0,20}(?:सब्सक्राइब|लॉगिन|सदस्य)",
        ),
    ),
    "ja ko zh": (
        "記事|コンテンツ|続き|登録|ログイン|ここから先|구독|로그인|회원|멤버십|阅读|閱讀|继续|繼續|付费|付費|会员|會員",
        (
            r"この(?:記事|コンテンツ)は[^。\n]{0,12}(?:会員|有料)|(?:会員限定|有料)(?:記事|コンテンツ)です",
            r"続きを(?:読む|お読みいただく)には|(?:登録|ログイン)(?:する|して|すると)[^。\n]{0,15}(?:読|ご覧)",
            r"^(?:ここから先|この続き|続き)は(?:$|[^。\n]{0,12}(?:会員|有料|登録|ログイン|購読))",
            r"(?:구독자|유료 ?회원|프리미엄 ?회원|멤버십 ?회원)[^.\n]{0,4}(?:전용|만 )|(?:로그인|구독|가입) ?(?:후|하)"
            r"[^.\n]{0,15}(?:읽|보실|이용|전문)",
            r"(?:订阅|登录|登錄|訂閱)[^。\n]{0,8}(?:阅读全文|繼續|继续|閱讀全文)",
            r"(?:本文|全文|此文|文章)[^。\n]{0,8}(?:付费|付費|会员专享|會員專享|會員限定|订阅用户|訂閱用戶)",
        ),
    ),
}

_USED_UP: Final = re.compile(
    r"(?:you have|you(?:'|’)ve) (?:reached|read|used|hit) (?:your|all|the)[^.!?\n]{0,40}(?:limit|free)|sie haben "
    r"[^.!?\n]{0,30}(?:limit|kostenlosen|gratis-?)\w*[^.!?\n]{0,20} (?:erreicht|gelesen|aufgebraucht)|vous avez "
    r"(?:atteint|lu)[^.!?\n]{0,30}(?:limite|articles gratuits)|has (?:alcanzado|llegado|superado|leído)[^.!?\n]{0,30}"
    r"(?:límite|(?:artículos|notas) grat)|(?:você|já) (?:atingiu|chegou|leu)[^.!?\n]{0,30}(?:limite|gratuit|grátis)|"
    r"hai (?:raggiunto|esaurito|letto)[^.!?\n]{0,30}(?:limite|articoli gratuiti)|(?:je hebt|u heeft)[^.!?\n]{0,30}"
    r"(?:limiet|gratis artikelen)|wykorzystał\w*[^.!?\n]{0,30}(?:limit|darmow|bezpłatn)",
    re.IGNORECASE,
)
"""What walls say whose meter has run out."""
_SAYING: Final[Mapping[str, re.Pattern[str]]] = {
    language: re.compile("|".join(walls), re.IGNORECASE) for language, (_, walls) in _WALLS.items()
}
"""Walls by language."""
_HINTS: Final = tuple((hint, language) for language, (hints, _) in _WALLS.items() for hint in hints.split("|"))
"""Words in lower case, of which a wall has one of its language: this spares most texts the search."""

OWNER_PROMPT: Final = re.compile(
    r"already (?:a|an|have a) (?:\w+ )?(?:subscri|member)|(?:sie sind |sie haben |schon |bereits )(?:bereits |schon )?"
    r"(?:ein |digital-?)?(?:abo\b|abonnent|abonniert)|déjà abonné|ya (?:eres|soy|es) suscript|já é (?:assinante|"
    r"subscritor)|(?:sei|già) (?:già )?abbonato|(?:al|reeds) abonnee|(?:redan|allerede|er du) (?:prenumerant|"
    r"abonnent)|har du (?:allerede|redan) |oletko jo tilaaja|masz już (?:prenumerat|subskryp|dostęp)|(?:máte|ste) "
    r"(?:už|již) předplat|(?:už|ak už) máte predplat|már előfizető|(?:ești|sunteți) deja abonat|juba tellija|"
    r"zaten abone|уже (?:есть подписка|подпис)|ja (?:ets|sou|és) subscript|είστε ήδη συνδρομητ",
    re.IGNORECASE,
)
"""What walls ask those who have paid. Headers and newsletters ask it too: it proves nothing alone."""

NEVER: Final = re.compile(
    r"keep reading and get access to the full archive|(?:continue|keep) reading (?:the )?(?:main story|below)|"
    r"comment|kommenta|coment[aá]|reacties|newsletter|scroll|\bthe book\b|\bgifted\b|geschenkt|offert par|regalad[oa] "
    r"por",
    re.IGNORECASE,
)
"""What says the like under a whole text: a blog's standing invitation, jumps past an advert, comments, newsletters,
books that a text is taken from, texts that a subscriber gave away."""

LEFT_OUT: Final = re.compile(
    r"this is a preview of (?:subscription|paid|premium|restricted|the full)|il vous reste \d{1,2}[\d,.]* ?% (?:de cet "
    r"article|à (?:lire|découvrir))|(?:das war|ende) (?:die|der) leseprobe|sie lesen eine leseprobe|"
    r"zb[ýy]vá (?:vám )?(?:ještě )?\d{1,2} ?%|zostáva vám (?:ešte )?\d{1,2} ?%|"
    r"pozostało (?:jeszcze )?\d{1,2}[\d,.]* ?% (?:tekstu|artykułu|treści)|(?:残り|あと) ?[\d,０-９]{1,6} ?(?:文字|字)|"
    r"te queda (?:un|el) \d{1,2} ?% |noch \d{1,2} ?% des (?:artikels|textes)|the remaining \d{1,2} ?% of (?:this|"
    r"the) article",
    re.IGNORECASE,
)
"""Words that tell how much of this text is missing: they hold wherever they stand."""

METER: Final = re.compile(
    r"\b\d{1,2}\.? (?:of|de|des|von|z|ze|av|van|di|dos|das|de tus|de vos|of your|from your)(?: \w+)? ?\d{0,2} "
    r"(?:free (?:articles|stories)|(?:articles|contenus) gratuits|(?:darmowych|bezpłatnych) (?:artyku|tekst)|"
    r"(?:kostenlose|freie|gratis)\w* artikel|(?:artículos|notas) gratis|artigos gr[áa]t\w+|articoli gratuiti|gratis "
    r"artiklar)|"
    r"\b(?:\d{1,2}|one|two|three|last) (?:more )?free (?:articles?|stor(?:y|ies)) (?:left|remaining|this month)|"
    r"last free (?:article|story)|(?:articles?|stories) (?:left|remaining) this (?:month|week)|"
    r"noch \d{1,2} (?:kostenlose|freie|gratis)\w* artikel",
    re.IGNORECASE,
)
"""What a meter says: how many texts a reader has had, or has left."""
TOLD: Final = (
    "preview of", "vous reste", "pozostało", "残り", "あと", "te queda", "% des", "the remaining", "leseprobe", "zbývá", "zbyvá", "zostáva", "free article",
    "free stor", "darmowych", "bezpłatnych", "kostenlose", "freie",
    "gratis", "gratuit", "left this", "remaining this",
)  # fmt: skip
"""Of which each text that LEFT_OUT or METER matches has one, in lower case: texts without are not searched."""

ELSEWHERE: Final = re.compile(
    r"^\W*(?:continue reading (?:at|on|over at|in|here)\b|read (?:more|on) (?:at|over at)\b|"
    r"read the (?:full|rest|whole|entire)[\w ]{0,20} (?:at|on|over at|in|here)\b|"
    r"(?:weiter(?:lesen)?|den (?:ganzen|vollständigen) (?:artikel|text|beitrag)(?: lesen)?) (?:bei|auf|im|in|hier)\b|"
    r"(?:lire la suite|lire l'article (?:complet|entier)) (?:sur|dans|ici)\b|(?:seguir leyendo|leer completo) en\b|"
    r"(?:continua a leggere|leggi (?:tutto|l'articolo completo)) (?:su|qui)\b|lees (?:verder|het hele artikel) (?:op|"
    r"bij|in)\b|"
    r"czytaj (?:więcej|dalej|całość) (?:w|na)\b|läs (?:vidare|hela artikeln) (?:på|hos|i)\b)",
    re.IGNORECASE,
)
"""How a link to the rest of a text, on another page, begins."""

NEXT_PAGE: Final = re.compile(
    r"^\W*(?:next page|nächste seite|page suivante|página siguiente|pagina successiva|volgende pagina|następna strona|"
    r"nästa sida|neste side|næste side|próxima página|次(?:の)?ページ|다음 ?페이지|下一页)(?:$|\W)",
    re.IGNORECASE,
)
"""What a link to the next page of the same text says."""
NEXT: Final = re.compile(
    r"^\W*(?:next|weiter|suivante?|siguiente|successiva|volgende|dalej|nästa|次へ)\W*$", re.IGNORECASE
)
"""What such a link may say as well; links to the next article say it more often."""
PAGES: Final = re.compile(
    r"^(?:(?:pages?|seiten?|p[áa]ginas?|pagin[ae]|stron[ay]|sid[ao]r?|sider|ページ)\W{0,3})?((?:\d{1,2}[ |"
    r",/]{1,3}){1,20}\d{1,2})\W*$",
    re.IGNORECASE,
)
"""A row of page numbers."""
PAGE_OF: Final = re.compile(
    r"^(?:page|seite|p[áa]gina|strona|sida|side) \d{1,2} (?:of|von|sur|de|di|z|av|af|/) [2-9]\d?\W*$", re.IGNORECASE
)

_PAID: Final = re.compile(
    r"subscri|abonn|\babo\b|suscri|suscript|abbona|assin|prenum|tilaa|premium|paid|\bpay|plus|member|mitglied|trial|"
    r"[€$£¥]|p[řr]edplat|előfiz|подпис|有料|유료|프리미엄|구독|订阅|訂閱|付费|付費|wykup|kauf|συνδρομ|pretplat|naročnik|"
    r"telli|передплат|purchase|للمشتركين|למנויים|langgan",
    re.IGNORECASE,
)
_FREE: Final = re.compile(
    r"regist|account|log ?in|sign|anmeld|einlogg|konto|inscri|connect|identif|compte|sesión|accedi|cadastr|zaloguj|"
    r"logga in|logg inn|log ind|ログイン|登録|로그인|회원가입|登录|登錄|přihlas|prihlás|kirjaudu|free\b|kostenlos|gratis|gratuit",
    re.IGNORECASE,
)


@lru_cache(maxsize=256)  # the end of a body is looked at before and after it is settled
def is_wall(text: str) -> bool:
    """Whether a text asks for something in exchange for the rest of an article."""
    return len(text) <= LONGEST_PROMPT and _asks(text) and not NEVER.search(text)


def speaks_of_wall(text: str) -> bool:
    """Whether a short text says what walls say, those who have paid asked or not; a wall or not."""
    return len(text) <= LONGEST_PROMPT and (_asks(text) or bool(OWNER_PROMPT.search(text)))


def _asks(text: str) -> bool:
    if _USED_UP.search(text):
        return True
    lower = text.lower()
    hinted = {language for hint, language in _HINTS if hint in lower}
    return any(_SAYING[language].search(text) for language in hinted)


def wants(text: str) -> Says:
    """What a wall restricts reading to: it has counted, it is content with an account, or it asks for money."""
    if _USED_UP.search(text):
        return "metered"
    return "registration" if _FREE.search(text) and not _PAID.search(text) else "subscription"
