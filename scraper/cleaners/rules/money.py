"""Lines on money: what a shop pays for, and gifts that are asked for."""

from __future__ import annotations

from scraper.cleaners.rules.rule import Rule, phrase, told

_LINKS = (
    r"\b(?:affili[aé]|afiliad|afiliacyjn|afiliac|annons(?:e)?länk|annonselenk|reklamlänk|reklamelink|partnerlink|"
    r"provisionslink|partnersk|kumppanuuslink|satış ortaklığı|партн[её]рск|партнерськ|アフィリエイト|gekennzeichnete|"
    r"independently|unbiased|buy(?:ing)? through|purchase through|links? on our site|via (?:unsere|diese|"
    r"einen) links?)"
)
_LINKED = (
    *"filia affili länk selenk link ortaklığı партн アフィリエイト gekennzeichnete independently unbiased".split(),
    *("buying through", "buy through", "purchase through", "our site", "via unsere", "via diese", "via einen"),
)

ROWS = (
    Rule(
        "affiliate_note",
        told(
            _LINKS,
            r"\b(?:may|might|can) earn|commission|provis[ij]on|comisi[óo]n|commissione|comissão|commissie|prowizj|"
            r"proviz|"
            r"komissio|palkkio|komisyon|комисси|комісі|jutalék|収益|報酬",
            r"\b(?:we|us|our|wir|uns|unser\w{0,2}|nous|notre|nos|nuestr[ao]s?|podemos|recibimos|riceviamo|nostr[ao]|"
            r"nossa?|recebemos|wij|onze|nam|nasza?|otrzymujemy|my|nám|naše|získáváme|vi|oss|vår\w{0,2}|vores|os|me|"
            r"saamme|biz|kazanabiliriz|мы|нам|наш\w{0,3}|ми)\b|当サイト|当社|私たち",
            longest=320,  # beyond that it is a paragraph about what is sold
        ),
        near=_LINKED,
        hits=(
            "We independently select everything we recommend. Buying through us may earn us a commission.",
            "When you buy through links on our site, we may earn an affiliate commission.",
            "Die gekennzeichneten Links sind Affiliate-Links: Kaufen Sie darüber, erhalten wir Provision.",
            "Este artículo contiene enlaces de afiliados: podemos recibir una comisión por tu compra.",
        ),
        misses=(
            "We independently select our judges.",
            "If you buy a house, the agent takes a commission.",
            "We give partners links of their own to book our boats. " * 6 + "Each booking earns them a commission.",
            "Der Händler zahlt Affiliate-Partnern eine Provision.",
        ),
    ),
    Rule(
        "affiliate_note",
        phrase(
            r"if you (?:buy|purchase|click|order|shop) [^\n.!?]{0,100}\b(?:links?|site|page|story|"
            r"article)\b[^\n.!?]{0,80} "
            r"(?:may|might|could|will) (?:earn|receive|get)\b[^\n]{0,200}",
            r"(?:this|the|our) (?:post|article|page|story|guide|site) (?:may )?(?:contains?|includes?|features?) "
            r"(?:[\w-]{2,20} ){0,2}(?:affiliate|sponsored|paid) (?:links?|content|products?)[^\n]{0,300}",
            r"this (?:post|article|page|story) (?:may )?contains? references to products from "
            r"[^\n]{0,80}advertisers[^\n]{0,300}",
            r"(?:dieser (?:artikel|beitrag|text)|diese seite) enthält (?:[\w-]{2,20} ){0,2}(?:affiliate|partner|"
            r"werbe)-?links?[^\n]{0,300}",
            r"bei (?:den|diesen|allen) (?:[\w*()-]{2,30} ){0,3}handelt es sich um (?:[\w-]{2,20} )?affiliate-? "
            r"?links?"
            r"[^\n]{0,300}",
            r"(?:letzte )?aktualisierung am [\d.]{6,10} ?/ [^\n]{0,60}affiliate-? ?links?[^\n]{0,200}",
            r"(?:cet article|cette page) contient des liens (?:affiliés|d['’]affiliation|sponsorisés)[^\n]{0,300}",
            r"(?:este artículo|esta página) contiene enlaces de afiliad[oa]s?[^\n]{0,300}",
            r"(?:questo articolo|questa pagina) contiene link (?:affiliati|di affiliazione)[^\n]{0,300}",
            r"(?:este artigo|esta página) contém links de afiliad[oa]s?[^\n]{0,300}",
            r"(?:dit artikel|deze pagina) bevat (?:affiliate|partner)-?links?[^\n]{0,300}",
            r"(?:ten )?artykuł zawiera linki (?:afiliacyjne|partnerskie)[^\n]{0,300}",
            r"(?:artikeln|texten|sidan) innehåller (?:annons|reklam|affiliate)-?länk\w{0,3}[^\n]{0,300}",
            r"(?:artikkelen|saken|artiklen|siden) inneh?older (?:annonse|reklame|"
            r"affiliate)-?len?k\w{0,3}[^\n]{0,300}|"
            r"artiklen indeholder (?:annonce|reklame|affiliate)-?links?[^\n]{0,300}",
            r"bu (?:yazı|haber) (?:satış ortaklığı|affiliate) (?:link|bağlantı)\w{0,6} içer[^\n]{0,200}",
            r"(?:статья|материал) содержит партн[её]рские ссылки[^\n]{0,200}",
        ),
        hits=(
            "This post contains affiliate links.",
            "If you buy something from a Marling link, Post Media may earn a commission. See our ethics statement.",
            "Letzte Aktualisierung am 3.2.2022 / Affiliate Links / Bilder vom Händler",
            "Dieser Beitrag enthält Affiliate-Links.",
            "Este artigo contém links de afiliados",
        ),
        misses=(
            "This page contains references to the bridge.",
            "Dieser Artikel enthält Spuren von Nüssen.",
            "The bill says that a paid post must say so.",
        ),
    ),
    Rule(
        "affiliate_note",
        phrase(
            r"\*? ?(?:die |alle |bei )?[^\n.!?]{0,60}(?:mit|durch) (?:einem |diesem )?(?:sternchen|stern|\*|symbol|"
            r"einkaufswagen)[^\n]{0,80}links?[^\n]{0,200}",
            r"as an amazon associate[^\n]{0,160}|(?:all )?(?:prices|deals)(?: and (?:availability|deals|"
            r"stock))? (?:(?:are|were|is|was) )?(?:correct|accurate|subject to|valid|checked)\b[^\n.]{0,40}(?:publi|"
            r"writing|change)[^\n]{0,80}",
            r"alle preise (?:sind )?(?:inkl|stand|zum zeitpunkt|ohne gewähr)[^\n]{0,120}|"
            r"(?:die )?preise können (?:sich ändern|abweichen)[^\n]{0,100}",
        ),
        scope="tail",
        near=(
            "sternchen",
            "em stern",
            "mit stern",
            "(*",
            "* ",
            "symbol",
            "amazon",
            "prices",
            "deals",
            "preise",
            "einkaufswagen",
        ),
        hits=(
            "*Die mit einem Sternchen gekennzeichneten Links sind Affiliate-Links.",
            "Prices correct at time of publication.",
            "As an Amazon Associate we earn from qualifying purchases.",
        ),
        misses=("Prices correct themselves, the economist thought.", "Die Preise können steigen.", "Links vom Stern"),
    ),
    Rule(
        "donation_prompt",
        told(
            r"\b(?:our|us|we|unser\w{0,2}|uns|wir|onze|ons|vår\w{0,2}|oss|vores|meidän|local|independent|"
            r"your support|"
            r"readers? like you)\b",
            r"\b(?:donat(?:e|ion|ions)|support (?:us|our|local|independent|quality|free)|"
            r"become an? (?:\w{1,15} )?(?:member|supporter|patron|subscriber)|make a (?:gift|contribution)|chip in|"
            r"(?:give|contribute) (?:now|today|monthly)|spenden|spende|unterstütz\w{1,4}|steun ons|doneer|donera|"
            r"doner|støtt|stöd|støt)\b",
            r"\b(?:journalis\w{1,6}|readers?|newsroom|reporting|non-?profit|lesern?|leserinnen|läsare|lesere|læsere|"
            r"lukijat|lezers|redaktion|redactie|stories|our work|this work)\b",
            longest=320,
        ),
        scope="tail",
        near=tuple(
            "donat support become gift contribut chip give spend unterstütz steun doneer doner støt stöd".split()
        ),
        spoken=False,
        hits=(
            "We rely on readers like you. Please consider making a donation.",
            "Our journalism is free because of readers like you. Donate today.",
            "Support local journalism. Become a member today.",
            "Unterstützen Sie unabhängigen Journalismus mit einer Spende an unsere Redaktion.",
        ),
        misses=(
            "We live from donations by readers, she said.",
            "Our town supports the newsroom.",
            "Donations for the church",
        ),
    ),
    Rule(
        "donation_prompt",
        phrase(
            r"(?:like|enjoy|enjoyed|enjoying|love|value|appreciate|liking|hat ihnen|hat dir|ihnen hat|dir hat|"
            r"gefällt ihnen|gefällt dir) (?:this|our|what|der|dieser|diese|das|unsere?)\b[^\n?]{0,60}\? [^\n]{0,160}",
            r"(?:our|this) (?:journalism|story|reporting|work|article|newsroom|site|coverage) (?:is|stays|remains|"
            r"was) (?:kept |made )?(?:free|possible|funded|supported)\b[^\n.!?,]{0,40}\b(?:thanks to|because of|"
            r"by)\b[^\n.!?,]{0,40}\b(?:readers?|members?|supporters?|donors?|you|subscribers?)\b[^\n]{0,80}",
            r"(?:soutenez|apoya|apoye|apoie|sostieni|sostenete|wesprzyj|wspieraj|podpořte|támogas[ds]a?|támogassák?|"
            r"поддержите|підтримайте|στηρίξτε|dukung)(?= [^\n.!?,]{0,60}(?:faites un don|\bpresse|journalis|periodis|"
            r"jornalis|giornalis|dziennikars|redakcj|redakc[ie]|novinář|žurnalis|munkán|lapunk|szerkesztős|редакц[иі]|"
            r"журналист|журналіст|наше издание|наше видання|δημοσιογρ|jurnalis|nos enquêtes|nuestro trabajo|"
            r"nosso trabalho|"
            r"nostro lavoro|naszą pracę|naši práci))[^\n.!?,]{2,100}(?:[.!] ?[^\n]{0,120})?",
            r"already (?:contributed|donated)\? [^\n]{0,100}|your support (?:fuels|powers|sustains|"
            r"makes) (?:our|this)\b[^\n.!?]{0,80}[.!]?",
            r"become an? (?:[\w’'-]{1,20} ){0,3}(?:insider|member|supporter|patron)[.!] (?=[^\n]{0,160}(?:journalis|"
            r"support|"
            r"power|community))[^\n]{2,200}",
            r"(?:faites|je fais) un don\b[^\n.!?,]{0,60}[.!]?|haz una donación[^\n.!?,]{0,40}[.!]?|faça uma doação"
            r"[^\n.!?,]{0,40}[.!]?|fai una donazione[^\n.!?,]{0,40}[.!]?",
        ),
        scope="tail",
        spoken=False,
        hits=(
            "Like this story? Support the reporters who wrote it.",
            "This story is free thanks to our members.",
            "Soutenez un journalisme indépendant",
            "Already contributed? Log in to hide these messages.",
            "Become a Post Insider. Hold the powerful to account and support the journalism that matters.",
            "Поддержите нашу редакцию!",
            "Ihnen hat der Artikel gefallen? Teilen Sie ihn.",
        ),
        misses=(
            "Our work is free.",
            "Soutenez les blessés, demande le maire.",
            "Like this one?",
            "Our newsroom was funded by the state.",
        ),
    ),
    Rule(
        "donation_prompt",
        phrase(
            r"readers like you (?:are|keep|help|make)\b[^\n]{3,160}|"
            r"a mix of advertising and supporting contributions[^\n]{3,160}",
            r"támogasd (?:a |az )?[^\n!?]{3,40}! [^\n]{3,120}|(?:support|unterstütze|soutenez|apoya|sostieni|"
            r"steun) (?:independent|unabhängigen|la presse|el periodismo|il giornalismo|onafhankelijke)\b[^\n]{3,120}",
        ),
        scope="tail",
        spoken=False,
        hits=(
            "Readers like you are keeping these stories free for everyone...",
            "Támogasd a független Marlingot! Csatlakozz a támogatóinkhoz egyszeri adománnyal.",
        ),
        misses=(
            "Readers in the hall are quiet",
            "Támogasd a csapatot",
        ),
    ),
)
