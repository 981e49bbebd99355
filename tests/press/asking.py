"""How the press's own tests ask it, and what listings list."""

from __future__ import annotations

import http.client
import json
import re
from typing import TYPE_CHECKING, Final
from urllib.parse import urlsplit

import pytest

from scraper.discovery.feeds import read_feed
from scraper.discovery.sitemaps import read_sitemap
from tests.press.desk import reply
from tests.press.server import NO_HOSTS, loopback_hosts_available

if TYPE_CHECKING:
    from tests.press.papers import Press

needs_hosts = pytest.mark.skipif(not loopback_hosts_available(), reason=NO_HOSTS)

LISTINGS: Final = ("/feed.xml", "/atom.xml", "/feed.json", "/news/", "/sitemap-news.xml", "/sitemap-1.xml.gz")


class Answered:
    """One answer: its status, headers and body."""

    def __init__(self, response: http.client.HTTPResponse) -> None:
        self.status, self.headers, self.body = response.status, response.headers, response.read()


def ask(url: str, method: str = "GET", timeout: float = 5, **headers: str) -> Answered:
    parts = urlsplit(url)
    connection = http.client.HTTPConnection(parts.hostname or "", parts.port, timeout=timeout)
    try:
        target = f"{parts.path}?{parts.query}" if parts.query else parts.path
        connection.request(method, target, headers={name.replace("_", "-"): value for name, value in headers.items()})
        return Answered(connection.getresponse())
    finally:
        connection.close()


def listed(press: Press, k: int, path: str) -> list[str]:
    """URLs that a listing of paper k names, in its order."""
    body = reply(press, k, path).body
    if path == "/news/":
        return re.findall(r'<h3><a href="([^"]+)"', body.decode())
    if path == "/feed.json":
        return [item["url"] for item in json.loads(body)["items"]]
    links = read_sitemap(body, "http://x/").links if "sitemap" in path else read_feed(body, "http://x/")
    return [link.url for link in links]
