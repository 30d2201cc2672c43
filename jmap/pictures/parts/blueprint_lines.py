"""The lines of a service blueprint: those that customers and staff do not cross, and those that
join an action to what stands behind it.
"""

from collections.abc import Mapping

from jmap.paint.geometry import Point, Rect
from jmap.paint.markup import EMPTY, Markup, element, join
from jmap.paint.mirror import Mirror
from jmap.paint.path import polyline
from jmap.paint.piece import text_piece
from jmap.paint.shapes import Pen, arrow_head, box, stroke
from jmap.pictures.parts.blueprint_sheet import BlueprintSheet
from jmap.pictures.style import LABEL, THEME
from jmap.pictures.told import named
from jmap.views.blueprint import LINES

LINE_HIGH = 40.0
"""The height of what stands between two rows with a line in it."""
_LONGEST = 210.0
_STUB = 8.0
_PENS: Mapping[str, Pen] = {
    "frontstage": Pen(THEME.accent.line, 1.6, "10 5"),
    "backstage": Pen(THEME.accent.line, 2.2),
    "support": Pen(THEME.accent.line, 1.6, "2 5"),
}
"""By the row below. The line of visibility is drawn through: it is the curtain."""
_LINK = Pen(THEME.outline, 1.3)
_MET = "frontstage"
"""The row at which both sides act on each other."""


def paint_line(sheet: BlueprintSheet, band: str, at: Point, width: float, mirror: Mirror) -> Markup:
    """The line above a row, with its name at the start; nothing for a row without one."""
    key = LINES.get(band)
    if key is None:
        return EMPTY
    y = at.y + LINE_HIGH / 2
    text = text_piece(sheet.label(key), _LONGEST, LABEL, 1)
    frame = Rect(at.x + _STUB + 4, y - 10, text.width + 8, 20)
    stretches = ((at.x, at.x + _STUB), (frame.right + 4, at.x + width))
    lines = [
        stroke(polyline(mirror.points([Point(start, y), Point(end, y)])), _PENS[band])
        for start, end in stretches
    ]
    ground = box(frame, THEME.canvas, mirror=mirror)
    name = text.paint(Point(frame.x + 4, y - text.height / 2), mirror)
    return element("g", join([*named(sheet.label(key), ""), *lines, ground, name]))


def paint_link(upper: Rect, lower: Rect, x: float, band: str, mirror: Mirror) -> Markup:
    """The line from a cell up to the one that it serves, at an x; before the scenes both act, and
    it points both ways. `band` is the row of the lower cell.
    """
    top, base = Point(x, upper.bottom + 1), Point(x, lower.y - 1)
    parts = [stroke(polyline(mirror.points([top, base])), _LINK)]
    parts.append(arrow_head(top, base, _LINK.colour, size=7, mirror=mirror))
    if band == _MET:
        parts.append(arrow_head(base, top, _LINK.colour, size=7, mirror=mirror))
    return element("g", join(parts), class_="link")
