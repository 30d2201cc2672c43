"""The opportunity matrix: ideas as numbered dots between what they cost and what they bring."""

from dataclasses import dataclass
from itertools import product

from jmap.gaps import Quadrant
from jmap.paint.geometry import Point
from jmap.paint.number import number
from jmap.views.matrix import Idea, Matrix, Scale

_HEIGHT = 340.0
"""Of the plot, px."""
_WIDTH = 440.0
"""About how wide the plot is on a screen, px: dots that keep clear there keep clear anywhere."""
_DOT = 26.0
"""The room of a dot, px."""
_RINGS = 6
_RESTING = ("done", "dropped")
"""What nobody need decide on any more."""


@dataclass(frozen=True, slots=True)
class Dot:
    """An idea in the plot: its place in percent, and how far it steps aside for others, in px."""

    idea: Idea
    x: str
    y: str
    aside: str
    """A translation, empty for none."""

    @property
    def resting(self) -> bool:
        """Whether it is done or dropped."""
        return self.idea.opportunity.status in _RESTING


@dataclass(frozen=True, slots=True)
class Tick:
    """A mark on an axis: its place in percent, and the number there."""

    at: str
    value: float


@dataclass(frozen=True, slots=True)
class Corner:
    """A quarter of the plot: its corner at the middle, in percent, counted from the top left."""

    quadrant: str
    """As its labels are keyed."""
    x: str
    y: str
    edge: str
    """Where the text begins, in percent."""


@dataclass(frozen=True, slots=True)
class Plot:
    """All that the section shows."""

    matrix: Matrix
    dots: tuple[Dot, ...]
    corners: tuple[Corner, ...]
    across: tuple[Tick, ...]
    """Along the effort."""
    up: tuple[Tick, ...]
    """Along the impact."""
    start: str
    """Where reading begins, in percent."""
    height: str = number(_HEIGHT)
    """In px."""


def plot(matrix: Matrix, *, rtl: bool) -> Plot | None:
    """The plot of a matrix, low effort where reading begins; none where nothing is estimated."""
    if not matrix.ranked:
        return None
    return Plot(
        matrix=matrix,
        dots=_dots(matrix, rtl=rtl),
        corners=tuple(_corner(quadrant, rtl=rtl) for quadrant in Quadrant),
        across=tuple(
            Tick(_percent(_turned(matrix.effort.share(value), rtl=rtl)), value)
            for value in matrix.effort.ticks
        ),
        up=tuple(Tick(_percent(1 - matrix.impact.share(at)), at) for at in matrix.impact.ticks),
        start="100%" if rtl else "0%",
    )


def _dots(matrix: Matrix, *, rtl: bool) -> tuple[Dot, ...]:
    taken: list[Point] = []
    made = []
    for idea in matrix.ranked:
        x = _turned(_share(matrix.effort, idea.opportunity.effort), rtl=rtl)
        y = 1 - _share(matrix.impact, idea.opportunity.impact)
        place = Point(x * _WIDTH, y * _HEIGHT)
        free = _free(place, taken)
        taken.append(free)
        aside = f"translate({number(free.x - place.x)} {number(free.y - place.y)})"
        made.append(Dot(idea, _percent(x), _percent(y), "" if free == place else aside))
    return tuple(made)


def _free(place: Point, taken: list[Point]) -> Point:
    """The nearest place where no dot is yet, on a grid of dots around the wanted one."""
    steps = range(-_RINGS, _RINGS + 1)
    around = sorted(product(steps, steps), key=lambda step: (step[0] ** 2 + step[1] ** 2, step))
    spots = (Point(place.x + _DOT * x, place.y + _DOT * y) for x, y in around)
    inside = (spot for spot in spots if 0 <= spot.x <= _WIDTH and 0 <= spot.y <= _HEIGHT)
    return next((spot for spot in inside if not any(_touch(spot, one) for one in taken)), place)


def _touch(one: Point, other: Point) -> bool:
    return (one.x - other.x) ** 2 + (one.y - other.y) ** 2 < (_DOT - 1) ** 2


def _corner(quadrant: Quadrant, *, rtl: bool) -> Corner:
    costly = quadrant in (Quadrant.MAJOR_PROJECT, Quadrant.AVOID)
    wanted = quadrant in (Quadrant.QUICK_WIN, Quadrant.MAJOR_PROJECT)
    left = costly == rtl
    return Corner(
        quadrant.value.replace(" ", "-"),
        "0%" if left else "50%",
        "0%" if wanted else "50%",
        _percent((0.5 if left else 1) if rtl else (0 if left else 0.5)),
    )


def _share(scale: Scale, value: float | None) -> float:
    return scale.share(value or 0)


def _turned(share: float, *, rtl: bool) -> float:
    return 1 - share if rtl else share


def _percent(share: float) -> str:
    return f"{number(100 * share)}%"
