"""robots.txt: rules as RFC 9309 reads them, and what becomes of each status and each network."""

from __future__ import annotations

import asyncio
import gzip
import time as wall
from typing import TYPE_CHECKING

import pytest

from scraper.errors import (
    ConnectionFailedError,
    FetchError,
    ForbiddenError,
    HostParkedError,
    RobotsDeniedError,
    RobotsUnavailableError,
)
from scraper.fetchers.client import PRODUCT, Fetcher, Wiring
from scraper.fetchers.robots import KEPT, MAX_BYTES, Robots, parsed
from tests.faults.modes import PAGE, html, plays, reply
from tests.faults.run import at_loopback, settings
from tests.faults.server import HostileServer
from tests.fetchers.fakes import Web, answer, request

if TYPE_CHECKING:
    from collections.abc import Callable

    from scraper.fetchers.exchange import Answer
    from tests.faults.server import Script

WIRED = Wiring(at_loopback)
SITE = "https://news.example"
CLOSED = "User-agent: *\nDisallow: /\n"
OURS = f"User-agent: {PRODUCT}\n"


def allows(text: str, path: str) -> bool:
    return parsed(text, PRODUCT).can_fetch(SITE + path, "ours")


# Rules: each row is a file, the paths it allows and those it does not.
ALL = "User-agent: *\n"
RULES: dict[str, tuple[str, str, str]] = {
    "nothing": ("", "/ /a", ""),
    "comments only": ("# Disallow: /\n", "/a", ""),
    "everything": (ALL + "Disallow: /\n", "/robots.txt", "/ /a"),
    "an empty disallow": (ALL + "Disallow:\n", "/a", ""),
    "a prefix": (ALL + "Disallow: /fish\n", "/ /Fish /catfish /?id=fish", "/fish /fish.html /fish/salmon /fishheads"),
    "a folder": (ALL + "Disallow: /fish/\n", "/fish /fish.html", "/fish/ /fish/?id=1 /fish/salmon.htm"),
    "a star at the end": (ALL + "Disallow: /fish*\n", "/Fish /catfish", "/fish /fish.html /fishheads/yummy"),
    "a star inside": (ALL + "Disallow: /*.php\n", "/ /x.PHP", "/index.php /a/b.php?c /x.php/ /x.php5"),
    "an end": (ALL + "Disallow: /*.php$\n", "/x.php?a /x.php/ /x.php5", "/x.php /a/x.php"),
    "a star between": (ALL + "Disallow: /fish*.php\n", "/Fish.PHP", "/fish.php /fishheads/catfish.php?parameters"),
    "the longest wins": (ALL + "Allow: /p\nDisallow: /\n", "/page", "/other"),
    "the longest wins, whatever the order": (ALL + "Disallow: /\nAllow: /p\n", "/page", "/other"),
    "allow wins a tie": (ALL + "Allow: /folder\nDisallow: /folder\n", "/folder/page", ""),
    "the longer disallow": (ALL + "Allow: /page\nDisallow: /*.htm\n", "/page", "/page.htm"),
    "the root alone": (ALL + "Allow: /$\nDisallow: /\n", "/", "/page.htm"),
    "a query": (ALL + "Disallow: /*?print\n", "/a?b", "/a?print=1"),
    "escapes": (ALL + "Disallow: /caf%C3%A9\n", "/cafe", "/caf%c3%a9 /café"),
    "raw letters": (ALL + "Disallow: /café\n", "/cafe", "/caf%C3%A9"),
    "names in any case": ("USER-AGENT: *\nDISALLOW: /a\n", "/b", "/a"),
    "spaces": ("  user-agent :  *  \n  disallow :  /a  # why\n", "/b", "/a"),
    "carriage returns": ("User-agent: *\rDisallow: /a\r", "/b", "/a"),
    "our group, not the general one": (OURS + "Disallow: /a\n\n" + CLOSED, "/b", "/a"),
    "our group, though it comes last": (CLOSED + "\n" + OURS + "Allow: /\n", "/ /a", ""),
    "our group with a version": (f"User-agent: {PRODUCT}/2.0 (beta)\nDisallow: /a\n{CLOSED}", "/b", "/a"),
    "our group in capitals": (f"User-agent: {PRODUCT.upper()}\nDisallow: /a\n{CLOSED}", "/b", "/a"),
    "our groups are one": (
        OURS + "Disallow: /a\n\nUser-agent: other\nDisallow: /c\n\n" + OURS + "Disallow: /b\n",
        "/c",
        "/a /b",
    ),
    "a group of several": (f"User-agent: other\nUser-agent: {PRODUCT}\nDisallow: /a\n", "/b", "/a"),
    "lines between agents": (f"User-agent: other\n\n# x\nUser-agent: {PRODUCT}\nDisallow: /a\n", "/b", "/a"),
    "a name that ours begins with": ("User-agent: clean\nDisallow: /\n", "/a", ""),
    "a name that begins with ours": (f"User-agent: {PRODUCT}-images\nDisallow: /\n", "/a", ""),
    "another's group": ("User-agent: Googlebot\nDisallow: /\n", "/a", ""),
    "a star and more": ("User-agent: * foo\nDisallow: /a\n", "/b", "/a"),
    "rules before any group": ("Disallow: /\n" + ALL + "Disallow: /a\n", "/b", "/a"),
    "sitemaps inside a group": (ALL + "Disallow: /a\nSitemap: https://x/\nDisallow: /b\n", "/c", "/a /b"),
    "directives that nobody knows": (ALL + "Noindex: /b\nDisallow: /a\n", "/b", "/a"),
    "a page of HTML": ("<html><title>Log in</title>Disallow: /</html>", "/a", ""),
    "no colon": ("user-agent *\ndisallow /a\n", "/b", "/a"),
    "no group at all": ("foo: *\nbar: /\n", "/a", ""),
    "an empty name ends a group": (f"User-agent: {PRODUCT}\nDisallow: /a\nUser-agent:\nDisallow: /b\n", "/b", "/a"),
    "a name up to its first blank": (f"User-agent: {PRODUCT} of the desk\nDisallow: /a\n{CLOSED}", "/b", "/a"),
    "ours and all in one group": (f"User-agent: *\nUser-agent: {PRODUCT}\nDisallow: /a\n", "/b", "/a"),
    "all, though ours is empty": (f"{CLOSED}\n{OURS}", "/a", ""),
    "values keep their case": (ALL + "Disallow: /X/\n", "/x/y", "/X/y"),
    "the longest of three": (
        ALL + "Disallow: /x/page.html\nAllow: /x/\nDisallow: /\n",
        "/x/ /x/other",
        "/x/page.html /",
    ),
    "equal rules": (ALL + "Disallow: /a/b.html\nAllow: /a/b.html\n", "/a/b.html", ""),
    "a disallow of nothing beside an allow of nothing": (ALL + "Disallow:\nAllow:\n", "/a", ""),
    "a query in a rule": (ALL + "Disallow: /a?b=c&d=http://x.y?z\n", "/a?b=c", "/a?b=c&d=http://x.y?z&more"),
    "letters of other scripts": (ALL + "Disallow: /foo/bar/ツ\n", "/foo/bar/", "/foo/bar/ツ /foo/bar/%E3%83%84"),
    "an index stands for its folder": (
        ALL + "Allow: /open/index.html\nDisallow: /\n",
        "/open/ /open/index.html",
        "/open/other.html /index.html",
    ),
    "a dollar inside": (ALL + "Disallow: /a$b\n", "/a", "/a$b"),
    "a star at the start": (ALL + "Disallow: *a\n", "/b", "/a /b/a"),
    "several stars are one": (ALL + "Disallow: /a***b\n", "/a", "/ab /axxb"),
    "a rule without a slash": (ALL + "Disallow: a\n", "/a /b", ""),
    "a comment behind a name": (f"User-agent: {PRODUCT}# us\nDisallow: /a\n", "/b", "/a"),
    "only carriage returns and blanks": ("\r \r\t\r", "/a", ""),
    "misspelt": (ALL + "Disalow: /a\nDissallow: /b\n", "/c", "/a /b"),
    "control characters": (ALL + "Disallow: /a\0b\nDisallow: /c\n", "/a", "/c"),
}


