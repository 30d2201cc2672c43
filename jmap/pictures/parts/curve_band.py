"""The emotion curve: a line of faces for each persona, in step with the columns above."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from jmap.paint.face import face
from jmap.paint.geometry import Point, Rect
from jmap.paint.markup import EMPTY, Markup, element, join
from jmap.paint.mirror import Mirror
from jmap.paint.path import monotone
from jmap.paint.piece import Piece, row, shape, stack, text_piece
from jmap.paint.shapes import Pen, box, stroke
from jmap.paint.text import Type
from jmap.pictures.layout.model import Extent
from jmap.pictures.parts.felt_words import Place, words_beside
from jmap.pictures.parts.moments import moment_labels
from jmap.pictures.parts.room import Room
from jmap.pictures.parts.sheet import Sheet
from jmap.pictures.style import LABELS, SMALL, THEME, TITLE
from jmap.pictures.told import named
from jmap.views.curve import Curve, Mood

HEIGHT = 216.0
"""The height of the band in px: five levels and the words beyond the outer ones."""
_STEP = 34.0
_FACE = 22.0
_LEAST = 9.0
_SMALL = 14.0
_SPREADS = (14.0, 23.0, 18.0, 28.0, 34.0)
_WORD = Type(11, THEME.text)
_DASHES = (None, "7 3", "2 4", "10 3 2 3")
FORMER = Pen(THEME.outline, 1.8, "5 4")
"""How a curve of before is drawn."""


@dataclass(frozen=True, slots=True)
class Dot:
    """A mood at its place, and how large its face is."""

    mood: Mood
    spot: Point
    size: float = 0.0


def curve_pen(at: int) -> Pen:
    """How the curve of the persona at a place in the map is drawn."""
    return Pen(THEME.paths[at % len(THEME.paths)], 2, _DASHES[at % len(_DASHES)])


def curve_label(sheet: Sheet) -> Piece:
    """The name of the band, and of each line where there are several."""
    chart = sheet.chart
    names = [_sample(sheet, at, curve) for at, curve in enumerate(chart.curves)]
    shown = names if len(names) > 1 else []
    return stack([text_piece(chart.label("curve"), LABELS - 24, TITLE, 4), *shown], 6)


def paint_curves(
    sheet: Sheet,
    band: Rect,
    columns: Sequence[Extent],
    mirror: Mirror,
    former: Sequence[Curve] = (),
) -> Markup:
    """All curves within `band`; `columns` are those of the map, at their place in the picture.
    `former` are curves of before, drawn faintly behind.
    """
    curves = sheet.chart.curves
    room = Room(Rect(columns[0].start - 6, band.y, columns[-1].end - columns[0].start + 12, HEIGHT))
    dots = _sized(_placed(curves, band, columns))
    for row_ in dots:
        room.cross(dot.spot for dot in row_)
        for dot in row_:
            half = dot.size / 2
            room.take(Rect(dot.spot.x - half, dot.spot.y - half, dot.size, dot.size))
    faint = [_dots(one, _aside(one, curves, dots, band, columns), band, columns) for one in former]
    for row_ in faint:
        room.cross(dot.spot for dot in row_)
    parts = [_scale(band, columns, mirror)]
    parts += [_former(sheet, row_, mirror) for row_ in faint]
    parts += [_line(row_, at, mirror) for at, row_ in enumerate(dots)]
    parts += [_faces(sheet, curve, at, dots[at], mirror) for at, curve in enumerate(curves)]
    return join([*parts, _words(sheet, dots, room, mirror)])


def _sample(sheet: Sheet, at: int, curve: Curve) -> Piece:
    name = curve.persona or sheet.chart.label("customer")
    pen = curve_pen(at)

    def draw(rect: Rect, mirror: Mirror) -> Markup:
        ends = mirror.points([Point(rect.x, rect.centre.y), Point(rect.right, rect.centre.y)])
        return stroke(monotone(ends), pen)

    return row([shape(18, 15, draw), text_piece(name, LABELS - 66, SMALL, 3)], 6)


def _placed(curves: Sequence[Curve], band: Rect, columns: Sequence[Extent]) -> list[list[Dot]]:
    """The moods of all curves, set apart by as much as hides the fewest faces behind others."""
    count = len(curves)
    best: list[list[Dot]] = []
    for spread in _SPREADS if count > 1 else (0.0,):
        apart = min(spread, 80.0 / max(1, count))
        sides = [(at - (count - 1) / 2) * apart for at in range(count)]
        dots = [_dots(*one, band, columns) for one in zip(curves, sides, strict=True)]
        if not best or _closest(dots) > _closest(best):
            best = dots
    return best


def _sized(rows: Sequence[Sequence[Dot]]) -> list[list[Dot]]:
    """As large as their own curve leaves room for, and as hides no other's face."""
    largest = _clear_size(rows)
    sizes = [min(largest, _face_size(dots)) for dots in rows]
    return [
        [Dot(dot.mood, dot.spot, size) for dot in dots]
        for dots, size in zip(rows, sizes, strict=True)
    ]


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
        parts.append(stroke(monotone(ends), Pen(THEME.hairline if level else THEME.frame, 1, dash)))
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


