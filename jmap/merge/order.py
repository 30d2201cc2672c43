"""One order of two: what one side has put somewhere stands there, next to what nobody has moved."""

from collections import defaultdict
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass

from jmap.diff.pairing import Pairing

_PAIRS = 1_000_000
"""How many pairs of neighbours in a list are looked at one by one."""


@dataclass(frozen=True, slots=True)
class Order:
    """What both sides keep, in one order."""

    kept: list[int]
    clashing: list[int]
    """What both sides have moved, to different places: it stands where ours has it."""


def merged_order(
    base: Sequence[int], ours: Sequence[int], theirs: Sequence[int], kept: Collection[int]
) -> Order:
    """The order of what is kept. At one place, what is new in ours comes first.

    Of two that all three have, the side counts that has changed which comes first. That may lead
    round in a circle: then ours counts, and they clash.
    """
    mine, other = _moved(base, ours), _moved(base, theirs)
    found = _placed(base, ours, theirs, kept, mine, other)
    if not mine or not other:
        return Order(found, [])
    wish = _Wish(base, ours, theirs)
    clashing = wish.against(found, mine | other)
    if not clashing:
        return Order(found, [])
    agreed = wish.order()
    if agreed is None:
        return Order(found, clashing)
    one, two = (_arranged(side, agreed) for side in (ours, theirs))
    return Order(_placed(agreed, one, two, kept, set(), set()), [])


def _placed(
    base: Sequence[int],
    ours: Sequence[int],
    theirs: Sequence[int],
    kept: Collection[int],
    mine: set[int],
    other: set[int],
) -> list[int]:
    known, here = set(base), set(ours)
    placed = {at for at in theirs if at in kept and (at not in here or at in other - mine)}
    own = {at for at in ours if at not in known or at in mine}
    staying = [at for at in ours if at in kept and at not in placed]
    after = _followers(theirs, placed, set(staying) - own)
    return list(_together(staying, own, after))


def _arranged(side: Sequence[int], agreed: Sequence[int]) -> list[int]:
    """A side with what all have in the order that was agreed on."""
    known = set(agreed)
    now = [at for at in side if at in known]
    other = _moved(now, agreed)
    return _placed(now, side, agreed, set(side), set(), other)


def _moved(base: Sequence[int], side: Sequence[int]) -> set[int]:
    """What a side has put elsewhere: as few as explain its order."""
    pairing = Pairing(base, side)
    place = {one: at for at, one in enumerate(base)}
    pairing.pairs = {at: place[one] for at, one in enumerate(side) if one in place}
    return {side[at] for at in pairing.moved}


def _followers(
    theirs: Sequence[int], placed: set[int], anchors: set[int]
) -> dict[int | None, list[int]]:
    """What theirs has placed, by what stands before it on both sides; none at the start."""
    after: dict[int | None, list[int]] = defaultdict(list)
    anchor: int | None = None
    for at in theirs:
        if at in placed:
            after[anchor].append(at)
        elif at in anchors:
            anchor = at
    return after


def _together(
    staying: Sequence[int], own: set[int], after: dict[int | None, list[int]]
) -> Iterator[int]:
    waiting = after[None]
    for at in staying:
        if at not in own:
            yield from waiting
            waiting = after[at]
        yield at
    yield from waiting


class _Wish:
    """Which of two comes first, for all that the three states have in common."""

    def __init__(self, base: Sequence[int], ours: Sequence[int], theirs: Sequence[int]) -> None:
        common = set(base) & set(ours) & set(theirs)
        self.common = [at for at in base if at in common]
        self.base, self.ours, self.theirs = (
            {one: at for at, one in enumerate(side)} for side in (base, ours, theirs)
        )

    def first(self, one: int, other: int) -> bool:
        """Whether the one comes before the other."""
        here = self.ours[one] < self.ours[other]
        there = self.theirs[one] < self.theirs[other]
        return here if here == there else self.base[one] > self.base[other]

    def against(self, order: Sequence[int], moved: set[int]) -> list[int]:
        """What of the moved an order has on the wrong side of something."""
        place = {one: at for at, one in enumerate(order)}
        common = [at for at in self.common if at in place]
        asked = [at for at in common if at in moved]
        if len(asked) * len(common) > _PAIRS:
            return asked
        return [
            one
            for one in asked
            if any(
                self.first(one, other) != (place[one] < place[other])
                for other in common
                if other != one
            )
        ]

    def order(self) -> list[int] | None:
        """The one order in which every two are right; none where they run in a circle."""
        if len(self.common) ** 2 > _PAIRS:
            return None
        before = {
            one: sum(self.first(other, one) for other in self.common if other != one)
            for one in self.common
        }
        if len(set(before.values())) < len(before):
            return None
        return sorted(self.common, key=before.__getitem__)
