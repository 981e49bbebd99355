"""What walls, meters and cut texts say, by language: a wall asks for something in exchange for the rest of the text.

Words alone never prove a wall: where they stand decides (`walls`). Each pattern needs both halves, what is asked for
and what is to be had, so that an invitation to a newsletter or a link to the next article is none.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING, Final

from scraper.extractors.access.wordings import RESERVED, WALLS

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from scraper.extractors.access.terms import Says

LONGEST_PROMPT: Final = 300
"""Characters above which a block is no prompt, but an article about walls."""
LEAD: Final = 8
"""Characters that may stand before what a wall says: `This content is`."""
_QUOTES: Final = ("“", "„", "«", "»", '"', "「", "'", "‘")

_USED_UP: Final = re.compile(
    r"(?:you have|you(?:'|’)ve) (?:reached|read|used|hit) (?:your|all|the)[^.!?\n]{0,40}(?:limit|free "
    r"(?:article|stor|view|read))|sie haben "
    r"[^.!?\n]{0,30}(?:limit|kostenlosen|gratis-?)\w*[^.!?\n]{0,20} (?:erreicht|gelesen|aufgebraucht)|vous avez "
    r"(?:atteint|lu)[^.!?\n]{0,30}(?:limite|articles gratuits)|has (?:alcanzado|llegado|superado|leído)[^.!?\n]{0,30}"
    r"(?:límite|(?:artículos|notas) grat)|(?:você|já) (?:atingiu|chegou|leu)[^.!?\n]{0,30}(?:limite|gratuit|grátis)|"
    r"hai (?:raggiunto|esaurito|letto)[^.!?\n]{0,30}(?:limite|articoli gratuiti)|(?:je hebt|u heeft)[^.!?\n]{0,30}"
    r"limiet|wykorzystał\w*[^.!?\n]{0,30}(?:limit|darmow|bezpłatn)",
    re.IGNORECASE,
)
"""What walls say whose meter has run out."""


def _reserved(called: str, only: str) -> str:
    return rf"\b(?:{called})[^.!?\n]{{0,40}} {only}|^\W{{0,9}}{only}\W{{0,9}}$"


_SAYING: Final[Mapping[str, re.Pattern[str]]] = {
    language: re.compile("|".join((*walls, _reserved(*RESERVED[language]))), re.IGNORECASE)
    for language, (_, walls) in WALLS.items()
}
"""Walls by language."""
_HINTS: Final = tuple((hint, language) for language, (hints, _) in WALLS.items() for hint in hints.split("|"))
"""Words in lower case, of which a wall has one of its language: this spares most texts the search."""

OWNER_PROMPT: Final = re.compile(
    r"already (?:a|an|have a) (?:\w+ )?(?:subscri|member)|(?:sie sind |sie haben |schon |bereits )(?:bereits |schon )?"
    r"(?:ein |digital-?)?(?:abo\b|abonnent|abonniert)|déjà abonné|ya (?:eres|soy|es) suscript|já é (?:assinante|"
    r"subscritor)|(?:sei|già) (?:già )?abbonato|(?:al|reeds) abonnee|(?:redan|allerede|er du) (?:prenumerant|"
    r"abonnent)|har du (?:allerede|redan) (?:ett? )?(?:abonn|prenum)|oletko jo tilaaja|masz już (?:prenumerat|"
    r"subskryp|dostęp)|(?:máte|ste) "
    r"(?:už|již) předplat|(?:už|ak už) máte predplat|már előfizető|(?:ești|sunteți) deja abonat|juba tellija|"
    r"zaten abone|уже (?:есть подписка|подпис)|ja (?:ets|sou|és) subscript|είστε ήδη συνδρομητ",
    re.IGNORECASE,
)
"""What walls ask those who have paid. Headers and newsletters ask it too: it proves nothing alone."""

NEVER: Final = re.compile(
    r"keep reading and get access to the full archive|(?:continue|keep) reading (?:the )?(?:main story|below)|"
    r"comment|kommenta|coment[aá]|reacties|コメント|댓글|newsletter|nyhe[dt]sbrev|uutiskirje|bolet[ií]n|boletim|hírlev|"
    r"nieuwsbrief|рассылк|ニュースレター|뉴스레터|whatsapp|telegram|instagram|youtube|podcast|channel|kan[aá]l\b|канал|scroll|"
    r"conversation|discussion|by e-?mail|\bapps?\b|\bads\b|ad[- ]free|ohne werbung|werbefrei|sans (?:la "
    r")?publicité|bez reklam|\bthe book\b|\bgifted\b|"
    r"geschenkt|offert par|regalad[oa] por",
    re.IGNORECASE,
)
"""What says the like under a whole text: a blog's standing invitation, jumps past an advert, comments, newsletters and
channels, apps, reading without adverts, books that a text is taken from, texts that a subscriber gave away."""

LEFT_OUT: Final = re.compile(
    r"this is a preview of (?:subscription|paid|premium|restricted|the full)|il vous reste \d{1,2}[\d,.]* ?% (?:de cet "
    r"article|à (?:lire|découvrir))|das war die leseprobe|sie lesen eine leseprobe|"
    r"zb[ýy]vá (?:vám )?(?:ještě )?\d{1,2} ?% (?:článku|textu)|zostáva vám (?:ešte )?\d{1,2} ?% (?:článku|textu|"
    r"na dočít)|"
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
    r"(?:te quedan|ti restano|vous reste|je hebt nog|u heeft nog|zb[ýy]vaj[íi]|du har) \d{1,2} (?:art[ií]culos|"
    r"articoli|"
    r"articles|notas|gratis|člán\w{2,4}) (?:grat\w+|zdarma|art\w+)|last free (?:article|story)|(?:articles?|"
    r"stories) (?:left|remaining) this (?:month|week)|"
    r"noch \d{1,2} (?:kostenlose|freie|gratis)\w* artikel",
    re.IGNORECASE,
)
"""What a meter says: how many texts a reader has had, or has left."""
TOLD: Final = (
    "preview of", "vous reste", "pozostało", "残り", "あと", "te queda", "% des", "the remaining", "leseprobe",
    "zbývá", "zbyvá", "zostáva", "zdarma", "free article", "free stor", "darmowych", "bezpłatnych", "kostenlose",
    "freie", "gratis", "gratuit", "left this", "remaining this",
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

_OFFER: Final = re.compile(
    r"\bsubscri[bp]|abonn|\babo\b|\w-abo\b|suscr[ií]b|suscriptor|abbonat|\bassin(?:e\b|ant|atur)|prenumer|\btilaa|"
    r"p[řr]edplat|előfizet|подпис|передплат|有料|購読|구독|订阅|訂閱|付费|付費|συνδρομ|pretplat|naročnik|tellija|abone|"
    r"\bregister\b|\b(?:log|sign)[ -]?in\b|registrieren|anmelden|einloggen|reg[íi]str[ae]te|connectez|inscrivez|"
    r"cadastre|"
    r"zaloguj|logga in|logg inn|log ind|kirjaudu|přihlas|prihlás|"
    r"ログイン|会員登録|로그인|登录|登錄|üye ol|عضو|اشترك|מנוי",
    re.IGNORECASE,
)
_PAID: Final = re.compile(
    r"subscri|abonn|\babo\b|suscri|suscript|abbona|assin|prenum|tilaa|premium|paid|\bpay|preview|plus|member|"
    r"mitglied|trial|"
    r"[€$£¥]|p[řr]edplat|előfiz|подпис|有料|유료|프리미엄|구독|订阅|訂閱|付费|付費|wykup|kauf|συνδρομ|pretplat|naročnik|"
    r"telli|передплат|purchase|للمشتركين|למנויים|langgan",
    re.IGNORECASE,
)
_FREE: Final = re.compile(
    r"regist|account|log ?in|sign|anmeld|sich an\b|einlogg|konto|inscri|connect|identif|compte|sesión|accedi|"
    r"cadastr|zalog[ou]|"
    r"logga in|logg inn|log ind|ログイン|登録|로그인|회원가입|登录|登錄|přihlas|prihlás|"
    r"üye ol|giriş yap|kirjaudu|free\b|kostenlos|"
    r"gratis|gratuit",
    re.IGNORECASE,
)


@lru_cache(maxsize=256)  # the end of a body is looked at before and after it is settled
def is_wall(text: str) -> bool:
    """Whether a text asks for something in exchange for the rest of an article."""
    return len(text) <= LONGEST_PROMPT and _asks(text) and not NEVER.search(text)


def speaks_of_wall(text: str) -> bool:
    """Whether a short text says what walls say, those who have paid asked or not; a wall or not."""
    return len(text) <= LONGEST_PROMPT and (_asks(text) or bool(OWNER_PROMPT.search(text)))


def leads(text: str) -> bool:
    """Whether a text begins with what makes it a wall; one that only comes to it may tell of others' walls."""
    return any(start <= LEAD for start in _places(text)) and not text.startswith(_QUOTES)


def _asks(text: str) -> bool:
    return next(_places(text), None) is not None


def _places(text: str) -> Iterator[int]:
    """Where in a text what walls say begins."""
    lower = text.lower()
    hinted = {language for hint, language in _HINTS if hint in lower}
    matches = (pattern.search(text) for pattern in (_USED_UP, *(_SAYING[language] for language in hinted)))
    return (match.start() for match in matches if match)


def offers(text: str) -> bool:
    """Whether a short text speaks of a subscription or an account: much, right after a text that breaks off."""
    return len(text) <= LONGEST_PROMPT and bool(_OFFER.search(text)) and not NEVER.search(text)


def wants(text: str) -> Says:
    """What a wall restricts reading to: it has counted, it is content with an account, or it asks for money."""
    if _USED_UP.search(text):
        return "metered"
    return "registration" if _FREE.search(text) and not _PAID.search(text) else "subscription"
