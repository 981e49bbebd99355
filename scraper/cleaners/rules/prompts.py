"""Lines that ask the reader to comment and to write in."""

from __future__ import annotations

from scraper.cleaners.rules.rule import Rule, phrase

_COMMENTS = (
    r"comments?|kommentare?|commentaires?|comentarios?|commenti|comentários?|reacties?|komentarz[ey]?|komentarzy|"
    r"komentářů?|komentáře|kommentarer|kommenttia?|yorum|hozzászólás|comentarii|комментари(?:ев|я|й)|"
    r"коментар(?:ів|і)|"
    r"σχόλια|件のコメント|条评论"
)
_OPINION = (
    r"what(?: do you think|['’]s your (?:view|opinion|take)| is your (?:view|opinion|take)| are your thoughts)|"
    r"was (?:meinen|denken|halten) sie|was (?:meinst|denkst) du|wat (?:vind|denk)(?: jij| je|t u)|vad tycker du|"
    r"hva (?:mener|synes|tror) du|hvad (?:mener|synes|tænker) du|wie finden sie(?: das)?|was sagen sie|"
    r"mitä mieltä (?:olet|sinä)"
)
"""Questions for the reader's opinion."""
_ASKED = (
    r"do you|have you|are you|were you|did you|haben sie|hast du|kennen sie|sind sie|waren sie|heb je|heeft u|"
    r"weet je|"
    r"ben je|was je|har du|är du|er du|var du|kjenner du|kender du|vet du|oletko|onko sinulla|tiedätkö|olitko|"
    r"want to|"
    r"would you like to|got an?|möchten sie|wollen sie|wil je|vill du|vil du|haluatko"
)
"""Begins of questions whether the reader knows or has something."""
_TELL = (
    r"tell|write|e-?mail|mail\w{0,2}|contact|share|send|call|get in touch|let|drop|schreib\w{0,3}|meld\w{0,3}|"
    r"erzähl\w{0,3}|laat|stuur|skriv|fortell|fortæl|berätta|mejla|kontakta?|hør|hör|kerro|lähetä|ota yhteyttä|tips?|"
    r"tipsa|ring|kirjoita"
)
"""Words that ask the reader to get in touch."""

