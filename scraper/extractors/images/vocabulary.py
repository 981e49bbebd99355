"""Words of class names that say what a text or a box around an image is."""

from __future__ import annotations

from typing import Final

CREDIT_WORDS: Final = frozenset(
    "credit credits creditline copyright copyrights photographer photographe fotograf fotografo quelle bildquelle "
    "rights credito creditos crédito créditos crédit crédits kredit bildnachweis bildrechte fotonachweis urheber "
    "rechte attribution distributor license licence lizenz firma fonte fuente photocred photocredit "
    "photocredits photoauthor imagecredit imagecredits imgcredit imgcopyright imagecopyright bildautor bildcredit "
    "fotocredit fotocredits fotoautor kuvaaja".split()
)
"""Class words of credits."""
WRITER_WORDS: Final = frozenset("author autor auteur autore byline".split())
"""Class words of credits in a figure, and of who wrote the text elsewhere."""
BYLINE_WORDS: Final = WRITER_WORDS | frozenset("source agency agentur agence agencia owner".split())
"""Class words of credits in a figure, and of other things elsewhere."""
FIGURE_WORDS: Final = frozenset(
    "caption captions figure figcaption bildunterschrift bildtext legend legende didascalia pie imgcaption "
    "imagecaption photocaption imgdesc cptn imgcptn kuvateksti bildetekst billedtekst".split()
)
"""Class words of boxes that are figures without saying so by their tag, and of captions."""
PICTURE_WORDS: Final = frozenset("image img picture photo foto bild slide media embed".split())
"""Class words of boxes that are figures where a caption stands in them."""
ADVERTS: Final = frozenset(
    "ad ads advert advertisement advertising annons annonse annonce anzeige mainos pubblicità publicidad publicidade "
    "publicité reklam reklama reklame sponsored werbung реклама 広告 广告".split()
)
"""Captions of advertisements."""
