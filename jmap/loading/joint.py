"""Several workspaces of one state as one set of files: what a file was is found again, whichever
workspace it stands in.
"""

import posixpath
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, field
from typing import Protocol

from jmap.loading.connected import Shelf
from jmap.loading.kept import KeptShelf


class Lying(Shelf, Protocol):
    """The files of one workspace as they lie somewhere."""

    def only(self, paths: Iterable[str]) -> "Lying":
        """The same as if none but some of the files were asked for."""


@dataclass(slots=True, eq=False)
class Placed:
    """A workspace, and where it lies from what was asked for. Folders are absolute, with slashes;
    those of a revision begin at the root of the repository.
    """

    shelf: Lying
    root: str
    base: str
    """What was asked for: a folder, or a file."""
    asked: tuple[str, ...] = field(init=False)
    """The files that were asked for, by their paths from there."""
    _inside: str | None = field(init=False)
    """What paths from there begin with, for a workspace that lies below."""

    def __post_init__(self) -> None:
        root, base = (f"{one.rstrip('/')}/" for one in (self.root, self.base))
        self._inside = root.removeprefix(base) if root.startswith(base) else None
        self.asked = tuple(map(self.joint, self.shelf.asked))

    @property
    def place(self) -> str:
        """The folder of the workspace from what was asked for."""
        return posixpath.relpath(self.root, self.base)

    def joint(self, path: str) -> str:
        """A path from the root of the workspace as one from what was asked for."""
        if self._inside is not None and not path.startswith(("/", "../")):
            return self._inside + path
        return posixpath.relpath(posixpath.join(self.root, path), self.base)

    def own(self, joint: str) -> str:
        """The reverse; the whole path of a file outside of the workspace."""
        path = posixpath.normpath(posixpath.join(self.base, joint))
        inside = posixpath.relpath(path, self.root)
        return path if inside.startswith("../") else inside

    def only(self, files: Collection[str]) -> "Placed":
        """The same as if none but some of the files were asked for."""
        both = zip(self.asked, self.shelf.asked, strict=True)
        chosen = [own for path, own in both if path in files]
        return Placed(self.shelf.only(chosen), self.root, self.base)

    def is_like(self, other: "Placed") -> bool:
        """Whether another has the very same files, as can be told without reading any."""
        mine = self.shelf
        return isinstance(mine, KeptShelf) and mine.is_like(other.shelf)


@dataclass(frozen=True, slots=True)
class _File:
    placed: Placed
    path: str
    """From the root of its workspace."""


@dataclass(slots=True)
class JointShelf:
    """The files of some workspaces of one state, by their paths from what was asked for. Each is
    read as in its own workspace.
    """

    parts: Sequence[Placed]
    asked: tuple[str, ...] = field(init=False)
    _files: dict[str, _File] = field(init=False)

    def __post_init__(self) -> None:
        self._files = {
            one.joint(path): _File(one, path) for one in self.parts for path in one.shelf.asked
        }
        self.asked = tuple(self._files)

    def expect(self) -> None:
        """As ``Shelf`` says."""
        for one in self.parts:
            one.shelf.expect()

    def prepare(self, paths: Iterable[str]) -> None:
        """As ``Shelf`` says."""
        files = [self._file(path) for path in paths]
        for one in self.parts:
            one.shelf.prepare([file.path for file in files if file.placed is one])

    def content_id(self, path: str) -> str | None:
        """As ``Shelf`` says. Where its imports lead is part of what a file says: that may change
        with the workspace, though nobody touched the file.
        """
        file = self._file(path)
        content_id = file.placed.shelf.content_id(file.path)
        if content_id is None:
            return None
        return "\0".join((content_id, *sorted(self.imports(path))))

    def content(self, path: str) -> bytes:
        """As ``Shelf`` says."""
        file = self._file(path)
        return file.placed.shelf.content(file.path)

    def imports(self, path: str) -> frozenset[str]:
        """As ``Shelf`` says; without those that lead out of the workspace of the file."""
        file = self._file(path)
        inside = (
            own
            for own in file.placed.shelf.imports(file.path)
            if not posixpath.isabs(own) and not own.startswith("../")
        )
        found = {file.placed.joint(own): own for own in inside}
        for joint, own in found.items():
            self._files.setdefault(joint, _File(file.placed, own))
        return frozenset(found)

    def _file(self, path: str) -> _File:
        """A file in its workspace: one that nobody asked for or imports in the nearest around."""
        known = self._files.get(path)
        if known is None:
            around = [one for one in self.parts if not posixpath.isabs(one.own(path))]
            nearest = max(around or self.parts, key=lambda one: len(one.root))
            known = self._files[path] = _File(nearest, nearest.own(path))
        return known
