"""A picture: the drawings of one view below each other, as one document."""

from collections.abc import Sequence
from dataclasses import dataclass
from importlib import import_module

from jmap.paint.geometry import Point, Rect
from jmap.paint.markup import EMPTY, Markup, join
from jmap.paint.mirror import Mirror
from jmap.paint.shapes import box
from jmap.paint.svg import Svg
from jmap.pictures.drawing import Drawing, Request, View
from jmap.pictures.rest import rest
from jmap.pictures.style import THEME
from jmap.views.undrawable import NothingToShow

_LEAST = 240.0


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture, and what its layout warned of, a sentence each."""

    document: Svg
    warnings: tuple[str, ...] = ()


def picture_of(view: str, place: str, request: Request, prefix: str) -> Picture:
    """The picture of a view that is drawn at a place, ``module:function``; `prefix` begins the ids
    of its names.

    Raises ``NothingToShow`` where the journeys have nothing for it.
    """
    module, _, function = place.partition(":")
    draw: View = getattr(import_module(module), function)
    drawings = list(draw(request))
    if request.journeys and not drawings:
        raise NothingToShow(f"there is nothing to show in the view {view!r}")
    found = (drawing.warning for drawing in drawings if drawing.warning)
    document = document_of(drawings, prefix, rest(request))
    return Picture(document, tuple(dict.fromkeys(found)))


def document_of(drawings: Sequence[Drawing], prefix: str, rest: Markup = EMPTY) -> Svg:
    """Drawings below each other; `rest` is what is told and not drawn."""
    width = max((drawing.piece.width for drawing in drawings), default=_LEAST)
    height = sum(drawing.piece.height for drawing in drawings) or _LEAST
    languages = {drawing.language for drawing in drawings}
    return Svg(
        width=round(width, 1),
        height=round(height, 1),
        title=" · ".join(drawing.title for drawing in drawings),
        description="\n\n".join(drawing.story for drawing in drawings),
        body=_body(drawings, Rect(0, 0, width, height)) + rest,
        prefix=prefix,
        language=languages.pop() if len(languages) == 1 else "",
    )


def _body(drawings: Sequence[Drawing], whole: Rect) -> Markup:
    parts = [box(whole, THEME.canvas)]
    top = 0.0
    for drawing in drawings:
        mirror = Mirror(whole.width, rtl=drawing.direction == "rtl")
        parts.append(drawing.piece.paint(Point(0, top), mirror))
        top += drawing.piece.height
    return join(parts)
