"""The SVG renderer: a view of journeys as one picture in one theme, its font inside."""

from collections.abc import Sequence

from jmap.garbage import uncollected
from jmap.model.journey import Journey
from jmap.model.workspace import Workspace
from jmap.pictures.asked import Pictured, warn


class Svg(Pictured):
    """The picture of journeys, below each other."""

    name = "svg"
    suffix = ".svg"

    def render(self, workspace: Workspace, journeys: Sequence[Journey]) -> bytes:
        """The picture in UTF-8. What the layout warns of is warned of as `DrawingWarning`, by
        Python's `warnings`, which a command catches and shows.
        """
        with uncollected():
            drawn = self.picture(workspace, journeys)
            content = drawn.document.to_bytes(self.theme)
        warn(drawn.warnings)
        return content
