"""Lines that say whose text it is, and what may be done with it."""

from __future__ import annotations

from scraper.cleaners.rules.rule import Rule, phrase
from scraper.cleaners.rules.signatures import is_sign_off

_RESERVED = (
    r"all rights reserved|alle rechte vorbehalten|tous droits réservés|(?:todos los )?derechos reservados|"
    r"riproduzione "
    r"riservata|"
    r"(?:tutti i )?diritti riservati|todos os direitos reservados|alle rechten voorbehouden|(?:wszelkie|wszystkie) "
    r"prawa "
    r"zastrzeżone|všechna práva vyhrazena|všetky práva vyhradené|alla rättigheter förbehållna|alle rettigheter "
    r"(?:forbeholdt|reservert)|alle rettigheder forbeholdes|kaikki oikeudet pidätetään|(?:tüm|her) hakkı saklıdır|"
    r"tüm hakları "
    r"saklıdır|minden jog fenntartva|toate drepturile rezervate|все права защищены|(?:усі|всі) права захищен[іо]|με "
    r"την "
    r"επιφύλαξη παντός (?:νόμιμου )?δικαιώματος|無断(?:での)?(?:転載|複製|使用)(?:[・、](?:転載|複製|使用|"
    r"引用)){0,2}(?:を|は)?(?:固く)?禁(?:止|じます|じる|ず)?|무단 ?전재(?: ?및 "
    r"?재배포)?(?: ?금지)?|版权所有|"
    r"版權所有|جميع الحقوق محفوظة|सर्वाधिकार सुरक्षित"
)
_UNDER_LICENCE = r"[^\n]{0,160}(?:creative[- ]commons|\bcc[- ]by|\blicen[cs]ed|\blizenziert)[^\n]{0,160}"
_RIGHTS = tuple(
    "reserved vorbehalten réservés reservados riservat voorbehouden zastrzeżone vyhrazen vyhraden "
    "förbehåll forbehold reservert pidätetään saklıdır fenntartva rezervate защищен захищен δικαιώματος "
    "無断 무단 版权所有 版權所有 محفوظة सर्वाधिकार".split()
)