@pytest.mark.parametrize("name", RULES)
def test_rules_are_read_as_rfc_9309_has_them(name: str) -> None:
    text, allowed, disallowed = RULES[name]
    assert [path for path in allowed.split() if not allows(text, path)] == []
    assert [path for path in disallowed.split() if allows(text, path)] == []


def test_many_stars_take_linear_time() -> None:
    text = ALL + "Disallow: /" + "*a" * 5000 + "b\n"
    start = wall.monotonic()
    assert allows(text, "/" + "a" * 100_000)
    assert wall.monotonic() - start < 2


# Layer


def visit(say: Callable[[str], Answer | Exception], *urls: str, later: float = 0) -> tuple[Web, list[int | FetchError]]:
    """Ask for `urls` in turn, each `later` seconds after the one before."""

    async def ask(url: str) -> int | FetchError:
        try:
            async with request(url) as wanted, robots.open(wanted) as got:
                return got.status
        except FetchError as error:
            return error
        finally:
            web.time.seconds += later

    async def whole() -> list[int | FetchError]:
        return [await ask(url) for url in urls]

    web = Web(say)
    robots = Robots(web, web, PRODUCT, web.time.clock)
    return web, asyncio.run(whole())


def serving(robots: Answer | Exception | Callable[[], Answer]) -> Callable[[str], Answer | Exception]:
    def say(url: str) -> Answer | Exception:
        if not url.endswith("/robots.txt"):
            return answer()
        return robots() if callable(robots) else robots

    return say


