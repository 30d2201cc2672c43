"""The view `flow`: the paths of a journey as lines from touchpoint to touchpoint, where they part,
meet and turn back, and each path step by step below.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from jmap.model.journey import Journey
from jmap.model.number_forms import digits
from jmap.paint.geometry import Point, Rect
from jmap.paint.markup import Markup, element, join
from jmap.paint.mirror import Mirror
from jmap.paint.piece import NOTHING, Piece, padded, panel, row, stack, text_piece
from jmap.paint.piece import flow as flowing
from jmap.paint.shapes import Pen
from jmap.pictures.drawing import Drawing, Request
from jmap.pictures.parts.flow_board import board_piece, draw_board
from jmap.pictures.parts.legend import legend
from jmap.pictures.parts.opening import opening
from jmap.pictures.parts.path_card import WIDTH, path_card
from jmap.pictures.parts.routes import trails
from jmap.pictures.parts.sheet import Sheet, sheet_of
from jmap.pictures.parts.whole import whole
from jmap.pictures.style import BODY, EDGE, LABEL, SMALL, THEME, mark
from jmap.pictures.told import card_text, facts_text, named, spelled
from jmap.views.flow import Flow, Way
from jmap.views.flow import flow as flow_of
from jmap.views.grid import Card

_LEAST = 900.0
_APART = 24.0
_GAP = 16.0
_QUIET = 200.0


def flow(request: Request) -> Iterator[Drawing]:
    """One drawing a journey that has touchpoints."""
    for journey in request.journeys:
        if any(journey.touchpoints):
            yield _drawing(request, journey)


def _drawing(request: Request, journey: Journey) -> Drawing:
    found = flow_of(request.workspace, journey)
    # Nothing here says what a rank among the gaps would mean.
    sheet = replace(sheet_of(found.chart, request.names), largest=())
    pens = [trail.pen for trail in trails(found.chart)]
    pieces, warning, width = [], None, _LEAST
    if found.stops:
        board = draw_board(sheet, found, pens, request.engine)
        width, warning = max(_LEAST, board.layout.width), board.layout.warning
        pieces.append(board_piece(sheet, board))
    pieces = [
        opening(found.chart, _kind(found), journey.scenario[:2], width),
        *pieces,
        _apart(sheet, found, width),
        _cards(found, pens, width),
        legend(_without_cells(sheet), (), width),
    ]
    return Drawing(
        title=f"{found.chart.title} – {found.chart.label('flow')}",
        story=_story(found),
        language=found.chart.written,
        direction=found.chart.direction,
        piece=whole(request.workspace, sheet, stack(pieces, _APART), width),
        warning=warning,
    )


def _without_cells(sheet: Sheet) -> Sheet:
    """The sheet for the legend: no cell of the grid is drawn, so none is to be explained."""
    return replace(sheet, chart=replace(sheet.chart, cells=()))


def _kind(found: Flow) -> str:
    chart = found.chart
    written = "" if chart.routes else chart.label("flow-written")
    return " · ".join(text for text in (chart.label("flow"), written) if text)


def _cards(found: Flow, pens: Sequence[Pen], width: float) -> Piece:
    """Every path in words, those on which things go wrong last."""
    told = [(way, pen) for way, pen in zip(found.ways, pens, strict=True) if way.route]
    told.sort(key=lambda pair: pair[0].negative)
    cards = [path_card(found.chart, way, pen) for way, pen in told]
    beside = max(1, int((width + _GAP) // (WIDTH + _GAP)))
    rows = [cards[at : at + beside] for at in range(0, len(cards), beside)]
    return stack((row(group, _GAP) for group in rows), _GAP)


def _apart(sheet: Sheet, found: Flow, width: float) -> Piece:
    """The touchpoints on no path, quietly."""
    cards = [_quiet(sheet, card) for card in found.apart]
    heading = text_piece(found.chart.label("flow-apart"), width, LABEL, 1)
    return stack([heading, flowing(cards, width, 10, 10)], 8) if cards else NOTHING


def _quiet(sheet: Sheet, card: Card) -> Piece:
    place = " · ".join(text for text in (card.stage.label, card.channel) if text)
    texts = stack([text_piece(card.title, _QUIET, BODY, 2), text_piece(place, _QUIET, SMALL, 2)])
    inside = row([padded(mark(card.gap.level, 12), 0, 2.5, 0, 0), texts], 8)
    size = Rect(10, 7, inside.width + 20, inside.height + 14)
    ground = panel(inside, size, THEME.surface, outline=EDGE, radius=7)

    def draw(at: Point, mirror: Mirror) -> Markup:
        names = named(card.title, card_text(sheet.chart, card))
        key = sheet.names.take(card.key)
        return element("g", join([*names, ground.paint(at, mirror)]), id=key, class_="touchpoint")

    return Piece(ground.width, ground.height, draw)


def _story(found: Flow) -> str:
    """Every path from step to step, then where paths part and meet, and what is on none."""
    chart = found.chart
    lines = [f"{chart.label('flow')}: {chart.title}", *chart.journey.scenario]
    for way in found.ways:
        lines += _told(found, way)
    lists = {
        "flow-parting": [stop.card.title for stop in found.parting],
        "flow-meeting": [stop.card.title for stop in found.meeting],
        "flow-apart": [card.title for card in found.apart],
    }
    comma = chart.label("and")
    lines += [
        f"{chart.label(key)}: {comma.join(titles)}" for key, titles in lists.items() if titles
    ]
    return "\n".join(lines)


def _told(found: Flow, way: Way) -> Iterator[str]:
    chart = found.chart
    if way.route is None:
        yield chart.label("flow-written")
    else:
        yield f"{spelled(chart, 'path')}: {way.route.title}"
        if way.negative:
            yield chart.label("negative-path")
        yield from (text for text in (way.route.persona, facts_text(way.route.facts)) if text)
    number = found.ways.index(way)
    turned = {hop.number for hop in found.turns if hop.way == number}
    for at, step in enumerate(way.steps, start=1):
        title = f"{chart.label('flow-back')} {step.title}" if at in turned else step.title
        yield f"{digits(str(at), chart.language)}. {title}" + (
            f": {step.text}" if step.text else ""
        )
