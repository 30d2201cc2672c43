"""One unit made: its file is read, its journeys are drawn, and what came of it is kept.

Runs in processes of its own when there is much to make; everything goes through the store.
"""

import warnings
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from jmap.garbage import uncollected
from jmap.loading import Loaded, load_group
from jmap.model.journey import Journey
from jmap.paths import Group
from jmap.renderers import renderer
from jmap.site.entries import entries_json, journey_entries
from jmap.site.nav import around
from jmap.site.store import Store
from jmap.site.summarise import own_journeys, summary_of
from jmap.site.summary import Summary, write_summary
from jmap.site.unit import KIND, Kept, Page, Unit
from jmap.views.grid import journey_map


@dataclass(frozen=True, slots=True)
class Task:
    """A unit to make, and where to keep it."""

    unit: Unit
    key: str
    renamed: Mapping[str, str]
    """The file names that are not the plain ones, by kind and key."""
    store: Path


@dataclass(frozen=True, slots=True)
class Made:
    """How it went."""

    ok: bool
    """False where the file or one that it imports has errors; nothing is kept then."""
    notes: tuple[str, ...] = ()
    """What a renderer warned of."""


def make(task: Task) -> Made:
    """Makes one unit."""
    with uncollected():
        unit = task.unit
        loaded = load_group(Group(Path(unit.root), [Path(unit.path)]))
        if not loaded.ok or not loaded.complete:
            return Made(ok=False)
        return _kept(task, loaded)


def _kept(task: Task, loaded: Loaded) -> Made:
    store = Store(task.store)
    journeys = own_journeys(loaded)
    maps = tuple(journey_map(loaded.workspace, journey) for journey in journeys)
    summary = summary_of(loaded, maps)
    with warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter("always")
        pages = _pages(task, loaded, journeys, summary)
    kept = Kept(
        read=tuple((file.path, file.real, file.digest) for file in loaded.read),
        pages=tuple(Page(name, end, store.keep_page(text)) for name, end, text in pages),
        again=bool(caught),
        summary=write_summary(summary),
        searched=tuple(entries_json(journey_entries(one)) for one in maps),
    )
    store.keep(KIND, task.key, kept.write())
    return Made(ok=True, notes=tuple(f"{task.unit.path}: {one.message}" for one in caught))


def _pages(
    task: Task, loaded: Loaded, journeys: tuple[Journey, ...], summary: Summary
) -> list[tuple[str, str, bytes]]:
    made = []
    for journey, line in zip(journeys, summary.journeys, strict=True):
        page = renderer("html", around=around(line, task.renamed))
        for suffix, drawn in (("html", page), ("svg", renderer("svg"))):
            made.append((line.key, suffix, drawn.render(loaded.workspace, (journey,))))
    return made
