"""Lines that say who made text or picture: bylines, credits, agencies, sources, copyright."""

from __future__ import annotations

from scraper.agencies import agencies, agency
from scraper.cleaners.rules.rule import Rule, phrase

LONGEST_CREDIT = 10
"""Words a credit has at the most."""

_CREDITED = frozenset({"images", "picture", "alliance", "press", "photo"})
_PARTICLES = frozenset("van von de del der den di da la le zu via by of und and".split())
_DESKS = (
    r"getty images|afp|ap|ap photo|reuters|dpa|epa|apa|keystone|imago|picture alliance|shutterstock|istock|unsplash"
)
_WIRES = r"nachrichtenagentur(?:en)?"


def is_sign_off(value: str) -> bool:
    """Whether `value` is agencies and nothing else."""
    return agencies(value) is not None


def is_name(value: str) -> bool:
    """Whether `value` is written as a person's name: capitals but for the particles."""
    *first, last = value.split()
    return all(word[0].isupper() or word in _PARTICLES for word in first) and last[0].isupper()


def is_credit(value: str) -> bool:
    """Whether `value` is written as names and agencies, not as a sentence."""
    words = value.replace("/", " ").split()
    return len(words) <= LONGEST_CREDIT and all(
        word in _PARTICLES or word in _CREDITED or not word[0].islower() or agency(word) for word in words
    )


