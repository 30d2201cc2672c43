"""Which workspaces of two states are about the same: a folder may become a workspace of its own or
cease to be one, be renamed, or give files to another.
"""

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from jmap.files import digest_of
from jmap.loading.clusters import Link
from jmap.loading.joint import Placed
from jmap.loading.parses import Parses
from jmap.model.workspace import Document
from jmap.resolve.symbols import Names, collect
from jmap.syntax.fold import fold

Workspaces = Mapping[str, Placed]
"""The workspaces of one state by their names."""
_Key = tuple[str, str]
"""The keyword, or the workspace, and the folded id of a declaration."""


def linked(old: Workspaces, new: Workspaces, parses: Parses) -> tuple[Link, ...]:
    """The workspaces that are about the same: by their names, by a file that is in both, by one
    that is gone here and came there, with the same content or the same journeys, and by a journey
    that went from a file that stays to another one.
    """
    if [*old] == [*new] and len(old) < 2:
        return tuple(Link(name, name) for name in old)
    search = _Search(_Files.of(old), _Files.of(new), parses)
    search.found.update({(name, name): 0 for name in old if name in new})
    search.same_paths()
    search.same_contents()
    search.same_declarations()
    search.same_journeys()
    return tuple(Link(*names, count) for names, count in search.found.items())


@dataclass(frozen=True, slots=True)
class Move:
    """A file that is gone, and the one that came in its place, by their paths from what was asked
    for.
    """

    old: str
    new: str


def moved(old: Workspaces, new: Workspaces, parses: Parses) -> tuple[Move, ...]:
    """The files that are elsewhere after a change, with the same content or the same journeys."""
    search = _Search(_Files.of(old), _Files.of(new), parses, thorough=True)
    search.same_contents()
    search.same_declarations()
    return tuple(search.moves)


@dataclass(frozen=True, slots=True)
class _Files:
    """The files of one state that were asked for, by their paths from there."""

    placed: Workspaces
    names: Mapping[str, str]
    """The workspace of each."""

    @classmethod
    def of(cls, placed: Workspaces) -> "_Files":
        return cls(placed, {path: name for name, one in placed.items() for path in one.asked})

    def prepare(self, paths: Iterable[str]) -> None:
        wanted: dict[str, list[str]] = defaultdict(list)
        for path in paths:
            name = self.names[path]
            wanted[name].append(self.placed[name].own(path))
        for name, own in wanted.items():
            self.placed[name].shelf.prepare(own)

    def content_id(self, path: str) -> str | None:
        one = self.placed[self.names[path]]
        return one.shelf.content_id(one.own(path))

    def content(self, path: str) -> bytes:
        one = self.placed[self.names[path]]
        return one.shelf.content(one.own(path))


