"""The files of revisions, read from git: as they are compared, and as they are loaded."""

import posixpath
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from pathlib import Path

from jmap.git import Repository, Tree
from jmap.loading import load_group
from jmap.loading.connected import ImportNames, graph_of, reached
from jmap.loading.loaded import Loaded
from jmap.loading.parses import KEPT, Parses
from jmap.loading.shelves import joined
from jmap.paths import CONFIG, SHARED, Group, folders_of, is_found, shown_path

_UNREADABLE = b"\0"
"""What is no text to any reader."""


@dataclass(slots=True)
class Kept:
    """What was read of a repository so far: each content once, whatever revisions have it."""

    repository: Repository
    parses: Parses = field(default_factory=lambda: Parses(KEPT))
    forgiving: bool = False
    """Whether a content that is too large is one with an error, rather than a failure."""
    names: ImportNames = field(init=False)
    _contents: dict[str, bytes] = field(default_factory=dict)
    _expected: dict[str, Tree] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.names = ImportNames(self.parses)

    def expect(self, blobs: Iterable[str], tree: Tree) -> None:
        """Says what else will be read, unless it is found elsewhere until then."""
        self._expected.update(dict.fromkeys(blobs, tree))

    def read(self, blobs: Iterable[str], *trees: Tree) -> None:
        """Reads some contents at once, those that are not here yet. Raises ``GitFailed``."""
        wanted = [blob for blob in dict.fromkeys(blobs) if blob not in self._contents]
        if not wanted:
            return
        more = [
            blob
            for blob in self._expected
            if blob not in self._contents and not self.names.known(blob)
        ]
        from_trees = {tree.commit: tree for tree in (*trees, *self._expected.values())}
        self._expected.clear()
        asked = [*wanted, *more]
        if self.forgiving:
            self._contents.update(dict.fromkeys(asked, _UNREADABLE))
        self._contents.update(
            self.repository.contents(asked, *from_trees.values(), skip_large=self.forgiving)
        )

    def content(self, blob: str, *trees: Tree) -> bytes:
        """One content. Raises ``GitFailed``."""
        self.read((blob,), *trees)
        return self._contents[blob]

    def forget(self, most: int) -> None:
        """Lets go of the contents where they are more than some bytes, not of what came of them."""
        if sum(map(len, self._contents.values())) > most:
            self._contents.clear()


@dataclass(slots=True)
class KeptShelf:
    """The files of a workspace in one revision."""

    kept: Kept
    tree: Tree
    root: str
    """The folder of the workspace from the root of the repository; empty for that one."""
    asked: tuple[str, ...]

    def is_like(self, other: object) -> bool:
        """Whether another has the very same files, as can be told without reading any."""
        if not isinstance(other, KeptShelf) or (self.root, self.asked) != (other.root, other.asked):
            return False
        return self.tree.files == other.tree.files

    def only(self, paths: Iterable[str]) -> "KeptShelf":
        """The same as if none but some of the files were asked for."""
        chosen = set(paths)
        return replace(self, asked=tuple(path for path in self.asked if path in chosen))

    def expect(self) -> None:
        """As ``Shelf`` says."""
        blobs = (self.content_id(path) for path in self.asked)
        self.kept.expect([blob for blob in blobs if blob], self.tree)
        self.kept.expect(self._configs().values(), self.tree)

    def prepare(self, paths: Iterable[str]) -> None:
        """Reads what is needed to tell what files import, with one git."""
        blobs = (self.content_id(path) for path in paths)
        names = self.kept.names
        wanted = [blob for blob in blobs if blob and not names.known(blob)]
        self.kept.read([*wanted, *self._configs().values()], self.tree)

    def configs(self) -> dict[str, bytes]:
        """The files of the root that may hold a configuration, and what is in them."""
        return {name: self.kept.content(blob) for name, blob in self._configs().items()}

    def _configs(self) -> dict[str, str]:
        found = {name: self.content_id(name) for name in (CONFIG, SHARED)}
        return {name: blob for name, blob in found.items() if blob}

    def content_id(self, path: str) -> str | None:
        """As ``Shelf`` says: the id of the object that holds it."""
        return self.tree.files.get(posixpath.join(self.root, path))

    def imports(self, path: str) -> frozenset[str]:
        """As ``Shelf`` says."""
        blob = self.content_id(path)
        if blob is None:
            return frozenset()
        names = self.kept.names
        content = b"" if names.known(blob) else self.kept.content(blob, self.tree)
        folder = posixpath.dirname(path)
        found = (joined(folder, name) for name in names.of(blob, content))
        return frozenset(target for target in found if target)

    def content(self, path: str) -> bytes:
        """As ``Shelf`` says."""
        blob = self.content_id(path)
        return self.kept.content(blob, self.tree) if blob else b""

    def load(self, name: str, among: Iterable[str] | None = None) -> Loaded:
        """What the files say that were asked for, or those of them that are among some, with what
        they import. Messages show them as if they lay in a folder ``name:``.
        """
        chosen = set(self.asked if among is None else among)
        files = [path for path in self.asked if path in chosen]
        needed = {
            path: blob
            for path in sorted(reached(graph_of(replace(self, asked=tuple(files))), files))
            if (blob := self.content_id(path))
        }
        self.kept.read(needed.values(), self.tree)
        home = Path.cwd() / f"{name}:" / self.root
        instead = {
            shown_path(home / path): self.kept.content(blob) for path, blob in needed.items()
        }
        group = Group(home, [home / path for path in files])
        return load_group(group, instead=instead, closed=True, parses=self.kept.parses)


def shelves(kept: Kept, tree: Tree, below: str = "") -> Iterator[KeptShelf]:
    """The workspaces of a revision, or those below one of its folders; the path of a file gives
    that file. Configurations above it mark workspaces as well. Files are in the order in which a
    search through folders meets them.
    """
    found: dict[str, list[str]] = {}
    for path in sorted((path for path in tree.files if is_found(path, below)), key=_met):
        found.setdefault(_root(tree, path), []).append(path)
    for root, files in found.items():
        start = len(root) + 1 if root else 0
        yield KeptShelf(kept, tree, root, tuple(file[start:] for file in files))


def _root(tree: Tree, path: str) -> str:
    return next((up for up in folders_of(path) if posixpath.join(up, CONFIG) in tree.files), "")


def _met(path: str) -> list[tuple[bool, str]]:
    """What to sort by: the files of a folder before the folders in it."""
    *folders, name = path.split("/")
    return [*((True, folder) for folder in folders), (False, name)]
