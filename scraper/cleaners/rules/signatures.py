"""Lines that say who made text or picture: bylines, credits, agencies, sources, copyright."""

from __future__ import annotations

import re

from scraper.agencies import AGENCIES, CREDITED, agencies, agency
from scraper.cleaners.rules.rule import Rule, phrase
from scraper.cleaners.rules.stamps import STAMP

LONGEST_CREDIT = 10
"""Words a credit has at the most."""
LONGEST_CASELESS_CREDIT = 5
"""The same in scripts whose letters have no case to tell names by."""

_CREDITED = frozenset(
    "images picture alliance press photo for the via courtesy handout supplied private privat archiv arkiv zvg "
    "author foto eigen "
    # Bodies that hand out pictures, where their names have small letters
    "police policía politie polizei policja policie rendőrség poliția полиция полиции поліція поліції feuerwehr "
    "straż pożarna brandweer pompierii прокуратура прокуратуры прокуратури дснс мчс мвд пресс-служба прес-служба "
    "пресс-службы прес-служби рада ради міська міської обласна обласної управління министерство министерства "
    "міністерство міністерства администрация администрации адміністрація адміністрації городская областная "
    "rendelet önkormányzat prefeitura divulgação reprodução arquivo pessoal ayuntamiento gobierno ministerio "
    "cortesía cedida archivo mairie préfecture ministère urząd miejski město kraj ministerstvo kommun kommune "
    "polisen politiet poliisi belediyesi bakanlığı arşiv dok ilustrasi istimewa".split()
)
STORES = frozenset(
    "propia propias propio archivo archiv archive archives arquivo archivio archiwum file handout pool".split()
)
PARTICLES = frozenset("van von de del der den di da la le zu via by of und and".split())
_DESKS = (
    r"getty images|afp|ap|ap photo|reuters|dpa|epa|apa|keystone|imago|picture alliance|shutterstock|istock|unsplash"
)
_AGENCIES = rf"(?P<value>(?:{'|'.join(map(re.escape, AGENCIES))})(?:[ ,/;|+&]{{1,3}}[^.\n]{{2,40}})?)"
PICTURED = (
    r"ảnh|снимка|nuotr\.|צילום|عکس|fotos?|photos?|image|images|picture|bild|crédit|credit|zdj\.|fot\.|kuva|fotoğraf|"
    r"фото|写真|사진"
)
_PICTURES = tuple(
    "oto imag picture bild: redit rédit zdj. fot. kuva: фото 写真 사진 ảnh снимка nuotr. צילום عکس".split()
)
_WIRES = r"nachrichtenagentur(?:en)?"
_PHOTO = (
    r"fotos?|bild(?:er)?|bildquelle|pics?|photos?|photograph(?:er|y)?|picture|image|images|credit|crédits?|foto's|"
    r"(?:photo|image|picture|video|media|cover|foto|bild)(?: |-)?(?:credits?|source|courtesy|nachweis|rechte)|"
    r"(?:file|"
    r"stock|cover|handout|main|lead|archive) (?:photo|image|picture)|fotograf(?:in|en)?|valokuvaaja|(?:titel|symbol|"
    r"archiv|vorschau|aufmacher|arkiv|genre|presse|press|illustrasjons|illustrations|model|archief)-?(?:bild|bilder|"
    r"foto|fotos)|arkistokuva|kuvituskuva|fotocredit|beeld|zdj\.|zdjęcie|fot\.|fotografía|fotografia|fotografie|"
    r"imagen|imágenes|imagem|imagens|immagine|imago|kuva|kuvat|fotoğraf(?:lar)?|fotó|fotók|snímek|illustration|"
    r"(?:borító|nyitó|címlap|kiemelt |indító)?képe?k?|(?:źródło|autor|autorka) (?:zdjęcia|zdjęć|fotografii)|"
    r"zdroj fot(?:a|ografie)|autor fot(?:a|ografie)|ilustrační (?:foto|snímek)|titulní foto|temsili (?:fotoğraf|"
    r"görsel)|"
    r"foto ilustrasi|photos? d['’](?:illustration|archives?)|(?:foto|imagen|imagem|immagine) (?:de archivo|"
    r"d['’]archivio|de arquivo|di repertorio)|(?:foto|zdjęcie) (?:ilustracyjne|archiwalne|poglądowe)|"
    r"источник фото|джерело фото|фото из архива|"
    r"illustrasjon|illüstrasyon|ilustrace|ilustracja|ilustración|ilustração|illustrazione|grafik|infografik|фото|"
    r"图片来源|圖片來源|图源|题图|світлина|иллюстрация|φωτό|φωτο|φωτ\.|φωτογραφί(?:α|ες)|写真|画像|撮影|사진|图片|圖片|图|圖|फोटो|الصورة|تصوير|"
    r"ảnh|снимк[аи]|"
    r"nuotr\.|nuotrauka|צילום|תמונה|عکس|ภาพ|ছবি|تصویر"
)
_PAPER = re.compile(r"[A-Z]{2,5}")
SOURCE = (
    r"quellen?|sources?|fuentes?|fonti|fonte|fontes|źródł[oa]|bron|bronnen|kilder?|källor?|källa|zdroje?|lähteet|"
    r"lähde|kaynak|"
    r"kaynaklar|forrás(?:ok)?|surs[aeă]|источники?|джерел[оа]|πηγή|πηγές|sumber|出典|出所|来源|來源|출처|자료|"
    r"स्रोत|المصدر"
)


