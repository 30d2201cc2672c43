"""Gaps for a terminal: an aligned table, and a line that counts the gaps of each level."""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from jmap.gaps import Level
from jmap.reports.gaps.figures import Figures
from jmap.reports.gaps.row import GapRow
from jmap.reports.visible import visible, width

TOP = 20
"""How many rows are shown where nobody says."""
CELL = 36
"""The most terminal columns of one cell; a longer text is cut and ends with an ellipsis."""

_ORDER = (Level.LARGE, Level.MEDIUM, Level.SMALL, Level.GOOD, Level.UNKNOWN)
_DISPENSABLE = ("weighted-gap", "intended", "channel", "attainment", "desired", "current", "owner")
"""The columns that a narrow terminal does without, the least important first."""
_BESIDE = "  "
_RIGHT_TO_LEFT = re.compile("[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefe\U00010800-\U00010fff]")
_LEFT_TO_RIGHT_MARK = "\u200e"
_ISOLATES = dict.fromkeys((0x2066, 0x2067, 0x2068, 0x2069))


@dataclass(frozen=True, slots=True)
class Column:
    """A column of the table: its heading and its cells, all on one line and safe to print."""

    name: str
    align: Literal["left", "right"]
    cells: tuple[str, ...]

    @property
    def width(self) -> int:
        """The terminal columns that its widest cell fills."""
        return max(map(width, self.cells))

    def lines(self) -> list[str]:
        """The cells, filled up to one width."""
        return [self._filled(cell, self.width - width(cell)) for cell in self.cells]

    def _filled(self, cell: str, missing: int) -> str:
        # The mark keeps a cell in its column where a terminal reorders right-to-left text itself.
        kept = cell + _LEFT_TO_RIGHT_MARK if _RIGHT_TO_LEFT.search(cell) else cell
        return " " * missing + kept if self.align == "right" else kept + " " * missing


def text(
    rows: Sequence[GapRow], top: int = TOP, language: str = "en", room: int | None = None
) -> str:
    """The first ``top`` rows as a table, and a line that counts all of them by level.

    In a terminal of ``room`` columns the table leaves out what it can do without until it fits.
    """
    write = Figures(language)
    if not rows:
        return write.label("no-gaps") + "\n"
    columns = _fitting(_columns(rows[:top], write), room)
    lines = zip(*(column.lines() for column in columns), strict=True)
    table = [_BESIDE.join(cells).rstrip() for cells in lines]
    return "\n".join([*table, "", _summary(rows, top, write)]) + "\n"


def _columns(rows: Sequence[GapRow], write: Figures) -> list[Column]:
    label, heading = write.label, write.heading
    found = {
        "number": (label("number"), [write.count(row.rank) for row in rows]),
        "level": (heading("level"), [write.level(row.level) for row in rows]),
        "gap": (label("gap"), [_plain(write.gap(row.experience_gap, row)) for row in rows]),
        **_journeys(rows, write),
        "where": (label("where"), [_where(row) for row in rows]),
        "channel": (heading("channel"), [row.channel for row in rows]),
        "current": (heading("current"), [write.amount(row.current, row) for row in rows]),
        "desired": (heading("desired"), [write.amount(row.desired, row) for row in rows]),
        "intended": (heading("intended"), [write.amount(row.intended, row) for row in rows]),
        "attainment": (label("attainment"), [write.share(row.attainment) for row in rows]),
        "weighted-gap": (label("weighted-gap"), [write.weight(row.weighted_gap) for row in rows]),
        "owner": (heading("owner"), [row.owner for row in rows]),
    }
    return [
        Column(name, _align(name), tuple(map(_cut, (title, *cells))))
        for name, (title, cells) in found.items()
    ]


_LEFT = ("level", "journey", "where", "channel", "owner")


def _align(name: str) -> Literal["left", "right"]:
    return "left" if name in _LEFT else "right"


def _fitting(columns: list[Column], room: int | None) -> list[Column]:
    for name in _DISPENSABLE:
        filled = sum(column.width for column in columns) + len(_BESIDE) * (len(columns) - 1)
        if room is None or filled <= room:
            break
        columns = [column for column in columns if column.name != name]
    return columns


def _plain(figure: str) -> str:
    # A terminal that does not order text itself would show the isolates around a sign.
    return figure.translate(_ISOLATES)


def _where(row: GapRow) -> str:
    place = row.touchpoint or row.stage or row.journey
    return f"{place}: {row.metric}" if row.metric else place


def _journeys(rows: Sequence[GapRow], write: Figures) -> dict[str, tuple[str, list[str]]]:
    """The column that tells journeys apart, where there are several."""
    names = [row.journey for row in rows]
    keys = {row.key.split(".")[0] for row in rows}
    return {"journey": (write.heading("journey"), names)} if len(keys) > 1 else {}


def _cut(text: str) -> str:
    """A text on one line that steers nothing, cut where it is too long."""
    line = visible(" ".join(text.split()))
    if width(line) <= CELL:
        return line
    kept, filled = "", 0
    for char in line:
        filled += width(char)
        if filled >= CELL:
            break
        kept += char
    return kept + "…"


def _summary(rows: Sequence[GapRow], top: int, write: Figures) -> str:
    levels = Counter(row.level for row in rows)
    parts = [f"{write.label('gaps')}: {write.count(len(rows))}"]
    parts += [
        f"{write.level(level)}: {write.count(levels[level])}" for level in _ORDER if levels[level]
    ]
    shown = f" ({write.count(1)}–{write.count(top)})" if top < len(rows) else ""
    return " · ".join(parts) + shown
