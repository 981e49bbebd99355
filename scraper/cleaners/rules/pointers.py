"""Lines that point to other texts."""

from __future__ import annotations

from scraper.cleaners.rules.rule import Rule, label, phrase, pointer
from scraper.cleaners.rules.signatures import is_name

_GOAL = r"[^\n.!?]{2,100}!{0,3}"
_ALSO = (
    r"(?:lesen sie|lies|sehen sie|hören sie) auch|mehr (?:dazu|zum thema)|lire aussi|à lire(?: aussi| également)?|"
    r"read (?:also|more)|also read|lees (?:ook|meer)|läs (?:också|mer|även)|les (?:også|mer)|læs (?:også|mere)|"
    r"lue (?:myös|lisää)|"
    r"(?:lee|leer|lea|mira|ver) (?:también|además|más)|leia (?:também|mais)|leggi anche|"
    r"(?:czytaj|przeczytaj|zobacz) (?:też|także|również|więcej)|čtěte (?:také|více|i)|čítajte (?:aj|tiež|viac)|okuyun|"
    r"(?:ayrıca|bunu da) oku(?:yun)?|читайте (?:также|також)|διαβάστε (?:επίσης|ακόμα)|citește și|baca juga|اقرأ أيضا"
)
"""What leads to the name of another text within a line."""
LABELS = label(
    r"relacionad[ao]|tin liên quan|povezan[ei] (?:vijesti|članci|tekstovi)|povezani članci|още по темата|"
    r"susiję straipsniai|相关推荐|相關推薦|כתבות (?:קשורות|נוספות)|(?:اخبار|مطالب) مرتبط|ข่าวที่เกี่ยวข้อง",
    r"more|more on this(?: story| topic)?",
    r"related(?: stories| articles| content| topics| news| coverage| reading| links| posts| videos?| story|"
    r" article)?",
    r"recommended(?: reading| stories| for you| articles)?|don['’]t miss",
    r"editor['’]?s['’]? picks?|more from this section|lese-?tipps?|linktipps?|leestips?|lästips|lesetips|"
    r"tipp der redaktion|empfehlungen der redaktion|anbefalte? (?:saker|artikler|for deg|til dig)|"
    r"mer (?:om ämnet|om saken|i samme kategori)|mere om emnet|more (?:stories|articles|coverage|news|"
    r"headlines)|other stories|in other news|further reading|in case you missed it|icymi|you (?:might|"
    r"may) have missed|what to know|zum thema|mehr|mehr zum thema|verwandte (?:artikel|themen|"
    r"beiträge)",
    r"weitere (?:nachrichten|meldungen|artikel|themen|beiträge)(?: (?:aus|zu|zum|zur) [\w ]{2,30})?|pour "
    r"aller plus "
    r"loin|(?:articles?|contenus?) (?:liés?|associés?)|más información",
    r"(?:notas?|artículos?) relacionad[ao]s?|relacionad[ao]s|articoli correlati",
    r"(?:artigos|matérias|notícias) relacionad[ao]s|articole (?:similare|recomandate)",
    r"gerelateerd(?:e artikelen)?|relaterade? artiklar|relatert(?:e saker)?|"
    r"relaterede artikler",
    r"aiheesta lisää|aiheeseen liittyvää",
    r"(?:powiązane|podobne)(?: artykuły| tematy)?|související(?: články)?",
    r"(?:další|podobné) (?:články|zprávy)(?: k tématu| z rubriky)?|více k tématu|więcej na (?:ten )?temat|"
    r"viac k téme|bővebben|ख़?बरें और भी हैं(?:\.{3}|…)?|"
    r"(?:artikel|berita) (?:terkait|lainnya|terpopuler)|pilihan editor|مواضيع ذات صلة|ذات صلة|"
    r"संबंधित (?:खबरें|समाचार)|"
    r"kapcsolódó(?: (?:cikk|cikkünk|cikkek|cikkeink|anyagok))?|ilgili haber(?:ler)?",
    r"(?:ещ[её] )?по теме|материалы по теме|похожие (?:материалы|статьи|новости)|за темою|матеріали за "
    r"темою",
    r"σχετικ[άέ]ς? (?:άρθρα|θέματα|ειδήσεις)|(?:関連|おすすめ)(?:記事|ニュース)|관련 ?뉴스",
    r"recommended videos|most (?:read|popular|viewed)(?: (?:in|on) [\w ]{2,30})?|trending(?: now| stories| topics)?|"
    r"top stories|latest (?:news|stories|articles|posts)|meistgelesen|(?:letzte|neueste) (?:meldungen|nachrichten|"
    r"artikel)",
    r"dans la même rubrique|tous nos articles sur [^\n.!?]{2,40}|artikkeliin liittyviä aiheita|les plus lus|dernières "
    r"(?:infos|actualités|nouvelles)|"
    r"l['’]info en continu|lo más (?:leído|visto)|"
    r"(?:últimas|otras) noticias|(?:i )?più letti|ultime notizie|mais lidas|últimas notícias",
    r"meest gelezen|laatste nieuws|mest (?:lest|läst|læst)e?|senaste nytt|siste nytt|seneste nyt|luetuimmat",
    r"najczęściej czytane|najnowsze (?:wiadomości|artykuły)|nejčtenější|nejnovější zprávy|legolvasottabb|"
    r"legfrissebb hírek|en çok okunanlar|son dakika haberleri|самое читаемое|последние новости|останні новини|"
    r"많이 본 (?:기사|뉴스)|热门文章",
)
"""Names of boxes and feeds, whose lines may be gone: what follows one is a line of the box or the text again."""


