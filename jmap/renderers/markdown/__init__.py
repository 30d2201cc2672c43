"""Journeys as GitHub-flavoured Markdown: the ranked gaps first, what changes and what might be
done, then the map as tables, then every detail.
"""

from collections.abc import Mapping, Sequence
from types import MappingProxyType

from jmap.model.journey import Journey
from jmap.model.workspace import Workspace
from jmap.renderers.markdown.page import page


class Markdown:
    """One Markdown file, UTF-8 with LF, which GitHub shows well in either direction."""

    name = "md"
    suffix = ".md"
    omits: Mapping[str, str] = MappingProxyType({})

    def render(self, workspace: Workspace, journeys: Sequence[Journey]) -> bytes:
        """The file for some journeys of a workspace."""
        return page(workspace, journeys).encode("utf-8")
