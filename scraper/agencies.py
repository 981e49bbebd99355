"""News agencies and their spellings, in bylines, datelines, sign-offs and credits."""

from __future__ import annotations

import re
from types import MappingProxyType
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

_SPELLINGS = """
AAP; ACN; Adnkronos: Agenzia Adnkronos; Agência Brasil; Agência Estado: Estadão Conteúdo; AFP: Agence
France-Presse, Agence France Presse, أ ف ب; Agencia EFE: EFE, Agencia EFE; Agerpres; AGI: Agenzia AGI;
ANA-MPA: ΑΠΕ-ΜΠΕ; ANI; ANP; ANSA: Agenzia ANSA; AP: The Associated Press, Associated Press; APA: Austria
Presse Agentur; Askanews; Axel Springer News Service; Anadolu: Anadolu Agency, Anadolu Ajansı, AA; Belga:
Agence Belga; Bernama; Bloomberg: Bloomberg News; BNS; BTA; China News Service: 中新社, 中新网; CNA; CP: The
Canadian Press, Canadian Press, La Presse Canadienne; CTK: ČTK, ČTK; dapd; DHA; dpa: Deutsche
Presse-Agentur, dpa-infocom, dpa-AFX, dpa-tmn; Dow Jones: Dow Jones Newswires; DPA/Europa Press; epd;
EUROPAPRESS: Europa Press; Fides; Folhapress; GNA; HINA; İHA; IANS; IRNA; Interfax: Интерфакс,
Interfax-Ukraine, Интерфакс-Украина; Itar-Tass; JTA; Jiji Press: 時事通信, 時事; Kathpress; KCNA; Keystone-SDA:
Keystone SDA, Keystone-ATS; KNA; Kyodo: Kyodo News, 共同通信, 共同; LETA; Lusa: Agência Lusa; MTI; NA; News1: 뉴스1;
Newsis: 뉴시스; NTB; PAP: Polska Agencja Prasowa; PA Media: Press Association, PA; Prensa Latina; Press Trust
of India: PTI; Reuters: Thomson Reuters, رويترز, ロイター, 路透社; RIA Novosti: РИА Новости; Ritzau; SDA; SID; STT;
STA; Tanjug; TASS: ТАСС; Telam: Télam; teleschau; TT; UPI; Ukrinform: Укрінформ; UNIAN: УНІАН; UNN; UNI;
Vietnam News Agency: VNA; WAM; Xinhua: Xinhua News Agency, 新华社, 新華社; Yonhap: Yonhap News Agency, 연합뉴스; spot
on news; AFX; ATS
"""
_PICTURES = """
Abaca: AbacaPress; Action Images; AFP: الفرنسية; Al Jazeera: الجزيرة; Anadolu: الأناضول; AP: أسوشيتد برس;
Adobe Stock: AdobeStock, stock.adobe.com; Alamy: Alamy Stock Photo; Bestimage; Agencja Wyborcza.pl: Agencja
Wyborcza, Agencja Gazeta; Bildbyrån; Bridgeman Images: Bridgeman; ddp; Depositphotos; East News; EPA:
epa-efe, European Pressphoto Agency, الأوروبية; Eurokinissi; Fotolia: Fotolia.com; Getty Images: Getty,
GettyImages, غيتي; Hans Lucas; Hollandse Hoogte; imago; InTime: ΙΝΤΙΜΕ; iStock: iStockphoto; Keystone;
LaPresse; Lehtikuva; CROPIX; Magnum Photos: Magnum; NurPhoto; PA Images: PA Wire; Pexels; PIXSELL;
Profimedia; Pixabay; picture alliance: picture-alliance; REA; Rex: Rex Features; Scanpix: NTB Scanpix,
Ritzau Scanpix; Shutterstock: Shutterstock.com; Sipa: Sipa Press, Sipa USA; Unsplash; Visual China Group:
VCG, 视觉中国; WireImage; ZUMA: ZUMA Press, ZUMA Wire
"""
"""Agencies of pictures: they are credited, and write no text."""


