"""Somebody else's text in a terminal, a log or a document: nothing in it may steer the terminal,
reorder the line, or be taken for a command by what reads the log.
"""

import re
import unicodedata

_UNSAFE_CHARS = (
    "\x00-\x08\x0b-\x1f\x7f-\x9f\u115f\u1160\u180e\u200b\u2028\u2029\u202a-\u202e"
    "\u2060-\u2064\u2066-\u2069\u3164\ufeff\uffa0\ufff9-\ufffb\ufffe\uffff\ud800-\udfff"
    "\U000e0000-\U000e007f"
)
IGNORED = (
    "[\xad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b-\u200f\u202a-\u202e\u2060-\u206f"
    "\u3164\ufe00-\ufe0f\ufeff\uffa0\U000e0000-\U000e0fff]"
)
"""A pattern: one of the characters that some programs skip when they compare texts."""

_LOG_COMMAND = rf"#(?={IGNORED}*#{IGNORED}*\[)"
"""``##[add-mask]`` and the like are commands to the runner of a workflow, anywhere in a line."""

_UNSAFE = re.compile(f"[\n{_UNSAFE_CHARS}]|{_LOG_COMMAND}")
_UNSAFE_IN_JSON = re.compile(f"[{_UNSAFE_CHARS}]|{_LOG_COMMAND}")


def visible(text: str) -> str:
    """The text with control and direction characters written out, as ``\\x1b`` or ``\\u202e``, and
    the first sign of ``##[`` as ``\\x23``.

    It fits on one line, can be encoded, and may stand in XML.
    """
    return _UNSAFE.sub(_written_out, text)


def visible_json(document: str) -> str:
    """A JSON document with the same characters as JSON escapes: it says what it said before."""
    return _UNSAFE_IN_JSON.sub(_json_escape, document)


def width(text: str) -> int:
    """How many terminal columns a text fills: wide characters two, marks and joiners none."""
    return sum(map(_columns, text))


def _written_out(match: re.Match[str]) -> str:
    code = ord(match[0])
    return f"\\x{code:02x}" if code < 0x100 else f"\\u{code:04x}"


def _json_escape(match: re.Match[str]) -> str:
    code = ord(match[0])
    if code < 0x10000:
        return f"\\u{code:04x}"
    high, low = divmod(code - 0x10000, 0x400)
    return f"\\u{0xD800 + high:04x}\\u{0xDC00 + low:04x}"


def _columns(char: str) -> int:
    if char.isascii():
        return 1
    if unicodedata.category(char) in ("Mn", "Me", "Cf"):
        return 0
    return 2 if unicodedata.east_asian_width(char) in ("W", "F") else 1
