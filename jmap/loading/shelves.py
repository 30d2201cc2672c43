"""The files of a workspace as they lie on the disk, to be compared with another state of them."""

import os
import posixpath
import stat
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from pathlib import Path

from jmap.files import Unreadable, read_bytes
from jmap.loading import load_group
from jmap.loading.connected import ImportNames
from jmap.loading.loaded import Loaded
from jmap.loading.parses import Parses
from jmap.paths import SUFFIX, Group

Identify = Callable[[bytes], str]
"""What tells contents apart."""


@dataclass(slots=True)
class DiskShelf:
    """Files on the disk. Links are followed as reading follows them; each file is read once."""

    group: Group
    identify: Identify
    names: ImportNames
    asked: tuple[str, ...] = field(init=False)
    _root: str = field(init=False)
    _ids: dict[str, str | None] = field(default_factory=dict)
    _targets: dict[tuple[str, str], str] = field(default_factory=dict)
    _folders: dict[str, str] = field(default_factory=dict)
    _files: dict[str, Path] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self._root = os.path.realpath(self.group.root)
        for file in self.group.files:
            self._files.setdefault(self._inside(os.fspath(file)), file)
        self.asked = tuple(self._files)

    def only(self, paths: Iterable[str]) -> "DiskShelf":
        """The same as if none but some of the files were asked for."""
        chosen = set(paths)
        files = [file for path, file in self._files.items() if path in chosen]
        return DiskShelf(Group(self.group.root, files), self.identify, self.names)

    def load(self, among: Iterable[str], parses: Parses) -> Loaded:
        """What those of the files that were asked for say which are among some, with what they
        import.
        """
        chosen = set(among)
        files = [file for path, file in self._files.items() if path in chosen]
        return load_group(Group(self.group.root, files), parses=parses)

    def expect(self) -> None:
        """Nothing: files are read one by one."""

    def prepare(self, paths: Iterable[str]) -> None:
        """Nothing: files are read one by one."""

    def content_id(self, path: str) -> str | None:
        """As ``Shelf`` says; one that cannot be read is like none."""
        if path not in self._ids:
            self._ids[path] = self._read(path)
        return self._ids[path]

    def content(self, path: str) -> bytes:
        """As ``Shelf`` says."""
        try:
            return read_bytes(Path(self._root, path))
        except Unreadable:
            return b""

    def imports(self, path: str) -> frozenset[str]:
        """As ``Shelf`` says."""
        content_id = self.content_id(path)
        if content_id is None:
            return frozenset()
        return frozenset(self._target(path, name) for name in self.names.of(content_id))

    def _read(self, path: str) -> str | None:
        try:
            content = read_bytes(Path(self._root, path))
        except Unreadable:
            return None
        content_id = self.identify(content)
        self.names.of(content_id, content)
        return content_id

    def _target(self, path: str, name: str) -> str:
        known = (posixpath.dirname(path), name)
        if known not in self._targets:
            self._targets[known] = self._found(path, name)
        return self._targets[known]

    def _found(self, path: str, name: str) -> str:
        absolute = name.startswith("/")
        folder = self._root if absolute else posixpath.dirname(posixpath.join(self._root, path))
        try:
            return self._inside(os.fspath(Path(folder, name.lstrip("/"))))
        except ValueError:  # no file can have this name
            return name

    def _inside(self, path: str) -> str:
        """A file by its real path, from the root where it lies below."""
        folder, name = os.path.split(path)
        if folder not in self._folders:
            self._folders[folder] = os.path.realpath(folder)
        real = f"{self._folders[folder].rstrip(os.sep)}{os.sep}{name}"
        if name in ("", ".", "..") or _is_link(real):
            real = os.path.realpath(real)
        inside = real.removeprefix(self._root.rstrip(os.sep) + os.sep)
        return inside.replace(os.sep, "/")


def _is_link(path: str) -> bool:
    try:
        return stat.S_ISLNK(os.lstat(path).st_mode)
    except OSError:
        return False


def joined(folder: str, name: str) -> str | None:
    """The file that an import in a folder of a workspace names, where there are no links; none
    where no import leads there.
    """
    said = name.lstrip("/") if name.startswith("/") else posixpath.join(folder, name)
    path = posixpath.normpath(said)
    return path if path.endswith(SUFFIX) and not path.startswith("../") else None
