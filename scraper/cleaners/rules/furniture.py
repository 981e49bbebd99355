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
            r"annonse|annonce|advertentie|publicidade|passer la publicité|sponsored(?: content| stories)?|"
            r"promoted (?:content|stories)|paid (?:content|post)|partner content|from our sponsors?|article content|"
            r"mainos|"
            r"inzerce|inzercia|hirdetés|publicitate|реклама|διαφήμιση|広告|スポンサーリンク|광고|广告|廣告|إعلان|"
            r"विज्ञापन)(?: ?-)?",
            r"(?:advertisement \d{1,3} ?)?story continues below(?: advertisement)?",
            r"article continues (?:below|after)(?: (?:this )?(?:ad|advertisement))?",
            r"(?:this )?advertisement has not loaded yet, but your article continues below\.?",
            r"(?:after|skip past) newsletter promotion|don['’]t want to see this\? remove ads",
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
            r"you need to enable javascript to run this app\.?|mit ihrer zustimmung wird hier "
            r"[^\n]{0,80}inhalt[^\n]{0,120}",
            r"we use cookies (?:to|on|and|for) [^\n]{3,300}|please [^\n.]{0,40}disabl(?:e|ing) your ad "
            r"?blocker[^\n]{0,120}",
            r"externer inhalt(?: nicht verfügbar)?|redaktionell empfohlener inhalt|empfohlener (?:redaktioneller|"
            r"externer) inhalt|embed",
            r"link zum youtube-inhalt|ein klick für den datenschutz",
            r"an dieser stelle finden sie [^\n]{0,80}\bextern\w* inhalt[^\n]{0,250}",
            r"(?:ich bin damit einverstanden|zur anzeige aktiviere)[^\n]{0,400}",
            r"an dieser stelle findest du [^\n]{0,80}\bextern\w* inhalt[^\n]{0,250}",
            r"du kannst ihn dir mit einem klick anzeigen lassen[^\n]{0,100}|[\w-]{2,30}-inhalte? (?:erlauben|"
            r"anzeigen|laden)",
            r"personenbezogene daten können an drittplattformen übermittelt werden[^\n]{0,200}",
            r"we apologize, but this video has failed to load\.?|try refreshing your browser, or|tap here to see "
            r"other videos "
            r"from our team\.?|loading(?:\.{3}|…)|(?:player|video|inhalt) wird geladen(?:\.{3}|…)?|placeholder "
            r"image(?:-\d{1,3})?",
            r"(?:you can find this story in my bookmarks|your browser does not support (?:the|this) (?:audio|"
            r"video))[^\n]{0,120}",
            r"deine privatsphäre-einstellungen verhindern[^\n]{0,400}",
            r"(?:this|the) (?:content|video|embed) (?:is not available|cannot be (?:shown|loaded))[^\n]{0,200}",
            r"to (?:view|see) this (?:content|video|embed)[^\n]{0,200}",
            r"please (?:enable|accept|allow|turn on) [^\n]{0,40}(?:cookies|javascript)[^\n]{0,200}",
            r"(?:enable|turn on|activate) javascript (?:for|to) [^\n]{0,120}",
            r"(?:for )?the best experience, we recommend [^\n]{0,120}browser[^\n]{0,120}",
        ),
        hits=(
            "Externer Inhalt nicht verfügbar",
            "Zur Anzeige aktiviere bitte die Einstellungen in den Privatsphäre-Einstellungen.",
            "To view this content, please accept cookies.",
            "Turn on JavaScript to see the map.",
            "Loading...",
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
        "template_placeholder",
        phrase(
            r"(?:php )?(?:warning|notice|deprecated|fatal error|parse error|strict standards) ?: [^\n]{3,250} in "
            r"(?:/|[a-z]:\\)[^\n]{3,160} on line \d{1,6}"
        ),
        hits=(
            "Warning: Undefined variable $a in /var/www/html/index.php on line 407",
            r"Notice: Trying to get property in C:\www\post.php on line 12",
        ),
        misses=("Warning: the bridge in Marling is on line 4 of the list.", "Notice: closed in summer."),
    ),
    Rule(
        "tag_label",
        phrase(
            r"(?:tags?|themen|schlagw(?:orte|örter)|stichwörter|topics|mots[- ]clés|étiquettes|etiquetas|temas|"
            r"palabras clave|"
            r"argomenti|palavras-chave|assuntos|trefwoorden|onderwerpen|tagi|słowa kluczowe|štítky|témata|klíčová "
            r"slova|"
            r"ämnen|taggar|emneord|stikord|emner|avainsanat|aiheet|etiketler|címkék|etichete|теги|метки|мітки|ετικέτες|"
            r"タグ|キーワード|태그|标签|關鍵字|关键词|الوسوم|टैग|filed under|tagged(?: with| in| as)?|posted "
            r"(?:in|under)|categor(?:y|ies)|kategorien?) ?[:：](?: ?[^\n.!?]{0,200})?",
            r"filed under [^\n.!?]{2,60}",
        ),
        scope="tail",
        hits=("Tags: Brücke, Marling, Rat", "Etiketler :", "Теги: мост"),
        misses=("Tags fehlen.", "Themen des Abends: Was wird aus der Brücke?"),
    ),
    Rule(
        "player",
        phrase(
            r"(?:listen to (?:this|the) (?:article|story)|artikel anhören|écouter (?:l['’]|cet )article|escuchar "
            r"(?:el |este )?"
            r"(?:artículo|noticia)|ascolta (?:l['’]|questo )articolo|ouça (?:o|este) (?:artigo|texto)|ouvir (?:a "
            r")?(?:matéria|"
            r"notícia)|(?:beluister|luister naar) (?:dit|het) artikel|posłuchaj artykułu|poslechnout článek|lyssna "
            r"på artikeln|"
            r"lytt til (?:saken|artikkelen)|lyt til artiklen|kuuntele (?:juttu|artikkeli)|haberi dinle|слушать "
            r"(?:статью|"
            r"новость)|ακούστε το άρθρο|記事を(?:聞く|聴く)|기사 듣기|听新闻|استمع للمقال)(?: "
            r"?\(?\d{1,3}(?::\d\d)?(?: ?min\w{0,5}\.?)?\)?)?"
        ),
        hits=("Artikel anhören (03:15 min)", "Listen to this article", "Escuchar artículo"),
        misses=("Listen to this article of faith.", "Artikel anhören wollte niemand"),
    ),
    Rule(
        "button",
        phrase(
            r"(?:show|view|see|load) (?:more|all|less)|read (?:full|the full) (?:article|story)|(?:mehr|alle|"
            r"weniger) anzeigen|"
            r"weiterlesen|(?:afficher|voir) (?:plus|tout|moins)|(?:ver|mostrar) (?:más|todo|todos|mais|menos)|mostra "
            r"altro|"
            r"vedi tutt[io]|(?:toon|bekijk) (?:meer|alles)|pokaż więcej|zobacz wszystkie|zobrazit (?:vše|více)|visa "
            r"(?:mer|alla)|"
            r"vis (?:mer|mere|alle|flere)|näytä (?:lisää|kaikki)|(?:daha fazla|tümünü) göster|mutass többet|vezi toate|"
            r"показать (?:ещ[её]|вс[её])|показати (?:ще|всі)|(?:δείτε|εμφάνιση) περισσότερ(?:α|ων)|もっと見る|더보기|"
            r"查看更多|展开全文|"
            r"عرض المزيد|और देखें|"
            r"(?:(?:bild|foto|video|galerie|karte) (?:anzeigen|schließen|vergrößern|öffnen) ?){1,3}|"
            r"(?:enlarge|close|expand|view) (?:image|photo|gallery|picture)(?: in fullscreen)?|"
            r"agrandir l['’]image|ampliar (?:imagen|foto)|ingrandisci(?: (?:l['’]immagine|la foto))?|"
            r"vergroot (?:foto|afbeelding)"
        ),
        hits=(
            "Mehr anzeigen",
            "Bild anzeigen Bild schließen",
            "Enlarge image",
            "Zobrazit vše",
            "もっと見る",
            "Show more",
        ),
        misses=("Show more mercy", "Alle anzeigen erstattet", "See all of it, she said."),
    ),
    Rule(
        "end_mark",
        phrase(
            r"end of (?:the )?article|fin de l['’]article|fin del artículo|fine (?:dell['’])?articolo|"
            r"[-–—* ]{0,4}(?:ende|end|fin|koniec|konec)[-–—* ]{0,4}"
        ),
        scope="tail",
        hits=("End of Article", "- Ende -"),
        misses=("End of the road", "Am Ende"),
    ),
)
