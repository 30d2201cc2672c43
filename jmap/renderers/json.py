"""Journeys as data: the resolved model, with everything it says and nothing computed."""

from collections.abc import Mapping, Sequence
from types import MappingProxyType

from jmap.model.closure import with_needed
from jmap.model.journey import Journey
from jmap.model.json_form import write_json
from jmap.model.workspace import Workspace


class Json:
    """One JSON document, UTF-8: all declarations, the chosen journeys and what these need."""

    name = "json"
    suffix = ".json"
    omits: Mapping[str, str] = MappingProxyType({})

    def render(self, workspace: Workspace, journeys: Sequence[Journey]) -> bytes:
        """The file for some journeys of a workspace; ``read_json`` reads it back."""
        chosen = workspace.model_copy(update={"journeys": with_needed(workspace, journeys)})
        return write_json(chosen).encode("utf-8")
