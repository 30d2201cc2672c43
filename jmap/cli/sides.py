"""The two sides of a comparison: files and folders as they lie there, or as git keeps them."""

import os
import posixpath
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from jmap.cli.inputs import load_inputs
from jmap.git import GitFailed, Repository, Revision, Tree
from jmap.loading import Loaded, load_group
from jmap.paths import CONFIG, SUFFIX, Group, shown_path


@dataclass(frozen=True, slots=True)
class Side:
    """The workspaces of one side, by their folders from where was asked."""

    name: str
    loaded: dict[str, Loaded]


@dataclass(frozen=True, slots=True)
class Sides:
    """What to compare with what."""

    before: Side
    after: Side


def sides(old: str, new: str | None, path: str) -> Sides:
    """What two operands mean: paths that are there, else revisions, ``REV:PATH``, ``A...B``.

    Without a new side it is the working tree. ``path`` is what to compare in a revision and in the
    working tree. Raises ``GitFailed``.
    """
    if new is None and "..." in old and not os.path.lexists(old):
        one, _, other = old.partition("...")
        return _since(one or "HEAD", other or "HEAD", path)
    before = _side(old, path)
    return Sides(before, _files(path) if new is None else _side(new, path))


def _since(one: str, other: str, path: str) -> Sides:
    """From where two branches parted to the second."""
    repository = Repository.holding(Path(path))
    last = repository.resolve(other)
    base = repository.merge_base(repository.resolve(one), last)
    below = repository.below(Path(path))
    return Sides(_kept(repository, base, below), _kept(repository, last, below))


def _side(operand: str, path: str) -> Side:
    if os.path.lexists(operand):
        return _files(operand)
    revision, colon, inside = operand.partition(":")
    repository = Repository.holding(Path(path))
    below = posixpath.normpath(inside) if colon else repository.below(Path(path))
    return _kept(repository, repository.resolve(revision), "" if below == "." else below)


def _files(path: str) -> Side:
    base = Path(os.path.abspath(path))
    found = {_from(one.root, base): one for one in load_inputs((path,))}
    return Side(path, found)


def _from(root: Path | None, base: Path) -> str:
    """The folder of a workspace from a path; one above it is the same on both sides."""
    if root is None or not root.is_relative_to(base):
        return ""
    return root.relative_to(base).as_posix().removeprefix(".")


def _kept(repository: Repository, revision: Revision, below: str) -> Side:
    """A revision as if it lay in a folder of its name, which is how messages show its files."""
    # Configurations above the path that was asked for mark workspaces as well.
    whole = repository.files(revision)
    if below and not any(_is_in(file, below) for file in whole.files):
        repository.files(revision, below)
    wanted = {path: blob for path, blob in whole.files.items() if path.endswith(SUFFIX)}
    contents = repository.contents(wanted.values(), whole)
    home = Path.cwd() / f"{revision.name}:"
    instead = {shown_path(home / path): contents[blob] for path, blob in wanted.items()}
    loaded = {}
    for root, files in _workspaces(whole, below).items():
        group = Group(home / root, [home / file for file in files])
        base = home / below
        loaded[_from(group.root, base)] = load_group(group, instead=instead, closed=True)
    if not loaded:
        raise GitFailed(f"there is no {SUFFIX} file in {below or 'the revision'} {revision.name}")
    return Side(revision.name, loaded)


def _workspaces(tree: Tree, below: str) -> dict[str, list[str]]:
    """The journey files by the folder of their workspace."""
    found: dict[str, list[str]] = {}
    for path in sorted(tree.files):
        if path.endswith(SUFFIX) and _is_in(path, below) and not _is_hidden(path, below):
            found.setdefault(_root(tree, path), []).append(path)
    return found


def _root(tree: Tree, path: str) -> str:
    return next((up for up in _folders(path) if posixpath.join(up, CONFIG) in tree.files), "")


def _folders(path: str) -> Iterator[str]:
    while path:
        path = posixpath.dirname(path)
        yield path


def _is_in(path: str, below: str) -> bool:
    return not below or path == below or path.startswith(f"{below}/")


def _is_hidden(path: str, below: str) -> bool:
    """Whether a search through folders leaves a file out."""
    inside = posixpath.dirname(path)[len(below) :].split("/")
    return any(name.startswith(".") or name == "node_modules" for name in inside if name)
