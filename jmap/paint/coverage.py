"""Which characters the shipped font can draw, for programs that have no other font at hand."""

import unicodedata
from dataclasses import dataclass
from functools import lru_cache

from jmap.paint.font.widths import JOINED, PLAIN
from jmap.paint.graphemes import split

_SHOWN = "\ufffd"
_INVISIBLE = frozenset("\u200c\u200d\u200e\u200f\u2066\u2067\u2068\u2069\n\t\r")
_SAME = str.maketrans({"\u06c0": "\u0647\u0654", "\u06c2": "\u06c1\u0654"})
"""Letters that the font draws from two others."""


@dataclass(frozen=True, slots=True)
class Drawable:
    """A text as the shipped font can draw it."""

    text: str
    missing: int
    """How many characters, as a reader counts them, it has no shape for: each is now U+FFFD."""


@lru_cache(8192)
def drawable(text: str) -> Drawable:
    """The text with every character that the font lacks as a sign that says so."""
    if text.isascii():
        return Drawable(text, 0)
    clusters = split(unicodedata.normalize("NFC", text).translate(_SAME))
    shown = [cluster if _is_covered(cluster) else _SHOWN for cluster in clusters]
    missing = sum(one != other for one, other in zip(shown, clusters, strict=True))
    return Drawable("".join(shown), missing)


def _is_covered(cluster: str) -> bool:
    return all(
        letter in _INVISIBLE or ord(letter) in PLAIN or ord(letter) in JOINED for letter in cluster
    )
