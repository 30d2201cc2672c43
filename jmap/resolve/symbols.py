"""Everything that is declared, found before anything is read, so that a reference may come before
its declaration.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import pairwise
from typing import Any

from jmap.model.statement import Spec, Statement, spec
from jmap.resolve.split_words import mend
from jmap.resolve.suggest import guessed_statement
from jmap.source import SourceFile
from jmap.syntax.fold import fold
from jmap.syntax.nodes import Node, Value
from jmap.syntax.words import words


@dataclass(frozen=True, slots=True, eq=False)
class Declaration:
    """One declared id: what it is, where it stands, and what people call it."""

    kind: str
    id: Value
    title: str
    was: str | None
    source: SourceFile
    node: Node


@dataclass(slots=True, eq=False)
class Names:
    """The declarations of one scope by kind and folded id; the first of equal ids counts."""

    by_kind: dict[str, dict[str, list[Declaration]]] = field(default_factory=dict)
    journeys: dict[str, "Names"] = field(default_factory=dict)
    """The names inside each journey, by the journey's folded id."""
    base: str | None = None
    """For the names of a journey: the folded id of the journey it extends."""

    def add(self, declaration: Declaration) -> None:
        """Adds a declaration under its kind."""
        kinds = self.by_kind.setdefault(declaration.kind, {})
        kinds.setdefault(fold(declaration.id), []).append(declaration)

    def find(self, kinds: tuple[str, ...], word: str) -> list[Declaration]:
        """All declarations of an id in the kinds given."""
        key = fold(word)
        return [item for kind in kinds for item in self.by_kind.get(kind, {}).get(key, ())]

    def all(self, kinds: tuple[str, ...]) -> Iterator[Declaration]:
        """All declarations of some kinds."""
        for kind in kinds:
            for declarations in self.by_kind.get(kind, {}).values():
                yield from declarations


def collect(source: SourceFile, nodes: list[Node], root: type[Statement], names: Names) -> None:
    """Adds what a file declares to the names of the workspace."""
    shape = spec(root)
    for node in nodes:
        cls = class_of(node, shape)
        if cls is None:
            continue
        declaration = _declaration(source, node, cls)
        if declaration is None:
            continue
        names.add(declaration)
        inner = Names()
        _collect_inside(source, node, spec(cls), inner)
        inner.base = _base(node)
        if inner.by_kind or inner.base:
            names.journeys.setdefault(fold(declaration.id), inner)


def class_of(node: Node, shape: Spec) -> Any:
    """The class of a compound statement inside a parent, or none."""
    mend(node, shape)
    name = words().canonical("statements", node.keyword)
    field_ = shape.body.get(name)
    if field_ is None and node.keyword and not words().language_of("statements", name):
        meant = guessed_statement(shape, node.keyword)
        field_ = shape.body[meant.name] if meant else None
    return field_.item if field_ is not None and isinstance(field_.item, type) else None


def _collect_inside(source: SourceFile, node: Node, shape: Spec, names: Names) -> None:
    for child in node.body or ():
        cls = class_of(child, shape)
        if cls is None or not issubclass(cls, Statement):
            continue
        if cls.scope == "journey":
            declaration = _declaration(source, child, cls)
            if declaration is not None:
                names.add(declaration)
        if child.body:
            _collect_inside(source, child, spec(cls), names)


def _declaration(source: SourceFile, node: Node, cls: Any) -> Declaration | None:
    values = node.values
    if "id" not in cls.model_fields or not values or values[0].type != "WORD":
        return None
    title = next((token[1:-1] for token in values if token.type == "STRING"), "")
    return Declaration(cls.keyword, values[0], title, _was(values), source, node)


def _was(values: list[Value]) -> str | None:
    for word, old in pairwise(values[1:]):
        if word.type == "WORD" and words().canonical("words", word) == "was":
            return fold(old)
    return None


def _base(node: Node) -> str | None:
    for child in node.body or ():
        if words().canonical("statements", child.keyword) == "extends" and child.values:
            return fold(child.values[0])
    return None
