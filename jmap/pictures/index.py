"""The view `index`: the journeys of a workspace as a table, the one that needs work most first."""

from collections.abc import Iterator

from jmap.model.number_forms import digits
from jmap.paint.piece import Piece, flow, padded, row, stack, text_piece
from jmap.pictures.drawing import Drawing, Request
from jmap.pictures.parts.index_row import (
    WIDTH,
    IndexSheet,
    counted,
    heading_row,
    journey_row,
)
from jmap.pictures.parts.index_story import index_story, journey_text
from jmap.pictures.style import BODY, LEAD, MARGIN, NAME, STRONG
from jmap.views.index import journey_index

_APART = 22.0
_BETWEEN = 8.0


def index(request: Request) -> Iterator[Drawing]:
    """One drawing for all journeys; none for none."""
    if not request.journeys:
        return
    found = journey_index(request.workspace, request.journeys)
    sheet = IndexSheet(found, request.names)
    rows = [journey_row(sheet, entry, journey_text(sheet, entry)) for entry in found.entries]
    table = stack([heading_row(sheet), *rows], _BETWEEN)
    yield Drawing(
        title=sheet.label("index"),
        story=index_story(sheet),
        language=found.written,
        direction=found.direction,
        piece=padded(stack([_head(sheet), table], _APART), MARGIN, MARGIN, MARGIN, MARGIN),
    )


def _head(sheet: IndexSheet) -> Piece:
    """The title, in what order journeys stand, and what they come to together."""
    found = sheet.index
    counts = {
        "index-journeys": len(found.entries),
        "stages": found.stages,
        "touchpoints": found.touchpoints,
    }
    numbers = [
        row(
            [
                text_piece(sheet.label(key), 200, BODY, 1),
                text_piece(digits(str(count), sheet.language), 100, STRONG, 1),
            ],
            6,
        )
        for key, count in counts.items()
    ]
    levels = list(counted(sheet, found.levels, "told"))
    return stack(
        [
            text_piece(sheet.label("index"), WIDTH, NAME, 2),
            text_piece(sheet.label("index-is"), WIDTH, LEAD, 3),
            flow([*numbers, *levels], WIDTH, 22, 8),
        ],
        10,
    )
