"""Everything a site holds: pages of journeys from their units, pages over all from summaries."""

import json
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from pydantic import TypeAdapter

from jmap import limits
from jmap.loading import load_each, load_group
from jmap.paths import Group
from jmap.site.atlas import Atlas, Told, gathered
from jmap.site.frame import Frame, printed
from jmap.site.making import Task
from jmap.site.pages.all import sheets
from jmap.site.pages.sheet import Sheet
from jmap.site.readings import Readings
from jmap.site.store import PAGES, Store
from jmap.site.summary import Summary, read_summary
from jmap.site.tree import sha256_of
from jmap.site.unit import KIND, Kept, Unit, kept_unit
from jmap.site.unsound import Unkept, Unsound
from jmap.site.workers import made

VIEWS = "views"
_ANY: TypeAdapter[Any] = TypeAdapter(Any)


class Lost(Exception):
    """A page that was kept is not there, or not as it was."""

    def __init__(self, digest: str) -> None:
        super().__init__(digest)
        self.digest = digest


@dataclass(frozen=True, slots=True)
class Contents:
    """The files of a site, and where their bytes are."""

    files: Mapping[str, str]
    """By path, each with its digest."""
    read: tuple[tuple[str, str, str], ...]
    """Every source file that was followed: its path, where that led, and its SHA-256."""
    notes: tuple[str, ...]
    _store: Store
    _used: Mapping[str, frozenset[str]]

    def page(self, digest: str) -> bytes:
        """The bytes of a file. Raises ``Lost``."""
        content = self._store.page(digest)
        if content is None:
            raise Lost(digest)
        return content

    def tidy(self) -> None:
        """Forgets what is kept of pages that the site has no more."""
        for kind, names in self._used.items():
            self._store.forget(kind, names)


@dataclass(frozen=True, slots=True)
class _Read:
    """A unit with what is kept of it."""

    unit: Unit
    key: str
    kept: Kept
    summary: Summary


