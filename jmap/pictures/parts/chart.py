"""The drawing of one whole journey: its head, the bands that keep its columns, its legend."""

from collections.abc import Callable
from dataclasses import dataclass

from jmap.model.journey import Journey
from jmap.paint.piece import NOTHING, Piece, stack
from jmap.pictures.drawing import Drawing, Request
from jmap.pictures.layout.model import Engine
from jmap.pictures.parts.grid_band import GridDrawing, Manner, draw_grid
from jmap.pictures.parts.header import header
from jmap.pictures.parts.legend import legend
from jmap.pictures.parts.routes import trails
from jmap.pictures.parts.sheet import Sheet, sheet_of
from jmap.pictures.parts.whole import whole
from jmap.pictures.style import LABELS
from jmap.pictures.told import story
from jmap.views.grid import journey_map

_ALONE = 880.0
"""The width of the drawing of a journey without stages."""


@dataclass(frozen=True, slots=True)
class Setting:
    """How a journey is set: how much its grid says, what stands between head and legend, and how
    far these are apart, px.
    """

    manner: Manner
    body: Callable[[Sheet, GridDrawing, float], Piece]
    apart: float


def chart_drawing(request: Request, journey: Journey, setting: Setting, engine: Engine) -> Drawing:
    """One journey in a setting."""
    sheet = sheet_of(journey_map(request.workspace, journey), request.names)
    chart, found = sheet.chart, trails(sheet.chart)
    drawn = draw_grid(sheet, found, setting.manner, engine) if chart.columns else None
    width = drawn.layout.width + LABELS if drawn else _ALONE
    body = setting.body(sheet, drawn, width) if drawn else NOTHING
    pieces = stack([header(sheet, width), body, legend(sheet, found, width)], setting.apart)
    return Drawing(
        title=chart.title,
        story=story(chart),
        language=chart.written,
        direction=chart.direction,
        piece=whole(request.workspace, sheet, pieces, width),
        warning=drawn.layout.warning if drawn else None,
    )
