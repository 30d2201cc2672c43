"""Gaps as a Markdown table."""

from collections.abc import Sequence

from jmap.paint.markdown import BREAK, escape, isolated
from jmap.reports.gaps.figures import Figures
from jmap.reports.gaps.row import GapRow


def markdown(rows: Sequence[GapRow], language: str = "en") -> str:
    """A table of all rows, which GitHub shows; ends with a line end."""
    write = Figures(language)
    if not rows:
        return write.label("no-gaps") + "\n"
    header = _header(write)
    table = [header, ["---"] * len(header), *(_cells(row, write) for row in rows)]
    return "".join(f"| {' | '.join(cells)} |\n" for cells in table)


def _header(write: Figures) -> list[str]:
    labels = [write.label("number"), write.label("where"), write.label("gap")]
    labels += [write.heading(word) for word in ("current", "desired", "intended")]
    labels += [write.label("attainment"), write.label("weighted-gap")]
    return [escape(label) for label in [*labels, write.heading("owner"), write.label("what-we-do")]]


def _cells(row: GapRow, write: Figures) -> list[str]:
    gap = "" if row.experience_gap is None else f" {write.gap(row.experience_gap, row)}"
    return [
        write.count(row.rank),
        _where(row),
        escape(write.level(row.level) + gap),
        *(escape(write.amount(level, row)) for level in (row.current, row.desired, row.intended)),
        write.share(row.attainment),
        write.weight(row.weighted_gap),
        _owner(row),
        BREAK.join(_text(action) for action in row.action),
    ]


def _where(row: GapRow) -> str:
    place = f"**{_text(row.touchpoint or row.stage or row.journey)}**"
    metric = f": {_text(row.metric)}" if row.metric else ""
    around = [row.stage if row.touchpoint else "", row.channel]
    below = " · ".join(_text(name) for name in around if name)
    return place + metric + (BREAK + below if below else "")


def _owner(row: GapRow) -> str:
    return f"{_text(row.owner)} ({_text(row.backup)})" if row.backup else _text(row.owner)


def _text(text: str) -> str:
    return isolated(text, always=False)
