"""Words by which bylines tell who wrote a text, and who did other things for it, in the languages of the press.

Parts of expressions that ignore case; each row of a table is a language or a family of them.
"""

from __future__ import annotations

from typing import Final


def _any_of(*rows: str) -> str:
    return rf"(?:{'|'.join(rows)})"


_PICTURES: Final = _any_of(
    r"photo(?:s|graph(?:s|y|ies)?)?|pictures?|images?|illustrations?|graphics?|video",
    r"fotos?|foto['’]s|fotograf(?:ie|i|ia|ía|ías|in)?|bild(?:er)?|grafik(?:en)?|beeld",
    r"zdjęci[ea]|kuvat?|valokuvat?|képek?|fotók?|snímky|fotky|fotoğraf(?:lar)?|фото(?:графии)?|φωτογραφίες|kamera",
)
OTHER_WORK: Final = _any_of(
    r"(?:medically |scientifically )?(?:fact[- ]?check(?:ed|ing)|review(?:ed)?|edit(?:ed|ing|ors?))",
    r"translat(?:ed|ions?)|illustrated|photographed|produced|verified",
    r"redigiert|lektorat|übersetz(?:t|ung)|vertaling|redigering|översättning",
    r"traduction|traducción|traduzione|tradução",
    r"tłumaczenie|překlad|redaktor|editör|редактор|перевод|επιμέλεια",
    _PICTURES,
)
"""What people do for a text who do not write it."""

AND_PICTURES: Final = rf"(?<=\w) ?(?:&|/|\+|and|und|et|y|e|en|och|og|i|a|ja|és|ve|и|та) ?{_PICTURES}(?=\s?[:：])"
"""What a label goes on with where one person made text and pictures: `Text und Fotos: Ana Lopez`."""
_LABELS: Final = _any_of(
    r"words|authors?(?:\(s\))?|texte?|auteure?s?|autore",
    r"autor(?:innen|in|en|es|a)?(?:/autor(?:in)?|[*:_]in(?:nen)?)?",
    r"teksti|autorka|autorzy|oprac\.|szerző|írta|yazan|muhabir",
    r"автор|авторы|текст|συντάκτης|بقلم|كتبت?",
)
"""Labels of who wrote a text, or of the text itself, that need no colon."""
_LABELS_WITH_COLON: Final = _any_of(
    r"story|report(?:er|ing)?|writers?|contributors?|interview|column|guest (?:author|contributor|columnist|writer)",
    r"redaktion|tekst|skribent|forfatter|journalist|reporter|kirjoittaja|toimittaja",
    r"textos?|reportaje|testi|testo|redactor",
    r"autoři|autori|piše|pišu|napsala?|napisala?|napisao|szerzők|szöveg",
    r"haber|yazar|penulis|pewarta|reportase|laporan|tác giả",
    r"авторка|автори|корреспондент|συντάκτρια|συγγραφέας|κείμενο",
    r"מאת|כתב|إعداد|تقرير|نویسنده|خبرنگار|लेखक|संवाददाता|ผู้เขียน|ผู้สื่อข่าว",
)
_GENRES: Final = _any_of(
    r"opinion|analysis|commentary|comment|perspective|review|column|essay|interview|editorial|op-ed",
    r"report(?:ed|ing)?|feature|article|story|blog|post|investigation|exclusive|words|text",
)
_BY: Final = _any_of(
    r"by|par|por|door|przez|oleh",
    # These are parts of names, too: `Ana von Blau`.
    r"(?<![^\W\d_] )(?:von|di|av|af|od|(?-i:de)|του|της)",
    rf"(?:(?:guest|special|news|exclusive|photo) )?{_GENRES} by",
    rf"(?:{_GENRES} )?(?:written|posted|published|submitted|compiled) by",
    rf"(?:this|the) (?:(?:guest|blog|news) )?{_GENRES} (?:was|is) (?:originally |first )?written by",
    r"(?:dieser|dieses|der|das) (?:beitrag|artikel|text|interview|kommentar) (?:wurde|ist) von",
    r"(?:cet article|ce texte|cette tribune) (?:a été|est) (?:écrite?|rédigée?) par",
    r"est[ea] (?:artículo|texto|nota|artigo|matéria) (?:fue|ha sido|foi) (?:escrit|redactad|redigid)[oa] por",
    r"questo (?:articolo|testo) è stato scritto da|dit (?:artikel|bericht) (?:is|werd) geschreven door",
    r"(?:eine? )?(?:exklusiv)?(?:blog[ -]?|gast|presse|leit)?(?:beitrag|artikel|mitteilung|erklärung|bericht|kommentar|"
    r"analyse|essay|glosse|interview|kolumne|porträt|reportage|rezension|text|recherche) von",
    r"(?:geschrieben|verfasst|veröffentlicht|erstellt|gespeichert|eingestellt|gepostet|aufgezeichnet) von",
    r"(?:das )?(?:gespräch|interview) führten?:?",
    r"(?:une? )?(?:analyse|chronique|tribune|enquête|entretien|reportage|récit|article|billet|texte) (?:de|par)",
    r"(?:propos )?recueillis? par|(?:écrit|rédigé|publié|posté) par",
    r"(?:una? )?(?:análisis|crónica|reportaje|entrevista|columna|artículo|textos?) (?:de|por)",
    r"(?:uma? )?(?:análise|opinião|reportagem|entrevista|coluna) (?:de|por)",
    r"(?:escrito|publicado|redactado|postado) por",
    r"(?:un['’]? ?)?(?:articolo|intervista|reportage|analisi|commento|test[oi]|servizio) di",
    r"a cura di|(?:scritto|pubblicato|redatto) da",
    r"(?:een )?(?:artikel|interview|opinie|analyse|column|reportage|verhaal|tekst) (?:van|door)",
    r"(?:geschreven|geplaatst|gepubliceerd) door",
    r"(?:text|analys|krönika|reportage|intervju|kommentar|tekst|skriven|skrivet|skrevet|publisert|publicerad) a[vf]",
    r"(?:napisane?|opublikowane?) przez|(?:ditulis|diposting) oleh|γράφ(?:ει|ουν) (?:ο|η|οι)",
)
_OUR: Final = _any_of(
    r"(?:by|from) our (?:\w+ )?(?:correspondent|reporter)s?",
    r"von unsere[mr] (?:\w+ )?(?:korrespondent|redakteur|reporter|mitarbeiter)(?:en|in)?",
    r"(?:door|van) onze (?:\w+ )?(?:redacteur|correspondent|verslaggever)s?",
    r"(?:de|par) notre (?:correspondante?|envoyée? spéciale?|journaliste)",
    r"d[ae]l(?:la)? nostr[oa] (?:corrispondente|inviat[oa](?: special[ei])?)",
    r"d[eo] n(?:uestr|oss)[oa] (?:corresponsal|correspondente|enviad[oa](?: especial)?)",
)
LABELLED: Final = rf"(?:{_LABELS}|{_LABELS_WITH_COLON}(?=\s?[:：]))"
"""A label with which a line about the author begins; behind some of them there is always a colon."""
SIGNED: Final = rf"(?:{LABELLED}|{_OUR}|{_BY})(?!\w)"
"""What stands before the name of who wrote a text: a label, or `by`, or `by` behind what the text is."""

