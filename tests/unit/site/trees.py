"""Folders as tests look at them."""

import hashlib
import os
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Mark:
    """What stays the same as long as nobody writes a file."""

    number: int
    time: int


def digests(folder: Path) -> dict[str, str]:
    """Every file below a folder, by path, with the digest of its bytes."""
    return {
        path.relative_to(folder).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }


def names(folder: Path) -> list[str]:
    """The names in a folder."""
    return sorted(path.name for path in folder.iterdir())


def marks(folder: Path) -> dict[str, Mark]:
    """Every name below a folder, and the folder, with what tells whether it was written."""
    found = {}
    for path in (folder, *sorted(folder.rglob("*"))):
        status = os.lstat(path)
        found[path.relative_to(folder).as_posix()] = Mark(status.st_ino, status.st_mtime_ns)
    return found


def written(before: dict[str, Mark], after: dict[str, Mark]) -> set[str]:
    """The files that are new, or not the same as before."""
    return {
        path
        for path, mark in after.items()
        if before.get(path) != mark and "." in path.rpartition("/")[2][1:]
    }
