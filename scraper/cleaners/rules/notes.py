"""Lines below the text that say who else worked on it, who wrote it, and where it stood first."""

from __future__ import annotations

import re

from scraper.cleaners.rules.rule import Rule, phrase
from scraper.cleaners.rules.signatures import PARTICLES, is_name

_CREW = frozenset(
    "in at from for with the this and by to reporting additional reported editing edited writing compiled contributed "
    "writer writers reporter reporters correspondent correspondents staff article story report bureau".split()
)
"""What English sign-offs say beside names, places and agencies."""
_NO_FIRST_NAMES = frozenset("the a an he she it his her this that der die das le la il el o a os as los las".split())


def is_crew(value: str) -> bool:
    """Whether `value` is written as who did what where, not as a sentence."""
    words = re.findall(r"[^\W\d_]+", value)
    return not " ".join(words).islower() and all(
        not word.islower() or word in PARTICLES or word in _CREW for word in words
    )


def is_author(value: str) -> bool:
    """Whether `value` is a person's name that begins a note on the person."""
    return is_name(value) and value.split(maxsplit=1)[0].lower() not in _NO_FIRST_NAMES


ROWS = (
    Rule(
        "reporting_credit",
        phrase(
            r"[(\[–—-]? ?(?:additional |with )?(?P<value>(?:additional |with )?(?:reporting|research|editing|writing|"
            r"compiled) "
            r"(?:by|from|in) [^\n]{3,300})",
        ),
        scope="tail",
        accepts=is_crew,
        hits=(
            "Additional reporting by Jane Doe",
            "(Reporting by Jane Doe in Marling; Editing by John Roe and Ana Lopez)",
            "– additional reporting by Donald Doe",
        ),
        misses=(
            "Reporting by drone is not new, the editor said.",
            "Research by the university shows that the bridge may fall.",
            "Writing by hand is back.",
        ),
    ),
    Rule(
        "reporting_credit",
        phrase(
            r"(?P<value>[^\n.]{3,250}) (?:contributed (?:reporting|to (?:this|the) (?:report|story|"
            r"article))[^\n]{0,60}|"
            r"reported from [^\n.]{3,80}\.?(?: [^\n]{3,300} contributed[^\n]{0,60})?)",
        ),
        scope="tail",
        near=("contributed", "reported from"),
        accepts=is_crew,
        hits=(
            "Ana Lopez and Associated Press writer Bo Berg in Marling contributed to this report.",
            "Jane Doe contributed reporting.",
        ),
        misses=(
            "The council contributed to the report, and nobody read it.",
            "Rain and wind contributed to this story of neglect.",
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
            r"fordította|szerkesztette|traducerea|editor|перевод|редактор|переклад|μετάφραση|επιμέλεια) ?[:：]|"
            r"übersetzt von|"
            r"aus dem englischen von|propos recueillis par|traduit de l['’]anglais par|con la colaboración de|"
            r"ha collaborato|traduzione di|com reportagem de|met medewerking van|tłumaczył|tłumaczyła|przeložil|"
            r"přeložila) ?"
            r"(?P<value>[^\n.!?:]{3,120})\.?\)?",
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
        "author_note",
        phrase(
            r"(?P<value>[^\W\d_][\w.'’-]{0,30}(?: [^\W\d_][\w.'’-]{0,30}){1,3}) (?:is (?:an? |the )?"
            r"(?:[\w'’&-]{1,25} ){0,5}(?:reporter|correspondent|columnist|staff writer|senior writer|freelance writer|"
            r"contributing writer|editor|sub-editor|journalist|contributor|news writer)|"
            r"ist (?:[\w-]{1,25} )?(?:redakteur|reporter|korrespondent|kolumnist|chefredakteur)(?:in)?|"
            r"est (?:[\w-]{1,25} )?(?:journaliste|correspondante?|chroniqueu(?:r|se))|"
            r"es (?:[\w-]{1,25} )?(?:periodista|redactora?|corresponsal|columnista)|"
            r"è (?:[\w-]{1,25} )?(?:giornalista|corrispondente|caporedattore)|"
            r"é (?:[\w-]{1,25} )?(?:jornalista|repórter|correspondente|colunista)|"
            r"is (?:[\w-]{1,25} )?(?:verslaggever|redacteur|correspondent)|covers|writes about)\b[^\n]{0,260}",
        ),
        scope="tail",
        accepts=is_author,
        hits=(
            "Jane Doe is a senior political correspondent for The Marling Post.",
            "Jane Doe covers bridges and rivers. Follow her on X @janedoe.",
            "Anna Blume ist Redakteurin der Heidepost.",
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
            r"(?:follow|reach|contact|email) (?:him|her|them|the (?:author|writer|reporter)|\w{1,20} \w{1,20}|"
            r"\w{1,20}) "
            r"(?:on (?:x|twitter|bluesky|instagram|linkedin|threads|mastodon)|at|via)\b[^\n]{0,40}@[^\n]{0,80}",
        ),
        scope="tail",
        hits=("Follow her on Twitter @janedoe", "Reach the reporter at jane.doe@post.example"),
        misses=("Follow the river to the bridge.", "Contact lenses are sold at the market."),
    ),
    Rule(
        "author_note",
        phrase(r"[^\n@]{0,40}(?:기자|특파원|記者)[^\n@]{0,12}[\w.-]{1,40}@[\w.-]{3,60}"),
        near=("기자", "특파원", "記者"),
        hits=("순천 김철수 기자 kim@marling.example", "김영희 특파원 lee@marling.example"),
        misses=("김철수 기자는 다리를 건넜다.", "기자 회견이 열렸다"),
    ),
    Rule(
        "republish_note",
        phrase(
            r"(?:this (?:article|story|post|piece|essay) (?:was |has been )?|it )?(?:originally|first|previously) "
            r"(?:published|"
            r"appeared)(?: here)? (?:on|in|at|by) (?!\d)[^\n]{2,120}",
            r"this (?:article|story|post|piece|essay) (?:was |has been )?(?:originally |first |previously "
            r")?(?:published|appeared|"
            r"republished)(?: here)? (?:on|in|at|by|from|with) (?!\d)[^\n]{2,160}",
            r"dieser (?:artikel|text|beitrag) (?:ist|erschien|wurde) (?:zuerst|zunächst|ursprünglich|erstmals) "
            r"(?:bei|in|auf|im) "
            r"[^\n]{2,100}",
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
        ),
        scope="tail",
        hits=(
            "First published in The Conversation.",
            "This article was originally published on The Marling Post.",
            "Dieser Artikel ist zuerst bei „Kapital“ erschienen.",
            "Dit artikel verscheen eerder in de krant van Marling.",
        ),
        misses=(
            "First published in 1857, the poems made a scandal; this article tells how.",
            "Dieser Artikel ist zu lang.",
            "This article was updated on Monday to correct the length of the bridge.",
        ),
    ),
)
