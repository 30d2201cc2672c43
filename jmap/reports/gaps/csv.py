"""Gaps as CSV (RFC 4180, with LF): safe to open in a spreadsheet, and numbers stay numbers."""

from collections.abc import Iterable, Sequence

from jmap.reports.gaps.row import COLUMNS, GapRow, Number

_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")
"""How a cell starts that a spreadsheet would compute, also in full width."""

Value = Number | str | tuple[str, ...] | None


def csv(rows: Iterable[GapRow]) -> str:
    """A header and a line a row. Texts stand in quotes, several of them on lines of one cell."""
    return _line(COLUMNS) + "".join(_line(row.values()) for row in rows)


def _line(values: Sequence[Value]) -> str:
    return ",".join(map(_cell, values)) + "\n"


def _cell(value: Value) -> str:
    if value is None:
        return ""
    if isinstance(value, int | float):
        return repr(value)
    text = "\n".join(value) if isinstance(value, tuple) else value
    # The apostrophe says to a spreadsheet that what follows is text; readers of data strip one.
    inert = "'" + text if text.startswith(_FORMULA) else text
    return '"' + inert.replace('"', '""') + '"'
