"""Workspaces of two states that hang together, because files of one came from the other."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Link:
    """A workspace before and one after that are about the same, by their names."""

    old: str
    new: str
    files: int = 0
    """How many files they have in common."""


@dataclass(frozen=True, slots=True)
class Cluster:
    """The workspaces before and after that are linked, with each other or through a third."""

    old: tuple[str, ...]
    new: tuple[str, ...]
    links: tuple[Link, ...]

    def home_after(self, old: str) -> str | None:
        """Where most of a workspace is now: the one of its name before all others."""
        ranked = [one for one in self.links if one.old == old]
        return max(ranked, key=_rank).new if ranked else None

    def home_before(self, new: str) -> str | None:
        """Where most of a workspace was."""
        ranked = [one for one in self.links if one.new == new]
        return max(ranked, key=_rank).old if ranked else None


def _rank(link: Link) -> tuple[bool, int]:
    return link.old == link.new, link.files


_Name = tuple[int, str]
"""The side, 0 or 1, and the name of a workspace."""


def clusters(old: Iterable[str], new: Iterable[str], links: Sequence[Link]) -> Iterator[Cluster]:
    """All workspaces of two states in as many clusters as there are, in their order."""
    before, after = tuple(old), tuple(new)
    near: dict[_Name, list[_Name]] = defaultdict(list)
    by_old: dict[str, list[Link]] = defaultdict(list)
    for link in links:
        near[0, link.old].append((1, link.new))
        near[1, link.new].append((0, link.old))
        by_old[link.old].append(link)
    seen: set[_Name] = set()
    for start in (*((0, name) for name in before), *((1, name) for name in after)):
        if start not in seen:
            reached = _reached(start, near)
            seen |= reached
            names = {
                side: tuple(sorted(one for at, one in reached if at == side)) for side in (0, 1)
            }
            within = tuple(link for name in names[0] for link in by_old[name])
            yield Cluster(names[0], names[1], within)


def _reached(start: _Name, near: Mapping[_Name, Iterable[_Name]]) -> set[_Name]:
    reached, waiting = {start}, [start]
    while waiting:
        for one in near.get(waiting.pop(), ()):
            if one not in reached:
                reached.add(one)
                waiting.append(one)
    return reached
