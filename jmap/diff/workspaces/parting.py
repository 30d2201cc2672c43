"""Workspaces that are linked with several, parted into what is compared with what: each journey
with what it was, in whichever workspace it stood, and with what its workspace declares.
"""

import os
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from itertools import chain
from typing import Any

from jmap.diff.identity import former_key, keys_of
from jmap.diff.workspaces.declared import Declared, Listed
from jmap.loading import Loaded
from jmap.loading.clusters import Cluster
from jmap.model.journey import Journey

_JOURNEYS = "journeys"


@dataclass(frozen=True, slots=True)
class Pair:
    """What is compared: a workspace before and one after, or such parts of them as belong
    together; None where there is none.
    """

    old: str | None
    new: str | None
    before: Loaded
    after: Loaded


@dataclass(slots=True)
class Held:
    """The workspaces of one side by their names."""

    loaded: Mapping[str, Loaded]
    base: str = ""
    """From where the files of both sides have the same paths."""
    homes: dict[str, str] = field(init=False)
    """The workspace of each file."""

    def __post_init__(self) -> None:
        self.homes = {
            self._path(one.source.path): name
            for name, loaded in self.loaded.items()
            for one in loaded.parsed[: loaded.asked]
        }

    def file_of(self, name: str, part: Any) -> str | None:
        """The file that a part of a workspace was written in."""
        source = self.loaded[name].origins.source(part)
        return None if source is None else self._path(source.path)

    def _path(self, shown: str) -> str:
        return os.path.relpath(os.path.abspath(shown), self.base)


_Ends = tuple[str, str]
"""The names of two workspaces, before and after."""


@dataclass(frozen=True, slots=True)
class _One:
    """A journey of a workspace."""

    name: str
    key: str
    journey: Journey
    file: str | None


