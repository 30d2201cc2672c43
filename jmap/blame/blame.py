"""Who said what about a part: its facts as they are now, each with the commit that set it."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from jmap.blame.address import Found, NotFound, Several, find, listed, part_at, tokens_of
from jmap.blame.facts import Fact, facts_of, own_line
from jmap.blame.search import Search, Setting
from jmap.blame.state import State, is_readable
from jmap.blame.states import States, mentions
from jmap.diff.change import Address
from jmap.files import Unreadable, read_bytes
from jmap.git import GitFailed, Repository
from jmap.git.commits import Commit, Entry, history
from jmap.loading import Loaded, load_group
from jmap.loading.kept import Kept
from jmap.model.journey import Journey
from jmap.model.workspace import Workspace
from jmap.paths import Group, grouped
from jmap.syntax.fold import fold
from jmap.syntax.words import words
from jmap.views.language import language_of, printed_language


@dataclass(frozen=True, slots=True, eq=False)
class Blamed:
    """A fact, and who set it."""

    fact: Fact
    setting: Setting
    base: str = ""
    """The journey that it is taken over from, where that is another one."""


@dataclass(frozen=True, slots=True, eq=False)
class Blame:
    """The facts of a part with the commits that set them."""

    found: Found
    facts: tuple[Blamed, ...]
    language: str
    """The language of the map, in which facts are written."""
    passed_over: tuple[Commit, ...] = ()
    """The commits whose maps could not be read, the newest first."""

    @property
    def commits(self) -> tuple[Commit, ...]:
        """The commits of the facts, the newest first."""
        found = {
            one.setting.commit.id: one.setting.commit for one in self.facts if one.setting.commit
        }
        return tuple(sorted(found.values(), key=lambda one: one.authored, reverse=True))

    @property
    def cut(self) -> bool:
        """Whether some facts may be older than this shallow clone knows."""
        return any(one.cut for one in self.commits)


class Unsound(Exception):
    """The files that a part stands in have errors."""

    def __init__(self, loaded: Sequence[Loaded]) -> None:
        super().__init__("the maps have errors")
        self.loaded = tuple(loaded)


@dataclass(frozen=True, slots=True)
class Question:
    """What is asked: which part, where, and as of when."""

    address: str
    path: Path
    revision: str = ""
    """Empty for the working tree."""
    everything: bool = False
    """With the stages and touchpoints of a journey or stage."""


def blame(question: Question) -> Blame:
    """Which commit set each fact of a part.

    Raises ``GitFailed`` where git has no answer, ``NotFound`` for an address that means no part,
    ``Unsound`` for files with errors.
    """
    repository = Repository.holding(question.path)
    last = repository.resolve(question.revision or "HEAD")
    known = history(repository, last)
    states = States(Kept(repository))
    commit = None
    if question.revision:
        entry = next(
            (one for one in known.entries if one.id == last.commit), Entry(last.commit, ())
        )
        commit = known.read((entry,))[0]
        below = repository.below(question.path) if repository.root else ""
        newest = _kept(states, commit, below, question.address)
    else:
        newest = _lying(question.path, repository, question.address)
    return _searched(question, newest, commit, Search(known, states, ""))


def _searched(
    question: Question, newest: "_Newest", commit: Commit | None, search: Search
) -> Blame:
    found, state = newest.found, newest.state
    language = _language(found.address, state.workspace)
    search.language = language
    facts = tuple(facts_of(found, language, everything=question.everything))
    origins = [_original(one, state.workspace) for one in facts]
    search.follow(origins, state, commit)
    blamed = tuple(
        Blamed(fact, search.settings.get(at, Setting()), _base(fact, origins[at]))
        for at, fact in enumerate(facts)
    )
    return Blame(found, blamed, language, tuple(search.skipped()))


@dataclass(frozen=True, slots=True, eq=False)
class _Newest:
    """The part, and the state that it is found in."""

    found: Found
    state: State


def _kept(states: States, commit: Commit, below: str, address: str) -> _Newest:
    likely = states.whole(commit, below, _names(address))
    try:
        return _chosen(likely, address)
    except (NotFound, Unsound):
        return _chosen(states.whole(commit, below), address)


def _lying(path: Path, repository: Repository, address: str) -> _Newest:
    """The part in the working tree."""
    groups = grouped((path,))
    likely = [Group(one.root, list(_mentioning(one.files, _names(address)))) for one in groups]
    try:
        return _chosen([_read(one, repository) for one in likely if one.files], address)
    except (NotFound, Unsound):
        return _chosen([_read(one, repository) for one in groups], address)


def _mentioning(files: Sequence[Path], names: frozenset[str]) -> Iterator[Path]:
    for file in files:
        try:
            if mentions(read_bytes(file), names):
                yield file
        except Unreadable:
            yield file  # loading says what is wrong with it


def _read(group: Group, repository: Repository) -> State:
    def path_of(shown: str) -> str:
        try:
            return repository.below(Path(shown))
        except GitFailed:
            return ""

    def content(path: str) -> bytes | None:
        try:
            return read_bytes(Path(repository.root or "", path))
        except Unreadable:
            return None

    return State(load_group(group), path_of, content, path_of(str(group.root)))


def _chosen(states: Sequence[State], address: str) -> _Newest:
    try:
        found = find([one.workspace for one in states], address)
    except Several as error:
        raise _told_apart(error, states) from None
    holding = [one for one in states if part_at(one.workspace, found.address) is not None]
    state = next(one for one in holding if part_at(one.workspace, found.address) is found.part)
    if not is_readable(
        state.loaded, {found.address[0]: part_at(state.workspace, found.address[:1])}
    ):
        raise Unsound([state.loaded])
    return _Newest(found, state)


def _told_apart(several: Several, states: Sequence[State]) -> NotFound:
    """That an address means several parts, and by what they differ: else by their files."""
    if len({one.said for one in several.found}) == len(several.found):
        return several
    known = [one.loaded.origins for one in states]
    files = [
        source.path
        for one in several.found
        for source in (origins.source(one.part) for origins in known)
        if source is not None
    ]
    return NotFound(str(several), f"say where, with --path: {listed(dict.fromkeys(files))}")


def _names(address: str) -> frozenset[str]:
    """The ids that the file of a part holds: the first and the last of its address."""
    tokens = tokens_of(address)
    return frozenset(token.key.strip('"') for token in (*tokens[:1], *tokens[-1:]))


def _language(address: Address, workspace: Workspace) -> str:
    journey = part_at(workspace, address[:1])
    if not isinstance(journey, Journey):
        journey = next(iter(workspace.journeys), None)
    language = printed_language(language_of(journey)) if journey else "en"
    return language if language in words().languages else "en"


def _original(fact: Fact, workspace: Workspace) -> Fact:
    """A fact that a variant took over as that of its base, or of the base of that."""
    first, *rest = fact.address
    journeys = {fold(one.id): one for one in workspace.journeys}
    seen: set[str] = set()
    while first.field == "journeys" and first.key in journeys and first.key not in seen:
        seen.add(first.key)
        base = journeys[first.key].extends
        if not base:
            break
        further = replace(fact, address=(first._replace(key=fold(base)), *rest))
        if not _says(workspace, further, part_at(workspace, fact.address)):
            break
        fact, first = further, further.address[0]
    return fact


def _says(workspace: Workspace, fact: Fact, mine: object) -> bool:
    """Whether a part of a base says what a variant says."""
    part = part_at(workspace, fact.address)
    if part is None or (len(fact.address) < 2 and not fact.field):
        return False
    if not fact.field:
        return own_line(part, "en") == own_line(mine, "en")
    value = getattr(part, fact.field)
    return fact.value in value if isinstance(value, tuple) else bool(value == fact.value)


def _base(fact: Fact, origin: Fact) -> str:
    key = origin.address[0].key
    return key if key != fact.address[0].key else ""
