"""The list of gaps, the largest first, with the pains that feed them and the ideas against them."""

from collections.abc import Iterator

from jmap.gaps import Gap, Priority, priority_of
from jmap.model.journey import Journey
from jmap.model.number_forms import digits
from jmap.model.stage import Stage
from jmap.model.statement import spec
from jmap.model.touchpoint import Touchpoint
from jmap.renderers.markdown.pen import MOMENT_OF_TRUTH, Pen, stacked
from jmap.renderers.markdown.table import Item, bullets, table
from jmap.views.grid import Map
from jmap.views.numbers import UNKNOWN, quantity_text, share_text

_COLUMNS = (
    "number", "where", "gap", "*current", "*desired", "*intended",
    "attainment", "weighted-gap", "*owner",
)  # fmt: skip
"""Fixed notions, and with an asterisk statements."""


def gap_list(drawn: Map, pen: Pen) -> Iterator[str]:
    """The blocks of the list: the table; what is done, hurts and might be done; the unknown."""
    known = [gap for gap in drawn.ranked if gap.experience is not None]
    yield pen.heading(2, pen.label(drawn.gaps_key))
    if known:
        rows = [_row(rank, gap, pen) for rank, gap in enumerate(known, 1)]
        yield table([_header(column, pen) for column in _COLUMNS], rows)
    else:
        yield pen.label("no-gaps")
    yield bullets(list(_reasons(known, pen)))
    yield _unknown(drawn, pen)


def place_text(gap: Gap, pen: Pen) -> str:
    """The title of the place where a gap is, linked to its details, with the metric."""
    title = pen.to(place_key(gap), pen.strong(_place(gap).label))
    metric = pen.text(pen.read.name(("metric",), gap.measure.metric)) if gap.measure else ""
    return f"{title}: {metric}" if metric else title


def place_key(gap: Gap) -> str:
    """The anchor of the place where a gap is."""
    parts = (gap.journey, gap.stage, gap.touchpoint)
    return ".".join(part.id for part in parts if part is not None)


def is_said(gap: Gap) -> bool:
    """Whether the author gave any level. A touchpoint known by its measures alone has none."""
    return bool(gap.actual or gap.desired or gap.intended)


def _place(gap: Gap) -> Touchpoint | Stage | Journey:
    return gap.touchpoint or gap.stage or gap.journey


def _header(column: str, pen: Pen) -> str:
    return pen.word(column[1:]) if column.startswith("*") else pen.label(column)


def _row(rank: int, gap: Gap, pen: Pen) -> list[str]:
    levels = (gap.actual, gap.desired, gap.intended)
    weighted = UNKNOWN if gap.weighted is None else digits(f"{gap.weighted:.2f}", pen.language)
    return [
        digits(str(rank), pen.language),
        stacked((_where(gap, pen), _around(gap, pen))),
        stacked((pen.level(gap), pen.difference(gap, gap.experience))),
        *(pen.value(quantity_text(level, pen.language)) for level in levels),
        share_text(gap.attainment, pen.language),
        weighted,
        pen.owner(gap.owner),
    ]


def _where(gap: Gap, pen: Pen) -> str:
    mark = f"{MOMENT_OF_TRUTH} " if gap.moment_of_truth else ""
    return mark + place_text(gap, pen)


def _around(gap: Gap, pen: Pen) -> str:
    if gap.touchpoint is None or gap.stage is None:
        return ""
    channel = gap.touchpoint.channel
    names = (gap.stage.label, pen.read.name(("channel",), channel) if channel else "")
    return " · ".join(pen.text(name) for name in names if name)


def _reasons(known: list[Gap], pen: Pen) -> Iterator[Item]:
    seen: set[str] = set()
    for rank, gap in enumerate(known, 1):
        place = gap.touchpoint or gap.stage
        if place is None or place_key(gap) in seen:
            continue
        seen.add(place_key(gap))
        below = (*_actions(gap, pen), *_pains(place, pen), *_opportunities(place, pen))
        if below:
            number = f"{pen.label('number')} {digits(str(rank), pen.language)}"
            yield Item(f"{number} · {pen.strong(place.label)}", below)


def _actions(gap: Gap, pen: Pen) -> Iterator[Item]:
    if gap.touchpoint is not None and gap.touchpoint.action:
        done = " · ".join(map(pen.text, gap.touchpoint.action))
        yield Item(f"{pen.label('what-we-do')}: {done}")


def _pains(place: Touchpoint | Stage, pen: Pen) -> Iterator[Item]:
    field = spec(type(place)).body["pain"]
    for pain in place.pains:
        yield Item(pen.fact(pen.read.fact(field, pain)))


def _opportunities(place: Touchpoint | Stage, pen: Pen) -> Iterator[Item]:
    field = spec(type(place)).body["opportunity"]
    for opportunity in place.opportunities:
        # All that is said of it stands in the table of opportunities and in the details.
        title = f"{pen.text(pen.read.label(field.word))}: {pen.text(opportunity.text)}"
        priority = priority_of(opportunity)
        yield Item(f"{title} · {priority_text(priority, pen)}" if priority else title)


def priority_text(priority: Priority, pen: Pen) -> str:
    """What an idea is worth, by the fullest method that it has figures for."""
    return f"**{_method(priority, pen)} {pen.number(priority.value)}**"


def _method(priority: Priority, pen: Pen) -> str:
    if priority.method == "ulwick":
        return "Ulwick"
    return pen.label(f"score-{priority.method}")


def _unknown(drawn: Map, pen: Pen) -> str:
    measured = {place_key(gap) for gap in drawn.gaps if gap.measure is not None}
    missing = [
        place_text(gap, pen)
        for gap in drawn.ranked
        if gap.experience is None
        and (is_said(gap) or gap.measure or place_key(gap) not in measured)
    ]
    return f"? {pen.label('level-unknown')}: {' · '.join(missing)}" if missing else ""
