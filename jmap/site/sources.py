"""The source files of a site: which there are, and which workspace each belongs to."""

import os
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from jmap.paths import grouped
from jmap.site.readings import Readings
from jmap.site.unit import Unit


@dataclass(frozen=True, slots=True)
class Sources:
    """Source files by workspace, each path absolute."""

    groups: tuple[tuple[str, tuple[str, ...]], ...]
    """The folder of each workspace, and its files that go into the site."""

    @property
    def files(self) -> Iterator[str]:
        """All files."""
        return (file for _, files in self.groups for file in files)

    def units(self, readings: Readings) -> tuple[Unit, ...] | None:
        """A unit for each file; none where one of the files cannot be read."""
        top = os.path.commonpath([root for root, _ in self.groups])
        made = []
        for root, files in self.groups:
            place = "" if root == top else Path(os.path.relpath(root, top)).as_posix()
            for file in files:
                found = readings.now(file)
                if found is None:
                    return None
                made.append(Unit(root, place, file, found.digest))
        return tuple(made)


def sources_of(paths: tuple[str, ...]) -> Sources:
    """The files that paths name. A file that is named twice is there once."""
    groups = []
    for group in grouped(paths):
        files = dict.fromkeys(os.path.abspath(file) for file in group.files)
        groups.append((os.path.abspath(group.root), tuple(sorted(files))))
    return Sources(tuple(sorted(groups)))