ROWS = (
    Rule(
        "byline",
        phrase(
            r"(?:(?:words|story|text|written|reporting) )?"
            r"(?:von|by|par|por|di|door|av|af|przez|text|autor|autorin|author)\s?:?\s{1,2}"
            r"(?P<value>[^\W\d_][\w.'’-]{1,40}"
            r"(?: (?:(?:van|von|de|del|der|den|di|da|la|le|zu)\b|[^\W\d_][\w.'’-]{0,40})){1,3})"
            r"(?:, [^\W\d_]+| ?[·|•–—-] ?\d{1,3} ?min\w{0,5}(?: read)?)?"
        ),
        scope="head",
        action="authors",
        accepts=is_name,
        hits=(
            "von Katja Belousova",
            "By Jane van der Berg",
            "Von Anna Sleegers, Frankfurt",
            "Words by Ana Lopez · 6 min read",
        ),
        misses=("Von der Leyen kündigt neue Zölle an", "By now everyone knows the story.", "von Anfang an"),
    ),
    Rule(
        "photo_credit",
        phrase(
            r"(?:©|\(c\)|ⓒ) ?(?P<value>(?![^\n]{0,80}\b(?:\d{4}|reserved|vorbehalten)\b)[^.!?\n]{2,100})",
        ),
        scope="head",
        action="credit",
        hits=("© dpa/AP/Rusian Defense Ministry Press Service", "© Getty Images/iStockphoto"),
        misses=("Das © steht für Copyright. Es ist überall zu sehen.", "©"),
    ),
    Rule(
        "photo_credit",
        phrase(
            r"\(?(?:fotos?|bild(?:er)?|bildquelle|titelbild|photos?|photograph|picture|image|images|credit|crédits?|"
            r"photo credit|foto's|zdj\.|zdjęcie|fot\.|fotografía|imagen|imagem|imago|kuva)(?: by| von| de)? ?: ?"
            r"(?P<value>[^.!?\n]{2,100})\)?",
        ),
        action="credit",
        accepts=is_credit,
        hits=("Foto: dpa/Michael Kappeler", "(Photo: Jane Doe/Reuters)", "Fotos: NIKOLAI VON BISMARCK", "Fot. : PAP"),
        misses=("Foto: Das ist der Ort, an dem es geschah.", "The photo: a man, a dog and a boat on the river."),
    ),
    Rule(
        "photo_credit",
        phrase(
            rf"(?P<value>[\w .,'’&-]{{2,60}} ?(?:/|via) ?(?:[\w .-]{{2,30}}/)?(?:{_DESKS}|barcroft media)"
            r"(?: (?:/|via|/dpa) ?(?:getty images|picture alliance|afp|ap))?)",
        ),
        action="credit",
        accepts=is_credit,
        hits=("STR/Getty images", "STR/AFP via Getty Images", "Long Wei/Costfoto/Barcroft Media via Getty Images"),
        misses=("Die Agenturen dpa/AFP meldeten den Vorfall.", "He flew there via AP", "and/or"),
    ),
    Rule(
        "copyright",
        phrase(r"© ?(?P<value>dpa)-infocom, dpa:[\w/-]+(?: \(dpa\))?"),
        scope="tail",
        action="agencies",
        accepts=is_sign_off,
        hits=("© dpa-infocom, dpa:240516-99-53606/3 (dpa)", "© dpa-infocom, dpa:240516-930-53606/1"),
        misses=("Die dpa-infocom GmbH sitzt in Hamburg.", "dpa:240516-99-53606/3 war die Nummer der Meldung."),
    ),
    Rule(
        "agency_sign_off",
        phrase(
            r"\((?:(?:quelle|source|mit material von|with reporting by)n?: ?)?(?P<value>[^()\n]{2,60})\)\.?\Z",
        ),
        scope="tail",
        action="agencies",
        part="end",
        accepts=is_sign_off,
        hits=(
            "… verstärkten sie die Zusammenarbeit. (AFP, dpa)",
            "(Quelle: APA/sda/dpa)",
            "It is on Monday. (Reuters)",
        ),
        misses=("Er gehört zur Deutschen Presse-Agentur (dpa) in Hamburg.", "The show sold out (twice)."),
    ),
    Rule(
        "agency_sign_off",
        phrase(r"(?:quelle|source|fuente|fonte|źródło|bron|kilde|källa|zdroj)n? ?: ?(?P<value>[^.\n]{2,60})\.?"),
        scope="tail",
        action="agencies",
        accepts=is_sign_off,
        hits=("Quelle: AFP", "Source: Reuters", "Quelle: dpa/AFP"),
        misses=("Quelle: eigene Recherchen des Rechercheverbunds, 2024", "Source code is open."),
    ),
    Rule(
        "agency_note",
        phrase(
            r"\(?(?:mit|unter verwendung von) agenturmaterial\.?\)?",
            rf"\(?mit (?:informationen|material) (?:von|der|des) [^.\n]{{0,120}}\b{_WIRES}\b[^.\n]{{0,120}}\.?\)?",
        ),
        scope="tail",
        hits=("Mit Agenturmaterial.", "Mit Informationen der Nachrichtenagenturen AFP, AP und dpa."),
        misses=("Mit Agenturmaterial allein geht es nicht, sagt sie. Das stimmt.", "Mit Informationen von Zeugen."),
    ),
    Rule(
        "agency_note",
        phrase(
            r"\(?(?:mit material (?:von|der)|with (?:files|material|reporting) (?:from|by)|avec|con|"
            r"con información de|com informações d[aeo]s?) (?:the )?(?P<value>[^.()\n]{2,60})\.?\)?",
        ),
        scope="tail",
        action="agencies",
        accepts=is_sign_off,
        hits=("With files from The Canadian Press", "(avec AFP)", "Mit Material von dpa und Reuters"),
        misses=("Mit Material der Polizei wurde der Fall gelöst.", "With files in hand, she walked in.", "con amigos"),
    ),
    Rule(
        "source_line",
        phrase(r"quelle ?: ?[\w.-]+\.\w{2,4}"),
        scope="tail",
        hits=("Quelle: ntv.de", "Quelle: tagesschau.de"),
        misses=("Quelle: Wikipedia", "Die Quelle: ein Brunnen im Tal."),
    ),
    Rule(
        "copyright",
        phrase(
            r"<?(?:copyright|©|\(c\)|ⓒ)[^\n]{0,60}"
            r"(?:\b\d{4}\b|all rights reserved|alle rechte vorbehalten|無断転載|무단)[^\n]{0,200}",
            r"(?:all rights reserved|alle rechte vorbehalten|tous droits réservés)\.?",
            r"(?:todos los derechos reservados|riproduzione riservata)\.?",
        ),
        scope="tail",
        hits=(
            "Copyright © AFP 2017-2026. Für die kommerzielle Nutzung dieses Inhalts ist ein Abonnement erforderlich.",
            "© The Financial Times Ltd. 2024",
            "All rights reserved.",
        ),
        misses=("Copyright law was reformed last year.", "All rights reserved to the people, he shouted"),
    ),
)
