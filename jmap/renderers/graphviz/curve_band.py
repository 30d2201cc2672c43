"""The emotion curve: a line of faces for each persona, in step with the columns above."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
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
from jmap.renderers.graphviz.sheet import Sheet
from jmap.renderers.graphviz.style import LABELS, SMALL, THEME, TITLE
from jmap.renderers.graphviz.told import named
from jmap.views.curve import Curve, Mood

HEIGHT = 216.0
"""The height of the band in px: five levels and the words beyond the outer ones."""
_STEP = 34.0
_FACE = 22.0
_LEAST = 9.0
_LONGEST = 150.0
_WORD = Type(11, THEME.text)
_CHOSEN = Type(11, THEME.text, bold=True)
_DASHES = (None, "7 3", "2 4", "10 3 2 3")


@dataclass(frozen=True, slots=True)
class Dot:
    """A mood at its place."""

    mood: Mood
    spot: Point


@dataclass(slots=True)
class Room:
    """The places that are taken: faces and words keep clear of each other."""

    bounds: Rect
    taken: dict[int, list[Rect]] = field(default_factory=dict)
    crossed: dict[int, list[Rect]] = field(default_factory=dict)

    def take(self, rect: Rect) -> None:
        """Use a place."""
        for cell in self._cells(rect):
            self.taken.setdefault(cell, []).append(rect)

    def cross(self, spots: Iterable[Point]) -> None:
        """Note a curve through some points: words keep off it where they can."""
        for one, other in pairwise(spots):
            count = max(1, int(abs(other.x - one.x) / 6))
            for at in range(1, count):
                share = at / count
                bend = share * share * (3 - 2 * share)
                x = one.x + (other.x - one.x) * share
                spot = Rect(x - 3, one.y + (other.y - one.y) * bend - 3, 6, 6)
                self.crossed.setdefault(int(x // 64), []).append(spot)

    def is_clear(self, rect: Rect) -> bool:
        """Whether no curve runs through a place."""
        cells = self._cells(rect)
        return not any(rect.overlaps(spot) for cell in cells for spot in self.crossed.get(cell, ()))

    def is_free(self, rect: Rect) -> bool:
        """Whether a place is inside the band and nothing is in it."""
        inside = self.bounds.x <= rect.x and rect.right <= self.bounds.right
        if not inside or rect.y < self.bounds.y or rect.bottom > self.bounds.bottom:
            return False
        return not any(
            rect.overlaps(other) for cell in self._cells(rect) for other in self.taken.get(cell, ())
        )

    def _cells(self, rect: Rect) -> range:
        return range(int(rect.x // 64), int(rect.right // 64) + 1)


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
    dots = [_dots(curve, at, len(curves), band, columns) for at, curve in enumerate(curves)]
    sizes = [_face_size(row_) for row_ in dots]
    for row_, size in zip(dots, sizes, strict=True):
        for dot in row_:
            room.take(Rect(dot.spot.x - size / 2, dot.spot.y - size / 2, size, size))
    parts = [_scale(band, columns, mirror)]
    for row_ in dots:
        room.cross(dot.spot for dot in row_)
    parts += [
        _line(sheet, curve, at, dots[at], sizes[at], mirror) for at, curve in enumerate(curves)
    ]
    for curve, row_, size in zip(curves, dots, sizes, strict=True):
        parts += _words(sheet, curve, row_, size, room, mirror)
    return join(parts)


def _sample(sheet: Sheet, at: int, curve: Curve) -> Piece:
    name = curve.persona or sheet.chart.label("customer")
    pen = curve_pen(at)

    def draw(rect: Rect, mirror: Mirror) -> Markup:
        ends = mirror.points([Point(rect.x, rect.centre.y), Point(rect.right, rect.centre.y)])
        return stroke(monotone(ends), pen)

    return row([shape(18, 15, draw), text_piece(name, LABELS - 48, SMALL, 3)], 6)


def _dots(curve: Curve, at: int, count: int, band: Rect, columns: Sequence[Extent]) -> list[Dot]:
    """Where the moods stand. Curves stand a little apart, so that none hides another."""
    middle = band.y + HEIGHT / 2
    spread = min(14.0, 60.0 / count)
    aside = (at - (count - 1) / 2) * spread
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


def _line(
    sheet: Sheet, curve: Curve, at: int, dots: Sequence[Dot], size: float, mirror: Mirror
) -> Markup:
    pen = curve_pen(at)
    drawn = mirror.points(dot.spot for dot in dots)
    shape_ = monotone(drawn[::-1] if mirror.rtl else drawn)
    parts = [stroke(shape_, pen)] if len(dots) > 1 else []
    for dot in dots:
        word = dot.mood.word or sheet.chart.label(f"mood-{dot.mood.level}")
        sign = face(dot.mood.level, dot.spot, size, ink=pen.colour, paper="#ffffff", mirror=mirror)
        parts.append(element("g", *named(f"{dot.mood.title}: {word}", curve.persona), sign))
    title = curve.persona or sheet.chart.label("curve")
    return element("g", join([*named(title, ""), *parts]), class_="curve")


def _words(
    sheet: Sheet, curve: Curve, dots: Sequence[Dot], size: float, room: Room, mirror: Mirror
) -> list[Markup]:
    """Words beside the faces as far as there is room, those of the best, worst and last first.

    Where faces stand too close together for words, only these three have any.
    """
    marks = _marks(sheet, curve)
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
            if room.is_free(rect):
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


def _marks(sheet: Sheet, curve: Curve) -> dict[int, str]:
    label = sheet.chart.label
    marks: dict[int, list[str]] = {}
    named_moods = ((curve.peak, "peak"), (curve.lowest, "lowest"), (curve.end, "end"))
    for mood, key in named_moods if len({mood.level for mood in curve.moods}) > 1 else ():
        marks.setdefault(id(mood), []).append(label(key))
    return {mood: " · ".join(found) for mood, found in marks.items()}
