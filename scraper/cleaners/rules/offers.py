"""Lines that sell: newsletters, subscriptions, and what a wall says."""

from __future__ import annotations

from scraper.cleaners.rules.rule import OURS, Rule, phrase

_LETTER = (
    r"(?:newsletters?|emails?|e-mails?|inbox|whatsapp-kanal|whatsapp channel|infolettre|"
    r"lettre (?:d['’]information|quotidienne|hebdomadaire)|"
    r"boîte (?:mail|e-mail)|bandeja de entrada|"
    r"caixa de entrada|casella di posta|"
    r"boletín(?:es)?|boletim|nieuwsbrief|nieuwsbrieven|nyhetsbrev\w{0,4}|nyhedsbrev\w{0,4}|uutiskir\w{1,8}|"
    r"newsletter\w{1,4}|naujienlaišk\w{1,4}|бюлетин\w{0,3}|zpravodaj\w{0,3}|e-?bülten\w{0,8}|hírlev\w{1,10}|buletinul|"
    r"рассылк[аиуе]|"
    r"розсилк[аиуе]|"
    r"ενημερωτικό δελτίο)"
)
_NEAR = tuple(
    "letter mail inbox bandeja caixa casella whatsapp lettre bolet nieuwsbrie sbrev uutiskir zpravodaj bülten "
    "hírlev buletin naujienlaišk бюлетин рассылк розсилк "
    "δελτίο privacy ニュースレター メルマガ メールマガジン 뉴스레터 न्यूज़लेटर न्यूजलेटर".split()
)
_INVITED = (
    r"melden sie sich|melde dich|inscrivez-vous|abonnez-vous|recevez|je m['’]inscris|suscríbete|suscríbase|suscribite|"
    r"regístrate|regístrese|registrate|registe-se|apúntate|anotate|recibí|inscríbete|inscribite|iscriviti|"
    r"ricevi|abbonati|inscreva-se|cadastre-se|assine|subscreva|receba|meld je|schrijf je in|abonneer je|zapisz się|"
    r"otrzymuj|subskrybuj|přihlaste se|odebírejte|anmäl dig|få nyhetsbrevet|meld deg på|abonner på|tilmeld dig|"
    r"abone ol\w{0,3}|kaydol\w{0,3}|iratkozz(?:on)?|feliratkoz\w{1,8}|abonează-te|abonați-vă|подпишитесь|"
    r"подписывайтесь|підпишіться|підписуйтесь|εγγραφείτε|γραφτείτε|prenumeruokite|абонирайте се|pretplatite se"
)
"""Words that invite a reader and nobody else."""
_SIGN_UP = (
    rf"{_INVITED}|sign(?:ing)? up|subscribe|get the latest|get (?:our|the)|receive|abonnieren|abonniere|abonnieren sie|"
    r"anmelden|bestellen sie|registrati|daftar|berlangganan|recibe|ontvang|přihlásit se|prenumerera|få vår[ta]?|motta|"
    r"få vores|modtag|tilaa"
)
_NOW = (
    r"(?:please|now|or|and|also|here|bitte|jetzt|hier|oder|gleich|ici|ou|et|aquí|y|o|qui|ora|e|aqui|nu|klik|"
    r"tutaj|teraz|i|a|här|her|og|och|сейчас|и|тут)"
)
"""Words that may stand before an invitation."""
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
    r"(?:subscribe|register|log in|sign in|create (?:an? )?(?:free )?account|start your (?:free )?trial|"
    r"abonnieren sie|"
    r"registrieren sie sich|melden sie sich an|(?:jetzt|hier) (?:abonnieren|registrieren|anmelden|testen)|"
    r"abonnez-vous|"
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
    r"(?:dieser (?:artikel|inhalt|text) ist )?(?:exklusiv |nur )?für (?:unsere )?(?:digital-?)?abonnent(?:en|"
    r"innen und "
    r"abonnenten)(?: (?:lesbar|verfügbar|zugänglich|sichtbar))?|"
    r"(?:cet article|ce contenu|la suite de cet article|la suite) est réservée? (?:à nos |aux )abonnés|(?:article |"
    r"contenu "
    r")?réservée? aux abonnés|"
    r"(?:(?:este|esta) (?:contenido|artículo|noticia) es )?(?:exclusiv[oa] |sólo |solo )para suscriptores|"
    r"(?:(?:questo|il) (?:contenuto|articolo) è )?(?:contenuto |articolo )?riservato agli abbonati|"
    r"(?:(?:este|esta) (?:conteúdo|artigo|matéria) é )?(?:conteúdo |artigo |recurso )?exclusiv[oa] para assinantes|"
    r"assine ou faça login|"
    r"(?:dit artikel is )?(?:alleen|exclusief) voor abonnees|"
    r"(?:(?:artykuł|treść|dalsza część) )?(?:dostępn[ya] )?(?:tylko|wyłącznie) dla (?:subskrybentów|prenumeratorów)|"
    r"(?:(?:tento )?(?:článek|obsah) je )?(?:dostupný )?(?:pouze|jen|exkluzivně) pro předplatitele|"
    r"(?:(?:artikeln|innehållet) är )?(?:endast|bara|exklusivt) för prenumeranter|"
    r"(?:(?:artikkelen|saken|denne saken) er )?(?:kun|bare|forbeholdt) (?:for )?(?:våre )?abonnenter|"
    r"(?:(?:artiklen|indholdet) er )?(?:kun|forbeholdt) (?:for )?(?:vores )?abonnenter|"
    r"(?:(?:artikkeli|sisältö|juttu) on )?(?:vain|tarkoitettu) tilaajille|"
    r"(?:bu (?:içerik|haber) )?(?:sadece|yalnızca) abonelere özel(?:dir)?|"
    r"(?:(?:материал|статья|текст) )?(?:доступ\w{1,4} )?только (?:для )?подписчик(?:ам|ов)|"
    r"(?:(?:матеріал|стаття|текст) )?(?:доступ\w{1,4} )?(?:лише|тільки) (?:для )?передплатник(?:ам|ів)|"
    r"(?:αποκλειστικά |μόνο )για συνδρομητές|csak előfizetőknek(?: elérhető)?|(?:doar|exclusiv) pentru abonați|"
    r"この記事は(?:有料|会員限定)(?:会員限定)?(?:記事|です)[^\n]{0,40}|有料会員限定(?:記事)?|(?:有料|会員)記事|"
    r"(?:유료 )?구독자 전용[^\n]{0,20}|订阅后(?:阅读|继续)[^\n]{0,20}|"
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
            r"đăng ký (?:ngay )?(?:để )?nhận (?:bản )?(?:tin|gói|newsletter)[^\n.!?]{0,60}",
            r"newsletter:? (?-i:[«“„\"] ?[^\W\d_]|[A-ZÀ-Ý])[^\n.!?]{1,30}",
            r"privacy notice: ?newsletters may contain [^\n]{0,450}",
            r"sign up (?:to|for) (?:breaking news|our|the)[^\n]{0,160}|sign up to [^\n.!?]{3,60}",
            r"you(?: are|['’]re)? receiv(?:e|ed|ing) this (?:e-?mail|letter|newsletter|message)\b[^\n]{0,200}",
            r"(?:en (?:vous (?:inscrivant|abonnant)|cliquant|validant)|al (?:suscribirte|registrarte|suscribirse|hacer "
            r"clic)|"
            r"(?:iscrivendoti|cliccando|registrandoti)|ao (?:se )?(?:inscrever|assinar|clicar|subscrever)|"
            r"mit (?:der|ihrer|deiner) (?:anmeldung|registrierung)|door (?:je|u) aan te "
            r"melden)\b[^\n.]{0,60}\b(?:acceptez|"
            r"aceptas?|accetti|dichiari|concorda|aceita|akzeptier\w{1,3}|stimm\w{1,3}|akkoord)\b[^\n]{0,250}",
            r"by (?:signing up|subscribing|submitting|clicking|entering your email)(?=[^\n]{0,120}\b(?:you|"
            r"i)\b)[^\n]{0,120}(?:terms|privacy|agree)[^\n]{0,200}",
            r"(?:订阅|訂閱)[^\n。]{0,20}(?:电子报|電子報|新闻信|邮件|通讯)[^\n。]{0,20}|اشترك في (?:النشرة|"
            r"نشرتنا)[^\n.]{0,60}",
        ),
        hits=(
            "Newsletter « À la une »",
            "Đăng ký ngay để nhận gói tin tức mới",
            "You receive this letter because you asked for it. Unsubscribe",
            "Newsletter: Sport inside",
            "Sign up to Morning in Marling",
            "By signing up you agree to our terms and our privacy policy",
            "En vous inscrivant, vous acceptez nos conditions générales d’utilisation.",
        ),
        misses=(
            "Der Newsletter war sein Lebenswerk, erzählte sie.",
            "Newsletter wars",
            "By signing up for the army, he left the village behind.",
            "En cliquant sur la porte, il accepta son sort.",
        ),
    ),
    Rule(
        "newsletter",
        phrase(
            rf"(?=[^\n]{{0,300}}\b{_LETTER}\b)(?:[^\n!?]{{2,160}}[.!?] "
            rf")?[^\n.!?]{{0,80}}\b(?:{_INVITED})\b[^\n]{{0,250}}",
            rf"(?=[^\n]{{0,300}}\b{_LETTER}\b)(?:[^\n.!?:–—|]{{1,80}}[.!?,:–—|-] ?)?"
            rf"(?:{_NOW} ){{0,2}}(?:{_SIGN_UP})\b[^\n]{{0,250}}",
            rf"(?:{_NOW} )?[^\n.!?,]{{0,40}}\bnewsletter (?:(?:jetzt|hier|kostenlos|gratis) )*(?:abonnieren|anmelden|"
            r"bestellen|erhalten)[^\n.!?,]{0,40}[.!]?",
            rf"[^\n]{{0,220}}\b(?:{_SIGN_UP})\b[^\n.!?\"“”]{{0,40}}{OURS}"
            rf"[^\n.!?]{{0,30}}{_LETTER}\b[^\n\"“”]{{0,120}}",
            rf"(?:chaque|cada|ogni|every|each|jede\w|elke|varje|hver\w{{0,2}}|každ\w{{1,3}}|każd\w{{1,3}}) "
            rf"[^\n.!?]{{2,80}}"
            rf"\b(?:votre|notre|tua?|sua|nuestra|nostra|nossa|your|our|deine?m?|ihr\w{{0,2}}|unsere?m?) {_LETTER}"
            r"[^\n.!?]{0,40}[.!]?",
            r"(?:votre (?:adresse )?e-?mail|your e-?mail(?: address)?|tu (?:correo|e-?mail)|"
            r"ihre e-?mail-?adresse|la tua e-?mail|seu e-?mail)(?:, [^\n,]{2,60},)? (?:est|sera|will be|may be|is|will|"
            r"será|se|wird|verrà|sarà) (?:utilisée?|only used|used|usad\w|utilizad\w|utilizará|verwendet|"
            r"utilizzat\w|not)\b[^\n]{0,250}",
            r"[^\n]{0,40}: der [\w-]{1,40} newsletter informiert [^\n]{0,200}",
            r"wir verwenden ihre e-mail-adresse, um ihnen [^\n]{3,200}",
            r"[^\n]{0,160}\bnewsletter\b[^\n]{0,120}[.!?:] ?(?:jetzt|hier|gleich|kostenlos) (?:anmelden|abonnieren|"
            r"registrieren|bestellen)[.!]?",
            r"[^\n]{0,300}\b(?:read|see|view) our privacy (?:policy|notice)[^\n]{0,60}",
            r"[^\n。]{0,40}(?:ニュースレター|メルマガ|メールマガジン)(?:に|の|を)(?:無料)?(?:登録|購読|"
            r"配信)[^\n。]{0,40}|"
            r"[^\n.]{0,30}뉴스레터(?:를|에)? ?(?:구독|신청|받아)[^\n.]{0,30}|"
            r"[^\n]{0,80}뉴스레터(?:를|에)? ?(?:구독하세요|신청하세요|받아보세요)[^\n]{0,80}|"
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
            "Cieszymy się, że jesteś z nami. Zapisz się na newsletter, aby nie przegapić tekstów",
            "Chaque matin, l’actualité du jour avec votre newsletter",
            "Votre e-mail, avec votre consentement, est utilisé par Ouest-Marling pour recevoir notre newsletter.",
            "Recibí en tu email todas las noticias",
            "Jetzt kostenlos den Newsletter abonnieren",
            "Newsletter Wirtschaft: Werktags um 16.00 Uhr. Jetzt anmelden",
            "Alles, was die Stadt bewegt, im kostenlosen Newsletter – von Sonntag bis Freitag. Kostenlos anmelden.",
            "Wir verwenden Ihre E-Mail-Adresse, um Ihnen den Newsletter zuzusenden. Abmeldung jederzeit möglich.",
            "Prenumeruokite mūsų naujienlaiškį",
            "Темата беше публикувана и в бюлетина на „Марлинг“. Абонирайте се тук.",
            "매일 칼럼 다섯 개가 담긴 뉴스레터를 받아보세요. 구독하기",
            "Le notizie di Marling.it, ogni giorno nella tua casella di posta. Iscriviti gratis.",
            "Se vuoi restare aggiornato iscriviti gratis alla newsletter di Marling",
        ),
        misses=(
            "The hackers sent the minister an email about the inbox.",
            "Three million people subscribe to its newsletters, the company said.",
            "Customers can sign up for emails about price changes.",
            "Kunden können sich für den Newsletter anmelden, teilte das Amt mit.",
            "Viele Leser wollen den Newsletter nur selten abonnieren.",
            "Er will Emails künftig verschlüsseln.",
            "De nieuwsbrief van de school kwam te laat.",
            "В бюлетина на общината пише кога затварят моста.",
            "Chaque matin, il lisait la newsletter de son rival.",
            "Your email was used to fool the bank, police said.",
        ),
    ),
    Rule(
        "subscription_prompt",
        phrase(
            r"(?:subscribe|suscr[ií]bete|jetzt abonnieren|abonnez-vous|abbonati|assine já|abonneer nu|prenumerera nu|"
            r"bli abonnent|bliv abonnent|tilaa nyt|hemen abone ol|předplatit|wykup subskrypcję|"
            r"подписаться)(?: now)?!?",
            rf"{_SUBSCRIBE}(?: (?:now|today|or create an? (?:free )?account|for free|or (?:subscribe|register|"
            rf"sign up)))?[^\n.!?]{{0,20}} ?{_GO_ON}"
            r"[^\n.]{0,80}[.!]?",
            rf"(?:{_ONLY})(?:[.!] [^\n]{{0,120}}|[.!:])?",
            r"si (?:ya )?(?:tienes|tiene) (?:una )?cuenta\b[^\n.!?]{0,60}(?:identific|inici|"
            r"acced)\w{1,6}[^\n.!?]{0,40}",
            rf"{_ALREADY}(?: ?[?？](?: [^\n.]{{0,60}})?[.!]?)?",
            rf"{_SUBSCRIBE}(?: now| today)? (?:to |for |an |à |a |al |aan |på |til )?{OURS} [^\n.!?,]{{3,60}}[.!]?",
            r"zapraszamy (?:też |także |również )?do (?:subskrypcji|prenumeraty)[^\n]{0,160}",
            r"il vous reste \d{1,3}(?:[.,]\d{1,2})? ?% de cet article à lire[^\n]{0,120}",
            r"pozostało (?:do przeczytania )?\d{1,3} ?% (?:artykułu|treści|tekstu)[^\n]{0,80}|残り ?\d{1,5} ?文字|"
            r"残り\d{1,5}文字[^\n]{0,40}",
            r"(?:this|the) (?:content|article) is (?:reserved for|only for|for) subscribers(?: only)?",
            r"this article is free to read\W{0,3}register to unlock\W?|support local journalism\.?",
            r"unlimited (?:online|digital) access to [^\n]{3,160}|access articles from across [^\n]{3,60} with one "
            r"account\.?",
            r"enjoy additional articles per month\.?|share your thoughts and join the conversation[^\n]{0,40}",
            r"(?:link presente: ?)?(?:[^\n.!?]{2,40}\? )?(?:assinantes?|subscribers|abonnés|suscriptores|abbonati|"
            r"abonnenten) (?:podem?|can|peuvent|pueden|possono|"
            r"können) (?:liberar|share|gift|give|offrir|partager|compartir|regalar|regalare|verschenken|teilen)\b"
            r"[^\n]{2,120}",
            r"(?:sign|log) in or create an account|email address|get email updates from your favou?rite authors\.?",
            r"esta funcionalidad es s[oó]lo para suscriptores",
            r"tu suscripción se está usando en otro dispositivo[^\n]{0,120}|¿quieres añadir otro usuario a tu "
            r"suscripción\?",
            r"si (?:continúas leyendo en este dispositivo|quieres compartir tu cuenta|decides continuar compartiendo "
            r"tu "
            r"cuenta)[^\n]{0,300}|en el caso de no saber quién está usando tu cuenta[^\n]{0,120}",
            r"(?:この記事の)?(?:続き|全文|記事全文)を(?:読む|お読みいただく|お読みになる|ご覧いただく)に(?:は|"
            r"、)[^\n。]{0,30}"
            r"(?:登録|ログイン|購読|会員)[^\n。]{0,20}。?|(?:전체 )?기사(?:를|의 전문을) (?:보려면|보시려면|"
            r"읽으려면|계속 읽으려면)"
            r"[^\n.]{0,30}(?:로그인|구독|회원)[^\n.]{0,20}\.?|(?:登录|注册|订阅|訂閱)后?(?:即可|"
            r"可)?(?:继续)?(?:阅读|查看)(?:全文|更多)?",
            r"(?:assine|subscreva|suscríbete|suscríbase|abonnez-vous|abbonati|prenumeruj|předplaťte si|abone olun|"
            r"berlangganan)(?: [^\n.!?,]{2,20})? (?:e|y|et|i|a|ve|dan) (?:tenha|leia|accede|disfruta|lee|profitez|"
            r"accédez|"
            r"lisez|leggi|czytaj|zyskaj|získejte|čtěte|nikmati)\b[^\n.!?]{0,80}[.!]?",
            r"¿?(?:vuoi|vous (?:voulez|souhaitez)|quieres|quer|chcesz|chcete) (?:[^\n.!?,]{2,12} )?(?:leggere|"
            r"continuare|lire|"
            rf"continuer|leer|ler|czytać|przeczytać|číst)\b[^\n?]{{0,60}} ?\? {_SUBSCRIBE}\b[^\n]{{0,120}}",
            r"(?:découvrez|scopri|descubre|descubra|conheça|confira|odkryj)(?: tous| toutes| tutt[ei]| todas|"
            r" todos)?(?: les| nos|"
            r" le| gli| i| las| los| as| os| nostr[ei]| nuestr[ao]s| noss[ao]s| nasze)? (?:offerte|ofertas|offres|"
            r"suscripciones|"
            r"abbonamenti|abonnements|podcasts?|newsletters?|assinaturas|subskrypcje)(?: (?:d['’]abonnement|"
            r"di abbonamento|"
            r"de suscripción|de assinatura|disponibl?[ei]s?))?[.!]?|(?:accede|accedi|acesse|"
            r"accédez) [^\n.!?,]{3,50} (?:por|per|"
            r"pour) (?:s[oó]lo |solo |apenas |seulement )?(?:un euro|[€$]? ?\d)[^\n.!?,]{0,40}[.!]?",
            r"会員登録して[^\n。]{0,20}(?:読む|閲覧する)",
            r"(?:berlangganan|daftar|masuk|login)(?: sekarang| gratis)?,? untuk (?:terus )?(?:membaca|melanjutkan|"
            r"mengakses)\b"
            r"[^\n.!?]{0,60}[.!]?|(?:اشترك|سجل)[^\n.]{0,20} (?:لقراءة|لمتابعة|لمواصلة) [^\n.]{0,60}|"
            r"पूरी (?:खबर|ख़बर) पढ़ने के लिए[^\n।]{0,60}।?",
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
            "Il vous reste 52.4% de cet article à lire. La suite est réservée aux abonnés.",
            "Si tienes cuenta en la Gaceta de Marling, puedes utilizarla para identificarte",
            "Artykuł dostępny tylko dla prenumeratorów",
            "THIS CONTENT IS RESERVED FOR SUBSCRIBERS ONLY",
            "Redan prenumerant? Logga in",
            "LINK PRESENTE: Gostou deste texto? Assinante pode liberar sete acessos gratuitos por dia.",
            "Assinantes podem liberar 7 acessos gratuitos de qualquer link por dia no jornal.",
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
    Rule(
        "newsletter",
        phrase(
            r"(?:please )?(?:enter|add|confirm|type) (?:your|a valid|an?) e-?mail(?: address)?[^\n.!?]{0,60}[.!]?|"
            r"(?:your )?e-?mail address ?\*?|invalid e-?mail(?: address)?[.!]?|(?:ongeldig e-?mailadres|ungültige "
            r"e-?mail-?adresse|"
            r"adresse e-?mail invalide|correo (?:electrónico )?(?:no válido|inválido)|e-?mail inválido|indirizzo "
            r"e-?mail non "
            r"valido)\b[^\n]{0,60}|(?:please )?check your (?:inbox|"
            r"e-?mail)[^\n.!?,]{0,60}[.!]?",
            r"(?:thank you|thanks) for (?:signing up|subscribing|registering)\b[^\n.!?,\"”]{0,60}[.!]?(?: "
            r"[^\n]{0,120})?",
            r"you(?: have|['’]ve| are|['’]re)(?: now| been)?(?: successfully)? (?:subscribed|signed up|"
            r"unsubscribed)\b[^\n.!?,]{0,80}[.!]?",
            r"(?:(?:bitte )?(?:geben sie )?ihre )?e-mail-adresse(?: ein(?:geben)?)?|(?:vielen dank|"
            r"danke) für (?:ihre|"
            r"deine) anmeldung[.!]?|(?:din|ditt|je|uw) e-?(?:post|mail)(?:adress\w{0,2})?|ange din e-post\w{0,8}|"
            r"sähköpostiosoite(?:si)?",
        ),
        spoken=False,
        hits=(
            "Enter your email address",
            "You have successfully subscribed to our newsletter.",
            "Thank you for subscribing!",
            "Ongeldig e-mailadres. Vul nogmaals in aub.",
            "Bitte geben Sie Ihre E-Mail-Adresse ein",
        ),
        misses=(
            "Enter your tax number in box 4.",
            "Thanks for joining us, he said, and left.",
            "You are signed up to die, the sergeant said.",
        ),
    ),
    Rule(
        "subscription_prompt",
        phrase(
            r"(?:[^\n]{2,200}[.!?] )?(?:sign up (?:here )?to (?:receive|get) (?:our|the) (?:biggest|best|latest|top|"
            r"most)\b"
            r"[^\n]{2,120}|click here to subscribe[.!]?)",
        ),
        near=("sign up ", "click here to subscribe"),
        spoken=False,
        hits=(
            "The Post is a nonprofit newsroom. Sign up to receive our biggest stories as soon as they’re published.",
            "Our programme pays for reports on the issues that matter. Click here to subscribe.",
        ),
        misses=("Sign up to receive our thanks, the banner read.", "He wrote: click here to subscribe to my theory."),
    ),
    Rule(
        "subscription_prompt",
        phrase(
            r"(?:you(?:['’]re| are) (?:almost )?out of free\b[^\n]{0,80})|jetzt (?:[\w+-]{2,20} ){1,2}(?:abschließen|"
            r"sichern|bestellen|kaufen|buchen|holen|testen) und [^\n.!?]{0,40}lesen[.!]?|you(?:['’]ve|"
            r" have)(?: now)? (?:read|reached|used|viewed|run out of|\d{1,2})\b[^\n.!?]{0,40}\b(?:free|complimentary|"
            r"article limit|monthly limit)\b[^\n]{0,160}",
            r"(?:jetzt |hier |nur )?(?:\d{1,2} (?:wochen|monate|tage)|(?:den )?(?:ersten|einen) monat|"
            r"1 monat) (?:[\w+-]{1,20} ){0,3}(?:für|ab|gratis|kostenlos|zum)\b[^\n.]{0,40}(?:testen|lesen|abonnieren|"
            r"sichern|euro|€|nur)[^\n.]{0,40}[.!]?",
            r"(?:try|get|start your|enjoy|subscribe|join)\b[^\n.!?,]{0,40}\b(?:for|from)(?: just|"
            r" only)? [$£€]\d[^\n.!?,]{0,60}[.!]?",
            r"(?:(?:jetzt )?(?:weiterlesen|lesen sie weiter|mehr lesen|jetzt lesen|"
            r"alles lesen) )?mit (?:[\w-]{1,20} ){0,2}(?:plus|\+|premium|abo|digitalabo|\w{2,12}\+)(?: weiterlesen|"
            r" lesen| testen)?[.!]?",
            r"(?:want to|would you like to|ready to|(?:möchten|wollen) sie|wil(?:t u| je)|vill du|vil du|haluatko|"
            r"sie (?:möchten|wollen)) [^\n?]{0,40}\b(?:read|keep|continue|see|lesen|weiterlesen|lezen|verder|läsa|"
            r"lese|læse|lukea|jatkaa)\b[^\n?]{0,60}\?(?: (?=[^\n]{0,100}(?:subscri|\babo|logg|log in|sign|prenumer|"
            r"\bbli|køb|kjøp|köp|tilaa|kirjaudu|regist|account|konto|member|mitglied|anmeld|testen|probeer|"
            r"word))[^\n]{0,200})",
            r"(?:bli|bliv|word|werden sie|werde|become an?|køb|kjøp|köp|tilaa|starta|start|"
            r"neem(?: een)?) (?:[\w-]{1,20} )?(?:prenumerant|abonnent|abonnee|abonnement|medlem|lid|digilehti|"
            r"subscriber|supporter|mitglied|member)(?: (?:og|och|en|und|and|ja|för|for|om|to|today|now|idag|i dag|nu|"
            r"nå|jetzt)\b[^\n.!?]{0,60})?[.!]?",
        ),
        spoken=False,
        hits=(
            "You've read all of your free articles this month.",
            "Jetzt 4 Wochen für 1 Euro testen",
            "Weiterlesen mit Plus",
            "Vil du lese mer? Bli abonnent",
            "Vill du läsa hela artikeln? Logga in eller bli prenumerant",
            "Word abonnee en lees verder",
            "Get unlimited access for $1 a month.",
        ),
        misses=(
            "Want to read more books? Start small.",
            "You have read the free press, he said.",
            "Mit Verlusten",
            "Vil du læse, må du have ro.",
            "Become a member of the council, they told her.",
        ),
    ),
    Rule(
        "subscription_prompt",
        phrase(
            r"testen sie (?:jetzt )?unser(?:e|en)? (?:angebot|\w{0,12}abo)\b[^\n]{0,100}|tilaajille|"
            r"(?:det här|detta|dette|denne) (?:är|er) (?:en |ett |et )?låst artik\w{2,4}[^\n]{0,160}|"
            r"bliv en del af fællesskabet [^\n]{2,160}|(?:kako|da) biste (?:pročitali|nastavili)\b[^\n.!?]{0,60}"
            r"(?:pretplatite|prijavite|registrirajte|registrujte) se\b[^\n]{0,100}",
            r"you(?: have|['’]ve got| still have) (?:\d{1,2}|one|two|three|no|"
            r"a few)(?: more)? (?:free )?(?:articles?|"
            r"stories|story|reads?|visits?)\b[^\n]{0,100}",
            r"(?:not (?:yet )?an? (?:subscriber|member)(?: yet)?|don['’]t have an account(?: yet)?|new (?:here|"
            r"to [\w ]{2,30})|noch kein(?:e[nr]?)? (?:\w{1,10}-?)?(?:abo|abonnent(?:in)?|konto|mitglied)|"
            r"nog geen (?:abonnee|account|abonnement|lid)|(?:inte|ännu inte|ikke|endnu ikke|"
            r"ikke ennå) (?:prenumerant|"
            r"abonnent|kund|kunde|medlem)|etkö (?:ole )?(?:vielä )?(?:ole )?tilaaja)(?: yet)? ?\?(?: [^\n]{0,120})?",
            r"(?:(?:sie )?lesen sie )?(?:den|das|die) (?:ganzen?|kompletten?|vollständigen?|ausführlichen?|"
            r"gesamten?) (?:artikel|text|bericht|interview|beitrag|porträt|reportage|gespräch|bericht) (?:lesen sie|"
            r"finden sie|gibt es|mit|in der|auf|hier|im|lesen)\b[^\n!?]{0,120}[.!]?",
        ),
        scope="tail",
        spoken=False,
        hits=(
            "You have one free article remaining this month.",
            "Testen Sie unser Angebot. Jetzt weiterlesen mit Post+",
            "Det här är en låst artikel. Logga in som kund för att läsa vidare",
            "Not a subscriber? Join from £1",
            "Den ganzen Artikel lesen Sie in der Ausgabe vom Samstag.",
            "Ikke abonnent? Få tilgang nå",
        ),
        misses=(
            "You have two stories to tell, he told them.",
            "Den ganzen Artikel habe er nie gelesen, sagte er.",
            "Not a member of the council, he left.",
        ),
    ),
    Rule(
        "newsletter",
        phrase(
            r"(?:never miss|don['’]t miss|missa (?:inget|inte)|gå ikke glipp av|gå ikke glip af|(?:mis |"
            r"wil je )?niets (?:meer )?(?:missen|mis)|mis niets|(?:keine?n? [\w-]{3,20}|nichts)(?: mehr)? verpassen|"
            r"älä missaa|(?:stay|keep|be|bleiben sie|bleib|blijf|håll dig|hold deg|hold dig|"
            r"pysy) (?:up[- ]to[- ]date|"
            r"informed|updated|in the loop|in the know|ahead|connected|the first|auf dem laufenden|immer informiert|"
            r"informiert|op de hoogte|uppdaterad|oppdatert|opdateret|ajan tasalla))\b[^\n]{0,60}(?:[-–—:!?.,]| en|"
            r" und| and| och| og| by| with)[^\n]{0,60}\b(?:newsletter|app\w{0,3}|alerts?|notif\w{2,12}|"
            r"nyhe\w{2,8}brev\w{0,3}|nieuwsbrief|uutiskirje\w{0,4}|subscri\w{1,5}|follow|sign up|abonnier\w{0,3}|"
            r"abonnenz?|prenumerera|abonner|kanal\w{0,3}|push\w{0,12}|mail|whatsapp|google|instagram|"
            r"facebook)\b[^\n]{0,100}",
            r"[^\n.!?]{0,60}\b(?:news|stories|headlines|updates|best|nyheter\w{0,3}|nyheder\w{0,3}|nachrichten|"
            r"nieuws|"
            r"uutiset|wichtigste|delivered|straight)\b[^\n.!?]{0,40} (?:in|to|i) (?:your|din|dit|je|uw|ihr|"
            r"dein) (?:inbox|indbakke|innboks|inkorg|mailbox|e-?post|postvak|postfach)\b[^\n.!?]{0,60}[.!]?|(?:jeden|"
            r"täglich|immer|each|every|elke|varje|hver)\b[^\n.!?]{3,60} (?:per|by|via|på) e-?(?:mail|"
            r"post)\b[^\n.]{0,60}[.!]?|[^\n.!?]{0,40} per mail ?: unser newsletter",
            rf"[^\n.!?]{{2,60}}[?!:–-] ?(?:{_SIGN_UP})\b[^\n.!?]{{0,60}}\b{_LETTER}\b[^\n]{{0,80}}",
        ),
        scope="tail",
        spoken=False,
        near=(
            *_NEAR,
            *"glipp glip verpassen niets bleib blijf indbakke innboks inkorg postvak postfach e-post".split(),
            *("never miss", "don't miss", "don’t miss", "missa in", "älä missaa", "hold d", "håll d", "pysy a"),
            *("stay ", "be the first", "be in the", "be informed", "keep up", "keep inf", "keep con"),
        ),
        hits=(
            "Stay up to date: turn on notifications for the Post app",
            "Få de vigtigste nyheder i din indbakke",
            "Niets missen? Schrijf je in voor de dagelijkse nieuwsbrief",
            "Missa inget – ladda ner appen",
        ),
        misses=(
            "Missa inte tåget.",
            "Stay informed, he told her.",
            "Bleib auf dem Laufenden",
            "Never miss a bus, the driver said, and follow the signs.",
        ),
    ),
    Rule(
        "subscription_prompt",
        phrase(
            r"(?:this|the|it) (?:article |story |content )?is an? (?:subscriber|member|premium|"
            r"plus)s?[- ](?:exclusive|only|article|story|content|benefit)\b[^\n]{0,80}|(?:subscribers|"
            r"members)(?: only|-only| exclusive| can (?:read|access|listen|view|watch)\b[^\n.!?,]{2,100})[.!]?|"
            r"(?:premium|subscriber|member)s?[- ](?:content|exclusive|only)",
            r"(?:denne |den här |dette |det här |tämä |dit |dieser |deze )?(?:artikkelen|saken|artiklen|artikeln|"
            r"artikkeli|juttu|artikel|innholdet|indholdet|innehållet|sisältö|inhalt|text|teksten|texten) (?:(?:er|är|"
            r"on|is|ist|kun|bare|endast|bara|vain|alleen|nur|exklusivt?|forbeholdt|tarkoitettu|for|för|voor|für|våre|"
            r"vores|våra|onze|unsere) ){1,5}(?:plus-?|digital-?)?(?:abonnenter|prenumeranter|tilaajille|abonnees|"
            r"abonnenten|abonnentinnen und abonnenten|medlemmer|medlemmar|leden)\.?",
            r"thank(?:s| you) for (?:reading|visiting)\b[^\n]{0,60}\b(?:subscri|support|donat|member|regist|"
            r"newsletter|sign up)\w{0,6}\b[^\n]{0,80}|(?:get|enjoy|discover|read) more\b[^\n.!?,]{0,60} by "
            r"(?:subscribing|signing up|becoming an?|joining|downloading)\b[^\n.!?,]{0,60}[.!]?",
            r"(?:become|join|be) (?:an? )?(?:[\w-]{1,20} ){0,2}(?:supporter|subscriber|member|patron)(?: (?:today|"
            r"now|"
            r"and|to|for|from)\b[^\n.!?,]{0,60})[.!]?",
        ),
        scope="tail",
        spoken=False,
        hits=(
            "This is a subscriber exclusive.",
            "Denne artikkelen er for abonnenter",
            "Tämä artikkeli on vain tilaajille",
            "Thanks for reading. Subscribe for unlimited access.",
            "Get more from the Post by subscribing to our morning email",
        ),
        misses=(
            "This is a member of the council.",
            "Members can vote by post.",
            "Artiklen er kun halv sandhed.",
            "Thanks for reading.",
        ),
    ),
    Rule(
        "newsletter",
        phrase(
            r"[^\n]{5,220}\b(?:direkt |gratis |kostenlos |bequem ){0,2}in (?:ihr(?:em)?|dein(?:em)?) (?:e-?mail-?|"
            r"digitales )?(?:postfach|mailfach|posteingang)\b[^\n]{0,60}",
            r"[^\n.!?\"“”]{5,200}\bdelivered (?:(?:straight |right |directly |free )?to your (?:inbox|e?-?mail|door)|"
            r"(?:every|each) (?:morning|day|week|evening|weekday|friday|saturday|sunday|monday)|(?:daily|weekly|"
            r"monday|weekdays)(?: (?:through|to) \w{5,9})?)[.!]?(?: (?:sign up|subscribe|register)[^\n]{0,60})?",
            r"(?:our|the)(?: [\w'’&-]{2,20}){0,4} (?:e?-?mail|newsletter) (?:breaks? down|brings|delivers|rounds up|"
            r"is our|is your|gives you|tells you|unpacks|guides) [^\n]{3,200}",
            r"[^\n.!?\"“”]{3,160}\bpar e-?mail|[^\n.!?\"“”]{3,160}\ben (?:tu|su) correo(?: electrónico)?[.!]?",
            r"(?:sigue|siga|seguí) toda la información [^\n.!?]{2,60} en [^\n.!?]{2,60}\bnewsletter\b[^\n]{0,40}",
            r"اشترك (?:لتصلك|ليصلك|لتصلكم|في نشرت)[^\n.]{2,60}",
        ),
        spoken=False,
        near=("postfach", "mailfach", "posteingang", "delivered", "mail", "newsletter", "correo", "اشترك"),
        hits=(
            "Alles Wichtige aus dem Freistaat – direkt in Ihrem Postfach. Kostenlos anmelden.",
            "A guide through the most important stories of the morning, delivered Monday through Friday.",
            "Our morning email breaks down the key stories of the day, telling you what’s happening",
            "Commune de votre choix : suivez toute l’actualité locale par e-mail",
            "اشترك لتصلك أهم الأخبار",
        ),
        misses=(
            "The letters were delivered by hand on Monday through the snow.",
            "Il a répondu au maire par e-mail, puis par lettre.",
            "Die Werbung lag in ihrem Briefkasten.",
        ),
    ),
    Rule(
        "subscription_prompt",
        phrase(
            r"(?:log in|sign in|register)(?:, (?:log in|sign in|register))?,? or (?:subscribe|register|log in) to "
            r"(?:save|follow|comment|gift|share|read|bookmark)\b[^\n.!?]{0,60}[.!]?",
            r"você tem \d{1,3} (?:acessos|artigos|matérias|textos)\b[^\n]{0,160}|você já conhece as vantagens de ser "
            r"assinante[^\n]{0,300}|benefício do assinante|sua assinatura (?:pode )?val\w{1,4} (?:ainda )?mais",
            r"(?:ten artykuł czytasz|czytasz (?:ten )?artykuł) (?:w ramach|dzięki)\b[^\n.]{0,80}\.?",
            r"lecture du [^\n.]{2,30} en cours sur un autre appareil\.?|vous pouvez lire [^\n.]{2,40} sur un seul "
            r"appareil à la fois\.?",
            r"[^\n。]{0,40}(?:お得な|無料)(?:キャンペーン|トライアル)(?:を)?実施中[!！。]?",
        ),
        hits=(
            "Log in, register or subscribe to save articles for later.",
            "Você tem 7 acessos por dia para dar de presente. Qualquer pessoa poderá ler.",
            "Ten artykuł czytasz w ramach bezpłatnego limitu",
            "Lecture du Marlingeois en cours sur un autre appareil.",
        ),
        misses=(
            "Log in, he said, or leave.",
            "Você tem 7 dias para pagar a conta.",
            "La lecture est en cours de perfectionnement.",
        ),
    ),
    Rule(
        "newsletter",
        phrase(
            r"(?:få|motta|modtag|saa|hanki) [^\n.!?]{3,80}\b(?:nyhedsbrev|nyhetsbrev|nyhetsbrevet|nyhedsbrevet|"
            r"uutiskirje\w{0,4})\b[^\n.!?]{0,60}[.!]?",
            r"(?:toutes (?:les|nos) newsletters|alle newsletter|todas las newsletters|tutte le newsletter|"
            r"all newsletters)",
            r"votre (?:adresse )?(?:e-?mail|mail|adresse (?:e-?mail|mail)) est (?:collectée|traitée|utilisée|"
            r"destinée)[^\n]{3,250}|l['’]essentiel du \d{2} ?: [^\n]{3,120}",
            r"[^\n.!?]{3,60}: die kostenlosen newsletter [^\n]{3,160}|get [^\n.!?]{3,60} sent (?:straight |"
            r"directly )?to your (?:whatsapp|phone|inbox)\b[^\n]{0,60}",
        ),
        hits=(
            "Få det store overblik med JP's nyhedsbrev Morgenbriefing",
            "Toutes les newsletters",
            "Votre adresse mail est collectée par Le Marlingeois pour vous permettre de recevoir nos actualités",
            "Get the latest breaking news sent straight to your WhatsApp by clicking here",
        ),
        misses=(
            "Få ved, hvad det koster at lave et blad",
            "Votre adresse est connue de la mairie",
            "Get the letter sent to the mayor",
        ),
    ),
    Rule(
        "subscription_prompt",
        phrase(
            r"you can save this article by registering[^\n]{0,120}|(?:suscribite|suscríbete|suscríbase|assine|"
            r"abbonati|abonnez-vous) (?:a |à |al |o |ao )?[^\n.!?,]{2,30} (?:para|per|pour) (?:leer|ler|leggere|"
            r"lire|acceder|acessar|accedere|accéder)\b[^\n]{0,80}",
            r"mehr aus [^\n.!?]{2,30} bei [^\n.!?]{2,25} ?(?:plus|\+|premium)",
        ),
        hits=(
            "You can save this article by registering for free here. Or sign-in if you have an account.",
            "Suscribite a Marling para leer esta nota y todas las que quieras.",
            "Mehr aus Berlin bei Heidepost Plus",
        ),
        misses=(
            "You can save this article, he said",
            "Suscribite a la vida",
            "Mehr aus Berlin",
        ),
    ),
    Rule(
        "newsletter",
        phrase(
            r"(?:make sense of|wake up to|catch up on|keep up with|start your (?:day|morning)|never miss|get|receive|"
            r"stay up to date|the best of|your (?:daily|weekly)|stay ahead)\b[^\n\"“”]{3,200}\b(?:in|to|"
            r"into) your inbox"
            r"[.!]?(?: [^\n.!?]{2,60}[.!]?)?",
            r"new (?:subscribers|customers) only\b[^\n]{0,200}",
        ),
        spoken=False,
        hits=(
            "Make sense of the day’s news and ideas in your inbox. Get it sent to you.",
            "New subscribers only. £7.99/mo. after free trial. Plan auto-renews until cancelled.",
        ),
        misses=(
            "Get rid of the mails in your inbox, she said, and you will sleep.",
            "The new subscribers only stayed a month.",
        ),
    ),
)
