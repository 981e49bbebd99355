"""The words the press is written with: a grammar a language, symbols in braces, alternatives apart by `|`.

No three words in a row stand fixed in a template wherever that can be helped, so that two articles made of the same
templates share few runs of words.
"""

from __future__ import annotations

from typing import Final, TypeAlias

Rules: TypeAlias = "dict[str, str]"

_FIRST: Final = (
    "Anna|Tobias|Maren|Joost|Ida|Alma|Ines|Ruben|Clara|Edwin|Marta|Piers|Nora|Silas|Greta|Owen|Lydia|Hugo|Petra|"
    "Caleb|Sonja|Desmond|Vera|Amos|Judith|Leander|Paula|Quentin|Rosa|Timon"
)
_LAST: Final = (
    "Oakshott|Renn|Reedmace|Wendeler|Plover|Falk|Thornby|Marlow|Quill|Ashdown|Brackley|Sandiford|Tern|Holloway|Vance|"
    "Mickleby|Orchard|Pell|Ravenhill|Stoker|Lindqvist|Farrow|Winslade|Garrick|Dunmore|Auerbach|Brandis|Castelain|"
    "Dornier|Esterel|Feldmoor|Gervais|Hainbuch|Ilmenau|Jouvence|Kestner|Lavalette|Morgenroth|Nivelle|Ostrander"
)

ENGLISH: Final[Rules] = {
    "first": _FIRST,
    "last": _LAST,
    "name": "{first} {last}",
    "place": "Lower Marling|Northby|Skerry Bay|Tidewater|Ashcombe|Fennick|Harrow Sound|Millbeck|Oldcastle|Port Ansel|"
    "Quarley|Ridgeworth|Stonehithe|Thornmere|Upper Wick|Velden Cross|Westerlow|Yarrowby|Brindle Hill|Coldharbour|"
    "Dunster Reach|Eastmoor|Farleigh|Greywater|Hollin Green|Kettlesham",
    "role": "harbour master|deputy mayor|bridge engineer|head teacher|choir leader|fire chief|chief librarian|ferry "
    "captain|market warden|museum keeper|bird counter|brewer|night nurse|tram driver|surveyor|stonemason|treasurer|"
    "lock keeper|forester|dairy farmer|glazier|pilot|archivist|ranger",
    "body": "council|rowing club|water board|parish|shipyard|chamber|hospital trust|railway office|school board|"
    "fishermen's guild|planning court|energy co-operative|theatre|university|harbour office|bakers' union",
    "who": "{name}|{role} {name}|the {body} of {place}|{place}'s {body}|the {role} from {place}|that {adj} {role}",
    "adj": "old|narrow|costly|disputed|flooded|wooden|northern|forgotten|municipal|temporary|listed|private|rusting|"
    "popular|planned|southern|windowless|half-built|crowded|borrowed|brick|seasonal|silent|restored|steep|empty",
    "noun": "bridge|ferry|market hall|lighthouse|school|tram line|reservoir|archive|mill|quay|orchard|clinic|library|"
    "dyke|station|brewery|choir|car park|greenhouse|swimming bath|toll road|observatory|cinema|slipway|wind farm|lock "
    "gate|ballroom|footpath|granary|telegraph|signal box|weir|boathouse|allotment|bandstand|cable car",
    "thing": "the {adj} {noun}|the {noun} in {place}|{place}'s {adj} {noun}|a second {noun}|the {noun} near {place}",
    "verb": "approved|rejected|postponed|inspected|praised|criticised|defended|reopened|financed|measured|repaired|"
    "sold|bought|counted|closed|photographed|renamed|insured|surveyed|abandoned|moved|painted|guarded|drained|leased|"
    "mapped|inherited|cleared|doubted|visited|emptied|lit",
    "inf": "approve|keep|rebuild|inspect|defend|reopen|finance|measure|repair|sell|count|close|rename|insure|survey|"
    "move|paint|guard|drain|lease|map|clear|visit|widen|heat|fence off",
    "day": "Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday",
    "season": "spring|summer|autumn|winter|Lent|Easter|midsummer|harvest|Advent",
    "when": "on {day}|last {season}|before {season}|since {season}|{number} days ago|after {season}|on {day} night|"
    "every {day}|by {season}|within {number} weeks|early on {day}|until {season}",
    "number": "three|four|five|six|seven|eight|nine|eleven|twelve|fourteen|seventeen|nineteen|twenty-two|thirty-one|"
    "forty|fifty-six|sixty|seventy-three|eighty|ninety-four",
    "people": "residents|shopkeepers|pupils|sailors|apprentices|pensioners|anglers|cyclists|nurses|walkers|tenants|"
    "musicians|volunteers|lorry drivers|growers|ringers|commuters|carpenters|swimmers|beekeepers",
    "coll": "crowns|barrels|tonnes|signatures|letters|lanterns|planks|complaints|tickets|sandbags|bulbs|permits|tiles|"
    "hectares|berths|drawings|rivets|crates",
    "adverb": "quietly|twice|reluctantly|at once|unanimously|briefly|in writing|narrowly|by lamplight|for nothing|"
    "against advice|in public|without haste|jointly|again|at dawn",
    "said": "said|recalled|argued|insisted|wrote|replied|noted|conceded|explained|warned|joked|admitted",
    "state": "leaked|stood idle|lost money|doubled in size|belonged to {who}|sheltered {people}|cost {number} {coll}|"
    "smelled of {stuff}|gathered {stuff}|fed {number} {people}|needed {stuff}|housed {number} {coll}",
    "stuff": "tar|moss|salt|copper|gravel|cider|rope|wet wool|candle wax|slate|diesel|peat|chalk|varnish|ice|barley",
    "reason": "because {thing} {state}|since {who} {adverb} {verb} {thing}|so that {people} could {inf} {thing}|"
    "although {thing} {state} {when}|while {number} {people} {verb} {thing}|if {who} {verb} {thing} {adverb}",
    "quote": "{thing} {state}, and {people} {verb} {thing}|we {verb} {number} {coll} {when}|nobody {verb} {thing} "
    "{adverb}|{people} must {inf} {thing} {when}|I {adverb} {verb} {thing}, not {thing}|give {people} {number} {coll} "
    "and they {inf} {thing}",
    "sentence": "{who} {adverb} {verb} {thing} {when}, {reason}.|{when}, {who} {verb} {thing}; {who} {verb} {thing}.|"
    "“{quote},” {said} {name}, {role} in {place}.|{number} {people} from {place} {verb} {thing} {when}, {reason}.|"
    "neither {who} nor {who} {adverb} {verb} {thing}.|{reason}, {who} {adverb} {verb} {number} {coll} of {stuff}.|"
    "{thing} {state} {when}, {who} {said}, {reason}.|{who} wants to {inf} {thing} {when} and {inf} {thing} {when}.|"
    "{name}, {number} years {role} of {place}, {said} that {thing} {state}.|{people} in {place} {adverb} {verb} "
    "{thing}, though {thing} {state}.|to {inf} {thing}, {who} {verb} {number} {coll} {when}.|whether {thing} {state} "
    "{when}, {who} {adverb} {said}, {people} {verb} {when}.|“{quote}. {Quote},” {who} {said} {when}.",
    "headline": "{place}: {who} {verb} {thing}|{number} {people} {inf} {thing}|who will {inf} {thing}?|{thing} "
    "{state}|{people} {verb} {thing} {when}|why {who} {verb} {thing}|{who} to {inf} {thing} {when}|“{quote}”",
    "summary": "{who} {adverb} {verb} {thing}, {reason}.|{number} {people} from {place} {verb} {thing} {when}.|"
    "{thing} {state}, and {who} {said} {people} {verb} {thing}.",
}

