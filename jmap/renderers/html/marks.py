"""The marks of a page, drawn once and used by name: levels of gaps, moods, the moment of truth."""

from functools import cache

from markupsafe import Markup

from jmap.paint.face import face
from jmap.paint.geometry import Point
from jmap.paint.level import level_mark
from jmap.paint.markup import element
from jmap.paint.path import polyline
from jmap.paint.theme import ROLES, Level, styled

_SIZE = 16.0
_FACE = 24.0


@cache
def sprite() -> Markup:
    """All marks as symbols: ``level-good`` …, ``face-2`` to ``face2``, ``truth``.

    They are painted in the page's variables, and so in the colours of whatever theme it has.
    """
    symbols = [_symbol("truth", _SIZE, _diamond())]
    for level in Level:
        drawn = level_mark(level, Point(0, 0), _SIZE, ROLES)
        symbols.append(_symbol(f"level-{level.value}", _SIZE, drawn.source))
    for mood in range(-2, 3):
        middle = Point(_FACE / 2, _FACE / 2)
        drawn = face(mood, middle, _FACE, ink=ROLES.text, paper=ROLES.surface)
        symbols.append(_symbol(f"face{mood}", _FACE, drawn.source))
    return Markup("").join(symbols)


def _symbol(name: str, size: float, drawn: str) -> Markup:
    box = f"0 0 {size:g} {size:g}"
    # Drawn by our own painter from names and numbers alone: nothing of a map is in it.
    symbol = f'<symbol id="mark:{name}" viewBox="{box}">{styled(drawn)}</symbol>'
    return Markup(symbol)  # noqa: S704


def _diamond() -> str:
    half = _SIZE / 2
    corners = [Point(half, 1), Point(_SIZE - 1, half), Point(half, _SIZE - 1), Point(1, half)]
    shape = polyline(corners, closed=True)
    return element("path", d=shape, fill=ROLES.accent.line).source
