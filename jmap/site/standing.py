"""What stands at a site's address before it is built: our pages, and what others put there."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from jmap.site.manifest import NAME, Damaged, Manifest, read_manifest
from jmap.site.tree import Found, Stamp, digest_at, walk


class Refused(Exception):
    """A site that cannot be put where it was asked for, and why. Nothing has been changed."""


@dataclass(frozen=True, slots=True)
class Change:
    """A page that is not as it should be."""

    path: str
    how: str
    """``new``, ``changed`` or ``gone``."""


@dataclass(frozen=True, slots=True)
class Standing:
    """A site as it lies on disk; all is empty where there is none yet."""

    folder: Path
    there: bool
    """Whether the folder exists."""
    ours: Mapping[str, str]
    """The pages that the list inside it names, each with its digest."""
    found: Mapping[str, Found]
    """Everything in it, whoever made it."""

    @property
    def listed(self) -> bool:
        """Whether the folder holds a list of pages."""
        return NAME in self.found

    @property
    def foreign(self) -> dict[str, Found]:
        """What others put there, and the folders that hold nothing of ours."""
        kept = {
            path: found
            for path, found in self.found.items()
            if path != NAME and path not in self.ours and found.kind != "folder"
        }
        folders = {parent for path in self.ours for parent in _parents(path)}
        needed = {parent for path in kept for parent in _parents(path)}
        return kept | {
            path: found
            for path, found in self.found.items()
            if found.kind == "folder" and (path not in folders or path in needed)
        }

    def intact(self, stamps: Mapping[str, Stamp]) -> frozenset[str]:
        """The pages that are on disk as they were made.

        Read are only those that have changed since their stamps were taken.
        """
        return frozenset(
            path
            for path, digest in self.ours.items()
            if self._is_file(path)
            and (stamps.get(path) == self.found[path].stamp or self._digest(path) == digest)
        )

    def changes(self, files: Mapping[str, str], intact: frozenset[str]) -> tuple[Change, ...]:
        """What would have to change for the folder to hold these files."""
        return tuple(sorted(self._changes(files, intact), key=lambda change: change.path))

    def _changes(self, files: Mapping[str, str], intact: frozenset[str]) -> Iterator[Change]:
        for path, digest in files.items():
            if path not in self.ours:
                yield Change(path, "new")
            elif self.ours[path] != digest or path not in intact:
                yield Change(path, "changed")
        for path in self.ours:
            if path not in files:
                yield Change(path, "gone")

    def _is_file(self, path: str) -> bool:
        found = self.found.get(path)
        return found is not None and found.kind == "file"

    def _digest(self, path: str) -> str:
        return digest_at(self.folder / path)


def standing(folder: Path) -> Standing:
    """What stands at an address. Raises ``Refused`` where no site may be put there."""
    if folder.is_symlink():
        raise Refused(f"{folder} is a symbolic link: name the folder itself")
    if not folder.exists():
        return Standing(folder, there=False, ours={}, found={})
    if not folder.is_dir():
        raise Refused(f"{folder} is a file: name a folder")
    found = walk(folder)
    if not found:
        return Standing(folder, there=True, ours={}, found={})
    return Standing(folder, there=True, ours=_listed(folder, found).files, found=found)


def _listed(folder: Path, found: Mapping[str, Found]) -> Manifest:
    if NAME not in found:
        raise Refused(f"{folder} holds files that jmap did not make: name a new or empty folder")
    try:
        if found[NAME].kind != "file":
            raise Damaged
        return read_manifest((folder / NAME).read_bytes())
    except Damaged:
        raise Refused(
            f"{folder / NAME} is damaged, so that nobody can tell which files are jmap's: "
            "move the folder away"
        ) from None


def _parents(path: str) -> Iterator[str]:
    parts = path.split("/")[:-1]
    return ("/".join(parts[: at + 1]) for at in range(len(parts)))
