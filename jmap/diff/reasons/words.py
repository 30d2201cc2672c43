"""How the reasons of weights name things and show figures."""

from collections.abc import Iterable
from typing import Any

from jmap.model.forms import AdHoc
from jmap.model.index import Index
from jmap.model.lines import Owner
from jmap.model.quantity import Quantity
from jmap.syntax.fold import fold
from jmap.views.numbers import quantity_text, signed

_LONGEST = 60


def quoted(text: str) -> str:
    """A text of the map in quotes, on one line and not too long."""
    line = " ".join(text.split())
    return f'"{line if len(line) <= _LONGEST else line[: _LONGEST - 1].rstrip() + "…"}"'


def called(part: Any) -> str:
    """What people call a part: its title, its text or its id, in quotes."""
    return quoted(getattr(part, "label", None) or getattr(part, "text", None) or part.id)


def titled(kind: str, reference: str | AdHoc, known: Index) -> str:
    """What people call what a reference means."""
    if isinstance(reference, AdHoc):
        return quoted(reference.name)
    return quoted(known.labels.get(kind, {}).get(fold(reference), reference))


def team(owner: Owner, known: Index) -> str:
    """The team of an owner."""
    return titled("team", owner.team, known)


def figure(quantity: Quantity) -> str:
    """A figure as messages show it: ``78.3% (47/60)``, ``3 min``."""
    return quantity_text(quantity, "en")


def mark(level: int) -> str:
    """A mood or trust with its sign: ``−2``, ``+1``."""
    return signed(level, "en")


def listed(names: Iterable[str]) -> str:
    """Several names in a sentence: ``a, b and c``; of many the first three."""
    said = [*names]
    if len(said) > 4:
        said = [*said[:3], f"{len(said) - 3} more"]
    if len(said) < 2:
        return "".join(said)
    return f"{', '.join(said[:-1])} and {said[-1]}"


def several(count: int, thing: str) -> str:
    """``1 touchpoint``, ``2 touchpoints``."""
    return f"{count} {thing}" if count == 1 else f"{count} {thing}s"
