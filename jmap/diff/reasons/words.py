"""How the reasons of weights name things."""

from typing import Any

from jmap.diff.reason import Mark, Name, Reason, Subject, because
from jmap.model.forms import AdHoc
from jmap.model.index import Index
from jmap.model.lines import Owner
from jmap.model.quantity import Duration, Durations
from jmap.syntax.fold import fold


def called(part: Any) -> Name:
    """What people call a part: its title, its text or its id."""
    return Name(_label(part))


def itself(part: Any) -> Subject:
    """What people call the changed part, which a reason may have been told after."""
    return Subject(_label(part))


def titled(kind: str, reference: str | AdHoc, known: Index) -> Name:
    """What people call what a reference means."""
    if isinstance(reference, AdHoc):
        return Name(reference.name)
    return Name(known.labels.get(kind, {}).get(fold(reference), reference))


def team(owner: Owner, known: Index) -> Name:
    """The team of an owner."""
    return titled("team", owner.team, known)


def is_outside(reference: str | AdHoc | None, known: Index) -> bool:
    """Whether a team is a partner from outside."""
    found = known.find(("team",), reference) if reference is not None else None
    return getattr(found, "kind", None) == "partner"


def mark(level: int) -> Mark:
    """A mood or trust with its sign: ``−2``, ``+1``."""
    return Mark(level)


def time(length: Duration | Durations) -> Duration | Reason:
    """A length of time, or the two that it lies between."""
    if isinstance(length, Durations):
        return because("time-between", low=length.low, high=length.high)
    return length


def _label(part: Any) -> str:
    return str(getattr(part, "label", None) or getattr(part, "text", None) or part.id)
