"""The two sides of a comparison: what operands mean, files and folders as they lie there, or as git
keeps them.
"""

import os
import posixpath
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from functools import partial
from pathlib import Path

import click

from jmap.cli.inputs import load_inputs
from jmap.cli.states import State, read
from jmap.files import digest_of
from jmap.git import GitFailed, Repository, Revision, Tree
from jmap.git.blobs import id_of
from jmap.git.failure import shown
from jmap.loading import Loaded, Parses
from jmap.loading.clusters import Cluster
from jmap.loading.connected import ImportNames, Shelf
from jmap.loading.joint import Placed
from jmap.loading.kept import Kept, KeptShelf, shelves
from jmap.loading.linked import moved
from jmap.loading.parses import KEPT
from jmap.loading.shelves import DiskShelf
from jmap.paths import SUFFIX, grouped, is_in, shown_path


@dataclass(frozen=True, slots=True)
class Side:
    """The workspaces of one side, by their folders from where was asked: what of them may differ
    from the other side.
    """

    name: str
    loaded: dict[str, Loaded]
    prefix: str = ""
    """What paths of files are shown with before the path in the repository, for a revision."""
    revision: Revision | None = None
    configs: Mapping[str, bytes] = field(default_factory=dict)
    """For a revision, what may configure its workspaces, by the paths that files are shown by."""
    base: Path = Path()
    """What was asked for, as paths are shown."""


@dataclass(frozen=True, slots=True)
class Sides:
    """What to compare with what."""

    before: Side
    after: Side
    repository: Repository | None = None
    """Where the revisions are, if any side is one."""
    clusters: tuple[Cluster, ...] = ()
    """Which workspaces of the two are about the same, by their names."""


def sides(old: str, new: str | None, path: str, *, whole: bool = False) -> Sides:
    """What two operands mean: paths that are there, else revisions, ``REV:PATH``, ``A...B``.

    Without a new side it is the working tree. ``path`` is what to compare in a revision and in the
    working tree. Only files that changed are loaded, and what they bear on; all of them if the
    ``whole`` is asked for. Raises ``GitFailed``.
    """
    finding = _Finding(path)
    both = finding.both(old, new)
    found = read(*both, finding.parses, whole=whole)
    old_side, new_side = (
        _side(state, loaded)
        for state, loaded in zip(both, (found.before, found.after), strict=True)
    )
    return Sides(old_side, new_side, finding.repository, found.clusters)


def is_there(operand: str) -> bool:
    """Whether an operand is a file or folder. ``HEAD`` never is: in a repository without a working
    tree there is a file of that name.
    """
    return operand != "HEAD" and os.path.lexists(operand)


