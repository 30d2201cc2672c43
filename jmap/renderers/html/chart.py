"""The emotion curve over the columns of the table: lengths in percent, so that it stretches with them."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from jmap.paint.geometry import Point
from jmap.paint.number import number
from jmap.paint.path import monotone
from jmap.views.curve import Curve, Mood
from jmap.views.grid import Map

STEP = 27.0
"""The height of one step of mood, px."""
_PAD = 26.0
_LABEL = 13.0
_BESIDE = 0.13
"""How far the points of two personas in one place stand apart, in columns."""
_WIDE = 1000.0
_EDGE = 0.3


@dataclass(frozen=True, slots=True)
class Caption:
    """A word at a point: best, weakest or last moment; ``keys`` are the labels it says."""

    keys: tuple[str, ...]
    y: str
    anchor: str


@dataclass(frozen=True, slots=True)
class Dot:
    """A point of a curve: its place in percent and px, and what is felt there."""

    mood: Mood
    x: str
    y: str
    caption: Caption | None


@dataclass(frozen=True, slots=True)
class Stroke:
    """One persona's curve: its number for colour and dash, its path 1000 wide, its points."""

    order: int
    curve: Curve
    path: str
    dots: tuple[Dot, ...]


@dataclass(frozen=True, slots=True)
class Chart:
    """The whole picture; heights in px."""

    height: str
    levels: tuple[str, ...]
    """The y of each level, from +2 down."""
    borders: tuple[str, ...]
    """The x of each line between two columns, in percent."""
    strokes: tuple[Stroke, ...]


@dataclass(frozen=True, slots=True)
class _Plane:
    """Turns moods into places."""

    columns: int
    personas: int
    rtl: bool

    @property
    def top(self) -> float:
        return _PAD + _LABEL * self.personas

    def y(self, level: float) -> float:
        return self.top + (2 - level) * STEP

    def x(self, mood: Mood, order: int) -> float:
        """0 to 1 from the left."""
        beside = (order - (self.personas - 1) / 2) * _BESIDE
        share = (mood.position + beside) / self.columns
        return 1 - share if self.rtl else share

    def anchor(self, mood: Mood) -> str:
        if mood.position < _EDGE:
            return "end" if self.rtl else "start"
        if mood.position > self.columns - _EDGE:
            return "start" if self.rtl else "end"
        return "middle"


def chart(drawing: Map) -> Chart | None:
    """The picture of a map's curves; none where nothing is felt."""
    if not drawing.curves:
        return None
    count = len(drawing.columns)
    plane = _Plane(count, len(drawing.curves), drawing.direction == "rtl")
    return Chart(
        height=number(plane.y(-2) + plane.top),
        levels=tuple(number(plane.y(level)) for level in range(2, -3, -1)),
        borders=tuple(number(100 * at / count) for at in range(1, count)),
        strokes=tuple(_stroke(plane, at, curve) for at, curve in enumerate(drawing.curves)),
    )


def _stroke(plane: _Plane, order: int, curve: Curve) -> Stroke:
    points = [Point(_WIDE * plane.x(mood, order), plane.y(mood.level)) for mood in curve.moods]
    return Stroke(order, curve, monotone(points), tuple(_dots(plane, order, curve)))


def _dots(plane: _Plane, order: int, curve: Curve) -> Iterator[Dot]:
    for mood in curve.moods:
        x = number(100 * plane.x(mood, order))
        keys = _keys(curve, mood)
        caption = _caption(plane, order, mood, keys) if keys else None
        yield Dot(mood, x, number(plane.y(mood.level)), caption)


def _keys(curve: Curve, mood: Mood) -> tuple[str, ...]:
    named = {"peak": curve.peak, "lowest": curve.lowest, "end": curve.end}
    return tuple(key for key, found in named.items() if found is mood)


def _caption(plane: _Plane, order: int, mood: Mood, keys: Sequence[str]) -> Caption:
    below = "lowest" in keys
    away = 19 + _LABEL * order + (9 if below else 0)
    y = plane.y(mood.level) + (away if below else -away)
    return Caption(tuple(keys), number(y), plane.anchor(mood))