PAGES = (f"{SITE}/a", f"{SITE}/b")
FILE = f"{SITE}/robots.txt"


def test_it_is_asked_for_once_before_the_first_page_of_a_site() -> None:
    web, ends = visit(serving(lambda: answer(200, b"")), *PAGES, "http://news.example/c", "https://news.example:8443/d")
    assert ends == [200] * 4
    assert web.asked == [
        FILE,
        *PAGES,
        "http://news.example/robots.txt",
        "http://news.example/c",
        "https://news.example:8443/robots.txt",
        "https://news.example:8443/d",
    ]


def test_what_it_disallows_is_not_asked_for_and_the_error_names_it() -> None:
    web, ends = visit(serving(lambda: answer(200, CLOSED.encode())), *PAGES)
    assert web.asked == [FILE]
    assert all(isinstance(end, RobotsDeniedError) and not end.retryable for end in ends)
    assert PAGES[0] in str(ends[0])


@pytest.mark.parametrize(("later", "times"), [(KEPT - 1, 1), (KEPT + 1, 2)])
def test_it_is_kept_for_a_day(later: float, times: int) -> None:
    web, _ = visit(serving(lambda: answer(200, b"")), *PAGES, later=later)
    assert web.asked.count(FILE) == times


def test_its_crawl_delay_is_told() -> None:
    text = f"User-agent: *\nCrawl-delay: 5\n\nUser-agent: {PRODUCT}\nCrawl-delay: 7.5\n"
    assert visit(serving(lambda: answer(200, text.encode())), PAGES[0])[0].heeded == [(f"{SITE}/", 7.5)]


@pytest.mark.parametrize("status", [400, 401, 402, 403, 404, 405, 410, 418, 451, 499])
def test_a_site_without_one_may_be_fetched(status: int) -> None:
    web, ends = visit(serving(lambda: answer(status, CLOSED.encode())), *PAGES)
    assert ends == [200, 200]
    assert web.asked.count(FILE) == 1


@pytest.mark.parametrize("status", [200, 201, 203, 206])
def test_any_2xx_is_read(status: int) -> None:
    assert isinstance(visit(serving(lambda: answer(status, CLOSED.encode())), PAGES[0])[1][0], RobotsDeniedError)


@pytest.mark.parametrize("status", [408, 425, 429, 500, 501, 502, 503, 504, 520, 599, 600, 999])
def test_a_fault_of_the_server_closes_the_site_for_now(status: int) -> None:
    web, ends = visit(serving(lambda: answer(status)), *PAGES)
    assert set(web.asked) == {FILE}
    assert all(isinstance(end, RobotsUnavailableError) and end.retryable for end in ends)
    assert f"answers {status}" in str(ends[0])


def test_a_site_opens_when_it_can_be_read_again() -> None:
    statuses = iter([503, 200])
    web, ends = visit(serving(lambda: answer(next(statuses))), *PAGES, PAGES[0], later=3000)
    assert isinstance(ends[0], RobotsUnavailableError)
    assert ends[1:] == [200, 200]
    assert web.asked.count(FILE) == 2


def test_a_network_that_fails_closes_the_site_and_the_error_stays_what_it_is() -> None:
    web, ends = visit(serving(ConnectionFailedError("https://news.example/robots.txt: refused")), *PAGES)
    assert set(web.asked) == {FILE}
    assert all(isinstance(end, ConnectionFailedError) for end in ends)
    assert str(ends[0]) == f"{PAGES[0]}: not fetched, since {FILE}: refused"


@pytest.mark.parametrize("error", [ForbiddenError("private"), HostParkedError("parked")])
def test_what_the_layers_below_refuse_stays_refused(error: FetchError) -> None:
    web, ends = visit(serving(error), PAGES[0])
    assert web.asked == [FILE]
    assert type(ends[0]) is type(error)
    assert str(ends[0]) == f"{PAGES[0]}: not fetched, since {error}"


@pytest.mark.parametrize("status", [301, 302, 303, 307, 308])
@pytest.mark.parametrize(("hops", "closed"), [(1, True), (5, True), (6, False)])
def test_five_redirects_are_followed_to_any_host(status: int, hops: int, closed: bool) -> None:  # noqa: FBT001 - a row
    def say(url: str) -> Answer:
        if "/page" in url:
            return answer()
        done = int(url.rpartition("?")[2]) if "?" in url else 0
        onward = f"https://other{done}.example/rules?{done + 1}"
        return answer(status, location=onward) if done < hops else answer(200, CLOSED.encode())

    _, ends = visit(say, f"{SITE}/page")
    assert isinstance(ends[0], RobotsDeniedError) is closed
    assert closed or ends == [200]


