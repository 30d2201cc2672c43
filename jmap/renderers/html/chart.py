"""The emotion curve over the columns of the table, in percent, so that it stretches with them."""

from dataclasses import dataclass

from jmap.paint.geometry import Point, Rect
from jmap.paint.measure import measure
from jmap.paint.number import number
from jmap.paint.path import monotone
from jmap.views.curve import Curve, Mood
from jmap.views.grid import Map
from jmap.views.moments import Moment, moments

STEP = 27.0
"""The height of one step of mood, px."""
_FACE = 30.0
_SIZE, _LINE = 11.0, 13.0
_MARGIN = 6.0
_BESIDE = 0.13
"""How far the points of two personas in one place stand apart, in columns."""
_COLUMN = 200.0
"""The narrowest column on a screen, px: where captions have room there, they have room anywhere."""
_WIDE = 1000.0
_EDGE = 0.3


@dataclass(frozen=True, slots=True)
class Caption:
    """Words at a point: the best, the weakest or the last moment."""

    text: str
    order: int
    x: str
    y: str
    anchor: str


@dataclass(frozen=True, slots=True)
class Dot:
    """A point of a curve: its place in percent and px, and what is felt there."""

    mood: Mood
    x: str
    y: str


@dataclass(frozen=True, slots=True)
class Stroke:
    """One persona's curve: its number for colour and dash, its path 1000 wide, its points."""

    order: int
    curve: Curve
    path: str
    dots: tuple[Dot, ...]

    @property
    def moments(self) -> tuple[Moment, ...]:
        """The moments that stand out."""
        return moments(self.curve)


@dataclass(frozen=True, slots=True)
class Chart:
    """The whole picture; heights in px."""

    height: str
    levels: tuple[str, ...]
    """The y of each level, from +2 down."""
    borders: tuple[str, ...]
    """The x of each line between two columns, in percent."""
    strokes: tuple[Stroke, ...]
    captions: tuple[Caption, ...]


@dataclass(frozen=True, slots=True)
class _Plane:
    """Turns moods into places."""

    columns: int
    personas: int
    rtl: bool
    top: float = 0.0

    def y(self, level: float) -> float:
        return self.top + (2 - level) * STEP

    def x(self, mood: Mood, order: int) -> float:
        """0 to 1 from the left."""
        beside = (order - (self.personas - 1) / 2) * min(_BESIDE, 0.8 / self.personas)
        share = (mood.position + beside) / self.columns
        return 1 - share if self.rtl else share

    def anchor(self, mood: Mood) -> str:
        if mood.position < _EDGE:
            return "end" if self.rtl else "start"
        if mood.position > self.columns - _EDGE:
            return "start" if self.rtl else "end"
        return "middle"

    def face(self, mood: Mood, order: int) -> Rect:
        x = self.x(mood, order) * self.columns * _COLUMN
        return Rect(x - _FACE / 2, self.y(mood.level) - _FACE / 2, _FACE, _FACE)


@dataclass(frozen=True, slots=True)
class _Placed:
    """A caption and the room it takes, its heights counted from the line of +2."""

    caption: Caption
    room: Rect


def chart(drawing: Map) -> Chart | None:
    """The picture of a map's curves; none where nothing is felt."""
    if not drawing.curves:
        return None
    count = len(drawing.columns)
    flat = _Plane(count, len(drawing.curves), drawing.direction == "rtl")
    placed = _placed(drawing, flat)
    tops = [-_FACE / 2, *(one.room.y for one in placed)]
    bottoms = [4 * STEP + _FACE / 2, *(one.room.bottom for one in placed)]
    top = _MARGIN - min(tops)
    plane = _Plane(flat.columns, flat.personas, flat.rtl, top)
    return Chart(
        height=number(top + max(bottoms) + _MARGIN),
        levels=tuple(number(plane.y(level)) for level in range(2, -3, -1)),
        borders=tuple(number(100 * at / count) for at in range(1, count)),
        strokes=tuple(_stroke(plane, at, curve) for at, curve in enumerate(drawing.curves)),
        captions=tuple(_lowered(one, top) for one in placed),
    )


def _stroke(plane: _Plane, order: int, curve: Curve) -> Stroke:
    points = [Point(_WIDE * plane.x(mood, order), plane.y(mood.level)) for mood in curve.moods]
    dots = tuple(
        Dot(mood, number(100 * plane.x(mood, order)), number(plane.y(mood.level)))
        for mood in curve.moods
    )
    return Stroke(order, curve, monotone(points), dots)


def _placed(drawing: Map, plane: _Plane) -> list[_Placed]:
    taken = [
        plane.face(mood, order)
        for order, curve in enumerate(drawing.curves)
        for mood in curve.moods
    ]
    placed = []
    for order, curve in enumerate(drawing.curves):
        for moment in moments(curve):
            text = " · ".join(drawing.label(key) for key in moment.standings)
            placed.append(_place(plane, order, moment.mood, text, taken))
            taken.append(placed[-1].room)
    return placed


def _place(plane: _Plane, order: int, mood: Mood, text: str, taken: list[Rect]) -> _Placed:
    """The nearest free room: above a good moment, below a bad one."""
    anchor = plane.anchor(mood)
    face = plane.face(mood, order)
    width = measure(text, _SIZE, bold=True) + _MARGIN
    left = {"start": face.centre.x, "end": face.centre.x - width}.get(
        anchor, face.centre.x - width / 2
    )
    step = _LINE if mood.level < 0 else -_LINE
    room = Rect(left, face.bottom if mood.level < 0 else face.y - _LINE, width, _LINE)
    while any(room.overlaps(other) for other in taken):
        room = Rect(room.x, room.y + step, room.width, room.height)
    x = number(100 * plane.x(mood, order))
    return _Placed(Caption(text, order, x, number(room.y), anchor), room)


def _lowered(placed: _Placed, top: float) -> Caption:
    caption = placed.caption
    baseline = number(top + placed.room.centre.y + _SIZE * 0.355)
    return Caption(caption.text, caption.order, caption.x, baseline, caption.anchor)
