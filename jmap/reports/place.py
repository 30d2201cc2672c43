"""Where a finding stands, in the ways that reports count."""

import re
from dataclasses import dataclass
from typing import Any

from jmap.reports.visible import IGNORED
from jmap.source import SourceFile, Span

_COLON = re.compile(rf"(?:\s|{IGNORED})*:")


@dataclass(frozen=True, slots=True)
class Place:
    """A stretch of a file: lines and columns from 1, the end exclusive."""

    path: str
    line: int
    column: int
    end_line: int
    end_column: int

    @property
    def start(self) -> str:
        """As people write it: ``maps/shop.jmap:3:14``. No line that begins with it begins with a
        colon, which may be a command to what reads the log.
        """
        return f"{_not_a_command(self.path)}:{self.line}:{self.column}"


def place(source: SourceFile, span: Span) -> Place:
    """The place of a span, with columns in code points. A span never ends before it starts."""
    start = source.position(span.start)
    end = source.position(max(span.start, span.end))
    return Place(source.path, start.line, start.column, end.line, end.column)


def byte_place(source: SourceFile, span: Span) -> Place:
    """The place of a span, with columns in bytes of UTF-8."""
    found = place(source, span)
    end = max(span.start, span.end)
    return Place(
        source.path,
        found.line,
        _byte_column(source.text, span.start, found.column),
        found.end_line,
        _byte_column(source.text, end, found.end_column),
    )


def fields(found: Place) -> dict[str, Any]:
    """A place as fields of a JSON object."""
    return {
        "path": found.path,
        "line": found.line,
        "column": found.column,
        "end_line": found.end_line,
        "end_column": found.end_column,
    }


def file_name(path: str) -> str:
    """The path for a program that looks for the file: without ``./``, and a plain word for a text
    that is in no file, such as ``stdin``. What no UTF-8 can hold is replaced.
    """
    if path.startswith("<") and path.endswith(">"):
        path = path[1:-1]
    while path.startswith("./"):
        path = path[2:].lstrip("/")
    return path.encode("utf-8", "replace").decode() or "unnamed"


def is_file(path: str) -> bool:
    """Whether a path names a file; ``<stdin>`` does not."""
    return not (path.startswith("<") and path.endswith(">"))


def _not_a_command(path: str) -> str:
    return f"./{path}" if _COLON.match(path) else path


def _byte_column(text: str, offset: int, column: int) -> int:
    offset = min(offset, len(text))
    return len(text[offset - column + 1 : offset].encode("utf-8", "surrogatepass")) + 1
