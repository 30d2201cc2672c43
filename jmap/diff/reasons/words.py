"""How the reasons of weights name things and show figures."""

from collections.abc import Iterable
from typing import Any

from jmap.model.forms import AdHoc
from jmap.model.index import Index
from jmap.model.lines import Owner
from jmap.model.quantity import Quantity
from jmap.syntax.fold import fold
from jmap.views.numbers import quantity_text, signed
from jmap.views.sentences import listed, quoted


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


def first_of(names: Iterable[str]) -> str:
    """Several names in a sentence; of many the first three."""
    said = [*names]
    more = len(said) - 3 if len(said) > 4 else 0
    return listed(said[:3] if more else said, more=more)
