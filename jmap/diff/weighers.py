"""The table of weighers: by the keyword and the field of a change, and by what happened there."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Any, NamedTuple

from jmap.diff.around import Around, part_before
from jmap.diff.change import Change, Kind
from jmap.diff.weight import Weight

ANY: tuple[Kind, ...] = ("added", "removed", "changed")
"""Whatever happens to a value but its place."""


@dataclass(frozen=True, slots=True, eq=False)
class Case:
    """A change, and what is around it on either side."""

    change: Change
    before: Around
    after: Around

    @property
    def part(self) -> Any:
        """The changed part, as it is now; as it was, where it is gone."""
        return self.change.part

    @property
    def former(self) -> Any:
        """The changed part as it was; None where that cannot be told."""
        return part_before(self.change, self.before)

    @property
    def is_retired(self) -> bool:
        """Whether the part serves nobody any more."""
        return getattr(self.part, "status", None) == "retired"

    @property
    def old(self) -> Any:
        """The value before."""
        return self.change.before

    @property
    def new(self) -> Any:
        """The value after."""
        return self.change.after


class Key(NamedTuple):
    """What a weigher is found by."""

    keyword: str
    field: str
    """Empty for the part as a whole."""
    kind: Kind


Weigher = Callable[[Case], Weight | None]
"""Weighs a change; None for one that does nothing to the customer."""

_TABLE: dict[Key, Weigher] = {}


def weighs(
    *keywords: str, field: str = "", kinds: tuple[Kind, ...] = ANY
) -> Callable[..., Weigher]:
    """Enters a weigher for a field, or for the whole, of statements of some keywords.

    A value that was not there is ``added``, one that is there no more ``removed``, also in a field
    that is said once. Raises ``ValueError`` where another weigher is entered already.
    """

    def enter(weigher: Weigher) -> Weigher:
        for key in (Key(keyword, field, kind) for keyword in keywords for kind in kinds):
            if key in _TABLE:
                raise ValueError(f"{key} is weighed twice")
            _TABLE[key] = weigher
        return weigher

    return enter


def weigher_of(change: Change) -> Weigher | None:
    """The weigher of a change, if it has one."""
    return _TABLE.get(Key(change.keyword, change.field, happened(change)))


def happened(change: Change) -> Kind:
    """The kind of a change, by which its weigher is found."""
    if change.field and change.kind == "changed":
        if change.before is None:
            return "added"
        return "removed" if change.after is None else "changed"
    return change.kind


def table() -> Mapping[Key, Weigher]:
    """All weighers."""
    return MappingProxyType(_TABLE)
