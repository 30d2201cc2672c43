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

    @property
    def homes_after(self) -> dict[str, str]:
        """Where most of each old workspace is now: in the one of its name before all others."""
        return {one.old: one.new for one in self._rising()}

    @property
    def homes_before(self) -> dict[str, str]:
        """Where most of each new one was."""
        return {one.new: one.old for one in self._rising()}

    def _rising(self) -> list[Link]:
        """The links, the strongest last, so that it counts; of several as strong the first."""
        backwards = self.links[::-1]
        return sorted(backwards, key=lambda one: (one.old == one.new, one.files))


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
