"""What a renderer is: journeys in, the bytes of one file out."""

from collections.abc import Mapping, Sequence
from typing import Protocol

from jmap.model.journey import Journey
from jmap.model.workspace import Workspace


class Renderer(Protocol):
    """Turns journeys into one file. The same journeys always give the same bytes."""

    name: str
    """What the format is called where it is asked for, such as ``html``."""
    suffix: str
    """The end of the file's name, with its dot."""
    omits: Mapping[str, str]
    """The statements that are not drawn, by keyword, each with the reason."""

    def render(self, workspace: Workspace, journeys: Sequence[Journey]) -> bytes:
        """The file for some journeys of a workspace."""
