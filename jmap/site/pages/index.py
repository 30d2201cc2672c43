"""The first page: every journey by its health, and everything that has a page of its own."""

from collections import Counter
from dataclasses import dataclass

from jmap.site.atlas import PAGED
from jmap.site.frame import Link
from jmap.site.pages.rows import Ink, JourneyRow, Tally, worst_journeys_first
from jmap.site.pages.sheet import Sheet


@dataclass(frozen=True, slots=True)
class Listed:
    """Something that has a page."""

    link: Link
    place: str
    """Its workspace, where another one has something of the same name; else empty."""


@dataclass(frozen=True, slots=True)
class Shelf:
    """All pages of one kind."""

    kind: str
    entries: tuple[Listed, ...]


@dataclass(frozen=True, slots=True)
class Index:
    """The first page."""

    count: str
    tallies: tuple[Tally, ...]
    journeys: tuple[JourneyRow, ...]
    shelves: tuple[Shelf, ...]


def index_sheet(ink: Ink) -> Sheet:
    """The first page of a site."""
    view = Index(
        count=ink.count(len(ink.atlas.tours)),
        tallies=ink.tallies(placed.gap.level for placed in ink.ranked),
        journeys=tuple(map(ink.journey, worst_journeys_first(ink.atlas.tours))),
        shelves=tuple(shelf for shelf in (_shelf(ink, kind) for kind in PAGED) if shelf.entries),
    )
    return Sheet("index.html", "index", view, ("table", "due"))


def _shelf(ink: Ink, kind: str) -> Shelf:
    subjects = sorted(ink.atlas.of_kind(kind), key=lambda one: (one.label, one.place, one.key))
    names = Counter(subject.label for subject in subjects)
    return Shelf(
        kind,
        tuple(
            Listed(ink.subject(one), one.place if names[one.label] > 1 else "") for one in subjects
        ),
    )
