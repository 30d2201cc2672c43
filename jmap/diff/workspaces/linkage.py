"""Workspaces of two states that hang together, and which of them came from which."""

import os
from collections.abc import Mapping
from dataclasses import dataclass, field
from itertools import chain
from typing import Any

from jmap.diff.identity import former_key
from jmap.diff.listed import by_key
from jmap.loading import Loaded
from jmap.loading.clusters import Cluster

Ends = tuple[str, str]
"""The names of two workspaces, before and after."""


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


@dataclass(frozen=True, slots=True)
class Listed:
    """What a workspace declares of a kind, by its keys."""

    parts: Mapping[str, Any]
    known: frozenset[str]
    """The keys, and those that they had."""

    @classmethod
    def of(cls, listed: tuple[Any, ...]) -> "Listed":
        """By what it declares."""
        parts = by_key(listed)
        former = (former_key(one) for one in listed)
        return cls(parts, frozenset((*parts, *(one for one in former if one))))

    def has(self, key: str, part: Any) -> bool:
        """Whether something is declared here under the key of a part, or the one that it had."""
        return key in self.parts or former_key(part) in self.parts


@dataclass(slots=True)
class Linkage:
    """Workspaces of two states, some of which are linked with several."""

    cluster: Cluster
    old: Held
    new: Held
    ends: tuple[Ends, ...] = field(init=False)
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

    def is_home(self, ends: Ends) -> bool:
        """Whether a workspace came from the other for the most part, and went there as well."""
        return self.came_from(ends) and self.went_to(ends)

    def came_from(self, ends: Ends) -> bool:
        """Whether most of the new workspace was in the old one."""
        return self.homes_before[ends[1]] == ends[0]

    def went_to(self, ends: Ends) -> bool:
        """Whether most of the old workspace is in the new one."""
        return self.homes_after[ends[0]] == ends[1]
