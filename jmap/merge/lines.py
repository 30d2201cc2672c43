"""Three states of small things: comments, blanks, a count."""

from collections import Counter
from collections.abc import Hashable, Sequence
from typing import TypeVar

from jmap.merge.order import merged_order

T = TypeVar("T", bound=Hashable)


def chosen(base: T | None, ours: T, theirs: T) -> T:
    """What one side has changed; ours where both have."""
    return theirs if ours == base else ours


def joined(base: Sequence[str], ours: Sequence[str], theirs: Sequence[str]) -> list[str]:
    """Lines that stand on one side or on both, less those that a side has taken away."""
    if ours == theirs or theirs == base:
        return list(ours)
    if ours == base:
        return list(theirs)
    names: dict[tuple[str, int], int] = {}
    numbered = [_numbered(side, names) for side in (base, ours, theirs)]
    old, mine, other = numbered
    kept = {at for at in names.values() if (at in mine and at in other) or at not in old}
    text = {at: line for (line, _), at in names.items()}
    return [text[at] for at in merged_order(old, mine, other, kept).kept]


def _numbered(lines: Sequence[str], names: dict[tuple[str, int], int]) -> list[int]:
    """Lines as numbers, the same for the same: the second of two equal lines is another one."""
    seen: Counter[str] = Counter()
    found: list[int] = []
    for line in lines:
        seen[line] += 1
        found.append(names.setdefault((line, seen[line]), len(names)))
    return found
