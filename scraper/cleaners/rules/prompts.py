"""Lines that ask the reader to do something: share, comment, write in, get the app, follow a channel."""

from __future__ import annotations

from scraper.cleaners.rules.rule import OURS, Rule, phrase, told

_NETWORKS = (
    r"(?:twitter|facebook|instagram|x|whatsapp|google news|telegram|threads|bluesky|linkedin|youtube|tiktok|pinterest|"
    r"viber|signal|vk|вконтакте|телеграм|телеграме|дзен[е]?|фейсбуку?)"
)
_NAMED = _NETWORKS.replace("|x|", "|")
"""Networks whose names are no letter."""
_JOIN = (
    r"[¡¿]?(?:please )?(?:join|follow|subscribe to|check out|watch|visit|like|find|folge|folgen sie|folgt|"
    r"abonnier(?:e|t|en sie)|tritt|treten sie|besuche|besuchen sie|schau|schauen sie|rejoignez|rejoins|suivez|"
    r"abonnez-vous|retrouvez|únete|únase|sigue|siga|suscríbete|suscríbase|visita|mira|entra|entre|iscriviti|segui|"
    r"seguite|unisciti|inscreva-se|participe|acesse|junte-se|subscreva|faça parte|volg|abonneer je|word lid|bekijk|"
    r"bezoek|dołącz|obserwuj|śledź|(?:za)?subskrybuj|zapraszamy|odwiedź|sledujte|odebírejte|připojte se|följ|"
    r"prenumerera|gå med|følg|bli med|bliv|seuraa|liity|tilaa|kövess\w{0,3}|csatlakozz\w{0,3}|iratkozz\w{0,3}|"
    r"urmări(?:ți|ți-ne|ește)|abonează-te|alătură-te|подписывайтесь|подпишитесь|присоединяйтесь|следите|"
    r"підписуйтесь|підпишіться|приєднуйтесь|стежте|ακολουθήστε|εγγραφείτε)"
)
_SHARE = (
    r"share|teilen|merken|drucken|partager|partagez|imprimer|compartir|comparte|condividi|stampa|compartilhar|"
    r"compartilhe|partilhar|partilhe|delen|deel|dela|del|jaa|udostępnij|drukuj|sdílet|sdílejte|zdieľať|paylaş|"
    r"megosztás|"
    r"megosztom|distribuie|поделиться|поділитися|поширити|κοινοποίηση|κοινοποιήστε|シェア(?:する)?|共有|"
    r"공유(?:하기)?|分享|分享到|"
    r"转发|شارك|مشاركة|शेयर करें|print|copy link|link kopieren|copier le lien|copiar (?:enlace|link)|copia link|"
    r"kopier lenke|kopiera länk|kopioi linkki|kopiuj link|kopírovat odkaz|bağlantıyı kopyala|कॉपी लिंक|kommentare?|"
    r"comments?|gift this article|save|facebook|twitter|whatsapp|e-?mail"
)
_OBJECT = (
    r"(?:this|article|this article|on|auf|via|story|now|diesen artikel|artikel|cet article|l['’]article|sur|en|este "
    r"artículo|artículo|noticia|questo articolo|articolo|su|este artigo|artigo|matéria|no|na|dit artikel|op|artikeln|"
    r"artikkelen|artiklen|på|artikkeli|artykuł|článek|haberi|cikket|articolul|статьёй|статьей|новиною|άρθρου|по "
    r"почте|в)"
)
_COMMENTS = (
    r"comments?|kommentare?|commentaires?|comentarios?|commenti|comentários?|reacties?|komentarz[ey]?|komentarzy|"
    r"komentářů?|komentáře|kommentarer|kommenttia?|yorum|hozzászólás|comentarii|комментари(?:ев|я|й)|коментар(?:ів|і)|"
    r"σχόλια|件のコメント|条评论"
)
_LINKS = (
    r"\b(?:affili[aé]|afiliad|afiliacyjn|afiliac|annons(?:e)?länk|annonselenk|reklamlänk|reklamelink|partnerlink|"
    r"provisionslink|partnersk|kumppanuuslink|satış ortaklığı|партн[её]рск|партнерськ|アフィリエイト|gekennzeichnete|"
    r"independently|unbiased|buy(?:ing)? through|purchase through|links? on our site|via (?:unsere|diese|einen) links?)"
)
_LINKED = (
    *"filia affili länk selenk link ortaklığı партн アフィリエイト gekennzeichnete independently unbiased".split(),
    *("buying through", "buy through", "purchase through", "our site", "via unsere", "via diese", "via einen"),
)
_APP = (
    r"(?:app|apps|appli|application|aplicación|aplicativo|aplicação|applicazione|aplikac\w{1,4}|appen|sovellu\w{1,8}|"
    r"[\w-]{0,30}sovellus|uygulama\w{0,8}|приложение|застосунок|εφαρμογή|alkalmazás\w{0,6}|aplicația)"
)

