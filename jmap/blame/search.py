"""The search for the commits that set the facts of a part, from the newest to the oldest."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any

from jmap.blame.facts import Fact
from jmap.blame.passing import Passing
from jmap.blame.renames import Renames
from jmap.blame.state import Roots, State
from jmap.blame.states import States, mentions
from jmap.diff.change import Address, Change
from jmap.diff.identity import key_of
from jmap.git.commits import Commit, Entry, History
from jmap.model.workspace import Workspace

_PORTIONS = (4, 16, 64)
"""How many commits are read at once: few where the newest explain everything."""


@dataclass(frozen=True, slots=True, eq=False)
class Setting:
    """Who said a fact first."""

    commit: Commit | None = None
    """None for what is in no commit yet."""
    replaced: tuple[str, ...] = ()
    """The lines that it took the place of."""


@dataclass(frozen=True, slots=True, eq=False)
class _Trace:
    """A fact on its way back: what it is at one commit."""

    fact: int
    address: Address
    field: str
    value: Any


@dataclass(slots=True)
class Search:
    """Follows facts through a history."""

    history: History
    states: States
    language: str
    passed_over: list[str] = field(default_factory=list)
    """The commits whose maps could not be read."""
    settings: dict[int, Setting] = field(default_factory=dict)
    """By the number of the fact."""
    _waiting: dict[str, list[_Trace]] = field(default_factory=lambda: defaultdict(list))
    _state: dict[str, State] = field(default_factory=dict)
    _commits: dict[str, Commit] = field(default_factory=dict)
    _entries: dict[str, Entry] = field(default_factory=dict)
    _place: dict[str, int] = field(default_factory=dict)
    _portion: int = 0

    def __post_init__(self) -> None:
        self._entries = {one.id: one for one in self.history.entries}
        self._place = {one.id: at for at, one in enumerate(self.history.entries)}

    def follow(self, facts: Sequence[Fact], newest: State, commit: Commit | None) -> None:
        """Looks for the setting of each fact of the newest state: of a commit, or, without one, of
        the working tree.
        """
        traces = [_Trace(at, one.address, one.field, one.value) for at, one in enumerate(facts)]
        parents = commit.parents if commit and commit.id in self._entries else self._heads()
        self._pass(traces, newest, commit, parents)
        for entry in self.history.entries:
            if not self._waiting:
                return
            waiting = self._waiting.pop(entry.id, None)
            if waiting:
                state = self._state.pop(entry.id)
                self._pass(waiting, state, self._commit(entry.id), entry.parents)

    def skipped(self) -> tuple[Commit, ...]:
        """The commits that were passed over because their maps have errors, the newest first."""
        return tuple(map(self._commit, sorted(self.passed_over, key=self._place.__getitem__)))

    def _heads(self) -> tuple[str, ...]:
        """The commits that nothing in the history follows."""
        followed = {parent for one in self.history.entries for parent in one.parents}
        return tuple(one.id for one in self.history.entries if one.id not in followed)

    def _pass(
        self,
        traces: list[_Trace],
        state: State,
        commit: Commit | None,
        parents: tuple[str, ...],
    ) -> None:
        """Hands facts on to the parents that say them; what none says was set here."""
        said_before: dict[int, tuple[str, ...]] = {}
        for parent in self._readable(parents, state, traces):
            if not traces:
                return
            before = self._state[parent]
            if before.loaded is state.loaded:
                self._waiting[parent] += traces
                return
            traces = list(self._kept_back(traces, parent, state, said_before))
            if not self._waiting.get(parent):
                self._state.pop(parent, None)
        for trace in traces:
            self.settings[trace.fact] = Setting(commit, said_before.get(trace.fact, ()))

    def _kept_back(
        self,
        traces: list[_Trace],
        parent: str,
        state: State,
        said_before: dict[int, tuple[str, ...]],
    ) -> Iterator[_Trace]:
        """What the parent does not say, with what it says in its place."""
        before = self._state[parent]
        sides = _side_by_side(before, state, _roots(traces))
        passing = Passing(*sides, Renames(state.workspace))
        for trace in traces:
            place = passing.place(trace.address)
            change = passing.change(trace.address, trace.field, trace.value) if place else None
            if place and change is None:
                value = passing.former(trace.address, trace.field, trace.value)
                self._waiting[parent].append(_Trace(trace.fact, place, trace.field, value))
                continue
            if change is not None:
                said_before.setdefault(trace.fact, self._replaced(passing, trace, change))
            yield trace

    def _replaced(self, passing: Passing, trace: _Trace, change: Change) -> tuple[str, ...]:
        return passing.replaced(trace.address, change, self.language)

    def _readable(
        self, parents: tuple[str, ...], state: State, traces: list[_Trace]
    ) -> Iterator[str]:
        """The parents; in place of one whose maps have errors, its own."""
        waiting, seen = list(parents), set(parents)
        while waiting:
            parent = waiting.pop(0)
            if parent not in self._entries:
                continue
            if self._known(parent, state, traces):
                yield parent
                continue
            if parent not in self.passed_over:
                self.passed_over.append(parent)
            further = [one for one in self._entries[parent].parents if one not in seen]
            seen.update(further)
            waiting = [*further, *waiting]

    def _known(self, parent: str, child: State, traces: list[_Trace]) -> bool:
        """Whether the state of a commit is there or can be read."""
        commit, roots = self._commit(parent, child), _roots(traces)
        known = self._state.get(parent)
        if known is not None and self._is_enough(known, child, traces):
            return True
        waiting = self._waiting.get(parent, [])
        found = None
        if not waiting:
            addresses = _outermost(traces)
            found = self.states.same(child, commit)
            found = found or self.states.untouched(child, commit, addresses)
        if found is None:
            found = self.states.before(commit, child, roots | _roots(waiting))
        if found is not None:
            self._state[parent] = found
        return found is not None

    def _is_enough(self, known: State, child: State, traces: list[_Trace]) -> bool:
        """Whether a state that was read for another child will do for this one."""
        if known.covered and known.loaded is not child.loaded:
            return False
        roots = _roots(traces)
        return len(known.found(child.names(roots))) >= len(child.found(roots))

    def _commit(self, name: str, child: State | None = None) -> Commit:
        if name not in self._commits:
            start = self._place[name]
            size = _PORTIONS[min(self._portion, len(_PORTIONS) - 1)]
            self._portion += 1
            self._read(self.history.entries[start : start + size], child)
        return self._commits[name]

    def _read(self, entries: Sequence[Entry], child: State | None) -> None:
        found = self.history.read(entries)
        self._commits |= {one.id: one for one in found}
        if child is not None:
            self.states.expect(child, found)


def _roots(traces: list[_Trace]) -> Roots:
    return frozenset(trace.address[0] for trace in traces)


def _outermost(traces: list[_Trace]) -> frozenset[Address]:
    """The places of the facts, without those that lie in others."""
    places = {trace.address for trace in traces}
    return frozenset(
        one for one in places if not any(one[:size] in places for size in range(1, len(one)))
    )


def _side_by_side(before: State, after: State, roots: Roots) -> tuple[Workspace, Workspace]:
    """Two workspaces of the declarations that are followed and of what they may have been."""
    followed = after.found(roots)
    old: dict[str, tuple[Any, ...]] = {}
    new: dict[str, tuple[Any, ...]] = {}
    names = after.names(roots)
    for name in {root.field for root in roots}:
        mine = [part for root, part in followed.items() if root.field == name]
        known = [part for root, part in before.found(names).items() if root.field == name]
        if len(known) < len(mine):
            known += [one for one in _gone(before, after, name) if one not in known]
        old[name], new[name] = tuple(known), tuple(mine)
    return Workspace.built(old), Workspace.built(new)


def _gone(before: State, after: State, name: str) -> Iterator[Any]:
    """The declarations that are not there any more: one of them may have another id now."""
    there = after.parts(name)
    for key, part in before.parts(name).items():
        content = after.content(before.holder(part))
        if key not in there and not (content and mentions(content, [key_of(part)])):
            yield part
