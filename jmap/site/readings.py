"""The files of a site as they are now, each read once a build."""

import os
from dataclasses import dataclass, field
from pathlib import Path

from jmap.files import FileRead, Unreadable, read_bytes
from jmap.site.tree import sha256_of


@dataclass(slots=True)
class Readings:
    """What was read in a build, by path."""

    _read: dict[str, FileRead | None] = field(default_factory=dict)
    _sizes: dict[str, int] = field(default_factory=dict)

    def now(self, path: str) -> FileRead | None:
        """A file as it is; none where it cannot be read."""
        if path not in self._read:
            self._read[path] = self._look(path)
        return self._read[path]

    def still(self, path: str, real: str, digest: str) -> bool:
        """Whether a path leads where it did, to what was there."""
        found = self.now(path)
        return found is not None and found.real == real and found.digest == digest

    def size(self, path: str) -> int:
        """The bytes of a file that was read."""
        return self._sizes.get(path, 0)

    def _look(self, path: str) -> FileRead | None:
        try:
            content = read_bytes(Path(path))
            real = os.path.realpath(path)
        except (Unreadable, OSError, ValueError):
            return None
        self._sizes[path] = len(content)
        return FileRead(path, real, sha256_of(content))