@dataclass(slots=True)
class _Finding:
    """Finds what operands mean."""

    path: str
    repository: Repository | None = None
    parses: Parses = field(default_factory=lambda: Parses(KEPT))
    _kept: Kept | None = None
    _trees: dict[str, Tree] = field(default_factory=dict)

    def both(self, old: str, new: str | None) -> tuple[State, State]:
        if new is None and "..." in old and not is_there(old):
            one, _, other = old.partition("...")
            return self._since(one or "HEAD", other or "HEAD")
        # Revisions first: how git tells contents apart is how files are told apart from them.
        operands = (old, self.path if new is None else new)
        files = [is_there(old), new is None or is_there(new)]
        found = {at: self._revision(operands[at]) for at in (0, 1) if not files[at]}
        if new is None and self.repository is not None and self.repository.root is None:
            raise GitFailed(
                "this repository is bare: there are no files to compare with",
                "name another revision as well",
            )
        found.update({at: self._files(operands[at]) for at in (0, 1) if files[at]})
        return self._with_maps(found[0], found[1])

    def _since(self, one: str, other: str) -> tuple[State, State]:
        """From where two branches parted to the second."""
        repository = self._holding()
        last = repository.resolve(other)
        base = repository.merge_base(repository.resolve(one), last)
        below = repository.below(Path(self.path))
        return self._with_maps(self._state(base, below), self._state(last, below))

    def _with_maps(self, *both: State) -> tuple[State, State]:
        """The two, one of which may be empty: who adds the first map, or removes the last, changes
        something. Raises ``GitFailed`` or ``UsageError`` where both are.
        """
        old, new = both
        if old.workspaces:
            return old, new
        if new.workspaces:
            return self._from_elsewhere(old, new) or (old, new)
        if old.revision:
            self._require_maps(old.revision, self._holding().below(Path(self.path)))
        raise click.UsageError(f"there is no {SUFFIX} file in {old.name} or {new.name}")

    def _from_elsewhere(self, *both: State) -> tuple[State, State] | None:
        """The two with the files of a folder that came as they were elsewhere: somebody may have
        renamed it, and the gate that was there counts. None where they are new.

        What left a folder is gone from there: nobody gets out of what is looked at unseen.
        """
        repository, known = self.repository, both[1]
        if repository is None or not (known.revision or known.below == self.path):
            return None
        old, new = (self._whole(one, repository) for one in both)
        below = repository.below(Path(self.path))
        listed = (path for one in new.placed.values() for path in one.asked)
        came = {path for path in listed if is_in(path, below)}
        moves = moved(old.placed, new.placed, self.parses)
        were = {one.old for one in moves if one.new in came}
        return (old.only(were), new.only(came)) if were else None

    def _whole(self, state: State, repository: Repository) -> State:
        """A side with all that is in the repository."""
        if state.revision is not None:
            return self._state(state.revision, "")
        return replace(self._files(os.fspath(repository.root or "")), name=state.name)

    def _require_maps(self, revision: Revision, below: str) -> None:
        """Refuses a part of a revision that is not there, or holds no map."""
        repository = self._holding()
        tree = self._trees[revision.commit]
        if below and not any(is_in(file, below) for file in tree.files):
            repository.files(revision, below)
        if not any(is_in(file, below) and file.endswith(SUFFIX) for file in tree.files):
            part = f"{shown(below)} of " if below else ""
            raise GitFailed(f"there is no {SUFFIX} file in {part}the revision {revision.name}")

    def _holding(self) -> Repository:
        if self.repository is None:
            self.repository = Repository.holding(Path(self.path))
        return self.repository

    def _revision(self, operand: str) -> State:
        name, colon, inside = operand.partition(":")
        repository = self._holding()
        below = posixpath.normpath(inside) if colon else repository.below(Path(self.path))
        below = "" if below == "." else below
        found = self._state(repository.resolve(name), below)
        if colon and found.revision and not found.placed:
            self._require_maps(found.revision, below)
        return found

    def _state(self, revision: Revision, below: str) -> State:
        repository = self._holding()
        tree = self._trees.get(revision.commit)
        if tree is None:
            tree = self._trees[revision.commit] = repository.files(revision)
        if self._kept is None:
            self._kept = Kept(repository, self.parses)
        base = Path("/", below)
        found = {
            _from(root, base): Placed(one, root.as_posix(), base.as_posix())
            for one in shelves(self._kept, tree, below)
            for root in (Path("/", one.root),)
        }
        return State(revision.name, below, found, partial(_load_kept, revision.name), revision)

    def _files(self, path: str) -> State:
        base = Path(os.path.abspath(path))
        if path.endswith(".json"):
            ready = {_from(one.root, base): one for one in load_inputs((path,))}
            return State(path, path, {}, self._load_disk, ready=ready)
        names = ImportNames(self.parses) if self._kept is None else self._kept.names
        found = {
            _from(root, base): Placed(
                DiskShelf(one, self._identify, names), root.as_posix(), base.as_posix()
            )
            for one in grouped((path,))
            for root in (Path(os.path.abspath(one.root)),)
            if not self._is_others(one.root)
        }
        return State(path, path, found, self._load_disk)

    def _is_others(self, root: Path) -> bool:
        """Whether a workspace lies in another repository inside of the one that is compared with,
        such as a submodule: no revision has its files.
        """
        top = None if self.repository is None else self.repository.root
        real = Path(os.path.realpath(root))
        if top is None or not real.is_relative_to(top):
            return False
        inside = (folder for folder in (real, *real.parents) if folder not in (top, *top.parents))
        return any(os.path.lexists(folder / ".git") for folder in inside)

    def _identify(self, content: bytes) -> str:
        # As git does, where the other side is from git.
        tree = next(iter(self._trees.values()), None)
        like = next(iter(tree.files.values()), "") if tree else ""
        return id_of(content, like) if like else digest_of(content)

    def _load_disk(self, shelf: Shelf, among: Iterable[str]) -> Loaded:
        assert isinstance(shelf, DiskShelf)
        return shelf.load(among, self.parses)


def _load_kept(name: str, shelf: Shelf, among: Iterable[str]) -> Loaded:
    assert isinstance(shelf, KeptShelf)
    return shelf.load(name, among)


def _from(root: Path | None, base: Path) -> str:
    """The folder of a workspace from a path; one above it is the same on both sides."""
    if root is None or not root.is_relative_to(base):
        return ""
    below = root.relative_to(base)
    return "" if below == Path() else below.as_posix()


def _side(state: State, loaded: Mapping[str, Loaded]) -> Side:
    home = Path.cwd() / f"{state.name}:" if state.revision else Path.cwd()
    return Side(
        state.name,
        dict(loaded),
        f"{state.name}:/" if state.revision else "",
        state.revision,
        _configs(state),
        home / state.below,
    )


def _configs(one: State) -> dict[str, bytes]:
    return {
        shown_path(Path.cwd() / f"{one.name}:" / placed.shelf.root / name): content
        for placed in one.placed.values()
        if isinstance(placed.shelf, KeptShelf)
        for name, content in placed.shelf.configs().items()
    }
