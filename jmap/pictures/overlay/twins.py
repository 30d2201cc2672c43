"""Which part of a journey before is which part after, in the order after; what is gone stands where
it stood.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any

from jmap.diff.change import Address, Step
from jmap.diff.identity import former_key, keys_of
from jmap.diff.judged import Judged
from jmap.model.journey import Journey
from jmap.model.stage import Stage
from jmap.model.touchpoint import Touchpoint
from jmap.model.workspace import Workspace


@dataclass(frozen=True, slots=True, eq=False)
class TouchpointTwin:
    """A touchpoint before and after, in one stage of the journey.

    What stands in another stage now has two: where it is, with both sides, and where it was, with
    `left`.
    """

    before: Touchpoint | None
    after: Touchpoint | None
    address: Address
    """Where changes of it are: as they say it."""
    origin: Stage | None = None
    """The stage that it stood in before, where that was another one."""
    left: Stage | None = None
    """The stage that it stands in now, where it is gone from this one."""


@dataclass(frozen=True, slots=True, eq=False)
class StageTwin:
    """A stage before and after, with its touchpoints."""

    before: Stage | None
    after: Stage | None
    address: Address
    touchpoints: tuple[TouchpointTwin, ...] = ()


@dataclass(frozen=True, slots=True, eq=False)
class JourneyTwin:
    """A journey before and after, with its stages; one side is missing where it is new or gone."""

    before: Journey | None
    after: Journey | None
    address: Address
    stages: tuple[StageTwin, ...] = ()

    @property
    def journey(self) -> Journey:
        """The side by which it is called: the one after, where there is one."""
        found = self.after or self.before
        assert found is not None
        return found


def journey_twins(
    before: Workspace, after: Workspace, changes: Iterable[Judged]
) -> tuple[JourneyTwin, ...]:
    """All journeys of two workspaces, in the order after."""
    known = _Known.of(changes)
    pairs = _woven(before.journeys, after.journeys, "journeys", (), known)
    return tuple(_journey(pair, known) for pair in pairs)


@dataclass(frozen=True, slots=True)
class _Known:
    """What changes say of which part is which."""

    was: dict[Address, str] = field(default_factory=dict)
    origin: dict[Address, Address] = field(default_factory=dict)

    @classmethod
    def of(cls, changes: Iterable[Judged]) -> "_Known":
        made = cls()
        for one in changes:
            change = one.change
            if change.kind == "renamed":
                made.was[change.address] = change.was
            elif change.kind == "moved" and change.origin:
                made.origin[change.address] = change.origin
        return made


@dataclass(frozen=True, slots=True, eq=False)
class _Pair:
    before: Any
    after: Any
    address: Address
    origin: Address = ()
    """Where the side before stands, in the words of before."""


def _woven(
    old: Sequence[Any], new: Sequence[Any], name: str, address: Address, known: _Known
) -> list[_Pair]:
    """The parts of two lists; each that is gone follows the part that it followed."""
    by_key = dict(zip(keys_of(old), old, strict=True))
    places = [(*address, Step(name, key)) for key in keys_of(new)]
    same = _same(places, new, by_key, known)
    pairs = [
        _Pair(by_key[same[there]] if there in same else None, part, there)
        for there, part in zip(places, new, strict=True)
    ]
    taken = {same[pair.address]: at for at, pair in enumerate(pairs) if pair.address in same}
    return list(_with_gone(by_key, pairs, taken, (name, address)))


def _same(
    places: Sequence[Address], parts: Sequence[Any], old: dict[str, Any], known: _Known
) -> dict[Address, str]:
    """The keys before, by the places after: of what changes say, of what is called the same, then
    of what says that it was called so.
    """
    found: dict[Address, str] = {}
    taken: set[str] = set()
    names = (
        [known.was.get(there) for there in places],
        [there[-1].key for there in places],
        [former_key(part) for part in parts],
    )
    for row in names:
        for there, name in zip(places, row, strict=True):
            free = there not in found and there not in known.origin and name not in taken
            if name in old and free and name is not None:
                found[there] = name
                taken.add(name)
    return found


def _with_gone(
    old: dict[str, Any], pairs: list[_Pair], taken: dict[str, int], at: tuple[str, Address]
) -> Iterator[_Pair]:
    name, address = at
    gone: dict[int, list[_Pair]] = {}
    last = -1
    for key, part in old.items():
        if key in taken:
            last = taken[key]
        else:
            gone.setdefault(last, []).append(_Pair(part, None, (*address, Step(name, key))))
    yield from gone.get(-1, ())
    for number, pair in enumerate(pairs):
        yield pair
        yield from gone.get(number, ())


def _journey(pair: _Pair, known: _Known) -> JourneyTwin:
    stages = _woven(
        _of(pair.before, "stages"), _of(pair.after, "stages"), "stages", pair.address, known
    )
    listed = [
        _woven(
            _of(stage.before, "touchpoints"),
            _of(stage.after, "touchpoints"),
            "touchpoints",
            stage.address,
            known,
        )
        for stage in stages
    ]
    moves = _Moves(pair, stages, listed, known)
    return JourneyTwin(
        pair.before,
        pair.after,
        pair.address,
        tuple(
            StageTwin(stage.before, stage.after, stage.address, tuple(moves.twins(mine)))
            for stage, mine in zip(stages, listed, strict=True)
        ),
    )


def _of(part: Any, name: str) -> Sequence[Any]:
    return getattr(part, name) if part is not None else ()


class _Moves:
    """The touchpoints of a journey that stand in another stage."""

    def __init__(
        self, pair: _Pair, stages: list[_Pair], listed: list[list[_Pair]], known: _Known
    ) -> None:
        gone = {
            (_before_key(stage, pair), one.address[-1].key): (stage, one)
            for stage, mine in zip(stages, listed, strict=True)
            for one in mine
            if one.after is None
        }
        by_id = {key: found for (_, key), found in gone.items()}
        self.came: dict[int, tuple[_Pair, _Pair]] = {}
        self.left: dict[int, tuple[_Pair, _Pair]] = {}
        for stage, mine in zip(stages, listed, strict=True):
            for one in mine:
                if one.before is not None:
                    continue
                origin = known.origin.get(one.address, ())
                found = gone.get((origin[-2].key, origin[-1].key)) if len(origin) > 2 else None
                found = found or by_id.get(one.address[-1].key)
                if found and id(found[1]) not in self.left:
                    self.came[id(one)] = found
                    self.left[id(found[1])] = (stage, one)

    def twins(self, pairs: list[_Pair]) -> Iterator[TouchpointTwin]:
        """The touchpoints of a stage."""
        for one in pairs:
            came, left = self.came.get(id(one)), self.left.get(id(one))
            if came:
                yield TouchpointTwin(came[1].before, one.after, one.address, came[0].before)
            elif left:
                now, there = left
                yield TouchpointTwin(one.before, None, there.address, left=now.after)
            else:
                yield TouchpointTwin(one.before, one.after, one.address)


def _before_key(stage: _Pair, journey: _Pair) -> str:
    """What a stage was known by before."""
    listed = _of(journey.before, "stages")
    return next(
        (key for key, one in zip(keys_of(listed), listed, strict=True) if one is stage.before),
        "",
    )
