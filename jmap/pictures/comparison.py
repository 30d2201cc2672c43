"""The view `comparison`: a journey as it is above the same journey as it should be, and between
them how far each wish is fulfilled before and after.
"""

from collections.abc import Iterator
from dataclasses import replace

from jmap.model.journey import Journey
from jmap.paint.piece import Piece, stack
from jmap.pictures.drawing import Drawing, Request
from jmap.pictures.parts.comparison_head import comparison_head
from jmap.pictures.parts.comparison_legend import comparison_legend
from jmap.pictures.parts.comparison_story import comparison_story
from jmap.pictures.parts.comparison_strip import Strip, draw_strip, strip_piece, strips
from jmap.pictures.parts.comparison_told import with_told
from jmap.pictures.parts.opening import opening
from jmap.pictures.parts.sheet import sheet_of
from jmap.pictures.parts.shift_text import counts_text
from jmap.pictures.parts.whole import whole
from jmap.views.comparison import base_of
from jmap.views.comparison import comparison as compared

_LEAST = 900.0
_APART = 24.0


def comparison(request: Request) -> Iterator[Drawing]:
    """One drawing for each journey that extends another one that is there."""
    for journey in request.journeys:
        base = base_of(request.workspace, journey)
        if base is not None and any(journey.touchpoints):
            yield _drawing(request, base, journey)


def _drawing(request: Request, before: Journey, after: Journey) -> Drawing:
    found = compared(request.workspace, before, after)
    chart = found.after
    sheets = (sheet_of(found.before, request.names), sheet_of(chart, request.names))
    drawn: list[Strip] = [draw_strip(found, sheets, stages) for stages in strips(found.stages)]
    width = max(_LEAST, *(strip.width for strip in drawn))
    base = f"{chart.label('comparison-base')}: {found.before.title}"
    leads = [*after.scenario[:2], f"{base} · {counts_text(found)}"]
    if any(shift.planned for shift in found.shifts):
        leads.append(chart.label("planned-levels"))
    pieces: list[Piece] = [
        opening(chart, chart.label("comparison"), leads, width),
        comparison_head(found, width),
        *(strip_piece(replace(strip, width=width), sheets) for strip in drawn),
        comparison_legend(found, width),
    ]
    piece = with_told(found, request.names, stack(pieces, _APART))
    return Drawing(
        title=f"{chart.title} – {chart.label('comparison')}",
        story=comparison_story(found),
        language=chart.written,
        direction=chart.direction,
        piece=whole(request.workspace, sheets[1], piece, width),
    )
