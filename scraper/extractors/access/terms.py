"""Names and values of page state: what a key such as `article:content_tier` or `isPaid` asks, and what its value says.

Publishers name these keys as they like; the words in the names are few. So a name is read word by word, and a key is
one about access where its last word is, past words that only say what of (`status`, `article`).
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING, Final, Literal

if TYPE_CHECKING:
    from collections.abc import Mapping

Says = Literal["free", "metered", "registration", "subscription", "restricted"]
"""What a signal speaks for: a state, or `restricted`, which does not say how."""
Asks = Literal["free", "paid", "restricted", "tier"]
"""What a key asks: whether reading is free, is paid for, is restricted in any way; or which tier it is."""

_ASKS: Final[Mapping[Asks, str]] = {
    "free": "free isfree isaccessibleforfree accessibleforfree openaccess isopen unlocked gratis hasaccess",
    "paid": "paid ispaid paidcontent ispaidcontent premium ispremium premiumcontent ispremiumcontent fpplus locked "
    "islocked subscription requiressubscription subscriptionrequired subscribersonly subscriberonly plusarticle",
    "restricted": "paywall paywalled ispaywalled haspaywall behindpaywall showpaywall restricted isrestricted metered "
    "ismetered gated isgated regwall pay",
    "tier": "tier contenttier access accesslevel accesstype accessrights contentaccess restriction paywalltype",
}
BY_WORD: Final[Mapping[str, Asks]] = {word: asks for asks, words in _ASKS.items() for word in words.split()}
"""What the last word of a key asks."""
_OF: Final = frozenset(
    "article articles content page post story state status type level detail attribute flag value required".split()
)
"""Words that only say what a key is of, or that it has a value."""
_OTHER: Final = frozenset(
    "ad ads adv advert enabled enable user users reader visitor member customer override publish first id url "
    "image video teaser teasers related print login script mode".split()
)
"""Words of keys that are about something else than this page: adverts, the visitor, the whole site, a teaser."""
_SECRET: Final = re.compile(
    r"token|key|secret|bypass|auth|passw|session|cookie|nonce|csrf|xsrf|jwt|signature|hash|credential", re.IGNORECASE
)
_WORD: Final = re.compile(r"[A-Z]+(?![a-z])|[A-Z]?[a-z]+")
_STEMS: Final = (
    "free", "open", "unlocked", "gratis", "access", "paid", "premium", "plus", "locked", "subscri", "wall", "restrict",
    "meter", "gated", "pay", "tier",
)  # fmt: skip
"""Of which each key that asks about access has one, in lower case."""
LONGEST_NAME: Final = 60

_SAID: Final[Mapping[Says, str]] = {
    "free": "free open public unlocked unrestricted gratis gratuit gratuito kostenlos frei abierto libre aberto "
    "gratuita",
    "metered": "metered meter soft dynamic freemium",
    "registration": "registration registered register regwall registrierung",
    "subscription": "subscription subscriber subscribers locked paid premium plus hard subscriberonly closed cerrado "
    "payant abonnenten abonnement suscriptores assinantes",
    "restricted": "restricted paywall paywalled gated",
}
_BY_VALUE: Final[Mapping[str, Says]] = {word: says for says, words in _SAID.items() for word in words.split()}
_TRUTH: Final[Mapping[str, bool]] = {
    "true": True, "yes": True, "1": True, "y": True, "false": False, "no": False, "0": False, "n": False,
    "http://schema.org/true": True, "https://schema.org/true": True,
    "http://schema.org/false": False, "https://schema.org/false": False,
}  # fmt: skip
_OF_TRUTH: Final[Mapping[tuple[Asks, bool], Says]] = {
    ("free", True): "free", ("free", False): "restricted", ("paid", True): "subscription", ("paid", False): "free",
    ("restricted", True): "restricted", ("restricted", False): "free", ("tier", True): "free",
    ("tier", False): "restricted",
}  # fmt: skip
_NUMBERS: Final = frozenset({"1", "0"})


def truth(value: object) -> bool | None:
    """A boolean in any spelling: `True`, `"false"`, `"yes"`, 0, schema.org's addresses."""
    return _TRUTH.get(str(value).strip().lower())


def secret(name: str) -> bool:
    """Whether a key looks like a secret or a way round a wall: such are never read, stored or logged."""
    return bool(_SECRET.search(name))


def may_ask(text: str) -> bool:
    """Whether any key in a text may ask about access: a quick look, which spares most texts a closer one."""
    return any(map(text.lower().__contains__, _STEMS))


@lru_cache(maxsize=4096)
def asks(name: str) -> Asks | None:
    """What a key asks about access; None for keys about anything else, and for secrets."""
    if len(name) > LONGEST_NAME or secret(name):
        return None
    words = [word.lower() for word in _WORD.findall(name)]
    if not _OTHER.isdisjoint(words):
        return None
    if words[-3:] == ["accessible", "for", "free"]:
        return "free"
    while len(words) > 1 and words[-1] in _OF and "".join(words[-2:]) not in BY_WORD:
        words.pop()
    return BY_WORD.get("".join(words[-2:])) or BY_WORD.get(words[-1]) if words else None


def says(name: str, value: str) -> Says | None:
    """What a key and its value say of access; None where that is nothing known.

    A number other than 0 and 1 is an index into a payload, and of a tier any number is.
    """
    asked = asks(name)
    if asked is None:
        return None
    bare = value.strip().lower()
    if (told := truth(bare)) is not None:
        return None if asked == "tier" and bare in _NUMBERS else _OF_TRUTH[asked, told]
    return _BY_VALUE.get(bare)