ROWS = (
    Rule(
        "comment_prompt",
        phrase(
            r"kommentar (?:abgeben|schreiben|verfassen)|(?:leave|post|write|add) a comment|join the (?:conversation|"
            r"discussion)",
            r"jetzt (?:kommentieren|mitdiskutieren)!?|(?:diskutieren|reden|kommentieren) sie mit!?|mitdiskutieren!?|"
            r"(?:sort|view|show|hide|read|load|see)(?: all)? comments(?: ?\(?\d{1,6}\)?)?",
            r"(?:laisser|ajouter|écrire|publier) un commentaire|commenter|réagir(?: à cet article)?|dejar? (?:un|tu) "
            r"comentario|(?:añade|escribe|publica) (?:un|tu) comentario|lascia un commento|commenta|deixe (?:um|"
            r"o seu) "
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
            rf"\d{{1,6}} ?(?:{_COMMENTS})|(?:{_COMMENTS}) ?(?:\(\d{{1,6}}\)|\d{{1,6}})",
            r"comments? (?:are|is|will be|on this (?:article|story|post) are) (?:now |pre-|currently )?(?:closed|"
            r"moderated|disabled|turned off|subject to)\b[^\n]{0,120}|be the first to comment[.!]?|"
            r"no comments(?: yet)?\.?|(?:die )?kommentare sind geschlossen\.?|(?:die )?kommentarfunktion (?:ist|"
            r"wurde) [^\n.]{3,60}\.?",
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
            r"(?:оставьте|напишите) (?:свой |ваш )?комментари[йи]|залиште (?:свій )?коментар|commenta per primo[.!]?|"
            r"réagissez(?: à cet article)? ?[.!]?|(?:participe da|entre na|participa (?:en|de) la|únete a la|"
            r"partecipa alla|"
            r"participez à la|rejoignez la) (?:conversa|conversación|discussione|conversazione|conversation|"
            r"discussion)"
            r"(?: ?[:!.] ?[^\n.!?]{0,60})?[.!]?|dołącz do dyskusji[.!]?|zapojte se do diskuse[.!]?",
            r"(?:connectez-vous|identifiez-vous|inscrivez-vous)[^\n.!?]{0,40} pour (?:commenter|réagir|publier un "
            r"commentaire)[^\n.!?]{0,40}[.!]?|para (?:comentar|dejar un comentario)[^\n.!?]{0,20} (?:debes?|"
            r"tienes que|"
            r"necesitas|es necesario) (?:iniciar|estar|registrar|acceder|ser)[^\n.!?]{0,60}[.!]?|(?:inicia sesión|"
            r"regístrate|faça (?:o )?login|entre|cadastre-se)[^\n.!?]{0,30} para comentar[^\n.!?]{0,30}[.!]?|"
            r"(?:accedi|registrati)[^\n.!?]{0,20} per commentare[^\n.!?]{0,30}[.!]?",
            r"zaloguj się,? (?:aby|by|żeby) (?:dodać|napisać|skomentować|komentować)[^\n.!?]{0,30}[.!]?|"
            r"pro (?:vložení|přidání) komentáře[^\n.!?]{0,60}[.!]?|yorum yap\w{2,6} için [^\n.!?]{0,20}(?:giriş|üye|"
            r"oturum)[^\n.!?]{0,30}[.!]?|hozzászóláshoz (?:jelentkezz|lépj)[^\n.!?]{0,30}[.!]?|(?:войдите|"
            r"авторизуйтесь|"
            r"зарегистрируйтесь|увійдіть|авторизуйтесь)[^\n.!?]{0,40}, (?:чтобы|щоб) (?:оставить|написать|"
            r"комментировать|"
            r"залишити|коментувати)[^\n.!?]{0,40}[.!]?|συνδεθείτε για να (?:σχολιάσετε|αφήσετε)[^\n.!?]{0,30}[.!]?|"
            r"コメント(?:する|を投稿する)には、?ログイン[^\n。]{0,20}。?|댓글을 (?:쓰려면|작성하려면|"
            r"남기려면)[^\n.]{0,30}\.?|"
            r"登录后(?:可|才能)?(?:发表|参与)?评论|(?:masuk|login|silakan (?:masuk|login)) untuk (?:berkomentar|"
            r"memberi "
            r"komentar)|(?:tulis|kirim|beri) komentar(?: anda)?",
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
            "Réagissez !",
            "Faça login para comentar",
            "Zaloguj się, aby dodać komentarz",
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
            r"¿(?:has (?:visto|detectado|encontrado)|ha (?:visto|detectado|encontrado)) (?:algún|"
            r"un) error[^\n]{0,200}|"
            r"(?:envíanos|envíenos) (?:tus?|sus?) (?:noticias?|pistas?|historias?)[^\n]{0,120}",
            r"hai (?:trovato|notato|riscontrato) un errore[^\n]{0,200}|segnala(?:ci)? (?:un errore|una "
            r"notizia)[^\n]{0,80}",
            r"(?:encontrou|viu|detetou|detectou) (?:um|algum) erro[^\n]{0,200}|(?:envie|mande) (?:a )?sua "
            r"(?:sugestão|notícia)"
            r"[^\n]{0,120}|ai (?:observat|găsit|văzut) o (?:eroare|greșeală)[^\n]{0,200}",
            r"(?:signale[rz](?:-nous)? une (?:erreur|faute|coquille)|une (?:information|info|remarque|question|"
            r"suggestion)"
            r"[^\n?]{0,40} \? (?:écrivez|contactez))[^\n]{0,120}|(?:reporta|reportar|notifica|notificar|comunica|"
            r"comunicar|informar|relatar|avisar) (?:de )?(?:um |un |o |el |algún )?erro(?:r|res)?(?: aquí| aqui|"
            r" (?:en|n)(?: esta?| este| ?o| ?a)? (?:noticia|artículo|artigo|matéria))?",
            r"(?:tem|tienes|tiene|hai) (?:uma?|una?|alg[uú]n[ao]?|alguma?) (?:sugestão|denúncia|pauta|dica|pista|"
            r"denuncia|"
            r"historia|segnalazione|notizia)[^\n?]{0,60}\? [^\n]{0,160}",
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
            r"якщо ви (?:помітили|знайшли|побачили) (?:помилку|одрук)[^\n]{0,200}|если вы (?:нашли|заметили|"
            r"обнаружили|увидели) (?:ошибку|опечатку)[^\n]{0,200}",
            r"(?:нашли|заметили|обнаружили) (?:ошибку|опечатку)[^\n]{0,200}|(?:знайшли|помітили) (?:помилку|"
            r"одрук)[^\n]{0,200}",
            r"(?:есть|хотите сообщить) новость\?[^\n]{0,160}|(?:βρήκατε|εντοπίσατε) (?:κάποιο )?λάθος[^\n]{0,160}",
            r"(?:ご意見・ご感想|情報提供)は(?:こちら|[^\n]{0,60}まで)[^\n]{0,60}|(?:기사 )?제보(?:하기|"
            r"는)[^\n]{0,80}|新闻线索[^\n]{0,60}",
            r"لطفاً? (?:نظر|نظرات)[^\n.!؟]{2,80}\.?|لینک کوتاه(?: ?[:：][^\n]{0,80})?",
            r"(?:hei!? )?har du (?:tanker|innspill|spørsmål|synspunkter)[^\n?]{0,20} om (?:denne )?(?:saken|artikkelen|"
            r"artiklen)\b"
            r"[^\n]{0,160}",
            r"(?:[×✕] )?report (?:an? )?(?:editorial |technical )?(?:error|typo|mistake|issue)(?: or (?:an? )?(?:error|"
            r"typo|mistake))?",
            r"for (?:more stories like this|the latest breaking news)[^\n]{0,160}",
            r"contact (?:the |our )?(?:staff |senior )?(?:writer|reporter|editor|correspondent)s? "
            r"(?-i:[A-Z])[^\n]{3,60}"
            r"(?=[^\n]{0,100}(?:@|\d{3}))[^\n]{0,160}",
            r"(?:contact us ?: ?)?do you have (?:more |any )?information\b[^\n?]{0,80}\? [^\n]{0,160}\b(?:contact|"
            r"reach|"
            r"email|message)\b[^\n]{0,60}\b(?:securely|signal|proton\w{0,6}|keybase|tips?@)[^\n]{0,160}",
            r"ha hibát (?:talál|talált|találsz)\b[^\n]{0,80}|želite li (?:dopuniti temu|prijaviti pogrešku)[^\n]{0,80}|"
            r"מצאתם טעות[^\n]{0,60}|λάβετε μέρος στη συζήτηση[^\n]{0,160}|segera lengkapi data dirimu[^\n]{0,120}",
            r"(?:submit|send) (?:us )?(?:your|a) letters? to the editor\b[^\n]{0,160}",
            r"(?:• ?)?e-?mail: ?[^\s@]{1,60}@[^\s@]{1,80}",
        ),
        hits=(
            "Get in touch with our news team by emailing us at webnews@metro.co.uk.",
            "Report a typo or error",
            "Report an editorial error",
            "Contact staff writer Ana Blau at 555-678-3595 or blau@marlingpost.example.",
            "Contact Us: Do you have more information about it? You can contact Ana Blau securely on Signal.",
            "Ha hibát találsz a cikkben, itt jelezheted nekünk.",
            "لینک کوتاه",
            "Hei! Har du tanker om denne saken du har lest? Send meg gjerne en e-post!",
            "For more stories like this, check our news page.",
            "Submit your letter to the editor by this form.",
            "Haben Sie Fragen oder Anmerkungen zu diesem Artikel? Schreiben Sie uns an redaktion@heidepost.example",
            "• Email: dpaglinawan@postmedia.com",
            "Нашли ошибку? Выделите её и нажмите Ctrl+Enter",
            "Якщо ви помітили помилку, виділіть її і натисніть Ctrl + Enter",
            "Har du tips til denne saken? Send en e-post",
        ),
        misses=(
            "He got a story out of it.",
            "Do you have information? Call the police, they said.",
            "Contact editor and poet alike, she said, and none replies.",
            "Get in touch with nature.",
            "Encontrou-se um erro nas contas da ponte.",
            "Rectificatif : la longueur du pont est de 80 mètres et non de 90.",
            "Corrección: en una versión anterior se decía que el puente mide 90 metros.",
        ),
    ),
    Rule(
        "comment_prompt",
        phrase(
            rf"(?:{_OPINION})\?",
            rf"(?:{_OPINION})[^\n?]{{0,80}}\? [^\n]{{0,160}}\b(?:kommentar\w{{0,5}}|reacties?|comments?|kommentoi|"
            rf"below|let us know|tell us|"
            r"schreib\w{0,3}|laat|debat\w{0,5}|skriv|e-?mail|mail|kerro|delta|diskut\w{1,6}|"
            r"stimm\w{1,3})\b[^\n]{0,80}",
            r"(?:please )?(?:let us know|tell us|have your say|sound off|weigh in|share your (?:thoughts|views|"
            r"opinions?|stories|experiences?))\b[^\n.!?]{0,60}\b(?:comments?|below|us|poll|@)[^\n]{0,40}[.!]?|"
            r"have your say[.!]?",
            r"(?:todos os|todos los|tous les|tutti i) (?:comentários|comentarios|commentaires|commenti)|comentários "
            r"não "
            r"representam a opinião d[^\n]{3,160}",
            r"comments? (?:may|might|can) (?:take|be)[^\n]{3,120}|(?:the )?comments? section is (?:now "
            r")?[^\n.]{3,60}\.?",
        ),
        scope="tail",
        spoken=False,
        hits=(
            "What do you think? Let us know in the comments below.",
            "Was meinen Sie? Schreiben Sie es in die Kommentare.",
            "Hva mener du? Delta i debatten",
            "Have your say in the comments",
            "Comentários não representam a opinião do jornal; a responsabilidade é do autor da mensagem.",
        ),
        misses=(
            "What do you think they did? They ran.",
            "What do you think about the new manager?",
            "Tell us the truth, they cried.",
            "Let us know peace.",
        ),
    ),
    Rule(
        "contact_prompt",
        phrase(
            rf"(?:{_ASKED})\b[^\n?]{{2,160}}\? [^\n]{{0,60}}\b(?:{_TELL})\b[^\n]{{0,40}}\b(?:us|uns|ons|our|"
            rf"unser\w{{0,2}}|onze|"
            r"redactie|redaktion\w{0,3}|oss|os|mig|meg|meille|toimituk\w{1,6}|reporter|desk|comments)\b[^\n]{0,100}",
            r"(?:[^\n@?]{0,60}\? )?(?:please )?(?:write to us|contact us|e-?mail us|send us|get in touch|"
            r"schreiben sie|schreib|mailen sie|mail(?:en)? (?:naar|uns|ons)|mail|stuur|mejla|maila|tipsa oss|skriv|"
            r"send|kontakta|kontakt|lähetä|letters|leserbriefe|lezersbrieven|insändare|"
            r"comments)\b[^\n@]{0,100}[\w.+-]@[\w-]{1,40}\.[^\n]{2,80}",
            r"tipsa oss[!.]? [^\n]{3,120}",
            r"(?:fale com|contacta|contacte|contactez|contatta|scrivi|escribe|escreva|écrivez|kontakt|skontaktuj|"
            r"napisz|"
            r"napište|пишите|напишите|пишіть|напишіть|связь|hubungi|γράψτε|"
            r"επικοινωνήστε)\b[^\n@.!?,]{0,30}\b(?:nos|nous|"
            r"noi|nám|nas|нам|kami|μας|journalist\w{1,2}|periodistas?|jornalistas?|giornalist\w|r[eé]da[ckçz]\w{2,8}|"
            r"редакци\w{1,3}|редакці\w{1,3}|σύνταξη)\b[^\n@]{0,40}"
            r"[\w.+-]@[\w-]{1,40}\.[^\n]{2,80}",
        ),
        scope="tail",
        spoken=False,
        hits=(
            "Letters to the editor can be sent to letters@post.example.",
            "Reageren? Mail naar redactie@post.example",
            "Tipsa oss! Mejla till tips@post.example",
            "Har du set noget? Skriv til os",
            "Were you on the bridge? Email us your pictures.",
        ),
        misses=(
            "Contact the police at police@marling.example or call 110.",
            "Do you like bridges? Many do.",
            "Schreiben Sie uns, bat die Verwaltung die Eltern.",
        ),
    ),
    Rule(
        "contact_prompt",
        phrase(
            r"(?:send|submit|share|e-?mail|upload)(?: us| in)? your (?:[\w-]{1,15} ){0,2}(?:photos|pictures|stories|"
            r"story|news|videos?|tips?|questions?|letters?|views|feedback|experiences?)\b[^\n.!?,]{0,80}[.!]?|"
            r"send us [^\n.!?,]{3,80}[.!]?",
            r"advertise with (?:us|(?-i:[A-Z])[\w ]{1,30})\.?",
            r"to (?:advertise|place an ad\w{0,4}|submit|contact|subscribe|unsubscribe|license|comment|"
            r"report an? (?:error|mistake|correction))\b[^\n.!?]{0,60}?,? (?:call|e-?mail|click|visit|contact|write|"
            r"go to|fill)\b[^\n]{2,100}",
            r"(?:vill du tipsa|vil du tipse|vil du tippe|haluatko (?:jättää|antaa|lähettää)\b|(?:hast du|"
            r"haben sie) (?:einen )?tipps?(?: für uns)?\?)[^\n]{0,140}",
            r"(?:log ?in|sign in|register|logg inn|logga in|log ind|anmelden|einloggen|inloggen|log in|"
            r"kirjaudu)(?: or (?:register|sign up|subscribe))? (?:to|för att|for å|for at|um zu|om te) (?:comment|"
            r"join|reply|post|kommentera|kommentere|kommentieren|reageren)\b[^\n]{0,60}|kommentieren",
        ),
        scope="tail",
        spoken=False,
        hits=(
            "Send us your photos and videos",
            "To advertise with us, call 01632 960999.",
            "Advertise with NMM.",
            "Haluatko jättää juttuvinkin?",
            "Log in to comment",
        ),
        misses=(
            "Send us home, the soldiers wrote.",
            "To contact the dead is an old wish.",
            "Vill du resa?",
            "Hast du Tipps, wie man sich nach einem langen Tag erholt?",
            "Register to vote by Monday.",
        ),
    ),
    Rule(
        "contact_prompt",
        phrase(
            r"if you(?:['’]ve| have)? (?:been affected|know|have|are|were|witnessed|"
            r"saw)\b[^\n.!?]{0,100}, (?:please )?(?:contact|e-?mail|get in touch|write|call|let|"
            r"tell)\b[^\n]{0,30}\b(?:us|our|the (?:newsroom|reporter|author|editor))\b[^\n]{0,80}",
            r"(?:kommentit|reacties|kommentarer|reaktioner|leserkommentare|kommentarfelt)(?: ?\(?\d{1,6}\)?)?",
        ),
        scope="tail",
        spoken=False,
        hits=("If you have been affected by this story, contact our reporters.", "Kommentit"),
        misses=(
            "If you have a fever, call the doctor.",
            "Reacties van lezers",
            "If you know him, tell us, the police said.",
        ),
    ),
    Rule(
        "comment_prompt",
        phrase(
            r"(?:comments? ?:? ?)?(?:(?:the )?(?:views|opinions|comments)(?: expressed| posted| published)?(?: in "
            r"(?:the )?comments| by (?:readers|users))?|reader comments) (?:do not|don['’]t) (?:necessarily )?"
            r"(?:reflect|represent|express)\b[^\n]{0,200}",
            r"(?:die )?kommentare (?:von|der|unserer) [^\n.]{2,40} (?:geben|spiegeln|entsprechen)\b[^\n.]{0,40} nicht "
            r"[^\n]{0,250}",
            r"(?:comentários ?:? ?)?(?:os|los) coment[aá]rios (?:não|no) (?:representam|refletem|expressam|"
            r"representan|reflejan|expresan)\b[^\n]{0,200}",
            r"(?:les commentaires|i commenti|de reacties|komentarze|komentáře)(?: [^\n.!?,]{2,40})? (?:n['’]engagent|"
            r"ne reflètent pas|non rappresentano|non riflettono|geven niet|nie odzwierciedlają|nevyjadřují)\b"
            r"[^\n]{0,200}",
            r"comments (?:have to|must|should) be (?:in english|respectful|on topic|civil|polite)\b[^\n]{0,300}",
            r"(?:i|los|os|les|die|de) (?:commenti|comentarios|comentários|commentaires|kommentare|reacties) (?:a |"
            r"de |per |pour |zu |op )?(?:quest[oa]|este|esta|cet|cette|diese[mn]|dit)? ?(?:articolo|artículo|"
            r"noticia|artigo|notícia|article|artikel|beitrag)? ?(?:sono|están|estão|sont|sind|zijn) (?:attualmente |"
            r"actualmente |atualmente |actuellement |derzeit |momenteel )?(?:chiusi|cerrados|fechados|fermés|clos|"
            r"geschlossen|gesloten|deaktiviert)\.?",
            r"gentil[ei] lettor[ei], [^\n]{0,120}\bcommenti\b[^\n]{0,350}",
            r"(?:لا (?:يوجد|توجد) تعليقات|التعليقات مغلقة)[^\n.]{0,40}",
            r"do you have an opinion on [^\n?]{3,80}\? [^\n]{0,40}\bletter\b[^\n]{0,300}",
        ),
        scope="tail",
        hits=(
            "Die Kommentare von Usern geben nicht notwendigerweise die Meinung der Redaktion wieder.",
            "Os comentários não representam a opinião do jornal; a responsabilidade é do autor da mensagem.",
            "I commenti a questo articolo sono attualmente chiusi.",
            "Comments have to be in English, and in full sentences. They cannot be abusive or personal.",
            "لا يوجد تعليقات على الخبر",
        ),
        misses=(
            "Die Kommentare von Nutzern werden von drei Leuten gelesen.",
            "Comments must be filed with the council by May.",
            "I commenti sono stati duri.",
        ),
    ),
    Rule(
        "contact_prompt",
        phrase(
            r"(?:wilt u|wil je|willst du|wollen sie|vill du|vil du) [^\n.!?]{0,60}(?:informa\w{2,6}|tips?|hinweise?) "
            r"[^\n.!?]{0,60}\? [^\n]{0,120}",
            r"(?:tip|tippa|tips) (?:hier |her )?(?:onze|våra|våre|vores) (?:journalisten|redactie|reportrar|"
            r"journalister)\b[^\n.]{0,60}",
        ),
        scope="tail",
        hits=(
            "Wilt u belangrijke informatie delen met de Heidepost? Tip hier onze journalisten",
            "Vill du lämna information till oss? Skriv till tipset",
        ),
        misses=("Wilt u een stuk taart?", "Wil je meer weten over de brug?"),
    ),
    Rule(
        "comment_prompt",
        phrase(
            r"please keep (?:your |all )?comments [^\n.]{3,60}\.(?: [^\n]{0,120})?",
            r"nuestra sección de comentarios [^\n]{3,300}|(?:los |as |les |die )?(?:comentarios|commentaires|"
            r"kommentare) (?:deben|doivent|müssen) [^\n]{3,80}\b(?:normas|règles|regeln|respet\w{1,4}|"
            r"respect\w{0,6})\b[^\n]{0,160}",
            r"\d{1,6} ?(?:σχολια|σχόλια|kommenttia|innlegg|indlæg|reacties)",
        ),
        scope="tail",
        hits=(
            "Please keep your comments respectful and on topic. For more read our comments policy.",
            "Nuestra sección de COMENTARIOS AL FONDO de este artículo es un espacio de discusión",
            "27 ΣΧΟΛΙΑ",
        ),
        misses=(
            "Please keep your comments to yourself, she said",
            "Nuestra sección de frutas",
            "27 reactors",
        ),
    ),
    Rule(
        "contact_prompt",
        phrase(
            r"(?:szöveget|elírást|szöveghibát)[^\n?]{0,40} (?:hibát )?talált\w{0,3}\?[^\n]{0,80}|"
            r"elírást talált\w{0,3}[^\n]{0,80}",
        ),
        scope="tail",
        hits=(
            "Szöveget vagy helyesírási hibát találtál? Írj nekünk!",
            "Elírást találtál? Szólj!",
        ),
        misses=(
            "Szöveget írt",
            "Elírást javított",
        ),
    ),
    Rule(
        "comment_prompt",
        phrase(
            r"(?:the |readers['’] )?comments (?:largely |mostly |overwhelmingly )?(?:reflect|express|highlight|"
            r"criticize|"
            r"discuss) [^\n]{20,400}",
        ),
        scope="tail",
        hits=(
            "The comments reflect frustration with how airlines explain rules to passengers.",
            "Comments largely express concern about the cost of the bridge to the town.",
        ),
        misses=("The comments were read out in court.", "Comments reflect badly"),
    ),
)
