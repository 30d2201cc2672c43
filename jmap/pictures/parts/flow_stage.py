"""A stage of a flow: a soft band behind its touchpoints, headed by its title on an arrow."""

from collections.abc import Sequence
from dataclasses import dataclass

from jmap.paint.geometry import Point, Rect
from jmap.paint.markup import Markup, element, join
from jmap.paint.mirror import Mirror
from jmap.paint.path import polyline
from jmap.paint.piece import Piece, text_piece
from jmap.paint.shapes import box
from jmap.pictures.layout.model import Extent
from jmap.pictures.names import Names
from jmap.pictures.parts.stage_band import arrow_corners
from jmap.pictures.style import STAGE, THEME
from jmap.pictures.told import facts_text, named
from jmap.views.grid import Column

_POINT = 12.0
_PAD = 18.0
_BELOW = 8.0


@dataclass(frozen=True, slots=True)
class StageDrawing:
    """A stage, its place along the picture, and its measured title."""

    column: Column
    extent: Extent
    title: Piece


def draw_stage(column: Column, extent: Extent) -> StageDrawing:
    """Measure the head of a stage that takes an extent."""
    title = text_piece(column.title, extent.length - 2 * _PAD, STAGE, 4)
    return StageDrawing(column, extent, title)


def head_height(stages: Sequence[StageDrawing]) -> float:
    """How high the heads of some stages are, with the free room below them, in px."""
    return max((stage.title.height for stage in stages), default=0.0) + 18 + _BELOW


def paint_stage(stage: StageDrawing, at: Rect, high: float, names: Names, mirror: Mirror) -> Markup:
    """The head, `high` px with the room below it, and its band. `at` is the whole flow."""
    start, length = at.x + stage.extent.start, stage.extent.length
    arrow = Rect(start, at.y, length - _POINT + 6, high - _BELOW)
    sign = polyline(mirror.points(arrow_corners(arrow, _POINT)), closed=True)
    spot = Point(start + _PAD, arrow.centre.y - stage.title.height / 2)
    ground = Rect(start, at.y + high, length, at.height - high)
    parts = [
        *named(stage.column.title, facts_text(stage.column.facts)),
        box(ground, THEME.sunken, radius=10, mirror=mirror),
        element("path", d=sign, fill=THEME.accent.paper),
        stage.title.paint(spot, mirror),
    ]
    return element("g", join(parts), id=names.take(stage.column.key), class_="stage")
