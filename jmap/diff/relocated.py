"""Parts that stand in another part than before: a touchpoint that went to another stage, a pain
that is told of another touchpoint.

They are looked for within one declaration, a journey: two journeys may tell of equal parts.
"""

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any, NamedTuple

from jmap.diff.change import Address, Step
from jmap.diff.identity import former_key, keys_of
from jmap.diff.pairing import paired_parts
from jmap.diff.shape import part_lines
from jmap.model.workspace import Workspace


class Source(NamedTuple):
    """Where a part stood, in the words of the workspace before, and what it was."""

    address: Address
    part: Any


@dataclass(frozen=True, slots=True)
class Relocated:
    """The parts of two workspaces that stand elsewhere."""

    came: Mapping[Address, Source] = field(default_factory=dict)
    """Where each was, by where it is."""
    left: frozenset[Address] = frozenset()
    """Where they were."""


class _Name(NamedTuple):
    keyword: str
    key: str


@dataclass(frozen=True, slots=True, eq=False)
class _Found:
    address: Address
    part: Any

    @property
    def name(self) -> _Name:
        return _Name(self.part.keyword, self.address[-1].key)

    @property
    def former(self) -> _Name:
        return _Name(self.part.keyword, former_key(self.part) or "")


def relocated(before: Workspace, after: Workspace) -> Relocated:
    """What stands elsewhere after a change. Only what has a name of its own there counts: of
    several that are called the same none is taken for another.
    """
    came: dict[Address, Source] = {}
    for line in part_lines(after):
        old, new = getattr(before, line.name), getattr(after, line.name)
        if old == new:
            continue
        pairing = paired_parts(old, new)
        was, now = keys_of(old), keys_of(new)
        for at, since in pairing.pairs.items():
            search = _Search(
                Source((Step(line.name, was[since]),), old[since]),
                Source((Step(line.name, now[at]),), new[at]),
            )
            search.match(came)
    return Relocated(came, frozenset(source.address for source in came.values()))


class _Search:
    """What is gone from one part and what is new in it, however deep."""

    def __init__(self, before: Source, after: Source) -> None:
        self.before = before
        self.after = after
        self.gone: list[_Found] = []
        self.new: list[_Found] = []
        self._same(before, after)

    @cached_property
    def _known(self) -> frozenset[_Name]:
        return frozenset(one.name for one in _within(self.before))

    @cached_property
    def _telling(self) -> frozenset[_Name]:
        return frozenset(one.name for one in _within(self.after))

    def _same(self, before: Source, after: Source) -> None:
        """Looks into two parts that are the same one."""
        if before.part == after.part:
            return
        for line in part_lines(after.part):
            old, new = (_listed(side, line.name) for side in (before, after))
            pairing = paired_parts([one.part for one in old], [one.part for one in new])
            pairs = {
                at: since
                for at, since in pairing.pairs.items()
                if at not in pairing.guessed or not self._is_elsewhere(old[since], new[at])
            }
            for at, since in pairs.items():
                self._same(_source(old[since]), _source(new[at]))
            staying = {*pairs.values()}
            self.gone += _all(one for at, one in enumerate(old) if at not in staying)
            self.new += _all(one for at, one in enumerate(new) if at not in pairs)

    def _is_elsewhere(self, old: _Found, new: _Found) -> bool:
        """Whether one of two that are alike is somewhere else under its own name."""
        return old.name in self._telling or new.name in self._known

    def match(self, came: dict[Address, Source]) -> None:
        """Brings together what is called the same, the outer parts before those within."""
        gone = _once(self.gone)
        counted = Counter(one.name for one in self.new)
        for one in sorted(self.new, key=lambda found: len(found.address)):
            source = gone.get(one.name) or gone.get(one.former)
            if source is None or counted[one.name] > 1:
                continue
            outer = came.get(one.address[:-1])
            if outer is None or outer.address != source.address[:-1]:
                came[one.address] = _source(source)


def _source(found: _Found) -> Source:
    return Source(found.address, found.part)


def _once(found: list[_Found]) -> dict[_Name, _Found]:
    counted = Counter(one.name for one in found)
    return {one.name: one for one in found if counted[one.name] == 1}


def _listed(holder: Source, name: str) -> list[_Found]:
    parts = getattr(holder.part, name)
    return [
        _Found((*holder.address, Step(name, key)), part)
        for key, part in zip(keys_of(parts), parts, strict=True)
    ]


def _within(holder: Source) -> Iterator[_Found]:
    for line in part_lines(holder.part):
        yield from _all(iter(_listed(holder, line.name)))


def _all(found: Iterator[_Found]) -> Iterator[_Found]:
    """Some parts with all that are within them."""
    for one in found:
        yield one
        yield from _within(_source(one))
