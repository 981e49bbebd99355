"""Lines that a careless regular expression takes more than linear time for: what they repeat."""

from typing import Final

FILLERS: Final = (
    " ",
    "1",
    "a",
    "A",
    "(",
    ") (",
    "a ",
    "A ",
    "A1 ",
    ".",
    ",",
    "-",
    "/",
    "a/",
    "© ",
    "{{",
    "\xa0",
    "1.",
    "a@",
)
