"""Which files a path means, which workspace each belongs to, and how paths are shown."""

import os
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

SUFFIX = ".jmap"
CONFIG = "jmap.toml"
SHARED = "pyproject.toml"
"""A file of many tools that may hold a configuration as well."""
ROOT_MARKS = (CONFIG, ".git")
"""What marks the root of a workspace: imports may reach any file below it, and none outside."""


@dataclass(frozen=True, slots=True)
class Group:
    """Files of one workspace."""

    root: Path
    files: list[Path]


def grouped(paths: Iterable[str | Path]) -> list[Group]:
    """The files that paths name, by the workspace they belong to, in the order in which they are
    met.
    """
    groups: dict[Path, Group] = {}
    roots: dict[tuple[Path, Path], Path] = {}
    for path in map(Path, paths):
        base = path if os.path.isdir(path) else path.parent
        for file in found_files(path):
            place = (file.parent, base)
            if place not in roots:
                roots[place] = root_of(*map(_absolute, place))
            root = roots[place]
            groups.setdefault(root, Group(root, [])).files.append(file)
    return list(groups.values())


def found_files(path: Path) -> Iterator[Path]:
    """The journey files of a directory and the folders below it, sorted; a file is itself."""
    if not os.path.isdir(path):
        yield path
        return
    for folder, names, files in os.walk(path):
        names[:] = sorted(filter(is_entered, names))
        for name in sorted(files):
            # A link may lead anywhere; one that is meant can be named.
            if name.endswith(SUFFIX) and not Path(folder, name).is_symlink():
                yield Path(folder, name)


def is_entered(name: str) -> bool:
    """Whether a search for journey files goes into a folder of a name."""
    return not name.startswith(".") and name != "node_modules"


def is_found(path: str, below: str = "") -> bool:
    """Whether a search through a folder finds a file, or is given it: for paths of a revision, from
    its root, with slashes.
    """
    if not path.endswith(SUFFIX) or not is_in(path, below):
        return False
    folders = path[len(below) :].split("/")[:-1]
    return all(map(is_entered, filter(None, folders)))


def is_in(path: str, below: str) -> bool:
    """Whether a path is a file or folder, or below it; everything is below nothing."""
    return not below or path == below or path.startswith(f"{below}/")


def folders_of(path: str) -> Iterator[str]:
    """The folders that a path of a revision lies in, the nearest first; the root is empty."""
    while path:
        path = path.rpartition("/")[0]
        yield path


def root_of(folder: Path, otherwise: Path) -> Path:
    """The nearest folder upwards that holds a root mark, or what to take where none does."""
    for candidate in (folder, *folder.parents):
        if any(os.path.exists(candidate / mark) for mark in ROOT_MARKS):
            return candidate
    return otherwise


def config_file(root: Path) -> Path | None:
    """The file that configures the workspace of a root, if there is one."""
    return next((root / name for name in (CONFIG, SHARED) if (root / name).is_file()), None)


def shown_path(path: str | Path) -> str:
    """A path as people see it: relative to the working directory where it lies below, with
    slashes.
    """
    absolute = _absolute(path)
    try:
        return absolute.relative_to(Path.cwd()).as_posix()
    except ValueError:
        return absolute.as_posix()


def below_root(path: str | Path, root: Path | None) -> str:
    """A path from the root of a workspace, with slashes; as it is where it does not lie below."""
    absolute = Path(path).absolute()
    if root is not None and absolute.is_relative_to(root.absolute()):
        return absolute.relative_to(root.absolute()).as_posix()
    return str(path)


def _absolute(path: str | Path) -> Path:
    # Unlike Path.resolve this follows no link: what is shown is what was typed.
    return Path(os.path.abspath(path))
