"""A folder as it lies on disk: every name below it, and what tells one file from another."""

import hashlib
import os
import stat
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

Kind = Literal["file", "link", "folder", "other"]


@dataclass(frozen=True, slots=True)
class Stamp:
    """What changes whenever a file does: its size, its time and its place on the disk."""

    size: int
    time: int
    """Of the last change to the file's bytes, in nanoseconds."""
    number: int


@dataclass(frozen=True, slots=True)
class Found:
    """A name below a folder, and what it stands for."""

    path: str
    """Relative to the folder, with slashes."""
    kind: Kind
    stamp: Stamp


def walk(folder: Path) -> dict[str, Found]:
    """Everything below a folder, by path. No link is followed. Empty where there is no folder."""
    if not os.path.isdir(folder):
        return {}
    return {found.path: found for found in _walk(str(folder), "")}


def _walk(folder: str, prefix: str) -> Iterator[Found]:
    with os.scandir(folder) as entries:
        for entry in entries:
            # Windows fills in an entry's own status only in part.
            status = entry.stat(follow_symlinks=False) if os.name != "nt" else os.lstat(entry.path)
            path = prefix + entry.name
            stamp = Stamp(status.st_size, status.st_mtime_ns, status.st_ino)
            kind = _kind(status.st_mode)
            yield Found(path, kind, stamp)
            if kind == "folder":
                yield from _walk(entry.path, path + "/")


def _kind(mode: int) -> Kind:
    if stat.S_ISREG(mode):
        return "file"
    if stat.S_ISDIR(mode):
        return "folder"
    return "link" if stat.S_ISLNK(mode) else "other"


def sha256_of(content: bytes) -> str:
    """The SHA-256 of some bytes, in hexadecimal."""
    return hashlib.sha256(content).hexdigest()


def digest_at(path: Path) -> str:
    """The SHA-256 of a regular file; empty where it cannot be read."""
    try:
        return sha256_of(path.read_bytes())
    except OSError:
        return ""
