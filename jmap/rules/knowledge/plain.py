"""Texts as they are compared: without what readers see past, such as case and half-spaces."""

from jmap.rules.pattern import Pattern
from jmap.syntax.fold import fold, latin_digits

_MARKS = Pattern("[\u064b-\u0655\u0670\u0640]")
_LETTERS = str.maketrans({"ۀ": "ه", "أ": "ا", "إ": "ا", "’": "'"})


def plain(text: str) -> str:
    """A text in small letters and Latin digits, with Persian letters, and single spaces."""
    if not text.isascii():
        text = latin_digits(_MARKS.sub("", fold(text)).translate(_LETTERS))
    return " ".join(text.casefold().split())


def either(lines: str) -> str:
    """A pattern of alternatives that are written line by line, each with its own ``|``."""
    return "(?:" + "".join(line.strip() for line in lines.split("\n")) + ")"
