"""What can be added without being listed anywhere: modules of a folder, and what other installed
packages offer under an entry point.
"""

import os
import pkgutil
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from importlib import import_module
from pathlib import Path
from types import ModuleType
from typing import Any

RULES = "jmap.rules"
"""The entry point group where another package names a module of rules, or a rule."""


class Duplicate(ValueError):
    """Two things that claim one name."""


@dataclass(frozen=True, slots=True)
class Plugged:
    """What an entry point of another package led to, or why it led nowhere."""

    name: str
    """As ``package: entry point``."""
    found: Any = None
    fault: str = ""


def modules(package: str) -> Iterator[ModuleType]:
    """Every module of a package, in order of their names."""
    folder = Path(str(import_module(package).__file__)).parent
    for name in sorted(info.name for info in pkgutil.iter_modules([str(folder)])):
        yield import_module(f"{package}.{name}")


def classes(module: ModuleType, base: type[Any]) -> Iterator[type[Any]]:
    """The classes of a kind that a module, or a module below it, defines itself, in the order in
    which it does.
    """
    for item in vars(module).values():
        if isinstance(item, type) and _within(item, module) and issubclass(item, base):
            yield item


def _within(item: type[Any], module: ModuleType) -> bool:
    return f"{item.__module__}.".startswith(f"{module.__name__}.")


def offered(group: str) -> bool:
    """Whether another package offers anything under an entry point group.

    importlib.metadata takes some 25 ms to say so; a glance at the files it would read takes two.
    """
    heading = f"[{group}]".encode()
    return any(heading in _read(path) for path in _entry_point_files())


def plugged(group: str) -> Iterator[Plugged]:
    """What other packages offer under an entry point group. One that cannot be had is no reason
    to go without the others.
    """
    if not offered(group):
        return
    from importlib.metadata import entry_points

    for point in sorted(entry_points(group=group), key=lambda point: (point.name, point.value)):
        name = point.name
        try:
            name = f"{point.dist.name if point.dist else '?'}: {point.name}"
            yield Plugged(name, point.load())
        except (Exception, SystemExit) as fault:  # noqa: BLE001 - whatever somebody else's module does
            yield Plugged(name, fault=f"{type(fault).__name__}: {fault}")


def _entry_point_files() -> Iterator[str]:
    for folder in dict.fromkeys(sys.path):
        try:
            names = os.listdir(folder or ".")  # noqa: PTH208 - names are enough
        except OSError:
            # Not there, not to be read, or an archive.
            continue
        for name in names:
            if name.endswith((".dist-info", ".egg-info")):
                yield f"{folder or '.'}/{name}/entry_points.txt"


def _read(path: str) -> bytes:
    try:
        with open(path, "rb") as file:  # noqa: PTH123
            return file.read()
    except OSError:
        return b""