def is_headline(value: str) -> bool:
    """Whether `value` begins as a name of a text does: with no small letter."""
    return not value[0].islower()


ROWS = (
    Rule(
        "click_here",
        phrase(
            rf"click (?:here|below|on the link(?: below)?) (?:to|for|and) {_GOAL}",
            rf"(?:[^\n.!?]{{2,60}}[.!?] ?)?(?:einfach |jetzt |bitte )?hier klicken,? (?:und|um) {_GOAL}",
            rf"(?:cliquez|clique[mz]?) (?:ici|aqui) (?:pour|et|para|e) {_GOAL}",
            rf"(?:(?:haga|haz|hacé|da|dale) (?:clic|click)|pincha|pinche|pulsa|pulse) aquí (?:para|y) {_GOAL}",
            rf"clicca(?:te)? qui (?:per|e) {_GOAL}",
            rf"(?:klik|klikk|klicka) (?:hier|her|här) (?:om|voor|for å|for at|för att|och|og|en) {_GOAL}",
            rf"(?:kliknij|klikněte|kliknite) (?:tutaj|tu|zde|sem|ovdje|ovde)(?:,| a| i| da| pro) {_GOAL}",
            rf"(?:нажмите|кликните|натисніть) (?:здесь|сюда|тут),? (?:чтобы|щоб|и) {_GOAL}",
        ),
        spoken=False,
        hits=(
            "Click here to register for the event!",
            "Jetzt auch digital!Einfach hier klicken und kostenlos registrieren!",
            "Haga clic aquí para suscribirse",
            "Clicca qui per iscriverti",
        ),
        misses=(
            "Click here to save, she told the class.",
            "Click here to see the full list of plants.",
            "Hier klicken viele auf den falschen Knopf.",
            "Cliquez ici, et tout s'arrête. C'est un piège.",
        ),
    ),
    Rule(
        "read_also",
        pointer(
            # German
            r"(?:lesen|sehen|hören|erfahren|schauen) sie (?:auch|hier|dazu|mehr|außerdem|jetzt)",
            r"lies auch|zum artikel|passend dazu|siehe auch|weiterführende links|ähnliche artikel|auch interessant",
            r"(?:das|dies|auch|mehr)(?: könnte (?:sie|dich))?(?: auch)? interessier\w{1,3}",
            r"(?:das thema|dieses thema|dieser (?:artikel|beitrag)|diese (?:artikel|themen|beiträge)) könnten? "
            r"(?:sie|dich|euch)(?: auch)? interessieren|vorschau auf den nächsten (?:artikel|beitrag)",
            r"entdecke(?:n sie)? (?:jetzt |hier )?(?:weitere|mehr) (?:artikel|beiträge|themen|(?:home)?storys?|"
            r"geschichten|rezepte|produkte|videos|inhalte)",
            r"(?:mehr|weiteres|alles|weitere artikel|weitere themen|mehr themen|mehr infos?|mehr news) "
            r"(?:zum thema|zu diesem thema|dazu|auf [\w.]{2,40})",
            # English
            r"related (?:article|story|video|gallery)(?= (?-i:[A-Z“‘\"\d]))|"
            r"you can also check(?= ?:)|read more from [^\n.!?:]{2,40}(?=:)|read also|also read|see also|what to read "
            r"next|you (?:may|might) also (?:like|"
            r"enjoy|be interested in)|"
            r"(?:discover|explore|browse|find) more (?:[\w-]{2,20} )?(?:stories|articles|recipes|posts|videos)",
            r"click here (?:to|for)|(?:klik|klikk|klicka) (?:hier|her|här) (?:om|voor|for|för)|klicken sie hier|"
            r"hier klicken|follow (?:our|the) live (?:coverage|blog|updates)|as it happened",
            # French, Spanish, Catalan, Italian, Portuguese, Romanian
            r"(?:à|a) (?:lire|voir|écouter) (?:aussi|également|ailleurs)|(?:lire|voir) (?:aussi|également)",
            r"sur le même (?:sujet|thème)|vous aimerez(?: peut-être)? aussi|(?:cela|ceci|ça) (?:pourrait|peut)"
            r"(?: aussi)? vous intéresser|você (?:também )?pode(?:rá)?(?: também)? gostar",
            r"(?:lee|leé|leer|lea|ver|vea|mira|mirá) (?:también|además|más)|te (?:puede|podría) interesar|noticias? "
            r"relacionadas?",
            r"(?:también )?le puede interesar|llegeix també|et pot interessar",
            r"(?:leggi|guarda|vedi|ascolta) anche|(?:ti )?potrebbe(?:ro)? interessar(?:ti|e)(?: anche)?|per "
            r"approfondire",
            r"(?:leia|veja|saiba|assista|ouça) (?:também|mais|ainda)",
            r"(?:citește|citeşte|citiți|vezi|vedeți) (?:și|şi|mai multe)",
            # Dutch, Nordic
            r"dit vind je (?:misschien|vast) ook (?:leuk|interessant)|lees (?:ook|meer|verder)|bekijk ook|"
            r"luister ook",
            r"(?:les|se|hør) (?:også|mer)|läs (?:också|mer|även)|se (?:också|även)|(?:læs|se|hør) (?:også|mere)",
            r"(?:lue|katso|kuuntele) (?:myös|lisää)",
            # Polish, Czech, Slovak, Hungarian, Turkish
            r"(?:czytaj|przeczytaj|zobacz|sprawdź|obejrzyj) (?:też|także|również|więcej)",
            r"čtěte (?:také|více|i)|přečtěte si(?: také| více| i)?|mohlo by vás (?:také )?zajímat|podívejte se "
            r"(?:také|i) na",
            r"čítajte (?:aj|tiež|viac)|prečítajte si(?: aj| tiež)?",
            r"(?:olvassa|olvasd) el(?: ezt)? is|ez is (?:érdekelheti|érdekelhet)",
            r"(?:ayrıca|bunu da|bunları da) (?:oku|okuyun|izle|izleyin)|(?:(?:bunlar|"
            r"bu haberler?) da )?ilginizi çekebilir",
            r"(?:mutlaka|şunu da|bunu da) (?:oku|okuyun)|může vás zajímat|čtěte dále|dowiedz się więcej|"
            r"może (?:cię|cie|państwa|was) (?:też |także |również )?zainteresować|ajánlott cikkek?|ajánljuk még",
            r"(?:confira|relembre) também|(?:mira|descubre|consulta) también|no te (?:lo )?pierdas|"
            r"per saperne di più|scopri anche|(?:à|a) (?:découvrir|relire) (?:aussi|également)",
            # Russian, Ukrainian, Greek, Zulu
            r"(?:читайте|читать|смотрите|слушайте) (?:также|ещ[её]|далее)|(?:читайте|дивіться|слухайте) (?:також|ще)",
            r"(?:вам|вас) (?:также |також |ещё )?(?:может|может быть|може|могут) (?:быть )?(?:интересно|"
            r"зацікавити|заинтересовать)|что ещё почитать|подробнее по теме|інші новини",
            r"(?:διαβάστε|δείτε|ακούστε) (?:επίσης|ακόμα|ακόμη|και)|funda olunye udaba lapha",
            r"(?:читайте|смотрите|дивіться|слушайте|слухайте) (?:на|в|у) (?-i:[А-ЯЇІЄҐA-Z«])[^\n.!?,]{1,40}",
            # Japanese, Korean, Chinese, Arabic, Hindi
            r"(?:【|\[)?(?:関連記事|関連|あわせて読みたい|合わせて読みたい)(?:】|\])?|(?:\[|【)?관련 ?기사(?:\]|】)?",
            r"(?:相关|延伸|推荐)阅读|(?:相關|延伸|推薦)閱讀|相关新闻|相關新聞|[اإ]قر[أا]ي? [أا]يض[اًا]{1,2}|"
            r"(?:[اإ]قر[أاؤئ]وا?|شاهد|طالع|[اإ]قرأ) (?:[أا]يض[اًا]{1,2}|المزيد)|"
            r"(?:यह|ये|इसे|इन्हें) भी (?:पढ़ें|पढ़िए|देखें|जानें)",
            # Indonesian, Vietnamese, Thai
            r"(?:baca|simak|lihat|tonton|dengarkan) (?:juga|selengkapnya|berita (?:lainnya|selengkapnya))",
            r"(?:xem|đọc) (?:thêm|tiếp|ngay)|อ่าน(?:ข่าว)?เพิ่มเติม",
            # Croatian, Serbian, Slovene, Bulgarian, Lithuanian, Latvian, Estonian
            r"(?:pročitajte|pogledajte|čitajte|poslušajte) (?:još|i|više|također|takođe)|preberite (?:tudi|še)",
            r"(?:прочетете|вижте|чуйте) (?:още|и|повече)|всичко, което трябва да знаете за(?= ?:)|(?:прочитајте|"
            r"погледајте) (?:још|и)|још на тему",
            r"taip pat skaitykite|skaitykite (?:taip pat|daugiau)|lasi(?:et)? arī|loe (?:ka|lisaks|veel)",
            # Turkish, Hebrew, Persian, Urdu, Bengali
            r"(?:haberle )?ilgili daha fazlası|bakmadan geçme(?:yin)?!?|קראו (?:גם|עוד)|(?:לקריאה|לכתבות) נוספ\w{1,2}|"
            r"סיפורים נוספים שעשויים לעניין אתכם|(?:بیشتر بخوانید|بیشتر بدانید|همچنین بخوانید)|"
            r"(?:مزید|یہ بھی) پڑھیں|আর[ওো] পড়ুন",
        ),
        hits=(
            "Sehen Sie hier alle Ukraine Updates",
            "Lesen Sie auch: Annalena Baerbock: Kinder, Ausbildung, Politik – alle wichtigen Infos",
            "Auch interessant",
            "À lire aussi La natalité russe menacée d’effondrement",
            "Les også: Selda Ekiz åpner opp om dramatisk fødsel: – Det knekte meg",
            "Czytaj więcej",
            "Читайте также: Мост закрыли на год",
            "Читайте на Марлинг Pro",
            "Mirá también",
            "関連記事：橋の閉鎖はいつまで続くのか",
            "À lire aussi » Le pont est fermé... Que faire ?",
            "Das Thema könnte dich auch interessieren:",
            "You may also be interested in:",
            "Related article The bridge is closing again",
            "Pročitajte još",
            "Read more from Marling News:",
            "You Can Also Check: Marling AQI | Weather in Marling | Public Holidays in Marling",
            "Taip pat skaitykite: Naujos baudos vairuotojams",
            "بیشتر بخوانید:",
            "Xem thêm: Cầu Marling đóng cửa",
        ),
        misses=(
            "Lesen Sie auch die Packungsbeilage, sagte der Arzt. Er meinte es ernst.",
            "Ver más allá de lo evidente es un don.",
            "Das Interessante an dem Fall: Niemand hat etwas gesehen.",
            "Leggi anche tu il futuro nelle stelle, diceva.",
            "Читайте также вслух, советует врач.",
            "Читайте на ночь вслух",
            "Click here, said the clerk, and the window closed.",
            "Related articles of clothing were found near the river.",
        ),
    ),
    Rule(
        "read_also",
        phrase(rf"(?<=[.!?”“»\"'’)؟]) (?:{_ALSO}) ?[:：»>] ?(?P<value>[^\n]{{8,160}})\Z"),
        part="end",
        near=(": ", "：", "» ", "> "),
        accepts=is_headline,
        hits=(
            "Der Rat tagt am Montag. Lesen Sie auch: Warum die Brücke gesperrt bleibt",
            "„Zadlužíme se,“ uvedl. ČTĚTE TAKÉ: Nová hala se prodražila o třetinu",
            "The council met on Monday. READ MORE: Why the bridge is closed",
        ),
        misses=(
            "Der Arzt gab Rat. Lesen Sie auch: die Packungsbeilage.",
            "He read more: Poems, plays and letters.",
        ),
    ),
    Rule(
        "read_also",
        phrase(r"\[? ?[^\n\[\]]{5,220}\(?opens in (?:a )?new (?:window|tab)\)?[^\n\w]{0,4}"),
        near=("opens in",),
        hits=(
            "[ Greenway plans stall as landowners seek new talksOpens in new window ]",
            "How the bridge was built (opens in a new tab)",
        ),
        misses=("The shop opens in a new window of time.", "The link opens in a new tab, the manual says. It does."),
    ),
    Rule(
        "read_also",
        label(r"read (?:more|next|on)|list \d{1,2} of \d{1,2}|قائمة \d{1,2} من \d{1,2}"),
        hits=(
            "READ MORE: Europe's lesser-known theme park has terrifying rollercoasters and tickets from £7",
            "list 1 of 2",
        ),
        misses=("Read on the beach, the novel feels lighter.", "List 1 of 2 was shorter"),
    ),
    Rule(
        "read_also",
        LABELS,
        hits=(
            "MORE: Putin ‘prepared to discuss Ukraine ceasefire’ with Trump",
            "Related:",
            "Recommended Videos",
            "Dans la même rubrique",
            "Most read in Football",
            "L’info en continu",
            "Související články",
            "Материалы по теме",
        ),
        misses=(
            "More people read the paper than ever.",
            "Related crimes rose by four percent last year, police said.",
            "Recommended configuration",
            "Read on the beach, the novel feels lighter.",
            "Mehr Menschen lesen Zeitung.",
            "Podobne zdanie ma burmistrz.",
        ),
    ),
    Rule(
        "read_also",
        phrase(
            r"(?:read|see|view) (?:the|our) (?:full|whole|entire) (?:story|article|report|guide|interview|"
            r"list|statement|text|letter|piece|post|transcript)\b[^\n.!?,]{0,40}[.:]?|click to (?:read|view|see|"
            r"watch) more",
            r"(?:continue|keep) reading(?: below)?|(?:watch|see) (?:the |this )?(?:full )?video (?:below|above|"
            r"here)[.:]?",
            r"(?:see|view) (?:more |the )?(?:photos|pictures|images) (?:below|above|here)[.:]?",
            r"(?:lesen|erfahren) sie hier mehr(?: (?:über|zu|zum|zur|dazu) [^\n.!?]{2,80})?[.:]?|hier geht(?: es|"
            r"['’]s|s) "
            r"(?:zum|zur|zu den|weiter)[^\n.!?]{0,60}[.:!]?|(?:zurück )?zur (?:startseite|übersicht|homepage)",
            r"lire la suite(?: de (?:l['’]|cet )article)?(?: sur [^\n.!?]{2,40})?|retrouvez (?:tous nos|"
            r"toutes nos|nos) [^\n.!?]{2,80}[.:]?|(?:sigue|continúa|seguir) "
            r"leyendo:?|notre (?:dossier|série) (?:sur|consacrée? à|spécial) [^\n.!?]{2,60}|(?:además, )?te invitamos "
            r"a (?:ver|leer|escuchar|conocer)\b[^\n.!?]{0,80}|visit [^\n.!?,]{2,60} (?:home ?page|website|site) for "
            r"(?:more|the latest|all)\b[^\n.!?]{2,100}\.?|"
            r"leer más|continua a leggere|continu(?:e|ar)(?: a)? le(?:ndo|r)|bekijk hier [^\n.!?]{2,60}[.:]?",
            # Marks that stand for a pointing finger
            r"(?:>>|▶|►|👉|☞) ?[^\n.!。！]{3,160}",
            r"(?:hier|alles|mehr) (?:lesen|finden|sehen|erfahren) sie [^\n.!?]{3,120}(?:im überblick|im (?:news|"
            r"live)\w{4,8})[:.]?",
        ),
        hits=(
            "Read the full story here.",
            "Visit The Marling Post’s home page for more news, analysis and investigations",
            "Seguir leyendo:",
            "Hier geht es zum Liveticker.",
            "Lire la suite",
            "▶ Alle Zinstermine im Überblick",
            ">> Hier finden Sie alle Termine",
            "Hier lesen Sie alles im Newsblog",
        ),
        misses=(
            "Read the full moon as a sign, she said.",
            "Hier geht es um die Brücke.",
            "Wenn Sie hier lesen, sind Sie früh dran.",
            "» Das wird teuer «, sagt er.",
            "▶ Das Fazit: Die Brücke hält.",
        ),
    ),
    Rule(
        "read_also",
        phrase(
            r"[^\n.!?]{0,120}\b(?:lesen|finden|sehen|hören|verfolgen) sie (?:\w{2,16} ){0,4}(?:hier|"
            r"in unserem [\w-]{2,30}|in diesem (?:artikel|video)|auf unserer [\w-]{2,30}seite(?: "
            r"[„“«\"][^\n]{2,60})?)[:.]?",
        ),
        near=("lesen sie ", "finden sie ", "sehen sie ", "hören sie ", "verfolgen sie "),
        hits=(
            "Mehr zur Lage im Nahen Osten lesen Sie in unserem Liveblog:",
            "Aktuelle Meldungen zu dem Konflikt finden Sie jederzeit in unserem Liveblog:",
        ),
        misses=("Finden Sie hier, was Sie suchen? Viele tun es nicht.", "Hier finden sie Ruhe, sagt die Wirtin."),
    ),
    Rule(
        "read_also",
        phrase(r"more (?:from|in|on) (?P<value>[\w'’.]{2,30}(?: [\w'’.]{1,20}){0,3})"),
        accepts=is_name,
        hits=("More from The Marling Post", "More in Politics"),
        misses=("More from less", "More in sorrow than in anger", "More on that later"),
    ),
    Rule(
        "read_also",
        phrase(
            r"(?:watch(?: now| live| here| this)?|listen|read|video|videos|in pictures|in photos|in video|"
            r"photo gallery|photos|gallery|slideshow|podcast|quiz|bildergalerie|fotostrecke|fotogalerie|"
            r"bilderstrecke|"
            r"fotoserie|bildspel|bildspecial|fotogalleri|bildegalleri|billedserie|kuvagalleria|katso kuvat|podd|"
            r"podkast|läs|les|læs|lees|lue|lesen|se|kijk|katso|lyssna|lytt|lyt|luister|kuuntele|video ?[|"
            r"/] ?\w{2,12}) ?[:|»→] ?(?! ?(?:(?:that|it|he|she|they|we|you)\b|\d))[^\n.!?,]{8,140}",
        ),
        scope="tail",
        hits=(
            "Watch: Moment lorry overturns on motorway",
            "Bildergalerie: Die schönsten Szenen vom Fest",
            "Video: So lief der Einsatz",
            "Læs: Ny bro åbner til foråret",
        ),
        misses=(
            "Watch: that is the name of the group.",
            "Videos: keine",
            "Podcasts werden wichtiger",
            "Read: he could not, and yet he knew.",
        ),
    ),
    Rule(
        "read_also",
        phrase(
            r"(?:(?:veja|leia|lee|ver|voir|leggi|zobacz|czytaj) )?(?:más|mais|altre|toutes les|tutte le|"
            r"todas (?:las|as)|"
            r"więcej) (?:noticias|notícias|notizie|actualités|wiadomości|informacji) (?:sobre|de|del|da|do|dalla|"
            r"della|su|"
            r"di|o|z|en|em|sur) [^\n.!?,:]{2,50}",
            r"(?:guarda|mira|veja|assista(?: ao)?|zobacz|obejrzyj|смотрите|дивіться|regardez)(?: (?:il|el|la|o|"
            r"le))? (?:video|"
            r"vídeo|vidéo|(?:foto)?gallery|galería|galeria|wideo|видео|відео)",
            r"(?:więcej (?:informacji|wiadomości)|weitere (?:nachrichten|meldungen)|mehr (?:nachrichten|news)|"
            r"more (?:news|stories)|plus d['’](?:infos?|actualités)|más noticias|mais notícias|altre notizie|"
            r"meer nieuws|fler nyheter|další zprávy|больше новостей|більше новин)[^\n.!?,]{0,30} (?:auf (?:unserer|"
            r"der) "
            r"(?:startseite|homepage)|on our (?:home ?page|front page)|sur notre page d['’]accueil|en (?:nuestra )?"
            r"portada|na (?:nossa )?(?:página inicial|capa)|(?:sulla|nella) (?:nostra )?home ?page|op onze "
            r"(?:homepage|voorpagina)|på (?:vår )?(?:startsida|förstasida)n?|na stronie głównej|na hlavní stránce|"
            r"на главной(?: странице)?|на головній(?: сторінці)?)[^\n.!?,]{0,30}",
            r"(?:→|➡️?|➤|➔|⇒) ?(?:alle|alles|mehr|zum|zur|hier|weitere|lesen|all|more|read|see|to|the|lees|les|läs|"
            r"læs|lue|meer|mer|mere|lisää)\b[^\n.!?]{3,140}",
            r"(?:you can )?(?:read|find(?: out)?|learn|see|hear) (?:more|all)(?: (?:about|on|of|"
            r"from) [^\n.!?,]{2,80})? (?:here|below|on our (?:website|site)|at \w{2,30}\.\w{2,4}(?:/\S{0,60})?)[.:]?",
            r"for (?:more|the latest|full coverage)(?: (?:on|about|from|of)| information| stories| news|"
            r" coverage)\b[^\n.!?]{0,60}(?:,|:)? (?:visit|go to|click|see|follow|check out|read|subscribe|"
            r"head)[^\n.!?]{3,100}[.!]?",
            r"(?:hier|mehr dazu|mehr infos|weitere infos|alle infos)(?: dazu)? (?:lesen|finden|hören|"
            r"sehen) sie (?:mehr|hier|weitere|alles|den|die|das)\b[^\n.!?]{0,100}[.:]?",
            r"här (?:kan du läsa|läser du|hittar du|kan du se) [^\n.!?]{0,100}|her (?:kan du (?:lese|læse|se)|"
            r"finner du|finder du) (?:mer|mere|alle|flere)\b[^\n.!?]{0,100}|hier (?:lees|vind|"
            r"kun) je [^\n.!?]{2,100}|"
            r"täältä (?:löydät|voit lukea)[^\n.!?]{0,100}|lisää aiheesta[^\n.!?]{0,80}",
        ),
        scope="tail",
        hits=(
            "→ Alle Nachrichten aus der Region",
            "Więcej informacji znajdziesz na stronie głównej Marlingu",
            "Find out more about the bridge here.",
            "For more stories from Marling, visit our news page.",
            "Här kan du läsa mer om bron",
        ),
        misses=(
            "→ Brücke",
            "More news on our home town is rare.",
            "Find more time, she said.",
            "For more than a year she waited.",
            "Her finder du aldrig ro.",
        ),
    ),
    Rule(
        "read_also",
        phrase(
            r"(?:also|now|next|must|don['’]t|can['’]t|worth|long|good|best|trending|popular|latest|other|related|"
            r"recommended|suggested|essential|featured|elsewhere|further|editors?['’]?s?|your next|top)(?: |"
            r"-)(?:read|"
            r"reads|reading|miss|watch|stories|news|articles|videos|headlines|coverage|content|posts|"
            r"in (?:the )?news|"
            r"on the site|on [\w]{2,20}\.\w{2,3})(?: (?:for you|today|now|this week|from [^\n.!?:,]{2,30}|"
            r"in [^\n.!?:,]{2,30}|on [^\n.!?:,]{2,30}))?(?: ?[:|»→] ?(?!that)[^\n.!?]{0,140})?",
            r"(?:auch|ebenfalls|noch mehr|mehr|weitere|alle|alles|aktuelle|neueste|beliebte|ähnliche|verwandte|"
            r"passende|unsere)(?: (?:interessant|spannend|lesenswert|wichtig|beliebt|artikel|nachrichten|themen|"
            r"beiträge|meldungen|news|videos|texte|geschichten|hintergründe|analysen))(?: (?:aus|zu|zum|zur|von|auf|"
            r"über|für|rund um) [^\n.!?:,]{2,50})? ?(?:[:|»→][^\n.!?]{0,140})?",
            r"mehr (?:aus|zu|von|über)(?: de[rmns])? ?(?:rubrik|ressort|region|thema|serie|dossier|reihe|"
            r"kategorie)\b[^\n.!?,]{0,50}",
            r"(?:meer|ander|laatste|overig|gerelateerd|belangrijkste) nieuws(?: (?:uit|over|van|in|"
            r"op) [^\n.!?,:]{2,40})?:?|(?:fler|flere|andre|andra|seneste|senaste|siste) (?:nyheter|nyheder|artiklar|"
            r"artikler|saker|historier)(?: (?:om|från|fra|i) [^\n.!?,:]{2,40})?:?|(?:lisää|muita|tuoreimmat|"
            r"uusimmat) (?:uutisia|uutiset|juttuja|artikkeleita)(?: [^\n.!?,:]{2,40})?:?",
            r"(?:les|læs|läs|se|hør|lyssna på|lees|lue) (?:flere|fler|alla|alle|hele|hela|resten|hel|hele|het hele|"
            r"koko)(?! [^\n]{0,80}\b(?:i|dag|innan|før)\b) [^\n.!?,;:]{2,60}",
            r"(?:lees|lue|läs|les|læs|lesen sie) (?:ook|myös|också|även|også|auch) (?:ons|onze|vores|vår\w{0,2}|"
            r"unser\w{0,2}) [^\n.!?,]{2,80}[.]?",
        ),
        scope="tail",
        hits=(
            "Now read: Why the river floods",
            "Auch spannend: Warum Katzen schnurren",
            "Meer nieuws uit Marling",
            "Læs hele interviewet her",
            "Mehr aus der Rubrik Wirtschaft",
        ),
        misses=(
            "Now read the small print.",
            "Must read: that is what she wrote.",
            "Mehr Nachrichten gibt es nicht.",
            "Meer nieuws was er niet.",
        ),
    ),
    Rule(
        "read_also",
        phrase(
            r"(?:read|watch|listen to|see|view|check out|explore|discover) (?:the|our|more|all|this|"
            r"these) (?:[\w-]{1,20} ){0,2}(?:articles?|story|stories|explainer|report|interview|guide|coverage|"
            r"posts?|"
            r"episode|documentary|series|analysis|review|profile|investigation|video|clip|trailer|gallery|live ?blog|"
            r"obituary|editorial|column|q&a)\b(?! of\b)(?: ?[:|»→][^\n.!?]{2,140}|[^\n.!?,]{0,80}[.:]?)",
            r"(?:up next|coming up|auch lesen|from (?:our|the) archives?|weiterlesen|weiterhören|jetzt lesen|"
            r"vanuit het archief|från arkivet|fra arkivet) ?[:|»→][^\n.!?]{2,140}",
            r"hier (?:gibt es|finden sie|findest du|lesen sie|sehen sie|kommen sie|geht['’]?s) (?:alle|mehr|weitere|"
            r"den|die|das|unseren?|zum|zur|unser)\b[^\n.!?,]{2,80}[.:]?",
            r"lees hier [^\n.!?,]{2,80}\.?|meer over (?:dit onderwerp|[^\n.!?,]{2,40})|mer (?:från|om|"
            r"fra) [^\n.!?,]{2,40}|mere (?:fra|om) [^\n.!?,]{2,40}|lisää aiheesta\b[^\n.!?,]{0,60}",
        ),
        scope="tail",
        spoken=False,
        hits=(
            "Read our explainer",
            "Watch the full interview below:",
            "Hier gibt es alle Infos zum Streik",
            "Meer over dit onderwerp",
            "Weiterlesen: Das sind die neuen Regeln",
        ),
        misses=(
            "Read the terms with care.",
            "Watch the river, she told him, and the story ends.",
            "Hier gibt es alles, sagt die Wirtin.",
            "Mer om det senare.",
        ),
    ),
    Rule(
        "read_also",
        phrase(
            r"(?:read|watch|see|view|listen to|find|hear|check out|läs|les|læs|lees|bekijk|kijk|beluister|se|lue|"
            r"katso|lesen sie|sehen sie|hören sie) [^\n.!?,]{2,80} (?:here|below|above|hier|hieronder|här|her|nedan|"
            r"nedenfor|ovenfor|täältä|tästä|alta)[.:]?",
            r"read more (?:on|about|from|in) [^\n.!?,]{2,60}|more (?:coverage|news|stories|articles|reporting) (?:of|"
            r"on|about|from|in) [^\n.!?,]{2,40}|(?:lue|läs|les|læs|lees) (?:seuraavaksi|härnäst|neste|næste|"
            r"hierna)(?: ?: ?[^\n]{2,140})?|lesen sie als nächstes(?: ?: ?[^\n]{2,140})?|(?:læs|les|läs) (?:artiklen|"
            r"saken|artikeln|originalen) på [^\n.!?,]{3,40}",
        ),
        scope="tail",
        spoken=False,
        hits=(
            "Read the judge's full ruling here",
            "Bekijk de video hieronder",
            "Læs alt om valget her",
            "Read more on this topic",
            "Lue seuraavaksi",
        ),
        misses=(
            "Read the file, and see what is here.",
            "See you, here or there.",
            "More news than ever",
            "Hören Sie hier auf, bat er.",
        ),
    ),
    Rule(
        "read_also",
        phrase(
            r"(?:articolo (?:precedente|successivo)|artículo (?:anterior|siguiente)|artigo (?:anterior|seguinte)|"
            r"article (?:précédent|suivant)|previous (?:article|story|post)|next (?:article|story|post)|"
            r"(?:vorheriger|nächster) (?:artikel|beitrag)|(?:vorig|volgend) artikel|(?:poprzedni|następny) artykuł|"
            r"(?:předchozí|další) článek)(?: ?[:：»→-])?(?: (?-i:[A-ZÀ-Ý«“\"„])[^\n]{3,200})?",
            r"zum weiterlesen|in evidenza|en destacado|à la une|em destaque|uitgelicht|الأكثر (?:قراءة|مشاهدة|"
            r"تداولا)|(?:najczęściej czytane|nejčtenější)|mest läst|mest lest|mest læst|luetuimmat|"
            r"(?:en )?çok okunanlar|самое читаемое|най-?четени|most read|meistgelesen|les plus lus|lo más (?:leído|"
            r"visto)|i più letti|mais lidas|meest gelezen",
            r"(?:kvíz|quiz|test|anketa|umfrage|encuesta|sondage|sondaggio|enquete|ankieta) ?: ?[^\n.!]{5,120}\?",
        ),
        hits=(
            "Articolo Precedente Cosenza, sequestrati i beni dell’imprenditore",
            "Zum Weiterlesen",
            "الأكثر قراءة",
            "Kvíz: Poznáte české sladkovodní ryby?",
        ),
        misses=(
            "Next story up, please",
            "Test: the bridge held.",
            "Most read the letter twice.",
        ),
    ),
    Rule(
        "read_also",
        phrase(
            r"(?:lees ook|lire aussi|leer también|leggi anche|leia também|lesen sie auch|les også|læs også|"
            r"läs också|lue myös|read also|olvasta már)(?:\.{1,3}|…) [^\n]{5,160}(?<![.!])",
            r"(?:u leest momenteel|you are reading|je leest nu|estás leyendo|"
            r"você está lendo)(?: now)? ?: [^\n]{5,160}(?<![.!])",
            r"(?-i:(?:APPROFONDIMENTI|LEGGI ANCHE|KAPCSOLÓDÓ|POVEZANE VIJESTI|TE PUEDE INTERESAR|LEA TAMBIÉN|"
            r"LEIA TAMBÉM|Kapcsolódó|APPROFONDISCI)) (?-i:[A-ZÀ-ÝŐŰ«“\"])[^\n]{8,160}",
        ),
        hits=(
            "Lees ook. Aalst krijgt er 120 parkeerplaatsen bij",
            "leer también... Marejadas obligan a cerrar puerto",
            "U leest momenteel: Man zit vast in slagboom",
            "APPROFONDIMENTI ROMA Metro C, la talpa arriva",
            "Kapcsolódó Húsz éve ígérik a felújítást",
        ),
        misses=(
            "Lees ook. Dat zei hij.",
            "Approfondimenti saranno svolti nei prossimi giorni",
            "You are reading: that is good.",
        ),
    ),
)
