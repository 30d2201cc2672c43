"""What the marks of an overlay mean: those that it has."""

from collections.abc import Iterator

from jmap.gaps import Level
from jmap.paint.geometry import Rect
from jmap.paint.markup import Markup
from jmap.paint.mirror import Mirror
from jmap.paint.piece import NOTHING, Piece, flow, row, shape, stack, text_piece
from jmap.paint.shapes import Pen, box
from jmap.pictures.overlay.curve import former_curves, sample_line
from jmap.pictures.overlay.marked import Overlay
from jmap.pictures.overlay.signs import effect_badge, effect_sign, mark_word
from jmap.pictures.overlay.told import MARKS
from jmap.pictures.style import LABEL, SMALL, THEME, mark
from jmap.pictures.symbols import star
from jmap.pictures.told import spelled

_LONGEST = 300.0


def overlay_legend(overlay: Overlay, width: float) -> Piece:
    """The marks, then the signs of the map, in rows `width` wide."""
    rows = [flow(list(group), width, 22, 8) for group in (_marks(overlay), _signs(overlay))]
    heading = text_piece(overlay.chart.label("legend"), width, LABEL, 1)
    return stack([heading, *rows], 10) if any(one.height for one in rows) else NOTHING


def _marks(overlay: Overlay) -> Iterator[Piece]:
    chart = overlay.chart
    for effect in ("worse", "better"):
        if overlay.count(effect):
            yield effect_badge(chart, effect)
    if overlay.count("paper"):
        yield _sign(effect_sign("paper"), chart.label("overlay-paper"))
    met = {place.mark for place in overlay.places.values()}
    met |= {one.mark for one in overlay.everything}
    for one in MARKS:
        if one in met:
            yield mark_word(chart, one)
    if any(not place.mark for place in overlay.places.values()):
        yield _sign(shape(20, 13, _calm), chart.label("overlay-same"))
    if former_curves(overlay):
        yield _sign(sample_line(), chart.label("overlay-curve-before"))


def _signs(overlay: Overlay) -> Iterator[Piece]:
    chart = overlay.chart
    met = {card.gap.level for card in chart.cards if not overlay.place(card.key).ghost}
    for level in Level:
        if level in met and level is not Level.UNKNOWN:
            yield _sign(mark(level), chart.label(f"level-{level.value}"))
    if any(card.touchpoint.moment_of_truth for card in chart.cards):
        yield _sign(star(13), spelled(chart, "moment-of-truth"))


def _calm(at: Rect, mirror: Mirror) -> Markup:
    return box(at, THEME.surface, outline=Pen(THEME.frame), radius=3, mirror=mirror)


def _sign(sign: Piece, text: str) -> Piece:
    return row([sign, text_piece(text, _LONGEST, SMALL, 1)], 7, align=0.5)
