"""News agencies and their spellings: read by extractors (bylines) and cleaners (sign-offs) alike."""

from __future__ import annotations

import re
from types import MappingProxyType

_SPELLINGS = """
AAP; ACN; Adnkronos; AFP: Agence France-Presse, Agence France Presse; Agencia EFE: EFE, Agencia EFE; Agerpres; AGI;
ANA-MPA; ANI; ANP; ANSA; AP: The Associated Press, Associated Press; APA: Austria Presse Agentur; Askanews;
Axel Springer News Service; Anadolu: Anadolu Agency, Anadolu Ajansı, AA; Belga; Bernama; Bloomberg: Bloomberg News;
BNS; BTA; CNA; CP: The Canadian Press, Canadian Press, La Presse Canadienne; CTK: ČTK, ČTK; dapd; DHA;
dpa: Deutsche Presse-Agentur, dpa-infocom, dpa-AFX, dpa-tmn; DPA/Europa Press; epd; EUROPAPRESS: Europa Press;
Fides; GNA; HINA; İHA; IANS; IRNA; Interfax; Itar-Tass; JTA; Jiji Press; KCNA; Keystone-SDA: Keystone SDA, Keystone-ATS;
KNA; Kyodo: Kyodo News; LETA; Lusa; MTI; NA; NTB; PAP; PA Media: Press Association, PA; Press Trust of India: PTI;
Reuters: Thomson Reuters; RIA Novosti; Ritzau; SDA; SID; STT; STA; Tanjug; TASS; Telam: Télam; teleschau; TT;
UPI; Ukrinform; UNN; UNI; Vietnam News Agency: VNA; WAM; Xinhua: Xinhua News Agency; Yonhap: Yonhap News Agency;
spot on news; AFX; ATS
"""


_AND = re.compile(r"[,/;|+&]|\b(?:und|and|et|e|y)\b")


def _table(text: str) -> dict[str, str]:
    """Spelling in lower case to name."""
    table = {}
    for entry in " ".join(text.split()).split(";"):
        name, _, others = entry.strip().partition(":")
        for spelling in (name, *others.split(",")):
            if spelling.strip():
                table[spelling.strip().lower()] = name
    return table


AGENCIES = MappingProxyType(_table(_SPELLINGS))
"""Every spelling in lower case, to the agency's usual name."""

SHORT = 3
"""Letters up to which a spelling is a word of many languages, too."""


def agency(text: str) -> str | None:
    """Usual name of the agency that `text` names and nothing else, or None.

    Short spellings count only as agencies write them (dpa, AFP, SDA), never as `Na` or `Sid`.
    """
    bare = text.strip(" .()/")
    if len(bare) <= SHORT and not (bare.isupper() or bare.islower()):
        return None
    return AGENCIES.get(bare.lower())


def agencies(text: str) -> tuple[str, ...] | None:
    """Agencies of a sign-off such as `AFP, dpa` or `dpa/AP`; None where any part of it is something else."""
    parts = [part for part in map(str.strip, _AND.split(text.strip(" ()."))) if part]
    named = [agency(part) for part in parts]
    return tuple(dict.fromkeys(name for name in named if name)) if parts and all(named) else None
