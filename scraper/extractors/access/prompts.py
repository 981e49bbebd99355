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

LONGEST_PROMPT: Final = 300
"""Characters above which a block is no prompt, but an article about walls."""

_ACT: Final = (
    r"(?:(?:please )?(?:subscribe|register|log ?in|sign[ -]?in|sign[ -]?up|join|upgrade|pay|become an? (?:\w+ )?"
    r"(?:subscriber|member|supporter)|(?:create|open) (?:an?|your)(?: free)? account|start (?:a|your)[\w ]{0,20} "
    r"trial))"
)
_READ_ON: Final = (
    r"(?:continue|keep (?:on )?reading|read (?:on|more|this|the (?:full|rest|whole|entire|complete))|finish reading|"
    r"unlock (?:this|the|your|full)\b|(?:get |gain )?access (?:to )?(?:this|the (?:full|rest))|view the (?:full|"
    r"rest)|see the rest)"
)
_THIS: Final = r"(?:this|the) (?:\w+ )?(?:article|story|post|piece|content|page|issue|report|newsletter|text)"

_WALLS: Final[Mapping[str, tuple[str, tuple[str, ...]]]] = {
    "en": (
        "read|continue|unlock|subscri|member|access|limit|view the|see the rest|register",
        (
            rf"{_ACT}[^.!?\n]{{0,60}} (?:to|and) {_READ_ON}",
            rf"\bto {_READ_ON}[^.!?\n]{{0,40}}[,:]? (?:please |you must |you need to |simply )?{_ACT}",
            r"\bto (?:continue reading|read on|read the (?:full|rest))",
            rf"(?:continue|keep) reading {_THIS} (?:for|with) ",
            (
                rf"{_THIS} is (?:only |exclusively |exclusive |just |reserved |available |limited |restricted |"
                rf"locked )*"
                r"(?:for|to) (?:our |paid |paying |registered |premium |digital |[\w+]+ )?(?:subscribers|members|"
                r"users)\b"
            ),
            rf"unlock {_THIS}",
            r"(?:you have|you(?:'|’)ve) (?:reached|read|used|hit) (?:your|all|the)[^.!?\n]{0,40}(?:limit|free)",
            (
                r"for (?:paid |our )?(?:subscribers|members) only|(?:subscribers?|members?)[ -]only (?:article|"
                r"story|content|"
                r"post)"
            ),
        ),
    ),
    "de": (
        (
            "lesen|abonn|regist|anmeld|einlogg|testen|freischalt|artikel|beitrag|inhalt|exklusiv|mitglied|"
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
                r"(?:nur|exklusiv|ausschließlich|kostenpflichtig|freischalten|abonnent|angemeldete|registrierte)"
            ),
            (
                r"(?:nur|exklusiv|reserviert|exklusiver inhalt) für (?:\w+ ){0,2}(?:abonnent|registrierte|angemeldete|"
                r"mitglieder)"
            ),
            r"(?:artikel|text|beitrag) (?:jetzt )?(?:freischalten|weiterlesen|kaufen)",
        ),
    ),
    "fr": (
        "abonn|lire|lecture|accéd|poursuivre|découvrir|continuer",
        (
            r"(?:réservée?s?|exclusi\w+ (?:pour|aux)) (?:aux |à nos |nos )?abonn",
            (
                r"(?:abonnez-vous|inscrivez-vous|connectez-vous|identifiez-vous|créez un "
                r"compte)[^.!?\n]{0,40}(?:pour|et) "
                r"(?:lire|continuer|poursuivre|accéder|découvrir)"
            ),
            (
                r"pour (?:lire la suite|continuer (?:la|votre|à) l|poursuivre (?:la|votre) l|"
                r"accéder à (?:l'intégralité|cet))"
            ),
        ),
    ),
    "es": (
        "suscri|abonados|socios|registrad|leer|leyendo|accede",
        (
            (
                r"(?:exclusiv[oa]s?|s[óo]lo|reservad[oa]) (?:para|a) (?:nuestros )?(?:suscriptores|suscritos|"
                r"abonados|socios|"
                r"registrados)"
            ),
            (
                r"(?:suscr[íi]be\w*|reg[íi]str\w+|inicia sesión|hazte \w+)[^.!?\n]{0,40} (?:para|y) (?:(?:seguir|"
                r"continuar) "
                r"leyendo|leer|acceder? a)"
            ),
            r"para (?:seguir|continuar) leyendo",
        ),
    ),
    "pt": (
        "assin|cadastr|subscritores|continu|acess|ler|leia",
        (
            r"(?:exclusiv[oa]|só|somente|apenas) para (?:os )?(?:assinantes|cadastrados|subscritores)",
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
            r"(?:abbonati|registrati|accedi|iscriviti)[^.!?\n]{0,40} (?:per|e) (?:continu|legger|prosegui|sblocca)",
            r"per (?:continuare|proseguire) (?:a leggere|la lettura)",
        ),
    ),
    "nl": (
        "abonnee|leden|lezen|lees",
        (
            r"(?:alleen|exclusief) (?:\w+ )?voor (?:\w+ )?(?:abonnees|leden)",
            (
                r"(?:abonneer|word (?:abonnee|lid)|log in|registreer|meld)[^.!?\n]{0,40} (?:om|en) "
                r"[^.!?\n]{0,30}(?:lees|"
                r"lezen)"
            ),
            r"om (?:verder|het hele|dit hele|dit artikel)[^.!?\n]{0,20} te lezen",
        ),
    ),
    "pl": (
        "subskryben|prenumerator|zalogowan|czyta|przeczyta|kontynuow|dostęp|dostępn",
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
        ),
    ),
    "sv no da fi": (
        "abonnent|medlem|prenumerant|läs|les|læs|tilaa",
        (
            r"(?:bara|endast|kun|bare|exklusiv\w*|eksklusiv\w*) for (?:abonnenter|abonnent|medlemmer)",
            r"(?:bara|endast|exklusivt) för (?:prenumeranter|medlemmar)",
            (
                r"(?:för att|for å|for at) (?:läsa (?:vidare|hela|mer)|lese (?:videre|hele|mer|saken)|læse (?:videre|"
                r"hele|"
                r"artik))"
            ),
            (
                r"(?:läs|les|læs) (?:vidare|videre|hele \w+) (?:med|for|i) |vain tilaajille|(?:jatka lukemista|lue "
                r"koko)[^.!?\n]{0,30}tilaa"
            ),
        ),
    ),
    "cs hu tr ru": (
        "předplatitel|přihlášen|registrovan|dočten|pokračov|odemkn|előfiz|okumak|aboneler|подпис|чтобы",
        (
            (
                r"(?:jen|pouze) pro (?:předplatitele|přihlášené|registrované)|(?:pro (?:dočtení|pokračování)|"
                r"odemkněte)[^.!?\n]{0,30}"
            ),
            r"csak előfizetőknek|(?:tovább|olvasá)[^.!?\n]{0,20}előfizet|devamını okumak için|aboneler(?:e|imize) özel",
            r"только для подписчиков|чтобы (?:читать дальше|продолжить чтение|прочитать)",
        ),
    ),
    "ja ko zh": (
        "記事|コンテンツ|続き|登録|ログイン|구독|로그인|阅读|閱讀|继续|繼續",
        (
            r"この(?:記事|コンテンツ)は[^。\n]{0,12}(?:会員|有料)|(?:会員限定|有料)(?:記事|コンテンツ)です",
            r"続きを(?:読む|お読みいただく)には|(?:登録|ログイン)(?:する|して|すると)[^。\n]{0,15}(?:読|ご覧)",
            r"구독자 전용|(?:로그인|구독) ?(?:후|하)[^.\n]{0,15}(?:읽|보실|이용)",
            r"(?:订阅|登录|登錄|訂閱)[^。\n]{0,8}(?:阅读全文|繼續|继续|閱讀全文)",
        ),
    ),
}

