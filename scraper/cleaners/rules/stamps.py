"""Lines that date the article or tell how long it takes to read."""

from __future__ import annotations

from scraper.cleaners.rules.rule import Rule, phrase

_MONTH = (
    r"(?:jan|feb|mär|mar|apr|mai|may|maj|jun|jul|aug|sep|set|okt|oct|out|ott|nov|dez|dec|dic|des|gen|fév|fev|avr|"
    r"abr|mag|giu|lug|ago|août|aoû|déc|ene|kvě|led|úno|bře|čer|srp|zář|říj|lis|pro|sty|lut|kwi|cze|lip|sie|wrz|paź|"
    r"gru|ocak|şub|nis|haz|tem|ağu|eyl|eki|kas|ara)[^\W\d_]{0,8}\.?"
)
_DATE = (
    rf"(?:\d{{1,2}}[./-]\d{{1,2}}[./-]\d{{2,4}}|\d{{4}}-\d\d-\d\d|\d{{1,2}}\.?(?: de)? {_MONTH},?(?: de)? \d{{4}}|"
    rf"{_MONTH} \d{{1,2}},? \d{{4}})"
)
_TIME = r"(?:\d{1,2}[:.h]\d\d(?::\d\d)?(?: ?(?:uhr|[ap]\.?m\.?|h))?(?: ?(?:[A-Z]{2,4}|GMT[+-]\d+))?)"
_AT = r"(?:,| -| –| \||•| um| at| à las| à| alle| kl\.?|)? ?"
_STAMP = rf"(?:(?:\w{2, 12}tag|\w{2, 12}day),? )?(?:{_DATE}(?:{_AT}{_TIME})?|{_TIME}(?:,| -)? ?(?:{_DATE})?)"
_MADE = (
    r"(?:zuletzt |last )?(?:stand|aktualisiert|akt\.?|veröffentlicht|erstellt|publiziert|updated?|published|posted|"
    r"publié|mis à jour|modifié|actualizado|publicado|atualizado|aggiornato|pubblicato|opublikowano|aktualizacja|"
    r"aktualizováno|gepubliceerd|bijgewerkt|uppdaterad|publicerad|oppdatert|publisert|opdateret|publiceret|"
    r"güncelleme|yayınlanma|julkaistu|päivitetty)(?: am| on| le| el| il| op)?"
)

ROWS = (
    Rule(
        "update_stamp",
        phrase(
            rf"{_MADE}:?",
            rf"{_MADE}:? ?(?:vor \d{1, 4} \w+|{_STAMP})(?: ?[|•·/,-]? ?{_MADE}:? ?{_STAMP})?\.?",
            rf"{_STAMP} ?[|•·-]? ?{_MADE}:? ?{_STAMP}",
        ),
        hits=(
            "Stand:",
            "Stand: 08.11.2024, 10:11 Uhr",
            "Veröffentlicht am 13. Mai 2026 um 15:44",
            "Updated: March 3, 2024 at 10:15 am",
            "Publié le 3 mars 2024 à 10h15",
            "Uppdaterad 15.59 | Publicerad 14.14",
            "20 Nisan 2026•Güncelleme: 20 Nisan 2026",
        ),
        misses=(
            "Stand: Nach Angaben der Polizei ist die Lage unverändert.",
            "Der Stand der Verhandlungen ist offen.",
            "Updated rules for landlords take effect on March 3, 2024.",
            "Publié en 1857, le recueil fit scandale.",
        ),
    ),
    Rule(
        "date_line",
        phrase(_STAMP),
        scope="head",
        hits=("30. Januar 2024", "05.08.2024, 20:59 Uhr", "17:41 JST, October 13, 2024", "10.11.2025 17:59"),
        misses=("30. Januar 2024: Die Verhandlungen beginnen.", "1984", "Am 5. August 2024 begann der Prozess."),
    ),
    Rule(
        "reading_time",
        phrase(
            r"(?:lesedauer|lesezeit|reading time|temps de lecture|tiempo de lectura|tempo di lettura|leestijd|"
            r"czas czytania|lästid|lesetid|læsetid)\s?:?\s?(?:ca\.? )?\d{1,4} ?\w{0,8}\.?",
            r"\d{1,4} ?(?:minuten|min\.?|mins?|minutes?|minutos|minuti)(?:-| )?"
            r"(?:lesedauer|lesezeit|read|de lecture|de lectura|di lettura|leestijd)",
        ),
        hits=("Lesedauer: 4 Minuten", "3 Minuten Lesezeit", "5 min read", "Temps de lecture : 3 min"),
        misses=("Die Lesedauer des Berichts beträgt drei Stunden.", "5 minutes later, the train left."),
    ),
)
