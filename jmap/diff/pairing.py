"""Which part or value of one list is which of another."""

from collections import Counter, defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import Any

from jmap.diff.identity import ALIKE, former_key, keys_of, likeness, name_in, whose_figure
from jmap.model.forms import reference_key

_GUESSED = 40
"""Among how many that are left on each side likeness is looked for."""


@dataclass(slots=True)
class Pairing:
    """Two lists, and which places of them belong together."""

    before: Sequence[Any]
    after: Sequence[Any]
    pairs: dict[int, int] = field(default_factory=dict)
    """Places before by places after."""
    guessed: set[int] = field(default_factory=set)
    """Places after that likeness alone has paired."""
    left: frozenset[int] = frozenset()
    """Places before of what went elsewhere, and belongs to nothing here."""
    came: frozenset[int] = frozenset()
    """Places after of what came from elsewhere."""

    @property
    def gone(self) -> list[int]:
        """Places before that belong to nothing after, in order."""
        taken = {*self.pairs.values(), *self.left}
        return [at for at in range(len(self.before)) if at not in taken]

    @property
    def new(self) -> list[int]:
        """Places after that belong to nothing before, in order."""
        taken = {*self.pairs, *self.came}
        return [at for at in range(len(self.after)) if at not in taken]

    @property
    def moved(self) -> list[int]:
        """Places after of what has changed its order: as few as explain it."""
        places = sorted(self.pairs)
        staying = _rising([self.pairs[at] for at in places])
        return [at for nth, at in enumerate(places) if nth not in staying]

    def by(self, before: Sequence[Any], after: Sequence[Any]) -> None:
        """Pairs what is left and has equal marks, in order; None is no mark."""
        waiting: dict[Any, list[int]] = defaultdict(list)
        for at in self.gone:
            waiting[before[at]].append(at)
        for at in self.new:
            known = waiting.get(after[at]) if after[at] is not None else None
            if known:
                self.pairs[at] = known.pop(0)

    def by_likeness(self) -> None:
        """Pairs what is left and most alike, the most alike first."""
        gone, new = self.gone[:_GUESSED], self.new[:_GUESSED]
        found = [
            (likeness(self.before[old], self.after[at]), -at, -old) for at in new for old in gone
        ]
        taken: set[int] = set()
        for score, at, old in sorted(found, reverse=True):
            if score < ALIKE:
                break
            if -at not in self.pairs and -old not in taken:
                self.pairs[-at] = -old
                self.guessed.add(-at)
                taken.add(-old)


def paired_parts(
    before: Sequence[Any],
    after: Sequence[Any],
    left: frozenset[int] = frozenset(),
    came: frozenset[int] = frozenset(),
    metrics: Mapping[str, str] = MappingProxyType({}),
) -> Pairing:
    """Parts by what they are known by, by the id they say they had, else by likeness.

    ``metrics`` are the ids of metrics that were renamed: measures are known by theirs.
    """
    pairing = Pairing(before, after, left=left, came=came)
    old, new = keys_of(before), keys_of(after)
    pairing.by(old, new)
    pairing.by(old, [former_key(part) for part in after])
    if metrics:
        pairing.by([_metric(part, metrics) for part in before], new)
    pairing.by_likeness()
    return pairing


def _metric(part: Any, metrics: Mapping[str, str]) -> str | None:
    metric = getattr(part, "metric", None)
    return None if metric is None else metrics.get(reference_key(metric))


def paired_values(before: Sequence[Any], after: Sequence[Any]) -> Pairing:
    """Values by what they say, what they are about, whose figure they are, or likeness."""
    pairing = Pairing(before, after)
    pairing.by(before, after)
    pairing.by(*(_names(side, name_in) for side in (before, after)))
    gone, new = set(pairing.gone), set(pairing.new)
    pairing.by(_only(before, gone), _only(after, new))
    pairing.by_likeness()
    return pairing


def _names(values: Sequence[Any], name: Callable[[Any], str | None]) -> list[str | None]:
    return [name(value) for value in values]


def _only(values: Sequence[Any], places: set[int]) -> list[Any]:
    """Whose figure each value is, where it is the only one of them among some places."""
    whose = [whose_figure(one) if at in places else None for at, one in enumerate(values)]
    counted = Counter(whose)
    return [one if counted[one] == 1 else None for one in whose]


def _rising(numbers: Sequence[int]) -> set[int]:
    """The places of a longest rising row among some numbers."""
    tails: list[int] = []
    before: list[int] = []
    for at, number in enumerate(numbers):
        low, high = 0, len(tails)
        while low < high:
            middle = (low + high) // 2
            if numbers[tails[middle]] < number:
                low = middle + 1
            else:
                high = middle
        before.append(tails[low - 1] if low else -1)
        tails[low:] = [at, *tails[low + 1 :]] if low < len(tails) else [at]
    return set(_back(before, tails[-1])) if tails else set()


def _back(before: Sequence[int], at: int) -> Iterator[int]:
    while at >= 0:
        yield at
        at = before[at]
