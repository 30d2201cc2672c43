"""The history of journey files: which commits changed them, who made these, when and why.

Two programs answer: `git rev-list` says which commits there are, `git cat-file` hands over the
commits and folders themselves. Nothing compares, shows or converts, so nothing that a repository
configures for that is ever run.
"""

import os
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from typing import Literal

from jmap.git.advice import refused
from jmap.git.failure import GitFailed
from jmap.git.message import Trailer
from jmap.git.objects import NOTHING, Folder, Objects, differing
from jmap.git.revision import Repository, Revision
from jmap.git.running import Running, ask
from jmap.git.tree import Tree
from jmap.paths import CONFIG, SUFFIX

MOST = 100_000
"""Most commits of a range, unless fewer are asked for."""

Which = Literal["changed", "first-parent", "any"]
"""``changed``: all that changed journey files, on every branch that was merged; what a merge only
took over from one of its sides is told of that side. ``first-parent``: what changed on the branch
itself, where a merge is one step and stands for all it brought. ``any``: every commit there is.
"""

_CHUNK = 64 * 1024
_LONGEST = 64 * 1024
_LINE = re.compile(rb"[0-9a-f ]+")
_SPECIAL = re.compile(r"([\\*?\[\]])")


@dataclass(frozen=True, slots=True)
class Entry:
    """One commit of a history, not yet read."""

    id: str
    parents: tuple[str, ...]
    """The nearest before it in the history, the branch itself first where it is among them."""


@dataclass(frozen=True, slots=True)
class Changed:
    """A journey file or configuration that a commit changed."""

    path: str
    """From the root of the repository, with slashes; bytes that are not UTF-8 as surrogates."""
    before: str
    """The object that held it in the first parent; empty where it was not there."""
    after: str
    """The object that holds it; empty where it is gone."""


@dataclass(frozen=True, slots=True)
class Commit:
    """One commit of a history. All texts are as somebody wrote them, control characters included,
    but on one line and cut where they are long.
    """

    id: str
    parents: tuple[str, ...]
    """As of ``Entry``."""
    author: str
    mail: str
    authored: datetime
    """In the author's time zone."""
    committed: datetime
    subject: str
    trailers: tuple[Trailer, ...]
    changed: tuple[Changed, ...] = field(default=(), repr=False)
    """The journey files and configurations that differ from the first parent, or from nothing; of
    a merge that is all it brought. Renaming a file is two of them with one object.
    """
    cut: bool = False
    """Whether its parents are not in this shallow clone, so that it looks like a beginning."""
    folder: Folder = field(default=NOTHING, repr=False)

    @property
    def short(self) -> str:
        """The beginning of its id, as people write it."""
        return self.id[:9]

    @property
    def tree(self) -> Tree:
        """All journey files and configurations of the commit."""
        return Tree(self.id, dict(sorted(self.folder.paths())))


@dataclass(slots=True)
class History:
    """The commits of a range, the newest first, no commit before those that follow it."""

    repository: Repository
    entries: tuple[Entry, ...]
    shallow: frozenset[str] = frozenset()
    """The commits at which a shallow clone ends."""
    _objects: Objects = field(default_factory=Objects, repr=False)

    def read(self, entries: Sequence[Entry], *, folders: bool = True) -> tuple[Commit, ...]:
        """Some of the commits, with one git for all. Raises ``GitFailed``.

        Without folders, ``changed`` and ``tree`` are empty.
        """
        wanted = [one.id for one in entries]
        if folders:
            wanted += [one.parents[0] for one in entries if one.parents]
        if wanted:
            with Running(self.repository.folder, "cat-file", "--batch") as git:
                self._objects.read(git, wanted, folders=folders)
        return tuple(self._commit(one, folders=folders) for one in entries)

    def _commit(self, entry: Entry, *, folders: bool) -> Commit:
        said = self._objects.messages[entry.id]
        own, before = NOTHING, NOTHING
        if folders:
            own = self._objects.folder(entry.id)
            before = self._objects.folder(entry.parents[0]) if entry.parents else NOTHING
        return Commit(
            entry.id,
            entry.parents,
            said.author.name,
            said.author.mail,
            said.author.when,
            said.committer.when,
            said.subject,
            said.trailers,
            tuple(Changed(*one) for one in differing(before, own)) if folders else (),
            entry.id in self.shallow,
            own,
        )


def history(
    repository: Repository,
    last: Revision,
    since: Revision | None = None,
    below: str = "",
    *,
    which: Which = "changed",
    most: int = MOST,
) -> History:
    """Which commits there are up to ``last``, without those up to ``since``, from one git.

    ``below`` is a file or folder from the root of the repository: only what changes journey files
    or the configuration there counts. Raises ``GitFailed``.
    """
    asked = ["rev-list", "--parents", "--topo-order", f"--max-count={most}", *_kind(which)]
    ends = [last.commit, *([f"^{since.commit}"] if since else [])]
    paths = [] if which == "any" else ["--", *_patterns(below)]
    with Running(repository.folder, "--no-literal-pathspecs", *asked, *ends, *paths) as git:
        entries = tuple(_entries(git))
    return History(repository, entries, _ends(repository))


def commits(
    repository: Repository,
    last: Revision,
    since: Revision | None = None,
    below: str = "",
    *,
    which: Which = "changed",
    most: int = MOST,
) -> tuple[Commit, ...]:
    """The commits of a ``history``, all of them read; those of ``any`` kind without their files."""
    found = history(repository, last, since, below, which=which, most=most)
    return found.read(found.entries, folders=which != "any")


def _kind(which: Which) -> tuple[str, ...]:
    if which == "any":
        return ()
    # Simplified only where the parts that are left out changed nothing at all.
    return (
        ("--first-parent",) if which == "first-parent" else ("--full-history", "--simplify-merges")
    )


def _patterns(below: str) -> Iterator[str]:
    """What git is to look at, as patterns from the root of the repository."""
    if below.endswith(SUFFIX):
        yield f":(top,literal){below}"
    folder = _SPECIAL.sub(r"\\\1", f"{below}/" if below else "")
    for name in (f"*{SUFFIX}", CONFIG):
        yield f":(top,glob){folder}**/{name}"


def _entries(git: Running) -> Iterator[Entry]:
    rest = b""
    while chunk := git.read(_CHUNK):
        *lines, rest = (rest + chunk).split(b"\n")
        for line in lines:
            yield _entry(line)
        if len(rest) > _LONGEST:
            raise GitFailed("git lists a commit with more parents than jmap takes")
    answer = git.ended()
    if answer.status or rest:
        raise refused(answer)


def _entry(line: bytes) -> Entry:
    if not _LINE.fullmatch(line):
        raise GitFailed("git lists a commit in a way that jmap does not understand")
    own, *parents = line.decode("ascii").split(" ")
    return Entry(own, tuple(parents))


def _ends(repository: Repository) -> frozenset[str]:
    """The commits whose parents a shallow clone has left out."""
    answer = ask(repository.folder, "rev-parse", "--is-shallow-repository", "--git-path", "shallow")
    said, _, path = answer.output.removesuffix(b"\n").partition(b"\n")
    if answer.status or said != b"true":
        return frozenset()
    try:
        kept = Path(repository.folder, os.fsdecode(path)).read_bytes()
    except OSError:
        return frozenset()
    return frozenset(kept.decode("ascii", "replace").split())
