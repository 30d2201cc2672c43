"""The service blueprint as a table: one column a touchpoint, or one for a stage that has none."""

from collections.abc import Iterator
from dataclasses import dataclass

from jmap.views.blueprint import BANDS, LINES, Band, Blueprint, Moment, Phase

_PAPERS = {6: "a4", 12: "a3"}
"""How many columns fit a paper across."""


@dataclass(frozen=True, slots=True)
class Place:
    """A column."""

    phase: Phase
    moment: Moment | None
    """None where the stage has no touchpoint."""
    first: bool
    """Whether a stage begins here: what is said of it as a whole stands in this column."""


@dataclass(frozen=True, slots=True)
class Track:
    """A row, and the key of the label of the line above it, empty where none is drawn."""

    band: Band
    line: str


@dataclass(frozen=True, slots=True)
class Behind:
    """All that the table shows."""

    blueprint: Blueprint
    places: tuple[Place, ...]
    tracks: tuple[Track, ...]

    @property
    def empty(self) -> tuple[Band, ...]:
        """The rows without any entry."""
        return tuple(band for band in BANDS if not self.blueprint.holds(band))

    @property
    def fails(self) -> bool:
        """Whether anything hurts, or may go wrong."""
        return any(part.failures for phase in self.blueprint.phases for part in _parts(phase))

    @property
    def timed(self) -> bool:
        """Whether a time is told anywhere."""
        said = any(part.spells for phase in self.blueprint.phases for part in _parts(phase))
        return said or self.blueprint.waits > 0

    @property
    def size(self) -> str:
        """Which paper it is printed on: ``a4``, ``a3`` or ``a2``, across."""
        return next((paper for most, paper in _PAPERS.items() if len(self.places) <= most), "a2")


def behind(blueprint: Blueprint) -> Behind:
    """The table of a blueprint."""
    tracks = tuple(Track(band, LINES.get(band, "")) for band in BANDS)
    return Behind(blueprint, tuple(_places(blueprint)), tracks)


def _places(blueprint: Blueprint) -> Iterator[Place]:
    for phase in blueprint.phases:
        for moment in phase.moments or (None,):
            yield Place(phase, moment, moment is next(iter(phase.moments), None))


def _parts(phase: Phase) -> tuple[Phase | Moment, ...]:
    return (phase, *phase.moments)
