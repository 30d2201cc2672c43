"""Where each part of the model was written, for messages about the model."""

from dataclasses import dataclass, field
from typing import Any

from jmap.model.statement import spec
from jmap.source import SourceFile, Span
from jmap.syntax.nodes import Node
from jmap.syntax.words import words


@dataclass(frozen=True, slots=True)
class Place:
    """A span in a source file."""

    source: SourceFile
    span: Span


@dataclass(slots=True)
class Origins:
    """The statement behind each object of a workspace.

    Objects are known by identity: equal statements may stand in several places.
    """

    _nodes: dict[int, tuple[SourceFile, Node]] = field(default_factory=dict, repr=False)
    _kept: list[Any] = field(default_factory=list, repr=False)
    _lines: dict[tuple[int, str], list[Span]] = field(default_factory=dict, repr=False)
    """The heads of the statements of a field, by the object: a thousand lines are found once."""

    def add(self, item: Any, source: SourceFile, node: Node) -> None:
        """Remembers where an object was written; it is kept alive, so that its identity stays its
        own.
        """
        self._nodes[id(item)] = (source, node)
        self._kept.append(item)

    def inherit(self, item: Any, origin: Any) -> None:
        """Says that an object stands where another one does."""
        if id(origin) in self._nodes:
            self._nodes[id(item)] = self._nodes[id(origin)]
            self._kept.append(item)

    def source(self, item: Any) -> SourceFile | None:
        """The file an object was written in."""
        found = self._nodes.get(id(item))
        return found[0] if found else None

    def where(self, item: Any, name: str = "", at: int = 0) -> Place | None:
        """Where an object was written, or one field of it, or the statement at a place of a field
        that holds several; none for a model that was not read from source.
        """
        found = self._nodes.get(id(item))
        if found is None:
            return None
        source, node = found
        return Place(source, self._span(item, node, name, at) if name else node.head)

    def _span(self, item: Any, node: Node, name: str, at: int) -> Span:
        key = (id(item), name)
        if key not in self._lines:
            self._lines[key] = _heads(item, node, name)
        found = self._lines[key]
        return found[at] if at < len(found) else found[0] if found else node.head


def _heads(item: Any, node: Node, name: str) -> list[Span]:
    wanted = [field.word for field in spec(item.__class__).body.values() if field.name == name]
    return [
        child.head
        for child in node.body or ()
        if words().canonical("statements", child.keyword) in wanted
    ]
