"""How a persona feels before and after: two lines of faces, one over the other."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from jmap.paint.face import face
from jmap.paint.geometry import Point, Rect
from jmap.paint.markup import EMPTY, Markup, element, join
from jmap.paint.mirror import Mirror
from jmap.paint.path import monotone
from jmap.paint.piece import Piece, shape, stack, text_piece
from jmap.paint.shapes import Pen, box, stroke
from jmap.pictures.layout.model import Extent
from jmap.pictures.style import EDGE, LABELS, SMALL, THEME, TITLE
from jmap.pictures.told import named
from jmap.views.curve import Curve, Mood
from jmap.views.grid import Map

BEFORE = Pen(THEME.outline, 2, "5 4")
AFTER = Pen(THEME.paths[0], 2.4)
_STEP = 19.0
_FACE = 17.0
_PAD = 13.0


@dataclass(frozen=True, slots=True)
class MoodBand:
    """The moods of one persona within some columns."""

    persona: str
    before: tuple[Mood, ...]
    after: tuple[Mood, ...]

    @property
    def height(self) -> float:
        """Its height in px: five levels."""
        return 4 * _STEP + _FACE + 2 * _PAD


@dataclass(frozen=True, slots=True)
class Felt:
    """Where things are felt: the column of each touchpoint and stage, by its address."""

    columns: Mapping[str, Extent]


def mood_bands(before: Sequence[Curve], after: Sequence[Curve], felt: Felt) -> Iterator[MoodBand]:
    """One band for each persona that feels something in these columns, on either side."""
    personas = dict.fromkeys(curve.persona for curve in (*after, *before))
    for persona in personas:
        sides = [
            tuple(
                mood
                for curve in curves
                if curve.persona == persona
                for mood in curve.moods
                if mood.key in felt.columns
            )
            for curves in (before, after)
        ]
        if any(sides):
            yield MoodBand(persona, *sides)


def paint_moods(chart: Map, moods: MoodBand, felt: Felt, band: Rect, mirror: Mirror) -> Markup:
    """The band: the name of the persona, levels, then the line before and the line after."""
    middle = band.y + band.height / 2
    name = _label(chart, moods)
    parts = [
        *named(moods.persona or chart.label("curve"), chart.label("curve")),
        box(band, THEME.surface, outline=EDGE, radius=10, mirror=mirror),
        name.paint(Point(band.x + 14, middle - name.height / 2), mirror),
        _levels(felt, band, mirror),
    ]
    sides = ((moods.before, BEFORE), (moods.after, AFTER))
    placed = [(_spots(side, felt, band), pen, side) for side, pen in sides]
    parts += [_line(spots, pen, mirror) for spots, pen, _ in placed]
    for spots, pen, side in placed:
        parts += [
            _face(chart, mood, spot, pen, mirror) for mood, spot in zip(side, spots, strict=True)
        ]
    return element("g", join(parts), class_="curve")


def sample(pen: Pen, *, hollow: bool) -> Piece:
    """A short stretch of one of the lines, with its dot."""

    def draw(at: Rect, mirror: Mirror) -> Markup:
        ends = mirror.points([Point(at.x, at.centre.y), Point(at.right, at.centre.y)])
        middle = mirror.rect(at).centre
        fill = THEME.surface if hollow else pen.colour
        dot = element(
            "circle", cx=middle.x, cy=middle.y, r=4, fill=fill, stroke=pen.colour, stroke_width=2
        )
        return stroke(monotone(ends), pen) + dot

    return shape(34, 12, draw)


def _label(chart: Map, moods: MoodBand) -> Piece:
    texts = [text_piece(chart.label("curve"), LABELS - 52, TITLE, 3)]
    texts.append(text_piece(moods.persona or chart.label("customer"), LABELS - 52, SMALL, 3))
    return stack(texts, 2)


def _levels(felt: Felt, band: Rect, mirror: Mirror) -> Markup:
    start = band.x + min(column.start for column in felt.columns.values())
    end = band.x + max(column.end for column in felt.columns.values())
    middle = band.y + band.height / 2
    parts = []
    for level in range(-2, 3):
        y = middle - level * _STEP
        ends = mirror.points([Point(start, y), Point(end, y)])
        parts.append(stroke(monotone(ends), Pen(THEME.hairline, 1, "2 5" if level else None)))
    for level in (-2, 0, 2):
        spot = Point(start - 18, middle - level * _STEP)
        parts.append(face(level, spot, 14, ink=THEME.muted, paper=THEME.surface, mirror=mirror))
    return join(parts)


def _spots(moods: Sequence[Mood], felt: Felt, band: Rect) -> list[Point]:
    """In the column of their touchpoint, side by side where several moods follow each other."""
    counts: dict[str, int] = {}
    for mood in moods:
        counts[mood.key] = counts.get(mood.key, 0) + 1
    seen: dict[str, int] = {}
    spots = []
    for mood in moods:
        at = seen[mood.key] = seen.get(mood.key, 0) + 1
        column = felt.columns[mood.key]
        x = column.start + column.length * (at - 0.5) / counts[mood.key]
        spots.append(Point(band.x + x, band.y + band.height / 2 - mood.level * _STEP))
    return spots


def _line(spots: Sequence[Point], pen: Pen, mirror: Mirror) -> Markup:
    if len(spots) < 2:
        return EMPTY
    drawn = mirror.points(sorted(spots, key=lambda spot: spot.x))
    return stroke(monotone(drawn[::-1] if mirror.rtl else drawn), pen)


def _face(chart: Map, mood: Mood, spot: Point, pen: Pen, mirror: Mirror) -> Markup:
    word = mood.word or chart.label(f"mood-{mood.level}")
    sign = face(mood.level, spot, _FACE, ink=pen.colour, paper=THEME.surface, mirror=mirror)
    return element("g", *named(f"{mood.title}: {word}", ""), sign)
