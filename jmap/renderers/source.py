"""Journey source from a model: the way back from JSON to text."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from jmap.format.lines import INDENT, head_text, value_text
from jmap.model.closure import with_needed
from jmap.model.journey import Journey
from jmap.model.statement import BodyField, Statement, spec
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
                yield list(self._statement(field, item, ""))

    def _body(self, statement: Statement, indent: str) -> Iterator[str]:
        shape = spec(type(statement))
        for field in (*shape.body.values(), *((shape.extras,) if shape.extras else ())):
            value = getattr(statement, field.name)
            items = value if field.many else () if value in (None, False) else (value,)
            for item in items:
                yield from self._statement(field, item, indent)

    def _statement(self, field: BodyField, item: Any, indent: str) -> Iterator[str]:
        if not isinstance(field.item, type):
            yield indent + value_text(field, item, self.language, indent)
            return
        values = {head.name: getattr(item, head.name) for head in spec(field.item).heads}
        head = indent + head_text(field, values, self.language, indent)
        body = list(self._body(item, indent + INDENT)) if isinstance(item, Statement) else []
        yield head + " {" if body else head
        if body:
            yield from body
            yield indent + "}"