ROWS = (
    Rule(
        "share",
        phrase(
            rf"(?:{_SHARE})(?: (?:{_OBJECT}|{_NETWORKS}|email)){{0,5}}:?",
            r"(?:share|like) this ?:|diesen (?:artikel|beitrag) (?:teilen|drucken):?|(?:print|save|email) this "
            r"(?:page|article):?",
            r"(?:suivez-nous|síguenos|seguici|siga-nos|folgen sie uns|folge uns|volg ons|följ oss|følg oss|følg os) "
            r"(?:sur|en|su|nas|auf|in|op|i|på) [^\n.!?]{0,30}(?:réseaux|redes|social|sozialen|"
            r"sosiale)[^\n.!?]{0,40}[.!]?",
            r"(?:follow|folgen sie|folge|folgt|suivez|síguenos|siga|sigue a|seguici|volg|följ|følg|seuraa|śledź|"
            r"obserwuj|"
            r"sledujte|urmărește|urmăriți|kövess|kövessen) (?:us|uns|nous|ons|oss|os|meitä|nas|nás|minket|[\w.]{2,30}|"
            r"[\w.]{2,30} [\w.]{2,20}) "
            rf"(?:on|auf|sur|en|su|op|bei|no|na|på|w|pe|a) (?:{_NETWORKS})(?![\w-])[^\n]{{0,300}}",
            rf"(?:suivez-nous|síguenos|siga-nos|seguici|kövessen minket|seuraa meitä) [^\n.!?]{{0,20}}\b{_NETWORKS}\b"
            r"[^\n]{0,120}",
            rf"(?:подписывайтесь|підписуйтесь|подпишитесь|підпишіться) на "
            rf"[^\n.!?]{{0,40}}\b{_NETWORKS}\b[^\n]{{0,120}}",
            rf"(?:ακολουθήστε|bizi) [^\n.!?]{{0,40}}\b{_NETWORKS}\b[^\n]{{0,120}}",
            r"分享让更多人看到|기사 url이 복사되었습니다\.?|follow us on social media|अपने दोस्तों (?:के साथ|से) शेयर "
            r"करें|关注",
        ),
        hits=(
            "Share this article",
            "Teilen",
            "Follow us on Twitter",
            "Follow Metro.co.uk on Facebook for the latest.",
            "Partager sur Facebook",
            "Подписывайтесь на наш канал в Telegram",
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
            r"download (?:onze|de|nu de|gratis de|appen|vores) [^\n.]{0,30}\bapp(?:en)?\b[^\n.]{0,100}[.!]?",
            r"(?:ücretsiz )?(?:mobil )?uygulama(?:mızı|yı)? (?:hemen )?indir(?:in|mek için[^\n.]{0,60})?[.!]?",
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
            r"[^\n।]{0,60}(?:ऐप|एप) डाउनलोड करें",
        ),
        near=("アプリ", "앱 ", "ऐप", "एप"),
        hits=("無料アプリをダウンロード", "앱 다운로드"),
        misses=("アプリは橋の状態を知らせる。", "앱 개발자는 다리를 건넜다."),
    ),
    Rule(
        "channel_prompt",
        phrase(
            r"\++ (?=[^\n+]{0,160}\b(?:unser\w{0,2}|our)\b)[^\n+]{0,160}\b(?:whatsapp|telegram|newsletter|app|kanal)\b"
            r"[^\n+]{0,80} ?\++",
            r"(?:folgst du|folgen sie)(?: uns)? (?:schon|bereits) [^\n?]{0,50}\?",
            r"(?:abonniere|folge|folgen sie) (?:jetzt )?(?:dem|den|unserem|unseren) [\w-]{0,20}kanal[^\n]{0,200}",
            rf"{_JOIN}(?=[^\n.!?]{{0,60}}{OURS})(?=[^\n.!?]{{0,80}}\b{_NAMED})[^\n.!?,;\"“”„«»]{{1,120}}"
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
            r"support our (?:journalism|work|newsroom)\b(?:: | by | with | from | and )?[^\n.]{0,100}",
        ),
        hits=(
            "+++ Alle Nachrichten gibt es auch auf unserem WhatsApp-Kanal +++",
            "Support our journalism: become a member from £3 a month",
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
            r"[^\n.!?]{0,60}\bkanalımız\w{0,3} [^\n.!?]{0,60}(?:katıl|takip|abone)\w{0,8}[^\n]{0,60}",
            r"[^\n.]{0,80}\b(?:gibt es|finden sie|jetzt) (?:auch )?(?:auf|in|bei) unserem? [\w-]{0,20}kanal[^\n]{0,60}",
            r"[^\n.!?]{0,120}[.:!] ?(?:abonniere|folge|folgen sie) (?:jetzt )?(?:den|unserem|unseren) [\w-]{0,20}kanal"
            r"[^\n]{0,200}",
        ),
        near=("kanal",),
        hits=(
            "Alle Nachrichten gibt es auch auf unserem WhatsApp-Kanal",
            "Was heute wichtig war: Folge unserem Whatsapp-Kanal.",
            "WhatsApp kanalımıza katılın",
        ),
        misses=("Auf unserem Kanal fahren Kähne.", "Der Kanal ist gesperrt: Folgen sind nicht absehbar."),
    ),
    Rule(
        "comment_prompt",
        phrase(
            r"kommentar (?:abgeben|schreiben|verfassen)|(?:leave|post|write|add) a comment|join the (?:conversation|"
            r"discussion)",
            r"jetzt (?:kommentieren|mitdiskutieren)|diskutieren sie mit|mitdiskutieren|(?:sort|view|show|hide)(?: "
            r"all)? comments",
            r"(?:laisser|ajouter|écrire|publier) un commentaire|commenter|réagir(?: à cet article)?|dejar? (?:un|tu) "
            r"comentario|(?:añade|escribe|publica) (?:un|tu) comentario|lascia un commento|commenta|deixe (?:um|o seu) "
            r"comentário|comentar|(?:plaats|geef|schrijf) een reactie|reageer|lasă un comentariu|adaugă (?:un "
            r")?comentariu",
            r"(?:dodaj|zostaw|napisz) komentarz|skomentuj|(?:přidat|napsat|vložit) komentář|vstoupit do disku[sz]e|"
            r"diskuse(?: \(\d{1,5}\))?|(?:skriv|lämna|legg igjen|legg til|tilføj) en kommentar|skriv kommentar|"
            r"kommentera|"
            r"kommentér|kommenter|(?:kirjoita|jätä|lisää) kommentti|kommentoi|yorum (?:yap|yaz|ekle)(?:ın|in)?|"
            r"yorumlar|"
            r"szólj hozzá|hozzászólok|hozzászólások",
            r"(?:оставить|написать|добавить) комментарий|комментировать|комментарии|(?:залишити|додати) коментар|"
            r"коментарі|(?:αφήστε|γράψτε|προσθέστε) (?:ένα |το )?σχόλιο|コメントを(?:書く|投稿する|見る)|댓글(?: "
            r"?\d{1,6})?|"
            r"댓글 ?(?:쓰기|달기|보기)|评论|發表評論|发表评论|留言|أضف تعليق\w{0,2}|اترك تعليق\w{0,2}|(?:टिप्पणी|"
            r"कमेंट) करें",
            rf"\d{{1,6}} ?(?:{_COMMENTS})",
            r"comments? (?:are|is) (?:now )?closed(?: on this (?:article|post|story))?\.?|be the first to "
            r"comment[.!]?|no comments"
            r"(?: yet)?\.?|(?:die )?kommentare sind geschlossen\.?|(?:die )?kommentarfunktion (?:ist|wurde) "
            r"[^\n.]{3,60}\.?",
            r"les commentaires sont (?:fermés|clos)\.?|soyez le premier à (?:commenter|réagir)[.!]?|(?:los "
            r")?comentarios "
            r"(?:están )?cerrados\.?|sé el primero en comentar[.!]?|i commenti sono chiusi\.?|os comentários estão "
            r"fechados\.?|"
            r"seja o primeiro a comentar[.!]?|(?:de )?reacties zijn gesloten\.?|komentowanie (?:jest|zostało) "
            r"wyłączone\.?|"
            r"kommentar(?:er|erna|feltet) är stängda?\.?|kommentarfeltet er stengt\.?",
            r"(?:du musst dich|sie müssen) (?:einloggen|angemeldet)[^\n]{0,80}kommentar[^\n]{0,20}",
            r"(?:you must|please) (?:be logged in|log ?(?:in|out)|sign in|confirm your)[^\n]{0,80}"
            r"(?:comment|display name)[^\n]{0,40}",
            r"join (?:our commenting forum|thought-provoking conversations)[^\n.]{0,100}",
        ),
        scope="tail",
        hits=(
            "Kommentar abgeben",
            "Comments are closed.",
            "Kommentare sind geschlossen.",
            "Leave a comment",
            "Du musst dich EINLOGGEN um einen Kommentar abzugeben.",
            "12 Comments",
            "Přidat komentář",
            "댓글 12",
            "You must confirm your public display name before commenting",
        ),
        misses=(
            "Kommentar von Anna Blume",
            "Leave a comment on the door, she said.",
            "Commenter la décision serait prématuré.",
            "Reageer niet te snel, zegt ze.",
        ),
    ),
    Rule(
        "contact_prompt",
        phrase(
            r"(?:(?:got|have) (?:a|any) (?:news )?(?:story|tip|tips)(?: to share)?\?|do you have a (?:story|news tip|"
            r"tip)|"
            r"if you have a (?:story|tip|news tip)\b(?=[^\n]{0,120}\b(?:contact|e-?mail|call|write|newsroom)\b)|get "
            r"in touch with our|have you been affected|"
            r"(?:did you )?(?:spot|notice)(?:ted)? (?:an error|a mistake)\?|"
            r"haben sie (?:einen )?hinweise?\?|(?:haben sie )?(?:einen )?fehler (?:gefunden|entdeckt)\?|"
            r"haben sie (?:fragen|anmerkungen|anregungen|kritik)[^\n?]{0,60}artikel\?|"
            r"hat ihnen dieser artikel gefallen)[^\n]{0,300}",
            # French, Spanish, Italian, Portuguese, Romanian
            r"(?:vous avez (?:repéré|relevé|constaté) une erreur|une (?:erreur|coquille) dans (?:l['’]|cet )article|"
            r"vous avez "
            r"une information à nous (?:transmettre|communiquer))[^\n]{0,200}",
            r"¿(?:has (?:visto|detectado|encontrado)|ha (?:visto|detectado|encontrado)) (?:algún|un) error[^\n]{0,200}|"
            r"(?:envíanos|envíenos) (?:tus?|sus?) (?:noticias?|pistas?|historias?)[^\n]{0,120}",
            r"hai (?:trovato|notato|riscontrato) un errore[^\n]{0,200}|segnala(?:ci)? (?:un errore|una "
            r"notizia)[^\n]{0,80}",
            r"(?:encontrou|viu|detetou|detectou) (?:um|algum) erro[^\n]{0,200}|(?:envie|mande) (?:a )?sua "
            r"(?:sugestão|notícia)"
            r"[^\n]{0,120}|ai (?:observat|găsit|văzut) o (?:eroare|greșeală)[^\n]{0,200}",
            # Dutch, Nordic
            r"(?:heb je|heeft u|zie je|ziet u) een (?:tip|fout|foutje|vraag)[^\n]{0,200}",
            r"(?:har du (?:et |ett |en )?(?:tips|tip|nyhetstips)|har du (?:hittat|funnet|fundet) (?:ett|en) fe(?:l|"
            r"il|jl)|"
            r"(?:såg|fant|fandt) du (?:ett|en) fe(?:l|il|jl))[^\n]{0,200}|tips(?:a)? oss[^\n.]{0,80}\.?|rätta "
            r"artikeln|anmäl fel",
            r"(?:huomasitko|löysitkö) (?:virheen|kirjoitusvirheen)[^\n]{0,200}|(?:lähetä|anna) (?:meille "
            r")?(?:juttuvinkki|"
            r"uutisvinkki|palautetta)[^\n.]{0,80}\.?",
            # Polish, Czech, Hungarian, Turkish
            r"(?:zauważyłeś|zauważyłaś|widzisz|znalazłeś) (?:błąd|literówkę)[^\n]{0,200}|masz (?:ciekawy "
            r")?temat\?[^\n]{0,160}",
            r"(?:našli|objevili) jste (?:v (?:článku|textu) )?chybu[^\n]{0,200}|máte (?:pro nás "
            r")?tip[^\n?]{0,40}\?[^\n]{0,160}",
            r"hibát (?:talált|találtál|vett észre)[^\n]{0,200}|(?:haberde )?(?:bir )?hata (?:mı )?(?:buldunuz|"
            r"gördünüz)[^\n]{0,160}|"
            r"haber ihbar(?: hattı)?[^\n.]{0,80}",
            # Russian, Ukrainian, Greek, Japanese, Korean
            r"(?:нашли|заметили|обнаружили) (?:ошибку|опечатку)[^\n]{0,200}|(?:знайшли|помітили) (?:помилку|"
            r"одрук)[^\n]{0,200}",
            r"(?:есть|хотите сообщить) новость\?[^\n]{0,160}|(?:βρήκατε|εντοπίσατε) (?:κάποιο )?λάθος[^\n]{0,160}",
            r"(?:ご意見・ご感想|情報提供)は(?:こちら|[^\n]{0,60}まで)[^\n]{0,60}|(?:기사 )?제보(?:하기|"
            r"는)[^\n]{0,80}|新闻线索[^\n]{0,60}",
            r"for (?:more stories like this|the latest breaking news)[^\n]{0,160}",
            r"(?:submit|send) (?:us )?(?:your|a) letters? to the editor\b[^\n]{0,160}",
            r"(?:• ?)?e-?mail: ?[^\s@]{1,60}@[^\s@]{1,80}",
        ),
        hits=(
            "Get in touch with our news team by emailing us at webnews@metro.co.uk.",
            "For more stories like this, check our news page.",
            "Submit your letter to the editor by this form.",
            "Haben Sie Fragen oder Anmerkungen zu diesem Artikel? Schreiben Sie uns an redaktion@heidepost.example",
            "• Email: dpaglinawan@postmedia.com",
            "Нашли ошибку? Выделите её и нажмите Ctrl+Enter",
            "Har du tips til denne saken? Send en e-post",
        ),
        misses=(
            "He got a story out of it.",
            "Get in touch with nature.",
            "Encontrou-se um erro nas contas da ponte.",
            "Rectificatif : la longueur du pont est de 80 mètres et non de 90.",
            "Corrección: en una versión anterior se decía que el puente mide 90 metros.",
        ),
    ),
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
            r"(?:this|the|our) (?:post|article|page|story|guide|site) (?:may )?(?:contains?|includes?|features?) "
            r"(?:[\w-]{2,20} ){0,2}(?:affiliate|sponsored|paid) (?:links?|content|products?)[^\n]{0,300}",
            r"this (?:post|article|page|story) (?:may )?contains? references to products from "
            r"[^\n]{0,80}advertisers[^\n]{0,300}",
            r"(?:dieser (?:artikel|beitrag|text)|diese seite) enthält (?:[\w-]{2,20} ){0,2}(?:affiliate|partner|"
            r"werbe)-?links?[^\n]{0,300}",
            r"bei (?:den|diesen|allen) (?:[\w*()-]{2,30} ){0,3}handelt es sich um (?:[\w-]{2,20} )?affiliate-? ?links?"
            r"[^\n]{0,300}",
            r"(?:letzte )?aktualisierung am [\d.]{6,10} ?/ [^\n]{0,60}affiliate-? ?links?[^\n]{0,200}",
            r"(?:cet article|cette page) contient des liens (?:affiliés|d['’]affiliation|sponsorisés)[^\n]{0,300}",
            r"(?:este artículo|esta página) contiene enlaces de afiliad[oa]s?[^\n]{0,300}",
            r"(?:questo articolo|questa pagina) contiene link (?:affiliati|di affiliazione)[^\n]{0,300}",
            r"(?:este artigo|esta página) contém links de afiliad[oa]s?[^\n]{0,300}",
            r"(?:dit artikel|deze pagina) bevat (?:affiliate|partner)-?links?[^\n]{0,300}",
            r"(?:ten )?artykuł zawiera linki (?:afiliacyjne|partnerskie)[^\n]{0,300}",
            r"(?:artikeln|texten|sidan) innehåller (?:annons|reklam|affiliate)-?länk\w{0,3}[^\n]{0,300}",
            r"(?:artikkelen|saken|artiklen|siden) inneh?older (?:annonse|reklame|affiliate)-?len?k\w{0,3}[^\n]{0,300}|"
            r"artiklen indeholder (?:annonce|reklame|affiliate)-?links?[^\n]{0,300}",
            r"bu (?:yazı|haber) (?:satış ortaklığı|affiliate) (?:link|bağlantı)\w{0,6} içer[^\n]{0,200}",
            r"(?:статья|материал) содержит партн[её]рские ссылки[^\n]{0,200}",
        ),
        hits=(
            "This post contains affiliate links.",
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
)