GERMAN: Final[Rules] = {
    "first": _FIRST,
    "last": _LAST,
    "name": "{first} {last}",
    "place": "Nordstetten|Untermarling|Seewalde|Hagenbrück|Altenfurt|Birkenau am See|Dornhafen|Eulenrode|Falkenwerder|"
    "Grünsande|Hohenlinde|Immenrode|Jarlsdorf|Kaltenwasser|Lindenfels-Ost|Mühlenbek|Neuensiel|Oberwiek|Priestede|"
    "Querfurth am Deich|Rotensand|Steinhude-Süd|Tannrode|Uferlingen|Vossberg|Wendelsheim",
    "role": "Bürgermeisterin|Hafenmeisterin|Ingenieurin|Schulleiterin|Chorleiterin|Kapitänin|Archivarin|Försterin|"
    "Bäckerin|Steinmetzin|Ärztin|Richterin|Wirtin|Vermesserin|Kämmerin|Pfarrerin|Imkerin|Lotsin|Gärtnerin|Glaserin",
    "body": "Ruderverein|Stadtrat|Wasserverband|Kirchenvorstand|Fischereiverband|Schulausschuss|Bauausschuss|Kreistag|"
    "Heimatverein|Energieverband|Bahnvorstand|Personalrat|Gemeinderat|Theaterverein|Handwerkerbund|Deichverband",
    "who": "{name}|{role} {name}|der {body} {place}|der {body} aus {place}|die {role} von {place}|eine {adj} {role}",
    "adj": "alte|enge|teure|umstrittene|überflutete|hölzerne|nördliche|vergessene|städtische|vorläufige|"
    "denkmalgeschützte|private|rostige|beliebte|geplante|südliche|fensterlose|halbfertige|überfüllte|geliehene|stille|"
    "steile|leere|neue",
    "fem": "Brücke|Fähre|Markthalle|Schule|Straßenbahn|Mühle|Kaimauer|Klinik|Bücherei|Werft|Brauerei|Schleuse|"
    "Seilbahn|Sternwarte|Turnhalle|Kapelle|Umgehungsstraße|Gärtnerei|Scheune|Molkerei|Orgel|Strandpromenade|Ziegelei|"
    "Halle",
    "neut": "Rathaus|Museum|Archiv|Freibad|Gewächshaus|Kino|Stellwerk|Bootshaus|Wehr|Gasthaus|Windrad|Lagerhaus|"
    "Schulgebäude|Denkmal|Kraftwerk|Parkhaus|Heimatmuseum|Klubhaus",
    "thing": "die {adj} {fem}|das {adj} {neut}|die {fem} in {place}|das {neut} bei {place}|eine zweite {fem}|die "
    "{fem} nahe {place}|das {neut} von {place}",
    "verb": "genehmigte|verwarf|verschob|prüfte|lobte|rügte|verteidigte|bezahlte|vermaß|reparierte|verkaufte|kaufte|"
    "zählte|schloss|fotografierte|versicherte|räumte|strich|bewachte|verpachtete|erbte|bezweifelte|besuchte|leerte|"
    "beleuchtete|verließ|kartierte|umzäunte",
    "verbs": "genehmigten|verwarfen|verschoben|prüften|lobten|rügten|verteidigten|bezahlten|vermaßen|reparierten|"
    "verkauften|kauften|zählten|schlossen|versicherten|räumten|strichen|bewachten|besuchten|leerten|umzäunten",
    "inf": "genehmigen|behalten|umbauen|prüfen|verteidigen|bezahlen|vermessen|reparieren|verkaufen|zählen|schließen|"
    "versichern|räumen|streichen|bewachen|verpachten|besuchen|verbreitern|beheizen|umzäunen|retten|verlegen",
    "day": "Montag|Dienstag|Mittwoch|Donnerstag|Freitag|Samstag|Sonntag",
    "season": "Ostern|Pfingsten|Weihnachten|Neujahr|Fasching|Erntedank|Silvester|Allerheiligen|Johanni",
    "when": "am {day}|vor {season}|nach {season}|seit {season}|vor {number} Tagen|am {day} Abend|jeden {day}|bis "
    "{season}|binnen {number} Wochen|zu {season}|am frühen {day}|ab {season}",
    "number": "drei|vier|fünf|sechs|sieben|acht|neun|elf|zwölf|vierzehn|siebzehn|neunzehn|zweiundzwanzig|vierzig|"
    "einunddreißig|sechzig|dreiundsiebzig|achtzig|vierundneunzig|fünfzig",
    "people": "Anwohner|Händler|Schüler|Matrosen|Lehrlinge|Rentner|Angler|Radfahrer|Pflegerinnen|Wanderer|Mieter|"
    "Musiker|Freiwillige|Fahrer|Gärtner|Pendler|Zimmerleute|Schwimmer|Imkerinnen|Landwirte",
    "coll": "Kronen|Fässer|Tonnen|Unterschriften|Briefe|Laternen|Bretter|Beschwerden|Fahrkarten|Sandsäcke|Glühbirnen|"
    "Anträge|Ziegel|Hektar|Liegeplätze|Zeichnungen|Nieten|Kisten",
    "adverb": "leise|zweimal|widerwillig|sofort|einstimmig|kurz|schriftlich|knapp|nachts|umsonst|öffentlich|gemeinsam|"
    "wieder|gründlich|ungefragt|vergeblich|beinahe|gern",
    "said": "sagte|betonte|schrieb|erwiderte|erklärte|warnte|scherzte|bemerkte|versicherte|meinte|räumte ein|erzählte",
    "state": "leckte|stand leer|kostete {number} {coll}|gehörte {name}|roch nach {stuff}|brauchte {stuff}|beherbergte "
    "{number} {people}|verlor {coll}|sammelte {stuff}|fasste {number} {coll}|nährte {people}|war voller {stuff}",
    "stuff": "Teer|Moos|Salz|Kupfer|Kies|Most|Tauwerk|Wolle|Wachs|Schiefer|Diesel|Torf|Kreide|Lack|Eis|Gerste",
    "reason": "weil {who} {thing} {adverb} {verb}|obwohl {people} {thing} {when} {verbs}|während {who} {number} "
    "{coll} {verb}|damit {people} {thing} {inf} können|nachdem {who} {thing} {when} {verb}|sodass {number} {people} "
    "{thing} {verbs}",
    "quote": "{thing} {state}, und {people} {verbs} {thing}|wir {verbs} {when} {number} {coll}|niemand {verb} {thing} "
    "{adverb}|{people} müssen {thing} {when} {inf}|ich {verb} {adverb} {thing}, nicht {thing}|mit {number} {coll} "
    "lässt sich {thing} {inf}",
    "sentence": "{who} {verb} {when} {adverb} {thing}, {reason}.|{when} {verb} {who} {thing}; {who} {verb} {thing}.|"
    "„{quote}“, {said} {name}, {role} in {place}.|{number} {people} aus {place} {verbs} {when} {thing}, {reason}.|"
    "weder {who} noch {who} {verb} {adverb} {thing}.|{when} {verbs} {people} {adverb} {number} {coll} {stuff}, "
    "{reason}.|{thing} {state}, {said} {who} {when}, {reason}.|{who} will {thing} {when} {inf} und {thing} {adverb} "
    "{inf}.|{name}, seit {number} Jahren {role} von {place}, {verb} {thing}.|{people} in {place} {verbs} {adverb} "
    "{thing}, denn {thing} {state}.|um {thing} zu {inf}, {verb} {who} {when} {number} {coll}.|ob {people} {thing} "
    "{when} {verbs}, {said} {who} {adverb}.|„{quote}. {Quote}“, {said} {who} {when}.",
    "headline": "{place}: {who} {verb} {thing}|{number} {people} {verbs} {thing}|wer soll {thing} {inf}?|{thing} "
    "{state}|{people} {verbs} {when} {thing}|warum {who} {thing} {verb}|{who} will {thing} {when} {inf}|„{quote}“",
    "summary": "{who} {verb} {adverb} {thing}, {reason}.|{number} {people} aus {place} {verbs} {when} {thing}.|"
    "{thing} {state}, und {people} {verbs} {thing}.",
}

