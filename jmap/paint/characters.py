"""Makes any string safe to stand in a picture: what XML cannot hold, or what would turn the text
round, is shown.
"""

from functools import lru_cache
from unicodedata import bidirectional

LEFT, RIGHT = "\u2068", "\u2069"
_RIGHT_TO_LEFT = "\u2067"
_UNKNOWN = "\ufffd"
_OPENERS = "\u2066\u2067\u2068"

_SHOWN: dict[int, int | str] = {
    code: 0x2400 + code for code in range(32) if code not in (9, 10, 13)
}
_SHOWN |= {0x7F: 0x2421}
_SHOWN |= dict.fromkeys(range(0x80, 0xA0), _UNKNOWN)
_SHOWN |= dict.fromkeys(range(0x202A, 0x202F), _UNKNOWN)
_SHOWN |= dict.fromkeys(range(0xD800, 0xE000), _UNKNOWN)
_SHOWN |= dict.fromkeys((*range(0xFDD0, 0xFDF0), 0xFFFE, 0xFFFF), _UNKNOWN)
_SHOWN |= dict.fromkeys(
    (plane << 16 | low for plane in range(1, 17) for low in (0xFFFE, 0xFFFF)), _UNKNOWN
)
_ISOLATES = dict.fromkeys((*map(ord, _OPENERS), ord(RIGHT)), _UNKNOWN)
_ENTITIES = {ord("&"): "&amp;", ord("<"): "&lt;", ord(">"): "&gt;"}
_ATTRIBUTE = _ENTITIES | {ord('"'): "&quot;", 9: "&#9;", 10: "&#10;", 13: "&#13;"}


def visible(text: str) -> str:
    """The text with control characters shown as U+2400 pictures, and stray direction marks as
    U+FFFD.
    """
    if text.isascii() and text.isprintable():
        return text
    shown = text.translate(_SHOWN)
    return shown if _is_balanced(shown) else shown.translate(_ISOLATES)


def balanced(text: str) -> str:
    """A line of a text: without marks of isolation where it holds the start or the end alone."""
    if text.isascii() or _is_balanced(text):
        return text
    return text.translate(dict.fromkeys(_ISOLATES))


def isolate(text: str) -> str:
    """The text between U+2068 and U+2069, so that its direction is its own and disturbs nothing
    around it.
    """
    return f"{LEFT}{text}{RIGHT}"


def isolate_turned(text: str) -> str:
    """The same in a picture read from right to left: a text with any right-to-left letter is read
    so from its first word on, even where that is a Latin one.
    """
    turned = not text.isascii() and any(bidirectional(letter) in ("R", "AL") for letter in text)
    return f"{_RIGHT_TO_LEFT if turned else LEFT}{text}{RIGHT}"


@lru_cache(8192)
def escape(text: str) -> str:
    """The text as XML character data."""
    return visible(text).translate(_ENTITIES)


def escape_attribute(text: str) -> str:
    """The text as the inside of a double-quoted XML attribute."""
    return visible(text).translate(_ATTRIBUTE)


def _is_balanced(text: str) -> bool:
    depth = 0
    for letter in text:
        if letter in _OPENERS:
            depth += 1
        elif letter == RIGHT:
            depth -= 1
        if depth < 0:
            return False
    return depth == 0
