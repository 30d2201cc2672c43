"""What there is to see: the journeys of the last good files, and what is wrong with the present
ones.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from pathlib import Path

from jmap.api import check
from jmap.diagnostics import Diagnostic
from jmap.files import FileRead
from jmap.loading import Loaded, load_each
from jmap.paths import grouped
from jmap.preview.drawn import Drawn
from jmap.syntax.fold import fold
from jmap.views.language import language_of


@dataclass(frozen=True, slots=True)
class Part:
    """What there is to see of one workspace."""

    root: Path
    journeys: tuple[Drawn, ...]
    """Those of its last good files."""
    diagnostics: tuple[Diagnostic, ...] = ()
    read: tuple[FileRead, ...] = ()
    complete: bool = True
    """Whether every file could be read."""
    language: str = "en"
    """What its first journey is written in, as far as it can be read."""
    good: bool = True
    """Whether the journeys are those of the present files."""

    def says_the_same(self, other: "Part") -> bool:
        """Whether the files are what they were for another look, and so is what is said of them."""
        return (self.root, self.read, _told(self)) == (other.root, other.read, _told(other))


@dataclass(frozen=True)
class Outcome:
    """What came of one look at the files."""

    parts: tuple[Part, ...] = ()
    fault: str = ""
    """Why they could not even be read, where jmap itself is to blame."""
    today: date | None = None
    """The day on which rules judge dates; without one, no rule runs."""

    @cached_property
    def journeys(self) -> Mapping[str, Drawn]:
        """Every journey by the key that pages know it by: its id, and a number where others have
        that.
        """
        found: dict[str, Drawn] = {}
        for part in self.parts:
            for drawn in part.journeys:
                found[_free(fold(drawn.journey.id), found)] = drawn
        return found

    @cached_property
    def diagnostics(self) -> tuple[Diagnostic, ...]:
        """Everything that is said of the present files."""
        return tuple(item for part in self.parts for item in part.diagnostics)

    @property
    def good(self) -> bool:
        """Whether all that is shown is what the files say now."""
        return not self.fault and all(part.good for part in self.parts)

    @property
    def complete(self) -> bool:
        """Whether every file could be read; one that could not may lie where nobody watches."""
        return not self.fault and all(part.complete for part in self.parts)

    @property
    def language(self) -> str:
        """The language of the first journey, English where there is none."""
        return next((part.language for part in self.parts), "en")


def look(paths: tuple[str, ...], before: Outcome | None = None) -> Outcome:
    """Reads the files again. A workspace with errors keeps the journeys that it had before. Rules
    look at the others, where there is a day on which they can judge dates.

    Returns ``before`` itself where nothing has changed. Nothing is drawn yet, and nothing raises.
    """
    before = before or Outcome()
    try:
        now = Outcome(tuple(_parts(paths, before)), today=before.today)
    except Exception as fault:  # noqa: BLE001
        return Outcome(before.parts, f"{type(fault).__name__}: {fault}", before.today)
    return before if _same(now, before) else now


def _parts(paths: tuple[str, ...], before: Outcome) -> Iterator[Part]:
    kept = {part.root: part.journeys for part in before.parts}
    for group, loaded in zip(grouped(paths), load_each(*paths), strict=False):
        journeys = tuple(_drawn(loaded)) if loaded.ok else kept.get(group.root, ())
        yield Part(
            group.root,
            journeys,
            _said(loaded, before.today),
            loaded.read,
            loaded.complete,
            _language(loaded),
            loaded.ok,
        )


def _said(loaded: Loaded, today: date | None) -> tuple[Diagnostic, ...]:
    """What is wrong with the files, and what the rules of the workspace find in the maps."""
    return loaded.diagnostics if today is None else check(loaded, today=today)


def _drawn(loaded: Loaded) -> Iterator[Drawn]:
    for journey in loaded.journeys:
        source = loaded.origins.source(journey)
        yield Drawn(loaded.workspace, journey, source.path if source else "")


def _language(loaded: Loaded) -> str:
    return next((language_of(journey) for journey in loaded.journeys), "en")


def _same(now: Outcome, before: Outcome) -> bool:
    if before.fault or len(now.parts) != len(before.parts):
        return False
    pairs = zip(now.parts, before.parts, strict=True)
    return all(one.says_the_same(other) for one, other in pairs)


def _told(part: Part) -> list[object]:
    return [(item.sort_key(), item.position) for item in part.diagnostics]


def _free(key: str, taken: Mapping[str, object]) -> str:
    number, free = 1, key
    while free in taken:
        number += 1
        free = f"{key}-{number}"
    return free