@dataclass(slots=True)
class _Search:
    old: _Files
    new: _Files
    parses: Parses
    thorough: bool = False
    """Whether to look for files even if that links no other workspaces."""
    found: Counter[tuple[str, str]] = field(default_factory=Counter)
    """How many files two workspaces have in common, by their names before and after."""
    moves: list[Move] = field(default_factory=list)
    gone: dict[str, None] = field(init=False)
    came: dict[str, None] = field(init=False)

    def __post_init__(self) -> None:
        self.gone = {path: None for path in self.old.names if path not in self.new.names}
        self.came = {path: None for path in self.new.names if path not in self.old.names}

    def same_paths(self) -> None:
        for path, name in self.old.names.items():
            if path in self.new.names:
                self.found[name, self.new.names[path]] += 1

    def same_contents(self) -> None:
        """Links files that were moved as they are, those last that could be several."""
        if not self._may_find():
            return
        once, now = (
            _by(side.content_id, paths)
            for side, paths in ((self.old, self.gone), (self.new, self.came))
        )
        same = [one for one in now if one is not None and one in once]
        self.new.prepare(now[one][0] for one in same)
        for one in sorted(same, key=lambda one: len(once[one]) * len(now[one])):
            if self._declared(self.new, now[one][0]):
                self._share(once[one], now[one])

    def _share(self, once: Sequence[str], now: Sequence[str]) -> None:
        """Links files of one content, first those that stayed in a workspace of the same name."""
        homes = {self.old.names[path] for path in once}
        for path in sorted(now, key=lambda path: self.new.names[path] not in homes):
            left = [was for was in once if was in self.gone]
            if left:
                del self.gone[self._link(left, path)]

    def same_declarations(self) -> None:
        """Links files that declare a journey in common, or most of what they declare."""
        if not self._may_find():
            return
        self.old.prepare(self.gone)
        self.new.prepare(self.came)
        once = {path: self._declared(self.old, path) for path in self.gone}
        known: dict[_Key, list[str]] = defaultdict(list)
        for path, keys in once.items():
            for key in keys:
                known[key].append(path)
        for path in [*self.came]:
            keys = self._declared(self.new, path)
            near = dict.fromkeys(was for key in sorted(keys) for was in known.get(key, ()))
            alike = [was for was in near if _is_alike(once[was], keys)]
            if alike:
                self._link(alike, path)

    def same_journeys(self) -> None:
        """Links workspaces where a journey is gone from the one and came to the other, cut from a
        file or brought into one that both sides have.
        """
        once, now = self._differing(self.old, self.new), self._differing(self.new, self.old)
        if not self._are_new(once, now):
            return
        self.old.prepare(once)
        self.new.prepare(now)
        before, after = self._journeys(self.old, once), self._journeys(self.new, now)
        gone: dict[str, list[str]] = defaultdict(list)
        for name, key in (one for one in before if one not in after):
            gone[key].append(name)
        for name, key in (one for one in after if one not in before):
            for one in (key, *after[name, key]):
                self.found.update({(old, name): 0 for old in gone.get(one, ())})

    def _differing(self, side: _Files, other: _Files) -> list[str]:
        return [
            path
            for path in side.names
            if path not in other.names or side.content_id(path) != other.content_id(path)
        ]

    def _journeys(self, side: _Files, paths: Iterable[str]) -> dict[_Key, list[str]]:
        """The journeys of some files by the workspace and the id, each with the ids it had."""
        return {
            (side.names[path], key): [fold(one.was) for one in declarations if one.was]
            for path in paths
            for key, declarations in self._names(side, path).by_kind.get("journey", {}).items()
        }

    def _may_find(self) -> bool:
        """Whether what is gone and what came could link workspaces that are not linked yet."""
        if self.thorough:
            return bool(self.gone) and bool(self.came)
        return self._are_new(self.gone, self.came)

    def _are_new(self, once: Iterable[str], now: Iterable[str]) -> bool:
        """Whether the workspaces of some files before and after are not all linked yet."""
        before = {self.old.names[path] for path in once}
        after = {self.new.names[path] for path in now}
        return any((old, new) not in self.found for old in before for new in after)

    def _link(self, candidates: Sequence[str], path: str) -> str:
        """Says what a file was: one of a workspace of that name, else of that most came from."""
        there = self.new.names[path]
        name = path.rpartition("/")[2]

        def rank(old: str) -> tuple[bool, int, bool]:
            home = self.old.names[old]
            return home == there, self.found[home, there], old.rpartition("/")[2] == name

        likeliest = max(candidates, key=rank)
        self.found[self.old.names[likeliest], there] += 1
        self.moves.append(Move(likeliest, path))
        del self.came[path]
        return likeliest

    def _declared(self, side: _Files, path: str) -> frozenset[_Key]:
        return frozenset(_keys(self._names(side, path)))

    def _names(self, side: _Files, path: str) -> Names:
        content = side.content(path)
        parsed = self.parses.read("", content, digest_of(content)).parsed
        names = Names()
        collect(parsed.source, parsed.nodes, Document, names)
        return names


def _by(identify: Callable[[str], str | None], paths: Iterable[str]) -> dict[str | None, list[str]]:
    found: dict[str | None, list[str]] = defaultdict(list)
    for path in paths:
        found[identify(path)].append(path)
    return found


def _keys(names: Names) -> Iterator[_Key]:
    """What is declared, under the ids that it has and had."""
    for kind, by_id in names.by_kind.items():
        for key, declarations in by_id.items():
            yield kind, key
            yield from ((kind, fold(one.was)) for one in declarations if one.was)


def _is_alike(one: frozenset[_Key], other: frozenset[_Key]) -> bool:
    common = one & other
    return any(kind == "journey" for kind, _ in common) or (
        2 * len(common) >= max(len(one), len(other))
    )
