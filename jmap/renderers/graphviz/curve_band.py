"""The emotion curve: a line of faces for each persona, in step with the columns above."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from jmap.paint.face import face
from jmap.paint.geometry import Point, Rect
from jmap.paint.markup import EMPTY, Markup, element, join
from jmap.paint.mirror import Mirror
from jmap.paint.path import monotone
from jmap.paint.piece import Piece, fitted, row, shape, stack, text_piece
from jmap.paint.shapes import Pen, box, stroke
from jmap.paint.text import Type, block
from jmap.renderers.graphviz.layout.model import Extent
from jmap.renderers.graphviz.moments import moments
from jmap.renderers.graphviz.room import Room
from jmap.renderers.graphviz.sheet import Sheet
from jmap.renderers.graphviz.style import LABELS, SMALL, THEME, TITLE
from jmap.renderers.graphviz.told import named
from jmap.views.curve import Curve, Mood

HEIGHT = 216.0
"""The height of the band in px: five levels and the words beyond the outer ones."""
_STEP = 34.0
_FACE = 22.0
_LEAST = 9.0
_SMALL = 14.0
_SPREADS = (14.0, 23.0, 18.0, 28.0, 34.0)
_LONGEST = 150.0
_BETWEEN = 6.0
_WORD = Type(11, THEME.text)
_CHOSEN = Type(11, THEME.text, bold=True)
_DASHES = (None, "7 3", "2 4", "10 3 2 3")


@dataclass(frozen=True, slots=True)
class Dot:
    """A mood at its place."""

    mood: Mood
    spot: Point


def curve_pen(at: int) -> Pen:
    """How the curve of the persona at a place in the map is drawn."""
    return Pen(THEME.paths[at % len(THEME.paths)], 2, _DASHES[at % len(_DASHES)])


def curve_label(sheet: Sheet) -> Piece:
    """The name of the band, and of each line where there are several."""
    chart = sheet.chart
    names = [_sample(sheet, at, curve) for at, curve in enumerate(chart.curves)]
    shown = names if len(names) > 1 else []
    return stack([text_piece(chart.label("curve"), LABELS - 24, TITLE, 4), *shown], 6)


def paint_curves(sheet: Sheet, band: Rect, columns: Sequence[Extent], mirror: Mirror) -> Markup:
    """All curves within `band`; `columns` are those of the map, at their place in the picture."""
    curves = sheet.chart.curves
    room = Room(Rect(columns[0].start - 6, band.y, columns[-1].end - columns[0].start + 12, HEIGHT))
    dots = _placed(curves, band, columns)
    largest = _clear_size(dots)
    sizes = [min(largest, _face_size(row_)) for row_ in dots]
    for row_, size in zip(dots, sizes, strict=True):
        for dot in row_:
            room.take(Rect(dot.spot.x - size / 2, dot.spot.y - size / 2, size, size))
    parts = [_scale(band, columns, mirror)]
    for row_ in dots:
        room.cross(dot.spot for dot in row_)
    parts += [_line(row_, at, mirror) for at, row_ in enumerate(dots)]
    parts += [
        _faces(sheet, curve, at, dots[at], sizes[at], mirror) for at, curve in enumerate(curves)
    ]
    marks = moments(sheet.chart)
    for row_, size in zip(dots, sizes, strict=True):
        parts += _words(row_, marks, size, room, mirror)
    return join(parts)


def _sample(sheet: Sheet, at: int, curve: Curve) -> Piece:
    name = curve.persona or sheet.chart.label("customer")
    pen = curve_pen(at)

    def draw(rect: Rect, mirror: Mirror) -> Markup:
        ends = mirror.points([Point(rect.x, rect.centre.y), Point(rect.right, rect.centre.y)])
        return stroke(monotone(ends), pen)

    return row([shape(18, 15, draw), text_piece(name, LABELS - 48, SMALL, 3)], 6)


def _placed(curves: Sequence[Curve], band: Rect, columns: Sequence[Extent]) -> list[list[Dot]]:
    """The moods of all curves, set apart by as much as hides the fewest faces behind others."""
    count = len(curves)
    best: list[list[Dot]] = []
    for spread in _SPREADS if count > 1 else (0.0,):
        apart = min(spread, 80.0 / count)
        sides = [(at - (count - 1) / 2) * apart for at in range(count)]
        dots = [_dots(*one, band, columns) for one in zip(curves, sides, strict=True)]
        if not best or _closest(dots) > _closest(best):
            best = dots
    return best


def _closest(dots: Sequence[Sequence[Dot]]) -> float:
    """How far apart the closest faces of different curves stand, a whole face at most."""
    spots = sorted((dot.mood.level, dot.spot.x, at) for at, row_ in enumerate(dots) for dot in row_)
    apart = (
        x - before
        for (height, before, one), (level, x, other) in pairwise(spots)
        if height == level and one != other
    )
    return min(_FACE + 1, min(apart, default=_FACE + 1))


def _clear_size(dots: Sequence[Sequence[Dot]]) -> float:
    """A size at which no face hides another curve's: less than a small overlap is no hiding."""
    return max(_SMALL, _closest(dots) - 1)


