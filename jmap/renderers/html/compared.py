"""A journey beside the one it changes, as a table: each touchpoint before and after."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from jmap.gaps import Gap
from jmap.model.journey import Journey
from jmap.model.workspace import Workspace
from jmap.syntax.fold import fold
from jmap.views.comparison import Change, Comparison, Pair, StagePair, base_of, comparison
from jmap.views.difference import Difference
from jmap.views.grid import Card
from jmap.views.shift import Outcome, Shift

_TOLD: tuple[tuple[str, tuple[Outcome, ...]], ...] = (
    ("gaps-closed", ("closed",)),
    ("gaps-narrowed", ("narrowed",)),
    ("gaps-same", ("same",)),
    ("gaps-wider", ("widened", "opened")),
    ("gaps-unknown", ("unknown",)),
)
_QUIET: tuple[Outcome, ...] = ("unknown",)


@dataclass(frozen=True, slots=True)
class Told:
    """How many gaps came to something, and the key of its label."""

    label: str
    count: int


@dataclass(frozen=True, slots=True)
class Row:
    """A touchpoint, or one metric of it, of a stage or of the journey."""

    card: Card | None
    stage: str
    """The stage's title; empty for the whole journey."""
    change: Change | Literal[""]
    """What became of the touchpoint; empty for a row about a metric."""
    shift: Shift
    differences: tuple[Difference, ...]

    @property
    def measured(self) -> bool:
        """Whether either side has a level, so that something may be said of the gap."""
        sides = (self.shift.before, self.shift.after)
        return any(gap is not None and gap.actual is not None for gap in sides)

    @property
    def gap(self) -> Gap | None:
        """The side that tells the unit and the metric."""
        return self.shift.after or self.shift.before


@dataclass(frozen=True, slots=True)
class Compared:
    """All that the section shows."""

    comparison: Comparison
    rows: tuple[Row, ...]
    told: tuple[Told, ...]

    @property
    def planned(self) -> bool:
        """Whether a level after is what is intended, and not measured."""
        return any(row.shift.planned for row in self.rows)


def compared(workspace: Workspace, journey: Journey, shown: frozenset[str]) -> tuple[Compared, ...]:
    """A journey and its base; a journey and each that changes it, unless that one is `shown` on
    the same page and says it there.
    """
    return tuple(
        _compared(comparison(workspace, before, after))
        for before, after in _pairs(workspace, journey, shown)
    )


def _pairs(
    workspace: Workspace, journey: Journey, shown: frozenset[str]
) -> Iterator[tuple[Journey, Journey]]:
    base = base_of(workspace, journey)
    if base is not None:
        yield base, journey
    for other in workspace.journeys:
        changed = base_of(workspace, other)
        if changed and fold(changed.id) == fold(journey.id) and other.id not in shown:
            yield journey, other


def _compared(found: Comparison) -> Compared:
    rows = [row for stage in found.stages for row in _rows(stage)]
    rows += [Row(None, "", "", shift, ()) for shift in _known(found.measures)]
    told = (Told(label, found.count(*outcomes)) for label, outcomes in _TOLD)
    return Compared(found, tuple(rows), tuple(one for one in told if one.count))


def _rows(stage: StagePair) -> Iterator[Row]:
    title = stage.column.title
    yield from (Row(None, title, "", shift, ()) for shift in _known(stage.measures))
    for pair in stage.pairs:
        yield from _of_pair(pair, title)


def _of_pair(pair: Pair, stage: str) -> Iterator[Row]:
    yield Row(pair.card, stage, pair.change, pair.shift, pair.differences)
    yield from (Row(pair.card, stage, "", shift, ()) for shift in _known(pair.measures))


def _known(shifts: tuple[Shift, ...]) -> Iterator[Shift]:
    return (shift for shift in shifts if shift.outcome not in _QUIET)
