"""Every word of the language, derived from the statement classes."""

from collections.abc import Iterator
from typing import Any

from jmap.model.forms import ChoiceForm
from jmap.model.quantity import PERCENT, SECONDS
from jmap.model.statement import Spec, spec
from jmap.syntax.words import Group


def specs(root: Any) -> tuple[Spec, ...]:
    """The specs of a class and of everything that may stand inside it, each once, in the order
    met.
    """
    found: dict[Any, Spec] = {}

    def visit(cls: Any) -> None:
        if cls in found:
            return
        found[cls] = spec(cls)
        for field in found[cls].body.values():
            if isinstance(field.item, type):
                visit(field.item)

    visit(root)
    return tuple(found.values())


def vocabulary(root: Any) -> dict[Group, tuple[str, ...]]:
    """The English names of all words under a class, by group, in the order met."""
    names: dict[Group, dict[str, None]] = {
        "statements": {},
        "words": {},
        "choices": {},
        "units": dict.fromkeys([*SECONDS, PERCENT]),
        "comments": dict.fromkeys(("allow", "until")),
    }
    for item in specs(root):
        names["statements"].update(dict.fromkeys(item.body))
        names["words"].update(dict.fromkeys(item.introduced))
        for head in item.heads:
            names["choices"].update(dict.fromkeys(_choices(head.form)))
        for field in item.body.values():
            names["choices"].update(dict.fromkeys(_choices(field.item)))
    return {group: tuple(found) for group, found in names.items()}


def _choices(form: Any) -> Iterator[str]:
    if isinstance(form, ChoiceForm):
        yield from form.names
