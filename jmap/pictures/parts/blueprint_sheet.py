"""Where the columns of a service blueprint stand, and what its parts look things up in."""

from collections.abc import Iterator
from dataclasses import dataclass

from jmap.pictures.layout.model import Extent
from jmap.pictures.parts.sheet import Sheet
from jmap.pictures.style import LABELS
from jmap.views.blueprint import Blueprint, Moment, Phase

LEAST = 720.0
"""The least width of a blueprint, however few its columns."""
_WIDE = 1480.0
_LEAST = 204.0
_MOST = 330.0
_GAP = 12.0
_APART = 24.0
_BEFORE = 10.0
"""What a band keeps free before its first column."""
_AFTER = 18.0
"""What it keeps free after its last: the point of the last stage's arrow stands there."""


@dataclass(frozen=True, slots=True)
class Slot:
    """A column: one moment of a phase; a phase without any has one that stays empty."""

    moment: Moment | None
    extent: Extent

    @property
    def middle(self) -> float:
        """Where the lines between its rows stand."""
        return self.extent.start + self.extent.length / 2


@dataclass(frozen=True, slots=True)
class Span:
    """A phase, over all its columns."""

    phase: Phase
    slots: tuple[Slot, ...]

    @property
    def extent(self) -> Extent:
        """From its first column to its last."""
        start = self.slots[0].extent.start
        return Extent(start, self.slots[-1].extent.end - start)


@dataclass(frozen=True, slots=True)
class BlueprintSheet:
    """A blueprint with its columns, and the sheet that names what is drawn."""

    blueprint: Blueprint
    sheet: Sheet
    spans: tuple[Span, ...]

    @property
    def slots(self) -> Iterator[Slot]:
        """All columns."""
        return (slot for span in self.spans for slot in span.slots)

    @property
    def width(self) -> float:
        """From the names of the rows to the end of the last column."""
        return self.spans[-1].extent.end + _AFTER

    def label(self, key: str) -> str:
        """A fixed notion in the map's language."""
        return self.blueprint.chart.label(key)


def blueprint_sheet(blueprint: Blueprint, sheet: Sheet) -> BlueprintSheet:
    """Give each moment its column: wide where there are few, never too narrow for a sentence."""
    counts = [max(1, len(phase.moments)) for phase in blueprint.phases]
    gaps = _APART * (len(counts) - 1) + _GAP * sum(count - 1 for count in counts)
    room = (_WIDE - gaps) / sum(counts)
    most = max(_MOST, (LEAST - LABELS - _BEFORE - _AFTER - gaps) / sum(counts))
    width = max(_LEAST, min(most, room))
    return BlueprintSheet(blueprint, sheet, tuple(_spans(blueprint, width)))


def _spans(blueprint: Blueprint, width: float) -> Iterator[Span]:
    x = LABELS + _BEFORE
    for phase in blueprint.phases:
        slots = []
        for moment in phase.moments or (None,):
            slots.append(Slot(moment, Extent(x, width)))
            x += width + _GAP
        yield Span(phase, tuple(slots))
        x += _APART - _GAP