FRENCH: Final[Rules] = {
    "first": _FIRST,
    "last": _LAST,
    "name": "{first} {last}",
    "place": "Valbourg|Port-Mélan|Saint-Orens-du-Phare|Rochebrune|Belmarais|Clairefont|Montreval|Villeronde|Grandlieu|"
    "Castelnuit|Fontgrise|Hautecombe|Longpré|Marsebelle|Noirmont|Pierrefeu|Quimperlac|Sablanceau|Tourvieille|"
    "Vaucresson|Bois-Genêt|Dunefort|Lacroze|Malleville|Peyrelongue|Ruffiac",
    "role": "maire|capitaine|bibliothécaire|architecte|fleuriste|juge|garde|géomètre|archiviste|pilote|notaire|"
    "journaliste|vétérinaire|libraire|secrétaire|guide|comptable|peintre|gymnaste|paysagiste",
    "body": "conseil|syndicat|cercle nautique|comité|tribunal|chantier naval|collège|théâtre|port|musée|club|bureau|"
    "groupement|consortium|ministère|rectorat",
    "who": "{name}|le {body} de {place}|le {body} voisin|{name}, {role} à {place}|le {body} avec {name}|le petit "
    "{body}",
    "adj": "municipal|communal|provisoire|privé|oublié|contesté|rouillé|inondé|prévu|fermé|classé|désert|silencieux|"
    "étroit|coûteux|populaire|voisin|délaissé|restauré|rustique|fragile|humide|central|ancien",
    "masc": "pont|marché|phare|moulin|quai|verger|barrage|canal|cinéma|hangar|sentier|bassin|parking|chantier|lavoir|"
    "kiosque|pressoir|théâtre|manège|tunnel|tramway|bac|grenier|refuge|vivier|tribunal",
    "fem": "digue|gare|brasserie|piscine|serre|bibliothèque|mairie|chapelle|clinique|passerelle|route|halle|caserne|"
    "fontaine|scierie|laiterie|promenade|tuilerie|rampe|salle",
    "thing": "le {masc} {adj}|la {fem} de {place}|le {masc} de {place}|la vieille {fem}|la seconde {fem}|la {fem} "
    "vers {place}|le {masc} près de {place}",
    "verb": "approuvé|rejeté|reporté|inspecté|salué|critiqué|défendu|rouvert|financé|mesuré|réparé|vendu|compté|fermé|"
    "photographié|rebaptisé|assuré|quitté|déplacé|repeint|gardé|vidé|loué|cartographié|visité|éclairé|élargi",
    "inf": "garder|rebâtir|défendre|rouvrir|financer|mesurer|réparer|vendre|compter|fermer|rebaptiser|déplacer|"
    "repeindre|vider|louer|visiter|chauffer|clôturer|sauver|raser|vérifier|prolonger",
    "day": "lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche",
    "season": "Pâques|Noël|la Toussaint|la Chandeleur|le Carême|la moisson|la rentrée|les vendanges|la Pentecôte",
    "when": "{day} soir|avant {season}|après {season}|depuis {season}|voici {number} jours|{day} dernier|chaque {day}|"
    "dès {season}|sous {number} semaines|pendant {season}|{day} matin|vers {season}",
    "number": "trois|quatre|cinq|six|sept|huit|neuf|onze|douze|quatorze|dix-sept|dix-neuf|vingt-deux|trente|quarante|"
    "soixante|cinquante|seize|quatre-vingts|soixante-treize",
    "people": "riverains|commerçants|marins|retraités|pêcheurs|cyclistes|marcheurs|locataires|musiciens|bénévoles|"
    "chauffeurs|maraîchers|charpentiers|nageurs|lycéens|voisins|vignerons|campeurs",
    "coll": "couronnes|barriques|tonnes|signatures|lettres|lanternes|planches|plaintes|places|tuiles|caisses|"
    "parcelles|bobines|rames|pierres|dalles",
    "adverb": "discrètement|deux fois|aussitôt|brièvement|par écrit|de justesse|en public|sans hâte|encore|"
    "gratuitement|vainement|à regret|franchement|poliment|longuement|presque",
    "said": "affirme|raconte|écrit|répond|note|concède|explique|prévient|plaisante|admet|soupire|rappelle",
    "state": "prend feu|perd {number} {coll}|coûte {number} {coll}|sent {stuff}|manque de {bulk}|loge {number} "
    "{people}|reste vide|contient {coll} et {coll}|garde {stuff}|nourrit {people} et {people}|change de mains|double "
    "de taille",
    "stuff": "le goudron|la mousse|le sel|le cuivre|le cidre|la laine|la cire|la craie|le vernis|la glace|le lin|la "
    "suie",
    "bulk": "goudron|mousse|sel|cuivre|cidre|laine|cire|craie|vernis|glace|lin|gravier|tourbe|toile",
    "reason": "car {thing} {state}|alors que {name} a {adverb} {verb} {thing}|puisque {thing} {state} {when}|pour "
    "{inf} {thing}|tandis que {number} {people} ont {verb} {thing}|faute de {bulk} pour {inf} {thing}",
    "quote": "{thing} {state}, et {people} et {people} ont {verb} {thing}|nous avons {verb} {number} {coll} {when}|"
    "personne {when} n'a {verb} {thing}|il faut {inf} {thing} {when}|donnez {number} {coll} aux {people} pour {inf} "
    "{thing}|moi, {when}, j'ai {adverb} {verb} {thing}",
    "sentence": "{who} a {adverb} {verb} {thing} {when}, {reason}.|{when}, {who} a {verb} {thing} ; {who} a {verb} "
    "{thing}.|« {quote} », {said} {name}, {role} à {place}.|{number} {people} de {place} ont {verb} {thing} {when}, "
    "{reason}.|ni {who} ni {who} n'a {adverb} {verb} {thing}.|{thing} {state} {when}, {said} {name}, {reason}.|{who} "
    "veut {inf} {thing} {when} et {inf} {thing}.|{name}, {role} de {place}, a {verb} {thing} {when}.|pour {inf} "
    "{thing}, {who} a {verb} {number} {coll} {when}.|à {place}, {number} {people} ont {adverb} {verb} {thing}.|"
    "{when}, {people} et {people} ont {verb} {thing}, mais {thing} {state}.|« {quote}. {Quote} », {said} {name} "
    "{when}.",
    "headline": "{place} : {who} a {verb} {thing}|{number} {people} pour {inf} {thing}|qui va {inf} {thing} ?|{thing} "
    "{state}|pourquoi {name} a {verb} {thing}|{who} veut {inf} {thing} {when}|« {quote} »",
    "summary": "{who} a {adverb} {verb} {thing}, {reason}.|{number} {people} de {place} ont {verb} {thing} {when}.|"
    "{thing} {state}, et {name} a {verb} {thing}.",
}
