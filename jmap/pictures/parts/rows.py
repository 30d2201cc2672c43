"""The rows below the curve: what hurts in each stage, what might be done, and the map's own
lanes.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from jmap.paint.geometry import Point, Rect
from jmap.paint.markup import Markup, element, join
from jmap.paint.mirror import Mirror
from jmap.paint.piece import Piece, listed, row, shape, stack, text_piece
from jmap.paint.shapes import box
from jmap.pictures.layout.model import Extent
from jmap.pictures.parts.sheet import Sheet
from jmap.pictures.style import BODY, EDGE, LABELS, SMALL, THEME, TITLE
from jmap.pictures.told import facts_text, more, named, quoted, said, worded
from jmap.views.grid import Map, Row, RowItem

_ASIDE = {
    "pain": ("severity", "owner"),
    "opportunity": ("status", "due", "owner"),
    "risk": ("likelihood",),
}
_QUOTED = ("think", "say")
_PAD = 10.0
_SIGNS = {
    "pain": THEME.large.line,
    "opportunity": THEME.good.line,
    "risk": THEME.medium.line,
}


@dataclass(frozen=True, slots=True)
class RowDrawing:
    """A measured row: its name and a piece a column."""

    row: Row
    label: Piece
    cells: tuple[Piece, ...]

    @property
    def height(self) -> float:
        """As high as the fullest cell."""
        return max(piece.height for piece in (self.label, *self.cells)) + 2 * _PAD + 18


def draw_rows(
    chart: Map, columns: Sequence[Extent], words: Sequence[str], most: int | None = None
) -> list[RowDrawing]:
    """Measure the rows of some statements, in the order of the words; the others are told in the
    descriptions of cards and stages. `most` bounds the entries of a cell: the rest is counted.
    """
    return [
        _draw(chart, found, columns, most)
        for word in words
        for found in chart.rows
        if found.word == word
    ]


def paint_row(
    sheet: Sheet, drawing: RowDrawing, band: Rect, columns: Sequence[Extent], mirror: Mirror
) -> Markup:
    """A row in its band: the name at the start, a cell below each stage."""
    name = drawing.label.paint(Point(band.x + 14, band.y + _PAD + 8), mirror)
    ground = box(band, THEME.sunken, radius=10, mirror=mirror)
    parts = [*named(drawing.row.label, ""), ground, name]
    for piece, items, column in zip(drawing.cells, drawing.row.cells, columns, strict=True):
        if not items:
            continue
        place = Rect(column.start - 6, band.y + 8, column.length + 12, band.height - 16)
        parts.append(box(place, THEME.surface, outline=EDGE, radius=8, mirror=mirror))
        parts.append(piece.paint(Point(place.x + _PAD, place.y + _PAD), mirror))
    return element("g", join(parts), class_="row")


def _draw(chart: Map, found: Row, columns: Sequence[Extent], most: int | None) -> RowDrawing:
    label = text_piece(found.label, LABELS - 24, TITLE, 4)
    cells = [
        _cell(chart, found.word, items, column.length + 12 - 2 * _PAD, most)
        for items, column in zip(found.cells, columns, strict=True)
    ]
    return RowDrawing(found, label, tuple(cells))


def _cell(chart: Map, word: str, items: Sequence[RowItem], width: float, most: int | None) -> Piece:
    # One entry takes no more room than the line that would count it.
    shown = items if most is None or len(items) <= most + 1 else items[:most]
    rest = text_piece(more(chart, len(items) - len(shown)), width, SMALL, 1)
    draw = _quote if word in _QUOTED else _entry
    return stack([*(draw(chart, word, item, width) for item in shown), rest], 7)


def _quote(chart: Map, _word: str, item: RowItem, width: float) -> Piece:
    """Somebody's own words."""
    return _told(item, text_piece(quoted(chart, worded(item.fact)), width, BODY, 6))


def _entry(_chart: Map, word: str, item: RowItem, width: float) -> Piece:
    """What is said, and in small what bears on it."""
    aside = _ASIDE.get(word, ())
    facts = [f"{fact.label}: {said(fact)}" for fact in item.fact.children if fact.word in aside]
    sign = shape(6, 17, lambda at, mirror: _bullet(word, at, mirror))
    room = width - 13
    text = stack([text_piece(worded(item.fact), room, BODY, 6), listed(facts, room, SMALL)])
    return _told(item, row([sign, text], 7))


def _bullet(word: str, at: Rect, mirror: Mirror) -> Markup:
    dot = Rect(at.x, at.centre.y - 3, 6, 6)
    return box(
        dot, _SIGNS.get(word, THEME.outline), radius=1 if word == "pain" else 3, mirror=mirror
    )


def _told(item: RowItem, piece: Piece) -> Piece:
    title = item.card.title if item.card else item.fact.label

    def draw(at: Point, mirror: Mirror) -> Markup:
        names = named(title, facts_text([item.fact]))
        return element("g", join([*names, piece.paint(at, mirror)]))

    return Piece(piece.width, piece.height, draw)
