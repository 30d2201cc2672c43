"""Text in a DOT file: escaped so that every Graphviz shows it as it was typed."""

import re

import graphviz

from jmap.paint.characters import isolate, visible
from jmap.paint.wrap import ELLIPSIS

LABEL = 1_000
"""The longest label in characters; a box has no use for more. Tooltips hold everything."""

_BYTES = 16_000
"""Graphviz refuses a quoted string of 16,383 bytes and more."""
_PIECE = 2_500
"""So a longer one is written as several of this many characters, each of six bytes at most."""
_RIGHT_TO_LEFT = re.compile("[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefe]")
_IN_LABEL = str.maketrans({"\\": "\\\\", "&": "&amp;", "\n": "\\n"})
_IN_TOOLTIP = _IN_LABEL | {ord("\\"): "\\\\\u2060"}
"""Graphviz looks for escapes twice in some tooltips and once in others: an invisible U+2060 keeps a
backslash from being one.
"""


def cut(text: str) -> str:
    """The text as far as a label shows it."""
    return text if len(text) <= LABEL else text[: LABEL - 1] + ELLIPSIS


def in_label(text: str) -> str:
    """A text as the value of `label`, still to be quoted by the graphviz package.

    Backslashes, entities and what looks like HTML come out as typed; control characters are shown;
    each line with right-to-left letters keeps its own direction.
    """
    escaped: str = graphviz.nohtml(_isolated(text).translate(_IN_LABEL))
    return escaped


def in_tooltip(text: str) -> str:
    """The same for `tooltip`."""
    escaped: str = graphviz.nohtml(_isolated(text).translate(_IN_TOOLTIP))
    return escaped


def is_too_long(value: str) -> bool:
    """Whether a tooltip is more than Graphviz reads as one quoted string."""
    return len(value.encode("utf-8")) > _BYTES


def joined(text: str) -> str:
    """A long tooltip as several quoted strings for Graphviz to join, to be written as they are."""
    whole = _isolated(text)
    pieces = (whole[at : at + _PIECE] for at in range(0, len(whole), _PIECE))
    return " + ".join(_quoted(piece.translate(_IN_TOOLTIP)) for piece in pieces)


def _quoted(value: str) -> str:
    return '"' + value.replace('"', '\\"') + '"'


def _isolated(text: str) -> str:
    lines = visible(text.replace("\r\n", "\n").replace("\r", "\n")).split("\n")
    return "\n".join(isolate(line) if _RIGHT_TO_LEFT.search(line) else line for line in lines)
