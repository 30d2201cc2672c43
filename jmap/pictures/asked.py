"""What every renderer of a picture is asked for: a view, a theme, who lays it out."""

import warnings
from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING

from jmap.paint.theme import THEMES
from jmap.pictures import picture
from jmap.pictures.layout.model import Engine
from jmap.views.undrawable import DrawingWarning

if TYPE_CHECKING:
    from jmap.model.journey import Journey
    from jmap.model.workspace import Workspace
    from jmap.pictures.document import Picture


class Pictured:
    """A renderer of pictures. `engine` lays out: `embedded`, the program `dot`, or the plain
    `grid`.
    """

    omits: Mapping[str, str] = {}

    def __init__(
        self, view: str = "map", theme: str = "light", engine: Engine = "embedded"
    ) -> None:
        self.view = view
        self.theme = THEMES[theme]
        self.engine: Engine = engine

    def picture(self, workspace: "Workspace", journeys: Sequence["Journey"]) -> "Picture":
        """The picture that is asked for, in roles of colours."""
        return picture(self.view, workspace, journeys, engine=self.engine)


def warn(texts: Iterable[str]) -> None:
    """Warns by Python's `warnings`, which a command catches and shows."""
    for text in texts:
        warnings.warn(text, DrawingWarning, stacklevel=3)