@dataclass(slots=True)
class Gathering:
    """Gathers what a site holds: from the store what is there, and makes the rest."""

    paths: tuple[str, ...]
    store: Store
    jmap: str
    jobs: int
    readings: Readings
    _notes: list[str] = field(default_factory=list)
    _used: list[_Read] = field(default_factory=list)

    def contents(self, units: Sequence[Unit] | None) -> Contents:
        """Everything. Raises ``Unsound`` for sources with errors."""
        if units is None or not self._within_limits(units):
            raise self._unsound(None)
        found = self._units(units, {})
        atlas = _atlas(found)
        if _has_doubles(atlas):
            self._require_sound()
        renamed = {one.unit: atlas.renamed(one.unit.place, one.summary) for one in found}
        again = {unit: names for unit, names in renamed.items() if names}
        if again:
            other = {one.unit: one for one in self._units(list(again), again)}
            found = [other.get(one.unit, one) for one in found]
        return self._together(atlas, found)

    def _together(self, atlas: Atlas, found: list[_Read]) -> Contents:
        files = dict(_journey_files(atlas, found))
        views = set()
        for sheet in sheets(atlas, _searched(found)):
            key = self._key(sheet, atlas.language)
            files[sheet.path] = self._printed(sheet, key, atlas.language)
            views.add(key)
        read = {file for one in found for file in one.kept.read}
        # A unit whose pages know of other file names is found under both its keys.
        pages = {page.digest for one in self._used for page in one.kept.pages}
        used = {
            KIND: frozenset(one.key for one in self._used),
            VIEWS: frozenset(views),
            PAGES: frozenset({*pages, *files.values()}),
        }
        return Contents(files, tuple(sorted(read)), tuple(self._notes), self.store, used)

    def _units(
        self, units: Sequence[Unit], renamed: Mapping[Unit, Mapping[str, str]]
    ) -> list[_Read]:
        keys = {unit: unit.key(self.jmap, renamed.get(unit, {})) for unit in units}
        found = {unit: self._kept(unit, key) for unit, key in keys.items()}
        missing = [unit for unit in units if found[unit] is None]
        self._make(
            [Task(one, keys[one], renamed.get(one, {}), self.store.folder) for one in missing]
        )
        for unit in missing:
            found[unit] = self._kept(unit, keys[unit], fresh=True)
        whole = [one or self._cannot(unit) for unit, one in found.items()]
        self._used += whole
        return whole

    def _make(self, tasks: list[Task]) -> None:
        for task, one in zip(tasks, made(tasks, self.jobs), strict=True):
            if not one.ok:
                raise self._unsound(task.unit)
            self._notes += one.notes

    def _kept(self, unit: Unit, key: str, *, fresh: bool = False) -> _Read | None:
        kept = kept_unit(self.store, key)
        if kept is None or not (fresh or kept.holds(self.readings)):
            return None
        summary = read_summary(kept.summary)
        if summary is None or len(summary.journeys) != len(kept.searched):
            return None
        if not all(self.store.has_page(page.digest) for page in kept.pages):
            return None
        return _Read(unit, key, kept, summary)

    def _cannot(self, unit: Unit) -> _Read:
        raise Unkept(unit.path)

    def _printed(self, sheet: Sheet, key: str, language: str) -> str:
        digest = (self.store.entry(VIEWS, key) or b"").decode("ascii", "replace")
        if digest and self.store.has_page(digest):
            return digest
        frame = Frame(language, sheet.up)
        digest = self.store.keep_page(printed(sheet.template, frame, sheet.view, *sheet.scripts))
        self.store.keep(VIEWS, key, digest.encode("ascii"))
        return digest

    def _key(self, sheet: Sheet, language: str) -> str:
        head = json.dumps([self.jmap, sheet.path, sheet.template, language])
        return sha256_of(head.encode("ascii") + _ANY.dump_json(sheet.view))

    def _within_limits(self, units: Sequence[Unit]) -> bool:
        files = Counter(unit.root for unit in units)
        size: Counter[str] = Counter()
        for unit in units:
            size[unit.root] += self.readings.size(unit.path)
        return all(
            files[root] <= limits.FILES and size[root] <= limits.WORKSPACE_BYTES for root in files
        )

    def _require_sound(self) -> None:
        loaded = tuple(load_each(*self.paths))
        if not all(one.ok for one in loaded):
            raise Unsound(loaded)

    def _unsound(self, unit: Unit | None) -> Exception:
        # Read once more, as a whole: that is how people know what is wrong with it.
        self._require_sound()
        if unit is None:
            return Unkept("a file")
        return Unsound((load_group(Group(Path(unit.root), [Path(unit.path)])),))


def _atlas(found: Sequence[_Read]) -> Atlas:
    return gathered(Told(one.unit.place, one.unit.path, one.summary) for one in found)


def _has_doubles(atlas: Atlas) -> bool:
    """Whether two files declare the same, or one what another has been renamed from: it takes
    reading them together to say what is wrong with that.
    """
    items = [(one.place, item) for one in atlas.told for item in one.summary.declared]
    names = Counter((place, item.kind, item.key) for place, item in items)
    former = Counter((place, item.kind, item.was) for place, item in items if item.was)
    return any(count > 1 for count in (names + former).values())


def _searched(found: Sequence[_Read]) -> dict[tuple[str, str], bytes]:
    return {
        (one.unit.place, line.key): entries
        for one in found
        for line, entries in zip(one.summary.journeys, one.kept.searched, strict=True)
    }


def _journey_files(atlas: Atlas, found: Sequence[_Read]) -> Iterator[tuple[str, str]]:
    slugs = {(tour.place, tour.line.key): tour.slug for tour in atlas.tours}
    for one in found:
        for page in one.kept.pages:
            slug = slugs[one.unit.place, page.journey]
            yield f"journeys/{slug}.{page.suffix}", page.digest
