"""Lines that belong to the page, not to the text: adverts, embeds, templates."""

from __future__ import annotations

import re

from scraper.cleaners.rules.rule import Rule, phrase

ROWS = (
    Rule(
        "advert",
        phrase(
            r"(?:- ?)?(?:advertisement(?: \d{1,3})?|anzeige|werbung|publicité|publicidad|pubblicità|reklama?|reklame|"
            r"annons|"
            r"annonse|annonce|advertentie|publicidade|passer la publicité|sponsored(?: content)?|article content|"
            r"mainos|"
            r"inzerce|inzercia|hirdetés|publicitate|реклама|διαφήμιση|広告|スポンサーリンク|광고|广告|廣告|إعلان|"
            r"विज्ञापन)(?: ?-)?",
            r"(?:advertisement \d{1,3} ?)?story continues below(?: advertisement)?",
            r"article continues (?:below|after)(?: (?:this )?(?:ad|advertisement))?",
            r"weiter(?:lesen)? nach der (?:anzeige|werbung)|la suite après (?:cette|la) publicité",
            r"(?:la noticia continúa|sigue leyendo|continúa leyendo) (?:después|debajo) de la publicidad",
            r"(?:l['’]articolo )?continua (?:a leggere )?dopo la pubblicità|continua (?:após|depois d)a? ?publicidade",
            r"(?:artikel|tekst|lees) (?:gaat )?verder (?:onder|na) de advertentie|tekst gaat verder onder de (?:foto|"
            r"video)",
            r"(?:dalsza część (?:artykułu|tekstu)|ciąg dalszy|reszta tekstu) pod (?:reklamą|materiałem|wideo|zdjęciem)",
            r"(?:článek|text) pokračuje (?:pod|za) (?:reklamou|inzercí|videem)",
            r"artikeln fortsätter (?:efter|under) annonsen|(?:artikkelen|saken) fortsetter (?:etter|under) annonsen",
            r"artiklen fortsætter (?:efter|under) annoncen|juttu jatkuu mainoksen (?:jälkeen|alla)",
            r"(?:haberin devamı|haber) reklamdan sonra(?: devam ediyor)?|продолжение после рекламы|продовження після "
            r"реклами",
            r"a cikk (?:a )?hirdetés után folytatódik|articolul continuă după (?:reclamă|publicitate)",
        ),
        hits=(
            "Advertisement",
            "Anzeige",
            "Article content",
            "Advertisement 1Story continues below",
            "- Реклама -",
            "Artikel gaat verder onder de advertentie",
        ),
        misses=("Anzeige erstattet", "Werbung wirkt.", "Advertisement spending rose.", "Annonce surprise à Marling"),
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
            r"(?:for )?the best experience, we recommend [^\n]{0,120}browser[^\n]{0,120}",
            r"[—–-] ?[^\n@]{1,60} \(@\w{1,20}\) [^\n.!?]{0,30}\d{4}",
        ),
        hits=(
            "Externer Inhalt nicht verfügbar",
            "Zur Anzeige aktiviere bitte die Einstellungen in den Privatsphäre-Einstellungen.",
            "To view this content, please accept cookies.",
            "Turn on JavaScript to see the map.",
            "— Ada Lund (@adalund) April 25, 2024",
        ),
        misses=("This content is free.", "An dieser Stelle finden sie oft Pilze.", "Embed yourself in the community."),
    ),
    Rule(
        "embed_placeholder",
        phrase(r"[^\n]{0,400}\d{1,2}\.\d{1,2}\.\d{4} ?\| ?\d{1,3}:\d\d min"),
        near=("|",),
        hits=("05.09.2024 | 2:03 min", "Die Brücke im Frühjahr, vor dem Hochwasser. 18.04.2024 | 0:21 min"),
        misses=("Der Film dauert 12:30 min", "Am 18.04.2024 dauerte die Sitzung 0:21 min"),
    ),
    Rule(
        "ornament",
        re.compile(r"(?:[*•·~_=#◆◇■□●○★☆❦❧⁂|¯—–-] ?){1,40}"),
        hits=("* * *", "***", "❦", "———", "•"),
        misses=("…", "?!", "* Name geändert", "- 3", "#1"),
    ),
    Rule(
        "template_placeholder",
        phrase(
            r"(?:\{\{[^{}\n]{0,120}\}\}|\{%[^{}\n]{0,120}%\}|\$\{[^{}\n]{0,120}\}|%%[\w.-]{1,60}%%|"
            r"\[\[[\w.-]{1,60}\]\])+"
        ),
        hits=("{{ article.title }}", "${headline}", "%%AD_SLOT%%", "{% include 'footer' %}"),
        misses=("{ x | x > 0 }", "Er gab 100 %% mehr.", "${ is how a template begins"),
    ),
    Rule(
        "tag_label",
        phrase(
            r"(?:tags?|themen|schlagw(?:orte|örter)|stichwörter|topics|mots[- ]clés|étiquettes|etiquetas|temas|"
            r"palabras clave|"
            r"argomenti|palavras-chave|assuntos|trefwoorden|onderwerpen|tagi|słowa kluczowe|štítky|témata|klíčová "
            r"slova|"
            r"ämnen|taggar|emneord|stikord|emner|avainsanat|aiheet|etiketler|címkék|etichete|теги|метки|мітки|ετικέτες|"
            r"タグ|キーワード|태그|标签|關鍵字|关键词|الوسوم|टैग) ?[:：](?: ?[^\n.!?]{0,200})?"
        ),
        scope="tail",
        hits=("Tags: Brücke, Marling, Rat", "Etiketler :", "Теги: мост"),
        misses=("Tags fehlen.", "Themen des Abends: Was wird aus der Brücke?"),
    ),
)
