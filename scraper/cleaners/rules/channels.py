"""Lines that ask the reader to share, to get the app, to follow a channel."""

from __future__ import annotations

from scraper.cleaners.rules.rule import OURS, Rule, phrase

_NETWORKS = (
    r"(?:twitter|facebook|instagram|x|whatsapp|google (?:news|haberler|noticias|notícias|новости|новини)|telegram|"
    r"threads|bluesky|linkedin|youtube|tiktok|pinterest|"
    r"viber|signal|vk|ok|livejournal|одноклассники|мой мир|вконтакте|телеграм|телеграме|дзен[е]?|фейсбуку?)"
)
_NAMED = _NETWORKS.replace("|x|", "|")
"""Networks whose names are no letter."""
_JOIN = (
    r"[¡¿]?(?:please )?(?:join|follow|subscribe to|check out|watch|visit|like|find|folge|folgen sie|folgt|"
    r"abonnier(?:e|t|en sie)|tritt|treten sie|besuche|besuchen sie|schau|schauen sie|rejoignez|rejoins|suivez|"
    r"abonnez-vous|retrouvez|únete|únase|sigue|siga|suscríbete|suscríbase|visita|mira|entra|entre|iscriviti|segui|"
    r"seguí|sumate|unite|suscribite|"
    r"seguite|unisciti|inscreva-se|participe|acesse|junte-se|subscreva|faça parte|volg|abonneer je|word lid|bekijk|"
    r"bezoek|dołącz|obserwuj|śledź|(?:za)?subskrybuj|zapraszamy|odwiedź|sledujte|odebírejte|připojte se|följ|"
    r"prenumerera|gå med|følg|bli med|bliv|seuraa|liity|tilaa|kövess\w{0,3}|csatlakozz\w{0,3}|iratkozz\w{0,3}|"
    r"urmări(?:ți|ți-ne|ește)|abonează-te|alătură-te|подписывайтесь|подпишитесь|присоединяйтесь|следите|"
    r"підписуйтесь|підпишіться|приєднуйтесь|стежте|ακολουθήστε|εγγραφείτε)"
)
_SHARE = (
    r"(?:kindly )?share|teilen|merken|drucken|partager|partagez|imprimer|compartir|comparte|condividi|stampa|"
    r"compartilhar|"
    r"compartilhe|partilhar|partilhe|delen|deel|dela|del|jaa|udostępnij|drukuj|sdílet|sdílejte|zdieľať|paylaş|"
    r"megosztás|megosztom|distribuie|поделиться|поділитися|поширити|κοινοποίηση|κοινοποιήστε|シェア(?:する)?|共有|"
    r"공유(?:하기)?|"
    r"分享|分享到|转发|شارك|مشاركة|शेयर करें|print|copy link|link kopieren|copier le lien|copiar (?:enlace|link)|"
    r"copia link|"
    r"μοιραστείτε|分享到(?:微信|微博|朋友圈)|bagikan|sebarkan|podziel się|oszd meg|(?:この)?記事をシェア(?:する)?|"
    r"kopier (?:lenke|link)|kopiera länk|kopioi linkki|kopiuj link|kopírovat odkaz|bağlantıyı kopyala|कॉपी लिंक|"
    r"kommentare|"
    r"comments?|gift this article|save|facebook|twitter|whatsapp|e-?mail"
)
_OBJECT = (
    r"(?:this|article|this article|this story|this post|dit bericht|denna artikel|denne saken|diesen beitrag|on|auf|"
    r"via|story|now|diesen artikel|artikel|cet article|l['’]article|sur|en|este artículo|artículo|noticia|"
    r"questo articolo|articolo|su|este artigo|artigo|matéria|no|na|dit artikel|op|artikeln|artikkelen|artiklen|på|"
    r"artikkeli|artykuł|článek|haberi|cikket|articolul|статьёй|статьей|новиною|новостью|άρθρου|по почте|"
    r"в соци?альных сетях|в соцсетях|у соцмережах|в соцмережах|sur les réseaux sociaux|en (?:tus |"
    r"las )?redes sociales|"
    r"nas redes sociais|sui social|w mediach społecznościowych|na sociálních sítích|di media sosial|artikel ini|"
    r"berita ini|esta (?:noticia|nota|notícia|matéria)|questa notizia|ten (?:artykuł|tekst|materiał)|tento článek|"
    r"facebooku|twitteru|facebookon|новость|статью|το άρθρο|в)"
)
_BUTTON = rf"(?:{_SHARE})\b:?(?: (?:{_OBJECT}|{_NETWORKS}|email|to a friend)\b){{0,6}}:?"
"""A button, or the words that lead a row of them."""
_US = (
    r"(?:(?:obserwuj(?:cie)?|polub|śledź|znajdziesz|sledujte|najdete) n[aá]s|(?:suivez|rejoignez|retrouvez)-nous|"
    r"síguenos|"
    r"síganos|seguinos|encuéntranos|siga-nos|nos siga|seguici|trovaci|ci trovi|dołącz do nas|"
    r"přidejte se k nám|(?:kövess\w{0,3}|keress\w{0,3}) (?:minket|bennünket)|csatlakozz\w{0,3} hozzánk|"
    r"(?:ikuti|temukan|gabung|bergabung)(?: (?:bersama|dengan))? kami|(?:подписывайтесь|подпишитесь) на нас|"
    r"присоединяйтесь к нам|следите за нами|(?:читайте|слушайте|смотрите) нас|(?:читайте|слухайте|дивіться) нас|"
    r"підписуйтесь на нас|(?:долучайтесь|приєднуйтесь) до нас|стежте за нами|ακολουθήστε μας|βρείτε μας)"
)
"""Words that ask the reader to come to the paper's own channels."""
_CHANNELS = (
    r"(?:google|facebook|instagram|twitter|telegram|whatsapp|youtube|tiktok|viber|spotify|apple podcasts|threads|"
    r"bluesky|linkedin|вконтакте|телеграм|дзен|фейсбук|одноклассник|инстаграм|вайбер|ютуб|rutube)\w{0,6}"
)
_GROUP = (
    r"(?:canal\w{0,3}|channels?|kan[aá][lł]\w{0,5}|chaîne|canau\w{0,3}|grupos?|gruppen?|grupp[oi]|groups?|groupes?|"
    r"community|comuni\w{2,6}|csatorn\w{1,5}|csoport\w{0,5}|канал\w{0,3}|групп\w{1,2}|груп\w{1,2}|saluran|grup|"
    r"κανάλι|चैनल|채널|チャンネル|频道|頻道|قناة|قناتنا)"
)
"""What one joins on a network."""
_APP = (
    r"(?:app|apps|appli|application|aplicación|aplicativo|aplicação|applicazione|aplikac\w{1,4}|appen|sovellu\w{1,8}|"
    r"[\w-]{0,30}sovellus|uygulama\w{0,8}|приложение|застосунок|εφαρμογή|alkalmazás\w{0,6}|aplicația)"
)

