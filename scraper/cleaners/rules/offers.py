"""Lines that sell the paper to its reader: newsletters, subscriptions, and what a wall says."""

from __future__ import annotations

from scraper.cleaners.rules.rule import OURS, Rule, phrase

_LETTER = (
    r"(?:newsletters?|emails?|e-mails?|inbox|whatsapp-kanal|whatsapp channel|infolettre|lettre d['’]information|"
    r"boletín(?:es)?|boletim|nieuwsbrief|nieuwsbrieven|nyhetsbrev\w{0,4}|nyhedsbrev\w{0,4}|uutiskir\w{1,8}|"
    r"newsletter[aeuy]{1,2}|newslettera|zpravodaj\w{0,3}|e-?bülten\w{0,8}|hírlev\w{1,10}|buletinul|рассылк[аиуе]|"
    r"розсилк[аиуе]|"
    r"ενημερωτικό δελτίο)"
)
_NEAR = tuple(
    "letter mail inbox whatsapp lettre bolet nieuwsbrie sbrev uutiskir zpravodaj bülten hírlev buletin рассылк розсилк "
    "δελτίο privacy ニュースレター メルマガ メールマガジン 뉴스레터 न्यूज़लेटर न्यूजलेटर".split()
)
_SIGN_UP = (
    r"sign(?:ing)? up|subscribe|get the latest|get (?:our|the)|receive|abonnieren|abonniere|abonnieren sie|anmelden|"
    r"melden sie sich|melde dich|bestellen sie|inscrivez-vous|abonnez-vous|recevez|je m['’]inscris|suscríbete|"
    r"suscríbase|"
    r"apúntate|recibe|inscríbete|iscriviti|ricevi|abbonati|inscreva-se|cadastre-se|assine|subscreva|receba|meld je|"
    r"schrijf je in|ontvang|abonneer je|zapisz się|otrzymuj|subskrybuj|přihlaste se|odebírejte|přihlásit se|"
    r"prenumerera|"
    r"anmäl dig|få vår[ta]?|få nyhetsbrevet|meld deg på|motta|abonner på|tilmeld dig|få vores|modtag|tilaa|abone "
    r"ol\w{0,3}|"
    r"kaydol\w{0,3}|iratkozz(?:on)?|feliratkoz\w{1,8}|abonează-te|abonați-vă|подпишитесь|подписывайтесь|підпишіться|"
    r"підписуйтесь|εγγραφείτε|γραφτείτε"
)
_GO_ON = (
    # What one does with a subscription
    r"(?:to (?:continue|keep|read|unlock|access)|um (?:weiter|den|alle)|und (?:weiterlesen|weiter lesen|alles)|"
    r"pour (?:lire|continuer|accéder)|para (?:seguir|continuar|leer|ler|acceder)|per (?:continuare|leggere)|"
    r"om (?:verder|door|dit|alles) |aby (?:czytać|przeczytać|kontynuować)|a čtěte|abyste|för att (?:läsa|fortsätta)|"
    r"for å (?:lese|fortsette)|for at (?:læse|fortsætte)|og læs|ja (?:lue|jatka)|(?:okumaya devam|devamını oku)|"
    r"чтобы (?:читать|продолжить|прочитать)|щоб (?:читати|продовжити|прочитати)|για να (?:συνεχίσετε|διαβάσετε)|"
    r"(?:a folytatáshoz|az olvasáshoz)|pentru a (?:citi|continua))"
)
_SUBSCRIBE = (
    r"(?:subscribe|register|log in|sign in|create (?:an? )?(?:free )?account|start your (?:free )?trial|abonnieren sie|"
    r"registrieren sie sich|melden sie sich an|(?:jetzt|hier) (?:abonnieren|registrieren|anmelden|testen)|abonnez-vous|"
    r"connectez-vous|inscrivez-vous|créez un compte|identifiez-vous|suscríbete|suscríbase|regístrate|inicia sesión|"
    r"abbonati|registrati|accedi|assine|cadastre-se|faça (?:login|seu login)|registe-se|log in|abonneer je|word "
    r"abonnee|"
    r"maak een account|wykup (?:dostęp|subskrypcję)|kup (?:dostęp|subskrypcję)|zaloguj się|zarejestruj się|"
    r"předplaťte si|"
    r"přihlaste se|logga in|bli prenumerant|skapa konto|logg inn|bli abonnent|log ind|bliv abonnent|opret (?:en "
    r")?konto|"
    r"kirjaudu(?: sisään)?|tilaa|rekisteröidy|abone ol\w{0,3}|üye ol\w{0,3}|giriş yap\w{0,3}|оформите подписку|"
    r"подпишитесь|войдите|зарегистрируйтесь|оформіть передплату|передплатіть|увійдіть|συνδεθείτε|εγγραφείτε|fizessen "
    r"elő|"
    r"jelentkezzen be|abonează-te|autentifică-te)"
)
_ONLY = (
    r"(?:(?:this|the rest of this) (?:article|content|story|post) is )?(?:exclusive(?:ly)? |only )?(?:available )?"
    r"(?:for|to) (?:paid |our |digital )?subscribers(?: only)?|"
    r"(?:dieser (?:artikel|inhalt|text) ist )?(?:exklusiv |nur )?für (?:unsere )?(?:digital-?)?abonnent(?:en|innen und "
    r"abonnenten)(?: (?:lesbar|verfügbar|zugänglich|sichtbar))?|"
    r"(?:cet article|ce contenu|la suite de cet article|la suite) est réservée? (?:à nos |aux )abonnés|(?:article |"
    r"contenu "
    r")?réservée? aux abonnés|"
    r"(?:(?:este|esta) (?:contenido|artículo|noticia) es )?(?:exclusiv[oa] |sólo |solo )para suscriptores|"
    r"(?:(?:questo|il) (?:contenuto|articolo) è )?(?:contenuto |articolo )?riservato agli abbonati|"
    r"(?:(?:este|esta) (?:conteúdo|artigo|matéria) é )?(?:conteúdo |artigo )?exclusiv[oa] para assinantes|"
    r"(?:dit artikel is )?(?:alleen|exclusief) voor abonnees|"
    r"(?:(?:artykuł|treść|dalsza część) )?(?:dostępn[ya] )?(?:tylko|wyłącznie) dla (?:subskrybentów|prenumeratorów)|"
    r"(?:(?:tento )?(?:článek|obsah) je )?(?:pouze|jen|exkluzivně) pro předplatitele|"
    r"(?:(?:artikeln|innehållet) är )?(?:endast|bara|exklusivt) för prenumeranter|"
    r"(?:(?:artikkelen|saken|denne saken) er )?(?:kun|bare|forbeholdt) (?:for )?(?:våre )?abonnenter|"
    r"(?:(?:artiklen|indholdet) er )?(?:kun|forbeholdt) (?:for )?(?:vores )?abonnenter|"
    r"(?:(?:artikkeli|sisältö|juttu) on )?(?:vain|tarkoitettu) tilaajille|"
    r"(?:bu (?:içerik|haber) )?(?:sadece|yalnızca) abonelere özel(?:dir)?|"
    r"(?:(?:материал|статья|текст) )?(?:доступ\w{1,4} )?только (?:для )?подписчик(?:ам|ов)|"
    r"(?:(?:матеріал|стаття|текст) )?(?:доступ\w{1,4} )?(?:лише|тільки) (?:для )?передплатник(?:ам|ів)|"
    r"(?:αποκλειστικά |μόνο )για συνδρομητές|csak előfizetőknek(?: elérhető)?|(?:doar|exclusiv) pentru abonați|"
    r"この記事は(?:有料|会員限定)(?:会員限定)?(?:記事|です)[^\n]{0,40}|有料会員限定(?:記事)?|(?:유료 )?구독자 "
    r"전용[^\n]{0,20}|订阅后(?:阅读|继续)[^\n]{0,20}|"
    r"هذا المحتوى (?:متاح )?للمشتركين فقط"
)
_ALREADY = (
    r"(?:already (?:a |have a )?(?:subscriber|subscribed|subscription|member|account)|(?:sie (?:haben|sind) "
    r")?bereits (?:ein )?"
    r"(?:abo|abonnent|registriert|kunde)|déjà (?:abonnée?|inscrite?)|¿?ya (?:eres|soy|es) suscriptor|¿?ya (?:tienes|"
    r"tiene) "
    r"(?:una )?(?:cuenta|suscripción)|(?:sei )?già abbonat[oa]|(?:hai )?già un (?:abbonamento|account)|já (?:é|sou) "
    r"assinante|já tem (?:uma )?(?:conta|assinatura)|(?:ben je )?al abonnee|heb je al een (?:account|abonnement)|"
    r"masz już "
    r"(?:subskrypcję|prenumeratę|konto)|(?:už )?máte (?:už |již )?předplatné|redan (?:prenumerant|kund)|har du redan "
    r"ett "
    r"konto|(?:er du )?allerede abonnent|har du allerede (?:en konto|abonnement|konto)|oletko jo tilaaja|onko "
    r"sinulla jo "
    r"tunnu\w{1,5}|zaten (?:abone|üye) misiniz|уже (?:есть подписка|подписаны|оформили подписку)|вже (?:є передплата|"
    r"маєте передплату)|(?:είστε|είσαι) ήδη συνδρομητ\w{1,3}|már előfizető|ești deja abonat)"
)

