"""A strip of a comparison: some stages side by side, each touchpoint a column with what is above,
what will be below, and the slope of its attainment between them.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from jmap.paint.geometry import Point, Rect
from jmap.paint.markup import Markup, join
from jmap.paint.mirror import Mirror
from jmap.paint.piece import Piece, shape, text_piece
from jmap.pictures.layout.model import Extent
from jmap.pictures.parts.flow_stage import StageDrawing, draw_stage, head_height, paint_stage
from jmap.pictures.parts.mood_pair import Felt, MoodBand, mood_bands, paint_moods
from jmap.pictures.parts.sheet import Sheet
from jmap.pictures.parts.side_card import SideDrawing, after_card, before_card
from jmap.pictures.parts.slope import SlopeDrawing, draw_slopes, paint_slopes
from jmap.pictures.style import LABELS, TITLE
from jmap.views.comparison import Comparison, Pair, StagePair
from jmap.views.curve import Curve

_MOST = 8
_COLUMN = 188.0
_GAP = 12.0
_BETWEEN = 40.0
_BAND = 12.0
_ROW = 14.0


@dataclass(frozen=True, slots=True)
class Part:
    """A stage, or some of the touchpoints of one that has very many."""

    stage: StagePair
    pairs: tuple[Pair, ...]

    @property
    def columns(self) -> int:
        """How many columns it takes; a stage without touchpoints takes one."""
        return max(1, len(self.pairs))


@dataclass(frozen=True, slots=True)
class Strip:
    """A measured strip, its own corner at 0, 0."""

    found: Comparison
    width: float
    stages: tuple[StageDrawing, ...]
    columns: tuple[Extent, ...]
    before: tuple[SideDrawing, ...]
    after: tuple[SideDrawing, ...]
    slopes: SlopeDrawing | None
    felt: Felt
    moods: tuple[MoodBand, ...]

    @property
    def rows(self) -> "Rows":
        """Where its rows begin."""
        head = head_height(self.stages) + _ROW
        above = max((card.height for card in self.before), default=0.0)
        below = max((card.height for card in self.after), default=0.0)
        slopes = head + above + _ROW
        after = slopes + (self.slopes.height + _ROW if self.slopes else 0.0)
        moods = after + below + _ROW
        bands = sum(band.height + _ROW for band in self.moods)
        return Rows(head, above, slopes, after, below, moods, moods + bands)


@dataclass(frozen=True, slots=True)
class Rows:
    """The tops of the rows of a strip below its own top, and the heights of the cards."""

    before: float
    before_height: float
    slopes: float
    after: float
    after_height: float
    moods: float
    end: float


def strips(stages: Sequence[StagePair]) -> list[list[Part]]:
    """The stages in as few strips as hold them, about equally long; a stage that is longer than a
    strip goes on in the next.
    """
    parts = [part for stage in stages for part in _parts(stage)]
    fewest = len(_set(parts, _MOST))
    found = (_set(parts, limit) for limit in range(1, _MOST + 1))
    return next(groups for groups in found if len(groups) == fewest)


def _parts(stage: StagePair) -> Iterator[Part]:
    for at in range(0, max(1, len(stage.pairs)), _MOST):
        yield Part(stage, stage.pairs[at : at + _MOST])


def _set(parts: Sequence[Part], limit: int) -> list[list[Part]]:
    groups: list[list[Part]] = []
    used = limit
    for part in parts:
        if used + part.columns > limit:
            groups.append([])
            used = 0
        groups[-1].append(part)
        used += part.columns
    return groups


def draw_strip(found: Comparison, sheets: Sequence[Sheet], parts: Sequence[Part]) -> Strip:
    """Measure a strip; the sheets are that of the journey before and that of the one after."""
    stages, columns = [], []
    keys: dict[str, Extent] = {}
    x = LABELS
    for part in parts:
        mine = [Extent(x + at * (_COLUMN + _GAP), _COLUMN) for at in range(part.columns)]
        whole = Extent(x - _BAND, mine[-1].end + 2 * _BAND - x)
        stages.append(draw_stage(part.stage.column, whole))
        keys |= _keys(part, mine, Extent(x, mine[-1].end - x))
        columns += mine[: len(part.pairs)]
        x = mine[-1].end + _BETWEEN
    pairs = [pair for part in parts for pair in part.pairs]
    felt = Felt(keys)
    return Strip(
        found=found,
        width=stages[-1].extent.end,
        stages=tuple(stages),
        columns=tuple(columns),
        before=tuple(before_card(sheets[0], pair, _COLUMN) for pair in pairs),
        after=tuple(after_card(sheets[1], pair, _COLUMN) for pair in pairs),
        slopes=draw_slopes(found.after, pairs, columns) if pairs else None,
        felt=felt,
        moods=tuple(mood_bands(found.before.curves, _lived(found.after.curves, pairs), felt)),
    )


def _lived(curves: Sequence[Curve], pairs: Sequence[Pair]) -> list[Curve]:
    """The curves without what is felt at touchpoints that will be gone."""
    gone = {pair.after.key for pair in pairs if pair.change == "gone" and pair.after}
    return [
        replace(curve, moods=tuple(mood for mood in curve.moods if mood.key not in gone))
        for curve in curves
    ]


def _keys(part: Part, columns: Sequence[Extent], whole: Extent) -> dict[str, Extent]:
    """The places of everything in a part, by its address on either side."""
    found = {side.key: whole for side in (part.stage.before, part.stage.after) if side}
    for pair, column in zip(part.pairs, columns, strict=False):
        found |= {card.key: column for card in (pair.before, pair.after) if card}
    return found


def strip_piece(strip: Strip, sheets: Sequence[Sheet]) -> Piece:
    """The strip as a piece."""
    high = strip.rows.end
    return shape(strip.width, high, lambda at, mirror: _paint(strip, sheets[1], at, mirror))


def _paint(strip: Strip, sheet: Sheet, at: Rect, mirror: Mirror) -> Markup:
    rows, chart = strip.rows, strip.found.after
    ground = Rect(at.x, at.y, at.width, rows.moods - 2)
    high = head_height(strip.stages)
    parts = [paint_stage(stage, ground, high, sheet.names, mirror) for stage in strip.stages]
    lanes = (
        ("as-is", strip.before, rows.before, rows.before_height),
        ("to-be", strip.after, rows.after, rows.after_height),
    )
    for key, cards, top, tall in lanes:
        name = text_piece(chart.label(key), LABELS - 32, TITLE, 2)
        parts.append(name.paint(Point(at.x, at.y + top + 10), mirror))
        parts += [
            card.paint(Rect(at.x + column.start, at.y + top, column.length, tall), mirror)
            for card, column in zip(cards, strip.columns, strict=True)
        ]
    if strip.slopes:
        band = Rect(at.x, at.y + rows.slopes, at.width, strip.slopes.height)
        parts.append(paint_slopes(strip.slopes, band, mirror))
    top = at.y + rows.moods
    for moods in strip.moods:
        band = Rect(at.x, top, at.width, moods.height)
        parts.append(paint_moods(chart, moods, strip.felt, band, mirror))
        top += moods.height + _ROW
    return join(parts)
