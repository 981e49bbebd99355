"""Lines below the text on those who wrote it."""

from __future__ import annotations

from scraper.cleaners.rules.rule import Rule, phrase
from scraper.cleaners.rules.signatures import is_name

_NO_FIRST_NAMES = frozenset("the a an he she it his her this that der die das le la il el o a os as los las".split())


def is_author(value: str) -> bool:
    """Whether `value` is a person's name that begins a note on the person."""
    return is_name(value) and value.split(maxsplit=1)[0].lower() not in _NO_FIRST_NAMES


ROWS = (
    Rule(
        "author_note",
        phrase(
            r"(?P<value>[^\W\d_][\w.'’-]{0,30}(?: [^\W\d_][\w.'’-]{0,30}){1,3}) (?:(?:is|has been|was) (?:an? |"
            r"the )?(?:[\w'’&-]{1,25} ){0,5}(?:reporter|correspondent|columnist|staff writer|senior writer|"
            r"freelance writer|contributing writer|editor|sub-editor|journalist|contributor|news writer)|"
            r"ist (?:[\w-]{1,25} )?(?:redakteur|reporter|korrespondent|kolumnist|chefredakteur)(?:in)?|"
            r"est (?:[\w-]{1,25} )?(?:journaliste|correspondante?|chroniqueu(?:r|se))|"
            r"es (?:[\w-]{1,25} )?(?:periodista|redactora?|corresponsal|columnista)|è (?:[\w-]{1,25} )?(?:giornalista|"
            r"corrispondente|caporedattore)|é (?:[\w-]{1,25} )?(?:jornalista|repórter|correspondente|colunista)|"
            r"is (?:[\w-]{1,25} )?(?:verslaggever|redacteur|correspondent)|(?:är|er) (?:[\w-]{1,25} ){0,2}(?:reporter|"
            r"journalist|redaktör|redaktør|krönikör|ledarskribent|korrespondent|kommentator|skribent)|"
            r"on (?:[\w-]{1,25} ){0,2}(?:toimittaja|kolumnisti|kirjeenvaihtaja)|schreibt (?:[\w-]{1,25} ){0,2}(?:für|"
            r"über)|arbeitet (?:[\w-]{1,25} ){0,4}als (?:[\w-]{1,25} )?(?:redakteur|reporter|journalist)(?:in)?|"
            r"covers(?! (?:her|his|their|its|up|about|more|only|all)\b)|writes (?:about|on|for)|reports (?:on|"
            r"for))\b[^\n]{0,260}",
        ),
        scope="tail",
        accepts=is_author,
        hits=(
            "Jane Doe is a senior political correspondent for The Marling Post.",
            "Jane Doe covers bridges and rivers. Follow her on X @janedoe.",
            "Anna Blume ist Redakteurin der Heidepost.",
            "Ada Lund är reporter på Heideposten.",
        ),
        misses=(
            "The mayor is a former journalist.",
            "Jane Doe is a carpenter who built the bridge.",
            "The Bridge covers the river.",
            "Anna Blume ist Bürgermeisterin und war Redakteurin.",
        ),
    ),
    Rule(
        "author_note",
        phrase(
            r"(?:follow|reach|contact|email) (?:him|her|them|(?:the )?(?:author|writer|(?:staff )?reporter|columnist|"
            r"editor)(?: (?-i:[A-Z])\w{1,20} (?-i:[A-Z])\w{1,20})?|(?!(?:the|your|our|"
            r"an?) )\w{1,20} \w{1,20}|\w{1,20}) (?:on (?:x|twitter|bluesky|instagram|linkedin|threads|mastodon)|at|"
            r"via)\b[^\n]{0,40}@[^\n]{0,80}",
        ),
        scope="tail",
        hits=(
            "Follow her on Twitter @janedoe",
            "Reach the reporter at jane.doe@post.example",
            "Follow reporter Jane Doe on X: @janedoe or email her.",
        ),
        misses=("Follow the river to the bridge.", "Contact lenses are sold at the market."),
    ),
    Rule(
        "author_note",
        phrase(
            r"(?:[^\n@]{0,40}[ =/|(\[])?(?P<value>[가-힣]{2,4}|[\u4e00-\u9fff]{2,6}) ?(?:기자|특파원|記者)[^\n@]{0,12}"
            r"[\w.-]{1,40}@[\w.-]{3,60}"
        ),
        action="authors",
        near=("기자", "특파원", "記者"),
        hits=("순천 김철수 기자 kim@marling.example", "김영희 특파원 lee@marling.example"),
        misses=("김철수 기자는 다리를 건넜다.", "기자 회견이 열렸다"),
    ),
    Rule(
        "author_note",
        phrase(
            r"(?:(?:dr|prof|professor|sir|dame|rev)\.? )?(?P<value>[^\W\d_][\w.'’-]{0,30}(?: "
            r"[^\W\d_][\w.'’-]{0,30}){1,3}),? (?:is|was) (?:an? |the )?(?:[\w'’-]{1,25} ){0,4}(?:professor|lecturer|"
            r"fellow|scholar|director|researcher|co-?founder|author)(?: emeritus| emerita)?(?: (?:of|in|"
            r"for) (?:[\w'’&-]{1,25},? ){1,8})? ?(?:at|with|for) (?-i:(?:the )?[A-Z])(?![^\n]*\b(?:said|says|who|told|"
            r"warned|but|when|because)\b)[^\n.]{2,120}\.?",
        ),
        scope="tail",
        accepts=is_author,
        hits=(
            "Dr. Jane Doe is a professor of economics at the University of Marling.",
            "Bo Berg is a senior fellow at the Marling Institute",
        ),
        misses=(
            "Dr Jane Doe is a professor of economics and warned of a recession.",
            "Jane Doe is a director at the mill who lost her job.",
            "Jane Doe is a nurse at St Mary's Hospital and a mother of three.",
        ),
    ),
    Rule(
        "author_note",
        phrase(
            r"(?P<value>[^\W\d_][\w.'’-]{0,30}(?: [^\W\d_][\w.'’-]{0,30}){1,3}) is (?:an? |the )?"
            r"(?:[\w'’-]{1,25} ){0,3}(?:co-?founder|founder|owner|ceo|chief executive|consultant|strategist|coach)"
            r"(?: (?:&|and)(?: [\w'’-]{1,25}){1,4})? (?:of|at) (?-i:(?:the )?[A-Z])[^\n.]{2,300}\. "
            r"(?-i:She|He|They|Her|His|Follow|Connect|Contact)\b"
            r"[^\n]{2,250}",
        ),
        scope="tail",
        accepts=is_author,
        spoken=False,
        hits=(
            "Ana Blau is the Founder & Principal Consultant at Tern, an agency for harbours. She is also a writer.",
            "Bo Berg is a co-founder of Tern Media. Follow him on LinkedIn.",
        ),
        misses=(
            "Ana Blau is the founder of Tern Media.",
            "Ana Blau is the owner of the Marling ferry. She said on Monday that it would sail again.",
            "The mayor is the founder of Tern Media. He stepped down in May.",
        ),
    ),
    Rule(
        "author_note",
        phrase(
            r"(?:follow|reach|contact|call|text) (?:him|her|them|the (?:author|writer|reporter)|"
            r"\w{1,20} \w{1,20}) (?:at|on) \(?\+?\d{3,5}\)?[ .-]?\d{3}[ .-]?\d{2,4}[^\n]{0,100}",
            r"(?:(?:e-?mail|e-?post|mail|twitter|x|instagram|bluesky|sähköposti|mejl|"
            r"contact) ?[:/] ?)?(?:[\w.+-]{1,60}@[\w-]{1,40}(?:\.[\w-]{2,30}){1,3}|@\w{2,30})",
        ),
        scope="tail",
        hits=("Reach the reporter at 555-310-2214.", "jane.doe@post.example", "Twitter: @janedoe"),
        misses=("Call the mayor at noon.", "Write to jane.doe@post.example or to the court.", "Contact: none"),
    ),
    Rule(
        "author_note",
        phrase(
            r"[\w .,'’-]{2,60} can be (?:reached|contacted|found|followed|e-?mailed) (?:at|by|via|"
            r"on)\b[^\n]{0,40}(?:@|\d{3})[^\n]{0,100}",
            r"(?:the|our) (?:writer|author|columnist|reviewer|interviewer)s? (?:is|are|was) (?:an? |"
            r"the )?(?:[\w'’-]{1,25} ){0,6}(?:reporter|correspondent|columnist|commentator|editor|writer|journalist|"
            r"fellow|professor|lecturer|author|director|researcher|economist|founder|analyst|scholar)s?\b[^\n]{0,160}",
            r"(?:skribenten|artikelförfattaren|författaren|forfatteren|kronikøren|artikkelforfatteren|kirjoittaja|"
            r"de auteur|(?:der|unser) autor|(?:die|unsere) autorin) (?:är|er|on|is|ist|"
            r"arbeitet als) (?:[\w-]{1,25} ){0,4}(?:ledarskribent|journalist\w{0,2}|reporter|redaktör|redaktør|"
            r"krönikör|kommentator|professor\w{0,2}|forsker|forskare|tutkija|toimittaja|docent|dosent|"
            r"redakteur\w{0,2}|korrespondent\w{0,2}|redacteur|hoogleraar|leder|direktør|kolumnisti|politiker|"
            r"statsvetare)\b[^\n,]{0,120}",
            r"(?P<value>[^\W\d_][\w.'’-]{1,30}(?: [^\W\d_][\w.'’-]{1,30}){1,2}), (?:an? |the |jahrgang \d{4}|"
            r"geboren \d{4}|\d{2}|born in)[^\n,]{0,60}, (?:writes|covers|is an? (?:[\w-]{1,20} ){0,3}(?:reporter|"
            r"editor|writer|correspondent|columnist)|schreibt|ist (?:[\w-]{1,20} ){0,3}(?:redakteur|reporter|"
            r"korrespondent|journalist|autor)(?:in)?|leitet (?:das|die) [\w-]{0,30}(?:ressort|redaktion)|"
            r"berichtet)\b[^\n]{0,200}",
        ),
        scope="tail",
        spoken=False,
        hits=(
            "Jane can be reached at jane@post.example.",
            "The writer is the Post's chief economics commentator.",
            "Skribenten är ledarskribent på Heideposten",
            "Bo Berg, Jahrgang 1974, leitet das Politikressort.",
        ),
        misses=(
            "The author is a recluse.",
            "Jane can be reached only by boat.",
            "Bo Berg, Jahrgang 1974, leitet das Krankenhaus.",
            "Skribenten är död.",
        ),
    ),
    Rule(
        "author_note",
        phrase(
            r"(?P<value>[^\W\d_][\w.'’-]{1,30}(?: [^\W\d_][\w.'’-]{1,30}){1,2}) (?:has )?(?:joined|worked (?:at|for)|"
            r"been with) (?:the )?[^\n.,]{2,40} (?:in|as|since)\b[^\n.]{0,80}\b(?:writes|covers|reports|covering|"
            r"writing|reporter|editor|correspondent|columnist)\b[^\n]{0,120}",
            r"(?P<value_>[^\W\d_][\w.'’-]{1,30} [^\W\d_][\w.'’-]{1,30}), (?:the )?(?!(?:once|who|a|an|"
            r"then)\b)(?:[\w'’-]{1,25} ){1,4}(?:staff|staff writer|correspondent|reporter|editor|columnist)",
        ),
        scope="tail",
        spoken=False,
        hits=("Jane Doe joined the Post in 2019 and writes about courts.", "Jane Doe, Marling Post staff"),
        misses=("Jane Doe joined the army in 2019.", "Jane Doe, who edits the paper", "Jane Doe, once a reporter"),
    ),
    Rule(
        "author_note",
        phrase(
            r"(?P<value>[^\W\d_][\w.'’-]{1,30}(?: [^\W\d_][\w.'’-]{1,30}){1,2}) \([a-z]{2,5}\), (?:jahrgang|"
            r"geboren|born|née?|nato|nacid[oa])\b[^\n]{3,250}",
        ),
        scope="tail",
        hits=(
            "Luca Zumstein (lzu), Jahrgang 1996, arbeitet seit 2021 für 20 Minuten. Er ist Redaktor.",
            "Ada Lund (alu), geboren 1980, schreibt über Brücken.",
        ),
        misses=(
            "Ada Lund (52), geboren in Marling, ist tot.",
            "Ada Lund, Jahrgang 1980, ist Bürgermeisterin.",
        ),
    ),
)
