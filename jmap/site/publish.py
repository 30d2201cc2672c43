"""A new site beside the old one, then both trade places: a reader meets one or the other, whole.

Pages that have not changed are hard links to the old ones, so that they keep their time and their
place on the disk. What others put into the folder is carried over.
"""

import os
import re
import shutil
from collections.abc import Callable, Iterable, Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path

from jmap.site.exchange import exchange
from jmap.site.manifest import NAME, Damaged, Manifest, read_manifest
from jmap.site.standing import Refused, Standing
from jmap.site.tree import Found, Stamp, sha256_of, walk

_WRITERS = 8
"""So many pages are written at once: the disk orders their flushing better than we could."""
_MANY = 16


@dataclass(frozen=True, slots=True)
class Beside:
    """The names beside a site that its builds use, and the next build cleans up."""

    output: Path

    @property
    def lock(self) -> Path:
        """The lock of the site's builds."""
        return self.output.with_name(f".{self._stem}.jmap-lock")

    def named(self, end: str) -> Path:
        """A folder of this process: ``new``, ``old`` or ``work``."""
        return self.output.with_name(f".{self._stem}.jmap-{os.getpid()}.{end}")

    def left(self) -> list[Path]:
        """The folders that earlier builds left behind. Only for whoever holds the lock."""
        ours = re.compile(re.escape(f".{self._stem}.jmap-") + r"\d+\.(?:new|old|work)")
        with os.scandir(self.output.parent) as entries:
            names = [
                entry.name
                for entry in entries
                if ours.fullmatch(entry.name) and entry.is_dir(follow_symlinks=False)
            ]
        return [self.output.with_name(name) for name in sorted(names)]

    @property
    def _stem(self) -> str:
        name = self.output.name
        return name if len(os.fsencode(name)) <= 80 else sha256_of(os.fsencode(name))[:32]


def reap(beside: Beside) -> None:
    """Clears away what builds that were killed left beside a site; the lock must be held.

    A site that was caught between two renames is put back, and files that somebody put into a tree
    while it was being replaced are saved.
    """
    for path in beside.left():
        if path.suffix == ".old" and not os.path.lexists(beside.output):
            path.rename(beside.output)
            continue
        if path.suffix != ".work" and beside.output.is_dir():
            rescue(path, beside.output, {})
        shutil.rmtree(path, ignore_errors=True)


