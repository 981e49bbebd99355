"""Lines below the text that say who else worked on it, who wrote it, and where it stood first."""

from __future__ import annotations

import re

from scraper.cleaners.rules.rule import Rule, phrase
from scraper.cleaners.rules.signatures import PARTICLES, is_name, is_sign_off

_CREW = frozenset(
    "in at from for with the this and by to reporting additional reported editing edited writing compiled "
    "contributed "
    "writer writers reporter reporters correspondent correspondents staff article story report bureau".split()
)
"""What English sign-offs say beside names, places and agencies."""


def is_crew(value: str) -> bool:
    """Whether `value` is written as who did what where, not as a sentence."""
    words = re.findall(r"[^\W\d_]+", re.sub(r"['’]s\b", "", value))
    return not " ".join(words).islower() and all(
        not word.islower() or word in PARTICLES or word in _CREW for word in words
    )


def is_byline(value: str) -> bool:
    """Whether `value` is names of persons, or agencies, and nothing else."""
    names = re.split(r", | & | / | (?:and|und|og|och|en|ja) ", value)
    return is_sign_off(value) or (
        value[0].isupper() and all(len(name.split()) in {2, 3, 4} and is_name(name) for name in names)
    )


ROWS = (
    Rule(
        "reporting_credit",
        phrase(
            r"[(\[–—-]? ?(?:additional |with )?(?P<value>(?:additional |with )?(?:reporting|research|editing|writing|"
            r"compiled) (?:by|from|in) [^\n]{3,300}|contributing ?: ?[^\n]{3,300})",
        ),
        scope="tail",
        accepts=is_crew,
        hits=(
            "Additional reporting by Jane Doe",
            "Contributing: Jane Doe, Marling Enquirer; The Associated Press",
            "(Reporting by Jane Doe in Marling; Editing by John Roe and Ana Lopez)",
            "– additional reporting by Donald Doe",
        ),
        misses=(
            "Reporting by drone is not new, the editor said.",
            "Research by the university shows that the bridge may fall.",
            "Writing by hand is back.",
            "Contributing: what it means to give to the town and to its people",
        ),
    ),
    Rule(
        "reporting_credit",
        phrase(
            r"(?P<value>[^\n.]{3,250}) (?:contributed (?:reporting|research|to (?:this|the) (?:report|story|"
            r"article))[^\n]{0,60}|"
            r"reported from [^\n.]{3,80}\.?(?: [^\n]{3,300} contributed[^\n]{0,60})?)",
        ),
        scope="tail",
        near=("contributed", "reported from"),
        accepts=is_crew,
        hits=(
            "Ana Lopez and Associated Press writer Bo Berg in Marling contributed to this report.",
            "Jane Doe contributed reporting.",
            "Ana Lopez contributed research.",
            "The Post's Jane Doe contributed to this report.",
        ),
        misses=(
            "The council contributed to the report, and nobody read it.",
            "Rain and wind contributed to this story of neglect.",
            "The university contributed research.",
        ),
    ),
    Rule(
        "reporting_credit",
        phrase(
            r"\(?(?:(?:mitarbeit|übersetzung|redaktion|schlussredaktion|traduction|collaboration|traducción|edición|"
            r"redacción|"
            r"traduzione|reportagem|edição|tradução|vertaling|eindredactie|współpraca|tłumaczenie|opracowanie|"
            r"opracowała?|"
            r"spolupráce|překlad|översättning|redaktör|oversettelse|oversættelse|käännös|toimittaja|çeviri|editör|"
            r"haber|"
            r"fordította|szerkesztette|penulis|pewarta|reporter|yazar|автор(?: текста)?|autor tekstu|traducerea|"
            r"editor|перевод|редактор|переклад|μετάφραση|επιμέλεια) ?[:：]|"
            r"übersetzt von|"
            r"aus dem englischen von|propos recueillis par|traduit de l['’]anglais par|con la colaboración de|"
            r"ha collaborato|traduzione di|com reportagem de|met medewerking van|tłumaczył|tłumaczyła|przeložil|"
            r"přeložila) ?"
            r"(?P<value>[^\n.!?:]{3,120})\.?\)?",
            r"[(（【\[]?(?:责任编辑|责编|编辑|編輯|责任校对|校对|审核|监制|实习生)[:：] ?[^\W\d_]{2,4}(?:[ "
            r"、,，][^\W\d_]{2,4}){0,4}"
            r"[)）】\]]?|[(（](?:取材|文|構成|聞き手|編集)[:：・＝=][^\n。()（）]{2,20}[)）]",
        ),
        scope="tail",
        accepts=is_crew,
        hits=(
            "Mitarbeit: Anna Blume",
            "Propos recueillis par Jeanne Martin",
            "Opracował: Jan Kowalski",
            "Редактор: Иван Петров",
            "Haber: Ayşe Yılmaz",
        ),
        misses=(
            "Redaktion: Wie geht es Ihnen?",
            "Übersetzung ist eine Kunst",
            "Editor: we were wrong about the bridge",
            "Haber ajansı kapandı.",
        ),
    ),
    Rule(
        "republish_note",
        phrase(
            r"(?:this (?:article|story|post|piece|essay) (?:was |has been )?|it )?(?:originally|first|"
            r"previously) (?:published|appeared)(?: here)? (?:on|in|at|by) (?!\d)(?![^\n]{2,120}, (?:the|he|she|it|"
            r"they|this)\b)[^\n]{2,120}",
            r"this (?:article|story|post|piece|essay) (?:was |has been )?(?:originally |first |previously "
            r")?(?:published|appeared|"
            r"republished)(?: here)? (?:on|in|at|by|from|with) (?!\d)[^\n]{2,160}",
            r"(?:hinweis ?: )?dieser (?:artikel|text|beitrag) (?:ist|erschien|wurde) (?:zuerst|zunächst|ursprünglich|"
            r"erstmals) (?:bei|in|auf|im) [^\n]{2,100}",
            r"(?:dies|dieser (?:artikel|text|beitrag)) ist eine (?:maschinelle )?übersetzung[^\n]{0,200}",
            r"cet article (?:a été|est) (?:initialement|d['’]abord|originellement) (?:publié|paru)[^\n]{0,120}",
            r"este (?:artículo|texto|reportaje) (?:fue|se|ha sido) (?:publicado|publicó)? ?(?:originalmente|por "
            r"primera vez)"
            r"[^\n]{0,120}",
            r"(?:questo )?articolo (?:è stato )?(?:pubblicato )?(?:originariamente|originalmente|per la prima "
            r"volta)[^\n]{0,120}",
            r"(?:este|esta) (?:artigo|texto|reportagem|matéria) foi (?:publicad[oa] )?originalmente[^\n]{0,120}",
            r"dit (?:artikel|verhaal|stuk) (?:verscheen|is) (?:eerder|oorspronkelijk)[^\n]{0,120}",
            r"(?:artykuł|tekst) (?:ukazał się|został opublikowany|opublikowano) (?:pierwotnie|najpierw|po raz "
            r"pierwszy)[^\n]{0,120}",
            r"(?:článek|text) (?:původně|poprvé) (?:vyšel|byl)[^\n]{0,120}|(?:artikeln|texten) (?:publicerades|är) "
            r"(?:först|"
            r"ursprungligen)[^\n]{0,120}",
            r"(?:artikkelen|saken|artiklen|historien) (?:ble|blev|er) (?:først|opprinnelig|oprindeligt)[^\n]{0,120}",
            r"(?:juttu|artikkeli) on (?:alun perin )?julkaistu (?:ensin|ensimmäisen|alun perin|aiemmin)[^\n]{0,120}",
            r"bu (?:yazı|haber|makale) ilk (?:olarak|kez) [^\n]{3,120}|(?:материал|статья|текст) впервые "
            r"(?:опубликован|вышл)"
            r"[^\n]{0,120}|a cikk eredetileg [^\n]{3,120}",
            # What WordPress puts under each text of a feed
            r"the post [^\n]{2,250} (?:first )?appeared (?:first )?on [^\n]{2,100}|der beitrag [^\n]{2,250} erschien "
            r"zuerst auf [^\n]{2,100}|l['’]article [^\n]{2,250} est apparu en premier sur [^\n]{2,100}|(?:la entrada|"
            r"la publicación) [^\n]{2,250} (?:se publicó primero|aparece primero|apareció primero) en [^\n]{2,100}|"
            r"o post [^\n]{2,250} apareceu primeiro em [^\n]{2,100}|l['’]articolo [^\n]{2,250} (?:proviene da|"
            r"sembra essere il primo su) [^\n]{2,100}|(?:het bericht|bericht) [^\n]{2,250} verscheen eerst op "
            r"[^\n]{2,100}|"
            r"artykuł [^\n]{2,250} pochodzi z serwisu [^\n]{2,100}|inlägget [^\n]{2,250} dök först upp på [^\n]{2,100}|"
            r"innlegget [^\n]{2,250} dukket først opp på [^\n]{2,100}|(?:запись|сообщение) [^\n]{2,250} (?:впервые "
            r"появилась|появились сначала на) [^\n]{2,100}",
            r"(?:artikel|berita|tulisan) ini (?:telah |sudah )?(?:pernah )?(?:tayang|terbit|dimuat|dipublikasikan|"
            r"diterbitkan) (?:pertama kali )?(?:di|oleh|pada) [^\n]{2,200}",
        ),
        scope="tail",
        hits=(
            "First published in The Conversation.",
            "The post The bridge is open appeared first on Marling Post.",
            "Der Beitrag Die Brücke ist offen erschien zuerst auf Heidepost.",
            "This article was originally published on The Marling Post.",
            "Dieser Artikel ist zuerst bei „Kapital“ erschienen.",
            "Dit artikel verscheen eerder in de krant van Marling.",
        ),
        misses=(
            "First published in 1857, the poems made a scandal; this article tells how.",
            "Dieser Artikel ist zu lang.",
            "The post was long, and nothing like it had appeared before.",
            "This article was updated on Monday to correct the length of the bridge.",
        ),
    ),
    Rule(
        "warranty_note",
        phrase(
            r"(?:the )?(?-i:[A-Z])[\w .]{1,30} is not responsible for the content of (?:external|other|"
            r"third)[^\n]{0,80}",
            r"\(?(?:alle )?(?:angaben|preise|termine|hinweise|daten)(?: sind| erfolgen)? ohne gewähr\.?\)?|"
            r"(?:irrtümer|änderungen|irrtum)(?: und (?:irrtümer|änderungen|irrtum))? vorbehalten\.?",
            r"(?:this|the) (?:article|post|content|information|material)[^\n.]{0,60}\b(?:is|are)\b[^\n.]{0,40}\bfor "
            r"(?:general |educational |information(?:al)? )?(?:information(?:al)?|educational)(?: and "
            r"(?:educational|entertainment))? (?:purposes? )?only\b[^\n]{0,300}",
            r"(?:this (?:is not|does not constitute|should not be taken as)(?: meant as)?|nothing (?:here|in this "
            r"(?:article|post)) (?:is|constitutes|should be taken as)) (?:financial|investment|legal|medical|tax)"
            r"(?: or \w{3,12})? advice\b[^\n]{0,200}",
        ),
        hits=(
            "The Post is not responsible for the content of external sites.",
            "(Alle Angaben ohne Gewähr)",
            "Änderungen und Irrtümer vorbehalten.",
            "This article is for informational purposes only and does not replace a doctor's advice.",
            "This is not investment advice.",
        ),
        misses=(
            "Der Zeuge machte seine Angaben ohne Gewähr für die Uhrzeit.",
            "This information is for the court only.",
            "This is legal advice that the council paid for.",
        ),
    ),
    Rule(
        "opinion_note",
        phrase(
            r"(?:the |all )?(?:views|opinions)(?:(?:,| and| or) (?:views|opinions|"
            r"thoughts)){0,2} expressed (?:in (?:this|the) (?:article|piece|column|essay|post|op-ed|commentary)|here|"
            r"herein|above|by the authors?|are)\b[^\n]{0,200}",
            r"this (?:article|piece|column|essay|op-ed|is an? (?:opinion|guest|"
            r"op-ed)[\w -]{0,20})\b[^\n.]{0,60}(?:reflects?|represents?|expresses) (?:only )?the (?:views|"
            r"opinions?)[^\n]{0,160}|this is an? (?:opinion|guest|op-ed) (?:piece|column|article|"
            r"essay)\.?[^\n]{0,160}",
            r"(?:dieser|diese) (?:kommentar|gastbeitrag|beitrag|kolumne|artikel|text)[^\n.]{0,40} (?:gibt|geben|"
            r"spiegelt|entspricht)[^\n.]{0,40} meinung[^\n]{0,160}|(?:gastbeiträge|kommentare|"
            r"namentlich gekennzeichnete \w{3,20}) geben [^\n.]{0,60}meinung[^\n]{0,160}",
            r"(?:det här|detta) är (?:en |ett )?(?:[\w-]{1,20} )?(?:opinionstext|debattartikel|debattinlägg|ledare|"
            r"krönika|insändare|åsiktstext)\b[^\n]{0,160}|(?:skribenten|författaren) svarar (?:själv )?för "
            r"[^\n]{0,80}",
            r"dette er (?:en |et )?(?:[\w-]{1,20} )?(?:debattinnlegg|kronikk|kommentar|leder|meningsytring|"
            r"debatindlæg|debatindlæg|klumme|kronik|blog|innlegg|indlæg)\b(?=[^\n]{0,120}(?:skribent|forfatter|"
            r"holdning|mening|avisen|\.\Z))[^\n]{0,200}",
            r"(?:特别|特別|免责|免責|郑重|鄭重)[声聲]明 ?[:：][^\n]{2,200}",
            r"dit is een (?:opiniestuk|ingezonden (?:stuk|brief)|opinieartikel|column)\b[^\n]{0,160}|(?:kirjoitus|"
            r"teksti) on (?:\w{1,20} )?(?:mielipidekirjoitus|kolumni|pääkirjoitus|vieraskynä)[^\n]{0,120}",
        ),
        scope="tail",
        hits=(
            "The views expressed in this article are the author's own.",
            "Dieser Gastbeitrag gibt nicht unbedingt die Meinung der Redaktion wieder.",
            "Detta är en debattartikel. Åsikterna är skribentens egna.",
            "特别声明：本文仅代表作者观点，不代表马林新闻的立场。",
            "Dette er en kommentar. Kommentaren gir uttrykk for skribentens holdning.",
        ),
        misses=(
            "The views expressed in the letter shocked the council.",
            "Dieser Kommentar gibt Rätsel auf.",
            "Dette er en kommentar til loven",
            "This is a guest house.",
        ),
    ),
    Rule(
        "machine_note",
        phrase(
            r"(?:this|the|dieser|diese|dieses|der|dit|denne|denna|den här|het|tämä) (?:article|story|text|summary|"
            r"translation|headline|artikel|beitrag|zusammenfassung|übersetzung|artikeln|texten|artikkelen|saken|"
            r"teksten|artiklen|juttu|artikkeli|teksti) (?:was|is|has been|wurde|ist|entstand|werd|är|har|er|ble|blev|"
            r"on)\b[^\n.!?,\"“„]{0,100}\b(?:ai|ki|artificial intelligence|künstlicher? intelligenz|"
            r"kunstmatige intelligentie|kunstig intelligens|artificiell intelligens|tekoäly\w{0,6}|"
            r"automated (?:system|software|translation)|chatgpt)\b[^\n]{0,160}",
            r"(?:für|bei) (?:diese[nmrs]?|den|die|das|dem) [^\n.!?,\"“„]{0,60}(?:artikel|text|beitrag|inhalt)\w{0,2} "
            r"(?:wurde|wurden|kam|kamen)\b[^\n.!?,]{0,60}(?:maschinelle|ki\b|künstliche|automatisierte)[^\n]{0,250}",
            r"(?:cet article|ce texte|este artículo|este texto|este contenido|questo articolo|este artigo|"
            r"ten artykuł|artykuł|tekst|článek|материал|статья|матеріал|стаття|artikel ini)\b[^\n.!?,]{0,60}\b(?:ia\b|"
            r"intelligence artificielle|inteligencia artificial|intelligenza artificiale|inteligência artificial|"
            r"sztuczn\w{2,4} inteligencj\w|umělé inteligence|искусственн\w{2,4} интеллект\w?|"
            r"штучн\w{2,4} інтелект\w?|kecerdasan buatan)(?! (?:ne|no|non|não|nie|не)\b)[^\n]{0,160}",
            r"(?:(?:transparenz)?hinweis(?: der redaktion)?: )dieser (?:artikel|text|beitrag) (?:wurde|ist|entstand) "
            r"[^\n.!?]{0,60}(?:maschinelle|ki\b|künstliche)[^\n]{0,250}",
            r"(?:the )?(?:[\w'’-]{1,20} ){1,4}(?:for|of|in|above) (?:this|the) (?:article|story) (?:was|were) "
            r"(?:generated|created|written|produced|drafted)[^\n.!?]{0,80}(?:\bai\b|language models?|artificial "
            r"intelligence)[^\n]{0,200}",
            r"(?:ai|ki|machine)-(?:generated|generiert\w{0,2}|translated|gestützt\w{0,2}|assisted) (?:summary|text|"
            r"article|translation|image|content|story|zusammenfassung|übersetzung|bild|artikel)[^\n.!?,]{0,60}",
        ),
        scope="tail",
        spoken=False,
        hits=(
            "Dieser Artikel wurde mit Hilfe von KI erstellt und von der Redaktion geprüft.",
            "This article was translated with the help of AI and checked by an editor.",
            "Denne saken er laget med hjelp av KI.",
            "The key points of this article were generated with the help of large language models and checked.",
            "Transparenzhinweis: Dieser Artikel wurde mithilfe maschineller Unterstützung erstellt und geprüft. (kam)",
            "Für diesen von der Redaktion geschriebenen Artikel wurde maschinelle Unterstützung genutzt. Geprüft.",
            "Este artículo ha sido traducido con inteligencia artificial y revisado por un editor",
        ),
        misses=(
            "This article is about bridges, and about AI.",
            "Der Text handelt von Menschen.",
            "The text was short.",
        ),
    ),
    Rule(
        "machine_note",
        phrase(
            r"(?:dies|dieser (?:text|artikel|beitrag)) ist eine (?:maschinelle|automatische) übersetzung[^\n]{0,300}",
            r"this (?:(?:article|story|text) )?is (?:a machine|an automated|an automatic) translation\b[^\n]{0,300}",
            r"(?:ce texte|cet article|ceci) est une traduction automatique[^\n]{0,300}|(?:este (?:texto|artículo)|"
            r"esta) es una traducción automática[^\n]{0,300}",
        ),
        hits=(
            "Dies ist eine maschinelle Übersetzung eines Artikels unserer Kollegen. Er wurde geprüft.",
            "This is a machine translation of a story first told in Dutch.",
        ),
        misses=(
            "Die Übersetzung ist maschinell erstellt, räumt das Amt ein.",
            "This is a machine for translation, he said.",
        ),
    ),
    Rule(
        "broadcast_note",
        phrase(
            r"über dieses thema berichtete?[^\n]{3,200}|dieses thema im programm[^\n]{0,200}|(?:dieser beitrag|"
            r"diese sendung|dieses thema) (?:lief|wurde|läuft)[^\n.]{0,60}\b(?:uhr|gesendet|ausgestrahlt|radio|tv|"
            r"fernsehen)\b[^\n]{0,120}",
            r"sendung ?: [^\n.!?]{3,80}[|,] ?\d{1,2}\.[^\n]{3,60}uhr[^\n]{0,60}",
            r"(?:this|the) (?:segment|story|interview|episode|program(?:me)?|report|conversation) (?:originally |"
            r"first )?aired (?:on|in|at)\b[^\n]{2,120}|a version of this (?:article|story|piece|"
            r"post)[^\n]{0,40} (?:appear(?:s|ed)|was (?:originally |first )?published|aired|ran)\b[^\n]{0,160}",
        ),
        scope="tail",
        hits=(
            "Über dieses Thema berichtete der Heidefunk am 4. Mai 2023 um 12:00 Uhr in den Nachrichten.",
            "This segment aired on May 3, 2023.",
            "A version of this story appeared in The Marling Post newsletter.",
        ),
        misses=("Über dieses Themenfeld weiß man wenig.", "The story aired its grief.", "Sendung mit Folgen"),
    ),
    Rule(
        "reporting_credit",
        phrase(
            r"\(?(?:(?:edited|compiled|produced|written|translated|interviewed|illustrated|reported|photographed|"
            r"narrated|curated|words|pictures|story|interview|additional \w{3,15})(?: and \w{3,15})? by|(?:interview|"
            r"protokoll|intervju|text|words|pictures|teksti|tekst) ?:|das (?:interview|gespräch) führten?|"
            r"die fragen stellten?|(?:aufgezeichnet|protokolliert) von|vertaald door|översatt av|oversatt av|"
            r"oversat af) (?P<value>[^\n.!?:]{3,80})\.?\)?",
        ),
        scope="tail",
        accepts=is_byline,
        hits=("Edited by Paul Grant", "Das Interview führte Anna Blum.", "Das Interview führten Anna Blum und Bo Berg"),
        misses=(
            "Das Interview führte zu einem Eklat.",
            "Edited highlights were shown.",
            "Interview: Was nun",
        ),
    ),
    Rule(
        "reporting_credit",
        phrase(
            r"(?:compiled|adapted|written|edited|produced) (?:from|with|using) (?:[\w-]{1,15} ){0,3}(?:wire|agency|"
            r"staff|press|news)[ -](?:reports?|services?|agencies|material|releases?)\.?|(?:staff|agenc(?:y|ies)|"
            r"wire reports?|from (?:staff|wire) reports|staff reports?|from wire services|news agencies)\.?|"
            r"\(?aus der redaktion\)?|(?:staff writers?|reporters?|correspondents?) [\w .,'’&-]{3,120} "
            r"contributed\.?",
            r"(?:this|the) (?:story|article|report|project|series|investigation|interview|podcast|episode|"
            r"video)(?: (?:is|was)| has been) (?:also |originally |jointly )?(?:part of (?:an?|the|"
            r"our) (?:[\w-]{1,20} ){0,3}(?:collaboration|series|project|partnership|initiative|newsletter|package)|"
            r"produced (?:by|in|with|for|as)|made possible|supported by|funded|co-?published|published (?:in|with|as|"
            r"under)|a collaboration|sponsored by|reported (?:with|in partnership)|hosted by|edited by|"
            r"narrated by)\b[^\n]{2,250}",
            r"(?:published|republished|reprinted) (?:under|with|by|courtesy)(?: the)? (?:creative commons|permission|"
            r"licen[cs]e|cc)[^\n]{0,120}",
        ),
        scope="tail",
        spoken=False,
        hits=(
            "Compiled from wire reports.",
            "This story is part of a collaboration with Harbor Watch, a nonprofit newsroom.",
            "This podcast was produced by Jo Wren.",
            "Published under Creative Commons by Harbor Watch.",
        ),
        misses=(
            "Staff were told on Monday.",
            "This story is part of the town.",
            "Rain and the wind contributed to the flood.",
        ),
    ),
    Rule(
        "machine_note",
        phrase(
            r"(?:resumen|resumo|riassunto|résumé|zusammenfassung|sammendrag(?:et)?|oppsummeringe(?:n|ne)|"
            r"sammanfattning(?:en)?|tiivistelmä|samenvatting|summary) (?:automático |automatique |automatica |er |"
            r"är |is |wurde |was )?(?:automatically )?(?:generado|gerado|generato|généré|erstellt|laget|gjord|"
            r"lavet|tehty|gemaakt|generated|made)\b[^\n]{0,160}",
        ),
        hits=(
            "Resumen automático generado con Inteligencia Artificial",
            "Oppsummeringene er laget av kunstig intelligens (KI) fra OpenAI og kvalitetssikret av journalister.",
        ),
        misses=(
            "Resumen de la jornada",
            "Sammendrag av saken",
        ),
    ),
)
