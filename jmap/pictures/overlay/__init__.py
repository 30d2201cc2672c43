"""Both states of journeys in one picture: the poster of the new one with marks on all that changed,
and for each whether customers are better or worse off.
"""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from jmap.pictures.overlay.sides import Revisions, Sides

if TYPE_CHECKING:
    from jmap.paint.svg import Svg

__all__ = ["Revisions", "Sides", "overlay_picture", "svg"]


def svg(
    compared: Sequence[Sides], *, theme: str = "light", revisions: Revisions | None = None
) -> str:
    """What changed in some workspaces as one picture, an SVG document in a theme.

    Each journey that changed is drawn below the last; then what journeys share. The same changes
    give the same text. Raises ``KeyError`` for a theme that does not exist.
    """
    from jmap.paint.theme import THEMES

    return overlay_picture(compared, revisions).to_bytes(THEMES[theme]).decode("utf-8")


def overlay_picture(compared: Sequence[Sides], revisions: Revisions | None = None) -> "Svg":
    """What changed in some workspaces as one picture, in roles of colours."""
    from jmap.pictures.document import document_of
    from jmap.pictures.names import Names
    from jmap.pictures.overlay.drawings import drawings

    names = Names("overlay-title", "overlay-desc")
    return document_of(
        list(drawings(compared, names, revisions or Revisions.of(compared))), "overlay"
    )
