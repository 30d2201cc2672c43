"""What was measured before, kept between runs: under everything that it depends on."""

import json
from collections.abc import Mapping
from dataclasses import astuple, dataclass, field
from datetime import date
from pathlib import Path
from typing import Any

from jmap import __version__
from jmap.cache import cache_folder, fingerprint
from jmap.files import Unwritable, digest_of, write_file
from jmap.history.day import Span
from jmap.history.figures import figures_of
from jmap.history.measuring import Measurement
from jmap.registry import RULES, offered

_BOOKS = 16
"""Of how many repositories, and versions of jmap, anything is remembered."""
_LARGEST = 64 * 1024 * 1024
_KEPT = 20_000
"""Most files in one state, and most contents, that are remembered: the latest."""


@dataclass(slots=True)
class Book:
    """Measurements by what they were made from, and the imports of contents by their ids."""

    path: Path | None = None
    measurements: dict[str, list[Measurement]] = field(default_factory=dict)
    imports: dict[str, frozenset[str]] = field(default_factory=dict)
    _changed: bool = False

    def find(self, key: str, day: date) -> Measurement | None:
        """What was measured under a key and holds on a day."""
        found = self.measurements.get(key, ())
        return next((one for one in found if one.span.holds(day)), None)

    def add(self, key: str, made: Measurement) -> None:
        """Remembers a measurement."""
        self.measurements.setdefault(key, []).append(made)
        self._changed = True

    def close(self, imports: Mapping[str, frozenset[str]]) -> None:
        """Writes the book, if there is anything new in it; where that cannot be, it is not."""
        if self.path is None or not self._changed:
            return
        kept = list(self.measurements.items())[-_KEPT:]
        told = {
            "measurements": [[key, [_told(one) for one in found]] for key, found in kept],
            "imports": [[key, sorted(names)] for key, names in list(imports.items())[-_KEPT:]],
        }
        payload = json.dumps(told).encode("ascii")
        try:
            # Titles of maps are in it: they may be nobody else's business.
            self.path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
            write_file(self.path, digest_of(payload).encode() + b"\n" + payload, mode=0o600)
            _forget_oldest(self.path.parent)
        except (OSError, Unwritable):
            return


def _forget_oldest(folder: Path) -> None:
    books = sorted(folder.glob("*.json"), key=lambda path: path.stat().st_mtime_ns)
    for path in books[:-_BOOKS]:
        path.unlink(missing_ok=True)


def opened(place: str) -> Book:
    """The book of a repository for this very jmap; an empty one where none can be read. Nothing is
    kept where other packages plug in rules: what these find depends on more than is known here.
    """
    folder = cache_folder()
    if folder is None or offered(RULES):
        return Book()
    name = digest_of(json.dumps([__version__, fingerprint(), place]).encode("utf-8"))
    book = Book(folder / "history" / f"{name}.json")
    try:
        _read(book)
    except (OSError, ValueError, LookupError, TypeError, AttributeError):
        # Nothing there, or not what was written there.
        book.measurements.clear()
        book.imports.clear()
    return book


def _read(book: Book) -> None:
    assert book.path is not None
    if book.path.stat().st_size > _LARGEST:
        return
    digest, _, payload = book.path.read_bytes().partition(b"\n")
    if digest.decode("ascii") != digest_of(payload):
        return
    told = json.loads(payload)
    for key, found in told["measurements"]:
        book.measurements[key] = [_heard(one) for one in found]
    for key, names in told["imports"]:
        book.imports[key] = frozenset(names)


def _told(one: Measurement) -> dict[str, Any]:
    return {
        "journeys": {key: astuple(figures) for key, figures in one.journeys.items()},
        "titles": one.titles,
        "was": one.was,
        "languages": one.languages,
        "other": astuple(one.other),
        "span": [one.span.first.isoformat(), one.span.last.isoformat()],
    }


def _heard(told: Any) -> Measurement:
    return Measurement(
        {key: figures_of(values) for key, values in told["journeys"].items()},
        dict(told["titles"]),
        dict(told["was"]),
        dict(told["languages"]),
        figures_of(told["other"]),
        Span(*map(date.fromisoformat, told["span"])),
    )
