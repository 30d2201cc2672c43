"""Which part of one side is which part of the other: by id, or by the id it had."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

from jmap.model.declared import Declared
from jmap.syntax.fold import fold

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Matched(Generic[T]):
    """A part on both sides, or on one."""

    before: T | None
    after: T | None


def same_parts(before: Sequence[Declared], after: Sequence[Declared]) -> dict[int, int]:
    """The places of parts after, each with the place of the same part before. An id that both
    sides have counts before an id that a part had.
    """
    known: dict[str, int] = {}
    for at, part in enumerate(before):
        known.setdefault(fold(part.id), at)
    found: dict[int, int] = {}
    for names in ([part.id for part in after], [part.was for part in after]):
        for at, name in enumerate(names):
            old = known.get(fold(name)) if name and at not in found else None
            if old is not None and old not in found.values():
                found[at] = old
    return found


def woven(before: Sequence[T], after: Sequence[T], same: Mapping[int, int]) -> Iterator[Matched[T]]:
    """All parts in the order after; each that is gone follows the part it followed before."""
    places = {old: new for new, old in same.items()}
    gone: dict[int | None, list[T]] = {}
    last: int | None = None
    for at, part in enumerate(before):
        if at in places:
            last = places[at]
        else:
            gone.setdefault(last, []).append(part)
    yield from (Matched(part, None) for part in gone.get(None, ()))
    for at, part in enumerate(after):
        yield Matched(before[same[at]] if at in same else None, part)
        yield from (Matched(lost, None) for lost in gone.get(at, ()))
