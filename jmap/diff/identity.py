"""What stays the same about a part when what it says changes."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import fields, is_dataclass
from difflib import SequenceMatcher
from typing import Any

from jmap.model.forms import IdForm, RefForm, TextForm, reference_key
from jmap.model.statement import spec
from jmap.syntax.fold import fold

ALIKE = 0.6
"""From what likeness on two texts are taken for one that was reworded."""
_LOOKED_AT = 400
"""How much of a text is compared: likeness costs the square of its length."""


def key_of(part: Any) -> str:
    """What a part is known by: its id, its metric, else its text."""
    name = getattr(part, "id", None) or getattr(part, "metric", None)
    if name is None:
        return f'"{getattr(part, "text", "")}"'
    return reference_key(name)


def keys_of(parts: Sequence[Any]) -> list[str]:
    """The keys of some parts; of equal ones all but the first are numbered."""
    seen: Counter[str] = Counter()
    keys: list[str] = []
    for part in parts:
        key = key_of(part)
        seen[key] += 1
        keys.append(key if seen[key] == 1 else f"{key}#{seen[key]}")
    return keys


def former_key(part: Any) -> str | None:
    """The id that a part says it had."""
    was = getattr(part, "was", None)
    return fold(was) if was else None


def likeness(one: Any, other: Any) -> float:
    """How like the words of two parts or values are, 0 to 1."""
    mine, theirs = _words(one), _words(other)
    if not mine or not theirs:
        return 0.0
    if mine == theirs:
        return 1.0
    matcher = SequenceMatcher(None, mine, theirs, autojunk=False)
    if min(matcher.real_quick_ratio(), matcher.quick_ratio()) < ALIKE:
        return 0.0
    return matcher.ratio()


def name_in(value: Any) -> str | None:
    """What a line of several values is about: the channel that it skips, the team that helped.

    None where it is about nothing that has a name.
    """
    if not getattr(value, "is_line", False):
        return None
    kind: Any = type(value)
    for head in spec(kind).heads:
        if isinstance(head.form, RefForm | IdForm) and not head.word:
            name = getattr(value, head.name)
            return None if name is None else fold(getattr(name, "name", name))
    return None


def whose_figure(value: Any) -> tuple[str, ...] | None:
    """Whose mood or effort a line of several is; None where it does not begin with a figure."""
    if not getattr(value, "is_line", False):
        return None
    kind: Any = type(value)
    shape = spec(kind)
    if not shape.places or isinstance(shape.places[0].form, TextForm | IdForm | RefForm):
        return None
    heads = [head for head in shape.heads if isinstance(head.form, RefForm)]
    return tuple(reference_key(getattr(value, head.name)) for head in heads)


def _words(item: Any) -> str:
    if isinstance(item, str):
        return item[:_LOOKED_AT]
    for name in ("title", "text", "who", "word"):
        found = getattr(item, name, None)
        if isinstance(found, str):
            return found[:_LOOKED_AT]
    if is_dataclass(item):
        texts = (getattr(item, field.name) for field in fields(item))
        return " ".join(text for text in texts if isinstance(text, str))[:_LOOKED_AT]
    return ""
