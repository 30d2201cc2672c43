"""From commit to commit, the oldest first: only what a commit changed is read and measured, with
what imports it.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace

from jmap import limits
from jmap.git import Repository, Revision, Tree
from jmap.git.advice import UNSHALLOW
from jmap.git.commits import Commit, Entry, history
from jmap.history.book import Book, opened
from jmap.history.figures import NOTHING, Figures
from jmap.history.line import Line, Point
from jmap.history.state import Measured, State, configured
from jmap.loading.kept import Kept, shelves
from jmap.paths import SUFFIX
from jmap.syntax.fold import fold

_BATCH = 64
"""How many commits are read at once."""
_NAMED = 5


class UnknownJourney(Exception):
    """A journey that there is not after the last commit; ``known`` are those that there are."""

    def __init__(self, name: str, known: Iterable[str]) -> None:
        super().__init__(name)
        self.known = tuple(known)


@dataclass(frozen=True, slots=True)
class Asked:
    """Which part of the history is asked for."""

    last: Revision
    since: Revision | None = None
    below: str = ""
    """A file or folder from the root of the repository."""
    most: int = 500
    journey: str = ""


def line_of(repository: Repository, asked: Asked) -> Line:
    """The commits that changed maps on a branch, the steps of its first parents, with what the maps
    came to after each. Raises ``GitFailed`` and ``UnknownJourney``.
    """
    found = history(
        repository,
        asked.last,
        asked.since,
        asked.below,
        which="first-parent",
        most=asked.most + 1,
    )
    walk = _Walk(repository, asked.below)
    entries = found.entries[: asked.most]
    walk.configure(repository.files(asked.last))
    complaints = tuple(told for state in walk.states.values() for told in state.complaints)
    steps: list[_Step] = []
    for batch in _batches(entries[::-1]):
        steps += walk.steps(found.read(batch))
    walk.book.close(walk.kept.names.found)
    points = _points(steps, asked.journey)
    return Line(
        points,
        _title(steps, asked.journey),
        _language(steps),
        UNSHALLOW if found.shallow else "",
        len(found.entries) > asked.most,
        complaints,
    )


@dataclass(frozen=True, slots=True)
class _Step:
    """All files after a commit."""

    commit: Commit
    files: tuple[Measured, ...]


def _batches(entries: Sequence[Entry]) -> Iterator[Sequence[Entry]]:
    for start in range(0, len(entries), _BATCH):
        yield entries[start : start + _BATCH]


@dataclass(slots=True)
class _Walk:
    repository: Repository
    below: str
    kept: Kept = field(init=False)
    book: Book = field(init=False)
    states: dict[str, State] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.kept = Kept(self.repository, forgiving=True)
        self.book = opened(str(self.repository.root or self.repository.folder))
        self.kept.names.found.update(self.book.imports)

    def configure(self, last: Tree) -> None:
        """Takes the settings of rules from a revision."""
        for shelf in shelves(self.kept, last, self.below):
            self.states[shelf.root] = configured(shelf, self.book)

    def steps(self, commits: Sequence[Commit]) -> list[_Step]:
        """The files after each of some commits, which follow those of the last call."""
        new = {
            changed.after
            for one in commits
            for changed in one.changed
            if changed.after
            and changed.path.endswith(SUFFIX)
            and not self.kept.names.known(changed.after)
        }
        self.kept.read(new, *(one.tree for one in commits))
        found = [_Step(one, tuple(self._files(one))) for one in commits]
        self.kept.forget(limits.WORKSPACE_BYTES)
        return found

    def _files(self, commit: Commit) -> Iterator[Measured]:
        for shelf in shelves(self.kept, commit.tree, self.below):
            state = self.states.get(shelf.root)
            if state is None:
                state = self.states[shelf.root] = configured(None, self.book)
            state.advance(shelf, commit.committed.date())
            yield from state.files.values()


@dataclass(frozen=True, slots=True)
class _Count:
    """What is counted after a commit."""

    figures: Figures
    broken: tuple[str, ...]
    """Those of the files that have errors."""


def _points(steps: Sequence[_Step], journey: str) -> tuple[Point, ...]:
    counts = _of_journey(steps, journey) if journey else [_of_all(one.files) for one in steps]
    before: list[Figures | None] = [None, *(one.figures for one in counts)]
    return tuple(
        Point(step.commit, now.figures, then, now.broken[:_NAMED])
        for step, now, then in zip(steps, counts, before, strict=False)
    )


def _of_all(files: Sequence[Measured]) -> _Count:
    figures = Figures(*map(sum, zip(*(one.total for one in files), strict=True)))
    return _Count(figures, _broken(files))


def _of_journey(steps: Sequence[_Step], name: str) -> list[_Count]:
    """The figures of one journey, under the ids that it had before as well; those of several
    workspaces that have it are added.
    """
    names = {fold(name): None}
    known = {id_ for one in _last(steps) for id_ in one.measurement.journeys}
    if known.isdisjoint(names):
        raise UnknownJourney(name, known)
    found: list[_Count] = []
    for step in reversed(steps):
        ids = {id_ for one in step.files for id_ in one.measurement.journeys}
        here = next((one for one in names if one in ids), "")
        files = [one for one in step.files if here in one.measurement.journeys]
        figures = sum((one.measurement.journeys[here] for one in files), NOTHING)
        broken = _broken(files)
        found.append(_Count(replace(figures, broken=len(broken)), broken))
        was = (one.measurement.was.get(here) for one in files)
        names |= {one: None for one in was if one}
    return found[::-1]


def _broken(files: Sequence[Measured]) -> tuple[str, ...]:
    return tuple(one.path for one in files if one.broken)


def _last(steps: Sequence[_Step]) -> tuple[Measured, ...]:
    return steps[-1].files if steps else ()


def _title(steps: Sequence[_Step], journey: str) -> str:
    key = fold(journey)
    titles = (one.measurement.titles for one in _last(steps))
    return next((one[key] for one in titles if key in one), "")


def _language(steps: Sequence[_Step]) -> str:
    found = Counter(lang for one in _last(steps) for lang in one.measurement.languages.values())
    return found.most_common(1)[0][0] if found else "en"
