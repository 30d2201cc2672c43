"""One workspace along a branch: what it came to after the last commit, and after the next."""

import json
import posixpath
from collections.abc import Callable
from dataclasses import astuple, dataclass, field, replace
from datetime import date
from functools import cache

from jmap.config import Settings, read_content
from jmap.diagnostics import Diagnostic
from jmap.files import digest_of
from jmap.history.book import Book
from jmap.history.measuring import Measurement, measured
from jmap.loading.connected import Graph, graph_of, importers, reached
from jmap.loading.kept import KeptShelf
from jmap.paths import CONFIG, SHARED
from jmap.rules.catalogue import catalogue
from jmap.rules.plan import Plan

SHOWN = "history"
"""What files are shown in, where a rule has to know their paths."""


@dataclass(frozen=True, slots=True)
class Measured:
    """A file of a workspace, measured."""

    path: str
    """From the root of the repository."""
    measurement: Measurement
    """The last that could be made."""
    total: tuple[int, ...]
    broken: bool = False
    """Whether it has errors now, or what it imports: its figures are those of before."""


@dataclass(slots=True)
class State:
    """A workspace after the last commit that was looked at."""

    plan: Callable[[], Plan]
    settings: str
    """What tells its configuration from others."""
    book: Book
    complaints: tuple[Diagnostic, ...] = ()
    """What is wrong with the configuration."""
    files: dict[str, Measured] = field(default_factory=dict)
    _graph: Graph = field(default_factory=dict)
    _blobs: dict[str, str | None] = field(default_factory=dict)

    def advance(self, shelf: KeptShelf, day: date) -> None:
        """Goes on to the files of the next commit; dates are judged as of its day."""
        asked = set(shelf.asked)
        paths = asked | self._blobs.keys()
        changed = {one for one in paths if shelf.content_id(one) != self._blobs.get(one)}
        if changed or asked != self.files.keys():
            self._graph = graph_of(shelf)
            self._blobs = {one: shelf.content_id(one) for one in self._graph}
        stale = reached(importers(self._graph), changed) if changed else changed
        known = self.files
        self.files = {
            path: known[path]
            if path in known and path not in stale and _holds(known[path], day)
            else self._measure(shelf, path, day)
            for path in shelf.asked
        }

    def _measure(self, shelf: KeptShelf, path: str, day: date) -> Measured:
        key = self._key(shelf, path)
        found = self.book.find(key, day)
        if found is None:
            found = measured(shelf.load(SHOWN, (path,)), self.plan(), day)
            self.book.add(key, found)
        broken = found.other.broken > 0
        before = self.files.get(path)
        if broken and before is not None:
            found = before.measurement
        total = replace(found.total, broken=int(broken))
        return Measured(posixpath.join(shelf.root, path), found, astuple(total), broken)

    def _key(self, shelf: KeptShelf, path: str) -> str:
        """Everything that the figures of a file depend on, but jmap itself and the day."""
        blobs = sorted((one, self._blobs.get(one)) for one in reached(self._graph, (path,)))
        told = [self.settings, shelf.root, path, blobs]
        return digest_of(json.dumps(told).encode("ascii"))


def _holds(one: Measured, day: date) -> bool:
    return one.broken or one.measurement.span.holds(day)


def configured(shelf: KeptShelf | None, book: Book) -> State:
    """The state before the first commit. How rules are set is taken from one commit, the last:
    what is counted must be the same along the line.
    """
    configs = {} if shelf is None else shelf.configs()
    name = next((one for one in (CONFIG, SHARED) if one in configs), None)
    content = configs[name] if name else b""
    shown = posixpath.join(shelf.root, name) if shelf and name else ""
    settings = read_content(shown, content) if shown else Settings()

    @cache
    def plan() -> Plan:
        # Made when it is needed: where everything is known, no rule is even imported.
        return Plan(catalogue(), settings)

    told = f"{name}:{digest_of(content)}" if name else ""
    return State(plan, told, book, settings.diagnostics)
