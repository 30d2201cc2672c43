"""Reads the maps as they were at a commit: of all files only those that hold what is followed, and
what they import.
"""

import posixpath
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from jmap.blame.state import Roots, State, is_readable
from jmap.blame.untouched import Stretch, shifted, stretches_of
from jmap.diff.change import Address
from jmap.encoding import decode
from jmap.git.commits import Commit
from jmap.git.objects import Folder, differing
from jmap.limits import WORKSPACE_BYTES
from jmap.loading import Loaded, load_group
from jmap.loading.kept import Kept
from jmap.model.workspace import Workspace
from jmap.paths import CONFIG, SUFFIX, Group, folders_of, is_found, shown_path
from jmap.syntax.fold import fold

_HOME = "history:"
"""As if every commit lay in one folder of this name: equal files have equal names then."""
_AT_ONCE = 16
"""Of how many commits the files are read by one git."""
_FEW = 20
"""Among how many files none is searched for an id before it is read."""


def blob_at(folder: Folder, path: str) -> str:
    """The object at a path of a commit; empty where there is none."""
    *above, name = path.split("/")
    for one in above:
        if one not in folder.folders:
            return ""
        folder = folder.folders[one]
    return folder.files.get(name, "")


def _shown_home() -> str:
    return f"{shown_path(Path.cwd() / _HOME)}/"


def mentions(content: bytes, names: Iterable[str]) -> bool:
    """Whether one of some ids may stand in a file: true wherever it does."""
    text = fold(decode("", content).source.text)
    return any(name in text for name in names)


