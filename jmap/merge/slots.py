"""Which part of one side is which of the others: by the same means by which `jmap diff` tells."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from jmap.diff.identity import keys_of
from jmap.diff.pairing import Pairing, paired_parts, paired_values
from jmap.merge.moved import Moves
from jmap.merge.part import COMMENT, UNKNOWN, Block, Part, Thinned

_NOTHING = Block()


@dataclass(slots=True, eq=False)
class Slot:
    """One part in up to three states; at least one of them is there."""

    base: Part | None = None
    ours: Part | None = None
    theirs: Part | None = None
    came: bool = False
    """Whether it stood elsewhere."""
    left: bool = False
    """Whether it stands elsewhere now."""
    torn: bool = False
    """Whether both sides have put it elsewhere, to different places."""

    @property
    def any(self) -> Part:
        """The part as one of the sides has it, ours first."""
        found = self.ours or self.theirs or self.base
        assert found is not None
        return found


@dataclass(frozen=True, slots=True)
class Slots:
    """The parts of a block in all three states, and the order of each."""

    slots: list[Slot]
    base: list[int]
    ours: list[int]
    theirs: list[int]

    def of(self, field: str) -> "Slots":
        """Those that fill one field; the numbers stay those of ``slots``."""
        fits = [slot.any.field == field for slot in self.slots]
        orders = ([at for at in side if fits[at]] for side in (self.base, self.ours, self.theirs))
        return Slots(self.slots, *orders)

    @property
    def ordered(self) -> list[str]:
        """The fields in which order says something, in the order of their parts."""
        names = (slot.any.field for slot in self.slots if slot.any.ordered)
        return [name for name in dict.fromkeys(names) if name not in (COMMENT, UNKNOWN)]


@dataclass(frozen=True, slots=True)
class Pairs:
    """How the parts of both sides belong to those of the base, all over the file."""

    ours: Moves = field(default_factory=Moves)
    theirs: Moves = field(default_factory=Moves)
    stayed: dict[int, dict[str, Part]] = field(default_factory=dict)
    """What the parts that one side has put elsewhere are on the side that has not."""

    def slots(self, base: Block | None, ours: Block | None, theirs: Block | None) -> Slots:
        """The parts of one block in its three states, paired."""
        old = (base or _NOTHING).parts
        sides = {"ours": (ours or _NOTHING).parts, "theirs": (theirs or _NOTHING).parts}
        made = [Slot(part, left=self._has_left(part)) for part in old]
        number = {id(part): at for at, part in enumerate(old)}
        for name, side in sides.items():
            moves: Moves = getattr(self, name)
            for part, was in _paired(old, side, moves):
                setattr(made[number[id(was)]], name, part)
                number[id(part)] = number[id(was)]
        new = {name: [one for one in side if id(one) not in number] for name, side in sides.items()}
        for part, twin in _same(new["ours"], new["theirs"]):
            number[id(part)] = number[id(twin)] = len(made)
            made.append(self._twins(twin, part))
        for name, side in new.items():
            for part in side:
                if id(part) not in number:
                    number[id(part)] = len(made)
                    made.append(self._new(name, part))
        orders = ([number[id(part)] for part in side] for side in (old, *sides.values()))
        return Slots(made, *orders)

    def _has_left(self, part: Part) -> bool:
        return id(part) in self.ours.left or id(part) in self.theirs.left

    def _twins(self, ours: Part, theirs: Part) -> Slot:
        """A part that both sides have and the base has not, or not here."""
        was = self.ours.came.get(id(ours))
        same = was is not None and self.theirs.came.get(id(theirs)) is was
        return Slot(was if same else None, ours, theirs, came=same)

    def _new(self, name: str, part: Part) -> Slot:
        moves, other = (self.ours, self.theirs) if name == "ours" else (self.theirs, self.ours)
        was = moves.came.get(id(part))
        slot = Slot(was, came=was is not None)
        setattr(slot, name, part)
        if was is None:
            return slot
        elsewhere = other.left.get(id(was))
        opposite = "theirs" if name == "ours" else "ours"
        if elsewhere is not None:
            # Torn apart by both: it stays where ours has put it.
            setattr(slot, opposite, elsewhere)
            slot.torn, slot.left = True, name == "theirs"
        else:
            setattr(slot, opposite, self.stayed.get(id(was), {}).get(opposite))
        return slot

    def differs(self, base: Part, side: Part) -> bool:
        """Whether a side says of a part anything that was not said before, in comments too. What
        the other side has put elsewhere is looked at there.
        """
        if not set(self._comments(side)) <= set(self._comments(base)):
            return True
        return self._differs(base, side)

    def _differs(self, base: Part, side: Part) -> bool:
        if not base.unsettled and base.text is not None and base.text == side.text:
            return False
        if base.said != side.said:
            return True
        if base.thinned or side.thinned:
            raise Thinned
        below = Pairs().slots(base.body, None, side.body)
        for slot in below.slots:
            if slot.any.field == COMMENT or (slot.base and self._has_left(slot.base)):
                continue
            if slot.base is None or slot.theirs is None or self._differs(slot.base, slot.theirs):
                return True
        return any(some.base != some.theirs for some in map(below.of, below.ordered))

    def _comments(self, part: Part) -> Iterator[str]:
        gone = {id(one) for both in self.stayed.values() for one in both.values()}
        return part.comments(frozenset(gone))


def pairs(base: Block, ours: Block, theirs: Block, mine: Moves, others: Moves) -> Pairs:
    """How the parts of two sides belong to those of the base."""
    found = Pairs(mine, others)
    if mine.left or others.left:
        _find_stayed(found, base, ours, "ours")
        _find_stayed(found, base, theirs, "theirs")
    return found


def _find_stayed(found: Pairs, base: Block, side: Block, name: str) -> None:
    moved = found.ours.left.keys() | found.theirs.left.keys()
    own: Moves = getattr(found, name)
    waiting = [(base, side)]
    while waiting:
        old, new = waiting.pop()
        for part, was in _paired(old.parts, new.parts, own):
            if id(was) in moved:
                found.stayed.setdefault(id(was), {})[name] = part
            if was.body and part.body:
                waiting.append((was.body, part.body))


def _paired(old: Sequence[Part], new: Sequence[Part], moves: Moves) -> Iterator[tuple[Part, Part]]:
    """The parts of a side with what they were."""
    before, after = _by_field(old), _by_field(new)
    for name, parts in after.items():
        was = before.get(name)
        if was is None:
            continue
        pairing = _pairing(was, parts, moves)
        yield from ((parts[at], was[one]) for at, one in pairing.pairs.items())


def _pairing(old: Sequence[Part], new: Sequence[Part], moves: Moves) -> Pairing:
    items = [part.item for part in old], [part.item for part in new]
    if not new[0].many:
        return Pairing(old, new, {0: 0})
    if not new[0].has_fields:
        return paired_values(*items)
    left = frozenset(at for at, part in enumerate(old) if id(part) in moves.left)
    came = frozenset(at for at, part in enumerate(new) if id(part) in moves.came)
    return paired_parts(*items, left, came, moves.metrics)


def _same(ours: Sequence[Part], theirs: Sequence[Part]) -> Iterator[tuple[Part, Part]]:
    """What is new on both sides and the same: theirs, and ours."""
    mine, others = _by_field(ours), _by_field(theirs)
    for name, parts in others.items():
        twins = mine.get(name)
        if twins is None:
            continue
        pairing = Pairing(twins, parts)
        pairing.by(_marks(twins), _marks(parts))
        yield from ((parts[at], twins[one]) for at, one in pairing.pairs.items())


def _marks(parts: Sequence[Part]) -> list[object]:
    if not parts[0].many:
        return [True for _ in parts]
    items = [part.item for part in parts]
    return [*keys_of(items)] if parts[0].has_fields else items


def _by_field(parts: Sequence[Part]) -> dict[str, list[Part]]:
    found: dict[str, list[Part]] = defaultdict(list)
    for part in parts:
        found[part.field].append(part)
    return found