ROWS = (
    Rule(
        "copyright",
        phrase(r"© ?(?P<value>dpa)-infocom, dpa:[\w/-]+(?: \(dpa\))?"),
        scope="tail",
        action="agencies",
        accepts=is_sign_off,
        hits=("© dpa-infocom, dpa:240516-99-53606/3 (dpa)", "© dpa-infocom, dpa:240516-930-53606/1"),
        misses=("Die dpa-infocom GmbH sitzt in Hamburg.", "dpa:240516-99-53606/3 war die Nummer der Meldung."),
    ),
    Rule(
        "copyright",
        phrase(
            rf"<?(?:copyright|©|\(c\)|ⓒ)[^\n]{{0,60}}(?:\b\d{{4}}\b|{_RESERVED}|無断|무단)[^\n]{{0,200}}",
        ),
        scope="tail",
        hits=(
            "Copyright © AFP 2017-2026. Für die kommerzielle Nutzung dieses Inhalts ist ein Abonnement erforderlich.",
            "© The Financial Times Ltd. 2024",
        ),
        misses=("Copyright law was reformed last year.", "Rechte: © 2024 sagt nicht viel"),
    ),
    Rule(
        "copyright",
        phrase(
            rf"[^\n.!?]{{0,60}}(?:{_RESERVED})(?:[.!。] ?[^\n]{{0,250}})?",
            rf"[^\n©™]{{0,60}}[©™][^\n]{{0,160}}(?:{_RESERVED})[.!]?",
        ),
        scope="tail",
        near=_RIGHTS,
        hits=(
            "The-Post-Wire™ & © 2024 Post Media, Inc., a Marling Company. All rights reserved.",
            "All rights reserved.",
            "Heidepost, alle Rechte vorbehalten",
            "無断転載を禁じます。",
        ),
        misses=("All rights reserved to the people, he shouted", "Sie haben sich alle Rechte vorbehalten, sagt sie."),
    ),
    Rule(
        "copyright",
        phrase(
            rf"(?:except where|unless) otherwise (?:noted|stated|indicated|specified)\b{_UNDER_LICENCE}",
            rf"(?:sofern|soweit|wenn) nicht anders (?:ausgewiesen|angegeben|vermerkt|gekennzeichnet)\b{_UNDER_LICENCE}",
            rf"sauf (?:mention|indication) contraire\b{_UNDER_LICENCE}",
            rf"salvo (?:que se indique lo contrario|indicación contraria|diversa indicazione)\b{_UNDER_LICENCE}",
            rf"(?:salvo indicação em contrário|tenzij anders (?:vermeld|aangegeven))\b{_UNDER_LICENCE}",
        ),
        scope="tail",
        hits=(
            "Except where otherwise noted, content on this site is licensed under CC BY 4.0.",
            "Sofern nicht anders angegeben, stehen alle Inhalte dieser Seite unter CC-BY",
            "Sauf mention contraire, nos textes sont sous licence Creative Commons.",
        ),
        misses=(
            "Unless otherwise stated, all prices include breakfast.",
            "Sofern nicht anders vermerkt, fährt der Bus stündlich.",
            "Sauf mention contraire, le permis de pêche reste valable.",
        ),
    ),
    Rule(
        "copyright",
        phrase(
            r"(?:(?:this|our|all|any|no) (?:part of (?:this|the|our) )?|reproduction of (?:this|our) )(?:material|"
            r"article|content|story|publication|text|report)s? [^\n.]{0,60}\b(?:may|must|can)(?:not)?(?: not| only|"
            r" never)? be [^\n.]{0,60}(?:published|reproduced|copied|distributed|reprinted|rewritten|"
            r"broadcast)[^\n]{0,200}",
            r"(?:this|the) (?:work|article|story|text|content) is (?:licensed|available|published|"
            r"republished) [^\n]{0,60}(?:creative commons|\bcc[- ]by)[^\n]{0,160}",
            r"(?:hier können sie )?(?:die )?(?:nutzungs)?rechte an diese[mnr] (?:artikel|text|beitrag|bild) "
            r"(?:erwerben|"
            r"kaufen)\.?|rechte am (?:artikel|text|beitrag) können sie hier erwerben\.?|il est interdit de (?:copier|"
            r"reproduire) [^\n]{3,120}|© ?(?-i:[A-Z]{2,5}(?:/[A-Za-zäöü]{2,8}){1,4})|draudžiama (?:platinti|skelbti|"
            r"kopijuoti|atgaminti)\b[^\n]{0,160}",
            r"this archived [\w ]{3,20} is available only for\b[^\n]{2,400}|[\w' ]{2,20}transcripts are created on a "
            r"rush deadline[^\n]{2,300}",
            r"(?:nachdruck|vervielfältigung|weiterverwendung|weiterverbreitung|"
            r"veröffentlichung)\b[^\n.]{0,80} (?:nur mit|verboten|untersagt|nicht gestattet|bedarf)\b[^\n]{0,120}",
            r"(?:dieser (?:text|artikel|beitrag)|dieses werk|(?:alle|die|sämtliche) (?:texte|inhalte|beiträge)) "
            r"(?:steh(?:t|en)|ist|sind|unterlieg(?:t|en))(?: unter)? (?:der|einer|dieser) "
            r"[^\n.]{0,60}lizenz[^\n]{0,120}",
            r"(?:(?:é|está|queda|è) )?(?:\w{2,20}mente )?(?:proibid[ao]|prohibid[ao]|vietat[ao]) (?:a |la |su |sua )?"
            r"(?:reprodução|reproducción|riproduzione|cópia|copia|difusión|diffusione)"
            r"(?=[^\n]{0,120}(?:autoriza|autorizz|consens|permis|total|parci|parzi|conteúdo|contenid|"
            r"contenut))[^\n]{0,160}",
            r"(?:toute |la )?(?:reproduction|rediffusion|reprise)(?: (?:totale|partielle|même partielle|ou|et|de cet "
            r"article|de ce contenu|de cette page|sans autorisation)){0,4},? (?:est )?(?:strictement |formellement )?"
            r"interdite(?:,? sans [^\n.,]{3,60})?\.?",
            r"(?:kopiowanie|przedruk|rozpowszechnianie|powielanie)\b[^\n.]{0,120}(?:zabronion|zakazan|"
            r"bez (?:\w{3,12} )?"
            r"zgody)[^\n.]{0,80}\.?|(?:šíření|přebírání|publikování|kopírování|další šíření)\b[^\n.]{0,120}"
            r"(?:zakázáno|bez (?:\w{3,14} )?souhlasu)[^\n.]{0,80}\.?",
            r"(?:при |у разі |в разі )?(?:любом |полном |частичном |полном или частичном )?(?:использовани|"
            r"перепечатк|"
            r"цитировани|копировани|використанн|передрук|цитуванн|копіюванн)\w{0,3}\b[^\n.]{0,120}(?:ссылк|посиланн|"
            r"материалов (?:сайта )?(?:без|запрещ|только))[^\n.]{0,120}\.?",
            r"dilarang (?:keras )?(?:memperbanyak|mengutip|menyalin|mengambil|menyebarluaskan|memproduksi ulang)\b"
            r"[^\n.]{0,140}\b(?:izin|konten|isi|artikel)\b[^\n.]{0,80}\.?|hak cipta dilindungi[^\n.]{0,80}\.?",
            r"απαγορεύεται (?:ρητά |αυστηρά )?η (?:αναδημοσίευση|αναπαραγωγή|αντιγραφή)\b[^\n.]{0,160}\.?|"
            r"(?:bu )?(?:haber|içerik|yazı)\w{0,6} (?:[^\n.]{0,40} )?(?:izinsiz|kaynak gösterilmeden)\b[^\n.]{0,80}"
            r"(?:kullanıl|kopyalan|yayınlan|yayımlan|alıntılan|çoğalt)[^\n.]{0,40}\.?",
            r"(?:版权所有[,，] ?|[^\n。，,]{2,12}[,，] ?)?(?:未经|未經)[^\n。]{0,12}(?:授权|許可|许可|授權|同意|"
            r"允许)[^\n。]{0,10}(?:不得|"
            r"禁止|严禁|嚴禁|请勿)"
            r"[^\n。]{0,12}(?:转载|轉載|复制|使用)[^\n。]{0,40}。?|转载请注明(?:出处|来源)[^\n。]{0,40}。?|"
            r"(?:يمنع|يحظر) (?:نشر|نسخ|نقل|إعادة نشر)[^\n.]{0,100}(?:دون|بدون) (?:إذن|موافقة)[^\n.]{0,40}",
            r"(?:eftertryk|kopiering|gjengivelse|eftertryck|mångfaldigande|kopioiminen|overname|"
            r"verveelvoudiging)\b[^\n.]{0,80}(?:forbudt|ikke tillatt|förbjud\w{0,3}|kielletty|alleen met|zonder|"
            r"niet toegestaan)\b[^\n]{0,100}",
        ),
        scope="tail",
        hits=(
            "This material may not be published, broadcast, rewritten or redistributed.",
            "No part of this article may be reproduced without permission.",
            "This archived news story is available only for your personal, non-commercial use.",
            "Nachdruck und Vervielfältigung nur mit Genehmigung.",
            "Alle Inhalte unterliegen der Creative-Commons-Lizenz CC BY 4.0.",
            "This work is licensed under a Creative Commons licence.",
            "Eftertryk forbudt",
            "Hier können Sie die Rechte an diesem Artikel erwerben.",
            "© MP/kast/vewo",
            "Il est interdit de copier cet article sans l'accord de la rédaction.",
            "Draudžiama platinti, skelbti, kopijuoti informaciją be redakcijos sutikimo.",
            "Reproduction interdite",
            "Przedruk bez zgody redakcji zabroniony",
            "При цитировании ссылка на сайт обязательна.",
        ),
        misses=(
            "Material may be published soon, the court said.",
            "This article may be long.",
            "Die Veröffentlichung der Bilder ist umstritten.",
            "Alle Texte sind unter der Hand verkauft worden.",
            "Kopiering av bron tar tid.",
            "Die Rechte an diesem Text hat ein anderer.",
            "Toute reproduction de ces gestes est interdite, dit le maire.",
            "Использование телефонов в школах запретят.",
        ),
    ),
    Rule(
        "copyright",
        phrase(
            r"(?:si (?:estás|está) interesad[oa] en|for information on|wenn sie (?:diesen )?(?:artikel|inhalt)\w{0,3}) "
            r"(?:licenciar|licensing|lizenzieren) [^\n.,]{0,20}\b(?:contenido|artículo|content|article|inhalt|"
            r"artikel)\b[^\n.,]{0,20}(?:, (?:pincha|haz clic|click|klicken)[^\n.]{0,30})?\.?",
            r"op alle (?:verhalen|artikelen|teksten|inhoud) van [^\n.]{2,40} rust\b[^\n]{0,40} copyright\b[^\n]{0,300}",
            r"جميع (?:حقوق (?:النشر|الطبع|الملكية) ?)?(?:الحقوق )?محفوظة[^\n]{0,200}",
        ),
        scope="tail",
        hits=(
            "Si estás interesado en licenciar este contenido, pincha aquí.",
            "Op alle verhalen van de Heidepost rust uiteraard copyright. Linken kan altijd.",
            "جميع حقوق النشر محفوظة لدى مؤسسة مارلينغ ويحظر نشر أو توزيع أي مادة دون إذن",
        ),
        misses=(
            "Si estás interesado en licenciar el puente, llama.",
            "Op alle verhalen rust een vloek.",
        ),
    ),
    Rule(
        "copyright",
        phrase(
            r"(?:ophavsretten|opphavsretten|upphovsrätten|copyright) (?:til|till|for|on) (?:artiklerne|artiklene|"
            r"artiklarna|the articles|all articles)\b[^\n]{3,120}",
        ),
        scope="tail",
        hits=(
            "Ophavsretten til artiklerne på marling.dk tilhører Marling-Posten.",
            "Opphavsretten til artiklene tilhører avisen.",
        ),
        misses=(
            "Ophavsretten er et problem",
            "Copyright for beginners",
        ),
    ),
)
