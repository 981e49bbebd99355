"""Imported by the process that workers are forked from, before the first: they all share what it has loaded.

The pipeline reads its models and lists when a page first needs them, which takes longer than a hundred pages. Here one
page is processed on import, as a fork server is told what to do by no other way.
"""

from __future__ import annotations

import gc
from typing import Final

from scraper.executors.process import silence
from scraper.page import html_page
from scraper.pipeline import process

_PAGE: Final = """<!doctype html><html><head><title>Harbour bridge reopens</title></head><body><article>
<h1>Harbour bridge reopens</h1><p>The swing bridge over the harbour mouth carried traffic again on Monday for the first
time since the storm, when a drifting barge broke two of its piers and the council of the town had it closed.</p>
<p>Engineers had replaced eleven girders and the whole of the turning gear, and the first cars crossed before dawn.</p>
</article></body></html>"""

silence()
process(html_page(_PAGE, url="https://example.org/bridge"))
# Not looked at by the collector any more, which would write into the memory that the workers share.
gc.collect()
gc.freeze()
