"""Which files of two states of a workspace a change may bear on: those that changed, and whatever
imports them. All else says the same on both sides.
"""

import re
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache
from typing import Protocol

from jmap.encoding import decode
from jmap.files import digest_of
from jmap.loading.imports import imports_of
from jmap.loading.parses import Parses
from jmap.loading.quick import quick_imports
from jmap.model.journey import Journey
from jmap.model.statement import spec
from jmap.model.workspace import Document
from jmap.resolve.symbols import class_of
from jmap.syntax.words import words

Graph = Mapping[str, Collection[str]]
"""The files that each file imports."""


class Shelf(Protocol):
    """The files of one workspace in one state, by their paths from its root, with slashes."""

    @property
    def asked(self) -> Sequence[str]:
        """The files that were asked for."""

    def expect(self) -> None:
        """Says that all files that were asked for may be read."""

    def prepare(self, paths: Iterable[str]) -> None:
        """Says which files are asked about next, so that they may be read at once."""

    def content_id(self, path: str) -> str | None:
        """What tells contents apart, in the same way on both sides; none for no file."""

    def content(self, path: str) -> bytes:
        """What is in a file; nothing for one that cannot be read."""

    def imports(self, path: str) -> Collection[str]:
        """The files that a file imports, those that are not there among them."""


@dataclass(slots=True)
class ImportNames:
    """What contents name in imports, by what tells contents apart; found once for each."""

    parses: Parses
    found: dict[str, frozenset[str]] = field(default_factory=dict)

    def known(self, content_id: str) -> bool:
        """Whether nothing has to be read to tell what a content imports."""
        return content_id in self.found

    def of(self, content_id: str, content: bytes = b"") -> frozenset[str]:
        """The paths in the imports of a content, as they are written."""
        names = self.found.get(content_id)
        if names is None:
            names = self.found[content_id] = self._read(content)
        return names

    def _read(self, content: bytes) -> frozenset[str]:
        text = decode("", content).source.text
        found = quick_imports(text)
        if found is None:
            parsed = self.parses.read("", content, digest_of(content)).parsed
            found = frozenset(one.name for one in imports_of(parsed))
        return found


def graph_of(shelf: Shelf) -> Graph:
    """Every file that was asked for or is imported, with what it imports."""
    found: dict[str, Collection[str]] = {}
    waiting = list(shelf.asked)
    while waiting:
        shelf.prepare(waiting)
        found.update((path, shelf.imports(path)) for path in waiting)
        named = (target for path in waiting for target in found[path])
        waiting = [path for path in dict.fromkeys(named) if path not in found]
    return found


def reached(graph: Graph, start: Iterable[str]) -> set[str]:
    """Some files with everything that they import."""
    found = set(start)
    waiting = list(found)
    while waiting:
        new = set(graph.get(waiting.pop(), ())) - found
        found |= new
        waiting += new
    return found


def affected(old: Shelf, new: Shelf) -> frozenset[str]:
    """What to load of two sides to learn all that differs: the files that changed, were or are
    asked for on one side only, or import one of these; and what keeps the two sides even.
    """
    # The new side first: what lies on the disk need not be read from git.
    old.expect()
    sides = (_Side(new), _Side(old))
    one_sided = set(old.asked) ^ set(new.asked)
    paths = {*sides[0].graph, *sides[1].graph}
    changed = {path for path in paths if path in one_sided or not _is_same(path, old, new)}
    chosen = set().union(*(reached(one.importers, changed) for one in sides))
    while more := _uneven(sides[1], sides[0], chosen):
        chosen |= more
    return frozenset(chosen)


@dataclass(slots=True)
class _Side:
    shelf: Shelf
    graph: Graph = field(init=False)
    importers: Graph = field(init=False)

    def __post_init__(self) -> None:
        self.graph = graph_of(self.shelf)
        self.importers = importers(self.graph)

    def loaded(self, chosen: set[str]) -> set[str]:
        return reached(self.graph, (path for path in self.shelf.asked if path in chosen))

    def bringing(self, path: str) -> set[str]:
        """A file to ask for so that another one is loaded."""
        if path in self.shelf.asked:
            return {path}
        above = reached(self.importers, (path,))
        return {next(asked for asked in self.shelf.asked if asked in above)}


def _uneven(old: _Side, new: _Side, chosen: set[str]) -> set[str]:
    """What else to choose: a file must not seem to be gone because nothing that is loaded on the
    other side imports it.
    """
    before, after = old.loaded(chosen), new.loaded(chosen)
    found = (new.bringing(path) for path in (before - after) & new.graph.keys())
    others = (old.bringing(path) for path in (after - before) & old.graph.keys())
    return set().union(*found, *others) - chosen


def _is_same(path: str, old: Shelf, new: Shelf) -> bool:
    content_id = old.content_id(path)
    if content_id is None and path in old.asked:
        return False  # that it cannot be read has to be told
    return content_id == new.content_id(path)


def first_with_journeys(old: Shelf, new: Shelf, parses: Parses) -> set[str]:
    """On each side the first file that was asked for and holds a journey: what is said about all of
    a workspace is said in its language.
    """
    known: dict[str | None, bool] = {None: False}
    # As above: what both sides have need not be read from git.
    return {path for shelf in (new, old) for path in _first_with_journeys(shelf, parses, known)}


def _first_with_journeys(
    shelf: Shelf, parses: Parses, known: dict[str | None, bool]
) -> Iterator[str]:
    for path in shelf.asked:
        content_id = shelf.content_id(path)
        if content_id not in known:
            known[content_id] = _holds_journeys(shelf.content(path), parses)
        if known[content_id]:
            yield path
            return


def _holds_journeys(content: bytes, parses: Parses) -> bool:
    if _journey().search(content.decode("utf-8", "replace")) is None:
        return False
    parsed = parses.read("", content, digest_of(content)).parsed
    shape = spec(Document)
    return any(class_of(node, shape) is Journey for node in parsed.nodes)


@cache
def _journey() -> re.Pattern[str]:
    """The keyword in any language, in one word or in several."""
    spellings = words().spellings("statements", ("journey",))
    return re.compile("|".join("[\u200c\u200d \t-]*".join(one) for one in sorted(spellings)))


def importers(graph: Graph) -> Graph:
    """The files that import each file."""
    found: dict[str, list[str]] = {}
    for path, targets in graph.items():
        for target in targets:
            found.setdefault(target, []).append(path)
    return found
