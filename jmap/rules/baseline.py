"""The baseline: findings that an old project has and will mend later, so that only new ones are
shown.

It is a JSON file in the repository. A finding is known by its file, its rule and its address in the
map, or its message where it has none: it stays known when lines move.
"""

import json
import os
from collections import Counter
from collections.abc import Collection, Iterable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, NamedTuple

from jmap.diagnostics import Diagnostic, Severity

VERSION = 1


class Known(NamedTuple):
    """What a finding is recognised by."""

    path: str
    """From the folder of the baseline, with slashes."""
    name: str
    at: str
    """Its address, else its message."""


class UnreadableBaseline(ValueError):
    """A file that is no baseline."""


@dataclass(slots=True)
class Baseline:
    """A baseline that lies in a folder, and what of it has been found so far."""

    folder: Path
    left: Counter[Known]
    """What it holds and nobody has found yet."""
    hidden: int = 0
    """How many findings it has held back."""
    _paths: dict[str, str] = field(default_factory=dict)

    def sifted(self, found: Iterable[Diagnostic], rules: Collection[str]) -> tuple[Diagnostic, ...]:
        """Findings less those that it holds. What rules find can wait, and what is no error."""
        shown: list[Diagnostic] = []
        for item in found:
            key = _key(item, self.folder, self._paths)
            if _can_wait(item, rules) and self.left[key] > 0:
                self.left[key] -= 1
                self.hidden += 1
            else:
                shown.append(item)
        return tuple(shown)

    def gone(self, paths: Iterable[str], names: Collection[str]) -> int:
        """How much of it was not found any more in some files, by what went by some names there."""
        looked = {_below(path, self.folder) for path in paths}
        return sum(
            count
            for key, count in self.left.items()
            if count > 0 and key.path in looked and key.name in names
        )

    def lost(self, folders: Iterable[Path]) -> int:
        """How much of it is about files in some folders that are not there any more."""
        absolute = [os.path.abspath(folder) for folder in folders]
        return sum(
            count
            for key, count in self.left.items()
            if count > 0 and _missing(os.path.normpath(self.folder / key.path), absolute)
        )


def read_baseline(content: bytes, folder: Path) -> Baseline:
    """The baseline that a file in a folder holds. Raises ``UnreadableBaseline``."""
    try:
        data: Any = json.loads(content)
        if data["version"] != VERSION:
            raise UnreadableBaseline(f"it is of version {data['version']}, not of {VERSION}")
        found: Counter[Known] = Counter()
        for entry in data["findings"]:
            found[_read_key(entry)] += _read_count(entry)
    except UnreadableBaseline:
        raise
    except (ValueError, LookupError, TypeError, AttributeError, RecursionError):
        raise UnreadableBaseline("this is no baseline: --write-baseline makes one") from None
    return Baseline(folder, found)


def baseline(found: Iterable[Diagnostic], folder: Path, rules: Collection[str]) -> bytes:
    """The baseline of some findings, to lie in a folder."""
    paths: dict[str, str] = {}
    counted = Counter(_key(item, folder, paths) for item in found if _can_wait(item, rules))
    entries = [
        {"path": key.path, "rule": key.name, "at": key.at, "count": counted[key]}
        for key in sorted(counted)
    ]
    document = {"version": VERSION, "findings": entries}
    return (json.dumps(document, ensure_ascii=False, indent=2) + "\n").encode("utf-8", "replace")


def _can_wait(item: Diagnostic, rules: Collection[str]) -> bool:
    # An error of the language, of the configuration or of a rule itself never waits.
    return item.name in rules or item.severity is not Severity.ERROR


def _key(item: Diagnostic, folder: Path, paths: dict[str, str]) -> Known:
    path = paths.get(item.path)
    if path is None:
        path = paths[item.path] = _below(item.path, folder)
    return Known(path, item.name, item.address or item.message)


def _below(path: str, folder: Path) -> str:
    return Path(os.path.relpath(path, folder)).as_posix()


def _missing(path: str, folders: Iterable[str]) -> bool:
    inside = any(Path(path).is_relative_to(folder) for folder in folders)
    return inside and not os.path.lexists(path)


def _read_key(entry: dict[str, Any]) -> Known:
    key = Known(entry["path"], entry["rule"], entry["at"])
    if not all(isinstance(part, str) for part in key) or "\0" in key.path:
        raise TypeError("a finding is known by texts")
    return key


def _read_count(entry: dict[str, Any]) -> int:
    count = entry["count"]
    if not isinstance(count, int) or isinstance(count, bool) or count < 1:
        raise TypeError("a count is a whole number, 1 or more")
    return count
