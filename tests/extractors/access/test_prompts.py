"""What walls, meters and cut texts say, and what says the like."""

from __future__ import annotations

import pytest

from scraper.extractors.access.prompts import (
    ELSEWHERE,
    LEFT_OUT,
    METER,
    NEXT_PAGE,
    OWNER_PROMPT,
    PAGE_OF,
    TOLD,
    is_wall,
    leads,
    wants,
)

WALLS = (
    "Subscribe to continue reading",
    "To view the full story, please subscribe to the Marling Post.",
    "This post is for paid subscribers",
    "This article is exclusive to Post+ subscribers",
    "Continue reading this post for free, courtesy of Ada Lund.",
    "Become a paid subscriber to the Post to unlock this piece and learn about:",
    "Enjoying our latest content? Log in or create an account to continue",
    "You have reached your limit of free articles",
    "Members-only story",
    "Jetzt weiterlesen!",
    "Lesen Sie diesen Artikel mit dem Probeabo",
    "Dieser Inhalt ist exklusiv für Abonnenten",
    "Um weiterzulesen, melden Sie sich bitte an",
    "Artikel freischalten",
    "La suite est réservée aux abonnés",
    "Abonnez-vous pour lire la suite",
    "Connectez-vous pour découvrir cet article",
    "Contenido exclusivo para suscriptores",
    "Suscríbete para seguir leyendo",
    "Inicia sesión para acceder a este contenido",
    "Conteúdo exclusivo para assinantes",
    "Faça login para continuar",
    "Contenuto riservato agli abbonati",
    "Per proseguire la lettura",
    "Alleen voor abonnees",
    "Log in om verder te lezen",
    "Tylko dla prenumeratorów",
    "Aby kontynuować, zaloguj się",
    "Endast för prenumeranter",
    "Logg inn for å lese videre",
    "Kun for abonnenter",
    "Vain tilaajille",
    "Jen pro předplatitele",
    "Pro dočtení článku",
    "Csak előfizetőknek",
    "Devamını okumak için abone olun",
    "Только для подписчиков",
    "この記事は有料会員限定です",
    "続きを読むには会員登録が必要です",
    "구독자 전용",
    "登录后阅读全文",
    "This story is available exclusively to Post subscribers",
    "Get full access to this article",
    "To access this content, you must purchase a year's membership",
    "You must be logged in to view this page",
    "This content is for Annual and Monthly members only.",
    "Dieser Artikel gehört zum Angebot von Post+",
    "Débloquez cet article",
    "Ce contenu est réservé aux membres.",
    "L'articolo completo è disponibile solo per gli abbonati",
    "Vuoi continuare a leggere?",
    "Lees gratis verder met een account",
    "Fortsätt läsa med ett abonnemang",
    "Saken er for abonnenter",
    "Jutun lukeminen vaatii tilauksen",
    "Przeczytasz go tylko z aktywną prenumeratą",
    "Dočtěte tento článek s předplatným",
    "Tento článok si môžu prečítať iba predplatitelia",
    "A cikk folytatását előfizetőink olvashatják.",
    "Материал доступен по подписке.",
    "Лише для передплатників",
    "Samo za pretplatnike",
    "Contingut exclusiu per a subscriptors",
    "Artikli lugemiseks telli digipakett",
    "למנויים בלבד",
    "للمشتركين فقط",
    "Artikel ini khusus pelanggan",
    "Đăng nhập để đọc tiếp",
    "ここから先は",
    "이 기사는 구독자만 볼 수 있습니다.",
    "本文为付费内容",
)
NO_WALLS = (
    "Subscribe now to keep reading and get access to the full archive.",
    "Subscribe to our newsletter and read more every day",
    "Continue reading the main story",
    "Continue reading below",
    "Scroll to continue reading",
    "Log in to read 14 comments",
    "Melden Sie sich an, um Kommentare zu lesen",
    "Comentar las notas es exclusivo para suscriptores.",
    "Regístrate o inicia sesión para seguir tus temas favoritos.",
    "Sign in and open a world of features",
    "Read more",
    "Weiterlesen",
    "Lire la suite",
    "Ich steig aus…",
    "有料会員になると有料記事もお読みいただけます。",
    "Already a subscriber?",
    "Alleen voor abonnees: korting op een weekend in Friesland.",
    "For members only: a tour of the tower on 3 May.",
    "Les premières séances seront réservées aux abonnés du théâtre.",
    "The report is available to members of parliament",
    "Players can start a free trial to unlock the full game.",
    "Prenumerera på vårt nyhetsbrev för att läsa mer",
    "Подпишитесь на наш канал, чтобы прочитать новости первыми.",
    "Haberin devamını okumak için tıklayınız",
    "Join our WhatsApp channel and read the full coverage first",
    "Dieser Artikel wurde Ihnen von einem Abonnenten geschenkt.",
    "The council will subscribe to the plan. " * 10,
)