@dataclass(slots=True)
class States:
    """The states of commits; each content is parsed once."""

    kept: Kept

    def same(self, child: State, commit: Commit) -> State | None:
        """The state at a commit that has all files from which a child's was read; else none."""
        known = child.blobs.items()
        if not known or any(blob_at(commit.folder, path) != blob for path, blob in known):
            return None
        return child.at(commit.folder, self._content_of(commit))

    def untouched(
        self, child: State, commit: Commit, addresses: frozenset[Address]
    ) -> State | None:
        """The state at a commit in which other lines than those of some parts differ from a
        child's; none where that is not plain.
        """
        blobs = {path: blob_at(commit.folder, path) for path in child.blobs}
        if not blobs or not all(blobs.values()):
            return None
        stretches: tuple[Stretch, ...] | None = child.stretches
        if not child.covered:
            stretches = stretches_of(child.loaded, addresses)
        elif not addresses <= child.covered:
            return None
        for path, blob in child.blobs.items():
            if stretches is None:
                return None
            if blobs[path] != blob:
                sides = (self.kept.content(blobs[path]), self.kept.content(blob))
                stretches = shifted(stretches, f"{_shown_home()}{path}", *sides)
        if stretches is None:
            return None
        same = child.at(commit.folder, self._content_of(commit))
        return replace(same, blobs=blobs, stretches=stretches, covered=child.covered or addresses)

    def expect(self, child: State, commits: Sequence[Commit]) -> None:
        """Fetches at once what the states of some commits will probably be read from."""
        self.kept.forget(WORKSPACE_BYTES)
        for start in range(0, len(commits), _AT_ONCE):
            portion = commits[start : start + _AT_ONCE]
            self.kept.read(_blobs(child, portion), *(one.tree for one in portion))

    def whole(self, commit: Commit, below: str, names: Iterable[str] = ()) -> list[State]:
        """The workspaces of a commit below a path: of the files that may hold some names, or of
        all.
        """
        paths = [path for path, _ in commit.folder.paths() if is_found(path, below)]
        return list(self._read(commit, self._mentioning(commit, paths, frozenset(names))))

    def before(self, commit: Commit, child: State, roots: Roots) -> State | None:
        """The state at a commit from which that of a child came; none where its files cannot be
        read.
        """
        names, followed = child.names(roots), len(child.found(roots))
        near = [path for path in child.holders(roots) if blob_at(commit.folder, path)]
        found = self._likeliest(commit, near, names)
        if found is None or len(found.found(names)) >= followed:
            return found
        found = self._likeliest(commit, [*near, *self._others(commit, child, names)], names)
        if found is None or found.found(names):
            return found
        # Unless it was told twice for a while, which no map may do.
        twice = self._likeliest(commit, self._told_elsewhere(commit, child, names), names)
        return twice if twice is not None and twice.found(names) else found

    def _others(self, commit: Commit, child: State, names: Roots) -> list[str]:
        """The files that may hold what the child's files held no longer: others now, or gone."""
        keys = _keys(names)
        paths = [
            path
            for path, old, _ in differing(commit.folder, child.folder)
            if old and path.endswith(SUFFIX) and path not in child.holders(names)
        ]
        likely = self._mentioning(commit, paths, keys) if len(paths) > _FEW else paths
        return [path for path in likely if not mentions(child.content(path) or b"", keys)]

    def _told_elsewhere(self, commit: Commit, child: State, names: Roots) -> list[str]:
        """The files of the same workspace that may hold what is followed."""
        paths = [
            path
            for path, _ in commit.folder.paths()
            if path.endswith(SUFFIX) and _root_of(commit.folder, path) == child.home
        ]
        return self._mentioning(commit, paths, _keys(names))

    def _likeliest(self, commit: Commit, paths: list[str], names: Roots) -> State | None:
        """Of several workspaces the one that holds most of what is looked for; none where that
        cannot be read.
        """
        found = list(self._read(commit, sorted(paths)))
        if not found:
            return self._state(commit, Loaded(Workspace.built({})))
        best = max(found, key=lambda state: len(state.found(names)))
        if parts := best.found(names):
            return best if is_readable(best.loaded, parts) else None
        return best if not any(one.may_hide(names) for one in found) else None

    def _mentioning(self, commit: Commit, paths: list[str], names: frozenset[str]) -> list[str]:
        if not names:
            return paths
        blobs = {path: blob_at(commit.folder, path) for path in paths}
        self.kept.read(blobs.values())
        return [path for path in paths if mentions(self.kept.content(blobs[path]), names)]

    def _read(self, commit: Commit, paths: Iterable[str]) -> Iterator[State]:
        home = Path.cwd() / _HOME
        for root, files in _workspaces(commit.folder, paths).items():
            group = Group(home / root, [home / file for file in files])
            self.kept.read(blob_at(commit.folder, file) for file in files)
            kept = _Files(self, commit.folder, _shown_home())
            yield self._state(commit, self._load(group, kept), root)

    def _load(self, group: Group, kept: "_Files") -> Loaded:
        return load_group(group, instead=kept, closed=True, parses=self.kept.parses)

    def _state(self, commit: Commit, loaded: Loaded, home: str = "") -> State:
        prefix = _shown_home()
        paths = [one.path.removeprefix(prefix) for one in loaded.files]
        blobs = {path: blob_at(commit.folder, path) for path in paths}
        return State(
            loaded,
            lambda shown: shown.removeprefix(prefix),
            self._content_of(commit),
            home,
            blobs,
            commit.folder,
        )

    def _content_of(self, commit: Commit) -> Callable[[str], bytes | None]:
        return lambda path: self.content(blob_at(commit.folder, path))

    def content(self, blob: str) -> bytes | None:
        """The content of an object; none for none."""
        if not blob:
            return None
        return self.kept.content(blob)


class _Files(Mapping[str, bytes]):
    """The files of a commit by the paths that they are shown by: read when they are asked for."""

    def __init__(self, states: States, folder: Folder, prefix: str) -> None:
        self._states = states
        self._folder = folder
        self._prefix = prefix

    def __getitem__(self, shown: str) -> bytes:
        path = shown.removeprefix(self._prefix)
        content = None
        if path != shown:
            content = self._states.content(blob_at(self._folder, path))
        if content is None:
            raise KeyError(shown)
        return content

    def __iter__(self) -> Iterator[str]:
        return (self._prefix + path for path, _ in self._folder.paths())

    def __len__(self) -> int:
        return self._folder.count


def _blobs(child: State, commits: Iterable[Commit]) -> Iterator[str]:
    for commit in commits:
        for path in child.blobs:
            if blob := blob_at(commit.folder, path):
                yield blob


def _workspaces(folder: Folder, paths: Iterable[str]) -> dict[str, list[str]]:
    """Files by the folder of their workspace."""
    found: dict[str, list[str]] = {}
    for path in paths:
        found.setdefault(_root_of(folder, path), []).append(path)
    return found


def _root_of(folder: Folder, path: str) -> str:
    return next((up for up in folders_of(path) if blob_at(folder, posixpath.join(up, CONFIG))), "")


def _keys(names: Roots) -> frozenset[str]:
    return frozenset(name.key for name in names)
