"""Lines that date the article, tell how long it takes to read, or that it is not finished."""

from __future__ import annotations

from scraper.cleaners.rules.rule import Rule, phrase

_MONTH = (
    r"(?:jan|feb|mär|mar|apr|mai|may|maj|jun|jul|aug|sep|set|okt|oct|out|ott|nov|dez|dec|dic|des|gen|fév|fev|avr|"
    r"abr|mag|giu|lug|ago|août|aoû|déc|ene|kvě|led|úno|bře|dub|čer|srp|zář|říj|lis|pro|sty|lut|maa|mei|kwi|cze|lip|"
    r"sie|wrz|"
    r"paź|gru|oca|şub|nis|haz|tem|ağu|eyl|eki|kas|ara|tammi|helmi|maalis|huhti|touko|kesä|heinä|elo|syys|loka|marras|"
    r"joulu|ápr|máj|jún|júl|sze|ian|iun|iul|noi|янв|фев|мар|апр|мая|май|июн|июл|авг|сен|окт|ноя|дек|січ|лют|бер|кві|"
    r"тра|чер|лип|сер|вер|жов|лис|гру|már|agu|ιαν|φεβ|μαρ|απρ|μαΐ|μαϊ|μαι|ιουν|ιουλ|αυγ|σεπ|οκτ|νοε|"
    r"δεκ)[^\W\d_]{0,10}\.?"
    r"|(?:يناير|فبراير|مارس|أبريل|ابريل|مايو|يونيو|يوليو|أغسطس|سبتمبر|أكتوبر|نوفمبر|ديسمبر|"
    r"जनवरी|फरवरी|मार्च|अप्रैल|मई|जून|जुलाई|अगस्त|सितंबर|अक्टूबर|नवंबर|दिसंबर)"
)
_MONTH = rf"(?:{_MONTH})"
_DATE = (
    rf"(?:\d{{1,2}}[./-]\d{{1,2}}[./-]\d{{2,4}}|\d{{4}}-\d\d-\d\d|\d{{1,2}}(?:\.|er|º)?(?: de)? {_MONTH},?(?: de)? "
    rf"\d{{4}}|{_MONTH} \d{{1,2}},? \d{{4}}|\d{{4}}\.? ?{_MONTH} \d{{1,2}}\.?|"
    r"\d{4} ?[./年년] ?\d{1,2} ?[./月월] ?\d{1,2} ?[.日일]?)"
)
_TIME = r"(?:\d{1,2}[:.h時] ?\d\d分?(?::\d\d)?(?: ?(?:uhr|[ap]\.?m\.?|h))?(?: ?(?:[A-Z]{2,4}|GMT[+-]\d{1,2}))?)"
_AT = (
    r"(?:,| -| –| \||•| um| om| at| a las| às| alle ore| ore| saat| pukul| στις|"
    r" à las| à| alle| klo| kl\.?| o godz\.?| v| în| ora| в| о|) ?"
)
_DAY = r"[^\W\d_]{2,14}\.?,? "
STAMP = rf"(?:(?:{_DAY})?(?:{_DATE}(?:{_AT}{_TIME})?|{_TIME}(?:,| -)? ?(?:{_DATE})?))"
_UNIT = (
    r"(?:month|monat|mois|mes|maand|måned|månad|mies|měs|week|woche|semana|semaine|settiman|vecka|viikko|"
    r"sekund|second|segund|minut|min|stund|hour|heure|hora|ore|uur|tim|god|hod|jour|day|tag|dag|día|dia|giorn|dni|"
    r"saat|dakika|gün|час|минут|мин|день|дня|годин|хвилин)\w{0,6}\.?"
)
_AGO = (
    rf"(?:(?:vor|il y a|hace|há|före|for|före|před|acum|för) \d{{1,3}} {_UNIT}(?: (?:sedan|siden))?|"
    rf"\d{{1,3}} {_UNIT} (?:ago|fa|geleden|temu|önce|sitten|atrás|назад|тому))"
)
_MADE = (
    # German, English
    r"(?:zuletzt |last |first |originally |erst(?:mals)? |ursprünglich |först |først |senast |sist |sidst |viimeksi |"
    r"laatst |eerst |először |последно |poslední |ostatnia |última |dernière |ultimo |son |utolsó |останнє |"
    r"terakhir )?(?:stand|aktualisiert|"
    r"aktualisierung|akt\.?|(?:erst)?veröffentlicht|erstveröffentlichung|erstellt|publiziert|updated?|published|"
    r"posted|modified|"
    # French, Spanish, Italian, Portuguese, Romanian
    r"publié|mis à jour|mise à jour|modifié|actualizado|actualización|publicado|atualizado|atualização|aggiornato|"
    r"aggiornamento|pubblicato|actualizat|publicat|"
    # Dutch, Polish, Czech, Swedish, Norwegian, Danish, Finnish, Turkish, Hungarian
    r"gepubliceerd|bijgewerkt|geplaatst|opublikowano|publikacja|aktualizacja|aktualizowano|aktualizováno|aktualizace|"
    r"publikováno|vydáno|zveřejněno|uppdaterad|publicerad|oppdatert|publisert|sist oppdatert|opdateret|publiceret|"
    r"sidst opdateret|julkaistu|päivitetty|güncelleme(?: tarihi)?|güncellendi|yayınlanma(?: tarihi)?|giriş|"
    r"frissítve|közzétéve|megjelent|"
    # Russian, Ukrainian, Greek
    r"обновлено|опубликовано|оновлено|опубліковано|ενημερώθηκε|δημοσιεύτηκε|δημοσιεύθηκε|δημοσίευση|"
    r"τελευταία ενημέρωση|"
    # Japanese, Korean, Chinese, Arabic, Hindi
    r"更新(?:日時?)?|公開(?:日時?)?|配信(?:日時?)?|掲載|입력|수정|업데이트|등록|发布时间|更新时间|發布時間|更新時間|"
    r"نُشر في|نشر في|"
    r"آخر تحديث|अपडेटेड|प्रकाशित|diperbarui|dipublikasikan|diterbitkan)"
    r"(?: am| on| le| el| il| em| a| op| den| dne| dnia| στις| la data de| pada)?"
)
_READ = (
    r"lesedauer|lesezeit|reading time|read time|temps de lecture|durée de lecture|lecture :|tiempo de lectura|"
    r"tempo di lettura|tempo de leitura|leestijd|czas czytania|doba čtení|čas čtení|lästid|lesetid|læsetid|lukuaika|"
    r"okuma süresi|olvasási idő|timp de citire|время (?:на )?чтения|время чтения|час читання|χρόνος ανάγνωσης|"
    r"読了時間|"
    r"読む時間|읽는 시간|阅读时间|阅读时长|閱讀時間|وقت القراءة|पढ़ने का समय"
)
_LENGTH = (
    rf"(?:(?:{_READ})\s?[:：]?\s?(?:(?:ca|etwa|env|约|約)\.? ?)?\d{{1,4}} ?\w{{0,8}}\.?|"
    r"\d{1,4}[ -]?(?:minuten|minuters?|min\.?|mins?|minutes?|minutos|minuti|minuty?|minut|minuuttia|perc|dk\.?|dakika|"
    r"dakikalık|мин\.?|минуты?|хв\.?|хвилини?|分|分)(?:-| )?(?:lesedauer|lesezeit|read|de lecture|de lectura|di "
    r"lettura|"
    r"de leitura|leestijd|lezen|czytania|čtení|läsning|lästid|lesetid|læsetid|lukuaika|okuma(?: süresi)?|olvasás|de "
    r"citit|"
    r"чтения|читання|ανάγνωση|listen|watch|listening time))"
)
_SHORT_DATE = rf"(?:\d{{1,2}}\.? {_MONTH}|{_MONTH} \d{{1,2}}|\d{{1,2}}\.\d{{1,2}}\.|{_TIME})"
"""Day without its year, or a time."""

