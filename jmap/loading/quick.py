"""The imports of a text without parsing it: all that there are, or the answer that only the parser
can tell.

To find out what a change may bear on, the imports of every file must be known, and nothing else of
most of them.
"""

import re
import unicodedata
from collections.abc import Iterator
from functools import cache

from jmap.paths import SUFFIX
from jmap.syntax.fold import fold
from jmap.syntax.words import words

_BLANKS = "[ \t\u00a0\u200e\u200f\u061c]*"
_WORD = re.compile(r"\w\w")
_LINE = re.compile(r"[^\r\n]+")
# Straight and other quotes but for two: after one of them the parser passes over what follows.
_STRAY = "\\\\“”„‟‘’'`"
_TEXT = r'"[^"\\\r\n]*"|«[^»\\\r\n]*»'
# Right behind a mistake, the parser takes one sign for part of it, be it a "#".
_SURE = re.compile(rf'(?:[^"«#{_STRAY}]|{_TEXT})*(?:(?<![^ \t])#.*)?')
_TEXTS = re.compile(rf"({_TEXT})|#.*")
_IMPORT = re.compile(
    rf'{_BLANKS}(?P<word>[^\s"«#{{}};]+){_BLANKS}(?:"(?P<one>[^"\\]+)"|«(?P<other>[^»\\]+)»)'
    rf"{_BLANKS}(?:#.*)?"
)
_SLIP = re.escape(SUFFIX) + '["»]'
_LONG = '"""'
_ALIKE = "\u064a\u0649\u0643"
"""Letters that are read as others."""
_JOINERS = "[\u200c\u200d]*"


def quick_imports(text: str) -> frozenset[str] | None:
    """The paths that a text names in imports, perhaps with others that it only mentions; None
    where that cannot be told without parsing.
    """
    found: set[str] = set()
    for line in _speaking(text):
        match = _IMPORT.fullmatch(line)
        if match and fold(match["word"]) in _spellings():
            found.add(match["one"] or match["other"])
        elif _LONG in text or not _is_harmless(line):
            return None
    return frozenset(found)


def _speaking(text: str) -> Iterator[str]:
    """The lines with the keyword, or with what may be a path under a misspelled one."""
    ends = -1
    for at in sorted(_mentions(text)):
        if at <= ends or (at and _is_within_word(text[at - 1 : at + 1])):
            continue
        line = _LINE.match(text, _line_start(text, at))
        if line is not None:
            yield line[0]
            ends = line.end()


def _mentions(text: str) -> Iterator[int]:
    patterns = _plain() if text.isascii() else (_mention(),)
    return (match.start() for pattern in patterns for match in pattern.finditer(text))


def _line_start(text: str, at: int) -> int:
    return max(text.rfind("\n", 0, at), text.rfind("\r", 0, at)) + 1


def _is_within_word(pair: str) -> bool:
    return pair[1] != "." and _WORD.match(pair) is not None


def _is_harmless(line: str) -> bool:
    """Whether a line speaks of imports only in its comment or within a text that is no path."""
    if not _SURE.fullmatch(line):
        return False
    texts = (match[1] or "" for match in _TEXTS.finditer(line))
    if any(text[1:-1].endswith(SUFFIX) for text in texts):
        return False
    return next(_speaking(_TEXTS.sub('""', line)), None) is None


@cache
def _spellings() -> frozenset[str]:
    return frozenset(words().spellings("statements", ("import",)))


@cache
def _mention() -> re.Pattern[str]:
    """The keyword as it can be typed in any language, half-spaces and all."""
    spelled = "|".join(_JOINERS.join(map(_typed, one)) for one in sorted(_spellings()))
    return re.compile(rf"(?:{spelled})(?!\w)|{_SLIP}")


@cache
def _plain() -> tuple[re.Pattern[str], ...]:
    """The same in ASCII: each begins with fixed letters, which are found much faster."""
    spellings = sorted(one for one in _spellings() if one.isascii())
    return (*(re.compile(rf"{re.escape(one)}(?!\w)") for one in spellings), re.compile(_SLIP))


def _typed(letter: str) -> str:
    """A letter with those that are taken for it."""
    alike = "".join(one for one in _ALIKE if fold(one) == letter)
    parts = unicodedata.normalize("NFD", letter)
    return f"(?:[{letter}{alike}]|{parts})" if parts != letter else f"[{letter}{alike}]"
