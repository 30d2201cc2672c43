"""The history as text, the newest commit first."""

from collections.abc import Iterator, Sequence

from jmap.history.line import Line, Point
from jmap.reports.style import Style
from jmap.reports.visible import visible, width
from jmap.views.sentences import several

_HEADS = (
    "date", "commit", "large", "medium", "small", "served", "owned", "known", "measured",
    "findings", "touchpoints", "what was done",
)  # fmt: skip
_NUMBERS = range(2, 11)
_LEAST = 20
_UNKNOWN = "–"


def table(line: Line, style: Style, columns: int | None = None) -> str:
    """A row for each commit. A figure with an arrow is another than after the commit before.

    ``columns`` is the width of the terminal, to which subjects are cut.
    """
    if not line.points:
        return "no commit changed journey files here\n"
    rows = [_HEADS, *(_row(point) for point in reversed(line.points))]
    widths = [max(width(row[at]) for row in rows) for at in range(len(_HEADS) - 1)]
    room = None if columns is None else max(_LEAST, columns - sum(widths) - 2 * len(widths))
    texts = [_text(row, widths, room) for row in rows]
    shown = [style.strong(texts[0]), *texts[1:], *(style.faint(note) for note in _notes(line))]
    return "\n".join(shown) + "\n"


def _notes(line: Line) -> Iterator[str]:
    """What else is to be said: files with errors, and where the history ends."""
    broken = sum(1 for point in line.points if point.figures.broken)
    if broken:
        yield f"! {several(broken, 'commit')} with errors in maps, which count as they were before"
    if line.fetch:
        yield f"this clone is shallow: older commits are not in it; fetch them: {line.fetch}"
    if line.more:
        yield f"older commits than these {len(line.points)} are left out; -n takes more"


def _row(point: Point) -> tuple[str, ...]:
    now, commit = point.figures, point.commit
    subject = visible(commit.subject)
    if now.broken:
        subject = f"! errors in {_named(point)}: {subject}"
    return (
        point.day.isoformat(),
        commit.short,
        *(_changed(point, name) for name in ("large", "medium", "small")),
        _percent(now.mean),
        *(_percent(now.share(part)) for part in (now.owned, now.compared, now.measured)),
        _changed(point, "findings"),
        _changed(point, "touchpoints"),
        subject,
    )


def _named(point: Point) -> str:
    names = ", ".join(visible(name) for name in point.names)
    more = point.figures.broken - len(point.names)
    return f"{names} and {several(more, 'other file')}" if more > 0 and names else names or "a map"


def _changed(point: Point, name: str) -> str:
    value = getattr(point.figures, name)
    was = value if point.before is None else getattr(point.before, name)
    return f"{'↑' if value > was else '↓' if value < was else ''}{value}"


def _percent(share: float | None) -> str:
    """A share of one, as a whole percentage."""
    return _UNKNOWN if share is None else f"{100 * share:.0f}%"


def _text(row: Sequence[str], widths: Sequence[int], room: int | None) -> str:
    cells = [
        f"{' ' * (wide - width(text))}{text}" if at in _NUMBERS else _filled(text, wide)
        for at, (text, wide) in enumerate(zip(row, widths, strict=False))
    ]
    return "  ".join([*cells, _cut(row[-1], room)]).rstrip()


def _filled(text: str, wide: int) -> str:
    return text + " " * (wide - width(text))


def _cut(text: str, room: int | None) -> str:
    if room is None or width(text) <= room:
        return text
    while width(text) > room - 1:
        text = text[:-1]
    return text.rstrip() + "…"
