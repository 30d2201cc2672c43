"""Where forgotten braces belong, judged by indentation.

Without this a forgotten ``}`` is noticed at the end of the file, and a forgotten ``{`` at a brace
that closes nothing, when every statement in between seems to stand in the wrong block.
"""

import re
from dataclasses import dataclass, field

from jmap.source import SourceFile, Span

_MARK = re.compile(
    # Closing quotes are optional, so that a quote without one is passed over once and not tried
    # again.
    r'"""(?:[^"\\]|\\(?:.|\n)|"(?!""))*(?:""")?|"(?:[^"\\\r\n]|\\[^\r\n])*"?|«(?:[^»\\\r\n]|\\[^\r\n])*»?'
    r"|#[^\r\n]*|(?P<brace>[{}])|(?P<line>(?:\r\n|\n|\r)(?P<indent>[ \t]*)(?=[^\s#]))"
)
_LINE_END = re.compile(r"[\r\n]|\Z")


@dataclass(frozen=True, slots=True)
class MissingBrace:
    """A brace that was forgotten: which, where it belongs, and what shows it.

    For a ``}`` that is the block's opening brace, for a ``{`` the line that should end in it.
    """

    brace: str
    at: int
    shown: Span


@dataclass(slots=True)
class _Block:
    opened: Span
    indent: int
    inner: int | None = None


def missing_braces(source: SourceFile) -> list[MissingBrace]:
    """The braces that indentation says are missing, as far as the count of braces agrees."""
    scan = _Scan(source.text)
    scan.run()
    closing = [item for item in scan.found if item.brace == "}"]
    opening = [item for item in scan.found if item.brace == "{"]
    if scan.surplus == len(closing) - len(opening):
        return scan.found
    if scan.surplus >= len(closing):
        return closing
    return opening if -scan.surplus >= len(opening) else []


@dataclass(slots=True)
class _Scan:
    """One pass over a text, line by line."""

    text: str
    found: list[MissingBrace] = field(default_factory=list)
    surplus: int = 0
    """How many more braces open than close."""
    _blocks: list[_Block] = field(default_factory=list)
    _line: Span = Span(0, 0)
    """The last line that holds a statement, from its first character to the last mark in it."""
    _indent: int = 0
    _opened: bool = False
    """Whether that line opened a block, so that the next may be indented."""

    def run(self) -> None:
        start = len(self.text) - len(self.text.lstrip(" \t"))
        self._line, self._indent = Span(start, start), start
        for match in _MARK.finditer(self.text):
            if match["line"] is not None:
                self._new_line(match)
                continue
            self._line = Span(self._line.start, match.end())
            if match["brace"]:
                self._brace(match)

    def _new_line(self, match: re.Match[str]) -> None:
        indent = len(match["indent"])
        closes = self.text.startswith("}", match.end())
        if indent > self._indent and not self._opened and not closes:
            self._miss_opening(indent)
        # A closing brace may stand as far left as its block: it counts as one column further right.
        while self._blocks and _has_ended(self._blocks[-1], indent + closes):
            block = self._blocks.pop()
            self.found.append(MissingBrace("}", match.start(), block.opened))
        self._line, self._indent = Span(match.end(), match.end()), indent
        self._opened = False

    def _miss_opening(self, indent: int) -> None:
        end = _LINE_END.search(self.text, self._line.end)
        at = end.start() if end else len(self.text)
        self.found.append(MissingBrace("{", at, Span(self._line.start, at)))
        self._blocks.append(_Block(Span(at, at), self._indent, indent))

    def _brace(self, match: re.Match[str]) -> None:
        if match["brace"] == "{":
            self.surplus += 1
            self._opened = True
            self._blocks.append(_Block(Span(*match.span()), self._indent))
            return
        self.surplus -= 1
        if self._blocks:
            self._blocks.pop()


def _has_ended(block: _Block, indent: int) -> bool:
    # Only a block whose own lines were indented can be seen to end by a line that is not.
    if block.inner is None:
        block.inner = indent
        return False
    return block.inner > block.indent >= indent