@dataclass(slots=True)
class Parting:
    """Parts workspaces that are linked with several into what is compared with each."""

    cluster: Cluster
    old: Held
    new: Held
    ends: tuple[_Ends, ...] = field(init=False)
    journeys: dict[_Ends, tuple[list[Journey], list[Journey]]] = field(init=False)
    homes_before: dict[str, str] = field(init=False)
    """Where most of each new workspace was."""
    homes_after: dict[str, str] = field(init=False)
    """Where most of each old one is."""
    _listed: dict[tuple[int, str, str], Listed] = field(default_factory=dict)
    _kept: dict[tuple[str, str], frozenset[str]] = field(default_factory=dict)
    _had: dict[tuple[str, str], frozenset[str]] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.homes_before, self.homes_after = self.cluster.homes_before, self.cluster.homes_after
        # What is told of one workspace as it is now is told together.
        links = sorted(self.cluster.links, key=lambda link: (link.new, link.new != link.old))
        self.ends = tuple((link.old, link.new) for link in links)
        self.journeys = {ends: ([], []) for ends in self.ends}
        self._share_journeys()

    def pairs(self) -> Iterator[Pair]:
        """What is compared, workspace by workspace as they are now."""
        for ends in self.ends:
            old, new = self.old.loaded[ends[0]], self.new.loaded[ends[1]]
            before, after = Declared(self, ends).sides()
            before[_JOURNEYS], after[_JOURNEYS] = map(tuple, self.journeys[ends])
            yield Pair(
                *ends,
                replace(old, workspace=old.workspace.model_copy(update=before)),
                replace(new, workspace=new.workspace.model_copy(update=after)),
            )

    def before(self, old: str, name: str) -> Listed:
        """What an old workspace declares in one of its fields."""
        return self._of(0, old, name)

    def after(self, new: str, name: str) -> Listed:
        """What a new one does."""
        return self._of(1, new, name)

    def had(self, new: str, name: str) -> frozenset[str]:
        """The keys of what the old workspaces declared that a new one came from."""
        if (new, name) not in self._had:
            olds = [self.before(old, name) for old, now in self.ends if now == new]
            self._had[new, name] = frozenset(chain.from_iterable(one.parts for one in olds))
        return self._had[new, name]

    def kept(self, old: str, name: str) -> frozenset[str]:
        """The keys, and the former ones, of what the new workspaces declare that an old one went
        to; without what such a one had from elsewhere.
        """
        if (old, name) not in self._kept:
            news = [now for was, now in self.ends if was == old]
            self._kept[old, name] = frozenset(
                chain.from_iterable(self._from(old, new, name) for new in news)
            )
        return self._kept[old, name]

    def _from(self, old: str, new: str, name: str) -> frozenset[str]:
        home, known = self.homes_before[new], self.after(new, name).known
        return known if home == old else known.difference(self.before(home, name).parts)

    def _of(self, at: int, workspace: str, name: str) -> Listed:
        key = (at, workspace, name)
        if key not in self._listed:
            loaded = (self.old, self.new)[at].loaded[workspace]
            self._listed[key] = Listed.of(getattr(loaded.workspace, name))
        return self._listed[key]

    def is_home(self, ends: _Ends) -> bool:
        """Whether a workspace came from the other for the most part, and went there as well."""
        return self.came_from(ends) and self.went_to(ends)

    def came_from(self, ends: _Ends) -> bool:
        """Whether most of the new workspace was in the old one."""
        return self.homes_before[ends[1]] == ends[0]

    def went_to(self, ends: _Ends) -> bool:
        """Whether most of the old workspace is in the new one."""
        return self.homes_after[ends[0]] == ends[1]

    def _share_journeys(self) -> None:
        """Brings every journey into one pair: with what it was, else where its file is."""
        before, after = ([*_journeys(side)] for side in (self.old, self.new))
        pairing = self._paired(before, after)
        for at, one in enumerate(before):
            now = pairing.get(at)
            ends = self._gone_to(one) if now is None else (one.name, after[now].name)
            self.journeys[ends][0].append(one.journey)
        since = {now: at for at, now in pairing.items()}
        for at, one in enumerate(after):
            was = since.get(at)
            ends = self._come_from(one) if was is None else (before[was].name, one.name)
            self.journeys[ends][1].append(one.journey)

    def _paired(self, before: list[_One], after: list[_One]) -> dict[int, int]:
        """Which journey is which one now: of several of a name, the one in the same file."""
        known: dict[str, list[int]] = {}
        for at, one in enumerate(before):
            known.setdefault(one.key, []).append(at)
        found = [
            (self._nearness(before[at], one, key), at, now)
            for now, one in enumerate(after)
            for key in dict.fromkeys((one.key, former_key(one.journey)))
            for at in known.get(key or "", ())
            if (before[at].name, one.name) in self.journeys
        ]
        pairs: dict[int, int] = {}
        taken: set[int] = set()
        for _, at, now in sorted(found, key=lambda each: each[0], reverse=True):
            if at not in pairs and now not in taken:
                pairs[at] = now
                taken.add(now)
        return pairs

    def _nearness(self, one: _One, other: _One, key: str | None) -> tuple[bool, ...]:
        ends = (one.name, other.name)
        return (
            other.key == key,
            one.file is not None and one.file == other.file,
            self.is_home(ends),
            self.came_from(ends) or self.went_to(ends),
        )

    def _gone_to(self, one: _One) -> _Ends:
        """Where a journey would be now: where its file is, else where most of its workspace is."""
        ends = (one.name, self.new.homes.get(one.file or "", self.homes_after[one.name]))
        return ends if ends in self.journeys else (one.name, self.homes_after[one.name])

    def _come_from(self, one: _One) -> _Ends:
        """Where a journey would have been."""
        ends = (self.old.homes.get(one.file or "", self.homes_before[one.name]), one.name)
        return ends if ends in self.journeys else (self.homes_before[one.name], one.name)


def _journeys(side: Held) -> Iterator[_One]:
    for name, loaded in side.loaded.items():
        listed = loaded.workspace.journeys
        for key, journey in zip(keys_of(listed), listed, strict=True):
            yield _One(name, key, journey, side.file_of(name, journey))
