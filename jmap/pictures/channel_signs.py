"""The sign of each kind of channel, drawn in lines: a channel is found before it is read."""

from collections.abc import Callable, Iterator, Sequence

from jmap.paint.geometry import Point, Rect
from jmap.paint.markup import Markup, element, join
from jmap.paint.mirror import Mirror
from jmap.paint.path import polyline
from jmap.paint.piece import NOTHING, Piece, shape
from jmap.paint.shapes import Pen, stroke
from jmap.pictures.style import THEME

_GRID = 16.0
_INK = THEME.muted
_Pairs = Sequence[tuple[float, float]]


class _Pencil:
    """Draws in a square of 16 by 16, wherever it stands and however large it is."""

    def __init__(self, square: Rect) -> None:
        self._square = square
        self._scale = square.width / _GRID
        self._pen = Pen(_INK, 1.4 * self._scale)

    def line(self, pairs: _Pairs, *, closed: bool = False, radius: float = 0.0) -> Markup:
        points = [self._point(x, y) for x, y in pairs]
        drawn = polyline(points, radius=radius * self._scale, closed=closed)
        return stroke(drawn, self._pen)

    def ring(self, x: float, y: float, radius: float) -> Markup:
        return self._circle(x, y, radius, fill="none", stroke=_INK, width=self._pen.width)

    def dot(self, x: float, y: float, radius: float = 1.0) -> Markup:
        return self._circle(x, y, radius, fill=_INK, stroke="none", width=None)

    def box(self, left: float, top: float, right: float, bottom: float) -> Markup:
        start = self._point(left, top)
        return element(
            "rect",
            x=start.x,
            y=start.y,
            width=(right - left) * self._scale,
            height=(bottom - top) * self._scale,
            rx=1.6 * self._scale,
            fill="none",
            stroke=_INK,
            stroke_width=self._pen.width,
        )

    def _circle(self, x: float, y: float, radius: float, **paint: str | float | None) -> Markup:
        at = self._point(x, y)
        width = paint.pop("width")
        return element(
            "circle", cx=at.x, cy=at.y, r=radius * self._scale, stroke_width=width, **paint
        )

    def _point(self, x: float, y: float) -> Point:
        return Point(self._square.x + x * self._scale, self._square.y + y * self._scale)


def channel_sign(kind: str | None, size: float = 15.0) -> Piece:
    """The sign of a kind of channel; nothing for one that is not named."""
    draw = _SIGNS.get(kind or "")
    if draw is None:
        return NOTHING

    def paint(at: Rect, mirror: Mirror) -> Markup:
        return join(draw(_Pencil(mirror.rect(at))))

    return shape(size, size, paint)


def _phone(pencil: _Pencil) -> Iterator[Markup]:
    cup = [(2.6, 3.4), (5.2, 2), (6.8, 5.2), (5.4, 6.6)]
    back = [(9.4, 10.6), (10.8, 9.2), (14, 10.8), (12.6, 13.4)]
    yield pencil.line([*cup, *back, (7.4, 11.8), (4.2, 8.6)], closed=True, radius=1)


def _email(pencil: _Pencil) -> Iterator[Markup]:
    yield pencil.box(1.5, 3.5, 14.5, 12.5)
    yield pencil.line([(2, 4.5), (8, 9), (14, 4.5)])


def _letter(pencil: _Pencil) -> Iterator[Markup]:
    yield pencil.box(3, 1.8, 13, 14.2)
    for y, end in ((5, 10.4), (8, 10.4), (11, 8)):
        yield pencil.line([(5.6, y), (end, y)])


def _bubble(pencil: _Pencil) -> Markup:
    return pencil.line(
        [(2, 2.8), (14, 2.8), (14, 11), (8, 11), (4.8, 14), (4.8, 11), (2, 11)],
        closed=True,
        radius=1,
    )


def _chat(pencil: _Pencil) -> Iterator[Markup]:
    yield _bubble(pencil)
    yield pencil.line([(5, 5.8), (11, 5.8)])
    yield pencil.line([(5, 8.2), (9, 8.2)])


def _sms(pencil: _Pencil) -> Iterator[Markup]:
    yield _bubble(pencil)
    for x in (5.2, 8.0, 10.8):
        yield pencil.dot(x, 6.9)


def _meeting(pencil: _Pencil) -> Iterator[Markup]:
    for x in (5, 11):
        yield pencil.ring(x, 5.4, 2.1)
        yield pencil.line([(x - 3.4, 13), (x - 3, 10.2), (x + 3, 10.2), (x + 3.4, 13)], radius=2)


def _web(pencil: _Pencil) -> Iterator[Markup]:
    yield pencil.box(1.5, 2.5, 14.5, 13.5)
    yield pencil.line([(1.5, 5.8), (14.5, 5.8)])
    yield pencil.dot(3.8, 4.2, 0.7)
    yield pencil.dot(6, 4.2, 0.7)


def _app(pencil: _Pencil) -> Iterator[Markup]:
    yield pencil.box(4, 1.4, 12, 14.6)
    yield pencil.line([(7, 12.4), (9, 12.4)])


def _social(pencil: _Pencil) -> Iterator[Markup]:
    yield pencil.line([(11.6, 3.8), (4.4, 8), (11.6, 12.2)])
    for x, y in ((11.8, 3.7), (4.2, 8.0), (11.8, 12.3)):
        yield pencil.dot(x, y, 2)


def _self_service(pencil: _Pencil) -> Iterator[Markup]:
    yield pencil.box(3, 1.6, 13, 10)
    yield pencil.line([(6, 6), (7.6, 7.6), (10.4, 4.4)])
    yield pencil.line([(8, 10), (8, 14.2)])
    yield pencil.line([(5, 14.2), (11, 14.2)])


_SIGNS: dict[str, Callable[[_Pencil], Iterator[Markup]]] = {
    "phone": _phone,
    "email": _email,
    "chat": _chat,
    "letter": _letter,
    "meeting": _meeting,
    "web": _web,
    "app": _app,
    "social": _social,
    "sms": _sms,
    "self-service": _self_service,
}