@dataclass(slots=True)
class Publication:
    """One site on its way to its address. The steps are methods, in the order of ``publish``."""

    standing: Standing
    files: Mapping[str, str]
    """The pages to publish, by path, each with its digest."""
    intact: frozenset[str]
    """The pages of the old site that are as they were made."""
    content: Callable[[str], bytes]
    """The bytes of a digest. Whatever it raises ends the publication."""
    _carried: dict[str, int] = field(default_factory=dict)

    @property
    def output(self) -> Path:
        """The address."""
        return self.standing.folder

    def publish(self) -> dict[str, Stamp]:
        """Puts the site in its place, and returns what tells whether somebody has changed it.

        Raises ``Refused`` with everything as it was.
        """
        self.require_room()
        beside = Beside(self.output)
        new = beside.named("new")
        try:
            self.fill(new)
            self.carry(new)
            stamps = self.seal(new)
            self.swap(new, beside.named("old"))
        except OSError as error:
            reason = (error.strerror or "no reason given").lower()
            raise Refused(f"{self.output} cannot be written: {reason}") from None
        finally:
            # The old tree where they have changed places, else what came of the new one.
            shutil.rmtree(new, ignore_errors=True)
        return stamps

    def require_room(self) -> None:
        """Raises ``Refused`` where something of somebody else's stands in the way."""
        needed = {parent for path in self.files for parent in _folders(path)}
        for path, found in self.standing.foreign.items():
            if found.kind == "other":
                raise Refused(f"{self.output / path} is neither a file nor a folder")
            in_the_way = path in self.files or (path in needed and found.kind != "folder")
            if in_the_way:
                raise Refused(f"{self.output / path} is in the way: jmap did not make it")

    def fill(self, new: Path) -> None:
        """Makes the tree: links to what has not changed, and the rest written and flushed."""
        new.mkdir()
        for folder in sorted({parent for path in self.files for parent in _folders(path)}):
            (new / folder).mkdir()
        fresh = [path for path in sorted(self.files) if not self._linked(new, path)]
        _each(lambda path: self._write(new, path), fresh)

    def carry(self, new: Path) -> None:
        """Takes along what others put into the old site."""
        for path, found in sorted(self.standing.foreign.items()):
            _carry(self.output / path, new / path, found)
            self._carried[path] = found.stamp.number

    def seal(self, new: Path) -> dict[str, Stamp]:
        """Adds the list of pages, last: a tree that has one is whole. Flushes the folders."""
        _write(new / NAME, Manifest(self.files).write())
        if self.standing.there:
            shutil.copymode(self.output, new)
        made = walk(new)
        for found in made.values():
            if found.kind == "folder":
                _flush_folder(new / found.path)
        _flush_folder(new)
        return {path: made[path].stamp for path in self.files}

    def swap(self, new: Path, old: Path) -> None:
        """Puts the new tree in the old one's place, which then lies where the new one was."""
        if not self.standing.there:
            new.rename(self.output)
        elif exchange(new, self.output):
            rescue(new, self.output, self._carried)
        else:
            # Between these two steps there is no site: the next build would put the old one back.
            self.output.rename(old)
            new.rename(self.output)
            rescue(old, self.output, self._carried)
            shutil.rmtree(old, ignore_errors=True)
        with suppress(OSError):
            _flush_folder(self.output.parent)

    def _linked(self, new: Path, path: str) -> bool:
        if path not in self.intact or self.standing.ours[path] != self.files[path]:
            return False
        try:
            os.link(self.output / path, new / path)
        except OSError:
            # No links on this file system, or too many to one file.
            return False
        return True

    def _write(self, new: Path, path: str) -> None:
        _write(new / path, self.content(self.files[path]))


def rescue(tree: Path, output: Path, carried: Mapping[str, int]) -> None:
    """Moves to a site what somebody put into its former tree after it had been looked through.

    ``carried`` are the numbers on disk of what was taken along.
    """
    try:
        ours = read_manifest((tree / NAME).read_bytes()).files
    except (OSError, Damaged):
        # A tree that was never finished holds nothing but copies.
        return
    for path, found in walk(tree).items():
        if path == NAME or path in ours or found.kind not in ("file", "link"):
            continue
        target = output / path
        late = carried[path] != found.stamp.number if path in carried else not _is_there(target)
        if late:
            with suppress(OSError):
                target.parent.mkdir(parents=True, exist_ok=True)
                os.replace(tree / path, target)


def _is_there(path: Path) -> bool:
    return os.path.lexists(path)


def _carry(old: Path, new: Path, found: Found) -> None:
    if found.kind == "folder":
        new.mkdir(exist_ok=True)
        shutil.copymode(old, new)
        return
    if found.kind == "link":
        new.symlink_to(old.readlink())
        return
    try:
        os.link(old, new)
    except OSError:
        shutil.copy2(old, new)


def _write(path: Path, content: bytes) -> None:
    descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o666)
    with os.fdopen(descriptor, "wb") as stream:
        stream.write(content)
        stream.flush()
        os.fsync(stream.fileno())


def _flush_folder(path: Path) -> None:
    if os.name == "nt":
        return
    descriptor = os.open(path, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def _each(work: Callable[[str], None], paths: Iterable[str]) -> None:
    todo = list(paths)
    if len(todo) < _MANY:
        for path in todo:
            work(path)
        return
    from concurrent.futures import ThreadPoolExecutor

    with ThreadPoolExecutor(_WRITERS) as writers:
        for _ in writers.map(work, todo):
            pass


def _folders(path: str) -> list[str]:
    parts = path.split("/")[:-1]
    return ["/".join(parts[: at + 1]) for at in range(len(parts))]