def _dots(curve: Curve, aside: float, band: Rect, columns: Sequence[Extent]) -> list[Dot]:
    """Where the moods of a curve stand."""
    middle = band.y + HEIGHT / 2
    dots = []
    for mood in curve.moods:
        place = min(int(mood.position), len(columns) - 1)
        column = columns[place]
        x = column.start + (mood.position - place) * column.length
        dots.append(Dot(mood, Point(x + aside, middle - mood.level * _STEP)))
    return dots


def _face_size(dots: Sequence[Dot]) -> float:
    """As large as the closest two moods leave room for."""
    apart = [b.spot.x - a.spot.x for a, b in pairwise(dots)]
    return min(_FACE, max(_LEAST, min(apart, default=_FACE) - 2))


def _scale(band: Rect, columns: Sequence[Extent], mirror: Mirror) -> Markup:
    """Level lines from very good to very bad, a face at the start of each end."""
    start, end = columns[0].start - 6, columns[-1].end + 6
    middle = band.y + HEIGHT / 2
    parts = [
        box(
            Rect(start, band.y, end - start, HEIGHT),
            THEME.surface,
            radius=10,
            outline=Pen(THEME.hairline),
            mirror=mirror,
        )
    ]
    for level in range(-2, 3):
        y = middle - level * _STEP
        ends = mirror.points([Point(start + 1, y), Point(end - 1, y)])
        dash = None if level == 0 else "2 5"
        parts.append(stroke(monotone(ends), Pen(THEME.hairline if level else "#c9cfda", 1, dash)))
    for level in (-2, 0, 2):
        spot = Point(start - 14, middle - level * _STEP)
        parts.append(face(level, spot, 16, ink=THEME.muted, paper=THEME.canvas, mirror=mirror))
    return join(parts)


def _line(dots: Sequence[Dot], at: int, mirror: Mirror) -> Markup:
    """The line of a curve; all lines are drawn before all faces, so that none crosses a face."""
    if len(dots) < 2:
        return EMPTY
    drawn = mirror.points(dot.spot for dot in dots)
    return stroke(monotone(drawn[::-1] if mirror.rtl else drawn), curve_pen(at))


def _faces(
    sheet: Sheet, curve: Curve, at: int, dots: Sequence[Dot], size: float, mirror: Mirror
) -> Markup:
    pen = curve_pen(at)
    parts = []
    for dot in dots:
        word = dot.mood.word or sheet.chart.label(f"mood-{dot.mood.level}")
        sign = face(dot.mood.level, dot.spot, size, ink=pen.colour, paper="#ffffff", mirror=mirror)
        parts.append(element("g", *named(f"{dot.mood.title}: {word}", curve.persona), sign))
    title = curve.persona or sheet.chart.label("curve")
    return element("g", join([*named(title, ""), *parts]), class_="curve")


def _words(
    dots: Sequence[Dot], marks: Mapping[int, str], size: float, room: Room, mirror: Mirror
) -> list[Markup]:
    """Words beside the faces as far as there is room, those of the best, worst and last first.

    Where faces stand too close together for words, only these three have any.
    """
    ordered = sorted(dots, key=lambda dot: id(dot.mood) not in marks)
    return [
        _word(dot, marks.get(id(dot.mood), ""), size, room, mirror)
        for dot in ordered
        if (dot.mood.word and size > _LEAST) or id(dot.mood) in marks
    ]


def _word(dot: Dot, chosen: str, size: float, room: Room, mirror: Mirror) -> Markup:
    """The word above or below its face; shorter, or left to the pointer, where neither is free."""
    word = " ".join(dot.mood.word.split())
    kind = _CHOSEN if chosen else _WORD
    full = ": ".join(part for part in (chosen, word) if part)
    for text in dict.fromkeys((full, chosen or word)):
        lines = fitted(text, _LONGEST, kind, 2)
        places = list(_beside(dot, size, lines.width, kind.height(lines)))
        for rect in sorted(places, key=lambda rect: not room.is_clear(rect)):
            apart = Rect(rect.x - _BETWEEN, rect.y, rect.width + 2 * _BETWEEN, rect.height)
            if room.is_free(apart):
                room.take(rect)
                top = Point(rect.centre.x, rect.y)
                ground = box(rect.inset(-2), THEME.surface, radius=3, mirror=mirror)
                return ground + block(lines, top, kind, anchor="middle", mirror=mirror)
    return EMPTY


def _beside(dot: Dot, size: float, width: float, height: float) -> Iterator[Rect]:
    """Above, below, then both again shifted to either side."""
    tops = (dot.spot.y - size / 2 - height - 2, dot.spot.y + size / 2 + 2)
    if dot.mood.level < 0:
        tops = (tops[1], tops[0])
    for shift in (0.0, 0.35, -0.35):
        for top in tops:
            yield Rect(dot.spot.x - width * (0.5 + shift), top, width, height)