def is_sign_off(value: str) -> bool:
    """Whether `value` is agencies and nothing else."""
    return agencies(value) is not None


def is_name(value: str) -> bool:
    """Whether `value` is written as a person's name: capitals but for the particles."""
    *first, last = value.split()
    return all(word[0].isupper() or word in PARTICLES for word in first) and last[0].isupper()


def is_credit(value: str) -> bool:
    """Whether `value` is written as names and agencies, not as a sentence."""
    words = value.replace("/", " ").split()
    longest = LONGEST_CREDIT if value.upper() != value.lower() else LONGEST_CASELESS_CREDIT
    return len(words) <= longest and all(
        word in PARTICLES or word in _CREDITED or not word.islower() or agency(word) for word in words
    )


def is_by_agency(value: str) -> bool:
    """Whether `value` names a person, or a store of pictures, beside one agency or the letters of a paper."""
    one, _, other = (part.strip() for part in value.partition("/"))
    if agency(one):
        return other.lower() in STORES
    pairs = ((one, other), (other, one))
    named = any(_PAPER.fullmatch(paper) and " " in person and is_name(person) for person, paper in pairs)
    return named or (is_name(one) and (other.lower() in CREDITED or other.lower() in STORES))


_PERSON = (
    r"(?:(?!(?:and|und|et|y|e) )[^\W\d_][\w.'’-]{1,20} ){1,2}(?:(?:van|von|de|del|der|den|di|da|la|le|zu) ){0,2}"
    r"(?!(?:and|und|et|y|e) )[^\W\d_][\w.'’-]{1,20}"
)
"""Two or three names, particles between them."""


