"""The marks of changes for a page, drawn once and used by name."""

from functools import cache

from markupsafe import Markup

from jmap.paint.geometry import Point
from jmap.paint.mirror import STRAIGHT
from jmap.paint.piece import Piece
from jmap.paint.theme import styled
from jmap.pictures.overlay.signs import TONES, effect_sign, mark_sign
from jmap.pictures.overlay.told import MARKS

_SIZE = 16.0


@cache
def change_sprite() -> Markup:
    """All marks as symbols: ``change-added`` …, ``effect-worse`` …."""
    found = [(f"change-{mark}", mark_sign(mark, _SIZE)) for mark in MARKS]
    found += [(f"effect-{effect}", effect_sign(effect, _SIZE)) for effect in TONES]
    return Markup("").join(_symbol(name, piece) for name, piece in found)


def _symbol(name: str, piece: Piece) -> Markup:
    drawn = styled(piece.paint(Point(0, 0), STRAIGHT).source)
    size = f"0 0 {_SIZE:g} {_SIZE:g}"
    # Drawn by our own painter from names and numbers alone: nothing of a map is in it.
    return Markup(f'<symbol id="mark:{name}" viewBox="{size}">{drawn}</symbol>')  # noqa: S704