@pytest.mark.parametrize("text", WALLS)
def test_a_wall_is_heard_in_many_languages(text: str) -> None:
    assert is_wall(text)


@pytest.mark.parametrize("text", NO_WALLS)
def test_what_says_the_like_is_no_wall(text: str) -> None:
    assert not is_wall(text)


@pytest.mark.parametrize(
    ("text", "led"),
    [
        ("To view the full story, please subscribe", True),
        ("[This content is restricted to registered users]", True),
        ("La suite est réservée aux abonnés", True),
        ("From January, readers will have to subscribe to read the full stories", False),
        ("“Subscribe to keep reading” is a line that its readers will see more often", False),
    ],
)
def test_what_begins_otherwise_tells_of_walls(text: str, *, led: bool) -> None:
    assert is_wall(text)
    assert leads(text) is led


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Log in or create an account to continue", "registration"),
        ("Register for free to continue reading", "registration"),
        ("Jetzt kostenlos registrieren und weiterlesen", "registration"),
        ("Sign up for free access to this post", "registration"),
        ("Subscribe to continue reading", "subscription"),
        ("Sign up for a trial to continue reading: 1 €", "subscription"),
        ("Anmelden oder Abo abschließen und weiterlesen", "subscription"),
        ("You’ve read all your free articles. Subscribe to continue", "metered"),
        ("Você atingiu o limite de reportagens gratuitas", "metered"),
    ],
)
def test_a_wall_has_counted_or_asks_for_an_account_or_for_money(text: str, kind: str) -> None:
    assert wants(text) == kind


@pytest.mark.parametrize(
    ("pattern", "hit", "miss"),
    [
        (METER, "You have 2 free articles left", "All 12 articles are free"),
        (METER, "Noch 3 kostenlose Artikel", "3 Artikel sind kostenlos"),
        (LEFT_OUT, "残り1234文字", "1234文字の記事"),
        (LEFT_OUT, "Il vous reste 75.5% de cet article à lire", "Il vous reste 75% de batterie"),
        (OWNER_PROMPT, "Sie sind bereits Abonnent?", "Die Abonnenten sind bereit"),
        (ELSEWHERE, "Continue reading at the Marling Post", "Continue reading the main story"),
        (ELSEWHERE, "Weiterlesen bei der Post", "Weiterlesen"),
        (ELSEWHERE, "Read the full story here", "Read more on these topics"),
        (NEXT_PAGE, "Next page", "Next pages of history"),
        (NEXT_PAGE, "次ページ→ 二へ", "次の記事"),
        (PAGE_OF, "Page 1 of 3", "Page 1 of 1"),
    ],
)
def test_each_pattern_has_a_look_alike(pattern: object, hit: str, miss: str) -> None:
    assert pattern.search(hit)  # type: ignore[attr-defined]
    assert not pattern.search(miss)  # type: ignore[attr-defined]


@pytest.mark.parametrize(
    "text",
    [
        "You have 2 free articles left",
        "two free stories this month",
        "Vous avez lu 1 des 4 articles gratuits",
        "7 z 8 darmowych artykułów",
        "Noch 3 kostenlose Artikel",
        "3 articles left this month",
        "残り1234文字",
        "Il vous reste 75% de cet article",
        "Noch 80 % des Artikels",
        "This is a preview of subscription content",
    ],
)
def test_the_quick_look_sees_all_that_the_patterns_match(text: str) -> None:
    assert METER.search(text) or LEFT_OUT.search(text)
    assert any(word in text.lower() for word in TOLD)
