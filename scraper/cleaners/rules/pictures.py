"""Lines that say who took a picture: credits behind captions, and notes that a picture stands for another."""

from __future__ import annotations

from scraper.agencies import AGENCIES, CREDITED, agency, named
from scraper.cleaners.rules.rule import Rule, phrase
from scraper.cleaners.rules.signatures import SOURCE, STORES, is_by_agency, is_credit, is_name

_PICTURED_BY = (
    r"(?:[\w .,'’&-]{2,40}/)?(?:istock(?:photo)?|getty(?: images)?|shutterstock|adobe stock|alamy|unsplash|pexels|"
    r"pixabay|depositphotos|الفرنسية|رويترز|الأناضول|أسوشيتد برس|الأوروبية|غيتي(?: إيميجز)?|شترستوك|الجزيرة|"
    r"مواقع التواصل(?: الاجتماعي)?|مواقع إلكترونية)(?:/[\w .-]{2,40})?"
)
"""Who is named behind a caption and not behind a text."""


def is_credited(value: str) -> bool:
    """Whether `value` names an agency of pictures, and is written as a credit."""
    return is_credit(value) and bool(named(value))


def is_picture_agency(value: str) -> bool:
    """Whether `value` is an agency that hands out pictures and writes no text."""
    return value.lower() in CREDITED and value.lower() not in AGENCIES


def is_pictured_by(value: str) -> bool:
    """Whether `value` names a person beside an agency, a paper or a store of pictures, in either order."""
    one, _, other = (part.strip() for part in value.partition("/"))
    person, source = (one, other) if agency(other) or " " in one else (other, one)
    named = " " in person and is_name(person)
    known = source.lower() in CREDITED or source.lower() in STORES
    return named and (known or " " not in source or is_name(source))


