"""Journey source from a model: the way back from JSON to text."""

from collections.abc import Iterator, Mapping, Sequence

from jmap.format.statements import statement_lines
from jmap.model.closure import with_needed
from jmap.model.journey import Journey
from jmap.model.statement import spec
from jmap.model.workspace import Workspace


class Source:
    """Writes a workspace as one file, every declaration before the journeys."""

    name = "jmap"
    suffix = ".jmap"
    omits: Mapping[str, str] = {}

    def __init__(self, language: str = "en") -> None:
        self.language = language

    def render(self, workspace: Workspace, journeys: Sequence[Journey]) -> bytes:
        """Source that reads back as the same workspace, with the journeys given."""
        chosen = workspace.model_copy(update={"journeys": with_needed(workspace, journeys)})
        blocks = ["\n".join(lines) for lines in self._top(chosen)]
        return ("\n\n".join(blocks) + "\n").encode() if blocks else b""

    def _top(self, workspace: Workspace) -> Iterator[list[str]]:
        for field in spec(type(workspace)).body.values():
            for item in getattr(workspace, field.name):
                yield list(statement_lines(field, item, self.language))
