"""Pictures: every view of journeys as a drawing, for all renderers that show one."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from jmap.model.journey import Journey
    from jmap.model.workspace import Workspace
    from jmap.pictures.document import Picture
    from jmap.pictures.layout.model import Engine

VIEWS = {
    "map": "jmap.pictures.poster:poster",
    "grid": "jmap.pictures.grid:grid",
    "blueprint": "jmap.pictures.blueprint:blueprint",
    "index": "jmap.pictures.index:index",
    "curve": "jmap.pictures.curve:curve",
    "personas": "jmap.pictures.personas:personas",
    "matrix": "jmap.pictures.matrix:matrix",
    "flow": "jmap.pictures.flow:flow",
    "comparison": "jmap.pictures.comparison:comparison",
}
"""Where each view is drawn: module, then function. The first is what people call a journey map."""


def picture(
    view: str,
    workspace: "Workspace",
    journeys: Sequence["Journey"],
    *,
    engine: "Engine" = "embedded",
    prefix: str = "map",
) -> "Picture":
    """The picture of journeys in one view, in roles of colours. Its modules are imported only now.

    `prefix` keeps its ids apart from those of other pictures in one page. Raises ``KeyError`` for a
    view that does not exist, ``NothingToShow`` where the journeys have nothing for it.
    """
    from jmap.pictures.document import picture_of
    from jmap.pictures.drawing import Request
    from jmap.pictures.names import Names

    names = Names(f"{prefix}-title", f"{prefix}-desc")
    return picture_of(view, VIEWS[view], Request(workspace, journeys, names, engine), prefix)
