"""A row of a service blueprint: its name, and cells below their touchpoints or stages."""

from collections.abc import Iterator
from dataclasses import dataclass

from jmap.paint.geometry import Point, Rect
from jmap.paint.markup import Markup, element, join
from jmap.paint.mirror import Mirror
from jmap.paint.piece import NOTHING, Piece, stack, text_piece
from jmap.paint.shapes import Pen, box
from jmap.paint.theme import Tone
from jmap.pictures.layout.model import Extent
from jmap.pictures.parts.blueprint_sheet import BlueprintSheet
from jmap.pictures.style import EDGE, FADED, LABELS, SMALL, THEME, TITLE
from jmap.pictures.told import named

_PAD = 10.0
INSIDE = 10.0
"""How far in the text of a cell begins."""
EDGE_WIDTH = 4.0
"""The width of the coloured edge of a touchpoint."""
_BETWEEN = 8.0
_APART = 10.0
_DOWN = 6.0
"""How far below the top of its row a name begins."""
_LEAST = 34.0


@dataclass(frozen=True, slots=True)
class Cell:
    """A measured cell: what it stands for, and how its box is drawn."""

    extent: Extent
    inside: Piece
    key: str
    """The id it wants; empty for none."""
    title: str
    told: str = ""
    foot: Piece = NOTHING
    """What stands at its lower edge, however high it is made."""
    tone: Tone | None = None
    """The colours of its edge, for a touchpoint."""
    outline: Pen | None = EDGE
    fill: str = THEME.surface

    @property
    def height(self) -> float:
        """The least height."""
        between = _APART if self.inside.height and self.foot.height else 0.0
        return self.inside.height + between + self.foot.height + 2 * INSIDE

    def paint(self, sheet: BlueprintSheet, rect: Rect, mirror: Mirror) -> Markup:
        """The cell in its place, with its name and everything it knows."""
        parts = [box(rect, self.fill, outline=self.outline, radius=7, mirror=mirror)]
        indent = INSIDE
        if self.tone is not None:
            edge = Rect(rect.x, rect.y, EDGE_WIDTH, rect.height)
            parts.append(box(edge, self.tone.line, radius=2, mirror=mirror))
            indent += EDGE_WIDTH
        at = Point(rect.x + indent, rect.y + INSIDE)
        foot = Point(at.x, rect.bottom - INSIDE - self.foot.height)
        parts += [self.inside.paint(at, mirror), self.foot.paint(foot, mirror)]
        content = join([*named(self.title, self.told), *parts])
        return element("g", content, id=sheet.sheet.names.take(self.key) if self.key else None)


@dataclass(frozen=True, slots=True)
class BandDrawing:
    """A measured row: its name, and rows of cells below each other."""

    band: str
    label: Piece
    rows: tuple[tuple[Cell, ...], ...]
    vacant: str = ""
    """What is said where nothing is written in the whole row."""
    above: float = 0.0
    """What is kept free above the cells."""

    @property
    def heights(self) -> list[float]:
        """How high each row of cells is."""
        return [max(cell.height for cell in cells) for cells in self.rows]

    @property
    def height(self) -> float:
        """As high as all its cells, and its name."""
        cells = sum(self.heights) + _BETWEEN * max(0, len(self.rows) - 1) + self.above
        return max(cells, self.label.height + _DOWN, _LEAST) + 2 * _PAD


@dataclass(frozen=True, slots=True)
class Placed:
    """A cell where it stands."""

    cell: Cell
    rect: Rect


def place(drawing: BandDrawing, at: Point) -> Iterator[Placed]:
    """Where the cells of a row stand, below its upper edge."""
    top = at.y + _PAD + drawing.above
    for cells, high in zip(drawing.rows, drawing.heights, strict=True):
        for cell in cells:
            yield Placed(cell, Rect(at.x + cell.extent.start, top, cell.extent.length, high))
        top += high + _BETWEEN


def row_name(sheet: BlueprintSheet, band: str) -> Piece:
    """What a row is called, and in small what it holds."""
    room = LABELS - 24
    title = text_piece(sheet.label(f"blueprint-{band}"), room, TITLE, 3)
    holds = text_piece(sheet.label(f"blueprint-{band}-is"), room, SMALL, 5)
    return stack([title, holds], 2)


def paint_ground(drawing: BandDrawing, at: Point, width: float, mirror: Mirror) -> Markup:
    """What a row stands on."""
    return box(Rect(at.x, at.y, width, drawing.height), THEME.sunken, radius=10, mirror=mirror)


def paint_band(sheet: BlueprintSheet, drawing: BandDrawing, at: Point, mirror: Mirror) -> Markup:
    """The name of a row, then its cells in reading order."""
    name = drawing.label.paint(Point(at.x + 14, at.y + _PAD + _DOWN), mirror)
    cells = [placed.cell.paint(sheet, placed.rect, mirror) for placed in place(drawing, at)]
    if drawing.vacant:
        cells = [_paint_vacant(sheet, drawing, at, mirror)]
    heading = sheet.label(f"blueprint-{drawing.band}")
    return element("g", join([*named(heading, ""), name, *cells]), class_="row")


def _paint_vacant(sheet: BlueprintSheet, drawing: BandDrawing, at: Point, mirror: Mirror) -> Markup:
    """A calm box over the whole row that says that nothing is written."""
    start, end = sheet.spans[0].extent.start, sheet.spans[-1].extent.end
    rect = Rect(at.x + start, at.y + _PAD, end - start, drawing.height - 2 * _PAD)
    text = text_piece(drawing.vacant, rect.width - 2 * INSIDE, SMALL, 2)
    spot = Point(rect.x + INSIDE + 2, rect.centre.y - text.height / 2)
    ground = box(rect, THEME.sunken, outline=FADED, radius=7, mirror=mirror)
    return ground + text.paint(spot, mirror)
