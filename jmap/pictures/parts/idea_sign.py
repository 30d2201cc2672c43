"""An opportunity's number in a disc that says by outline, ground and sign how far it is."""

from jmap.model.number_forms import digits
from jmap.paint.geometry import Point, Rect
from jmap.paint.markup import EMPTY, Markup, element, join
from jmap.paint.mirror import Mirror
from jmap.paint.path import polyline
from jmap.paint.piece import Piece, shape
from jmap.paint.shapes import Pen, box, stroke
from jmap.paint.text import Type, line
from jmap.pictures.style import THEME

SIZE = 26.0
"""How large a disc is, px."""
STATUSES = ("idea", "planned", "doing", "done", "dropped", "")
"""How far opportunities are, the least far first, then those given up and those of which nothing
is said.
"""
_BADGE = 5.5
_INK = {"doing": THEME.accent.ink, "done": THEME.good.ink, "dropped": THEME.muted}
_PAPER = {"doing": THEME.accent.paper, "done": THEME.good.paper, "dropped": THEME.sunken}
_PENS = {
    "idea": Pen(THEME.accent.line, 1.8, "3 3"),
    "planned": Pen(THEME.accent.line, 2.4),
    "doing": Pen(THEME.accent.line, 2.4),
    "done": Pen(THEME.good.line, 2.4),
    "dropped": Pen(THEME.outline, 1.4),
    "": Pen(THEME.outline, 1.4),
}


def idea_sign(rank: int | None, status: str, language: str, size: float = SIZE) -> Piece:
    """Dashed for an idea, outlined when planned, filled while doing, with a tick when done and a
    cross when dropped. Without a rank the disc is empty.
    """
    number = "" if rank is None else digits(str(rank), language)
    return shape(size, size, lambda at, mirror: paint_idea(number, status, at, mirror))


def paint_idea(number: str, status: str, at: Rect, mirror: Mirror) -> Markup:
    """The disc in its place."""
    paper = _PAPER.get(status, THEME.surface)
    disc = box(at, paper, outline=_PENS[status], radius=at.width / 2, mirror=mirror)
    text = EMPTY
    if number:
        kind = Type(11 if len(number) > 2 else 12, _INK.get(status, THEME.text), bold=True)
        spot = Point(at.centre.x, at.centre.y + kind.size * 0.355)
        text = line(number, spot, kind, anchor="middle", mirror=mirror)
    return join([disc, text, _badge(status, at, mirror)])


def _badge(status: str, at: Rect, mirror: Mirror) -> Markup:
    """The sign of what is over, at the upper end of the disc."""
    if status not in ("done", "dropped"):
        return EMPTY
    middle = Point(mirror.x(at.right - 2), at.y + 3)
    ink = _PENS[status].colour
    disc = element(
        "circle", cx=middle.x, cy=middle.y, r=_BADGE, fill=ink, stroke=THEME.surface, stroke_width=1
    )
    pen = Pen(THEME.surface, 1.5)
    return disc + join(stroke(polyline(points), pen) for points in _strokes(status, middle))


def _strokes(status: str, middle: Point) -> list[list[Point]]:
    x, y = middle.x, middle.y
    if status == "done":
        return [[Point(x - 2.6, y + 0.2), Point(x - 0.7, y + 2.1), Point(x + 2.7, y - 2.0)]]
    reach = 2.1
    return [
        [Point(x - reach, y - reach), Point(x + reach, y + reach)],
        [Point(x - reach, y + reach), Point(x + reach, y - reach)],
    ]
