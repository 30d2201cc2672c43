"""A text understood as far as its layout needs: which field each statement fills, and which value
is which.
"""

from dataclasses import dataclass
from typing import Any

from jmap.diagnostics import Diagnostic, has_errors, in_order
from jmap.model.forms import RefForm
from jmap.model.workspace import Document, Workspace
from jmap.resolve.bind import Binder, Placed
from jmap.resolve.origins import Origins
from jmap.resolve.references import References
from jmap.resolve.report import Report
from jmap.resolve.symbols import Names
from jmap.source import SourceFile
from jmap.syntax.nodes import Node, Parsed, Value
from jmap.syntax.parser import parse


@dataclass(frozen=True, slots=True)
class Reading:
    """A parsed text with the meaning of each statement."""

    parsed: Parsed
    placed: dict[Node, Placed]
    fields: dict[str, Any]
    """What the text declares: comparing these compares what two texts say."""
    diagnostics: tuple[Diagnostic, ...]

    @property
    def sound(self) -> bool:
        """Whether every statement was understood."""
        return not has_errors(self.diagnostics)


class _AnyReference(References):
    """Layout does not depend on what an id refers to, so every id is taken as it stands."""

    def canonical(self, token: Value, form: RefForm) -> str:
        return str(token)


def read(source: SourceFile, root: type[Workspace] = Document) -> Reading:
    """Reads one text alone, without its imports."""
    parsed = parse(source)
    report = Report(source)
    placed: dict[Node, Placed] = {}
    references = _AnyReference(Names(), frozenset((source,)), report)
    binder = Binder(references, report, Origins(), root, placed)
    fields = binder.bind_all(parsed.nodes, root)
    found = [item for item in report.found if item.name not in _CONTRADICTIONS]
    return Reading(parsed, placed, fields, in_order([*parsed.diagnostics, *found]))


_CONTRADICTIONS = frozenset({"unit-mismatch", "wrong-scale"})
"""What is wrong with the facts and not with the text: it can be laid out all the same."""
