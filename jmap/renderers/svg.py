"""The SVG renderer: a view of journeys as one picture in one theme, its font inside."""

import warnings
from collections.abc import Mapping, Sequence

from jmap.garbage import uncollected
from jmap.model.journey import Journey
from jmap.model.workspace import Workspace
from jmap.paint.theme import THEMES
from jmap.pictures import picture
from jmap.pictures.layout.model import Engine
from jmap.views.undrawable import DrawingWarning


class Svg:
    """The picture of journeys, below each other. `engine` lays out: `embedded`, the program `dot`,
    or the plain `grid`.
    """

    name = "svg"
    suffix = ".svg"
    omits: Mapping[str, str] = {}

    def __init__(
        self, view: str = "map", theme: str = "light", engine: Engine = "embedded"
    ) -> None:
        self.view = view
        self.theme = THEMES[theme]
        self.engine: Engine = engine

    def render(self, workspace: Workspace, journeys: Sequence[Journey]) -> bytes:
        """The picture in UTF-8. What the layout warns of is warned of as `DrawingWarning`, by
        Python's `warnings`, which a command catches and shows.
        """
        with uncollected():
            drawn = picture(self.view, workspace, journeys, engine=self.engine)
            content = drawn.document.to_bytes(self.theme)
        for text in drawn.warnings:
            warnings.warn(text, DrawingWarning, stacklevel=2)
        return content
