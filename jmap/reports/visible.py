"""Somebody else's text in a terminal: nothing in it may steer the terminal or reorder the line."""

import re
import unicodedata

_UNSAFE = re.compile(
    "[\x00-\x08\x0a-\x1f\x7f-\x9f\u115f\u1160\u180e\u200b\u2028\u2029\u202a-\u202e"
    "\u2060-\u2064\u2066-\u2069\u3164\ufeff\uffa0\ufff9-\ufffb\ud800-\udfff\U000e0000-\U000e007f]"
)


def visible(text: str) -> str:
    """The text with control and direction characters written out, as ``\\x1b`` or ``\\u202e``."""
    return _UNSAFE.sub(_written_out, text)


def width(text: str) -> int:
    """How many terminal columns a text fills: wide characters two, marks and joiners none."""
    return sum(map(_columns, text))


def _written_out(match: re.Match[str]) -> str:
    code = ord(match[0])
    return f"\\x{code:02x}" if code < 0x100 else f"\\u{code:04x}"


def _columns(char: str) -> int:
    if char.isascii():
        return 1
    if unicodedata.category(char) in ("Mn", "Me", "Cf"):
        return 0
    return 2 if unicodedata.east_asian_width(char) in ("W", "F") else 1
