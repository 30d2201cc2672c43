"""The files of a revision: which there are, and which object holds each."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from jmap.git.advice import refused
from jmap.git.failure import GitFailed, shown
from jmap.git.running import Running
from jmap.paths import CONFIG, SHARED, SUFFIX

ENTRY = 16 * 1024
"""Most bytes of one entry of a tree; no system takes a path that long."""
LISTED = 50_000
"""Most files of a revision that are kept: those of several workspaces."""

_CHUNK = 256 * 1024
_ENDS = tuple(name.encode("ascii") for name in (SUFFIX, CONFIG, SHARED))
_PATHS = ("utf-8", "surrogateescape")
_ENTRY = re.compile(rb"(\d+) [a-z]+ ([0-9a-f]{40}|[0-9a-f]{64})\t(.+)", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Tree:
    """The journey files and configurations of one commit, or those below one of its folders.

    Files in hidden folders are among them: an import may name them.
    """

    commit: str
    files: Mapping[str, str]
    """The id of the object that holds each file, by the path from the root of the repository, with
    slashes, in the order of git. Bytes of a path that are not UTF-8 are kept as surrogates.
    """

    def path_of(self, blob: str) -> str | None:
        """The first path that has this content, if any."""
        return next((path for path, own in self.files.items() if own == blob), None)


@dataclass(frozen=True, slots=True)
class Listing:
    """What one `ls-tree` said: the files that matter, and how many entries there were at all."""

    files: dict[str, str]
    entries: int


@dataclass(frozen=True, slots=True)
class _Entry:
    mode: str
    blob: str
    path: str

    @property
    def is_file(self) -> bool:
        return self.mode.startswith("100")


def listing(git: Running, asked: str = "") -> Listing:
    """Reads the answer of `git ls-tree -r -z` as it comes. Raises ``GitFailed``.

    Links and other repositories are left out: what they lead to is not in the revision. One that
    is asked for by its path is refused.
    """
    files: dict[str, str] = {}
    count = 0
    # Of a hundred thousand files few are ours: the others are not taken apart.
    ends = (*_ENDS, f"\t{asked}".encode(*_PATHS))
    for raw in _entries(git):
        count += 1
        if not raw.endswith(ends):
            continue
        entry = _read(raw)
        if entry.path == asked and not entry.is_file:
            raise GitFailed(f"{shown(asked)} is no file of the revision but leads elsewhere")
        if entry.is_file and (entry.path == asked or _matters(entry.path)):
            _add(files, entry)
    answer = git.ended()
    if answer.status:
        raise refused(answer)
    return Listing(files, count)


def _read(entry: bytes) -> _Entry:
    found = _ENTRY.fullmatch(entry)
    if found is None:
        raise GitFailed("git lists a file in a way that jmap does not understand")
    mode, blob, path = found.groups()
    return _Entry(mode.decode("ascii"), blob.decode("ascii"), path.decode(*_PATHS))


def _matters(path: str) -> bool:
    return path.endswith(SUFFIX) or path.rpartition("/")[2] in (CONFIG, SHARED)


def _add(files: dict[str, str], entry: _Entry) -> None:
    path = entry.path
    # Git itself writes no such trees; one who makes them by hand wants to reach something.
    if path in files or not {"", ".", ".."}.isdisjoint(path.split("/")):
        raise GitFailed(f"the revision is damaged: it holds the path {shown(path)}")
    if len(files) == LISTED:
        raise GitFailed(
            f"the revision holds more than {LISTED:,} journey files and configurations",
            "name a folder of it",
        )
    files[path] = entry.blob


def _entries(git: Running) -> Iterator[bytes]:
    rest = b""
    while chunk := git.read(_CHUNK):
        *whole, rest = (rest + chunk).split(b"\0")
        yield from whole
        if len(rest) > ENTRY:
            raise GitFailed(f"the revision holds a path of more than {ENTRY:,} bytes")
