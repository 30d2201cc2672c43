"""The view `matrix`: opportunities by what they bring and what they cost."""

from collections.abc import Iterator

from jmap.paint.geometry import Rect
from jmap.paint.piece import NOTHING, Piece, flow, row, stack, text_piece
from jmap.pictures.drawing import Drawing, Request
from jmap.pictures.parts.idea_list import figure, idea_list
from jmap.pictures.parts.idea_sign import STATUSES, idea_sign
from jmap.pictures.parts.kind import kind_of
from jmap.pictures.parts.matrix_plot import matrix_plot
from jmap.pictures.parts.opening import opening
from jmap.pictures.parts.sheet import Sheet, sheet_of
from jmap.pictures.parts.whole import whole
from jmap.pictures.style import SMALL
from jmap.pictures.told import choice, spelled
from jmap.views.grid import Map, journey_map
from jmap.views.matrix import Idea, Matrix
from jmap.views.matrix import matrix as matrix_of

_LIST = 488.0
_APART = 28.0
_BESIDE = 9
"""How many ideas the list holds that still stands beside the plot."""
_PLOT = 656.0
_WIDE = 1180.0
_COLUMNS = 3


def matrix(request: Request) -> Iterator[Drawing]:
    """One drawing a journey that has opportunities."""
    for journey in request.journeys:
        found = matrix_of(request.workspace, journey)
        if found.ranked or found.unestimated:
            yield _drawing(request, journey_map(request.workspace, journey), found)


def _drawing(request: Request, chart: Map, found: Matrix) -> Drawing:
    sheet = sheet_of(chart, request.names)
    body = _body(sheet, found)
    shown = chart.label("matrix")
    head = opening(chart, kind_of(chart, shown), chart.journey.scenario[:1], body.width)
    return Drawing(
        title=f"{chart.title} – {shown}",
        story="\n".join(_story(chart, found)),
        language=chart.written,
        direction=chart.direction,
        piece=whole(request.workspace, sheet, stack([head, body], 26), body.width),
    )


def _body(sheet: Sheet, found: Matrix) -> Piece:
    """The plot with the list beside it; a long list stands below it in columns."""
    if len(found.ranked) + len(found.unestimated) <= _BESIDE:
        lists = _lists(sheet, found, _LIST, 1)
        return row([_plot(sheet, found, _PLOT), lists], _APART)
    return stack([_plot(sheet, found, _WIDE), _lists(sheet, found, _WIDE, _COLUMNS)], _APART)


def _plot(sheet: Sheet, found: Matrix, width: float) -> Piece:
    """The plot and what its signs mean; nothing where no idea has a place in it."""
    if not found.ranked:
        return NOTHING
    return stack([matrix_plot(sheet, found, width), _legend(sheet, found, width)], 18)


def _lists(sheet: Sheet, found: Matrix, width: float, columns: int) -> Piece:
    label, room = sheet.chart.label, Rect(0, 0, width, 0)
    ranked = idea_list(sheet, found.ranked, found.order, label("ideas"), room, columns)
    others = found.unestimated
    rest = idea_list(sheet, others, found.order, label("not-estimated"), room, columns)
    return stack([ranked, rest], 18)


def _legend(sheet: Sheet, found: Matrix, width: float) -> Piece:
    """How far the ideas are, what their numbers go by, and where high begins."""
    chart = sheet.chart
    met = {idea.opportunity.status or "" for idea in (*found.ranked, *found.unestimated)}
    signs = [_status(chart, status) for status in STATUSES if status in met]
    borders = [
        f"{spelled(chart, word)} {figure(scale.middle, chart.language)}"
        for word, scale in (("impact", found.impact), ("effort", found.effort))
    ]
    notes = [
        chart.label(f"order-{found.order}"),
        f"{chart.label('matrix-border')}: {' · '.join(borders)}",
    ]
    texts = [text_piece(note, width, SMALL, 3) for note in notes]
    return stack([flow(signs, width, 22, 8), stack(texts, 2)], 12)


def _status(chart: Map, status: str) -> Piece:
    name = choice(chart, status) if status else chart.label("idea-status-none")
    sign = idea_sign(None, status, chart.language, 18)
    return row([sign, text_piece(name, 200, SMALL, 1)], 8, align=0.5)


def _story(chart: Map, found: Matrix) -> Iterator[str]:
    """The ideas by their numbers and where they lie, then those that nobody has estimated."""
    yield f"{chart.label('matrix')}: {chart.title}"
    if found.ranked:
        yield chart.label(f"order-{found.order}")
    for idea in found.ranked:
        yield f"{figure(idea.rank or 0, chart.language)}. {_told(chart, idea)}"
    if found.unestimated:
        yield f"{chart.label('not-estimated')}:"
    for idea in found.unestimated:
        yield f"– {_told(chart, idea)}"


def _told(chart: Map, idea: Idea) -> str:
    texts = [idea.title]
    if idea.quadrant is not None:
        texts.append(chart.label(f"quadrant-{idea.quadrant.value.replace(' ', '-')}"))
    known = {"impact": idea.opportunity.impact, "effort": idea.opportunity.effort}
    for word, value in known.items():
        if value is not None:
            texts.append(f"{spelled(chart, word)} {figure(value, chart.language)}")
    if idea.opportunity.status:
        texts.append(choice(chart, idea.opportunity.status))
    return ", ".join(texts)