ROLE: Final = _any_of(
    r"(?:reporter|correspondent|editor|columnist|journalist|(?:staff |senior )?writer|contributor|critic)s?",
    r"(?:redakteur|korrespondent|reporter|autor|journalist|volontär|kolumnist)(?:in|innen|en)?|ressortleiter(?:in)?",
    r"journalistes?|correspondante?s?|envoyée?s? spécia(?:le?s?|ux)|rédact(?:eur|rice)s?",
    r"chroniqueu(?:r|se)s?|éditorialiste",
    r"periodistas?|corresponsal(?:es)?|enviad[oa]s? especia(?:l|les|is)|redactora?|columnista",
    r"jornalistas?|repórter(?:es)?|correspondentes?|colunista",
    r"giornalist[aei]|inviat[oaie]|corrispondent[ei]|redattore|redattrice|editorialista",
    r"verslaggever|redacteur|columniste?|journalist[ae]?|reporter|toimittaja",
    r"dziennikar(?:z|ka)|novinář|muhabiri?|gazeteci",
)
"""What somebody is who writes for a paper."""

_HAN: Final = (
    r"(?![\u4e00-\u9fff]{0,4}(?:[报報][道导導]|[摄攝影]|[编編][辑輯]|新[闻聞]|通信|[综綜]合))[\u4e00-\u9fff々]{2,4}"
)
"""A Chinese name; words that stand where names do are none."""
_KANJI: Final = (
    r"(?![^\s)）】]{0,6}(?:新聞|通信|放送|社|部|局|課|共同|時事|記事|関連|写真|動画|広告|全文|特集|連載|[続速]報|[有無]料))"
    r"[\u4e00-\u9fff々]{1,3}[ \u3000]?[\u4e00-\u9fff々ぁ-んァ-ヶ]{1,4}"
)
"""A Japanese name."""
_HANGUL: Final = (
    r"[김이박최정강조윤장임한오서신권황안송전홍유고문양손배백허남심노하곽성차주우구민나진지엄채원천방공현함변염여추도소]"
    r"[가-힣]{1,3}(?<![부팀국])"
)
"""A Korean name, which begins with one of few surnames; desks end in the letters it does not end in."""
EASTERN: Final = (
    (
        r"(?:^|[（(〔【\[／])\s?(?:\w{0,4}(?:[记記]者|撰文|撰稿)|作者|文(?=[/／｜|:：]))\s?[:：/／|｜]?\s?"
        rf"(?P<names>{_HAN}(?:[、,，\s]\s?{_HAN})*)(?=[\s／/）)〕】\]|]|$)"
    ),
    (
        r"^(?:取材・文|文|記者|執筆|編集委員|論説委員)\s?[:：・=＝/／]?\s?"
        rf"(?P<names>{_KANJI}(?:[、・，]{_KANJI})*)(?=$|[\s\d|｜])"
    ),
    rf"^(?P<names>{_KANJI}) ?記者(?=$|[\s\d|｜])",
    rf"(?:^|[\s=＝(\[])(?<!사진[=＝])(?P<names>{_HANGUL}(?:[·・,]\s?{_HANGUL})*)\s?(?:\w{{0,2}}기자|특파원|논설위원|에디터)(?![가-힣])",
)
"""Who wrote a text, in scripts without capitals: `本报记者 王小明`, `〔記者林芷萱／高雄報導〕`, `김철수 기자`."""
EASTERN_END: Final = rf"[【（［〔(\[](?P<names>{_KANJI}(?:[、・，]{_KANJI})*)[】）］〕)\]]$"
"""Names in brackets with which Japanese papers end a text."""
