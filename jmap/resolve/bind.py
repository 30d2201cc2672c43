"""Statements to model objects: each word looked up in its parent's class, each value read by its
form.
"""

from dataclasses import dataclass, field
from typing import Any

from jmap import limits
from jmap.diagnostics import Label
from jmap.model.forms import AdHoc, Form, Misfit, RefForm
from jmap.model.quantity import SECONDS, Count
from jmap.model.statement import BodyField, HeadField, Problem, Spec, Statement, spec
from jmap.model.vocabulary import specs
from jmap.resolve.heads import joined, match_heads, misfit, shown
from jmap.resolve.origins import Origins
from jmap.resolve.references import References
from jmap.resolve.report import Report
from jmap.resolve.split_words import mend
from jmap.resolve.suggest import Meant, guessed_statement, nearest_word
from jmap.source import Span
from jmap.syntax.fold import fold
from jmap.syntax.nodes import Node, Value, span_of, value
from jmap.syntax.shorten import shorten
from jmap.syntax.words import words


@dataclass(frozen=True, slots=True)
class Placed:
    """How a statement was understood: the field it fills, and which of its values is which."""

    field: BodyField
    values: tuple[tuple[HeadField | None, Value], ...]
    """With the head field of each value; none for the one value of a simple statement."""


@dataclass(slots=True)
class Binder:
    """Reads the statements of one file into objects of the model."""

    references: References
    report: Report
    origins: Origins
    root: Any
    placed: dict[Node, Placed] | None = None
    """How each statement was understood, for whoever asks by giving a dictionary."""
    _undeclared: set[tuple[str, str]] = field(default_factory=set)
    """The names in quotes that have been noted: once a file is enough."""

    def bind(self, node: Node, field: BodyField) -> Any:
        """The object that a compound statement stands for; none where something required is
        missing.
        """
        cls = field.item
        shape = spec(cls)
        matched = match_heads(node, shape, self.report)
        if self.placed is not None:
            self.placed[node] = Placed(field, tuple(matched.values.items()))
        fields: dict[str, Any] = {}
        for head, token in matched.values.items():
            read = True if head.form is None else self._read(head.form, token)
            if read is not None:
                fields[head.name] = read
        if issubclass(cls, Statement):
            self._bind_body(node, shape, fields)
        elif node.body is not None:
            self._no_block(node)
        if any(head.required and head.name not in fields for head in shape.heads):
            return None
        return self._build(cls, fields, node)

    def bind_all(self, nodes: list[Node], cls: Any) -> dict[str, Any]:
        """The fields of a class that has no line of its own: the top of a file."""
        fields: dict[str, Any] = {}
        self._bind_statements(nodes, spec(cls), fields, "at the top of a file")
        return fields

    def _build(self, cls: Any, fields: dict[str, Any], node: Node) -> Any:
        item = cls.built(fields) if issubclass(cls, Statement) else cls(**fields)
        self.origins.add(item, self.report.source, node)
        if isinstance(item, Statement):
            for problem in item.problems():
                self.problem(item, problem)
        return item

    def problem(self, item: Statement, problem: Problem) -> None:
        """Reports a contradiction inside a statement at the field it is about."""
        place = self.origins.where(item, problem.field)
        span = place.span if place else Span(0, 0)
        self.report.error(problem.name, problem.message, span, problem.help)

    def _bind_body(self, node: Node, shape: Spec, fields: dict[str, Any]) -> None:
        if node.body is None:
            return
        outer = self.references.journey
        if getattr(shape.cls, "keyword", "") == "journey" and node.values:
            self.references.journey = fold(node.values[0])
        self._bind_statements(node.body, shape, fields, f"in a {shorten(node.keyword)}")
        self.references.journey = outer

    def _bind_statements(
        self, nodes: list[Node], shape: Spec, fields: dict[str, Any], parent: str
    ) -> None:
        first: dict[str, Node] = {}
        many: dict[str, list[Any]] = {}
        for node in nodes:
            field = self._field(node, shape, parent)
            if field is None:
                continue
            if not field.many and field.name in first:
                self._twice(node, first[field.name])
                continue
            first[field.name] = node
            item = self._item(node, field)
            if item is None:
                continue
            if field.many:
                many.setdefault(field.name, []).append(item)
            else:
                fields[field.name] = item
        fields.update((name, tuple(items)) for name, items in many.items())

    def _field(self, node: Node, shape: Spec, parent: str) -> BodyField | None:
        mend(node, shape)
        if node.typed:
            message = f"`{shorten(node.typed)}` is written as one word"
            self.report.error("split-word", message, node.span, f"write `{node.keyword}`")
        name = words().canonical("statements", node.keyword)
        if name in shape.body:
            return shape.body[name]
        if name.startswith("x-") and shape.extras:
            return shape.extras
        return self._unknown(node, shape, parent) if node.keyword else None

    def _item(self, node: Node, field: BodyField) -> Any:
        if isinstance(field.item, type):
            if field.word == "x-" and node.values[:1] != [node.keyword]:
                # The word of an x-line is its first value: that is how it is kept.
                node.values.insert(0, value("WORD", str(node.keyword), *node.span))
            return self.bind(node, field)
        if node.body is not None:
            self._no_block(node)
        if field.item is None:
            return self._bare(node, field)
        return self._single(node, field)

    def _single(self, node: Node, field: BodyField) -> Any:
        form: Form = field.item
        values = joined(node.values, form)
        if not values:
            self.report.error(
                "missing-value",
                f"`{node.keyword}` needs {form.takes}",
                node.span,
                f"for example: {field.example or f'{node.keyword} {form.example}'}",
            )
            return None
        if not form.fit(values[0]):
            misfit(node.keyword, values[0], form, node, self.report)
            return None
        if len(values) > 1:
            self._extra(node, values[1])
        if self.placed is not None:
            self.placed[node] = Placed(field, ((None, values[0]),))
        return self._read(form, values[0])

    def _bare(self, node: Node, field: BodyField) -> bool:
        if self.placed is not None:
            self.placed[node] = Placed(field, ())
        if node.values:
            self._extra(node, node.values[0])
        return True

    def _read(self, form: Form, token: Value) -> Any:
        try:
            read = form.read(token)
        except Misfit as error:
            self.report.error("wrong-value", str(error), span_of(token), error.hint)
            return None
        if isinstance(form, RefForm):
            return self._refer(form, token, read)
        if isinstance(read, Count) and self._is_slip(read, token):
            return None
        return read

    def _is_slip(self, count: Count, token: Value) -> bool:
        # A count may be of anything; a word one slip away from a unit is hardly that. English has
        # many short words that are.
        longest = 4 if count.thing.isascii() else 3
        meant = nearest_word("units", SECONDS, count.thing) if len(count.thing) > longest else None
        if meant is None or meant.spelled[0] != count.thing[0]:
            return False
        self.report.error(
            "unknown-unit",
            f"`{shorten(count.thing)}` is no unit of time",
            span_of(token),
            f"did you mean `{meant.spelled}`?",
        )
        return True

    def _refer(self, form: RefForm, token: Value, read: str | AdHoc) -> str | AdHoc:
        if isinstance(read, str):
            return self.references.canonical(token, form)
        name = (form.to[0], fold(read.name))
        if name in self._undeclared:
            return read
        self._undeclared.add(name)
        self.report.info(
            "undeclared-name",
            f"{shown(token)} names a {form.to[0]} that is not declared",
            span_of(token),
            f"declare it to use it in several places: {form.to[0]} some-id {shown(token)[1:-1]}",
        )
        return read

    def _unknown(self, node: Node, shape: Spec, parent: str) -> BodyField | None:
        if words().language_of("statements", node.keyword):
            self._misplaced(node, parent)
            return None
        meant = self._guess(shape, node.keyword)
        if meant:
            hint = f"did you mean `{meant.spelled}`?"
        elif shape.extras:
            hint = 'keep a fact of your own under a word of its own: x-anything "…"'
        else:
            hint = "the language reference lists what may stand here"
        message = f"`{shorten(node.keyword)}` is not a word of the language"
        self.report.error("unknown-word", message, node.span, hint)
        # A slip of the pen is read as what was meant, so that it costs one message and not twenty.
        return shape.body[meant.name] if meant else None

    def _guess(self, shape: Spec, typed: str) -> Meant | None:
        # A file with hundreds of unknown words is something else: guessing on would only take time.
        if len(self.report.found) > limits.SHOWN:
            return None
        return guessed_statement(shape, typed)

    def _misplaced(self, node: Node, parent: str) -> None:
        name = words().canonical("statements", node.keyword)
        homes = [item.cls for item in specs(self.root) if name in item.body]
        named = ", ".join(sorted({home.keyword or "file" for home in homes}))
        message = f"`{node.keyword}` cannot stand {parent}"
        self.report.error("misplaced-statement", message, node.span, f"it stands in: {named}")

    def _twice(self, node: Node, first: Node) -> None:
        label = Label(self.report.source, first.span, "it stands here already")
        self.report.error(
            "said-twice",
            f"`{node.keyword}` may stand only once",
            node.span,
            "keep one of them",
            label,
        )

    def _extra(self, node: Node, token: Value) -> None:
        self.report.error(
            "extra-value",
            f"`{node.keyword}` has no place for {shown(token)}",
            span_of(token),
            "start a new line for a new statement",
        )

    def _no_block(self, node: Node) -> None:
        self.report.error(
            "no-block-here", f"`{node.keyword}` takes no block", node.span, "take away its braces"
        )
