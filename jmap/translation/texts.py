"""Every text an author wrote, found by the forms of the statement classes: each with its address,
and, where another text is given for it, a copy of what holds it.

Ids, addresses, quantities and choices are no texts. A name in quotes instead of a reference is one;
it is the same text wherever it stands, so that what it names stays one thing.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from typing import Any

from jmap.model.declared import Declared
from jmap.model.forms import AddressForm, AdHoc, Form, IdForm, TextForm
from jmap.model.stage import Stage
from jmap.model.statement import BodyField, Statement, spec
from jmap.model.touchpoint import Touchpoint
from jmap.model.workspace import Workspace

NAME = "name"
"""The context of all names in quotes."""


@dataclass(frozen=True, slots=True)
class Found:
    """A text where it stands."""

    context: str
    """``journey.refund.ask.call:pain.1``: an address that other lines coming and going leave as it
    is wherever ids exist.
    """
    text: str
    holder: Any
    """The statement or line that holds it."""
    field: str
    """The name of the holder's field."""
    at: int = 0
    """Which of the field's values it is."""


@dataclass(frozen=True, slots=True)
class _Address:
    """The ids down to a place on the map, and the keywords from there."""

    ids: str
    words: tuple[str, ...] = ()

    def below(self, word: str) -> "_Address":
        return _Address(self.ids, (*self.words, word))

    def __str__(self) -> str:
        return f"{self.ids}:{'.'.join(self.words)}"


def _nothing(made: Any, origin: Any) -> None:
    """Takes no notice of a copy."""


@dataclass(frozen=True, slots=True)
class Texts:
    """Asks ``say`` what to put for each text; ``copied`` hears of each object that was copied for
    it, the copy first.
    """

    say: Callable[[Found], str]
    copied: Callable[[Any, Any], None] = _nothing

    def workspace(self, workspace: Workspace) -> Workspace:
        """A workspace with the texts that were given. What a file imports is no text."""
        changes: dict[str, Any] = {}
        for field in spec(Workspace).body.values():
            old = getattr(workspace, field.name)
            new = tuple(map(self.declared, old))
            if _differ(new, old):
                changes[field.name] = new
        return workspace.model_copy(update=changes) if changes else workspace

    def declared(self, item: Declared) -> Any:
        """A journey or another declaration with the texts that were given."""
        return self._item(item, _Address(f"{item.keyword}.{item.id}"))

    def _item(self, item: Any, at: _Address) -> Any:
        changes = {**dict(self._heads(item, at)), **dict(self._body(item, at))}
        if not changes:
            return item
        if isinstance(item, Statement):
            made: Any = item.model_copy(update=changes)
        else:
            made = replace(item, **changes)
        self.copied(made, item)
        return made

    def _heads(self, item: Any, at: _Address) -> Iterator[tuple[str, Any]]:
        for head in spec(item.__class__).heads:
            old = getattr(item, head.name)
            if head.form is None or old is None:
                continue
            # The text of a pain or a goal is the pain: its address needs no word for it.
            there = at if head.name == "text" and at.words else at.below(head.name)
            new = self._value(head.form, old, Found(str(there), "", item, head.name))
            if new != old:
                yield head.name, new

    def _body(self, item: Any, at: _Address) -> Iterator[tuple[str, Any]]:
        shape = spec(item.__class__)
        for field in shape.lines:
            value = getattr(item, field.name)
            if field.item is None or value is None:
                continue
            old = value if field.many else (value,)
            new = tuple(self._inner(field, old, index, item, at) for index in range(len(old)))
            if _differ(new, old):
                yield field.name, new if field.many else new[0]

    def _inner(
        self, field: BodyField, items: tuple[Any, ...], index: int, holder: Any, at: _Address
    ) -> Any:
        item = items[index]
        if isinstance(item, Stage | Touchpoint):
            return self._item(item, _Address(f"{at.ids}.{item.id}"))
        there = at.below(_step(field, items, index))
        if isinstance(field.item, Form):
            return self._value(field.item, item, Found(str(there), "", holder, field.name, index))
        return self._item(item, there)

    def _value(self, form: Form, value: Any, found: Found) -> Any:
        if isinstance(value, AdHoc):
            return AdHoc(self.say(replace(found, context=NAME, text=value.name)))
        if isinstance(form, TextForm) and not isinstance(form, AddressForm):
            return self.say(replace(found, text=value))
        return value


def _differ(new: tuple[Any, ...], old: tuple[Any, ...]) -> bool:
    # By identity: equal copies are copies, and comparing whole journeys takes long.
    return any(one is not other for one, other in zip(new, old, strict=True))


def _step(field: BodyField, items: tuple[Any, ...], index: int) -> str:
    """The keyword; of several statements also the id, or the number of one that has none."""
    if not field.many:
        return field.word
    names = [_name(item) for item in items]
    own = names[index] if names.count(names[index]) == 1 else ""
    if own.startswith("x-"):
        return own
    return f"{field.word.rstrip('-')}.{own or index + 1}"


def _name(item: Any) -> str:
    """An id, or the word that a fact goes by; nothing where there is neither."""
    if isinstance(item, Statement):
        return getattr(item, "id", None) or ""
    if not getattr(item, "is_line", False):
        return ""
    words = (head.name for head in spec(item.__class__).heads if isinstance(head.form, IdForm))
    return next((getattr(item, word) or "" for word in words), "")
