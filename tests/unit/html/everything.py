"""A workspace that says everything the language can say, derived from the statement classes: a new
statement is in it by itself.
"""

from collections.abc import Callable, Iterator
from typing import Any

from jmap.loading import Loaded, load_text
from jmap.model.forms import AddressForm, Form, IdForm, RefForm, TextForm
from jmap.model.statement import BodyField, HeadField, Statement, spec
from jmap.model.text import quote
from jmap.model.workspace import Workspace
from jmap.resolve.heads import ordered

LEFT_OUT = {"extends": "a journey cannot restate itself"}


class Everything:
    """Writes the source, and remembers every text that it put in."""

    def __init__(self, text: Callable[[int], str], address: str = "notes/a.md") -> None:
        self.texts: list[str] = []
        self._text = text
        self._address = address
        self._named: dict[str, int] = {}
        self.source = "\n".join(self._block(Workspace))

    def loaded(self) -> Loaded:
        """The workspace."""
        return load_text(self.source)

    def _block(self, cls: Any) -> Iterator[str]:
        shape = spec(cls)
        for field in shape.lines:
            if field.word not in LEFT_OUT:
                yield self._statement(field)

    def _statement(self, field: BodyField) -> str:
        if field.item is None:
            return field.word
        if isinstance(field.item, Form):
            return f"{field.word} {self._value(field.item)}"
        words = "x-house" if field.word == "x-" else field.word
        heads = (self._head(head, field.item) for head in ordered(spec(field.item).heads))
        line = " ".join([words, *(text for text in heads if text)])
        if not issubclass(field.item, Statement):
            return line
        return "\n".join([line + " {", *self._block(field.item), "}"])

    def _head(self, head: HeadField, cls: Any) -> str:
        if head.name == "was" or (head.name == "name" and head.form and cls.__name__ == "Extra"):
            return ""
        if head.name == "id":
            return self._name(cls.keyword)
        if head.form is None:
            return head.word
        return f"{head.word} {self._value(head.form)}".strip()

    def _name(self, kind: str) -> str:
        number = self._named[kind] = self._named.get(kind, 0) + 1
        return f"some-{kind}" if number == 1 else f"other-{kind}-{number}"

    def _value(self, form: Form) -> str:
        if isinstance(form, AddressForm):
            return quote(self._address)
        if isinstance(form, TextForm):
            return quote(self._next())
        if isinstance(form, RefForm) and form.ad_hoc:
            # A name stands on one line.
            return quote(self._next(one_line=True))
        if type(form) is IdForm:
            return "word"
        return form.example

    def _next(self, *, one_line: bool = False) -> str:
        text = self._text(len(self.texts))
        if one_line:
            text = text.replace("\n", " ")
        self.texts.append(text)
        return text
