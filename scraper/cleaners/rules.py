"""The table of line rules. Adding a rule is adding a row, with lines it must hit and look-alikes it must leave.

The rows are tried in their order and the first that matches a line takes it. Patterns are anchored, take linear
time, and end in bounded gaps, so that a sentence that merely begins like a promo line is never taken.
"""

from __future__ import annotations

from scraper.agencies import agencies, agency
from scraper.cleaners.rule import Rule, label, phrase, pointer

_MONTH = (
    r"(?:jan|feb|mär|mar|apr|mai|may|maj|jun|jul|aug|sep|set|okt|oct|out|ott|nov|dez|dec|dic|des|gen|fév|fev|avr|abr|"
    r"mag|giu|lug|ago|août|aoû|déc|ene|kvě|led|úno|bře|čer|srp|zář|říj|lis|pro|sty|lut|kwi|cze|lip|sie|wrz|paź|gru|"
    r"ocak|şub|nis|haz|tem|ağu|eyl|eki|kas|ara)[^\W\d_]{0,8}\.?"
)
_DATE = rf"(?:\d{{1,2}}[./-]\d{{1,2}}[./-]\d{{2,4}}|\d{{4}}-\d\d-\d\d|\d{{1,2}}\.?(?: de)? {_MONTH},?(?: de)? \d{{4}}|{_MONTH} \d{{1,2}},? \d{{4}})"
_TIME = r"(?:\d{1,2}[:.h]\d\d(?::\d\d)?(?: ?(?:uhr|[ap]\.?m\.?|h))?(?: ?(?:[A-Z]{2,4}|GMT[+-]\d+))?)"
_STAMP = rf"(?:(?:\w+tag|\w+day),? )?(?:{_DATE}(?:(?:,| -| –| \||•| um| at| à las| à| alle| kl\.?|)? ?{_TIME})?|{_TIME}(?:,| -)? ?(?:{_DATE})?)"
_MADE = (
    r"(?:zuletzt |last )?(?:stand|aktualisiert|akt\.?|veröffentlicht|erstellt|publiziert|updated?|published|posted|"
    r"publié|mis à jour|modifié|actualizado|publicado|atualizado|aggiornato|pubblicato|opublikowano|aktualizacja|"
    r"aktualizováno|gepubliceerd|bijgewerkt|uppdaterad|publicerad|oppdatert|publisert|opdateret|publiceret|"
    r"güncelleme|yayınlanma|julkaistu|päivitetty)(?: am| on| le| el| il| op)?"
)

LONGEST_CREDIT = 10
"""Words a credit has at the most."""
_CREDITED = frozenset({"images", "picture", "alliance", "press", "photo"})
_PARTICLES = frozenset("van von de del der den di da la le zu via by of und and".split())


def is_sign_off(value: str) -> bool:
    """Whether `value` is agencies and nothing else."""
    return agencies(value) is not None


def is_name(value: str) -> bool:
    """Whether `value` is written as a person's name: capitals but for the particles."""
    return (
        all(word[0].isupper() or word in _PARTICLES for word in value.split())
        and value.rsplit(maxsplit=1)[-1] not in _PARTICLES
    )


def is_credit(value: str) -> bool:
    """Whether `value` is written as names and agencies, not as a sentence."""
    words = value.replace("/", " ").split()
    return len(words) <= LONGEST_CREDIT and all(
        word in _PARTICLES or not word[0].islower() or agency(word) or word in _CREDITED for word in words
    )


