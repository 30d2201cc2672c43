"""The emotion curve of an overlay: as it was, faintly, and as it is."""

from collections.abc import Sequence

from jmap.paint.geometry import Point, Rect
from jmap.paint.markup import Markup
from jmap.paint.mirror import Mirror
from jmap.paint.path import monotone
from jmap.paint.piece import NOTHING, Piece, row, shape, stack, text_piece
from jmap.paint.shapes import stroke
from jmap.pictures.layout.model import Extent
from jmap.pictures.overlay.marked import Overlay
from jmap.pictures.parts.bands import has_curve
from jmap.pictures.parts.curve_band import FORMER, HEIGHT, curve_label, paint_curves
from jmap.pictures.parts.sheet import Sheet
from jmap.pictures.style import LABELS, SMALL
from jmap.views.curve import Curve


def overlay_curve(overlay: Overlay, sheet: Sheet, columns: Sequence[Extent], width: float) -> Piece:
    """The band with both; nothing where nothing is and was felt."""
    former = former_curves(overlay)
    if not has_curve(sheet) and not former:
        return NOTHING
    label = stack([curve_label(sheet), _sample(overlay) if former else NOTHING], 8)
    high = max(HEIGHT, label.height)

    def draw(at: Point, mirror: Mirror) -> Markup:
        top = at.y + (HEIGHT - min(HEIGHT, label.height)) / 2
        band = Rect(at.x, at.y, width, HEIGHT)
        moved = [Extent(at.x + one.start, one.length) for one in columns]
        name = label.paint(Point(at.x + 14, top), mirror)
        return name + paint_curves(sheet, band, moved, mirror, former)

    return Piece(width, high, draw)


def former_curves(overlay: Overlay) -> list[Curve]:
    """The curves that were not as they are."""
    now = {curve.persona: _felt(curve) for curve in overlay.chart.curves}
    return [curve for curve in overlay.felt if now.get(curve.persona) != _felt(curve)]


def _felt(curve: Curve) -> list[tuple[str, int]]:
    return [(mood.key, mood.level) for mood in curve.moods]


def _sample(overlay: Overlay) -> Piece:
    name = text_piece(overlay.chart.label("overlay-curve-before"), LABELS - 66, SMALL, 3)
    return row([sample_line(), name], 6)


def sample_line() -> Piece:
    """A short stretch of the line of before."""

    def draw(at: Rect, mirror: Mirror) -> Markup:
        ends = mirror.points([Point(at.x, at.centre.y), Point(at.right, at.centre.y)])
        return stroke(monotone(ends), FORMER)

    return shape(18, 15, draw)
