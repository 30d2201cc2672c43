"""Any statement as labelled facts, derived from its class, so that nothing an author wrote can be
left out of a map.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import Any, Literal

from jmap.locale import capital
from jmap.model.forms import AddressForm, AdHoc, ChoiceForm, Form, IdForm, RefForm, TextForm
from jmap.model.index import index
from jmap.model.journey import Journey
from jmap.model.number_forms import DateForm, DurationForm, PercentForm, QuantityForm
from jmap.model.quantity import Durations
from jmap.model.statement import BodyField, HeadField, Statement, spec
from jmap.model.workspace import Workspace
from jmap.resolve.heads import ordered
from jmap.syntax.fold import fold
from jmap.syntax.words import words
from jmap.views.dates import day_text
from jmap.views.numbers import quantity_text

PartKind = Literal["text", "value", "name", "word", "address"]


@dataclass(frozen=True, slots=True)
class Part:
    """A piece of a fact: free text, a value, the name of something declared, a small word between
    them, an address.
    """

    kind: PartKind
    text: str


@dataclass(frozen=True, slots=True)
class Fact:
    """One statement as people read it: what it is called, what it says, and what it says inside
    its block.
    """

    word: str
    """The statement's English keyword."""
    label: str
    """What the map's language calls it."""
    parts: tuple[Part, ...]
    children: tuple["Fact", ...] = ()

    @property
    def text(self) -> str:
        """All parts on one line."""
        return " ".join(part.text for part in self.parts)

    @property
    def texts(self) -> Iterator[str]:
        """Every text of the fact and of what is inside it."""
        yield from (part.text for part in self.parts)
        for child in self.children:
            yield child.label
            yield from child.texts


@dataclass(frozen=True, slots=True)
class Reader:
    """Turns statements into facts in one language, with ids shown as the titles of what they
    name.
    """

    language: str
    names: dict[str, dict[str, str]]

    def facts(self, statement: Statement, *leave: str) -> tuple[Fact, ...]:
        """The facts in a statement's block, in the order of its class, without some keywords."""
        shape = spec(type(statement))
        fields = shape.lines
        found = []
        for field in fields:
            if field.word in leave:
                continue
            value = getattr(statement, field.name)
            items = value if field.many else (value,) if value not in (None, False) else ()
            found += [self.fact(field, item) for item in items]
        return tuple(found)

    def fact(self, field: BodyField, item: Any) -> Fact:
        """One statement of a field as a fact."""
        label = self.label(field.word)
        if field.item is None:
            return Fact(field.word, label, ())
        if isinstance(field.item, Form):
            return Fact(field.word, label, (self.part(field.item, item),))
        if field.word == "x-":
            label = item.name.removeprefix("x-").replace("-", " ")
        parts = tuple(self.heads(item))
        children = self.facts(item) if isinstance(item, Statement) else ()
        return Fact(field.word, label, parts, children)

    def heads(self, item: Any) -> Iterator[Part]:
        """The values on a statement's own line. An id is said only where there is no text beside
        it.
        """
        heads = ordered(spec(item.__class__).heads)
        for head in heads:
            value = getattr(item, head.name)
            if value is None or value is False or self._unsaid(head, item):
                continue
            if head.word:
                yield Part("word", self._word(head.word))
            if head.form is not None:
                yield self.part(head.form, value)

    def part(self, form: Form, value: Any) -> Part:
        """One value as people read it."""
        if isinstance(form, AddressForm):
            return Part("address", value)
        if isinstance(form, TextForm):
            return Part("text", value)
        if isinstance(form, RefForm):
            return Part("name", self.name(form.to, value))
        if isinstance(form, QuantityForm | PercentForm | DurationForm):
            if isinstance(value, Durations):
                ends = (
                    quantity_text(value.low, self.language),
                    quantity_text(value.high, self.language),
                )
                return Part("value", " – ".join(ends))
            return Part("value", quantity_text(value, self.language))
        if isinstance(form, DateForm):
            return Part("value", day_text(value, self.language))
        if isinstance(form, ChoiceForm):
            return Part("value", words().shown("choices", value, self.language))
        return Part("value", form.write(value, self.language))

    def name(self, kinds: tuple[str, ...], value: str | AdHoc) -> str:
        """The title of what a reference names, or the name itself."""
        if isinstance(value, AdHoc):
            return value.name
        key = fold(value)
        return next(
            (self.names[kind][key] for kind in kinds if key in self.names.get(kind, {})), value
        )

    def label(self, word: str) -> str:
        """What the language calls a statement."""
        return _label(word, self.language)

    def _word(self, word: str) -> str:
        return words().shown("words", word, self.language)

    def _unsaid(self, head: HeadField, item: Any) -> bool:
        if not isinstance(head.form, IdForm):
            return False
        if head.name == "name":
            return getattr(item, "name", "").startswith("x-")
        return head.name == "was" or (head.name == "id" and bool(getattr(item, "text", None)))


@cache
def _label(word: str, language: str) -> str:
    return capital(words().shown("statements", word, language))


def reader(workspace: Workspace, journey: Journey, language: str) -> Reader:
    """A reader that knows the titles of everything a journey can name."""
    names = dict(index(workspace).labels)
    for item in _inside(journey):
        if name := getattr(item, "id", None):
            label = getattr(item, "title", None) or getattr(item, "text", None) or name
            names.setdefault(item.keyword, {})[fold(name)] = label
    return Reader(language, names)


def _inside(statement: Statement) -> Iterator[Statement]:
    for name in _nesting(type(statement)):
        value = getattr(statement, name)
        for item in value if isinstance(value, tuple) else (value,):
            if isinstance(item, Statement):
                yield item
                yield from _inside(item)


@cache
def _nesting(cls: type[Statement]) -> tuple[str, ...]:
    """The fields of a class that hold statements with blocks of their own."""
    return tuple(
        field.name
        for field in spec(cls).body.values()
        if isinstance(field.item, type) and issubclass(field.item, Statement)
    )
