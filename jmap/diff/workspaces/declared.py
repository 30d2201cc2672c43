"""What two workspaces declare, as far as one comparison of several is about it."""

from collections.abc import Iterator
from dataclasses import dataclass, fields, is_dataclass
from itertools import chain
from typing import Any

from jmap.diff.identity import former_key
from jmap.diff.shape import part_lines
from jmap.diff.workspaces.journeys import Journeys
from jmap.diff.workspaces.linkage import Ends, Linkage
from jmap.model.statement import Statement
from jmap.model.workspace import Workspace
from jmap.syntax.fold import fold

_JOURNEYS = "journeys"


@dataclass(slots=True)
class Declared:
    """What two workspaces declare, as far as it is compared in their pair. What is told in another
    pair stands unchanged on both sides of this one, so that references to it keep their meaning.
    """

    linkage: Linkage
    ends: Ends
    journeys: Journeys
    _said: frozenset[str] | None = None

    def sides(self) -> tuple[dict[str, Any], dict[str, Any]]:
        """The fields of the workspace before, and of the one after."""
        before: dict[str, Any] = {}
        after: dict[str, Any] = {}
        for line in part_lines(self.linkage.old.loaded[self.ends[0]].workspace):
            if line.name != _JOURNEYS:
                before[line.name], after[line.name] = self._parts(line.name)
        return before, after

    def _parts(self, name: str) -> tuple[tuple[Any, ...], tuple[Any, ...]]:
        mine, theirs = (
            self.linkage.before(self.ends[0], name),
            self.linkage.after(self.ends[1], name),
        )
        once = {key: part for key, part in mine.parts.items() if key not in theirs.known}
        now = {key: part for key, part in theirs.parts.items() if not mine.has(key, part)}
        leaving = [part for key, part in once.items() if not self._is_gone(key, name)]
        coming = [part for key, part in now.items() if not self._is_new(key, part, name)]
        hidden = {
            key for key in mine.parts if key in theirs.known and not self._is_compared(key, name)
        }
        before = [part for key, part in mine.parts.items() if key not in hidden]
        after = [
            part
            for key, part in theirs.parts.items()
            if key not in hidden and former_key(part) not in hidden
        ]
        return (*before, *coming), (*after, *leaving)

    def _is_gone(self, key: str, name: str) -> bool:
        """Whether this pair tells that something is declared no more, nowhere where it went to."""
        return self.linkage.went_to(self.ends) and key not in self.linkage.kept(self.ends[0], name)

    def _is_new(self, key: str, part: Any, name: str) -> bool:
        """Whether this pair tells that something is declared that was not, nowhere it came from."""
        return self.linkage.came_from(self.ends) and self.linkage.had(
            self.ends[1], name
        ).isdisjoint((key, former_key(part)))

    def _is_compared(self, key: str, name: str) -> bool:
        """Whether no other pair tells what changed about something that both declare, or a journey
        of this one relies on it.
        """
        linkage = self.linkage
        if linkage.came_from(self.ends) or linkage.went_to(self.ends):
            return True
        now, once = linkage.homes_after[self.ends[0]], linkage.homes_before[self.ends[1]]
        told = key in linkage.after(now, name).known and key in linkage.before(once, name).parts
        return not told or key in self._words()

    def _words(self) -> frozenset[str]:
        """Every word that the journeys of the pair say, and what they rely on in turn."""
        if self._said is None:
            told = (*self.journeys.before, *self.journeys.after)
            found = set(chain.from_iterable(map(_texts, told)))
            old, new = self.linkage.old.loaded[self.ends[0]], self.linkage.new.loaded[self.ends[1]]
            waiting = [*_declared(old.workspace), *_declared(new.workspace)]
            while named := [one for one in waiting if fold(one.id) in found]:
                waiting = [one for one in waiting if fold(one.id) not in found]
                found.update(chain.from_iterable(map(_texts, named)))
            self._said = frozenset(found)
        return self._said


def _declared(workspace: Workspace) -> Iterator[Any]:
    for line in part_lines(workspace):
        if line.name != _JOURNEYS:
            yield from getattr(workspace, line.name)


def _texts(value: Any) -> Iterator[str]:
    if isinstance(value, str):
        yield fold(value)
    elif isinstance(value, tuple):
        for one in value:
            yield from _texts(one)
    elif isinstance(value, Statement):
        for name in type(value).model_fields:
            yield from _texts(getattr(value, name))
    elif is_dataclass(value):
        for each in fields(value):
            yield from _texts(getattr(value, each.name))
