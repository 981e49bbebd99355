"""Lines that ask the reader to do something: subscribe, share, comment, write in."""

from __future__ import annotations

from scraper.cleaners.rules.rule import Rule, phrase

_SIGN_UP = (
    r"sign(?:ing)? up|subscribe|abonnieren|abonniere|get the latest|anmelden|inscrivez-vous|abonnez-vous|suscríbete|"
    r"apúntate|iscriviti|zapisz się|meld je aan|prenumerera|få nyhetsbrevet"
)
_NETWORKS = "twitter|facebook|instagram|x|whatsapp|google news|telegram|threads|bluesky|linkedin|youtube"

ROWS = (
    Rule(
        "newsletter",
        phrase(
            r"(?=[^\n]{0,300}\b(?:newsletters?|emails?|e-mails?|inbox|whatsapp-kanal|whatsapp channel)\b)"
            rf"(?:[^\n.!?]{{0,80}}\b(?:{_SIGN_UP})\b[^\n]{{0,200}})",
            r"(?:der |unser |das )?[\w-]+ ?newsletter (?:informiert|liefert|bringt|fasst) [^\n]{0,200}",
            r"[^\n]{0,40}: der [\w-]+ newsletter informiert [^\n]{0,200}",
            r"(?:zum |unser |our |the )?newsletter ?(?:: [^\n.]{0,60}|bestellen|abonnieren|abonnement|anmeldung)?",
            r"you(?: are|['’]re)? receiv(?:e|ed|ing) this (?:e-?mail|letter|newsletter|message)\b[^\n]{0,200}",
            r"subscribe now!?|suscr[ií]bete!?|jetzt abonnieren!?|abonnez-vous!?",
        ),
        hits=(
            "Get the latest news from thewest.com.au in your inbox.",
            "Sign up for our emails",
            "You receive this letter because you asked for it. Unsubscribe",
            '"Hier ist Bayern": Der BR24 Newsletter informiert Sie immer montags bis freitags zum Feierabend.',
            "Newsletter: Sport inside",
            "Check out more of the Daily Star’s travel stories by signing up to our free weekly newsletter",
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
            r"copy link|link kopieren|kommentare?|comments?|gift this article|save|facebook|twitter|whatsapp|email|"
            r"e-mail)(?: (?:this|article|this article|on|auf|facebook|twitter|x|whatsapp|via|email|story|now))*",
            r"(?:follow|folgen sie|folge|folgt|suivez|síguenos|seguici|volg) (?:us|uns|nous|[\w.]{2,30}) "
            rf"(?:on|auf|sur|en|su|op|bei) (?:{_NETWORKS})[^\n]{{0,120}}",
            r"分享让更多人看到|기사 url이 복사되었습니다\.?",
        ),
        hits=("Share this article", "Teilen", "Follow us on Twitter", "Follow Metro.co.uk on Facebook for the latest."),
        misses=("Share prices fell on Monday.", "Print is dead, long live print.", "Teilen ist eine Tugend."),
    ),
    Rule(
        "app_prompt",
        phrase(
            r"(?:download|get|install) (?:the|our) [\w &'’-]{0,40}\bapp\b"
            r"(?: (?:for|to|from|now|today)\b[^\n.]{0,100})?[.!]?",
            r"(?:jetzt|hier) (?:die |unsere )?[\w &'’-]{0,40}\bapp (?:laden|herunterladen|installieren|holen)\b"
            r"[^\n.]{0,100}[.!]?",
            r"(?:téléchargez|descarga|scarica|baixe|pobierz|ladda ner) [^\n.]{0,40}\b(?:appli(?:cation)?|app)\b"
            r"[^\n.]{0,100}",
        ),
        hits=(
            "Download the Marling Post app for breaking news alerts",
            "Get our app today!",
            "Jetzt die Heidepost-App laden und keine Nachricht verpassen",
            "Téléchargez notre application pour suivre l’actualité",
        ),
        misses=(
            "Download the app, he told the minister, and you will see.",
            "Die App laden viele nur einmal.",
            "Get the app store to answer.",
        ),
    ),
    Rule(
        "channel_prompt",
        phrase(
            r"\++ (?=[^\n+]{0,160}\b(?:unser\w{0,2}|our)\b)[^\n+]{0,160}\b(?:whatsapp|telegram|newsletter|app|kanal)\b"
            r"[^\n+]{0,80} ?\++",
            r"[^\n.]{0,80}\b(?:gibt es|finden sie|jetzt) (?:auch )?(?:auf|in|bei) unserem? [\w-]{0,20}kanal[^\n]{0,60}",
            r"support our (?:journalism|work|newsroom)\b(?:: | by | with | from | and )?[^\n.]{0,100}",
        ),
        hits=(
            "+++ Alle Nachrichten gibt es auch auf unserem WhatsApp-Kanal +++",
            "Support our journalism: become a member from £3 a month",
        ),
        misses=(
            "+++ 14:05 WhatsApp ist gestört +++",
            "Support our journalism and you support the town, he said. It does.",
            "Auf unserem Kanal fahren Kähne.",
        ),
    ),
    Rule(
        "subscription_prompt",
        phrase(
            r"(?:subscribe|register|log in|sign in|create (?:an? )?(?:free )?account)"
            r"(?: (?:now|today|or create an account|for free))?(?: to (?:continue|keep|read|unlock)[^\n.]{0,80})[.!]?",
            r"esta funcionalidad es s[oó]lo para suscriptores",
            r"(?:jetzt|hier) (?:abonnieren|registrieren|anmelden) und (?:weiterlesen|weiter lesen)[^\n]{0,80}",
            r"有料会員になると[^\n]{0,120}",
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
        "comment_prompt",
        phrase(
            r"kommentar (?:abgeben|schreiben|verfassen)|(?:leave|post|write) a comment|join the conversation",
            r"jetzt (?:kommentieren|mitdiskutieren)|laisser un commentaire|deja un comentario|diskutieren sie mit",
            r"\d+ (?:comments?|kommentare?)",
            r"(?:du musst dich|sie müssen) (?:einloggen|angemeldet)[^\n]{0,80}kommentar[^\n]{0,20}",
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
        "contact_prompt",
        phrase(
            r"(?:got a (?:story|tip)\?|do you have a story|get in touch with our|have you been affected|"
            r"haben sie (?:einen )?hinweise?\?|"
            r"haben sie (?:fragen|anmerkungen|anregungen|kritik)[^\n?]{0,60}artikel\?|"
            r"hat ihnen dieser artikel gefallen)[^\n]{0,300}",
            r"for (?:more stories like this|the latest breaking news)[^\n]{0,160}",
            r"(?:• ?)?e-?mail: ?[^\s@]+@[^\s@]+",
        ),
        hits=(
            "Get in touch with our news team by emailing us at webnews@metro.co.uk.",
            "For more stories like this, check our news page.",
            "Haben Sie Fragen oder Anmerkungen zu diesem Artikel? Schreiben Sie uns an redaktion@heidepost.example",
            "• Email: dpaglinawan@postmedia.com",
        ),
        misses=("He got a story out of it.", "Get in touch with nature."),
    ),
    Rule(
        "affiliate_note",
        phrase(
            r"(?:reviews and recommendations are unbiased|we independently select|if you (?:buy|click)|"
            r"wir erhalten (?:ggf\. )?(?:eine )?provision|when you (?:buy|purchase) through|buying through us|"
            r"mit einem? \w+ gekennzeichnete|die mit \* )"
            r"[^\n]{0,200}(?:(?:may|might|can) earn|affiliate|provision)[^\n]{0,200}"
        ),
        hits=(
            "We independently select everything we recommend. Buying through us may earn us a commission.",
            "When you buy through links on our site, we may earn an affiliate commission.",
        ),
        misses=("We independently select our judges.", "If you buy a house, the agent takes a commission."),
    ),
)
