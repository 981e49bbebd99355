"""Lines that belong to the page, not to the text: adverts, embeds, templates."""

from __future__ import annotations

import re

from scraper.cleaners.rules.rule import Rule, phrase

ROWS = (
    Rule(
        "advert",
        phrase(
            r"advertisement(?: \d+)?|anzeige|werbung|publicité|publicidad|pubblicità|reklama?|reklame|annons|annonse",
            r"advertentie|publicidade|passer la publicité|sponsored(?: content)?|article content",
            r"(?:advertisement \d+ ?)?story continues below(?: advertisement)?",
            r"article continues (?:below|after)(?: (?:this )?(?:ad|advertisement))?",
            r"weiter nach der (?:anzeige|werbung)|la suite après (?:cette|la) publicité",
        ),
        hits=("Advertisement", "Anzeige", "Article content", "Advertisement 1Story continues below"),
        misses=("Anzeige erstattet", "Werbung wirkt.", "Advertisement spending rose."),
    ),
    Rule(
        "embed_placeholder",
        phrase(
            r"externer inhalt(?: nicht verfügbar)?|empfohlener (?:redaktioneller|externer) inhalt|embed",
            r"link zum youtube-inhalt|ein klick für den datenschutz",
            r"an dieser stelle finden sie [^\n]{0,80}\bextern\w* inhalt[^\n]{0,250}",
            r"(?:ich bin damit einverstanden|zur anzeige aktiviere)[^\n]{0,400}",
            r"deine privatsphäre-einstellungen verhindern[^\n]{0,400}",
            r"(?:this|the) (?:content|video|embed) (?:is not available|cannot be (?:shown|loaded))[^\n]{0,200}",
            r"to (?:view|see) this (?:content|video|embed)[^\n]{0,200}",
            r"please (?:enable|accept|allow|turn on) [^\n]{0,40}(?:cookies|javascript)[^\n]{0,200}",
            r"(?:enable|turn on|activate) javascript (?:for|to) [^\n]{0,120}",
        ),
        hits=(
            "Externer Inhalt nicht verfügbar",
            "Zur Anzeige aktiviere bitte die Einstellungen in den Privatsphäre-Einstellungen.",
            "To view this content, please accept cookies.",
            "Turn on JavaScript to see the map.",
        ),
        misses=("This content is free.", "An dieser Stelle finden sie oft Pilze.", "Embed yourself in the community."),
    ),
    Rule(
        "ornament",
        re.compile(r"(?:[*•·~_=#◆◇■□●○★☆❦❧⁂—–-] ?){1,40}"),
        hits=("* * *", "***", "❦", "———", "•"),
        misses=("…", "?!", "* Name geändert", "- 3", "#1"),
    ),
    Rule(
        "template_placeholder",
        phrase(
            r"(?:\{\{[^{}\n]{0,120}\}\}|\{%[^{}\n]{0,120}%\}|\$\{[^{}\n]{0,120}\}|%%[\w.-]{1,60}%%|\[\[[\w.-]{1,60}\]\])+"
        ),
        hits=("{{ article.title }}", "${headline}", "%%AD_SLOT%%", "{% include 'footer' %}"),
        misses=("{ x | x > 0 }", "Er gab 100 %% mehr.", "${ is how a template begins"),
    ),
)
