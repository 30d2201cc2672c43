"""Compiles the catalogues of fixed phrases: each ``jmap/locale/<language>/<domain>.po`` to the
``.mo`` beside it, which is what the program reads.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import polib

from jmap.locale import FOLDER


@dataclass(frozen=True, slots=True)
class Compiled:
    """A compiled catalogue, as it should be."""

    path: Path
    content: bytes


def compiled(folder: Path = FOLDER) -> Iterator[Compiled]:
    """Every catalogue of a folder, compiled. Fuzzy and empty phrases are left out.

    Raises ``OSError`` with file and line for a catalogue that cannot be read.
    """
    for path in sorted(folder.glob("*/*.po")):
        catalogue = polib.pofile(str(path), encoding="utf-8", check_for_duplicates=True)
        yield Compiled(path.with_suffix(".mo"), catalogue.to_binary())


def write(folder: Path = FOLDER) -> list[Path]:
    """Writes every compiled catalogue that is not current, and returns their paths."""
    stale = [
        item
        for item in compiled(folder)
        if not item.path.exists() or item.path.read_bytes() != item.content
    ]
    for item in stale:
        item.path.write_bytes(item.content)
    return [item.path for item in stale]


if __name__ == "__main__":
    for written in write():
        print(written)
