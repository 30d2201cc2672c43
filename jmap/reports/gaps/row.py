"""One gap as a row of a table: names instead of ids, and numbers in one unit."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, fields

from jmap.gaps import Gap, Level
from jmap.model.forms import AdHoc
from jmap.model.journey import Journey
from jmap.model.quantity import SECONDS, Count, Duration, Percent, Quantity, Ratio, Triple
from jmap.model.stage import Stage
from jmap.model.touchpoint import Touchpoint
from jmap.model.workspace import Workspace
from jmap.views.facts import Reader, reader

Number = int | float
_PLACES = 6


@dataclass(frozen=True, slots=True)
class GapRow:
    """A gap. What is unknown is None, what does not apply is an empty text.

    The levels and the four distances are in ``unit``: ``%``, ``score``, ``nps``, a unit of time
    such as ``m`` or ``wh``, or the thing that is counted. A negative distance is short of the mark.
    """

    rank: int
    journey: str
    stage: str
    touchpoint: str
    metric: str
    channel: str
    kind: str
    owner: str
    backup: str
    current: Number | None
    desired: Number | None
    intended: Number | None
    unit: str
    experience_gap: Number | None
    delivery_gap: Number | None
    design_gap: Number | None
    promise_gap: Number | None
    attainment: Number | None
    weighted_gap: Number | None
    level: Level
    action: tuple[str, ...]
    pains: tuple[str, ...]
    opportunities: tuple[str, ...]
    key: str

    def values(self) -> tuple[Number | str | tuple[str, ...] | None, ...]:
        """The values in the order of ``COLUMNS``, the level by its name."""
        found = (getattr(self, name) for name in COLUMNS)
        return tuple(value.value if isinstance(value, Level) else value for value in found)


COLUMNS = tuple(field.name for field in fields(GapRow))
"""The names of the columns, in order."""


def gap_rows(workspace: Workspace, gaps: Iterable[Gap], language: str = "en") -> tuple[GapRow, ...]:
    """The rows of gaps that are ranked already, numbered from 1. Filter before, or number anew."""
    readers: dict[str, Reader] = {}
    return tuple(_rows(workspace, gaps, language, readers))


def _rows(
    workspace: Workspace, gaps: Iterable[Gap], language: str, readers: dict[str, Reader]
) -> Iterator[GapRow]:
    for rank, gap in enumerate(gaps, 1):
        read = readers.get(gap.journey.id)
        if read is None:
            read = readers[gap.journey.id] = reader(workspace, gap.journey, language)
        yield _row(rank, gap, read)


def _row(rank: int, gap: Gap, read: Reader) -> GapRow:
    place = gap.touchpoint or gap.stage
    owner = gap.owner
    unit = _unit(gap)
    return GapRow(
        rank=rank,
        journey=gap.journey.label,
        stage=_label(gap.stage),
        touchpoint=_label(gap.touchpoint),
        metric=_name(read, "metric", gap.measure.metric if gap.measure else None),
        channel=_name(read, "channel", gap.touchpoint.channel if gap.touchpoint else None),
        kind=(gap.touchpoint.kind or "") if gap.touchpoint else "",
        owner=_name(read, "team", owner.team if owner else None),
        backup=_name(read, "team", owner.backup if owner else None),
        current=_amount(gap.actual, unit),
        desired=_amount(gap.desired, unit),
        intended=_amount(gap.intended, unit),
        unit=unit,
        experience_gap=_distance(gap.experience, unit),
        delivery_gap=_distance(gap.delivery, unit),
        design_gap=_distance(gap.design, unit),
        promise_gap=_distance(gap.promise, unit),
        attainment=_rounded(gap.attainment),
        weighted_gap=_rounded(gap.weighted),
        level=gap.level,
        action=gap.touchpoint.action if gap.touchpoint else (),
        pains=tuple(pain.text for pain in place.pains) if place else (),
        opportunities=tuple(idea.text for idea in place.opportunities) if place else (),
        key=gap.key,
    )


def _label(part: Journey | Stage | Touchpoint | None) -> str:
    return part.label if part else ""


def _name(read: Reader, kind: str, reference: str | AdHoc | None) -> str:
    return read.name((kind,), reference) if reference else ""


def _unit(gap: Gap) -> str:
    match gap.actual or gap.desired or gap.intended:
        case None:
            return ""
        case Duration(unit=unit):
            return unit
        case Percent() | Ratio():
            return "%"
        case Triple():
            return "nps"
        case Count(thing=thing):
            return thing
    return "score"


def _amount(quantity: Quantity | None, unit: str) -> Number | None:
    if quantity is None:
        return None
    if isinstance(quantity, Duration):
        return quantity.value if quantity.unit == unit else _distance(quantity.magnitude, unit)
    return _rounded(quantity.magnitude)


def _distance(distance: float | None, unit: str) -> Number | None:
    return _rounded(None if distance is None else distance / SECONDS.get(unit, 1))


def _rounded(number: float | None) -> Number | None:
    """A number without the noise of its last digits, whole where it is."""
    if number is None:
        return None
    rounded = round(number, _PLACES)
    return int(rounded) if rounded == int(rounded) else rounded
