"""Lines that belong to the page, not to the text: adverts, embeds, templates."""

from __future__ import annotations

from scraper.cleaners.rules.rule import Rule, phrase

ROWS = (
    Rule(
        "advert",
        phrase(
            r"[-–—\[(【]? ?(?:advertisement(?: \d{1,3})?|sponsor message|ad feedback|open image modal|adverts?|ads|"
            r"advertorial|pr|oglasi?|reklám|anzeige|werbung|"
            r"publicité|publicidad|pubblicità|reklama?|reklame|"
            r"annons|"
            r"annonse|annonce|advertentie|publicidade|passer la publicité|sponsored(?: content| stories)?|"
            r"promoted (?:content|stories)|paid (?:content|post)|partner content|from our sponsors?|article content|"
            r"mainos|"
            r"inzerce|inzercia|hirdetés|publicitate|реклама|διαφ[ήη]μιση|広告|スポンサーリンク|광고|广告|廣告|إعلان|"
            r"विज्ञापन|quảng cáo|פרסומת|آگهی|تبلیغات|מודעה|โฆษณา)(?: ?[-–—:\])】])?",
            r"(?:text|banner|paid) ad(?:vert)? ?: ?[^\n]{2,200}",
            r"(?:advertisement \d{1,3} ?)?story continues below(?: advertisement)?",
            r"(?:article|story|content|post|text|report|column) (?:continues|resumes) (?:below|after|"
            r"under)(?: (?:this|the|our))?(?: (?:ad|advert|advertisement|advertising|promotion|video|gallery|photo|"
            r"image|sponsor message|player))?\.?",
            r"(?:please )?(?:scroll(?: down)?|swipe|keep scrolling) (?:to|for) (?:continue|more|read|"
            r"keep reading)\b[^\n.!?,]{0,30}|(?:advertisement|ad) ?[-–—:|] ?[^\n.!?]{0,12}(?:continue|scroll|"
            r"skip)[^\n.!?]{0,40}",
            r"(?:(?:der |dieser )?(?:artikel|text|beitrag) (?:geht|wird) |weiter (?:geht(?:['’]s| es) )?|"
            r"nach der werbung |nach der anzeige )(?:(?:nach|unter|unterhalb) (?:der|dem|des) )?(?:anzeige|werbung|"
            r"video|bild|foto|videos)? ?(?:weiter(?:lesen)?|fortgesetzt)?\.?",
            r"(?:this )?advertisement has not loaded yet, but your article continues below\.?",
            r"(?:after|skip past) newsletter promotion|don['’]t want to see this\? remove ads",
            r"weiter(?:lesen)? nach der (?:anzeige|werbung)|la suite après (?:cette|la) publicité",
            r"(?:(?:la (?:noticia|nota|información|historia) )?continúa(?: leyendo)?|sigue leyendo) "
            r"(?:después de|debajo de|tras) (?:la|esta) publicidad",
            r"(?:l['’]articolo )?continua (?:a leggere )?dopo la pubblicità|(?:(?:a |o )?(?:matéria|reportagem|"
            r"notícia|"
            r"artigo|texto) )?continua (?:após|depois d)(?: ?[ao])? ?(?:publicidade|anúncio)",
            r"(?:het |dit )?(?:artikel|tekst|bericht|verhaal|lees) (?:gaat )?(?:verder|loopt door|door) (?:onder|na|"
            r"beneden) (?:de|het|deze|dit|onderstaande) \w{3,20}",
            r"(?:dalsza część|ciąg dalszy|dalszy ciąg|reszta)(?: (?:artykułu|tekstu|materiału))?(?: znajduje się)? "
            r"(?:pod|za) (?:reklamą|materiałem(?: wideo)?|wideo|filmem|nagraniem|zdjęciem|zdjęciami|galerią|sondą)",
            r"(?:tekst|članak|vijest|nastavak (?:teksta|članka|vijesti)) (?:se )?(?:nastavlja )?(?:ispod|nakon) "
            r"(?:oglasa|reklame|videa)",
            r"(?:článek|text) pokračuje (?:pod|za) (?:reklamou|inzercí|videem)\.?",
            r"(?:artikeln|texten|artikkelen|saken|teksten|artiklen|historien) (?:fortsätter|fortsetter|"
            r"fortsætter) (?:(?:efter|under|etter) \w{3,15}|nedenfor|nedanför|nedan)\.?",
            r"(?:mainos )?\(?(?:juttu|artikkeli|teksti|sisältö) jatkuu (?:\w{3,20} )?(?:jälkeen|alla|alapuolella|"
            r"alempana)\.?\)?",
            r"(?:haberin devamı|haber) reklamdan sonra(?: devam ediyor)?|haberin devamı(?: (?:aşağıda|"
            r"için (?:tıklayın(?:ız)?|kaydırın)))?\.{0,3}|продолжение после рекламы|продовження після "
            r"реклами",
            r"(?:a )?cikk(?:ünk)? (?:a |az? )?(?:hirdetés|ajánló|videó)(?: után| alatt) folytatódik|"
            r"articolul continuă după (?:reclamă|publicitate)",
            r"(?:(?:το άρθρο|το κείμενο|η είδηση) )?συνεχίζεται μετά τη διαφήμιση|iklan|(?:artikel|berita) (?:ini )?"
            r"(?:berlanjut|dilanjutkan) (?:setelah|di bawah) iklan|(?:gulir|scroll)(?: ke bawah)? (?:untuk|buat) "
            r"(?:melanjutkan|lanjut|membaca)[^\n.!?,]{0,30}|lanjut(?:kan)?(?: membaca)? (?:ke|di) halaman "
            r"(?:berikut(?:nya)?|selanjutnya|\d{1,2})|реклама[.:] ?(?:ооо|ао|пао|ип|нко)\b[^\n]{2,80}",
        ),
        hits=(
            "Advertisement",
            "Anzeige",
            "Article content",
            "Advertisement 1Story continues below",
            "- Реклама -",
            "[PR]",
            "TEXT AD: Call Willie on 01632 960999",
            "Tekst se nastavlja ispod oglasa",
            "Artikel gaat verder onder de advertentie",
            "Mainos (sisältö jatkuu alla)",
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
            r"mit ihrer zustimmung wird hier [^\n]{0,120}(?:video|karte|beitrag|player|grafik)[^\n]{0,80}|"
            r"an dieser stelle finden sie (?:externe )?inhalte[^\n]{0,120}|externer inhalt(?: nicht verfügbar)?|"
            r"redaktionell empfohlener inhalt|empfohlener (?:redaktioneller|"
            r"externer) inhalt|embed",
            r"um (?:eingebettete|externe) inhalte anzuzeigen\b[^\n]{3,400}|[\w.]{2,30} benötigt "
            r"javascript\b[^\n]{0,200}|"
            r"bitte passen sie die einstellungen an\.?|please use (?:the )?chrome browser for [^\n]{3,80}",
            r"link zum youtube-inhalt|ein klick für den datenschutz",
            r"an dieser stelle finden sie [^\n]{0,80}\bextern\w* inhalt[^\n]{0,250}",
            r"(?:ich bin damit einverstanden|zur anzeige aktiviere)[^\n]{0,400}",
            r"an dieser stelle findest du [^\n]{0,80}\bextern\w* inhalt[^\n]{0,250}",
            r"du kannst ihn dir mit einem klick anzeigen lassen[^\n]{0,100}|[\w-]{2,30}-inhalte? (?:erlauben|"
            r"anzeigen|laden)",
            r"personenbezogene daten können an drittplattformen übermittelt werden[^\n]{0,200}",
            r"we apologize, but this video has failed to load\.?|try refreshing your browser, or|"
            r"tap here to see other videos from our team\.?|loading(?:\.{3}|…)?|aaa|open this (?:photo|image) in "
            r"(?:the )?gallery:?|"
            r"you have reached your maximum number of saved items\.?|remove items from your saved list to add more\.?|"
            r"(?:loading (?:comments|more|video|"
            r"player|content)|(?:player|video|inhalt) wird geladen) ?(?:\.{3}|…)?|placeholder image(?:-\d{1,3})?",
            r"(?:you can find this story in my bookmarks|your browser does not support (?:the|this) (?:audio|"
            r"video))[^\n]{0,120}",
            r"deine privatsphäre-einstellungen verhindern[^\n]{0,400}",
            r"(?:this|the) (?:content|video|embed|post|media) (?:is not available|is (?:hosted|provided) (?:on|by)|"
            r"cannot be (?:shown|loaded|displayed)|isn['’]t available)[^\n]{0,250}",
            r"sie möchten diese[ns]? [\w -]{3,30} (?:sehen|laden|ansehen)\?[^\n]{0,160}|(?:mit dem (?:laden|"
            r"abspielen|"
            r"klick|aufruf)|um (?:diese[nrs]?|den|das) (?:\w{2,20} )?(?:inhalt|video|beitrag|tweet|post)|"
            r"hier (?:steht|ist|befindet sich) ein externer|dieser (?:externe )?inhalt|"
            r"diese inhalte)\b(?=[^\n]{0,200}(?:akzeptier|zustimm|einwillig|cookie|datenschutz|externe|angezeigt|"
            r"extern))[^\n]{3,300}",
            r"(?:om (?:deze|dit)|deze|för att|for å|for at|det här|dette|denne|tämä|tämän) (?:[\w]{2,15} )?(?:inhoud|"
            r"content|video|bericht|innehåll\w{0,3}|innhold\w{0,3}|indhold\w{0,3}|videon|videoen|sisältö\w{0,3}|"
            r"sisällön|upotus)\b(?=[^\n]{0,200}(?:cookie|toestemming|samtyk|samtyck|godkän|godta|accept|hyväksy|"
            r"eväste|extern))[^\n]{3,300}",
            r"(?:(?:ce|cette|este|esta|questo|questa|ten|ta|tento|toto|bu|этот|данный|цей|a|ez a) (?:contenu|vidéo|"
            r"publication|contenido|vídeo|conteúdo|contenuto|video|treść|materiał|obsah|içerik|контент|вміст|"
            r"tartalom)|"
            r"(?:pour|para|per|aby|pro|чтобы|щоб) (?:voir|afficher|visionner|lire|ver|visualizar|vedere|visualizzare|"
            r"zobaczyć|wyświetlić|obejrzeć|zobrazení|посмотреть|увидеть|побачити|"
            r"переглянути))\b(?=[^\n]{0,200}(?:cookie|ciasteczk|çerez|куки|süti))(?=[^\n]{0,240}(?:bloqu|masqu|"
            r"accept|accett|acept|aceit|"
            r"autoris|permit|consen|zgod|zaakcept|akcept|souhlas|povol|kabul|onay|прийм|прим|разреш|дозв|engedély|"
            r"elfogad))[^\n]{3,300}",
            r"to (?:view|see) this (?:content|video|embed)[^\n]{0,200}",
            r"please (?:enable|accept|allow|turn on) [^\n]{0,40}(?:cookies|javascript)[^\n]{0,200}",
            r"(?:enable|turn on|activate) javascript (?:for|to) [^\n]{0,120}",
            r"(?:for )?the best experience, we recommend [^\n]{0,120}browser[^\n]{0,120}",
            r"end of list|نهاية القائمة|please wait ?(?:\.{3}|…)?|(?:bitte warten|veuillez patienter|espere,? por "
            r"favor|aguarde|attendere|"
            r"proszę czekać|подождите|зачекайте)(?:,? (?:por favor|prego|пожалуйста|будь ласка))? ?(?:\.{3}|…)",
        ),
        hits=(
            "Externer Inhalt nicht verfügbar",
            "An dieser Stelle finden Sie Inhalte von Drittanbietern",
            "Zur Anzeige aktiviere bitte die Einstellungen in den Privatsphäre-Einstellungen.",
            "To view this content, please accept cookies.",
            "Turn on JavaScript to see the map.",
            "Ce contenu est masqué : acceptez les cookies pour l’afficher.",
            "Loading...",
            "Um eingebettete Inhalte anzuzeigen, ist deine Einwilligung in die Verarbeitung von Daten notwendig.",
            "Please use Chrome browser for a more accessible video player",
            "Veuillez patienter…",
            "end of list",
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
        phrase(r"(?:[*•·~_=#◆◇■□●○★☆❦❧⁂|¯—–-] ?){1,40}"),
        hits=("* * *", "***", "❦", "———", "•"),
        misses=("…", "?!", "* Name geändert", "- 3", "#1"),
    ),
    Rule(
        "template_placeholder",
        phrase(
            r"(?:\{\{[^{}\n]{0,120}\}\}|\{%[^{}\n]{0,120}%\}|\$\{[^{}\n]{0,120}\}|%%[\w.-]{1,60}%%|"
            r"\[\[[\w.-]{1,60}\]\]|\$\$[\w.-]{1,60}\$\$)+"
        ),
        hits=("{{ article.title }}", "${headline}", "%%AD_SLOT%%", "$$ARTICLEAD$$", "{% include 'footer' %}"),
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
        "breadcrumb",
        phrase(
            r"(?:home(?: ?page)?|startseite|start|accueil|inicio|início|strona główna|hlavní stránka|domů|hjem|hem|"
            r"forside|etusivu|ana ?sayfa|главная|головна|αρχική|ホーム|トップ|首页|首頁|홈|beranda)"
            r"(?: ?[>»›→] ?[^\n.!?]{2,120}|(?: ?[/|] ?[^\n.!?/|]{2,40}){2,6})",
        ),
        scope="head",
        hits=("Home > Local News > Story", "Startseite / Politik / Die Brücke ist offen", "ホーム>社会>橋"),
        misses=("Home / office", "Start your engines", "Inicio de curso / vuelta al cole"),
    ),
    Rule(
        "tag_label",
        phrase(
            r"(?:tags?|themen|schlagw(?:orte|örter)|stichwörter|topics|mots[- ]clés|étiquettes|etiquetas|temas|"
            r"palabras clave|"
            r"argomenti|palavras-chave|assuntos|trefwoorden|onderwerpen|tagi|słowa kluczowe|štítky|témata|klíčová "
            r"slova|"
            r"ämnen|taggar|emneord|stikord|emner|avainsanat|aiheet|etiketler|címkék|etichete|теги|метки|мітки|"
            r"ετικέτες|"
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
            r"(?:listen to (?:this|the) (?:article|story)|artikel anhören|écoute[rz] (?:l['’]|cet )article|escuchar? "
            r"(?:el |este |esta |la )?(?:artículo|noticia|nota)|ascolta (?:l['’]|questo )articolo|"
            r"(?:ouça|ouvir) (?:o |este |a |esta )?(?:artigo|texto|matéria|notícia|reportagem)|(?:beluister|"
            r"luister naar) (?:dit|het) artikel|(?:posłuchaj|odsłuchaj)(?: tego)? (?:artykułu|artykuł)|"
            r"poslechnout(?: si)? článek|lyssna "
            r"på artikeln|"
            r"lytt til (?:saken|artikkelen)|lyt til artiklen|kuuntele (?:juttu|artikkeli)|"
            r"haberi (?:sesli )?dinle(?:yin)?|"
            r"(?:про)?слуша(?:ть|йте) (?:эту )?(?:статью|новость|материал)|(?:про)?слуха(?:ти|йте) (?:цю )?(?:статтю|"
            r"новину)|ακούστε το άρθρο|(?:この)?記事を(?:聞く|聴く|読み上げる)|기사 듣기|(?:听|收听|朗读)(?:新闻|"
            r"文章|本文)|"
            r"(?:استمع|استمعوا) (?:للمقال|للخبر|إلى (?:المقال|الخبر|هذا المقال))|(?:यह |इस )?(?:खबर|ख़बर) (?:को "
            r")?सुनें|"
            r"dengarkan (?:artikel|berita)(?: ini)?|hallgas(?:d|sa) meg a cikket)(?: "
            r"?\(?\d{1,3}(?::\d\d)?(?: ?min\w{0,5}\.?)?\)?)?",
            r"článek si můžete (?:také |i )?poslechnout[^\n.!?]{0,40}\.?",
            r"listening to articles is free for [^\n]{3,160}|ascolta la versione audio dell['’]articolo|"
            r"(?:new ?:? ?)?you can (?:now )?listen to (?:[\w'’&.-]{1,20} ){1,4}articles?[.!]?",
        ),
        hits=(
            "NEWYou can now listen to Marling articles!",
            "Artikel anhören (03:15 min)",
            "Ascolta la versione audio dell'articolo",
            "Listen to this article",
            "Escuchar artículo",
        ),
        misses=("Listen to this article of faith.", "Artikel anhören wollte niemand"),
    ),
    Rule(
        "button",
        phrase(
            r"(?:spara|lagre|gem|merke|save|salvar|guardar|salva|bewaar|tallenna|zapisz|uložit) (?:artikel\w{0,2}|"
            r"artikkel\w{0,2}|"
            r"artiklen|saken|article|artículo|articolo|artigo|juttu|artykuł|článek)|artikel (?:merken|speichern|"
            r"bewaren)|"
            r"(?:buy|shop|order|view|check (?:the )?(?:price|availability)|see (?:it|the price|price|prices)|get it|"
            r"bei|jetzt bei)"
            r"(?: now| it)? (?:on |at |from )?(?:amazon(?:\.\w{2,3}){0,2}|ebay|walmart|best ?buy|adorama|b&h(?: "
            r"photo)?|etsy|newegg|"
            r"otto|mediamarkt|saturn|thomann|bol\.com|zalando)(?: (?:kaufen|ansehen|now))?(?: \([^()\n]{2,60}\))?|"
            r"back to (?:the )?top|(?:zurück )?nach oben|haut de page|lihat foto|이미지 확대|사진 크게보기|xem ảnh|"
            r"volver arriba|torna su|voltar ao topo|register now!?|poll|"
            r"字号(?: ?[：:])?(?: ?(?:超大|特大|大|中|标准|小)){2,5}|"
            r"(?:[×✕] ?)?(?:photos|videos|images|slideshow|(?:photo |image )?gallery|galería(?: de fotos)?|galleria|"
            r"diaporama|bildergalerie|fotostrecke)|(?:show|view|see|load) (?:more|all|less)|read (?:full|the full) "
            r"(?:article|story)|(?:mehr|alle|"
            r"weniger) anzeigen|weiterlesen|(?:afficher|voir) (?:plus|tout|moins)|(?:ver|mostrar) (?:más|todo|todos|"
            r"mais|menos)|mostra altro|vedi tutt[io]|(?:toon|bekijk) (?:meer|alles)|pokaż więcej|zobacz wszystkie|"
            r"zobrazit (?:vše|více)|visa (?:mer|alla)|vis (?:mer|mere|alle|flere)|näytä (?:lisää|kaikki)|"
            r"(?:daha fazla|tümünü) göster|mutass többet|vezi toate|показать (?:ещ[её]|вс[её])|показати (?:ще|всі)|"
            r"(?:δείτε|εμφάνιση) περισσότερ(?:α|ων)|もっと見る|और पढ़ें|더보기|查看更多|展开全文|عرض المزيد|और देखें|"
            r"(?:(?:bild|foto|video|galerie|karte) (?:anzeigen|schließen|vergrößern|öffnen) ?){1,3}|"
            r"(?:enlarge|close|expand|view|open|show|"
            r"hide|toggle|see|read|play|pause|watch|download|load|sort|report) (?:the |this |all |more |"
            r"full )?(?:\d{1,3} )?(?:image|photo|gallery|picture|caption|slideshow|transcript|video|fullscreen|audio|"
            r"map|comment|photo gallery|reply|replies)s?(?: in fullscreen| ?\(\d{1,6}\))?|(?:click|tap|press|hover|"
            r"swipe) (?:here |on (?:the )?(?:image|photo|picture) )?(?:to|for) (?:enlarge|expand|zoom|view|play|see|"
            r"open|unmute|reveal|the next)\b[^\n.!?,]{0,40}|(?:zum vergrößern|bild|foto|klick\w{0,3}) (?:anklicken|"
            r"klicken|tippen|in (?:großansicht|neuem fenster)|zum vergrößern)(?: öffnen)?|(?:alle|"
            r"weitere) (?:\d{1,3} )?(?:bilder|fotos|videos) (?:ansehen|anzeigen|anschauen)|zur (?:bilder|"
            r"foto)?(?:galerie|strecke|ansicht)|(?:bekijk|se|visa|vis|katso|näytä|toon) (?:alla|alle|kaikki|fler|"
            r"flere|meer) (?:\d{1,3} )?(?:foto(?:['’]?s)?|bilder|bilder(?:na)?|billeder|kuvat|kuvaa)|(?:förstora|"
            r"åpne|"
            r"åbn|suurenna|vis|visa|dölj|skjul) (?:bild(?:en)?|bildet|billedet|kuva|bildtext|bildetekst|billedtekst)|"
            r"klik (?:for at|om te) (?:forstørre|vergroten)|(?:image|photo|slide|picture|bild|foto|kuva|afbeelding|"
            r"billede)s? \d{1,3} ?(?:of|von|van|av|af|/) ?\d{1,3}|\d{1,3} (?:of|von|van|av|af) \d{1,3}(?: (?:photos|"
            r"images|bilder|fotos|pictures))?|agrandir l['’]image|ampliar (?:imagen|foto)|"
            r"ingrandisci(?: (?:l['’]immagine|la foto))?|vergroot (?:foto|afbeelding)"
        ),
        hits=(
            "Mehr anzeigen",
            "Bild anzeigen Bild schließen",
            "Enlarge image",
            "Zobrazit vše",
            "Poll",
            "Spara artikel",
            "Buy on Amazon (Save $20)",
            "Bei Amazon kaufen",
            "字号 超大 大 标准 小",
            "もっと見る",
            "Show more",
            "× Photos",
        ),
        misses=(
            "Buy on credit",
            "Bei Amazon streiken sie.",
            "Register now or never",
            "Show more mercy",
            "Alle anzeigen erstattet",
            "See all of it, she said.",
        ),
    ),
    Rule(
        "end_mark",
        phrase(
            r"end of (?:the )?article|fin de l['’]article|fin del artículo|fine (?:dell['’])?articolo|"
            r"[-–—* ]{0,4}(?:ende|end|fin|koniec|konec)[-–—* ]{0,4}|انتهای پیام/?|پایان پیام/?"
        ),
        scope="tail",
        hits=("End of Article", "- Ende -", "انتهای پیام"),
        misses=("End of the road", "Am Ende"),
    ),
    Rule(
        "player",
        phrase(
            r"(?:listen|play|lyssna|lytt|lyt|kuuntele|luister|anhören|vorlesen|hören)(?: now| nu| nå|"
            r" jetzt)?(?: ?[•·|"
            r":(–-] ?| )\(?(?:\d{1,3}:\d\d|\d{1,3} ?min\.?)\)?(?: \d{1,3}:\d\d)?",
            r"(?:this )?audio(?: (?:narration|version|recording|article|file))? (?:is |was )?(?:automatically |"
            r"auto-?)?(?:generated|narrated|produced|read|voiced|created)\b[^\n.!?]{0,80}\.?|(?:this (?:article|"
            r"story)|article) (?:is |was |has been )?(?:narrated|voiced|read aloud)\b[^\n.!?,]{0,80}\.?",
            r"(?:(?:diesen|den) )?(?:artikel|text|beitrag) (?:vorlesen|anhören|hören)(?: lassen)?|"
            r"(?:hier )?(?:vorlesen lassen|zum (?:an)?hören)|(?:spill av|läs upp|få (?:saken|artikeln|"
            r"artiklen)) (?:opplest|uppläst|læst op|artikkelen|artikeln|saken)",
        ),
        hits=("Listen • 4:12", "Audio narration generated by AI", "Diesen Text vorlesen lassen", "Lyssna (4 min)"),
        misses=(
            "Listen to this",
            "Play 90 minutes",
            "Audio recordings of the council were read out, and nobody spoke.",
        ),
    ),
    Rule(
        "contents_label",
        phrase(
            r"(?:table of contents|jump to(?: section| recipe)?|in this (?:article|story)|on this page|"
            r"skip to(?: content)?|inhaltsverzeichnis|(?:das )?(?:erwartet sie )?in diesem (?:artikel|beitrag|text)|"
            r"inhoudsopgave|in dit artikel|innehållsförteckning|i den här artikeln|innholdsfortegnelse|"
            r"i denne (?:artikkelen|saken)|indholdsfortegnelse|i denne artikel|sisällysluettelo|tässä (?:jutussa|"
            r"artikkelissa)) ?:?"
        ),
        hits=("Table of Contents", "Jump to:", "Inhaltsverzeichnis", "In dit artikel"),
        misses=("In this article we look back.", "Jump to conclusions", "Table of contents pages were torn out."),
    ),
    Rule(
        "button",
        phrase(
            r"(?:save|e-?mail|share|print|read|open|view|see|swipe|expand|close|hide|remove|unlock|get|download|"
            r"turn on|enable|skip|send|bookmark|report|gift|give|copy|manage|edit|rate|zoom|browse|explore|unmute|"
            r"play|watch) (?:[\w'’]{1,15} ){0,4}(?:article|story|page|gallery|pictures|photos|images?|newsletters?|"
            r"ads?|adverts?|free trial|comments|captions?|slideshow|link|bookmarks|reading list)(?: (?:to|as|in|with|"
            r"for|from|by|here|now|below) ?(?:[\w'’]{1,15} ?){0,4})?[.!]?",
            r"(?:activ(?:a|e|ez)|ative|attiva|włącz|zapněte(?: si)?|включите|увімкніть|ενεργοποιήστε|"
            r"aktifkan) (?:las |les |"
            r"as |le |τις )?(?:notificaciones|notifications|notificações|notifiche|powiadomienia|upozornění|"
            r"уведомления|"
            r"сповіщення|ειδοποιήσεις|notifikasi)\b[^\n.!?,]{0,80}[.!]?",
            r"(?:turn on|enable|allow|manage|receive|get) (?:(?:breaking|news|email|push|free|our|your|desktop|"
            r"mobile) ){0,3}(?:notifications|alerts)(?: (?:for|about|on|to|when|as|by)\b[^\n.!?,]{0,60})?[.!]?|tweet|"
            r"post to x|(?:this )?video (?:is )?unavailable\.?|terms (?:and conditions )?apply\.?|"
            r"we value your privacy\b[^\n]{0,160}|(?:manage|change|update|review) (?:your |my )?(?:cookies?|privacy|"
            r"consent)(?: (?:preferences|settings|choices))?|(?:bli varslet|få (?:varsel|varsler|notis|notiser|"
            r"besked)|slå på (?:varsler|notiser|varsling)|ontvang (?:een )?melding(?:en)?|"
            r"saat ilmoituksen) [^\n.!?,]{0,60}|(?:save|read|watch|listen)(?: (?:it|this|article|"
            r"story))?(?: for)? later|(?:ad|advert|advertisement|anzeigen?|annonse?) feedback|(?:skip|zoom|hide|"
            r"close|"
            r"remove|report) (?:this )?(?:ad|advert|advertisement)s?|report (?:an? )?(?:error|typo|"
            r"mistake)(?: in this (?:article|story))?",
            r"(?:(?:alle|diesen|den|die|das|weitere|mehr|unsere\w?) )?(?:artikel|beitrag|text|werbung|anzeigen?|"
            r"benachrichtigungen|push-\w{3,20}|bilder|fotos|video|galerie|kommentare?|newsletter|seite|link|thema|"
            r"merkliste|untertitel|bildunterschrift|bildtext|transkript) (?:ausblenden|einblenden|anzeigen|schließen|"
            r"öffnen|aktivieren|abonnieren|bestellen|merken|speichern|teilen|drucken|melden|ansehen|anschauen|"
            r"anhören|"
            r"hören|vorlesen|verwalten|bewerten|empfehlen|herunterladen|laden|lesen)",
            r"(?:lagre|spara|gem|bewaar|tallenna|skriv ut|print|udskriv|tulosta|lytt til|følg|följ|volg|"
            r"seuraa) (?:ämnen i artikeln|emner i (?:artikkelen|artiklen)|artikkelen|artikeln|artiklen|saken|artikel|"
            r"dit artikel|artikkeli|juttu|emnet|ämnet|dit onderwerp|aihetta)",
        ),
        scope="tail",
        spoken=False,
        hits=(
            "Download this article as a PDF",
            "Save for later",
            "Werbung ausblenden",
            "Swipe left to see more pictures",
            "Lagre saken",
            "Activa las notificaciones",
        ),
        misses=(
            "Unlock the door.",
            "Save for a pension early.",
            "Read the letter.",
            "Werbung verboten",
            "Print is dead.",
        ),
    ),
    Rule(
        "advert",
        phrase(
            r"(?:sponsored|presented|brought to you|powered|promoted) by (?!the\b)[^\n.!?,]{2,40}|"
            r"(?:in (?:cooperation|partnership|association|collaboration) with) [^\n.!?,]{2,40}|(?:paid|partner|"
            r"advertiser|branded) (?:content|post|feature)(?: (?:by|from|for) [^\n.!?,]{2,40})?",
            r"(?:ende|end|slutt|slut|einde) (?:der|des|of|på|av|van|af)(?: the| de| het)? (?:bildergalerie|"
            r"fotostrecke|galerie|artikels|anzeige|werbung|gallery|slideshow|list|carousel|ad|advertisement|annonse|"
            r"annonsen|advertentie|video|newsletter promotion)",
            r"(?:(?:foto|beeld|afbeelding) ter illustratie|(?:illustrative|representative|representational|"
            r"indicative|"
            r"stock) (?:image|picture|photo)|illustrasjonsbilde|genrebild)\.?",
        ),
        scope="tail",
        hits=("Sponsored by Acme", "Ende der Bildergalerie", "Foto ter illustratie"),
        misses=(
            "Sponsored by the state, the hackers hit 14 hospitals.",
            "Ende der Reise",
            "In cooperation with us, he built it.",
        ),
    ),
    Rule(
        "button",
        phrase(
            r"(?>(?:(?:normal|larger?|small(?:er)?|medium|very large|default|increase|decrease|reset) )?(?:text|"
            r"font)(?: size)?|schriftgröße|schrift (?:größer|kleiner)|taille (?:du texte|de police)|tamaño "
            r"(?:del? )?(?:texto|letra|fuente)|(?:aumentar|diminuir|reduzir|reducir) (?:a |o |el |la )?(?:fonte|texto|"
            r"letra)|tamanho (?:da letra|do texto|da fonte)|dimensione (?:del )?testo|tekstgrootte|textstorlek|"
            r"rozmiar (?:tekstu|czcionki)|velikost (?:písma|textu)|yazı boyutu|размер (?:шрифта|текста)|"
            r"ouvir o texto)(?:[ |/·](?>(?:(?:normal|larger?|small(?:er)?|medium|very large|default|increase|"
            r"decrease|reset) )?(?:text|font) size|schrift (?:größer|kleiner)|(?:aumentar|diminuir|reduzir|reducir) "
            r"(?:a |o |el |la )?(?:fonte|texto|letra)|[a+-]{1,2})){1,6}",
            r"(?:später|lees|läs|les|læs) (?:lesen|later|senare|senere)|lire plus tard|leer más tarde|leggi(?:lo)? "
            r"(?:più tardi|dopo)|ler (?:mais tarde|depois)|(?:przeczytaj|zapisz na) później|(?:přečíst|uložit na) "
            r"později|sonra oku|(?:читать|прочитать) позже|later lezen|(?:lesezeichen|merkliste)(?: zur app)?|"
            r"(?:ajouter|ajoutez) (?:à (?:vos|mes) (?:sélections|favoris)|aux favoris)|(?:añadir|agregar) a "
            r"(?:favoritos|mi lista)|aggiungi ai preferiti|adicionar aos favoritos",
            r"(?:oferecer|oferece) (?:este )?artigo|offrir (?:cet |l['’])article|(?:regala|regalar) (?:este |esta )?"
            r"(?:artículo|noticia)|regala (?:questo )?articolo|podaruj (?:ten )?artykuł|artikel verschenken|"
            r"(?:geef dit artikel|artikel) cadeau(?: geven)?|darovat článek|ge bort artikeln|gi bort (?:saken|"
            r"artikkelen)",
            r"(?:voir|afficher|passer|lire) en plein écran|plein écran|(?:ver en )?pantalla completa|(?:ver em )?"
            r"(?:tela cheia|ecrã inteiro)|(?:vedi |guarda )?a tutto schermo|schermo intero|(?:im )?vollbild(?:modus)?"
            r"(?: anzeigen| öffnen| schließen)?|volledig scherm|(?:visa i )?(?:fullskärm|fullskjerm|fuld skærm)|"
            r"(?:na )?pełny ekran|(?:na )?celou obrazovku|tam ekran|(?:развернуть|открыть|смотреть) на весь экран|"
            r"(?:выйти из )?полноэкранн(?:ого|ый) режим\w?|на весь екран|ملء الشاشة|全画面(?:表示)?|전체 ?화면",
            r"(?:ir|saltar) a (?:los )?comentarios|(?:aller aux|voir les) commentaires|vai ai commenti|zu den "
            r"kommentaren|(?:naar|bekijk) de reacties|ir para os comentários|(?:go|jump|skip) to comments|"
            r"(?:przejdź|skocz) do komentarzy|(?:přejít do|vstoupit do) disku[sz]e(?: \(\d{1,5} [^\W\d_]{3,15}\))?|"
            r"yorumlara git|til kommentarene|till kommentarerna|к комментариям|до коментарів",
            r"(?:lire|consulter|feuilleter) le journal(?: numérique)?|(?:zum|im) e-?paper(?: lesen)?|sfoglia il "
            r"giornale(?: digitale)?|(?:leer|ver) (?:la )?edición impresa|lees de (?:digitale )?krant|läs e-?tidningen|"
            r"les e-?avisen|(?:read|view) (?:the )?(?:e-?paper|digital edition|print edition)|(?:enter|your) e?-?mail"
            r"(?: address)?",
            r"(?:artikel|verhaal) (?:be)?luisteren|artikel (?:hören|vorlesen)|écouter|odsłuchaj|posłuchaj|poslechnout|"
            r"прослушать|ascolta|escuchar|escucha la noticia|ouvir(?: artigo)?",
            r"(?:foto|fotos|photo|photos|video|videos|vidéo|fotogalerie|fotogalería|fotogaleria|galerie|galéria)"
            r"(?: ?\(?\d{1,3}\)?)?|\d{1,3} ?/(?: ?\d{1,3})?|(?:premium|exclusivo|exclusif|esclusiva|exklusiv)",
        ),
        scope="head",
        hits=(
            "Normal text size Larger text size Very large text size",
            "Ouvir o texto Diminuir fonte Aumentar fonte",
            "Später lesen",
            "Ajouter à vos sélections",
            "Oferecer artigo",
            "Voir en plein écran",
            "Развернуть на весь экран",
            "Ir a los comentarios",
            "Lire le journal numérique",
            "Artikel beluisteren",
            "Fotogalerie 9",
            "1 / 5",
        ),
        misses=(
            "Text size matters",
            "Später lesen die Kinder ein Buch.",
            "Offrir un article de luxe",
            "Voir la mer",
            "Exclusivo hotel en la costa",
            "Photo of the year",
        ),
    ),
    Rule(
        "button",
        phrase(
            r"(?:voir|afficher|passer) en plein écran|(?:ver en )?pantalla completa|(?:ver em )?(?:tela cheia|ecrã "
            r"inteiro)|(?:развернуть|открыть|смотреть) на весь экран|(?:выйти из )?полноэкранн(?:ого|ый) режим\w?|"
            r"(?:ir|saltar) a los comentarios|(?:aller aux|voir les) commentaires|vai ai commenti|zu den kommentaren|"
            r"naar de reacties|ir para os comentários|(?:go|jump|skip) to comments|(?:przejdź|skocz) do komentarzy|"
            r"(?:přejít do|vstoupit do) disku[sz]e(?: \(\d{1,5} [^\W\d_]{3,15}\))?|к комментариям|до коментарів|"
            r"(?:oferecer|oferece) (?:este )?artigo|offrir (?:cet |l['’])article|podaruj (?:ten )?artykuł|artikel "
            r"verschenken|(?:enter|your) e-?mail(?: address)?",
            r"wie (?:finden sie|hat ihnen) (?:den|dieser|der) (?:artikel|beitrag)(?: gefallen)?\?(?: \d{1,5} [^\W\d_]"
            r"{3,20})?|(?:was|did) (?:this|you find this) (?:article|story|page) (?:helpful|useful|interesting)\?[^\n]"
            r"{0,40}|(?:cet article vous a-t-il été utile|¿te ha (?:gustado|interesado|sido útil) (?:este|esta) "
            r"(?:artículo|noticia)|questo articolo ti è (?:stato utile|piaciuto)|(?:este|esta) (?:artigo|notícia) foi "
            r"útil|vond je dit artikel (?:interessant|nuttig)|czy (?:ten )?artykuł (?:był|jest) (?:pomocny|"
            r"przydatny|ciekawy)) ?\?[^\n]{0,40}",
        ),
        scope="tail",
        hits=(
            "Ir a los comentarios",
            "Wie finden Sie den Artikel? 38 Reaktionen",
            "Vstoupit do diskuse (47 příspěvků)",
        ),
        misses=("Vai ai giardini", "Wie finden Sie den Weg?", "Go to work"),
    ),
    Rule(
        "button",
        phrase(
            r"hear this (?:story|article)|buy (?:this )?photos?|mainos päättyy|mainos alkaa|"
            r"kortversjonen|visitas",
            r"(?:ascolta|ouça|escucha|escuchá|écoutez|hör) (?:questo |este |esta |cet |den )?(?:articolo|artigo|"
            r"artículo|nota|article|artikel)(?: ora| agora| ahora| maintenant| jetzt)?\.{0,3}",
            r"[¡]?(?:activa|activá|ative|attiva|activez|aktiviere) (?:tus|las|as|le|les|vos|"
            r"die) (?:notificaciones|notificações|notifiche|notifications|benachrichtigungen)[!.]?",
            r"(?:δείτε|δες) (?:το βίντεο|τις φωτογραφίες|το video) ?:?|(?:mira|mirá|vea|guarda|regardez|veja|"
            r"zobacz|katso|nézd meg) (?:el |il |la |o |a )?(?:video|vídeo|vidéo|wideo|videota) ?:?",
        ),
        hits=(
            "Hear this story",
            "¡Activa tus notificaciones!",
            "Ascolta questo articolo ora...",
            "Δείτε το βίντεο:",
        ),
        misses=(
            "Hear this storyteller",
            "24/7 care",
            "Visitas al museo",
            "Mira el video de nuevo",
        ),
    ),
    Rule(
        "embed_placeholder",
        phrase(
            r"wir respektieren (?:deine|ihre) privatsphäre\b[^\n]{0,300}|"
            r"(?:pour (?:afficher|voir|visualiser|lire)|to (?:display|view|see|show)|for å (?:se|vise)|för att (?:se|"
            r"visa)|for at (?:se|vise)|um|zum anzeigen) (?:ce|cet|this|dette|detta|den här|diesen?|dieses)? ?"
            r"(?:contenu|content|embed|video|vidéo|innhold(?:et)?|innehåll(?:et)?|indhold(?:et)?|inhalt\w{0,2})\b"
            r"[^\n]{0,120}\b(?:cookies?|autoriser|publicité|tracking|consent|godta|godkänna|godkende|"
            r"samtykke|zustimmung|zustimmen)\b[^\n]{0,200}",
            r"bu içeriği gör\w{2,12} [^\n.!?]{0,40}\bçerez\w{0,8}[^\n]{0,80}|"
            r"a tartalom meg\w{3,18} [^\n.!?]{0,60}\bsüti\w{0,6}[^\n]{0,80}",
        ),
        hits=(
            "Wir respektieren deine Privatsphäre und stellen deshalb keine Verbindung zu Twitter her.",
            "Pour afficher ce contenu YouTube, il est nécessaire d'autoriser la publicité.",
            "For å se dette innholdet må du godta cookies fra Facebook.",
        ),
        misses=(
            "Wir respektieren die Privatsphäre der Familie.",
            "To view content as art, he said, is to enable thought.",
            "För att se innehållet gick de in.",
        ),
    ),
)
