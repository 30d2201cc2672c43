"""Where a forgotten ``}`` belongs, judged by indentation.

Without this a forgotten brace is noticed at the end of the file, and every statement after it
seems to stand in the wrong block.
"""

import re
from dataclasses import dataclass

from jmap.source import SourceFile, Span

_MARK = re.compile(
    # Closing quotes are optional, so that a quote without one is passed over once and not tried
    # again.
    r'"""(?:[^"\\]|\\(?:.|\n)|"(?!""))*(?:""")?|"(?:[^"\\\r\n]|\\[^\r\n])*"?|«(?:[^»\\\r\n]|\\[^\r\n])*»?'
    r"|#[^\r\n]*|(?P<brace>[{}])|(?P<line>(?:\r\n|\n|\r)(?P<indent>[ \t]*)(?=[^\s#]))"
)


@dataclass(frozen=True, slots=True)
class MissingBrace:
    """A block that was not closed: its opening brace, and where its last line ends."""

    opened: Span
    end: int


@dataclass(slots=True)
class _Block:
    opened: Span
    indent: int
    inner: int | None = None


def missing_braces(source: SourceFile) -> list[MissingBrace]:
    """The blocks that indentation says should have been closed, as many as braces are missing."""
    text, indent = source.text, len(source.text) - len(source.text.lstrip(" \t"))
    open_blocks: list[_Block] = []
    found: list[MissingBrace] = []
    for match in _MARK.finditer(text):
        if match["line"] is not None:
            indent = len(match["indent"])
            closes = text[match.end() : match.end() + 1] == "}"
            found += _dedented(open_blocks, indent + closes, match.start())
        elif match["brace"] == "{":
            open_blocks.append(_Block(Span(*match.span()), indent))
        elif match["brace"] == "}" and open_blocks:
            open_blocks.pop()
    return found if _balance(text) >= len(found) else []


def _dedented(open_blocks: list[_Block], indent: int, end: int) -> list[MissingBrace]:
    found = []
    while open_blocks and _has_ended(open_blocks[-1], indent):
        found.append(MissingBrace(open_blocks.pop().opened, end))
    return found


def _has_ended(block: _Block, indent: int) -> bool:
    # Only a block whose own lines were indented can be seen to end by a line that is not. A line
    # that starts with the closing brace may stand as far left as the block itself: the caller
    # counts it as one column further right.
    if block.inner is None:
        block.inner = indent
        return False
    return block.inner > block.indent >= indent


def _balance(text: str) -> int:
    braces = [match["brace"] for match in _MARK.finditer(text) if match["brace"]]
    return braces.count("{") - braces.count("}")