ROWS = (
    Rule(
        "photo_credit",
        phrase(
            r"[^\n]{0,160}[.!?)”\"] ?\(?(?:photo|photograph|image|picture|foto|bild|kuva)s? ?(?:by|courtesy(?: of)?|"
            r"von|av|af|door) (?P<value>[^.!?\n():]{2,60})\)?\.?",
        ),
        action="credit",
        accepts=is_credit,
        near=("photo", "image", "picture", "foto", "bild", "kuva"),
        hits=("The bridge in the spring. Photo by Jane Doe", "Ada Lund at home. (Photo courtesy of Ada Lund)"),
        misses=("She looked up. Photo by photo she told the story", "Er kam. Bild von gestern"),
    ),
    Rule(
        "photo_credit",
        phrase(
            r"\(?(?:(?:photo|image|picture|video|screenshot|file|handout|map|graphic)s? ?[:/-]? ?)?(?:courtesy(?: "
            r"of)? |courtesy ?[:/] ?|(?:provided|supplied|submitted) by |credit ?[:/] "
            r"?)(?P<value>[^.!?\n()]{2,60})\)?",
        ),
        action="credit",
        accepts=is_credit,
        hits=(
            "Courtesy of the Marling County Sheriff's Office",
            "Image courtesy of Ada Lund",
            "Photo provided by Ada Lund",
        ),
        misses=("Courtesy of the house", "Provided by law", "Courtesy costs nothing."),
    ),
    Rule(
        "photo_credit",
        phrase(
            r"写真・図版|本文(?:图片|配图)均?(?:为|来自)[^\n。]{2,30}",
            r"(?:d\. ?r\.|\(?(?:file )?(?:photo|image)(?: is)? used (?:only )?for (?:representation(?:al)?|"
            r"illustrati(?:ve|"
            r"on)) ?(?:purposes?)?(?: only)?\.?\)?)",
            r"\(?(?:supplied|submitted|contributed|courtesy|file|stock|library|archive|handout|representative|"
            r"undated|"
            r"screenshot) ?[/:]? ?(?:photo|image|picture|pic|video)s?\.?\)?",
            r"\(?(?:symbol|archiv|beispiel|vorschau|genre|arkiv|arkiv|modell?|illustrations|illustrasjons|archief|"
            r"stock)-?(?:bild|bilder|foto|fotos|aufnahme)\.?\)?|\(?(?:arkistokuva|kuvituskuva)\.?\)?",
            r"\(?(?:(?:zdjęcie|foto) (?:ilustracyjne|poglądowe|archiwalne)|(?:foto|imagen|imagem|"
            r"immagine) (?:de archivo|"
            r"ilustrativa|de arquivo|d['’]archivio|di repertorio)|ilustrační (?:foto|snímek)|"
            r"photos? d['’](?:illustration|"
            r"archives?)|(?:képünk )?illusztráció|temsili (?:fotoğraf|görsel|resim)|(?:görsel|"
            r"fotoğraf) ?: ?(?:arşiv|temsili)|"
            r"фото ?:? ?(?:из |з |с )?(?:архива|архиву|архіву|открытых источников|відкритих джерел)|"
            r"(?:иллюстративное|"
            r"ілюстративне) фото|φωτογραφία αρχείου|資料写真|자료사진|资料图片?|foto ilustrasi)\.?\)?",
        ),
        hits=(
            "File photo used for representational purpose only",
            "Supplied image",
            "(Symbolbild)",
            "Arkivfoto",
            "Kuvituskuva",
        ),
        misses=("Supplied with images", "Symbolbilder sind teuer.", "Submitted photos were judged in May."),
    ),
    Rule(
        "photo_credit",
        phrase(
            r"\((?:[^\W\d_][\w.’'-]{0,20} ){1,3}(?:photo|image|picture|foto|bild) ?(?:by|:|von|de|/) ?"
            r"(?P<value>[^()\n.!?]{2,60})\)"
        ),
        action="credit",
        accepts=is_credit,
        hits=("(Marling Post Photo by Ana Blau)", "(Post Image: Bo Berg)"),
        misses=("(the photo by the door)", "(They had a photo: blurred, small and old)"),
    ),
    Rule(
        "photo_credit",
        phrase(rf"[^\n]{{10,350}}[\w.!?”\"’»)] ?\((?:{SOURCE}) ?: ?(?P<value>[^.!?:()\n]{{3,60}})\)"),
        action="credit",
        near=("/",),
        accepts=is_by_agency,
        hits=("Das Rathaus in Marling. (Quelle: Anna Blume/dpa)", "The bridge in May (Source: Ana Blau/Reuters)"),
        misses=(
            "Die Stadt wächst weiter. (Quelle: Amt für Statistik/Stadt)",
            "Der Rat hat beraten (Quelle: Sitzung/Protokoll)",
        ),
    ),
    Rule(
        "photo_credit",
        phrase(
            r"[^\n]{10,350}[\w.!?”\"’»)] ?\((?:supplied|facebook|instagram|twitter|(?:abc|sbs|cbc)(?: [\w "
            r"]{2,20})?|aap|afp|ap|reuters|getty(?: images)?) ?: ?(?P<value>[^.!?:()\n]{3,40})\)"
        ),
        action="credit",
        near=(
            "(supplied",
            "(facebook",
            "(instagram",
            "(twitter",
            "(abc",
            "(sbs",
            "(cbc",
            "(aap",
            "(ap",
            "(afp",
            "(reuters",
            "(getty",
        ),
        accepts=is_name,
        hits=(
            "Floodwater has cut the road south of Marling. (ABC Western Qld: Ana Blau)",
            "Ada Lund has lived by the river for a year. (Supplied: Ada Lund)",
        ),
        misses=("He said it twice. (File: closed for ever)", "She was there. (Translation: Ana Blau)"),
    ),
    Rule(
        "photo_credit",
        phrase(
            r"(?:(?:fuente|fonte|source) ?: [^\n.:]{2,30} [-–|] cr[eé]dito? ?: |"
            r"\([\w-]{2,30}\.(?:com|co\.id|id|net|org)/)(?P<value>[^\n.!?:()/]{3,60})\)?"
        ),
        action="credit",
        accepts=is_credit,
        hits=("Fuente: Archivo - Crédito: Ana Blau", "(MARLING.com/ANA BLAU)"),
        misses=("Fuente: El crédito del banco", "(marling.com/see how it ends)"),
    ),
    Rule(
        "photo_credit",
        phrase(r"[^\n]{10,350}[a-z)”\"][.!?](?P<value>(?-i:[A-Z])[^\n.!?/:,]{3,30}/(?-i:[A-Z])[^\n.!?/]{2,40})"),
        action="credit",
        near=("/",),
        accepts=is_credit,
        hits=(
            "A grain terminal at the port of Marling in September.Fred Blau/The Globe and Post",
            "The bridge is open.Ana Lopez/Marling Times",
        ),
        misses=("It is open. And/or closed.", "The fee is low.Yes/no is what they asked."),
    ),
    Rule(
        "photo_credit",
        phrase(rf"[^\n]{{10,350}}[\w.!?”\"’»)] ?\((?P<value>{_PICTURED_BY})\)\.?"),
        action="credit",
        near=("(",),
        hits=(
            "Sheep wander near a fence on a property outside Marling. (iStock)",
            "سد مارلينغ بعد الأمطار الأخيرة (الفرنسية)",
        ),
        misses=("Many pictures stand in the town hall. (Bo Berg)", "Many use pictures from a stock (iStock) today."),
    ),
    Rule(
        "photo_credit",
        phrase(
            r"[^\n]{10,350}\S ?(?:[|–—-] ?(?:फोटो|फ़ोटो) ?: ?|"
            r"\| ?(?=(?-i:(?:ARCHIVES?|ARCHIVO?|PHOTO|FOTO|CRÉDIT|VISUACTU)\b[^\na-zà-ÿ|]{2,60}\Z)))(?P<value>[^\n|"
            r":]{2,60})"
        ),
        action="credit",
        near=("फोटो", "फ़ोटो", "|"),
        hits=(
            "Les pompiers sont restés sur place toute la nuit. | ARCHIVES OUEST-MARLING",
            "मार्लिंग में हादसे के बाद मौके पर जुटी भीड़ - फोटो : अमर उजाला",
        ),
        misses=("फोटो : यह वही जगह है जहाँ पुल था", "The bridge in its first year | archives of the town"),
    ),
    Rule(
        "photo_credit",
        phrase(r"[^\n。]{4,120}[=＝](?:[^\n。=＝]{2,80}、)?(?P<value>[^\n。、=＝]{1,20})(?:撮影|提供)"),
        action="credit",
        near=("撮影", "提供"),
        hits=(
            "営業を終えた「松の湯」=2024年3月12日午後10時3分、大阪市、山田太郎撮影",
            "完成した橋＝市提供",
        ),
        misses=("橋の写真は山田太郎が撮影した。", "資料＝市は資料を提供した。"),
    ),
    Rule(
        "photo_credit",
        phrase(
            r"[\[(【](?P<value>[^\n\[\]()]{2,40}) ?제공(?:[.,]? ?재판매 및 db 금지)?[\])】]",
        ),
        action="credit",
        hits=("[마를링시 제공. 재판매 및 DB 금지]", "(마를링시 제공)"),
        misses=("[마를링시]", "시가 자료를 제공했다."),
    ),
    Rule(
        "photo_credit",
        phrase(r"[(/\[](?P<value>[^()/\[\]\n]{2,60}(?:/[^()/\[\]\n]{2,40})?)[)/\]]"),
        action="credit",
        accepts=is_credited,
        hits=("(Getty Images)", "(Shutterstock)", "(Jane Doe/Getty Images)"),
        misses=("(laughs)", "(Jane Doe)", "[Applause]"),
    ),
    Rule(
        "photo_credit",
        phrase(
            r"[^\n]{10,350}[.!?”\"’»)] ?(?:[|–—-] ?)?(?P<value>(?-i:[\dA-ZÀ-Ý])[\w.’'-]{0,20}"
            r"(?: [\w.’'-]{1,20}){0,3} ?/ ?[^\n/.!?]{2,30})"
        ),
        action="credit",
        near=("/",),
        accepts=is_pictured_by,
        hits=(
            "A crew worked on the seawall along the shore on Monday. Pat Delacroix/Globe Staff",
            "Gleisarbeiten an der Westbahn: Bis Ende November ist Geduld gefragt. APA / Hans Punz",
            "Die Leute haben Transparente an die Balkone gehängt. 20min/Marco Blau",
            "A boat sits tied to a flooded pier in July. Ada Lund / Marling Journal",
        ),
        misses=(
            "Die Agenturen meldeten den Vorfall am Montag. Es war AFP/dpa zufolge der dritte",
            "The fee is 30 pounds. He/she pays it",
        ),
    ),
    Rule(
        "photo_credit",
        phrase(
            r"[^\n]{10,350}(?-i:[a-zà-ÿ\d]) (?:- )?(?P<value>(?-i:[A-ZÀ-Ý]['’A-ZÀ-Ý-]{1,20}(?: "
            r"['’A-ZÀ-Ý-]{2,20}){1,3} ?/ ?"
            r"[A-ZÀ-Ý]{2,20}))"
        ),
        action="credit",
        near=("/",),
        accepts=is_by_agency,
        hits=(
            "A lota de Marling, numa madrugada de Novembro RUI GAUDÊNCIO/ARQUIVO",
            "El puerto de Marling, ayer por la tarde ANA LUND/EFE",
        ),
        misses=("The new owner is the firm Lund/Berg", "The ministers of the new HM STATE/REALMS"),
    ),
    Rule(
        "photo_credit",
        phrase(
            r"[^\n]{10,350}\w - (?P<value>[^\W\d_][\w.’'-]{1,20}(?: [\w.’'-]{1,20}){1,3}) - "
            r"\d{1,2}\.\w{2,4}\.\d{2,4}/[\w ]{3,20}"
        ),
        action="credit",
        near=("/",),
        accepts=is_name,
        hits=(
            "Fila na estação da Luz, no centro - Danilo Lund - 19.fev.2024/Folhapress",
            "A ponte de Marling vista do rio - Ana Blau - 3.mar.2021/Divulgação",
        ),
        misses=("O jogo foi na ponte - 19.fev.2024/segunda", "A ponte - uma obra de arte - 19/20"),
    ),
    Rule(
        "photo_credit",
        phrase(
            r"[^\n]{10,350}(?:[.!?”\"’»)] ?beeld(?: ?:)? |\(fot\. ?:? ?)"
            r"(?P<value>[^\n.!?()]{3,40}(?:\.\w{2,3})?(?: ?/ ?[^\n!?()]{2,40})?)\)?"
        ),
        action="credit",
        near=("beeld", "(fot."),
        accepts=is_credit,
        hits=(
            "Boer Wiebe bij de nieuwe stuw in zijn weiland. Beeld Harry Cock / de Volkskrant",
            "Most tymczasowy na Nysie (Fot. Tomasz Lis / Agencja Marling.pl)",
        ),
        misses=("Een nieuw gezicht. Beeld en geluid komen later", "Een nieuw gezicht (fot. van hem is er niet)"),
    ),
    Rule(
        "photo_credit",
        phrase(r"[^\n]{10,350}[.!?”\"’»)] ?\| ?(?P<value>(?-i:[A-ZÀ-Ý][A-ZÀ-Ý'’-]{2,30}(?: [A-ZÀ-Ý'’-]{2,30}){0,3}))"),
        action="credit",
        near=("|",),
        hits=(
            "La plage, jeudi, était interdite à la baignade. | OUEST-MARLING",
            "Le pont de Marling est ouvert. | ANNA LUND",
        ),
        misses=("He said it. | Then he left", "It closed. | I"),
    ),
    Rule(
        "photo_credit",
        phrase(
            r"[^\n]{10,250}[.!?”\"’»)] ?(?P<value>[^\n.!?]{3,40})",
        ),
        action="credit",
        accepts=is_picture_agency,
        near=("photo", "images", "getty", "alamy", "istock", "shutterstock", "imago", "alliance"),
        hits=(
            "File image of a lifeboat. Alamy Stock Photo",
            "The old bridge in the spring of 1994. Getty Images",
        ),
        misses=(
            "He sold them all. Alamy said nothing",
            "It was on the wires by noon. Reuters",
        ),
    ),
    Rule(
        "photo_credit",
        phrase(
            r"[^\n]{10,350}[.!?”\"’»)] ?(?:foto|photo|fotos|photos|bild|фото|"
            r"kuva) (?P<value>(?-i:[A-ZÀ-ÝА-Я])[\w.'’-]{1,20}(?: [\w.'’-]{1,20}){1,3})",
        ),
        action="credit",
        accepts=is_name,
        near=("foto ", "photo ", "fotos ", "photos ", "bild ", "фото ", "kuva "),
        hits=(
            "El interno 47 quedó con las ruedas en el aire. Foto Guillermo Lund",
            "Le pont de Marling, jeudi matin. Photo Anna Blau",
        ),
        misses=(
            "Er kam. Foto und Rahmen waren weg",
            "It was late. Photo Opportunities were gone by then",
        ),
    ),
    Rule(
        "photo_credit",
        phrase(
            r"[^\n]{10,350}[.!?”\"’»)] ?(?:foto|fotos|bild) ?: ?(?P<value>[^\n.!?:()]{2,40}(?:\.? \(\w{2,5}\)|"
            r", [^\n!?:()]{2,30} \(\w{2,5}\)))",
        ),
        action="credit",
        near=("foto:", "foto :", "fotos:", "bild:"),
        hits=(
            "Das Stadthaus ist nur eingeschränkt geöffnet. Foto: Busch, Franz sen. (bsen)",
            "Der Rat am Abend. Foto: Anna Blume (abl)",
        ),
        misses=(
            "Sie hat ein Foto. Bild: was es (auch) zeigt",
            "Er ging. Foto (weg)",
        ),
    ),
)