ROWS = (
    Rule(
        "byline",
        phrase(
            r"(?:(?:words|story|text|tekst|written|reporting|geschrieben|écrit|escrito|scritto|geschreven|skrevet|"
            r"skriven) )?"
            r"(?:von|by|par|por|di|door|av|af|przez|a cura di|text|tekst|texte|texto|testo|teksti|szöveg|autor|"
            r"autorin|"
            r"autore|autora|auteur|author|forfatter|författare|yazan|írta|автор|текст|κείμενο)\s?[:：]?\s{1,2}"
            r"(?P<value>[^\W\d_][\w.'’-]{1,40}"
            r"(?: (?:(?:van|von|de|del|der|den|di|da|la|le|zu)\b|[^\W\d_][\w.'’-]{0,40})){1,3})"
            rf"(?:, [^\W\d_]{{1,30}}| ?[·|•–—-] ?\d{{1,3}} ?min\w{{0,5}}(?: read)?| ?[|·•,–—-] ?{STAMP})?"
        ),
        scope="head",
        action="authors",
        accepts=is_name,
        hits=(
            "von Katja Belousova",
            "By Jane van der Berg",
            "Von Anna Sleegers, Frankfurt",
            "Words by Ana Lopez · 6 min read",
            "by Ada Lund | 5 November 2024",
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
            rf"\(?(?:{_PHOTO})(?: by| von| de)?(?: ?[:：=] ?| / (?=\S+ \S))"
            rf"(?P<value>[^.!?。！？\n]{{2,100}}(?:\. [^.!?。！？\n]{{2,40}})?)\)?",
        ),
        action="credit",
        accepts=is_credit,
        hits=(
            "Foto: dpa/Michael Kappeler",
            "(Photo: Jane Doe/Reuters)",
            "Fotos: NIKOLAI VON BISMARCK",
            "Photo / Bevan Conley",
            "Fot. : PAP",
            "Image: eMarling Municipality / Facebook",
            "Фото: Иван Петров",
            "Foto: Ana Blau. LA GACETA",
            "Фото: Марлінгська міська рада",
            "写真：山田太郎",
            "图片来源：马林图片社",
        ),
        misses=("Foto: Das ist der Ort, an dem es geschah.", "The photo: a man, a dog and a boat on the river."),
    ),
    Rule(
        "photo_credit",
        phrase(
            rf"(?P<value>[\w .,'’&-]{{2,60}}(?: ?/ ?[\w .-]{{2,30}}){{0,2}} ?(?:/|via) ?(?:{_DESKS}|barcroft media)"
            r"(?: (?:/|via|/dpa) ?(?:getty images|picture alliance|afp|ap))?)",
        ),
        action="credit",
        near=("/", "via "),
        accepts=is_credit,
        hits=("STR/Getty images", "STR/AFP via Getty Images", "Ada Lund / Pool via Reuters"),
        misses=("Die Agenturen dpa/AFP meldeten den Vorfall.", "He flew there via AP", "and/or"),
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
            "Die Brücke ist offen. (dpa/gem)",
        ),
        misses=("Er gehört zur Deutschen Presse-Agentur (dpa) in Hamburg.", "The show sold out (twice)."),
    ),
    Rule(
        "photo_credit",
        phrase(
            r"(?P<value>[^\W\d_][\w.'’-]{0,20}(?: [\w.'’-]{1,20}){0,3} ?/ ?[^\n/.!?]{2,30})",
        ),
        action="credit",
        near=("/",),
        accepts=is_by_agency,
        hits=("Bruno Blau/Folhapress", "EFE/Archivo", "Ada Lund / PAP", "Ada Lund / NMZ", "LM/Olivier Blau"),
        misses=("Ada Lund / Bo Berg", "Kultur/Sport"),
    ),
    Rule(
        "agency_sign_off",
        phrase(r"(?P<value>[a-zäöüß]{2,4} ?/ ?[^\n/.]{2,30})"),
        scope="tail",
        action="agencies",
        accepts=is_sign_off,
        hits=("aja/PAP", "mk/dpa"),
        misses=("und/oder", "km/h", "he/she"),
    ),
    Rule(
        "agency_sign_off",
        phrase(rf"(?:{SOURCE}|fakta|faktat) ?[:：] ?(?P<value>[^.\n]{{2,60}})\.?"),
        scope="tail",
        action="agencies",
        accepts=is_sign_off,
        hits=("Quelle: AFP", "Source: Reuters", "Quelle: dpa/AFP", "Kaynak: AA"),
        misses=("Quelle: eigene Recherchen des Rechercheverbunds, 2024", "Source code is open."),
    ),
    Rule(
        "photo_credit",
        phrase(
            r"\(?(?:photos?|photographs?|photography|images?|pictures?|foto|fotos|bild|bilder|fotografía|fotografia|"
            r"zdjęcie)(?: illustration)? (?:by|via|copyright|von|de|di|do|por|par|av|af|"
            r"door) (?P<value>[^.!?。\n()]{2,60})\)?|fot\. (?P<value_>[^.!?\n]{2,60})",
        ),
        action="credit",
        accepts=is_credit,
        hits=("Foto di Mario Rossi", "Photo by Jane Doe/Reuters", "(Photo by Jane Doe/Getty Images)"),
        misses=("Foto de una boda en la plaza", "Photography / Videography", "Bild von gestern"),
    ),
    Rule(
        "photo_credit",
        phrase(rf"(?:{SOURCE}) ?[:：] ?(?P<value>[^.\n]{{2,60}})"),
        action="credit",
        accepts=is_sign_off,
        hits=("Quelle: AFP/dpa", "Source : AFP"),
        misses=("Quelle: Augenzeugen", "Source: close to the mayor"),
    ),
    Rule(
        "agency_line",
        phrase(_AGENCIES),
        scope="head",
        action="agencies",
        accepts=is_sign_off,
        hits=("EFE", "Associated Press"),
        misses=("Na", "AFP meldet", "Nachrichten"),
    ),
    Rule(
        "agency_line",
        phrase(rf"[/(]?{_AGENCIES}[/)]?"),
        scope="tail",
        action="agencies",
        accepts=is_sign_off,
        hits=("dpa", "AFP, Reuters", "/ritzau/"),
        misses=("Sid", "Reuters meldet"),
    ),
    Rule(
        "photo_credit",
        phrase(_AGENCIES),
        action="credit",
        accepts=is_sign_off,
        hits=("AFP", "AP/dpa"),
        misses=("Afp", "AFP sagt nichts"),
    ),
    Rule(
        "photo_credit",
        phrase(
            r"[^\n©]{0,250}(?:©|\(c\)|ⓒ) ?(?P<value>(?![^\n]{0,80}\b(?:\d{4}|reserved|vorbehalten)\b)[^.!?\n]{2,100})"
        ),
        action="credit",
        accepts=is_credit,
        near=("©", "(c)", "ⓒ"),
        hits=("Die Brücke im Frühjahr, vor dem Hochwasser. © dpa | Anna Blume", "© Action press/Bernd Blume"),
        misses=("Das Zeichen © steht für ein Recht", "Sie schrieb © an jede Tür, und niemand wusste warum"),
    ),
    Rule(
        "photo_credit",
        phrase(
            rf"[^\n]{{0,160}}[.!?)\w”“»] ?(?:[|•·–—-] ?)?\(?(?:{PICTURED}|photo credits?) ?[:：] ?"
            r"(?P<value>(?:(?-i:[A-Z])\. ?){0,3}[^.!?。\n:]{2,80})\)?"
        ),
        action="credit",
        accepts=is_credit,
        near=_PICTURES,
        hits=(
            "Ada Lund vor ihrem Haus am Fluss. Foto: dpa",
            "Lund, 37 (Image: Bloomberg via Getty Images)",
            "A bridge like the one that fell | Photo Credit: B. R. Blau",
        ),
        misses=("Er zeigte ein Foto: die Brücke ohne Pfeiler.", "She hung up a photo: the bridge in 1920, unbroken"),
    ),
    Rule(
        "photo_credit",
        phrase(rf"\(?\b(?:{PICTURED}) ?[:：] ?(?P<value>[^.!?。\n:]{{2,80}})\)?\Z"),
        action="credit",
        part="end",
        accepts=is_credit,
        near=_PICTURES,
        hits=("Der Rat tagt. Foto: Anna Blume/dpa", "The council met. (Photo: Jane Doe)"),
        misses=("Er zeigte uns ein Foto: den Pfeiler im Fluss", "A photo: what else"),
    ),
    Rule(
        "caption_label",
        phrase(
            r"(?:(?:image|media|video|photo) (?:caption|source), [^\n]{3,300})|"
            r"(?:abbildung|abb\.|schaubild|(?:beitrags|titel|aufmacher|symbol|vorschau|artikel)(?:bild|foto)|"
            r"bildunterschrift|fig(?:ure|\.)|caption|légende|pie de foto|didascalia|legenda|bildtext|billedtekst|"
            r"afbeelding|kuvateksti|popisek|rys\.|ryc\.|obr\.|рис\.|図)(?: ?\d{1,3}[a-z]?)? ?[:：] ?[^\n]{3,300}"
        ),
        hits=(
            "Image caption, The council says the plan will cut traffic around the school",
            "Abbildung: Der Pegel der Marl im Frühjahr (links) und im Herbst (rechts)",
            "Beitragsbild: Titelseite der Heidepost, Ausschnitt.",
            "Figure 3: Traffic over the bridge by hour.",
            "Fig. 2: Piers of the old bridge",
        ),
        misses=(
            "Figure it out: nobody will.",
            "Abbildung 3 zeigt: Die Brücke hält.",
            "Fig trees: three to plant now",
        ),
    ),
    Rule(
        "agency_note",
        phrase(
            r"\(?(?:mit|unter verwendung von) agenturmaterial\.?\)?",
            r"\(?(?:avec|con|com|con información de|com informações d[aeo]s?|redacción(?: y| ?/)|redação(?: e| ?/)|"
            r"redazione e|źródło:|zdroj:|kaynak:) ?(?:las |les |le |as )?(?:agences?|agencias|agências|agenzie|"
            r"agencje|"
            r"agentury|ajanslar)\.?\)?|\(?haber merkezi\)?|\(?(?:المصدر ?[:：] ?)?(?:ال)?وكالات\)?|"
            r"\(?इनपुट ?[:-] ?[^\n।()]{2,40}\)?",
            rf"\(?mit (?:informationen|material) (?:von|der|des) [^.\n]{{0,120}}\b{_WIRES}\b[^.\n]{{0,120}}\.?\)?",
        ),
        scope="tail",
        hits=("Mit Agenturmaterial.", "Mit Informationen der Nachrichtenagenturen AFP, AP und dpa."),
        misses=("Mit Agenturmaterial allein geht es nicht, sagt sie. Das stimmt.", "Mit Informationen von Zeugen."),
    ),
    Rule(
        "agency_note",
        phrase(
            r"\(?\*?(?:(?:la )?rédaction,? avec|redacción con|redazione con|redação com|mit material (?:von|der)|"
            r"with (?:files|material|reporting) (?:from|by)|avec|con información de|"
            r"con informazioni d[ai]|con|com informações d[aeo]s?|com|dengan informasi dari|met medewerking van|"
            r"med material från|"
            r"med uppgifter från|på podstawie|na podstawie|s využitím|по материалам|по информации|за матеріалами|με "
            r"πληροφορίες από)"
            r" (?:the )?(?P<value>[^.()\n]{2,60})\.?\)?",
        ),
        scope="tail",
        action="agencies",
        accepts=is_sign_off,
        hits=("With files from The Canadian Press", "(avec AFP)", "Mit Material von dpa und Reuters"),
        misses=("Mit Material der Polizei wurde der Fall gelöst.", "With files in hand, she walked in.", "con amigos"),
    ),
    Rule(
        "source_line",
        phrase(
            rf"(?:{SOURCE}) ?[:：] ?(?:[\w.-]{{2,60}}\.\w{{2,4}}|(?:[a-z]\.){{2,4}})",
            r"(?:verwendete |benutzte )?(?:quellen|sources|fuentes|fontes|fonti|bronnen|kilder|källor|źródła|zdroje|"
            r"lähteet|"
            r"kaynaklar|források|surse|источники|джерела|πηγές) ?[:：]?",
            r"(?:- )?eigene (?:recherchen?|berichte?)",
        ),
        scope="tail",
        hits=(
            "Quelle: ntv.de",
            "Quelle: H.P.M.",
            "Quelle: tagesschau.de",
            "Kilde: Helsenorge.no",
            "Verwendete Quellen:",
            "Eigene Recherche",
        ),
        misses=("Quelle: Wikipedia", "Die Quelle: ein Brunnen im Tal.", "Sources close to the mayor"),
    ),
    Rule(
        "byline",
        phrase(
            rf"\((?P<value>{_PERSON})(?:, (?:{_PERSON}|[a-z]{{2,4}}|{_DESKS})){{0,3}}[,;] {STAMP}\)",
        ),
        scope="tail",
        action="authors",
        accepts=is_name,
        hits=("(Regina Moosbacher, 3.10.2023)", "(Ada Lund, dpa, 12.5.2024)"),
        misses=("(Wien, 2023)", "(Regina Moosbacher, Wien)"),
    ),
    Rule(
        "byline",
        phrase(
            rf"(?:(?:by|von|par|por|di|door|av|af|przez) )?(?P<value>{_PERSON}(?: (?:and|und|et|y|"
            rf"e) {_PERSON})?),? (?:[\w'’&-]{{2,20}} ){{0,3}}"
            rf"(?:(?:staff )?(?:correspondent|reporter|writer|columnist)|(?<=[\w] )(?:editor|(?-i:[A-Z])\w{{2,12}} "
            rf"staff)|korrespondent(?:in)?|redakteur(?:in)?|reporterin)(?:,? (?:updated |aktualisiert )?{STAMP})?",
        ),
        scope="head",
        action="authors",
        accepts=is_name,
        hits=(
            "Hannah Croft Health correspondent",
            "By Ada Lund and Bo Berg Globe Staff, Updated March 4, 2024, 5:47 p.m.",
        ),
        misses=("Der neue Korrespondent", "She was a foreign correspondent"),
    ),
    Rule(
        "byline",
        phrase(
            rf"(?P<value>{_PERSON}) \((?:[^\W\d_][\w' -]{{2,30}}, )?(?:correspondante?|envoyée? spéciale?|"
            rf"corrispondente|inviat[oa]|corresponsal|enviad[oa] especial|correspondente|korrespondent(?:in)?)"
            rf"(?:, [^\W\d_][\w' -]{{2,30}}|(?: [\w'-]{{2,20}}){{1,3}})?\)",
        ),
        scope="head",
        action="authors",
        accepts=is_name,
        hits=("Clémence Daubigny (Limoges, correspondante)", "Ada Lund (corresponsal)"),
        misses=("Paris (la capitale)", "Ada Lund (52)"),
    ),
    Rule(
        "byline",
        phrase(
            r"(?:the )?(?:[\w'’&-]{2,20} ){1,3}(?:bureau|(?:web|news|online|digital|national|sports|entertainment) ?"
            r"desk|news service|staff reporter|staff writer|correspondent)",
        ),
        scope="head",
        hits=("The Hindu Bureau", "Marling Web Desk"),
        misses=("A desk for every child", "The bureau of the mayor"),
    ),
)
