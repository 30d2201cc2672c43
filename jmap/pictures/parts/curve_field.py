"""Where everything of an emotion curve stands: the stages side by side, a place for each touchpoint
in them, a point for each mood.
"""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import accumulate

from jmap.pictures.layout.model import Extent
from jmap.pictures.parts.stage_band import LEAST
from jmap.views.curve import Mood, Spot

TITLED = 98.0
"""The room a title needs below its point, px."""
_NUMBERED = 36.0
_APART = 24.0
"""How far two points at one height must stand apart."""


@dataclass(frozen=True, slots=True)
class Field:
    """The columns of the stages, and in them the places of the touchpoints, in px."""

    columns: tuple[Extent, ...]
    spots: tuple[Spot, ...]
    places: tuple[Extent, ...]
    """A place for each spot."""
    is_titled: bool
    """Whether a title has room below each point; else it carries a number."""

    @property
    def end(self) -> float:
        """Where the last column ends."""
        return self.columns[-1].end


def field_of(spots: Sequence[Spot], stages: int, start: float, width: float) -> Field:
    """The field from `start` on, `width` px wide where its points have room in that, else wider.

    Titles stand below the points as long as all of them fit into a field twice as wide.
    """
    titled = sum(_wanted(spots, stages, TITLED)) <= width * 1.6
    wanted = _wanted(spots, stages, TITLED if titled else _NUMBERED)
    factor = max(1.0, width / sum(wanted))
    lengths = [length * factor for length in wanted]
    starts = accumulate(lengths, initial=start)
    columns = tuple(map(Extent, starts, lengths))
    return Field(columns, tuple(spots), tuple(_places(spots, columns)), titled)


def mood_xs(field: Field) -> list[list[float]]:
    """The x of every mood, curve by curve in the order of each; moods of several people that would
    stand on each other stand side by side.
    """
    people = len(field.spots[0].moods) if field.spots else 0
    found: list[list[float]] = [[] for _ in range(people)]
    for spot, place in zip(field.spots, field.places, strict=True):
        for person, xs in enumerate(_inside(spot, place)):
            found[person] += xs
    return found


def _wanted(spots: Sequence[Spot], stages: int, least: float) -> list[float]:
    wanted = [0.0] * stages
    for spot in spots:
        wanted[spot.column] += _room(spot, least)
    return [max(LEAST, length) for length in wanted]


def _room(spot: Spot, least: float) -> float:
    """As much as its moods need side by side, were all of one level to meet at one point."""
    levels = Counter(level for moods in spot.moods for level in {mood.level for mood in moods})
    crowd = max(levels.values())
    return max(least, max(map(len, spot.moods)) * crowd * _APART + 8)


def _places(spots: Sequence[Spot], columns: Sequence[Extent]) -> Iterator[Extent]:
    for at, column in enumerate(columns):
        inside = [spot for spot in spots if spot.column == at]
        rooms = [_room(spot, TITLED) for spot in inside]
        begin = column.start
        for room in rooms:
            length = column.length * room / sum(rooms)
            yield Extent(begin, length)
            begin += length


def _inside(spot: Spot, place: Extent) -> list[list[float]]:
    xs = [
        [place.start + place.length * (at + 0.5) / len(moods) for at in range(len(moods))]
        for moods in spot.moods
    ]
    met: dict[tuple[int, int], list[tuple[int, int]]] = {}
    for person, moods in enumerate(spot.moods):
        for at, mood in enumerate(moods):
            met.setdefault(_cell(mood, xs[person][at]), []).append((person, at))
    for group in met.values():
        for order, (person, at) in enumerate(group):
            xs[person][at] += (order - (len(group) - 1) / 2) * _APART
    return xs


def _cell(mood: Mood, x: float) -> tuple[int, int]:
    return mood.level, round(x / _APART)