RULES: tuple[Rule, ...] = (
    Rule(
        "update_stamp",
        phrase(
            rf"{_MADE}:?",
            rf"{_MADE}:? ?(?:vor \d+ \w+|{_STAMP})(?: ?[|•·/,-]? ?{_MADE}:? ?{_STAMP})?\.?",
            rf"{_STAMP} ?[|•·-]? ?{_MADE}:? ?{_STAMP}",
        ),
        hits=(
            "Stand:",
            "Stand: 08.11.2024, 10:11 Uhr",
            "Veröffentlicht am 13. Mai 2026 um 15:44",
            "Updated: March 3, 2024 at 10:15 am",
            "Publié le 3 mars 2024 à 10h15",
            "Uppdaterad 15.59 | Publicerad 14.14",
            "20 Nisan 2026•Güncelleme: 20 Nisan 2026",
        ),
        misses=(
            "Stand: Nach Angaben der Polizei ist die Lage unverändert.",
            "Der Stand der Verhandlungen ist offen.",
            "Updated rules for landlords take effect on March 3, 2024.",
            "Publié en 1857, le recueil fit scandale.",
        ),
    ),
    Rule(
        "date_line",
        phrase(_STAMP),
        scope="head",
        hits=("30. Januar 2024", "05.08.2024, 20:59 Uhr", "17:41 JST, October 13, 2024", "10.11.2025 17:59"),
        misses=("30. Januar 2024: Die Verhandlungen beginnen.", "1984", "Am 5. August 2024 begann der Prozess."),
    ),
    Rule(
        "reading_time",
        phrase(
            r"(?:lesedauer|lesezeit|reading time|temps de lecture|tiempo de lectura|tempo di lettura|leestijd|"
            r"czas czytania|lästid|lesetid|læsetid)\s*:?\s*(?:ca\.? )?\d+ ?\w{0,8}\.?",
            r"\d+ ?(?:minuten|min\.?|mins?|minutes?|minutos|minuti)(?:-| )?(?:lesedauer|lesezeit|read|de lecture|de lectura|di lettura|leestijd)",
        ),
        hits=("Lesedauer: 4 Minuten", "3 Minuten Lesezeit", "5 min read", "Temps de lecture : 3 min"),
        misses=("Die Lesedauer des Berichts beträgt drei Stunden.", "5 minutes later, the train left."),
    ),
    Rule(
        "byline",
        phrase(
            r"(?:von|by|par|por|di|door|av|af|przez|text|autor|autorin|author)\s*:?\s+"
            r"(?P<value>[^\W\d_][\w.'’-]+(?: (?:(?:van|von|de|del|der|den|di|da|la|le|zu)\b|[^\W\d_][\w.'’-]*)){1,3})"
            r"(?:, [^\W\d_]+)?"
        ),
        scope="head",
        action="authors",
        accepts=is_name,
        hits=("von Katja Belousova", "By Jane van der Berg", "Von Anna Sleegers, Frankfurt"),
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
        misses=("Das © steht für Copyright. Es ist überall zu sehen.",),
    ),
    Rule(
        "photo_credit",
        phrase(
            r"\(?(?:fotos?|bild(?:er)?|bildquelle|titelbild|photos?|photograph|picture|image|images|credit|crédits?|"
            r"photo credit|foto's|zdj\.|zdjęcie|fot\.|fotografía|imagen|imagem|imago|kuva)(?: by| von| de)? ?: ?"
            r"(?P<value>[^.!?\n]{2,100})\)?",
        ),
        action="credit",
        hits=("Foto: dpa/Michael Kappeler", "(Photo: Jane Doe/Reuters)", "Fotos: NIKOLAI VON BISMARCK", "Fot. : PAP"),
        misses=("Foto: Das ist der Ort, an dem es geschah.", "The photo: a man, a dog and a boat on the river."),
        accepts=is_credit,
    ),
    Rule(
        "photo_credit",
        phrase(
            r"(?P<value>[\w .,'’&-]{2,60} ?(?:/|via) ?(?:[\w .-]{2,30}/)?(?:getty images|afp|ap|ap photo|reuters|dpa|epa|"
            r"apa|keystone|imago|picture alliance|shutterstock|istock|unsplash|barcroft media)"
            r"(?: (?:/|via|/dpa) ?(?:getty images|picture alliance|afp|ap))?)",
        ),
        action="credit",
        hits=("STR/Getty images", "STR/AFP via Getty Images", "Long Wei/Costfoto/Barcroft Media via Getty Images"),
        misses=("Die Agenturen dpa/AFP meldeten den Vorfall.", "He flew there via AP", "and/or"),
        accepts=is_credit,
    ),
    Rule(
        "agency_sign_off",
        phrase(r"\s*\((?:(?:quelle|source|mit material von|with reporting by)n?: ?)?(?P<value>[^()\n]{2,60})\)\.?\Z"),
        scope="tail",
        action="agencies",
        part="end",
        accepts=is_sign_off,
        hits=(
            "… verstärkten ihre Zusammenarbeit. (AFP, dpa)",
            "(Quelle: APA/sda/dpa)",
            "The vote is on Monday. (Reuters)",
        ),
        misses=("Er gehört zur Deutschen Presse-Agentur (dpa) in Hamburg.", "The show sold out (twice)."),
    ),
    Rule(
        "agency_sign_off",
        phrase(
            r"(?:quelle|source|fuente|fonte|źródło|bron|kilde|källa|zdroj)n? ?: ?(?P<value>[^.\n]{2,60})\.?",
            r"(?:/|–|—|-{1,2} ?)(?P<value_>[A-Z/]{2,20})",
        ),
        scope="tail",
        action="agencies",
        accepts=is_sign_off,
        hits=("Quelle: AFP", "Source: Reuters", "Quelle: dpa/AFP"),
        misses=("Quelle: eigene Recherchen des Rechercheverbunds, 2024", "Source code is open."),
    ),
    Rule(
        "agency_note",
        phrase(
            r"\(?(?:mit|unter verwendung von) agenturmaterial\.?\)?",
            r"\(?mit (?:informationen|material) (?:von|der|des) [^.\n]{0,120}\bnachrichtenagentur(?:en)?\b[^.\n]{0,120}\.?\)?",
        ),
        scope="tail",
        hits=("Mit Agenturmaterial.", "Mit Informationen der Nachrichtenagenturen AFP, AP und dpa."),
        misses=(
            "Mit Agenturmaterial allein kommt man nicht weit, sagt sie. Das stimmt.",
            "Mit Informationen von Zeugen.",
        ),
    ),
    Rule(
        "agency_note",
        phrase(
            r"\(?(?:mit material (?:von|der)|with (?:files|material|reporting) (?:from|by)|avec|con|con información de|"
            r"com informações d[aeo]s?) (?:the )?(?P<value>[^.()\n]{2,60})\.?\)?",
        ),
        scope="tail",
        action="agencies",
        accepts=is_sign_off,
        hits=("With files from The Canadian Press", "(avec AFP)", "Mit Material von dpa und Reuters"),
        misses=("Mit Material der Polizei wurde der Fall gelöst.", "With files in hand, she walked in.", "con amigos"),
    ),
    Rule(
        "source_line",
        phrase(r"quelle ?: ?[\w.-]+\.\w{2,4}"),
        scope="tail",
        hits=("Quelle: ntv.de", "Quelle: tagesschau.de"),
        misses=("Quelle: Wikipedia", "Die Quelle: ein Brunnen im Tal."),
    ),
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
            r"lees (?:ook|meer)|bekijk ook|les (?:også|mer)|läs (?:också|mer|även)|læs (?:også|mere)|lue (?:myös|lisää)",
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
            r"read (?:more|next|on)|more|more on this(?: story| topic)?|related(?: stories| articles| content| topics)?",
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
    Rule(
        "newsletter",
        phrase(
            r"(?=[^\n]{0,300}\b(?:newsletters?|emails?|e-mails?|inbox|whatsapp-kanal|whatsapp channel)\b)"
            r"(?:[^\n.!?]{0,80}\b(?:sign(?:ing)? up|subscribe|abonnieren|abonniere|get the latest|anmelden|inscrivez-vous|abonnez-vous|"
            r"suscríbete|apúntate|iscriviti|zapisz się|meld je aan|prenumerera|få nyhetsbrevet)\b[^\n]{0,200})",
            r"(?:der |unser |das )?[\w-]+ ?newsletter (?:informiert|liefert|bringt|fasst) [^\n]{0,200}",
            r"[^\n]{0,40}: der [\w-]+ newsletter informiert [^\n]{0,200}",
            r"(?:zum |unser |our |the )?newsletter ?(?:: [^\n.]{0,60}|bestellen|abonnieren|abonnement|anmeldung)?",
            r"subscribe now!?|suscr[ií]bete!?|jetzt abonnieren!?|abonnez-vous!?",
        ),
        hits=(
            "Get the latest news from thewest.com.au in your inbox.",
            "Sign up for our emails",
            '"Hier ist Bayern": Der BR24 Newsletter informiert Sie immer montags bis freitags zum Feierabend.',
            "Newsletter: Sport inside",
            "Check out more of the Daily Star’s latest travel stories by signing up to our free weekly newsletter",
            "Subscribe Now!",
        ),
        misses=(
            "The hackers sent the minister an email about the inbox.",
            "Der Newsletter war sein Lebenswerk, erzählte sie.",
            "Er will Emails künftig verschlüsseln.",
        ),
    ),
    Rule(
        "share",
        phrase(
            r"(?:share|teilen|partager|compartir|condividi|delen|dela|del|udostępnij|compartilhar|merken|drucken|print|"
            r"copy link|link kopieren|kommentare?|comments?|gift this article|save|facebook|twitter|whatsapp|email|e-mail)"
            r"(?: (?:this|article|this article|on|auf|facebook|twitter|x|whatsapp|via|email|story|now))*",
            r"(?:follow|folgen sie|folge|folgt|suivez|síguenos|seguici|volg) (?:us|uns|nous|[\w.]{2,30}) (?:on|auf|sur|en|su|op|bei) "
            r"(?:twitter|facebook|instagram|x|whatsapp|google news|telegram|threads|bluesky|linkedin|youtube)[^\n]{0,120}",
            r"分享让更多人看到|기사 url이 복사되었습니다\.?",
        ),
        hits=(
            "Share this article",
            "Teilen",
            "Follow us on Twitter",
            "Follow Metro.co.uk on Twitter and Facebook for the latest news.",
        ),
        misses=("Share prices fell on Monday.", "Print is dead, long live print.", "Teilen ist eine Tugend."),
    ),
    Rule(
        "advert",
        phrase(
            r"(?:advertisement|anzeige|werbung|publicité|publicidad|pubblicità|reklama?|reklame|annons|annonse|advertentie|"
            r"publicidade|passer la publicité|sponsored(?: content)?|article content|advertisement \d+|story continues below(?: advertisement)?|"
            r"advertisement \d+ ?story continues below|article continues (?:below|after)(?: (?:this )?(?:ad|advertisement))?|"
            r"weiter nach der (?:anzeige|werbung)|la suite après (?:cette|la) publicité)"
        ),
        hits=(
            "Advertisement",
            "Anzeige",
            "Article content",
            "Advertisement 1Story continues below",
            "Passer la publicité",
        ),
        misses=("Anzeige erstattet", "Werbung wirkt.", "Advertisement spending rose."),
    ),
    Rule(
        "embed_placeholder",
        phrase(
            r"externer inhalt(?: nicht verfügbar)?|empfohlener (?:redaktioneller|externer) inhalt|embed|link zum youtube-inhalt|"
            r"ein klick für den datenschutz|zdfheute infografik",
            r"an dieser stelle finden sie [^\n]{0,80}\bextern\w* inhalt[^\n]{0,250}",
            r"(?:ich bin damit einverstanden|zur anzeige aktiviere|deine privatsphäre-einstellungen verhindern)[^\n]{0,400}",
            r"(?:this|the) (?:content|video|embed) (?:is not available|cannot be (?:shown|displayed|loaded))[^\n]{0,200}",
            r"(?:to (?:view|see) this (?:content|video|embed)|please (?:enable|accept|allow) [^\n]{0,40}(?:cookies|javascript))[^\n]{0,200}",
            r"thank you for visiting [\w.]+\. you are using a browser version[^\n]{0,400}",
        ),
        hits=(
            "Externer Inhalt nicht verfügbar",
            "Zur Anzeige aktiviere bitte die Einstellungen in den Privatsphäre-Einstellungen.",
            "To view this content, please accept cookies.",
        ),
        misses=("This content is free.", "An dieser Stelle finden sie oft Pilze.", "Embed yourself in the community."),
    ),
    Rule(
        "copyright",
        phrase(
            r"<?(?:copyright|©|\(c\)|ⓒ)[^\n]{0,60}(?:\b\d{4}\b|all rights reserved|alle rechte vorbehalten|無断転載|무단)[^\n]{0,200}",
            r"© ?dpa-infocom, dpa:[\w/-]+(?: \(dpa\))?",
            r"(?:all rights reserved|alle rechte vorbehalten|tous droits réservés|todos los derechos reservados|riproduzione riservata)\.?",
        ),
        scope="tail",
        hits=(
            "© dpa-infocom, dpa:240516-99-53606/3 (dpa)",
            "Copyright © AFP 2017-2026. Für die kommerzielle Nutzung dieses Inhalts ist ein Abonnement erforderlich.",
            "© The Financial Times Ltd. 2024",
            "All rights reserved.",
        ),
        misses=("Copyright law was reformed last year.", "All rights reserved to the people, he shouted"),
    ),
    Rule(
        "affiliate_note",
        phrase(
            r"(?:reviews and recommendations are unbiased|we independently select|wir erhalten (?:ggf\. )?(?:eine )?provision|"
            r"if you (?:buy|click)|when you (?:buy|purchase) through|buying through us|mit einem? \w+ gekennzeichnete|die mit \* )"
            r"[^\n]{0,200}(?:(?:may|might|can) earn|affiliate|provision)[^\n]{0,200}"
        ),
        hits=(
            "We independently select everything we recommend. Buying through us may earn us a commission, which supports our work.",
            "When you buy through links on our site, we may earn an affiliate commission.",
        ),
        misses=("We independently select our judges.", "If you buy a house, the agent takes a commission."),
    ),
    Rule(
        "contact_prompt",
        phrase(
            r"(?:got a (?:story|tip)\?|do you have a story|get in touch with our|have you been affected|haben sie (?:einen )?hinweise?\?|"
            r"hat ihnen dieser artikel gefallen)[^\n]{0,300}",
            r"for (?:more stories like this|the latest breaking news)[^\n]{0,160}",
            r"(?:• ?)?e-?mail: ?\S+@\S+",
        ),
        hits=(
            "Get in touch with our news team by emailing us at webnews@metro.co.uk.",
            "For more stories like this, check our news page.",
            "• Email: dpaglinawan@postmedia.com",
        ),
        misses=("He got a story out of it.", "Get in touch with nature."),
    ),
    Rule(
        "comment_prompt",
        phrase(
            r"kommentar (?:abgeben|schreiben|verfassen)|(?:leave|post|write) a comment|join the conversation|jetzt (?:kommentieren|mitdiskutieren)|"
            r"laisser un commentaire|deja un comentario|diskutieren sie mit|\d+ (?:comments?|kommentare?)|"
            r"(?:du musst dich|sie müssen) (?:einloggen|angemeldet)[^\n]{0,80}kommentar[^\n]{0,20}"
        ),
        scope="tail",
        hits=(
            "Kommentar abgeben",
            "Leave a comment",
            "Du musst dich EINLOGGEN um einen Kommentar abzugeben.",
            "12 Comments",
        ),
        misses=("Kommentar von Anna Blume", "Leave a comment on the door, she said."),
    ),
    Rule(
        "subscription_prompt",
        phrase(
            r"(?:subscribe|register|log in|sign in|create (?:an? )?(?:free )?account)(?: (?:now|today|or create an account|for free))?"
            r"(?: to (?:continue|keep|read|unlock)[^\n.]{0,80})[.!]?",
            r"esta funcionalidad es s[oó]lo para suscriptores|tu suscripción se está usando[^\n]{0,200}|¿quieres añadir otro usuario[^\n]{0,80}|"
            r"si continúas leyendo en este dispositivo[^\n]{0,120}",
            r"(?:jetzt|hier) (?:abonnieren|registrieren|anmelden) und (?:weiterlesen|weiter lesen)[^\n]{0,80}|weiterlesen mit \S{2,20}",
            r"enjoying our latest content\?|有料会員になると[^\n]{0,120}",
        ),
        hits=(
            "Subscribe to continue reading",
            "Log in or create an account to continue",
            "Esta funcionalidad es sólo para suscriptores",
            "Jetzt registrieren und weiterlesen",
        ),
        misses=("Subscribe to the theory or not, it holds.", "Register to vote by Monday."),
    ),
    Rule(
        "template_placeholder",
        phrase(
            r"(?:\{\{[^{}\n]{0,120}\}\}|\{%[^{}\n]{0,120}%\}|\$\{[^{}\n]{0,120}\}|%%[\w.-]{1,60}%%|\[\[[\w.-]{1,60}\]\])+"
        ),
        hits=("{{ article.title }}", "${headline}", "%%AD_SLOT%%", "{% include 'footer' %}"),
        misses=("{ x | x > 0 }", "Er gab 100 %% mehr.", "${ is how a template begins"),
    ),
)