ROWS = (
    Rule(
        "newsletter",
        phrase(
            r"(?:der |unser |das )?[\w-]{1,40} ?newsletter (?:informiert|liefert|bringt|fasst) [^\n]{0,200}",
            r"(?:zum |unser |our |the )?newsletter ?(?:: [^\n.]{0,60}|bestellen|abonnieren|abonnement|anmeldung)?",
            r"sign up (?:to|for) (?:breaking news|our|the)[^\n]{0,160}|sign up to [^\n.!?]{3,60}",
            r"you(?: are|['’]re)? receiv(?:e|ed|ing) this (?:e-?mail|letter|newsletter|message)\b[^\n]{0,200}",
            r"by (?:signing up|subscribing|submitting|clicking|entering your email)[^\n]{0,120}"
            r"(?:terms|privacy|agree)[^\n]{0,200}",
            r"(?:订阅|訂閱)[^\n。]{0,20}(?:电子报|電子報|新闻信|邮件|通讯)[^\n。]{0,20}|اشترك في (?:النشرة|"
            r"نشرتنا)[^\n.]{0,60}",
        ),
        hits=(
            "You receive this letter because you asked for it. Unsubscribe",
            "Newsletter: Sport inside",
            "Sign up to Morning in Marling",
            "By signing up you agree to our terms and our privacy policy",
        ),
        misses=(
            "Der Newsletter war sein Lebenswerk, erzählte sie.",
            "By signing up for the army, he left the village behind.",
        ),
    ),
    Rule(
        "newsletter",
        phrase(
            rf"(?=[^\n]{{0,300}}\b{_LETTER}\b)(?:[^\n.!?]{{0,80}}\b(?:{_SIGN_UP})\b[^\n]{{0,200}})",
            rf"[^\n]{{0,220}}\b(?:{_SIGN_UP})\b[^\n.!?\"“”]{{0,40}}{OURS}"
            rf"[^\n.!?]{{0,30}}{_LETTER}\b[^\n\"“”]{{0,120}}",
            r"[^\n]{0,40}: der [\w-]{1,40} newsletter informiert [^\n]{0,200}",
            r"[^\n]{0,300}\b(?:read|see|view) our privacy (?:policy|notice)[^\n]{0,60}",
            r"[^\n。]{0,40}(?:ニュースレター|メルマガ|メールマガジン)(?:に|の|を)(?:無料)?(?:登録|購読|"
            r"配信)[^\n。]{0,40}|"
            r"[^\n.]{0,30}뉴스레터 ?(?:구독|신청)[^\n.]{0,30}|"
            r"[^\n।]{0,40}(?:न्यूज़लेटर|न्यूजलेटर)[^\n।]{0,20}(?:सब्सक्राइब|साइन अप)[^\n।]{0,30}",
        ),
        near=_NEAR,
        hits=(
            "Get the latest news from thewest.com.au in your inbox.",
            "Sign up for our emails",
            '"Hier ist Bayern": Der BR24 Newsletter informiert Sie immer montags bis freitags zum Feierabend.',
            "Check out more of the Daily Star’s travel stories by signing up to our free weekly newsletter",
            "Inscrivez-vous à notre infolettre du matin",
            "Meld je aan voor onze nieuwsbrief",
            "Mehr davon? Wir schicken dir das Beste der Woche. Melde dich hier für unseren Newsletter an!",
        ),
        misses=(
            "The hackers sent the minister an email about the inbox.",
            "Er will Emails künftig verschlüsseln.",
            "De nieuwsbrief van de school kwam te laat.",
        ),
    ),
    Rule(
        "subscription_prompt",
        phrase(
            r"(?:subscribe|suscr[ií]bete|jetzt abonnieren|abonnez-vous|abbonati|assine já|abonneer nu|prenumerera nu|"
            r"bli abonnent|bliv abonnent|tilaa nyt|hemen abone ol|předplatit|wykup subskrypcję|подписаться)(?: now)?!?",
            rf"{_SUBSCRIBE}(?: (?:now|today|or create an account|for free|or subscribe))?[^\n.!?]{{0,20}} ?{_GO_ON}"
            r"[^\n.]{0,80}[.!]?",
            rf"(?:{_ONLY})(?:[.!] [^\n]{{0,120}}|[.!:])?",
            rf"{_ALREADY}(?: ?[?？](?: [^\n.]{{0,60}})?[.!]?)?",
            rf"{_SUBSCRIBE}(?: now| today)? (?:to |for |an |à |a |al |aan |på |til )?{OURS} [^\n.!?,]{{3,60}}[.!]?",
            r"zapraszamy (?:też |także |również )?do (?:subskrypcji|prenumeraty)[^\n]{0,160}",
            r"il vous reste \d{1,3} ?% de cet article à lire[^\n]{0,120}",
            r"pozostało \d{1,3} ?% (?:artykułu|treści|tekstu)[^\n]{0,80}|残り ?\d{1,5} ?文字|"
            r"残り\d{1,5}文字[^\n]{0,40}",
            r"(?:this|the) (?:content|article) is (?:reserved for|only for|for) subscribers(?: only)?",
            r"this article is free to read\W{0,3}register to unlock\W?|support local journalism\.?",
            r"unlimited (?:online|digital) access to [^\n]{3,160}|access articles from across [^\n]{3,60} with one "
            r"account\.?",
            r"enjoy additional articles per month\.?|share your thoughts and join the conversation[^\n]{0,40}",
            r"(?:sign|log) in or create an account|email address|get email updates from your favou?rite authors\.?",
            r"esta funcionalidad es s[oó]lo para suscriptores",
            r"tu suscripción se está usando en otro dispositivo[^\n]{0,120}|¿quieres añadir otro usuario a tu "
            r"suscripción\?",
            r"si (?:continúas leyendo en este dispositivo|quieres compartir tu cuenta|decides continuar compartiendo "
            r"tu "
            r"cuenta)[^\n]{0,300}|en el caso de no saber quién está usando tu cuenta[^\n]{0,120}",
            r"(?:有料会員|会員登録)(?:になると|すると|をすると)[^\n]{0,120}|stay informed with [^\n]{3,300}",
        ),
        hits=(
            "Subscribe to continue reading",
            "Log in or create an account to continue",
            "Esta funcionalidad es sólo para suscriptores",
            "Jetzt registrieren und weiterlesen",
            "Subscribe Now!",
            "Subscribe now to our e-paper for the full story.",
            "Zapraszamy też do prenumeraty tygodnika.",
            "La suite est réservée aux abonnés.",
            "Artykuł dostępny tylko dla prenumeratorów",
            "THIS CONTENT IS RESERVED FOR SUBSCRIBERS ONLY",
            "Redan prenumerant? Logga in",
        ),
        misses=(
            "Subscribe to the theory or not, it holds.",
            "Register to vote by Monday.",
            "Register our boats by Monday, or we will have none.",
            "Tilaa on vain kymmenelle.",
            "Kun abonnenter i byen klager over broen.",
            "Already a member of the council, she ran for mayor.",
        ),
    ),
    Rule(
        "subscription_prompt",
        phrase(
            r"[^\n]{0,40}有料記事[^\n]{0,20}読み放題[^\n]{0,60}|[^\n]{0,200}abonelik için (?:lütfen )?[^\n]{0,60}",
            r"[\w ]{3,60} council is an? invitation-only [^\n]{0,200}",
        ),
        near=("有料記事", "abonelik için", "invitation-only"),
        hits=(
            "有料記事が読み放題！今なら月額100円",
            "The Marling Business Council is an invitation-only community for leaders.",
            "Haberler özetlenerek yayımlanır. Abonelik için lütfen iletişime geçiniz.",
        ),
        misses=("The council met behind an invitation-only door.", "有料記事とは何か。"),
    ),
)