ROWS = (
    Rule(
        "share",
        phrase(
            rf"(?>{_BUTTON})(?:[ |·,/](?>{_BUTTON})){{0,8}}",
            r"(?:share|like) this ?:|diesen (?:artikel|beitrag) (?:teilen|drucken):?|(?:print|save|email) this "
            r"(?:page|article):?",
            r"(?:suivez-nous|síguenos|seguici|siga-nos|folgen sie uns|folge uns|volg ons|följ oss|følg oss|følg os) "
            r"(?:sur|en|su|nas|auf|in|op|i|på) [^\n.!?]{0,30}(?:réseaux|redes|social|sozialen|"
            r"sosiale)[^\n.!?]{0,40}[.!]?",
            r"(?:follow|like|find|folgen sie|folge|folgt|suivez|síguenos|siga|sigue a|segui|seguici|volg|följ|følg|"
            r"seuraa|"
            r"śledź|obserwuj|sledujte|urmărește|urmăriți|kövess|kövessen) (?:us|uns|nous|ons|oss|os|meitä|nas|nás|"
            r"minket|@?[\w.]{2,30}|[\w.]{2,30} [\w.]{2,20}) "
            rf"(?:on|auf|sur|en|su|op|bei|no|na|på|w|pe|a) (?:{_NETWORKS})(?![\w-])[^\n]{{0,300}}",
            rf"(?:suivez-nous|síguenos|siga-nos|seguici|kövessen minket|seuraa meitä) [^\n.!?]{{0,20}}\b{_NETWORKS}\b"
            r"[^\n]{0,120}",
            rf"(?:подписывайтесь|підписуйтесь|подпишитесь|підпишіться) на "
            rf"[^\n.!?]{{0,40}}\b{_NETWORKS}\b[^\n]{{0,120}}",
            rf"(?:ακολουθήστε|bizi) [^\n!?]{{0,40}}\b{_NETWORKS}\b[^\n]{{0,120}}",
            r"(?:bu |şu )?(?:haberi|yazıyı|makaleyi) paylaş(?:ın)?[.!]?|分享让更多人看到|"
            r"기사 url이 복사되었습니다\.?|follow us on social media|sledujte nás na sociálních sítích|"
            r"chia sẻ (?:bài (?:viết|báo)|tin) (?:này )?(?:qua|lên|trên) [^\n.!?]{2,30}|अपने दोस्तों (?:के साथ|से) "
            r"शेयर "
            r"करें|关注",
        ),
        hits=(
            "Share this article",
            "Teilen",
            "Compartir en Whatsapp Compartir en Facebook Copiar enlace",
            "Email to a Friend Share on X Print this Article",
            "Follow us on Twitter",
            "Segui Repubblica Marling su Facebook e Instagram",
            "Follow Metro.co.uk on Facebook for the latest.",
            "Partager sur Facebook",
            "Подписывайтесь на наш канал в Telegram",
            "Chia sẻ bài viết qua email",
            "Поделиться: ВКонтакте Одноклассники LiveJournal Мой Мир",
        ),
        misses=(
            "Share prices fell on Monday.",
            "Print is dead, long live print.",
            "Teilen ist eine Tugend.",
            "Partager le pouvoir",
            "Deel 2",
        ),
    ),
    Rule(
        "app_prompt",
        phrase(
            r"(?:for [^\n.!?]{0,60}\b(?:news|stories|updates|headlines)\b[^\n.!?]{0,40} )?"
            r"(?:download|get|install) (?:the|our) [\w &'’-]{0,40}\bapps?\b"
            r"(?: (?:for|to|from|now|today)\b[^\n.]{0,100})?[.!]?",
            r"click here to (?:get|download) [^\n.]{0,40}\bapp\b[.!]?",
            r"(?:jetzt|hier) (?:die |unsere )?[\w &'’-]{0,40}\bapp (?:laden|herunterladen|installieren|holen)\b"
            r"[^\n.]{0,100}[.!]?",
            r"(?:téléchargez|descarga|descárgate|descargue|scarica|baixe|descarregue|pobierz|ściągnij|ladda ner|last "
            r"ned|"
            r"hent|stáhněte si|stiahnite si|lataa|töltse le|töltsd le|descarcă|descărcați|скачайте|установите|"
            rf"завантажте|встановіть|κατεβάστε) [^\n.]{{0,40}}\b{_APP}\b[^\n.]{{0,100}}[.!]?",
            r"download (?:(?:nu|gratis|hier) )?(?:onze|de|appen|vores) [^\n.]{0,30}\bapp(?:en)?\b[^\n.]{0,100}[.!]?",
            r"(?:unduh|download|instal) (?:sekarang )?aplikasi\b[^\n.]{0,80}[.!]?",
            r"(?:(?:son dakika|en son|güncel|haber)[^\n.!?,]{0,40} için )?(?:ücretsiz )?(?:mobil "
            r")?uygulama(?:mızı|yı|sını)? (?:hemen )?indir(?:in|mek için[^\n.]{0,60})?[.!]?",
            r"(?:点击)?下载[^\n。]{0,20}(?:客户端|app)|(?:حمّل|حمل) تطبيق[^\n.]{0,60}",
        ),
        hits=(
            "Download the Marling Post app for breaking news alerts",
            "Get our app today!",
            "For the latest stories and weather updates download the Marling Post apps for phones.",
            "Jetzt die Heidepost-App laden und keine Nachricht verpassen",
            "Téléchargez notre application pour suivre l’actualité",
            "Ladda ner vår app",
            "Скачайте наше приложение",
        ),
        misses=(
            "Download the app, he told the minister, and you will see.",
            "Die App laden viele nur einmal.",
            "Get the app store to answer.",
            "Descarga eléctrica sobre el puente.",
        ),
    ),
    Rule(
        "app_prompt",
        phrase(
            r"[^\n。]{0,30}アプリ(?:を|の)(?:無料)?ダウンロード[^\n。]{0,30}|[^\n.]{0,20}앱 (?:다운로드|"
            r"설치)[^\n.]{0,20}|"
            r"[^\n।]{0,60}(?:ऐप|एप) डाउनलोड करें|[^\n]{0,60}डाउनलोड करें [^\n]{0,120}\bapps?\b[^\n]{0,60}",
        ),
        near=("アプリ", "앱 ", "ऐप", "एप", "डाउनलोड"),
        hits=("無料アプリをダウンロード", "앱 다운로드", "खबरों के लिए डाउनलोड करें Android News App, अपने मोबाइल पे|"),
        misses=("アプリは橋の状態を知らせる。", "앱 개발자는 다리를 건넜다."),
    ),
    Rule(
        "channel_prompt",
        phrase(
            r"\++ (?=[^\n+]{0,160}\b(?:unser\w{0,2}|our)\b)[^\n+]{0,160}\b(?:whatsapp|telegram|newsletter|app|"
            r"kanal)\b"
            r"[^\n+]{0,80} ?\++",
            r"(?:folgst du|folgen sie)(?: uns)? (?:schon|bereits) [^\n?]{0,50}\?",
            r"(?:abonniere|folge|folgen sie) (?:jetzt )?(?:dem|den|unserem|unseren) [\w-]{0,20}kanal[^\n]{0,200}",
            rf"{_JOIN}(?=[^\n.!?]{{0,60}}{OURS})(?=[^\n.!?]{{0,80}}\b(?:{_NAMED}|podcasts?|podd|"
            rf"podkast))[^\n.!?,;\"“”„«»]{{1,120}}"
            r"(?:[.!](?: [^\n\"“”„«»]{0,120})?)?",
            r"¿(?:ya )?sab[íi]as que [^\n?]{0,60}\btenemos\b[^\n?]{0,40}\?[^\n]{0,160}",
            r"(?:donate|support us|jetzt spenden|faire un don|dona ahora|doe een donatie)(?: now| today)?!?",
            r"if you (?:appreciate|like|value|enjoy|enjoyed) (?:our|this) [^\n.!?,]{2,40},? (?:please )?(?:consider|"
            r"support|donate|"
            r"subscribe)\b[^\n]{0,160}",
            r"unterstützen sie (?:uns|unsere? [^\n.!?]{2,40})(?: mit [^\n.!?]{2,40})?[.!]?|wenn ihnen unsere? "
            r"[^\n.!?,]{2,40} "
            r"gefällt, (?:unterstützen|spenden|abonnieren) [^\n]{2,160}",
            r"(?:receba|recibe|reciba|recevez|ricevi|erhalten sie|get|receive) [^\n.!?]{2,60}\b(?:no seu|en tu|en su|"
            r"sur votre|"
            r"auf ihr\w{0,2}|on your|sul tuo) (?:celular |móvil |phone )?(?:whatsapp|telegram)\b[^\n]{0,60}",
            r"támogasd te is (?:a |az )?[^\n.!?]{2,30}!|"
            r"urmărește (?:știrile|noutățile) [^\n!?]{2,40} (?:și )?pe "
            r"google news",
            r"support (?-i:[A-Z])[^\n.!?,]{1,30}['’]s? journalism\b[^\n.!?,]{0,60}[.!]?",
            r"support our (?:journalism|work|newsroom)\b(?:: | by | with | from | and )?[^\n.]{0,100}",
            r"(?:sostieni|sustenta|apoya|apoie|soutenez|wesprzyj|"
            r"podpořte) (?=[^\n:]{2,40}: )[^\n]{0,40}: [^\n]{0,120}\b(?:noi|nosotros|nous|nami|námi|"
            r"nosso|nostr\w|nuestr\w|notre)\b[^\n]{0,60}",
            r"os leitores são a força e a vida do jornal|"
            r"o contributo do [^\n]{2,30} para a vida democrática[^\n]{0,350}",
            r"google (?:news|haberler)['’]?(?:te|e|de)? (?:abone ol\w{0,3}|takip et\w{0,3})",
            r"لمتابعة [^\n.،]{2,30} (?:انضم|تابع|اشترك)\w{0,3} [^\n.]{2,60}",
        ),
        hits=(
            "+++ Alle Nachrichten gibt es auch auf unserem WhatsApp-Kanal +++",
            "Támogasd te is a Marlingot!",
            "Support THE MARLING POST's journalism of integrity and credibility",
            "Support our journalism: become a member from £3 a month",
            "Google News'te Abone Ol",
            "Sostieni marling.it: se credi nelle nostre battaglie, combatti con noi!",
            "Folgst du schon der Heidepost auf Whatsapp?",
            "Join our Telegram channel!",
            "Rejoignez notre chaîne WhatsApp",
            "¿Sabías que tenemos canal de Telegram? Únete aquí.",
        ),
        misses=(
            "Join our neighbours on the quay.",
            "“Follow our YouTube channel,” the mayor said.",
            "Follow our river to the sea, says a song on YouTube.",
            "+++ 14:05 WhatsApp ist gestört +++",
            "Support our journalism and you support the town, he said. It does.",
        ),
    ),
    Rule(
        "channel_prompt",
        phrase(
            rf"{_JOIN} [^\n.!?\"“”„«»]{{0,60}}\b{_GROUP}(?: [^\s.!?\"“”„]{{1,20}}){{0,6}} "
            rf"{_NAMED}(?![\w-])[^\n]{{0,100}}",
            rf"{_JOIN} [^\n.!?\"“”„]{{0,60}}\b{_NAMED}[ -]{_GROUP}\b[^\n]{{0,100}}",
            r"(?:posts|stories|updates) from this (?:author|topic) will be [^\n.!?]{2,120}\.?|follow topics and "
            r"authors [^\n.!?]{2,200}\.?|follow related authors and topics|authors and topics you follow will be "
            r"[^\n.!?]{2,120}\.?",
            r"(?:simak|dapatkan|ikuti|baca) [^\n!?]{2,200}\b(?:whatsapp|telegram|google news)\b[^\n]{0,250}",
            r"[^\n.!?]{2,30} pratite (?:putem|i na|na) [^\n!?]{2,160}|pratite nas (?:na|i na|putem) [^\n!?]{2,120}",
            r"(?:theo dõi|đăng ký) [^\n.!?]{2,60} (?:trên|qua) (?:facebook|zalo|google news|youtube|tiktok)[^\n]{0,60}",
            r"לחצו כאן (?:להצטרפות|כדי להצטרף|להרשמה)[^\n]{0,100}|הצטרפו (?:לערוץ|לקבוצת) [^\n]{2,80}|"
            r"[^\n.!?؟]{2,40} را در [^\n.!?؟]{2,60} دنبال کنید\.?",
            r"(?:扫码|点击|长按)[^\n。]{0,10}(?:下载|关注|识别)[^\n。]{0,30}",
            r"(?:ajoutez|añade|añada|agrega|agregá|adicione|aggiungi|dodaj|přidejte|lägg till|tilføj) "
            r"[^\n.!?]{1,40}\b(?:(?:sources?|fuentes?|fontes?|fonti?) (?:préfér|favorit|preferid|preferit|"
            r"favorit)\w{1,3}"
            r"|(?:ulubion|preferovan)\w{1,3} \w{3,10})\b[^\n]{0,80}",
            r"(?:sekite|последвайте|sekojiet) [^\n!?]{2,80}\b(?:google|facebook|instagram|telegram|youtube|twitter|"
            r"viber)\b"
            r"[^\n]{0,120}",
            r"(?:کانال|صفحه|اینستاگرام|تلگرام) [^\n.!?؟]{2,60} را دنبال کنید[^\n.!?؟]{0,40}",
            r"get (?:current|the latest|latest) updates on [^\n.!?]{3,200}[.!]?|unlock a world of "
            r"benefits\b[^\n]{3,300}",
            r"get (?:the )?latest [^\n.!?]{2,60}\b(?:news|updates|headlines)\b[^\n.!?]{0,60} (?:on|at|from|with) "
            r"(?-i:[A-Z])[^\n.!?,]{2,30}\.?",
            rf"get [^\n.!?]{{2,60}} on (?:our )?{_NAMED}(?: {_GROUP})?[.!]? (?:click|tap|join|follow)\b[^\n]{{0,60}}",
            r"(?:segui|seguici|suivez|sigue|siga|follow|folgen sie|volg|śledź|obserwuj) [^\n!?,]{2,40} "
            r"(?:sui|en|nas|on|auf|na|op|sur|w) (?:i |les |las |our |unseren |onze )?(?:nostri )?"
            r"(?:social|réseaux|redes|sozialen|mediach|sociálních)\b[^\n.!?,]{0,30}",
            rf"[^\n.!?\"“”]{{0,80}},? click here to (?:join|follow|subscribe)\b(?=[^\n]{{0,80}}(?:{OURS}|{_NAMED}))"
            r"[^\n]{0,160}",
            rf"(?:читайте|смотрите|слушайте|дивіться|слухайте|следите за|стежте за) [^\n.!?,]{{2,40}} (?:в|во|на|у) "
            rf"«?{_CHANNELS}»?[^\n.!?,]{{0,40}}[.!]?",
            r"(?:(?:también )?(?:puedes|podés|puede|podéis) seguir(?:nos)?|(?:você )?(?:também )?pode (?:nos )?seguir|"
            r"(?:puoi|potete) seguir(?:e|ci)|vous pouvez (?:nous |aussi |également ){1,2}suivre|"
            r"(?:sie können|du kannst) (?:uns|dem?) [^\n.!?]{0,40}folgen|you can (?:also )?follow (?:us|(?-i:[A-Z@])))"
            rf"(?=[^\n]{{0,120}}\b(?:{_NAMED}|newsletter|bolet[ií]n))[^\n]{{0,200}}",
        ),
        spoken=False,
        hits=(
            "Participe do canal do Marling Post no WhatsApp",
            "For more local news, click here to join our WhatsApp Channel and also follow us on Instagram",
            "Читайте «Марлинг» в Telegram.",
            "Segui Marling.it sui social",
            "Dapatkan update berita setiap hari dari Marling. Mari bergabung di Grup Telegram, lalu join.",
            "Marling pratite putem aplikacija za Android i mreža Twitter | Facebook",
            "扫码下载马林新闻客户端",
            "Ajoutez Le Marlingeois à vos sources préférées sur Google",
            "Последвайте ни в Google News Showcase",
            "کانال تلگرام مارلینگ را دنبال کنید: @marling",
            "Get the latest city news, including Marling news, on Post of Marling.",
            "Get Post updates on WhatsApp channel. Click here to join",
            "Get Current Updates on India News, Weather Today, Latest News at MP.",
            "Authors and topics you follow will be added to your personal news feed in Following.",
            "Posts from this author will be added to your daily email digest and your homepage feed.",
            "Puedes seguir a LA GACETA en Facebook y X, o apuntarte aquí para recibir nuestra newsletter",
        ),
        misses=(
            "Follow the canal to the bridge that stands on every Facebook page.",
            "You can follow the river on Google Maps.",
            "Get the latest headlines on your own terms, he said.",
            "Ajoutez le sel à vos sources de goût.",
            "Puedes seguir el río hasta el puente.",
            "Смотрите матч в Дзене, посоветовал тренер, а не на стадионе.",
        ),
    ),
    Rule(
        "channel_prompt",
        phrase(
            r"(?:[^\n]{2,250}[.!?] )?(?:abonnieren sie|abonniere|subscribe to|abonnez-vous|hören sie|écoutez|"
            r"escúchal[oa]|"
            r"escucha|ascolta|listen to)\b[^\n.!?]{0,30}\bpodcast\b[^\n.!?]{0,40}\b(?:spotify|apple|deezer|audible|"
            r"amazon)\b"
            r"[^\n]{0,160}",
            r"[^\n.!?]{0,60}\bkanalımız\w{0,3} [^\n.!?]{0,60}(?:katıl|takip|abone)\w{0,8}[^\n]{0,60}",
            r"[^\n.]{0,80}\b(?:gibt es|finden sie|jetzt) (?:auch )?(?:auf|in|"
            r"bei) unserem? [\w-]{0,20}kanal[^\n]{0,60}",
            r"[^\n.!?]{0,120}\bhier geht(?:['’]s| es) zu(?:m|r unserem) [\w-]{0,20}kanal[^\n]{0,80}",
            r"[^\n.!?]{0,120}[.:!] ?(?:abonniere|folge|folgen sie) (?:jetzt )?(?:den|unserem|"
            r"unseren) [\w-]{0,20}kanal"
            r"[^\n]{0,200}",
        ),
        near=("kanal", "podcast"),
        hits=(
            "Alle Nachrichten gibt es auch auf unserem WhatsApp-Kanal",
            "Was heute wichtig war: Folge unserem Whatsapp-Kanal.",
            "Nachrichten direkt auf Ihr Smartphone: Hier geht es zum WhatsApp-Kanal der „Heidepost“",
            "WhatsApp kanalımıza katılın",
            "„Marl“ ist der tägliche Podcast. Abonnieren Sie den Podcast bei Spotify, Apple Podcasts und Deezer.",
        ),
        misses=("Auf unserem Kanal fahren Kähne.", "Der Kanal ist gesperrt: Folgen sind nicht absehbar."),
    ),
    Rule(
        "channel_prompt",
        phrase(
            rf"[^\n.!?]{{2,60}} (?:ya está|está|já está|è|est|ist|jest) (?:también |anche |aussi |auch )?"
            rf"(?:en|no|su|sur|auf|bei|na) {_NAMED}\b[,:!. ]{{1,2}}(?={_JOIN})[^\n]{{0,200}}",
            r"[^\n!?]{2,40} olvasói támogatás[^\n!?]{2,80}[.!] támogasd te is (?:a |az )?[^\n.!?]{2,30}!",
            r"[^\n.!?]{2,40}[?!] pin (?:it|this)(?: (?:post|image|recipe))? for later[.!]?",
        ),
        near=("telegram", "facebook", "instagram", "whatsapp", "támogasd te is", "pin it", "pin this"),
        hits=(
            "Marling Hoy ya está en WhatsApp: sumate a nuestro canal",
            "A Marling egy olvasói támogatásból működő lap. Támogasd te is a munkánkat!",
            "Enjoy the post? Pin it for later!",
        ),
        misses=(
            "El alcalde ya está en WhatsApp, según el diario.",
            "What do you do with a rose? Pin it to your coat!",
        ),
    ),
    Rule(
        "share",
        phrase(
            rf"(?:(?:diesen |den |die )?(?:artikel|beitrag|text|seite|link)|(?:auf|per|via|bei|über) (?:{_NETWORKS}|"
            rf"e-?mail|mail)) "
            r"(?:teilen|weiterleiten|versenden|verschicken|empfehlen|drucken|kopieren|merken|speichern)",
            r"pin (?:(?:it|this)(?: (?:post|image|recipe))? )?for later[.!]?",
            r"teilen sie (?:diesen|den|unseren) (?:artikel|beitrag)[^\n.!?]{0,60}[.!]?|share (?:this|"
            r"the)(?: (?:story|"
            r"article|page|post|news))? (?:with|on|via|by)[^\n.!?,]{2,40}[.!]?|share (?:full|your) (?:article|"
            r"thoughts|story)",
            r"(?:add|make|set|choose|pick|select) [^\n.!?]{1,40} (?:as )?(?:an? |your )?(?:preferred|trusted|"
            r"favou?rite) sources?\b[^\n]{0,80}|[^\n.!?]{0,60}bevorzugte quelle[^\n.!?]{0,20} google[^\n.!?]{0,40}",
        ),
        hits=(
            "Artikel teilen",
            "Auf Facebook teilen",
            "Add us as a preferred source on Google",
            "Share this with friends",
            "Pin it for later!",
        ),
        misses=("Den Artikel teilen viele.", "Share the road with cyclists.", "Add salt as a source of flavour."),
    ),
    Rule(
        "channel_prompt",
        phrase(
            r"(?:listen(?: to)?|subscribe(?: to)?|hear|stream|find|hören sie|hör|abonnieren sie|luister(?: naar)?|"
            r"lyssna(?: på)?|lytt(?: til)?|hør|lyt(?: til)?|kuuntele)\b[^\n.!?]{0,80}\b(?:podcast\w{0,3}|podd\w{0,5}|"
            r"podkast\w{0,4}|episode|avsnitt\w{0,2}|afsnit\w{0,2}|jakso)\b[^\n.!?]{0,60}\b(?:here|hier|här|her|tästä|"
            r"täältä|wherever|spotify|apple|acast|überall|app|nedan|nedenfor|below|above|where)\b[^\n]{0,80}",
            r"(?:listen|subscribe|hören|lyssna|lyt|lytt|luister|available|jetzt)\b[^\n.!?]{0,20} (?:on|auf|bei|på|op|"
            r"via) (?:spotify|apple podcasts|acast|deezer)\b[^\n.]{0,80}",
            r"(?:take|vote in|answer|do|doe mee aan|machen sie mit bei) (?:our|onze|unserer) (?:poll|survey|quiz|"
            r"enquête|umfrage)\b[^\n]{0,120}|(?:get |buy |book )?(?:your )?tickets (?:for|to) our [^\n]{3,120}|"
            r"we(?:['’]re| are) hiring ?[:!.][^\n]{0,100}",
        ),
        scope="tail",
        spoken=False,
        hits=(
            "Listen to our podcast wherever you get your podcasts.",
            "Hør podkasten her",
            "Take our poll: should the town keep the pool?",
            "Tickets for our autumn festival are on sale now.",
        ),
        misses=(
            "Listen to the patient, not the machine.",
            "We are hiring 200 people, the mayor said.",
            "Take our bridge, they cried.",
        ),
    ),
    Rule(
        "app_prompt",
        phrase(
            r"[^\n.!?]{0,80}\b(?:gibt es|finden sie|lesen sie|erhalten sie|gibt['’]s|jetzt)\b[^\n.!?]{0,30} (?:in|"
            r"über|mit) (?:unserer|der|seiner) [\w-]{0,25}-?app\b[^\n.!?]{0,60}[.!:]?",
        ),
        spoken=False,
        near=("app",),
        scope="tail",
        hits=("Noch mehr Nachrichten gibt es in unserer App.", "Alle Spiele finden Sie in der Heidepost-App"),
        misses=("Fehler gibt es in der App, sagt der Verein.", "Die App gibt es seit 2012."),
    ),
    Rule(
        "share",
        phrase(
            r"(?:[^\n.!?,]{2,60} (?:and|und|en|och|og|ja) )?(?:(?:follow|like|find) us|folgen sie uns|folge uns|"
            r"folgt uns|volg ons|följ oss|følg oss|følg os|seuraa meitä)\b[^\n.!?,]{0,80}[.!]?",
        ),
        scope="tail",
        spoken=False,
        near=("follow us", "like us", "find us", "folg", "volg ons", "följ oss", "følg os", "seuraa meitä"),
        hits=(
            "Werden Sie Fan und folgen Sie uns bei Instagram!",
            "Følg oss på Snapchat",
            "Seuraa meitä Instagramissa",
        ),
        misses=("Follow us, the officers shouted.", "Folgen Sie mir", "He wanted her to follow us"),
    ),
    Rule(
        "channel_prompt",
        phrase(
            r"(?:hear|listen to|find|get) (?:more|all|the (?:full|latest)) [^\n.!?]{0,60}\b(?:podcast|show|"
            r"episode)\b[^\n.!?]{0,60}[.!]?",
            r"(?:ihre|deine|jouw|uw|din|your) (?:meinung|mening|opinion) (?:zählt|ist gefragt|interessiert uns|telt|"
            r"räknas|counts|matters)\b[^\n]{0,120}|wil(?:t u| je) reageren\b[^\n]{0,120}|(?:send (?:inn |ind |os )?|"
            r"skriv )(?:et |ett |ditt |dit |en |din )?(?:leser(?:innlegg|brev)|læserbrev|debatindlæg|debattinnlegg|"
            r"insändare|debattartikel)\b[^\n.]{0,60}|tips oss [^\n]{3,80}",
            rf"{_US} [^\n.!?,;]{{0,40}}\b{_CHANNELS}\b[^\n.!?;]{{0,60}}[.!]?|(?:мы|ми) (?:в|во|у) «?{_CHANNELS}»?",
            rf"(?:receba|recibe|reciba|recibí|recevez|ricevi) [^\n.!?,]{{2,60}} (?:pelo|por|no|en|via|par|sur|su) "
            rf"(?:tu |seu |votre )?{_CHANNELS}[^\n.!?,]{{0,40}}[.!]?",
            rf"(?:clique|clica|haz clic|cliquez|clicca|kliknij|klikněte|klik) (?:aqui|aquí|ici|qui|tutaj|tu|zde|"
            rf"di sini)\b"
            rf"[^\n.!?]{{0,60}}\b(?:{_CHANNELS}|newsletter|canal|canale|chaîne)\b[^\n.!?]{{0,60}}[.!]?",
            rf"(?:resta|rimani) (?:sempre )?(?:aggiornat[oa]|informat[oa])\b[^\n!?,]{{0,120}}\b(?:{_CHANNELS}|"
            rf"nostr[aeio])\b"
            r"[^\n]{0,80}",
            r"(?:gabung|bergabung|ikuti|simak|dapatkan)(?:lah)? [^\n.!?,\"“”]{0,100}\b(?:kami|ponselmu|ponsel anda)\b"
            r"[^\n.!?,\"“”]{0,40}[.!]?",
            r"(?:للمزيد[^\n.،]{0,30} )?(?:تابع(?:ونا|نا|وا)?|انضم(?:وا)?|اشترك(?:وا)?)\b[^\n.،]{0,20} (?:على|إلى|في|"
            r"عبر) [^\n.،]{0,40}(?:قنات|قناة|واتس ?[اآ]ب|تلغرام|"
            r"تيليغرام|تليجرام|تيليجرام|فيسبوك|تويتر|يوتيوب|إنستغرام|جوجل|غوغل)[^\n.،]{0,60}",
            r"(?:हमारे|हमें|हमसे|ताज़?ा|लेटेस्ट|ऐसी ही|देश)[^\n।]{0,100}(?:व्हाट्सएप|व्हाट्सऐप|वॉट्सऐप|टेलीग्राम|"
            r"फेसबुक|यूट्यूब|ट्विटर|"
            r"गूगल|चैनल)[^\n।]{0,40}(?:जुड़ें|जुड़िए|फॉलो करें|सब्सक्राइब करें|लाइक करें)[^\n।]{0,10}।?",
            r"(?:公式)?(?:line|x|ライン|twitter|instagram)(?:公式アカウント)?(?:で|を|の)?(?:友だち追加|"
            r"フォロー)(?:する|してください)?|"
            r"(?:扫码|扫一扫|扫描二维码|长按识别|点击|欢迎)[^\n。]{0,15}关注[^\n。]{0,30}。?|"
            r"(?:네이버|카카오톡|유튜브|텔레그램|구글)[^\n.]{0,30}(?:구독하기|구독하세요|친구 ?추가|채널 ?추가|"
            r"팔로우하세요)",
            r"(?:entre|entra|entrez|participe|acesse|iscriviti|unisciti|únete|rejoignez|dołącz|připojte se|вступайте|"
            r"заходите|долучайтесь|приєднуйтесь|присоединяйтесь) (?:(?:no|na|do|al|alla|a|en|nel|au|à|ao|k|в|на|"
            r"до|к) )?"
            r"(?:el |la |le |nuestr[oa] |noss[oa] |nostr[oa] |naszego |наш\w{0,3} )?(?:canal|canale|chaîne|grupo|"
            r"gruppo|"
            r"groupe|comunidade?|kanału|grupy|kanálu|skupiny|канал\w{0,2}|групп\w|груп\w) "
            rf"(?:[^\n.!?,;]{{0,60}} )?«?{_CHANNELS}\b[^\n.!?;]{{0,80}}[.!]?",
            r"(?:(?:ещё|ще) )?(?:больше|більше|все|усі|главные|головні|самые важные) (?:новостей|новости|новин|"
            r"новини|"
            r"интересного|цікавого)[^\n.!?,]{0,40} (?:в|у|на) (?:наш\w{1,3}|telegram|"
            r"телеграм\w{0,2})\b[^\n.!?,]{0,60}[.!]?",
            r"(?:ha (?:tetszett|tetszik)|si (?:te|le) (?:gustó|ha gustado|interesa|interesó)|se ti è piaciut[oa]|se "
            r"(?:você )?gostou|si (?:cet article|cette|ce)|jeśli (?:podobał|spodobał)|если вам понравил\w{2,3}|"
            r"якщо вам "
            r"сподобал\w{2,3})\b[^\n.!?]{0,50}, (?:oszd|ossza|támogas|kövess|iratkoz|compart|suscr|síg|condivid|"
            r"iscriv|"
            r"seguic|compartilh|inscrev|sig|partage|abonne|udostępnij|polub|подел|подпи|поділ|підпи)[^\n]{0,100}",
            r"更多(?:精彩)?[^\n。]{0,12}(?:请|敬请)关注[^\n。]{0,20}。?|(?:cek|simak|baca|"
            r"ikuti)(?: juga)? (?:berita|artikel|"
            r"breaking news)[^\n.!?,]{0,80}\b(?:google news|whatsapp|channel|saluran)\b[^\n.!?]{0,60}[.!]?",
            r"(?:siga|sigue|segui|suivez) [^\n.!?,]{2,50} (?:en|nas?|su|sur) (?:nuestr\w{1,2}|noss\w{1,2}|"
            r"nostr\w)"
            r" [^\n.!?,]{2,40}[.!]?|siga [^\n.!?,]{2,40} nas redes sociais[.!]?",
            r"dziękujemy(?: za przeczytanie|, że przeczytał\w{1,5}) [^\n]{3,140}|merci d['’]avoir lu (?:cet|notre) "
            r"[^\n.!?,]{3,60}[.!]?|gracias por leer(?:nos| este artículo| esta nota)[.!]?",
            r"όλες οι ειδήσεις από την ελλάδα[^\n]{0,120}|δείτε όλες τις (?:τελευταίες )?ειδήσεις[^\n]{0,140}",
        ),
        scope="tail",
        spoken=False,
        hits=(
            "Hear more on the Daily Post podcast, out every weekday.",
            "Ihre Meinung zählt: Diskutieren Sie mit uns",
            "Wil je reageren op dit artikel? Dat kan hier",
            "Send et leserinnlegg",
            "Obserwuj nas w Wiadomościach Google",
            "Ikuti kami di Google News",
            "Kövess minket az Instagramon is!",
        ),
        misses=(
            "Hear more evidence on Monday.",
            "Deine Meinung ist frei",
            "Send regningen til kommunen.",
            "Мы в школе.",
        ),
    ),
    Rule(
        "channel_prompt",
        phrase(
            rf"follow (?:[\w.'’@&-]{{1,30}} ){{1,6}}on {_NETWORKS}(?: (?:and|or|"
            rf",) {_NETWORKS})?(?: for [^\n.!?,]{{2,80}})?[.!]?",
            r"laden sie (?:sich )?(?:jetzt |hier )?(?:unsere|die) [\w &-]{0,30}app\b[^\n.!?]{0,60}[.!]?|(?:volg|följ|"
            r"følg|seuraa|follow|folgen sie|lees|läs|les|læs|read|get) [^\n.!?,]{3,60} (?:via|in|with|i|med|på|on|"
            r"op) (?:our|onze|unserer|vår|vores|de|the) [\w-]{0,20} ?app(?:en)?\b[^\n.!?]{0,40}[.!]?",
        ),
        scope="tail",
        spoken=False,
        hits=(
            "Follow the Post's politics team on Bluesky",
            "Laden Sie unsere App herunter",
            "Volg het laatste nieuws via onze app",
        ),
        misses=("Follow the money on its way.", "Laden Sie Gäste ein", "Volg het pad langs de rivier."),
    ),
)
