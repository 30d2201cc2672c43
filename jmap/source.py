"""Source text and places in it: the only line and column arithmetic in the project.

A line ends at ``\\n``, ``\\r\\n`` or ``\\r`` and nowhere else. Python's ``str.splitlines`` also
breaks at U+2028, U+0085 and other characters that may stand inside a quoted text, so it is not
used here.
"""

import re
from bisect import bisect_right
from dataclasses import dataclass, field
from typing import NamedTuple

_LINE_END = re.compile(r"\r\n|\n|\r")


class Span(NamedTuple):
    """A stretch of source text: offsets in code points, ``start`` inclusive, ``end`` exclusive."""

    start: int
    end: int


class Position(NamedTuple):
    """A place for people: line and column, both from 1, columns in code points."""

    line: int
    column: int


@dataclass(slots=True, eq=False)
class SourceFile:
    """One text with the name it is known by in messages.

    ``path`` is the path as people see it: relative to where they work, with forward slashes.
    """

    path: str
    text: str
    _starts: list[int] = field(default_factory=list, repr=False)

    def position(self, offset: int) -> Position:
        """The line and column of a code-point offset; an offset past the end is the end."""
        starts = self._line_starts()
        offset = min(offset, len(self.text))
        line = bisect_right(starts, offset)
        return Position(line, offset - starts[line - 1] + 1)

    def offset(self, line: int, column: int) -> int:
        """The code-point offset of a line and column, both from 1; at most the end."""
        starts = self._line_starts()
        if line > len(starts):
            return len(self.text)
        return min(starts[line - 1] + column - 1, len(self.text))

    def line(self, number: int) -> str:
        """The text of a line, counted from 1, without its line end."""
        starts = self._line_starts()
        end = starts[number] if number < len(starts) else len(self.text)
        return self.text[starts[number - 1] : end].rstrip("\r\n")

    def _line_starts(self) -> list[int]:
        if not self._starts:
            self._starts = [0, *(match.end() for match in _LINE_END.finditer(self.text))]
        return self._starts
