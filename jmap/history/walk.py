"""From commit to commit, the oldest first: only what a commit changed is read and measured, with
what imports it.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace

from jmap import limits
from jmap.git import Repository, Revision
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
    for one in found.read(entries[:1]):
        walk.configure(one)
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
        more=len(found.entries) > asked.most,
    )


@dataclass(frozen=True, slots=True)
class _Step:
    """All files after a commit."""

    commit: Commit
    files: tuple[Measured, ...]

    def journeys(self) -> Iterator[Measured]:
        return (one for one in self.files if one.measurement.journeys)


def _batches(entries: Sequence[Entry]) -> Iterator[Sequence[Entry]]:
    for start in range(0, len(entries), _BATCH):
        yield entries[start : start + _BATCH]


@dataclass(slots=True)
class _Walk:
    repository: Repository
    below: str
    kept: Kept = field(init=False)
    book: Book = field(init=False)
    _states: dict[str, State] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.kept = Kept(self.repository, forgiving=True)
        self.book = opened(str(self.repository.root or self.repository.folder))
        self.kept.names.found.update(self.book.imports)

    def configure(self, last: Commit) -> None:
        """Takes the settings of rules from a commit."""
        for shelf in shelves(self.kept, last.tree, self.below):
            self._states[shelf.root] = configured(shelf, self.book)

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
            state = self._states.get(shelf.root)
            if state is None:
                state = self._states[shelf.root] = configured(None, self.book)
            state.advance(shelf, commit.committed.date())
            yield from state.files.values()


def _points(steps: Sequence[_Step], journey: str) -> tuple[Point, ...]:
    figures = _of_journey(steps, journey) if journey else [_sum(one.files) for one in steps]
    broken = [tuple(one.path for one in step.files if one.broken)[:_NAMED] for step in steps]
    before: list[Figures | None] = [None, *figures]
    return tuple(
        Point(step.commit, now, then, names)
        for step, now, then, names in zip(steps, figures, before, broken, strict=False)
    )


def _sum(files: Sequence[Measured]) -> Figures:
    return Figures(*map(sum, zip(*(one.total for one in files), strict=True)))


def _of_journey(steps: Sequence[_Step], name: str) -> list[Figures]:
    """The figures of one journey, under the ids that it had before as well."""
    key = fold(name)
    known = {key for last in steps[-1:] for file in last.journeys() for key in _keys(file)}
    if key not in known:
        raise UnknownJourney(name, known)
    names = {key: None}
    found: list[Figures] = []
    for step in reversed(steps):
        files = {key: file for file in step.journeys() for key in _keys(file)}
        here = next((name for name in names if name in files), None)
        if here is None:
            found.append(NOTHING)
            continue
        file = files[here]
        found.append(replace(file.measurement.journeys[here], broken=int(file.broken)))
        if here in file.measurement.was:
            names[file.measurement.was[here]] = None
    return found[::-1]


def _keys(file: Measured) -> Iterable[str]:
    return file.measurement.journeys


def _title(steps: Sequence[_Step], journey: str) -> str:
    titles = (one.measurement.titles for step in steps[-1:] for one in step.journeys())
    key = fold(journey)
    return next((one[key] for one in titles if key in one), "") if journey else ""


def _language(steps: Sequence[_Step]) -> str:
    found: Counter[str] = Counter()
    for step in steps[-1:]:
        for one in step.journeys():
            found.update(one.measurement.languages.values())
    return found.most_common(1)[0][0] if found else "en"
