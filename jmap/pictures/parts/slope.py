"""How far wishes are fulfilled before and after: a slope from one dot to the other for each
touchpoint, all on one scale, and below it what became of the gap.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from jmap.gaps import Gap
from jmap.paint.geometry import Point, Rect
from jmap.paint.markup import Markup, element, join
from jmap.paint.mirror import Mirror
from jmap.paint.path import polyline
from jmap.paint.piece import Piece, centred_text, stack, text_piece
from jmap.paint.shapes import Pen, box, stroke
from jmap.paint.text import Type, line
from jmap.pictures.layout.model import Extent
from jmap.pictures.parts.shift_text import closing_text, outcome_text, sentence
from jmap.pictures.style import EDGE, LABELS, SMALL, THEME, TITLE, tone_level
from jmap.pictures.told import named
from jmap.views.comparison import Pair
from jmap.views.grid import Map
from jmap.views.numbers import share_text

_PLOT = 108.0
_ROOF = 26.0
_FLOOR = 24.0
_DOT = 5.0
_FROM, _TO = 0.24, 0.76
_STRONG = Type(11, THEME.text, bold=True, leading=1.35)
_TICKS = (1.0, 0.5, 0.0)
_LINES = {"closed": THEME.good.line, "narrowed": THEME.good.line, "met": THEME.good.line}
_WORSE = {"widened": THEME.large.line, "opened": THEME.large.line}


@dataclass(frozen=True, slots=True)
class SlopeDrawing:
    """The slopes of some touchpoints, measured."""

    chart: Map
    pairs: tuple[Pair, ...]
    columns: tuple[Extent, ...]
    texts: tuple[Piece, ...]
    label: Piece

    @property
    def height(self) -> float:
        """Its height in px."""
        plot = _ROOF + _PLOT + _FLOOR
        return plot + max(text.height for text in self.texts) + 12


def draw_slopes(chart: Map, pairs: Sequence[Pair], columns: Sequence[Extent]) -> SlopeDrawing:
    """Measure the slopes; the columns are within the picture, after the names of rows."""
    texts = tuple(
        _text(chart, pair, column.length) for pair, column in zip(pairs, columns, strict=True)
    )
    label = text_piece(chart.label("attainment"), LABELS - 48, TITLE, 3)
    return SlopeDrawing(chart, tuple(pairs), tuple(columns), texts, label)


def paint_slopes(drawing: SlopeDrawing, band: Rect, mirror: Mirror) -> Markup:
    """The slopes in their band."""
    top = band.y + _ROOF
    ground = box(band, THEME.surface, outline=EDGE, radius=10, mirror=mirror)
    name = drawing.label.paint(
        Point(band.x + 14, top + _PLOT / 2 - drawing.label.height / 2), mirror
    )
    parts = [ground, name, _scale(drawing, band, top, mirror)]
    for at, (pair, column) in enumerate(zip(drawing.pairs, drawing.columns, strict=True)):
        place = Rect(band.x + column.start, top, column.length, _PLOT)
        text_at = Point(place.x, place.bottom + _FLOOR)
        inside = _slope(drawing.chart, pair, place, mirror) + drawing.texts[at].paint(
            text_at, mirror
        )
        told = sentence(drawing.chart, pair.shift, pair.card.title)
        parts.append(element("g", join([*named(pair.card.title, told), inside])))
    return join(parts)


def _text(chart: Map, pair: Pair, width: float) -> Piece:
    texts = [
        centred_text(outcome_text(chart, pair.shift), width, _STRONG, 2),
        centred_text(closing_text(chart, pair.shift), width, SMALL, 4),
    ]
    return stack([text for text in texts if text.height > 0], 1)


def _scale(drawing: SlopeDrawing, band: Rect, top: float, mirror: Mirror) -> Markup:
    start, end = band.x + drawing.columns[0].start, band.x + drawing.columns[-1].end
    parts = []
    for tick in _TICKS:
        y = top + _PLOT * (1 - tick)
        ends = mirror.points([Point(start, y), Point(end, y)])
        parts.append(stroke(polyline(ends), Pen(THEME.hairline, 1, None if tick == 1 else "2 5")))
        text = share_text(tick, drawing.chart.language)
        spot = Point(start - 20, y + 4)
        parts.append(line(text, spot, SMALL, anchor="end", mirror=mirror))
    return join(parts)


def _slope(chart: Map, pair: Pair, place: Rect, mirror: Mirror) -> Markup:
    old, new = _reached(pair.shift.before), _reached(pair.shift.after)
    spots = {
        at: Point(place.x + place.width * at, place.y + place.height * (1 - share))
        for at, share in ((_FROM, old), (_TO, new))
        if share is not None
    }
    parts = []
    if len(spots) == 2:
        outcome = pair.shift.outcome
        colour = _LINES.get(outcome) or _WORSE.get(outcome) or THEME.outline
        ends = mirror.points(spots.values())
        parts.append(stroke(polyline(ends), Pen(colour, 2.4)))
    lower = max((spot.y for spot in spots.values()), default=0.0)
    higher = min((spot.y for spot in spots.values()), default=0.0)
    for at, spot in spots.items():
        gap = pair.shift.before if at == _FROM else pair.shift.after
        below = higher < lower == spot.y
        parts.append(_dot(gap, spot, mirror, hollow=at == _FROM))
        parts.append(_share(chart, gap, spot, mirror, below=below))
    return join(parts)


def _dot(gap: Gap | None, spot: Point, mirror: Mirror, *, hollow: bool) -> Markup:
    tone = THEME.unknown if gap is None else THEME.tone(tone_level(gap.level))
    return element(
        "circle",
        cx=mirror.x(spot.x),
        cy=spot.y,
        r=_DOT,
        fill=THEME.surface if hollow else tone.line,
        stroke=tone.line,
        stroke_width=2.4,
    )


def _share(chart: Map, gap: Gap | None, spot: Point, mirror: Mirror, *, below: bool) -> Markup:
    text = share_text(_reached(gap), chart.language)
    y = spot.y + (18 if below else -10)
    return line(text, Point(spot.x, y), _STRONG, anchor="middle", mirror=mirror)


def _reached(gap: Gap | None) -> float | None:
    return gap.attainment if gap else None