ROWS = (
    Rule(
        "update_stamp",
        phrase(
            rf"(?!(?:giriş|수정|등록|公開|掲載)\Z){_MADE} ?[:：]?",
            rf"{_MADE} ?[:：]? ?(?:{_AGO}|{STAMP})(?: ?[|•·/,-]? ?{_MADE} ?[:：]? ?(?:{_AGO}|{STAMP}))?\.?",
            rf"{STAMP} ?(?:[|•·-]|に)? ?{_MADE}(?: ?[:：]? ?{STAMP})?",
            rf"(?:{_MADE} ?[:：]? ?)?{STAMP} ?[|•·,–—-]? ?(?:{_MADE} ?[:：]? ?(?:{_AGO}|{STAMP}) ?[|•·,–—-]? "
            rf"?)?{_LENGTH}",
        ),
        hits=(
            "Stand:",
            "Stand: 08.11.2024, 10:11 Uhr",
            "Veröffentlicht am 13. Mai 2026 um 15:44",
            "Aktualisiert vor 3 Stunden",
            "Updated: March 3, 2024 at 10:15 am",
            "Publié le 3 mars 2024 à 10h15",
            "Uppdaterad 15.59 | Publicerad 14.14",
            "20 Nisan 2026•Güncelleme: 20 Nisan 2026",
            "Dernière mise à jour : mardi 4 mars 2025",
            "Обновлено: 3 марта 2024, 10:15",
            "Published Jun 04, 2026 • Last updated 1 day ago • 2 minute read",
            "Aktualisiert am 07.01.2026 - 18:50 UhrLesedauer: 4 Min.",
        ),
        misses=(
            "Stand: Nach Angaben der Polizei ist die Lage unverändert.",
            "Der Stand der Verhandlungen ist offen.",
            "Updated rules for landlords take effect on March 3, 2024.",
            "Publié en 1857, le recueil fit scandale.",
            "Opublikowano raport o stanie mostu.",
            "Giriş",
        ),
    ),
    Rule(
        "date_line",
        phrase(STAMP, _AGO),
        scope="head",
        hits=(
            "30. Januar 2024",
            "05.08.2024, 20:59 Uhr",
            "17:41 JST, October 13, 2024",
            "10.11.2025 17:59",
            "mardi 4 mars 2025",
            "2024年3月3日 10時15分",
            "hace 3 horas",
        ),
        misses=("30. Januar 2024: Die Verhandlungen beginnen.", "1984", "Am 5. August 2024 begann der Prozess."),
    ),
    Rule(
        "reading_time",
        phrase(
            _LENGTH,
            r"\d{1,3} min\.?",
            r"\d{1,2} ?['’′] (?:di lettura|de lecture|de lectura|de leitura)|زمان مطالعه ?[:：]? ?\d{1,3} ?دقیقه",
            r"(?:この記事は|本文阅读需要|预计阅读)約?约?\d{1,3}分(?:钟|で読めます)",
        ),
        hits=(
            "Lesedauer: 4 Minuten",
            "3 Minuten Lesezeit",
            "5 min read",
            "Temps de lecture : 3 min",
            "4-Minute Listen",
            "3 min czytania",
            "2' di lettura",
            "زمان مطالعه: ۲ دقیقه",
            "3 Min.",
        ),
        misses=(
            "Die Lesedauer des Berichts beträgt drei Stunden.",
            "5 minutes later, the train left.",
            "3 minutes de lecture suffisent, dit-elle.",
            "Lecture 3",
            "90 minutes",
        ),
    ),
    Rule(
        "developing_note",
        phrase(
            r"this is a (?:breaking|developing) (?:news )?(?:new )?story[^\n]{0,160}",
            r"(?:more|details|updates?) to (?:follow|come)(?: (?:soon|shortly))?\.{0,3}",
            r"(?:weitere (?:informationen|details|infos)|mehr) (?:in kürze|folgen?(?: in kürze)?)\.{0,3}",
            r"(?:der|dieser) (?:artikel|text|beitrag) wird (?:laufend |fortlaufend |ständig )?aktualisiert\.{0,3}",
            r"(?:plus d['’]informations|plus de détails) (?:à (?:venir|suivre)|suivront)[^\n.]{0,40}\.{0,3}",
            r"(?:noticia|información) en (?:desarrollo|ampliación)[^\n]{0,120}|habrá ampliación\.?",
            r"(?:notizia|articolo) in aggiornamento\.{0,3}|(?:matéria|notícia) em atualização\.{0,3}",
            r"(?:meer (?:informatie|nieuws|details) )?volgt(?: (?:later|zo snel mogelijk))?\.{1,3}|meer volgt\.{0,3}",
            r"(?:artykuł|tekst|materiał) (?:jest )?(?:na bieżąco )?aktualizowany\.{0,3}|"
            r"(?:wkrótce )?więcej informacji "
            r"wkrótce\.{0,3}",
            r"(?:dit|het) (?:artikel|bericht) wordt (?:nog )?(?:aangevuld|bijgewerkt|geactualiseerd)\.{0,3}",
            r"(?:(?:článek|zprávu|text) )?(?:průběžně )?aktualizujeme\.{0,3}|podrobnosti připravujeme\.{0,3}",
            r"(?:artikeln|texten|nyheten) uppdateras\.{0,3}|(?:saken|artikkelen) oppdateres\.{0,3}",
            r"(?:artiklen|historien|nyheden) opdateres\.{0,3}|(?:juttua|uutista|artikkelia) päivitetään\.{0,3}",
            r"(?:haber|bu haber) güncelleniyor\.{0,3}|ayrıntılar (?:geliyor|birazdan)\.{0,3}",
            r"(?:материал|новость|новина|матеріал) (?:дополняется|обновляется|доповнюється|оновлюється)\.{0,3}",
            r"(?:cikkünk|hírünk|a cikk) (?:folyamatosan )?(?:frissül|frissítjük)\.{0,3}|știre în curs de "
            r"actualizare\.{0,3}",
            r"(?:la nouvelle|l['’]article|cet article) (?:est|sera) (?:en cours de mise|"
            r"mis) à jour[^\n.]{0,60}\.{0,3}",
        ),
        hits=(
            "This is a breaking news story - more to follow",
            "Mehr in Kürze.",
            "Noticia en desarrollo, habrá ampliación",
            "Artykuł jest aktualizowany...",
            "Artikeln uppdateras.",
            "Dit artikel wordt aangevuld.",
        ),
        misses=(
            "More to follow the rules than to write them, he said.",
            "Mehr folgen ihm als je zuvor.",
            "The software is updated every week.",
            "Correction: an earlier version of this article misstated the length of the bridge.",
            "In einer früheren Version dieses Artikels hieß es, die Brücke sei gesperrt. Wir haben das korrigiert.",
        ),
    ),
    Rule(
        "update_stamp",
        phrase(
            rf"(?:(?:this|the) (?:article|story|page|post|report|piece) (?:was|is|has been)|(?:der|"
            rf"dieser) (?:artikel|"
            rf"beitrag|"
            r"text) (?:wurde|ist)|(?:dit|het) (?:artikel|bericht) (?:is|werd)|(?:den här )?(?:artikeln|texten|"
            r"nyheten)(?: är| har| blev)?|(?:denne )?(?:artikkelen|saken|artiklen|historien) (?:er|ble|"
            r"blev)(?: blitt|"
            r" blevet)?|(?:juttua?|uutista?|artikkeli|artikkelia)(?: on)?) (?:(?:last|first|originally|most recently|"
            r"zuletzt|zuerst|erstmals|laatst|eerst|senast|först|sist|først|sidst|viimeksi) )?(?:updated|published|"
            r"posted|modified|aktualisiert|veröffentlicht|bijgewerkt|gepubliceerd|geplaatst|uppdaterad|uppdaterades|"
            r"publicerad|publicerades|oppdatert|publisert|opdateret|publiceret|päivitetty|julkaistu)(?: on| at| am|"
            r" um| op| om| den| kl\.?| klo| "
            rf"kello| i)?,? (?:{STAMP}|{_SHORT_DATE}(?:{_AT}{_TIME})?|{_AGO})\.?",
            r"(?:(?:cet |l['’])?article |(?:noticia|nota|notícia|matéria|articolo|artykuł|článek|haber) )?"
            rf"{_MADE} ?[:：]?(?: à| a las| às| alle(?: ore)?| saat)? ?{_SHORT_DATE}(?:{_AT}{_TIME})?\.?",
        ),
        hits=(
            "This article was first published on 4 March 2023.",
            "Juttua päivitetty kello 14.20",
            "Updated 3 March, 10:42 GMT",
            "Saken ble oppdatert kl. 14.20",
        ),
        misses=(
            "This article was updated on March 3, 2024 to correct the length of the bridge.",
            "The article was first published in a magazine of the town",
            "Artikeln uppdaterades för att rätta brons längd.",
        ),
    ),
    Rule(
        "date_line",
        phrase(
            rf"(?P<value>[^\W\d_][\w.’'-]{{1,20}}(?: [\w.’'-]{{1,20}}){{0,2}}) ?[-–—|·/] ?{_DATE}{_AT}{_TIME}",
            rf"{_MADE} ?[-–—|] ?{STAMP}",
            rf"{STAMP} {_MADE} {_AGO}|{_MADE} ?: {_MADE} [^\W\d_]{{2,12}}(?: [^\W\d_]{{2,12}})?|"
            rf"upd(?:ate)? ?: ?{_TIME}",
        ),
        scope="head",
        hits=("Zaragoza - 26 ene 2023 - 05:30 CET", "Published - September 18, 2023 08:46 pm IST", "UPD: 14:02"),
        misses=("Zaragoza - Huesca", "Published - and be damned", "UPD: alles neu"),
    ),
)