def _aside(
    former: Curve,
    curves: Sequence[Curve],
    placed: Sequence[Sequence[Dot]],
    band: Rect,
    columns: Sequence[Extent],
) -> float:
    """How far the curve of the same persona is set apart from its place."""
    for curve, dots in zip(curves, placed, strict=True):
        if curve.persona == former.persona:
            return dots[0].spot.x - _dots(curve, 0.0, band, columns)[0].spot.x
    return 0.0


def _former(sheet: Sheet, dots: Sequence[Dot], mirror: Mirror) -> Markup:
    """A curve of before: a faint line and hollow points."""
    drawn = mirror.points(dot.spot for dot in dots)
    line = monotone(drawn[::-1] if mirror.rtl else drawn) if len(drawn) > 1 else ""
    parts = [stroke(line, FORMER)] if line else []
    for dot, spot in zip(dots, drawn, strict=True):
        word = dot.mood.word or sheet.chart.label(f"mood-{dot.mood.level}")
        point = element(
            "circle", cx=spot.x, cy=spot.y, r=4.5, fill=THEME.surface, stroke=FORMER.colour,
            stroke_width=1.6,
        )  # fmt: skip
        parts.append(element("g", *named(f"{dot.mood.title}: {word}", ""), point))
    return element("g", join(parts), class_="former")


def _faces(sheet: Sheet, curve: Curve, at: int, dots: Sequence[Dot], mirror: Mirror) -> Markup:
    pen = curve_pen(at)
    parts = []
    for dot in dots:
        word = dot.mood.word or sheet.chart.label(f"mood-{dot.mood.level}")
        sign = face(
            dot.mood.level, dot.spot, dot.size, ink=pen.colour, paper=THEME.surface, mirror=mirror
        )
        parts.append(element("g", *named(f"{dot.mood.title}: {word}", curve.persona), sign))
    title = curve.persona or sheet.chart.label("curve")
    return element("g", join([*named(title, ""), *parts]), class_="curve")


def _words(sheet: Sheet, rows: Sequence[Sequence[Dot]], room: Room, mirror: Mirror) -> Markup:
    """Words beside the faces as far as there is room, first those of the best, weakest and last
    moments.

    Where faces stand too close together for words, only these have any.
    """
    chosen, others = [], []
    for at, (curve, dots) in enumerate(zip(sheet.chart.curves, rows, strict=True)):
        labels = moment_labels(sheet.chart, curve)
        kind = Type(11, curve_pen(at).colour if len(rows) > 1 else THEME.text, bold=True)
        for place, dot in enumerate(dots):
            word = " ".join(dot.mood.word.split())
            if place in labels:
                full = ": ".join(part for part in (labels[place], word) if part)
                chosen.append((dot, (full, labels[place]), kind))
            elif word and dot.size > _LEAST:
                others.append((dot, (word,), _WORD))
    return join(
        words_beside(Place(dot.spot, dot.size, dot.mood.level), texts, kind, room, mirror)
        for dot, texts, kind in (*chosen, *others)
    )