_SAYING: Final[Mapping[str, re.Pattern[str]]] = {
    language: re.compile("|".join(walls), re.IGNORECASE) for language, (_, walls) in _WALLS.items()
}
"""Walls by language."""
_HINTS: Final = tuple((hint, language) for language, (hints, _) in _WALLS.items() for hint in hints.split("|"))
"""Words in lower case, of which a wall has one of its language: this spares most texts the search."""

OWNER_PROMPT: Final = re.compile(
    r"already (?:a|an|have a) (?:\w+ )?(?:subscri|member)|(?:sie sind |sie haben |schon |bereits )(?:bereits |schon )?"
    r"(?:ein |digital-?)?(?:abo\b|abonnent|abonniert)|déjà abonné|ya (?:eres|soy|es) suscript|já é assinante|"
    r"(?:sei|già) (?:già )?abbonato|(?:al|reeds) abonnee|(?:redan|allerede|er du) (?:prenumerant|abonnent)",
    re.IGNORECASE,
)
"""What walls ask those who have paid. Headers and newsletters ask it too: it proves nothing alone."""

NEVER: Final = re.compile(
    r"keep reading and get access to the full archive|(?:continue|keep) reading (?:the )?(?:main story|below)|"
    r"comment|kommenta|coment[aá]|reacties|newsletter|scroll",
    re.IGNORECASE,
)
"""What says the like under a whole text: a blog's standing invitation, jumps past an advert, comments, newsletters."""

LEFT_OUT: Final = re.compile(
    r"this is a preview of (?:subscription|paid|premium|restricted|the full)|il vous reste \d{1,2}[\d,.]* ?% de cet "
    r"article|"
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
    "preview of", "vous reste", "pozostało", "残り", "あと", "te queda", "% des", "the remaining", "free article",
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
    r"[€$£¥]|předplat|előfiz|подпис|有料|구독|订阅|訂閱|wykup|kauf",
    re.IGNORECASE,
)
_FREE: Final = re.compile(
    r"regist|account|log ?in|sign|anmeld|einlogg|konto|inscri|connect|identif|compte|sesión|accedi|cadastr|zaloguj|"
    r"logga in|logg inn|ログイン|登録|로그인|登录|free\b|kostenlos|gratis|gratuit",
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
    lower = text.lower()
    hinted = {language for hint, language in _HINTS if hint in lower}
    return any(_SAYING[language].search(text) for language in hinted)


def wants_registration(text: str) -> bool:
    """Whether a wall is content with an account, no money asked."""
    return bool(_FREE.search(text)) and not _PAID.search(text)
