"""Lines that point to other texts."""

from __future__ import annotations

from scraper.cleaners.rules.rule import Rule, label, pointer

ROWS = (
    Rule(
        "read_also",
        pointer(
            # German
            r"(?:lesen|sehen|hören|erfahren|schauen) sie (?:auch|hier|dazu|mehr|außerdem|jetzt)",
            r"lies auch|zum artikel|passend dazu|siehe auch|weiterführende links|ähnliche artikel|auch interessant",
            r"(?:das|dies|auch|mehr)(?: könnte sie)?(?: auch)? interessier\w{1,3}",
            r"(?:mehr|weiteres|alles|weitere artikel|weitere themen|mehr themen|mehr infos?|mehr news) "
            r"(?:zum thema|zu diesem thema|dazu|auf [\w.]+)",
            # English
            r"read also|also read|see also|what to read next|you (?:may|might) also like",
            # French, Spanish, Italian, Portuguese
            r"(?:à|a) lire (?:aussi|également)|lire aussi|sur le même sujet|voir aussi",
            r"(?:lee|leer|lea|ver) (?:también|más)|te (?:puede|podría) interesar|noticias? relacionadas?",
            r"leggi anche|potrebbe interessarti|per approfondire|vedi anche|(?:leia|veja|saiba) (?:também|mais)",
            # Polish, Czech, Dutch, Nordic
            r"(?:czytaj|przeczytaj|zobacz|sprawdź) (?:też|także|również|więcej)|čtěte (?:také|více)|přečtěte si",
            r"lees (?:ook|meer)|bekijk ook|les (?:også|mer)|läs (?:också|mer|även)|læs (?:også|mere)",
            r"lue (?:myös|lisää)",
        ),
        hits=(
            "Sehen Sie hier alle Ukraine Updates",
            "Lesen Sie auch: Annalena Baerbock: Kinder, Ausbildung, Politik – alle wichtigen Infos",
            "Auch interessant",
            "À lire aussi La natalité russe menacée d’effondrement",
            "Les også: Selda Ekiz åpner opp om dramatisk fødsel: – Det knekte meg",
            "Czytaj więcej",
        ),
        misses=(
            "Lesen Sie auch die Packungsbeilage, sagte der Arzt. Er meinte es ernst.",
            "Ver más allá de lo evidente es un don.",
            "Das Interessante an dem Fall: Niemand hat etwas gesehen.",
        ),
    ),
    Rule(
        "read_also",
        label(
            r"read (?:more|next|on)|more|more on this(?: story| topic)?",
            r"related(?: stories| articles| content| topics)?",
            r"recommended(?: videos| reading| stories)?|don't miss|most read|trending now|zum thema|más información",
        ),
        hits=(
            "READ MORE: Europe's lesser-known theme park has terrifying rollercoasters and tickets from £7",
            "MORE: Putin ‘prepared to discuss Ukraine ceasefire’ with Trump",
            "Recommended Videos",
            "Related:",
        ),
        misses=(
            "More people read the paper than ever.",
            "Related crimes rose by four percent last year, police said.",
            "Recommended configuration",
            "Read on the beach, the novel feels lighter.",
        ),
    ),
)