_AND = re.compile(r"[,/;|+&]|\b(?:und|and|et|e|y)\b")
_BESIDE = re.compile(r"[,/;|+&()\[\]–—]| - |\bvia\b", re.IGNORECASE)
_OF_PICTURES = re.compile(
    r"(?:[ -](?:photos?|images?|pictures?|fotos?|bildfunk|bilder|bild|pool|video|stock)){1,3}$", re.IGNORECASE
)


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

CREDITED = MappingProxyType({**_table(_PICTURES), **AGENCIES})
"""Spellings of agencies in credits of pictures: those of text agencies, too."""

_INITIALS = re.compile(r"[a-z]{2,3}")
"""Of the editor or the regional service behind an agency's name: `dpa/lno`."""

_DATELINES = (
    re.compile(r"[^()\n]{0,60}\(([^()\n]{2,40})\) ?[-–—―:.]"),
    re.compile(r"[^/\n]{0,60}/([^/\n]{2,30})/\.?[ -]"),
    re.compile(r"[^.()\n]{2,40} [-–—] ([^.()\n]{2,30})\. "),
    re.compile(r"([^.()\n]{2,30}?)\.? ?[-–—]{1,2} "),
    re.compile(r"(新华社|新華社|中新社|中新网)[^，。\n]{1,20}电"),
    re.compile(
        r"[(\[（【［][^()\[\]（）【】［］\n]{1,30}[=＝ \u3000]([^()\[\]（）【】［］\n=＝ \u3000]{2,20})[)\]）】］]"
    ),
    re.compile(r"[(\[（【［][^()\[\]（）【】［］\n]{1,30}(共同|時事|ロイター)[)\]）】］]"),
)
"""Begins of texts by agencies: `BERLIN, Nov 3 (Reuters) - `, `[東京 3日 ロイター]`, `【ワシントン共同】`,
`MOSCOW, November 3. /TASS/. `, `МОСКВА, 3 ноя — РИА Новости. `, `EFE.- `, `新华社北京11月3日电`."""
_STATES = frozenset({"PA", "NA"})
"""Agencies' spellings that are places, too, in a dateline: `PITTSBURGH (PA) – `."""

SHORT = 3
"""Letters up to which a spelling is a word of many languages, too."""


def agency(text: str) -> str | None:
    """Usual name of the agency that `text` names and nothing else, or None.

    Short spellings count only as agencies write them (dpa, AFP, SDA), never as `Na` or `Sid`.
    """
    return _named(text, AGENCIES)


def agencies(text: str) -> tuple[str, ...] | None:
    """Agencies of a sign-off such as `AFP, dpa` or `dpa/lno`; None where any part is neither one nor initials."""
    parts = [part for part in map(str.strip, _AND.split(text.strip(" ()."))) if part]
    told = {part: name for part in parts if (name := agency(part))}
    others = all(part in told or _INITIALS.fullmatch(part) for part in parts)
    return tuple(dict.fromkeys(told.values())) if told and others else None


def dateline(text: str) -> tuple[str, ...]:
    """Agencies that the dateline of a text names, none where it has no dateline: `PARIS (AFP) – The mayor …`."""
    begins = (match[1] for pattern in _DATELINES if (match := pattern.match(text)))
    return next((named for told in begins if told not in _STATES and (named := agencies(told))), ())


def named(credit: str) -> tuple[str, ...]:
    """Agencies that the credit of a picture names among others: `Jane Doe/AFP via Getty Images`, `AP Photo/Bo Kern`."""
    parts = [part.strip() for part in _BESIDE.split(credit)]
    found = (_named(part, CREDITED) or _named(_OF_PICTURES.sub("", part), CREDITED) for part in parts)
    return tuple(dict.fromkeys(name for name in found if name))


def _named(text: str, spellings: Mapping[str, str]) -> str | None:
    bare = text.strip(" .()/")
    if len(bare) <= SHORT and not (bare.isupper() or bare.islower() or not bare.isascii()):
        return None
    return spellings.get(bare.lower())
