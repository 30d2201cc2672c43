"""The two states of a comparison before they are read, and what is read of them: only what differs
between workspaces that are about the same.
"""

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace

from jmap.git import Revision
from jmap.loading import Loaded, Parses
from jmap.loading.clusters import Cluster, Link, clusters
from jmap.loading.connected import Shelf, affected, first_with_journeys
from jmap.loading.joint import JointShelf, Placed
from jmap.loading.linked import linked


@dataclass(slots=True)
class State:
    """One side, not yet loaded."""

    name: str
    below: str
    """What was asked for: a path in the revision, or one on the disk."""
    placed: dict[str, Placed]
    """Its workspaces by their folders from where was asked."""
    load: Callable[[Shelf, Iterable[str]], Loaded]
    revision: Revision | None = None
    ready: dict[str, Loaded] | None = None
    """What had to be loaded as a whole: what is no file of a workspace."""

    @property
    def workspaces(self) -> tuple[str, ...]:
        """Their names."""
        return tuple(self.placed if self.ready is None else self.ready)

    def only(self, files: Collection[str]) -> "State":
        """The same as if none but some files were asked for, by their paths from there."""
        placed = {name: one.only(files) for name, one in self.placed.items()}
        return replace(self, placed={name: one for name, one in placed.items() if one.asked})


@dataclass(frozen=True, slots=True)
class Read:
    """What was read of two states, and which of their workspaces are about the same."""

    before: Mapping[str, Loaded]
    after: Mapping[str, Loaded]
    clusters: tuple[Cluster, ...]


def read(old: State, new: State, parses: Parses, *, whole: bool = False) -> Read:
    """Loads of two states what differs, and what that bears on; all if the ``whole`` is asked for.

    Raises ``GitFailed``.
    """
    reading = _Reading((old, new), parses)
    links = reading.links()
    found = tuple(clusters(old.workspaces, new.workspaces, links))
    for one in found:
        reading.read(one, whole=whole)
    before, after = (
        {name: loaded[name] for name in side.workspaces if name in loaded}
        for side, loaded in zip(reading.both, reading.loaded, strict=True)
    )
    return Read(before, after, found)


@dataclass(slots=True)
class _Reading:
    both: tuple[State, State]
    parses: Parses
    loaded: tuple[dict[str, Loaded], dict[str, Loaded]] = field(init=False)

    def __post_init__(self) -> None:
        old, new = ({**(one.ready or {})} for one in self.both)
        self.loaded = (old, new)

    def links(self) -> tuple[Link, ...]:
        old, new = self.both
        if old.ready is None and new.ready is None:
            return linked(old.placed, new.placed, self.parses)
        return tuple(Link(name, name) for name in old.workspaces if name in new.workspaces)

    def read(self, cluster: Cluster, *, whole: bool) -> None:
        before, after = self._placed(cluster)
        if whole or not before or not after:
            self._load(cluster, {path for one in (*before, *after) for path in one.asked})
            return
        if len(before) == len(after) == 1 and before[0].is_like(after[0]):
            self._load(cluster, ())
            return
        differing = _differing(before, after)
        # That a workspace is another one now is told as well.
        plain = len(cluster.links) == 1 and cluster.old == cluster.new
        telling = self._telling(cluster) - differing if differing or not plain else frozenset()
        loaded = self._load(cluster, differing | telling)
        if telling and not all(one.ok for one in loaded):
            # What is wrong in a file that is read for its language alone is no matter here.
            self._load(cluster, differing)

    def _placed(self, cluster: Cluster) -> tuple[list[Placed], list[Placed]]:
        old, new = (
            [side.placed[name] for name in names if name in side.placed]
            for side, names in zip(self.both, (cluster.old, cluster.new), strict=True)
        )
        return old, new

    def _telling(self, cluster: Cluster) -> frozenset[str]:
        """The files that tell in which language to speak."""
        pairs = (
            (self.both[0].placed[link.old], self.both[1].placed[link.new]) for link in cluster.links
        )
        found: set[str] = set()
        for one, other in pairs:
            common = _Common.of([one], [other])
            found.update(map(common.joint, first_with_journeys(*common.shelves, self.parses)))
        return frozenset(found)

    def _load(self, cluster: Cluster, files: Collection[str]) -> list[Loaded]:
        found: list[Loaded] = []
        for side, loaded, names in zip(
            self.both, self.loaded, (cluster.old, cluster.new), strict=True
        ):
            for name in names:
                one = side.placed.get(name)
                if one is not None:
                    asked = zip(one.asked, one.shelf.asked, strict=True)
                    loaded[name] = side.load(one.shelf, [own for at, own in asked if at in files])
                    found.append(loaded[name])
        return found


def _differing(before: Sequence[Placed], after: Sequence[Placed]) -> frozenset[str]:
    """The files of workspaces that are about the same which are to be read."""
    common = _Common.of(before, after)
    return frozenset(map(common.joint, affected(*common.shelves)))


@dataclass(frozen=True, slots=True)
class _Common:
    """Workspaces that are about the same, as files that have the same paths on both sides."""

    shelves: tuple[Shelf, Shelf]
    joint: Callable[[str], str]
    """Such a path as one from what was asked for."""

    @classmethod
    def of(cls, before: Sequence[Placed], after: Sequence[Placed]) -> "_Common":
        old, new = before[0], after[0]
        if len(before) == len(after) == 1 and old.place == new.place:
            return cls((old.shelf, new.shelf), old.joint)
        return cls((JointShelf(before), JointShelf(after)), str)
