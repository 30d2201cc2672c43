"""A text as parts: parsed, understood alone without what it imports, and taken apart with all of
its comments.
"""

import re
from dataclasses import dataclass, field
from typing import Any

from jmap.diagnostics import Diagnostic, Severity
from jmap.diff.shape import lists_parts
from jmap.garbage import uncollected
from jmap.merge.part import UNKNOWN, Block, Part
from jmap.merge.scan import Scan
from jmap.model.forms import Misfit
from jmap.model.workspace import Document, Workspace
from jmap.resolve import checks
from jmap.resolve.bind import Binder, Placed
from jmap.resolve.origins import Origins
from jmap.resolve.references import References
from jmap.resolve.report import Report
from jmap.resolve.symbols import Names, collect
from jmap.source import SourceFile
from jmap.syntax.nodes import Node, Parsed, span_of
from jmap.syntax.parser import parse

_LINE_END = re.compile(r"\r\n|\r")
_ONLY_LETTERS = frozenset({"bidi-control", "control-character", "invisible-character"})
"""What is wrong with a letter, while the statements around it are read all the same."""


@dataclass(frozen=True, slots=True)
class Read:
    """A text, taken apart."""

    text: str
    """With line feeds alone at the ends of lines."""
    block: Block
    whole: bool
    """Whether its statements could be told from each other."""
    errors: tuple[Diagnostic, ...]
    """What is wrong with it, as far as one file can tell."""
    workspace: Workspace
    """What it says, journeys that extend others as they are written."""


@dataclass(slots=True)
class _Items(Origins):
    """The object behind each statement."""

    by_node: dict[Node, Any] = field(default_factory=dict)

    def add(self, item: Any, source: SourceFile, node: Node) -> None:
        """Keeps it, and where it was written."""
        self.by_node[node] = item
        Origins.add(self, item, source, node)


def with_line_feeds(text: str) -> str:
    """The text with one kind of line end."""
    return _LINE_END.sub("\n", text) if "\r" in text else text


def read(text: str, thinned: str | None = None) -> Read:
    """Takes a text apart. ``thinned`` is the same text with blocks blanked out that need not be
    understood.
    """
    with uncollected():
        return _read(text, text if thinned is None else thinned)


def _read(text: str, thinned: str) -> Read:
    source = SourceFile("", thinned)
    parsed = parse(source)
    unread = [item for item in parsed.diagnostics if item.name not in _ONLY_LETTERS]
    if unread:
        return Read(text, Block(), False, tuple(parsed.diagnostics), Workspace.built({}))
    names = Names()
    collect(source, parsed.nodes, Document, names)
    report, items, placed = Report(source), _Items(), dict[Node, Placed]()
    references = References(names, frozenset((source,)), report)
    fields = Binder(references, report, items, Document, placed).bind_all(parsed.nodes, Document)
    found = [*report.found, *checks.equal_ids(names), *checks.renames(names), *checks.chains(names)]
    errors = tuple(item for item in found if item.severity is Severity.ERROR)
    meant = _Meant(text, placed, items.by_node, _lines_in_doubt(source, errors))
    block = Scan(parsed, text, meant.part).file()
    return Read(text, block, True, errors, Document.built(fields))


_SURE = frozenset({"unknown-reference", "not-imported", "equal-ids", "renamed-twice"})


def _lines_in_doubt(source: SourceFile, errors: tuple[Diagnostic, ...]) -> frozenset[int]:
    return frozenset(item.position.line for item in errors if item.name not in _SURE)


@dataclass(slots=True)
class _Meant:
    """What statements mean, as parts without their surroundings."""

    text: str
    placed: dict[Node, Placed]
    items: dict[Node, Any]
    doubted: frozenset[int]

    def part(self, node: Node, parsed: Parsed) -> Part:
        start = span_of(node.keyword).start
        typed = self.text[start : node.end]
        placed = self.placed.get(node)
        item = self._item(node, placed)
        if placed is None or item is None or (node.body and not lists_parts(placed.field)):
            return Part(UNKNOWN, typed, item=" ".join(typed.split()), head=typed)
        last = node.head.end if node.body is not None else node.end
        doubtful = bool(self.doubted) and parsed.source.position(start).line in self.doubted
        head = self.text[start:last]
        return Part(placed.field.name, typed, placed.field, item, head=head, doubtful=doubtful)

    def _item(self, node: Node, placed: Placed | None) -> Any:
        if placed is None or isinstance(placed.field.item, type):
            return self.items.get(node)
        if not placed.values:
            return True
        try:
            return placed.field.item.read(placed.values[0][1])
        except Misfit:
            return None
