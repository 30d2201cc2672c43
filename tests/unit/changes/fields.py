"""A pair of maps for every field of every statement class, derived from the classes: the same map
with and without the field, and with another value of it. A field added later is in it by itself.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, is_dataclass
from functools import cache
from typing import Any

from jmap.loading import Loaded, load_text
from jmap.model.forms import ChoiceForm, Form
from jmap.model.statement import BodyField, HeadField, Statement, spec
from jmap.model.vocabulary import specs
from jmap.model.workspace import Workspace
from tests.unit.html.everything import LEFT_OUT, Everything

IDENTITY = ("id", "was")
UNDECLARED = ("unknown-reference", "undeclared-name")


@dataclass(frozen=True, slots=True)
class Slot:
    """A field of a class, on its line or in its block."""

    cls: Any
    name: str
    required: bool
    whole: bool = False
    """Whether it holds parts with a block of their own."""
    ordered: bool = False
    flag: bool = False
    """Whether it is its word alone, and has no other value."""

    @property
    def ways(self) -> tuple[str, ...]:
        """What can happen to it."""
        came = () if self.required else ("added", "removed")
        changed = () if self.whole or self.flag else ("changed",)
        return (*came, *changed, *(("moved",) if self.ordered and not self.whole else ()))


def slots() -> Iterator[Slot]:
    """Every field but what a part is known by, and lines of the house."""
    for item in specs(Workspace):
        for head in item.heads:
            if head.name not in IDENTITY and item.cls.__name__ != "Extra":
                yield Slot(item.cls, head.name, head.required, flag=head.form is None)
        for line in () if is_dataclass(item.cls) else item.lines:
            if line.word in LEFT_OUT:
                continue
            whole = isinstance(line.item, type) and issubclass(line.item, Statement)
            ordered = line.many and line.ordered
            yield Slot(item.cls, line.name, line.required, whole, ordered, line.item is None)


class Varied(Everything):
    """Everything, but for one field: ``without`` it, with an ``other`` value, or with both values,
    ``first`` the usual one or ``last``.
    """

    def __init__(self, slot: Slot | None = None, how: str = "") -> None:
        self._slot, self._how = slot, how
        super().__init__(lambda number: f"Text {number}")

    def _block(self, cls: Any) -> Iterator[str]:
        for line in spec(cls).lines:
            if line.word not in LEFT_OUT:
                # Written in any case, so that the texts of all others stay the same.
                yield from self._line(self._statement(line), cls, line)

    def _line(self, text: str, cls: Any, line: BodyField) -> Iterator[str]:
        if self._slot is None or (cls, line.name) != (self._slot.cls, self._slot.name):
            yield text
            return
        other = _other_line(text, line)
        yield from {"other": [other], "first": [text, other], "last": [other, text]}.get(
            self._how, ()
        )

    def _head(self, head: HeadField, cls: Any) -> str:
        text = super()._head(head, cls)
        if self._slot is None or (cls, head.name) != (self._slot.cls, self._slot.name):
            return text
        if self._how == "without" or head.form is None:
            return ""
        return f"{head.word} {_other(text, head.form)}".strip()


def _other_line(text: str, line: BodyField) -> str:
    if isinstance(line.item, Form):
        return f"{line.word} {_other(text, line.item)}"
    if line.example.startswith(f"{line.word} ") and line.example not in (text, ""):
        return line.example
    return re.sub(r'"[^"]*"', '"Something else"', _counted(text))


def _other(text: str, form: Form) -> str:
    if isinstance(form, ChoiceForm):
        return next(name for name in form.names if name not in text.split())
    if form.example in text:
        return _counted(form.example)
    return form.example


def _counted(text: str) -> str:
    """A text with another number in it, or another sign or word."""
    last = [*re.finditer("[1-9]", text)][-1:]
    for found in last:
        digit = "2" if found[0] == "1" else str(int(found[0]) - 1)
        return text[: found.start()] + digit + text[found.end() :]
    return {"+": "-"}.get(text, f"{text}-two")


@cache
def written(slot: Slot | None = None, how: str = "") -> Loaded:
    """A map that says everything, but for one field. What it names need not be declared."""
    loaded = load_text(Varied(slot, how).source)
    wrong = [one.message for one in loaded.diagnostics if one.name not in UNDECLARED]
    assert not wrong, wrong
    return loaded


def pair(slot: Slot, way: str) -> tuple[Loaded, Loaded]:
    """A map before and after something happened to a field."""
    without = "without"
    return {
        "added": lambda: (written(slot, without), written()),
        "removed": lambda: (written(), written(slot, without)),
        "changed": lambda: (written(), written(slot, "other")),
        "moved": lambda: (written(slot, "first"), written(slot, "last")),
    }[way]()
