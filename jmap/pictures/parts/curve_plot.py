"""The emotion curve drawn large: a scale of faces, a line for each persona, the words felt, and the
moments that stand out.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from jmap.paint.face import face
from jmap.paint.geometry import Point, Rect
from jmap.paint.markup import EMPTY, Markup, element, join
from jmap.paint.mirror import Mirror
from jmap.paint.path import monotone
from jmap.paint.piece import Piece, row, shape, text_piece
from jmap.paint.shapes import Pen, box, stroke
from jmap.paint.text import Type
from jmap.pictures.parts.curve_band import curve_pen
from jmap.pictures.parts.curve_field import Field, mood_xs
from jmap.pictures.parts.curve_marks import moment_sign, point_sign, point_size
from jmap.pictures.parts.felt_words import Place, beside, beside_lines, centred_words
from jmap.pictures.parts.room import Room
from jmap.pictures.parts.sheet import Sheet
from jmap.pictures.style import SMALL, THEME
from jmap.pictures.told import named
from jmap.views.curve import Curve, Mood
from jmap.views.moments import Moment, moments

_STEP = 60.0
_BEYOND = 62.0
HEIGHT = 4 * _STEP + 2 * _BEYOND
"""The height of the plot: five levels, and room for words beyond the outer ones."""
_FEW = 3
"""How many lines words may stand on."""
_LINE = 2.4
_SIGN = 22.0


@dataclass(frozen=True, slots=True)
class Dot:
    """A mood at its place."""

    mood: Mood
    spot: Point


def curve_plot(sheet: Sheet, field: Field, width: float) -> Piece:
    """All curves of a map in a picture `width` wide."""
    return shape(width, HEIGHT, lambda at, mirror: _paint(sheet, field, at, mirror))


def _paint(sheet: Sheet, field: Field, at: Rect, mirror: Mirror) -> Markup:
    plot = Rect(at.x + field.columns[0].start, at.y, field.end - field.columns[0].start, HEIGHT)
    rows = list(_dots(sheet, field, at))
    room = _room(rows, plot)
    lines = [_line(dots, person, mirror) for person, dots in enumerate(rows)]
    points = [
        _points(sheet, curve, person, rows[person], mirror)
        for person, curve in enumerate(sheet.chart.curves)
    ]
    words = _words(sheet, rows, room, mirror)
    return join(
        [_ground(field, plot, at, mirror), _scale(sheet, plot, mirror), *lines, words, *points]
    )


def _dots(sheet: Sheet, field: Field, at: Rect) -> Iterator[list[Dot]]:
    middle = at.y + HEIGHT / 2
    for curve, xs in zip(sheet.chart.curves, mood_xs(field), strict=True):
        yield [
            Dot(mood, Point(at.x + x, middle - mood.level * _STEP))
            for mood, x in zip(curve.moods, xs, strict=True)
        ]


def _room(rows: Sequence[Sequence[Dot]], plot: Rect) -> Room:
    room = Room(plot.inset(4))
    half = point_size(len(rows)) / 2 + 3
    for dots in rows:
        room.cross(dot.spot for dot in dots)
        for dot in dots:
            room.take(Rect(dot.spot.x - half, dot.spot.y - half, 2 * half, 2 * half))
    return room


def _ground(field: Field, plot: Rect, at: Rect, mirror: Mirror) -> Markup:
    """The paper, with a line where each stage begins."""
    paper = box(plot, THEME.surface, outline=Pen(THEME.hairline), radius=10, mirror=mirror)
    borders = [
        _straight(
            Point(at.x + column.start, plot.y), Point(at.x + column.start, plot.bottom), mirror
        )
        for column in field.columns[1:]
    ]
    return join([paper, *borders])


def _straight(start: Point, end: Point, mirror: Mirror) -> Markup:
    return stroke(monotone(mirror.points([start, end])), Pen(THEME.hairline))


def _scale(sheet: Sheet, plot: Rect, mirror: Mirror) -> Markup:
    """A line for each level, and at its start the face and the word of the level."""
    parts = []
    middle = plot.y + HEIGHT / 2
    for level in range(-2, 3):
        y = middle - level * _STEP
        ends = mirror.points([Point(plot.x + 1, y), Point(plot.right - 1, y)])
        pen = Pen(THEME.hairline, 1, "2 5") if level else Pen(THEME.frame)
        parts.append(stroke(monotone(ends), pen))
        sign = Point(plot.x - 14 - _SIGN / 2, y)
        parts.append(face(level, sign, _SIGN, ink=THEME.muted, paper=THEME.canvas, mirror=mirror))
        word = text_piece(sheet.chart.label(f"mood-{level}"), plot.x - _SIGN - 40, SMALL, 2)
        at = Point(plot.x - 24 - _SIGN - word.width, y - word.height / 2)
        parts.append(word.paint(at, mirror))
    return join(parts)


def _line(dots: Sequence[Dot], person: int, mirror: Mirror) -> Markup:
    if len(dots) < 2:
        return EMPTY
    drawn = mirror.points(dot.spot for dot in dots)
    pen = curve_pen(person)
    return stroke(monotone(drawn[::-1] if mirror.rtl else drawn), Pen(pen.colour, _LINE, pen.dash))


def _points(sheet: Sheet, curve: Curve, person: int, dots: Sequence[Dot], mirror: Mirror) -> Markup:
    people = len(sheet.chart.curves)
    standing = {moment.place for moment in moments(curve)}
    parts = []
    for at, dot in enumerate(dots):
        spot = Point(mirror.x(dot.spot.x), dot.spot.y)
        ring = [_ring(spot, people, curve_pen(person).colour)] if at in standing else []
        sign = point_sign(person, people, dot.mood.level, spot)
        word = dot.mood.word or sheet.chart.label(f"mood-{dot.mood.level}")
        names = named(f"{dot.mood.title}: {word}", curve.persona)
        parts.append(element("g", join([*names, *ring, sign])))
    title = curve.persona or sheet.chart.label("curve")
    return element("g", join([*named(title, ""), *parts]), class_="curve")


def _ring(spot: Point, people: int, ink: str) -> Markup:
    radius = point_size(people) / 2 + 4
    return element(
        "circle", cx=spot.x, cy=spot.y, r=radius, fill=THEME.surface, stroke=ink, stroke_width=1.4
    )


def _words(sheet: Sheet, rows: Sequence[Sequence[Dot]], room: Room, mirror: Mirror) -> Markup:
    """The words felt, as far as there is room; those of the moments that stand out first.

    Where many lines cross, the other words keep off them: a line that is cut everywhere leads
    nowhere. What is not drawn is told by its point.
    """
    chosen, others = [], []
    size = point_size(len(rows)) + 8
    for person, (curve, dots) in enumerate(zip(sheet.chart.curves, rows, strict=True)):
        ink = curve_pen(person).colour if len(rows) > 1 else THEME.text
        standing = {moment.place: moment for moment in moments(curve)}
        for at, dot in enumerate(dots):
            place = Place(dot.spot, size, dot.mood.level)
            if at in standing:
                chosen.append((place, list(_told(sheet, standing[at], ink))))
            elif dot.mood.word:
                others.append((place, centred_words(dot.mood.word, Type(12, ink, leading=1.3))))
    first = [beside(place, pieces, room, mirror) for place, pieces in chosen]
    if len(rows) > _FEW:
        return join([*first, *(beside_lines(*one, room, mirror) for one in others)])
    return join([*first, *(beside(place, [piece], room, mirror) for place, piece in others)])


def _told(sheet: Sheet, moment: Moment, ink: str) -> Iterator[Piece]:
    """The moment with its signs and the word felt, then with less, for where there is less room."""
    kind = Type(12, ink, bold=True, leading=1.3)
    labels = " · ".join(sheet.chart.label(standing) for standing in moment.standings)
    signs = row([moment_sign(standing, ink) for standing in moment.standings], 3)
    word = " ".join(moment.mood.word.split())
    if word:
        yield row([signs, centred_words(f"{labels}: {word}", kind)], 6, align=0.5)
    yield row([signs, centred_words(labels, kind)], 6, align=0.5)
    yield signs
