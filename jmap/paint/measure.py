"""How wide a string is drawn, from the width table of the shipped font: no font engine, no system
font.

Arabic and Persian letters are measured in the form they take between their neighbours, as a browser
shapes them.
"""

import unicodedata
from itertools import pairwise

from jmap.paint.font.widths import DUAL, JOINED, LAM_ALEF, PLAIN, RIGHT, UNITS

_ZWNJ, _ZWJ, _TATWEEL = "\u200c", "\u200d", "\u0640"
_FIRST_ARABIC, _LAST_ARABIC = "\u0600", "\u06ff"
_JOINS_BEFORE = frozenset(DUAL + RIGHT + _ZWJ + _TATWEEL)
_JOINS_AFTER = frozenset(DUAL + _ZWJ + _TATWEEL)
_SPACED = _JOINS_BEFORE | {_ZWNJ, " "}
_LAMS = frozenset(pair[0] for pair in LAM_ALEF)
_ASCII = tuple(
    [PLAIN.get(code, (UNITS * 3 // 5,) * 2)[weight] for code in range(128)] for weight in (0, 1)
)


def measure(text: str, size: float, *, bold: bool = False) -> float:
    """Width in px of one line of text set in `size` px. Kerning does not count: the shipped font
    has none.
    """
    return units(text, bold=bold) * size / UNITS


def units(text: str, *, bold: bool = False) -> int:
    """Width of one line in units of the font, 2048 to the em: whole numbers, so sums are exact."""
    if text.isascii():
        return sum(map(_ASCII[bold].__getitem__, text.encode("ascii")))
    if not any(_FIRST_ARABIC <= letter <= _LAST_ARABIC for letter in text):
        return sum(_unjoined(letter, bold=bold) for letter in text)
    return _shaped(text, bold=bold)


def joins(before: str, after: str) -> bool:
    """Whether two neighbouring letters are drawn joined, so that a break between them changes their
    shape.
    """
    return before in _JOINS_AFTER and after in _JOINS_BEFORE


def is_mark(letter: str) -> bool:
    """Whether a character is drawn on the letter before it (accents, vowel signs) and takes no
    room.
    """
    return letter > "\u02ff" and unicodedata.category(letter) in ("Mn", "Me")


def _shaped(text: str, *, bold: bool) -> int:
    letters = [letter for letter in text if letter in _SPACED or not _is_transparent(letter)]
    total, before = 0, False
    pairs = pairwise([*letters, " "])
    for letter, following in pairs:
        if letter in _LAMS and letter + following in LAM_ALEF:
            total += LAM_ALEF[letter + following][2 * bold + before]
            next(pairs)
            before = False
            continue
        after = letter in _JOINS_AFTER and following in _JOINS_BEFORE
        total += _form(letter, bold=bold, before=before, after=after)
        before = after
    return total


def _form(letter: str, *, bold: bool, before: bool, after: bool) -> int:
    forms = JOINED.get(ord(letter))
    if forms is None:
        return _unjoined(letter, bold=bold)
    return forms[4 * bold + 2 * after + before]


def _is_transparent(letter: str) -> bool:
    """Marks and invisible controls: no width, and letters join across them, except across ZWNJ."""
    return unicodedata.category(letter) in ("Mn", "Me", "Cf")


def _unjoined(letter: str, *, bold: bool) -> int:
    known = PLAIN.get(ord(letter))
    if known is not None:
        return known[bold]
    forms = JOINED.get(ord(letter))
    return forms[4 * bold] if forms is not None else _foreign(letter)


def _foreign(letter: str) -> int:
    """A character outside the font: another font draws it, so a generous width stands in."""
    category = unicodedata.category(letter)
    if category in ("Mn", "Me", "Cf"):
        return 0
    if category == "So" and letter >= "\U0001f000":
        return UNITS * 5 // 4
    if unicodedata.east_asian_width(letter) in "WF" or category[0] == "S":
        return UNITS
    return UNITS * 3 // 4 if category == "Lu" else UNITS * 3 // 5
