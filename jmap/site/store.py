"""What is kept of a site between builds: entries by key, pages by what they hold.

Everything is checked when it is read. What cannot be read back as it was written is not there.
"""

import os
import shutil
from collections.abc import Iterable
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from jmap.site.tree import sha256_of

PAGES = "pages"
"""The kind of the pages, which are kept by what they hold."""
_SITES = 32
"""So many sites are remembered; the one that was built longest ago makes room."""


@dataclass(frozen=True, slots=True)
class Store:
    """A folder with entries and pages. Several processes may use it at once."""

    folder: Path

    def entry(self, kind: str, key: str) -> bytes | None:
        """What was kept under a key; none where nothing was, or where it is damaged."""
        try:
            digest, _, payload = (self.folder / kind / key).read_bytes().partition(b"\n")
        except OSError:
            return None
        # The key is a part of what is checked: an entry under another one's name is none.
        return payload if digest == _sum(kind, key, payload) else None

    def keep(self, kind: str, key: str, payload: bytes) -> None:
        """Keeps something under a key, where it can."""
        self._save(kind, key, _sum(kind, key, payload) + b"\n" + payload)

    def page(self, digest: str) -> bytes | None:
        """The page with this SHA-256; none where there is no such page."""
        try:
            content = (self.folder / PAGES / digest).read_bytes()
        except OSError:
            return None
        return content if sha256_of(content) == digest else None

    def has_page(self, digest: str) -> bool:
        """Whether something is kept under this SHA-256; only reading tells whether it is whole."""
        return (self.folder / PAGES / digest).is_file()

    def keep_page(self, content: bytes) -> str:
        """Keeps a page, where it can, and returns its SHA-256."""
        digest = sha256_of(content)
        if not self.has_page(digest):
            self._save(PAGES, digest, content)
        return digest

    def drop_page(self, digest: str) -> None:
        """Forgets a page."""
        with suppress(OSError):
            (self.folder / PAGES / digest).unlink()

    def forget(self, kind: str, used: Iterable[str]) -> None:
        """Forgets what nobody uses any more: everything of a kind but some names."""
        kept = set(used)
        with suppress(OSError):
            for path in (self.folder / kind).iterdir():
                if path.name not in kept:
                    path.unlink()

    def _save(self, kind: str, name: str, content: bytes) -> None:
        target = self.folder / kind / name
        beside = target.with_name(f"{name}.{os.getpid()}.tmp")
        try:
            # Maps may hold what is nobody else's business.
            target.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
            descriptor = os.open(beside, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
            with os.fdopen(descriptor, "wb") as stream:
                stream.write(content)
            os.replace(beside, target)
        except OSError:
            with suppress(OSError):
                beside.unlink()


def site_store(cache: Path, output: Path) -> Store | None:
    """The store of the site at an address, in the folder for what is kept; none where nothing can
    be kept there.
    """
    sites = cache / "sites"
    folder = sites / sha256_of(os.fsencode(os.path.abspath(output)))[:32]
    try:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        os.utime(folder)
        _make_room(sites)
    except OSError:
        return None
    return Store(folder)


def _make_room(sites: Path) -> None:
    with os.scandir(sites) as entries:
        known = sorted((entry.stat().st_mtime_ns, entry.path) for entry in entries)
    for _, path in known[:-_SITES]:
        shutil.rmtree(path, ignore_errors=True)


def _sum(kind: str, key: str, payload: bytes) -> bytes:
    return sha256_of(f"{kind}/{key}\n".encode() + payload).encode("ascii")
