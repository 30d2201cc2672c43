"""A repository, its revisions, and the files that each of them holds."""

import os
import posixpath
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from jmap.git import advice
from jmap.git.blobs import ID, read_blobs
from jmap.git.failure import GitFailed, shown
from jmap.git.name import checked
from jmap.git.running import Running, ask
from jmap.git.sizes import object_named
from jmap.git.tree import Tree, listing
from jmap.git.unknown import is_shallow, unknown, verified

_NO_REPOSITORY = "fatal: not a git repository (or any"


@dataclass(frozen=True, slots=True)
class Revision:
    """One commit, and the name by which it was asked for."""

    name: str
    commit: str
    """Its id in full."""


@dataclass(frozen=True, slots=True)
class Repository:
    """A git repository. Whatever is asked of it is read from its objects; nothing is written, run
    or fetched. Every question raises ``GitFailed`` where there is no answer.
    """

    folder: Path
    """Where it was found: git looks for it from here each time, and asks whether to trust it."""
    root: Path | None
    """The folder of its working tree; none where it is bare."""

    @classmethod
    def around(cls, path: Path) -> "Repository | None":
        """The repository that a file or folder lies in; none where it lies in none."""
        folder = _existing_folder(path)
        answer = ask(folder, "rev-parse", "--show-toplevel")
        if answer.status == 0:
            return cls(folder, Path(os.fsdecode(answer.output.removesuffix(b"\n"))))
        if answer.complaint.startswith(_NO_REPOSITORY):
            return None
        if "must be run in a work tree" in answer.complaint:
            return cls(folder, None)
        raise advice.refused(answer)

    @classmethod
    def holding(cls, path: Path) -> "Repository":
        """As ``around``, where there has to be one."""
        found = cls.around(path)
        if found is None:
            raise GitFailed(
                f"{shown(os.fspath(path))} is in no git repository",
                "run jmap inside of one, or name files and folders in place of revisions",
            )
        return found

    def below(self, path: Path) -> str:
        """A file or folder of the working tree as ``files`` takes it: from the root, with slashes;
        empty for the root itself. It need not exist now. Where there is no working tree, only the
        place where the repository was found stands for its root.
        """
        whole = Path(os.path.abspath(path))
        if self.root is None:
            if os.path.realpath(whole) == os.fspath(self.folder):
                return ""
            raise GitFailed("this repository is bare: it has no folder of files")
        inside = _from_root(whole, self.root)
        if inside is None:
            raise GitFailed(
                f"{shown(os.fspath(path))} is not in the repository {shown(str(self.root))}"
            )
        _require_no_link(inside, self.root)
        return "" if inside == Path() else inside.as_posix()

    def resolve(self, name: str) -> Revision:
        """The commit that a name means: a branch, tag or id, with steps such as `~3`."""
        answer = verified(self.folder, checked(name))
        commit = answer.output.decode("ascii", "replace").removesuffix("\n")
        if answer.status or not ID.fullmatch(commit):
            raise unknown(self.folder, name, answer)
        if "is ambiguous" in answer.complaint:
            raise GitFailed(
                f"{shown(name)} is the name of more than one thing here",
                f"say which: `heads/{name}` for the branch, `tags/{name}` for the tag",
            )
        return Revision(name, commit)

    def merge_base(self, one: Revision, other: Revision) -> Revision:
        """The commit at which the histories of two parted: of several, the one git names first."""
        answer = ask(self.folder, "merge-base", one.commit, other.commit)
        commit = answer.output.decode("ascii", "replace").removesuffix("\n")
        if answer.status == 0 and ID.fullmatch(commit):
            return Revision(f"{one.name}...{other.name}", commit)
        if answer.status != 1:
            raise advice.refused(answer)
        if is_shallow(self.folder):
            raise advice.cut_off(one.name, other.name)
        raise advice.apart(one.name, other.name)

    def files(self, revision: Revision, below: str = "") -> Tree:
        """The journey files and configurations of a revision, or of one of its folders; the path
        of a file gives that file, whatever it is called.
        """
        path = _inside(below)
        asked = (revision.commit, *([path] if path else []))
        with Running(self.folder, "ls-tree", "-rz", "--full-tree", "--", *asked) as git:
            found = listing(git, path)
        if path and not found.entries:
            raise GitFailed(
                f"{shown(path)} is not in the revision {shown(revision.name)}",
                f"see what is: git ls-tree -r --name-only --full-tree {revision.commit[:12]}",
            )
        return Tree(revision.commit, found.files)

    def contents(
        self, blobs: Iterable[str], *trees: Tree, skip_large: bool = False
    ) -> dict[str, bytes]:
        """The content of objects by their ids, all from one git.

        ``trees`` are where the ids come from: by them messages name files, and the bounds of a
        workspace count once for each. An object that is too large for a file is refused, or left
        out.
        """
        wanted = list(dict.fromkeys(blobs))
        for blob in wanted:
            if not ID.fullmatch(blob):
                raise GitFailed(f"{shown(blob)} cannot be the id of an object")
        if not wanted:
            return {}
        with Running(self.folder, "cat-file", "--batch") as git:
            return read_blobs(
                git,
                wanted,
                lambda blob: _named(blob, trees),
                max(1, len(trees)),
                skip_large=skip_large,
            )


def _existing_folder(path: Path) -> Path:
    # The real one: from inside a link, git would look for the repository elsewhere.
    real = Path(os.path.realpath(path))
    return next((folder for folder in (real, *real.parents) if os.path.isdir(folder)), real)


def _inside(below: str) -> str:
    """The path to ask for; empty for everything."""
    path = posixpath.normpath(below)
    if "\0" in path or path.startswith("/") or path.split("/")[0] == "..":
        raise GitFailed(f"{shown(below)} is no path inside of a repository")
    return "" if path == "." else path


def _named(blob: str, trees: Iterable[Tree]) -> str:
    path = next((path for tree in trees if (path := tree.path_of(blob))), None)
    return object_named(blob) if path is None else shown(path)


def _from_root(whole: Path, root: Path) -> Path | None:
    """A path from the root of a repository, as it is written; where the repository, or what lies
    in it, is reached over a link, that is followed.
    """
    if whole.is_relative_to(root):
        return whole.relative_to(root)
    for above in reversed((whole, *whole.parents)):
        real = Path(os.path.realpath(above))
        if real.is_relative_to(root):
            return real.relative_to(root) / whole.relative_to(above)
    return None


def _require_no_link(inside: Path, root: Path) -> None:
    """Refuses what lies behind a link of the working tree: git holds nothing there. Followed, a
    change that puts a link in the place of a folder would have something else compared.
    """
    for above in reversed(inside.parents[:-1]):
        if (root / above).is_symlink():
            real = Path(os.path.realpath(root / inside))
            named = real.relative_to(root) if real.is_relative_to(root) else real
            raise GitFailed(
                f"{shown(above.as_posix())} is a link, and a revision holds nothing behind it",
                f"name the folder itself: {shown(named.as_posix())}",
            )
