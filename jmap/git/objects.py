"""Commits and their folders as git keeps them, read by their ids without any command that
compares.
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from jmap.git.advice import refused
from jmap.git.failure import GitFailed, shown
from jmap.git.message import LONGEST, Message, read_message
from jmap.git.running import Running
from jmap.git.sizes import Kind, size_of
from jmap.git.tree import LISTED
from jmap.paths import CONFIG, SHARED, SUFFIX

AT_ONCE = 100
"""How many objects git is asked for before its answers are read: more would fill the pipe."""
FOLDER_BYTES = 64 * 1024 * 1024
"""Largest listing of one folder."""
DEEPEST = 200
"""How deep folders may lie in one another."""

_ENTRY = {size: re.compile(rb"(\d{5,6}) ([^\0]+)\0(.{%d})" % size, re.DOTALL) for size in (20, 32)}
_PIECE = 1024 * 1024


@dataclass(frozen=True, slots=True, eq=False)
class Folder:
    """A folder of a revision: its journey files and configurations, and the folders that hold
    any.
    """

    files: Mapping[str, str] = field(default_factory=dict)
    """The object of each file, by its name."""
    folders: Mapping[str, "Folder"] = field(default_factory=dict)
    count: int = 0
    """How many files there are, in the folders below as well."""

    def paths(self, above: str = "") -> Iterator[tuple[str, str]]:
        """Every file by its path, and its object."""
        for name, blob in self.files.items():
            yield above + name, blob
        for name, folder in self.folders.items():
            yield from folder.paths(f"{above}{name}/")


NOTHING = Folder()
"""A folder without a file that matters."""


def differing(before: Folder, after: Folder, above: str = "") -> Iterator[tuple[str, str, str]]:
    """The path of each file that two folders do not share, with its object in either; empty where
    it is not there. What is the same folder is not looked into.
    """
    if before is after:
        return
    for name in {**before.files, **after.files}:
        old, new = before.files.get(name, ""), after.files.get(name, "")
        if old != new:
            yield above + name, old, new
    for name in {**before.folders, **after.folders}:
        old_one, new_one = before.folders.get(name, NOTHING), after.folders.get(name, NOTHING)
        yield from differing(old_one, new_one, f"{above}{name}/")


@dataclass(slots=True)
class Objects:
    """What has been read of one repository; every folder is read once, in however many commits it
    is.
    """

    messages: dict[str, Message] = field(default_factory=dict)
    """By the id of the commit."""
    _listed: dict[str, "_Listed"] = field(default_factory=dict)
    _folders: dict[str, Folder] = field(default_factory=dict)

    def read(self, git: Running, commits: Iterable[str], *, folders: bool) -> None:
        """Reads commits, and their folders, from a `git cat-file --batch`. Raises ``GitFailed``."""
        wanted = list(dict.fromkeys(commits))
        for commit, content in _contents(git, self._new(wanted, self.messages), "commit"):
            self.messages[commit] = read_message(content)
        level = [self.messages[commit].tree for commit in wanted] if folders else []
        for _ in range(DEEPEST + 1):
            new = self._new(level, self._listed)
            if not new:
                break
            level = []
            for tree, content in _contents(git, new, "tree"):
                self._listed[tree] = _read_folder(content, len(tree) // 2)
                level += self._listed[tree].folders.values()
        else:
            raise GitFailed(f"folders of the revision lie more than {DEEPEST} deep in one another")
        answer = git.ended()
        if answer.status:
            raise refused(answer)

    def folder(self, commit: str) -> Folder:
        """The whole tree of a commit that was read with its folders."""
        return self._built(self.messages[commit].tree)

    def _new(self, ids: Iterable[str], known: Mapping[str, object]) -> list[str]:
        return [one for one in dict.fromkeys(ids) if one not in known]

    def _built(self, tree: str) -> Folder:
        # As deep as reading has allowed.
        if tree not in self._folders:
            listed = self._listed[tree]
            built = {name: self._built(one) for name, one in listed.folders.items()}
            folders = {name: folder for name, folder in built.items() if folder.count}
            count = len(listed.files) + sum(folder.count for folder in folders.values())
            if count > LISTED:
                raise GitFailed(
                    f"a revision holds more than {LISTED:,} journey files and configurations"
                )
            self._folders[tree] = Folder(listed.files, folders, count) if count else NOTHING
        return self._folders[tree]


@dataclass(frozen=True, slots=True)
class _Listed:
    files: dict[str, str]
    folders: dict[str, str]


def _read_folder(content: bytes, id_size: int) -> _Listed:
    found = _Listed({}, {})
    for mode, raw, own in _ENTRY[id_size].findall(content):
        is_folder, is_file = mode in (b"40000", b"040000"), mode.startswith(b"100")
        if not is_folder and not is_file:
            continue  # links, and other repositories
        name = raw.decode("utf-8", "surrogateescape")
        if not is_folder and not (name.endswith(SUFFIX) or name in (CONFIG, SHARED)):
            continue
        if name in ("", ".", "..") or "/" in name:
            raise GitFailed(f"the revision is damaged: it holds the name {shown(name)}")
        (found.folders if is_folder else found.files)[name] = own.hex()
    return found


def _contents(git: Running, ids: Sequence[str], kind: Kind) -> Iterator[tuple[str, bytes]]:
    for start in range(0, len(ids), AT_ONCE):
        portion = ids[start : start + AT_ONCE]
        git.say("\n".join(portion))
        for one in portion:
            yield one, _taken(git, size_of(git, one, kind), kind)


def _taken(git: Running, size: int, kind: Kind) -> bytes:
    """The content of an object; of a long message its beginning and its end."""
    if kind == "tree":
        if size > FOLDER_BYTES:
            raise GitFailed(f"a folder of the revision is listed in {size:,} bytes")
        return git.read(size + 1)[:-1]
    first = git.read(min(size, LONGEST))
    rest, last = size - len(first), b""
    while rest:
        piece = git.read(min(rest, _PIECE))
        if not piece:
            raise refused(git.ended())
        rest -= len(piece)
        last = (last + piece)[-LONGEST:]
    git.read(1)
    cut = size > len(first) + len(last)
    return first + (b"\n" if cut else b"") + last
