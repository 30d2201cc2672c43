"""Tables and lists in Markdown, from cells that are Markdown already."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

MOST_COLUMNS = 6
"""The most columns of one table beside its heading column: more do not fit a page of GitHub."""
COLUMNS = 5
"""How many columns the parts of a wider table have at most."""

_LINE = "┄┄┄"
"""How a line across a table is drawn in each cell."""


@dataclass(frozen=True, slots=True)
class Row:
    """A row: its heading, and a cell a column."""

    heading: str
    cells: tuple[str, ...]
    line: str = ""
    """What the line above it is called; empty where none is drawn."""


@dataclass(frozen=True, slots=True)
class Item:
    """An entry of a list, and what is listed below it."""

    text: str
    below: tuple["Item", ...] = ()


def table(header: Sequence[str], rows: Sequence[Sequence[str]]) -> str:
    """A table with a header row."""
    rule = ["---"] * len(header)
    return "\n".join(_row(cells) for cells in (header, rule, *rows))


def tables(corner: str, heads: Sequence[str], rows: Sequence[Row]) -> str:
    """A table whose rows have headings, in several parts of like width where it is too wide.

    A part leaves out the rows that have nothing in it.
    """
    return "\n\n".join(
        table([corner, *heads[part.start : part.stop]], list(_cells(rows, part)))
        for part in _parts(len(heads))
    )


def bullets(items: Sequence[Item], depth: int = 0) -> str:
    """A list, and the lists inside it."""
    return "\n".join(_entries(items, depth))


def _entries(items: Sequence[Item], depth: int) -> Iterator[str]:
    for item in items:
        yield "  " * depth + f"- {item.text}".rstrip()
        yield from _entries(item.below, depth + 1)


def _cells(rows: Sequence[Row], part: range) -> Iterator[list[str]]:
    for row in rows:
        cells = row.cells[part.start : part.stop]
        if not any(cells):
            continue
        if row.line:
            yield [f"_{row.line}_", *[_LINE] * len(cells)]
        yield [f"**{row.heading}**", *cells]


def _row(cells: Sequence[str]) -> str:
    return "| " + " | ".join(cells) + " |"


def _parts(columns: int) -> Iterator[range]:
    if columns <= MOST_COLUMNS:
        yield range(columns)
        return
    count = -(-columns // COLUMNS)
    for part in range(count):
        yield range(part * columns // count, (part + 1) * columns // count)