@pytest.mark.parametrize("location", [None, "http://[", "ftp://news.example/", "/robots.txt"])
def test_a_redirect_that_leads_nowhere_is_no_file(location: str | None) -> None:
    moved = serving(lambda: answer(302, location=location) if location else answer(302))
    assert visit(moved, PAGES[0])[1] == [200]


def test_what_lies_within_500_kib_counts_and_no_half_line_does() -> None:
    filler = b"#" * 99 + b"\n"
    inside = ALL.encode() + b"Disallow: /a\n"
    half = b"Disallow: /b"
    begun = inside + filler * ((MAX_BYTES - len(inside) - len(half)) // len(filler))
    text = begun + b"#" * (MAX_BYTES - len(begun) - len(half) - 1) + b"\n" + half + b"ooks\nDisallow: /c\n" + filler
    assert len(text) > MAX_BYTES
    _, ends = visit(serving(lambda: answer(200, text)), f"{SITE}/a", f"{SITE}/b", f"{SITE}/c")
    assert isinstance(ends[0], RobotsDeniedError)
    assert ends[1:] == [200, 200]


@pytest.mark.parametrize("body", [b"\xef\xbb\xbf" + CLOSED.encode(), CLOSED.encode() + b"\xff\xfe\0"])
def test_bytes_that_are_no_text_do_not_hide_rules(body: bytes) -> None:
    assert isinstance(visit(serving(lambda: answer(200, body)), PAGES[0])[1][0], RobotsDeniedError)


def test_codings_are_undone_and_a_broken_one_closes_the_site() -> None:
    def coded(body: bytes) -> Callable[[], Answer]:
        return lambda: answer(200, body, content_encoding="gzip")

    assert isinstance(visit(serving(coded(gzip.compress(CLOSED.encode()))), PAGES[0])[1][0], RobotsDeniedError)
    assert isinstance(visit(serving(coded(b"no gzip")), PAGES[0])[1][0], RobotsUnavailableError)


def test_many_urls_of_a_site_ask_for_it_once() -> None:
    async def whole() -> None:
        async def one(n: int) -> None:
            async with request(f"{SITE}/{n}") as wanted, robots.open(wanted):
                pass

        await asyncio.gather(*(one(n) for n in range(20)))

    web = Web(serving(lambda: answer(200)), seconds=0.1)
    robots = Robots(web, web, PRODUCT, web.time.clock)
    asyncio.run(whole())
    assert web.asked.count(FILE) == 1


def test_each_hop_of_a_redirect_is_checked() -> None:
    async def whole() -> tuple[FetchError, list[str]]:
        scripts: dict[str, Script] = {
            "/robots.txt": plays(reply(200, body=b"User-agent: *\nDisallow: /private\n")),
            "/story": plays(reply(302, "Location: /private/story")),
        }
        async with HostileServer(scripts) as server, Fetcher(settings(), wiring=Wiring(at_loopback)) as client:
            with pytest.raises(RobotsDeniedError) as caught:
                await client.fetch(server.bases["http"] + "/story")
            return caught.value, [seen.path for seen in server.visits]

    error, asked = asyncio.run(whole())
    assert asked == ["/robots.txt", "/story"]
    assert "/story (redirected to " in str(error)


@pytest.mark.parametrize(
    "path", ["/a/../private/story", "/./private/story", "/a/%2e%2e/private/story", "/%70rivate/story"]
)
def test_no_spelling_of_a_path_gets_past_it(path: str) -> None:
    async def whole() -> list[str]:
        rules = plays(reply(200, body=b"User-agent: *\nDisallow: /private\n"))
        async with HostileServer({"/robots.txt": rules}) as server, Fetcher(settings(), wiring=WIRED) as client:
            with pytest.raises(RobotsDeniedError):
                await client.fetch(server.bases["http"] + path)
            return [seen.path for seen in server.visits]

    assert asyncio.run(whole()) == ["/robots.txt"]


def test_robots_txt_is_not_asked_for_where_it_is_to_be_ignored() -> None:
    async def whole() -> list[str]:
        scripts: dict[str, Script] = {
            "/robots.txt": plays(reply(200, body=CLOSED.encode())),
            "/story": plays(html(PAGE)),
        }
        async with HostileServer(scripts) as server, Fetcher(settings(), ignore_robots=True) as client:
            await client.fetch(server.bases["http"] + "/story")
            return [seen.path for seen in server.visits]

    assert asyncio.run(whole()) == ["/story"]
