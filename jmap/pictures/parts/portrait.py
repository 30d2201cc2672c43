"""The sign of a person whose picture nobody has drawn: head and shoulders on a disc."""

from jmap.paint.geometry import Rect
from jmap.paint.markup import Markup, element
from jmap.paint.mirror import Mirror
from jmap.paint.piece import Piece, shape
from jmap.paint.shapes import Pen, box
from jmap.pictures.style import THEME


def portrait(order: int, size: float = 64.0) -> Piece:
    """The portrait of the persona at a place in the sheet, in a colour of its own."""
    ink = THEME.paths[order % len(THEME.paths)]
    return shape(size, size, lambda at, mirror: _paint(ink, at, mirror))


def _paint(ink: str, at: Rect, mirror: Mirror) -> Markup:
    middle, size = mirror.rect(at).centre, at.width
    pen = Pen(THEME.hairline)
    disc = box(at, THEME.sunken, outline=pen, radius=size / 2, mirror=mirror)
    head = element("circle", cx=middle.x, cy=at.y + size * 0.38, r=size * 0.17, fill=ink)
    half, base, top = size * 0.28, at.y + size * 0.86, at.y + size * 0.5
    left, right = middle.x - half, middle.x + half
    curve = f"{left:.1f} {top:.1f} {right:.1f} {top:.1f} {right:.1f} {base:.1f}"
    shoulders = f"M{left:.1f} {base:.1f}C{curve}Z"
    return disc + head + element("path", d=shoulders, fill=ink)
