"""The search page: everything that can be found lies in it; a script looks through it."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from markupsafe import Markup

from jmap.site.atlas import PAGED, Atlas, Tour
from jmap.site.entries import inert_json
from jmap.site.frame import Frame, Link
from jmap.site.pages.rows import Ink
from jmap.site.pages.sheet import Sheet
from jmap.site.summary import Declaration

KINDS = ("journey", "stage", "touchpoint", "path")


@dataclass(frozen=True, slots=True)
class Search:
    """The search page."""

    data: Markup
    """Everything that can be found, as JSON."""
    journeys: tuple[Link, ...]


def search_sheet(ink: Ink, frame: Frame, searched: Mapping[tuple[str, str], bytes]) -> Sheet:
    """The search page; ``searched`` is what is found on each journey, as JSON."""
    journeys = [_journey(tour, searched[tour.place, tour.line.key]) for tour in ink.atlas.tours]
    declared = [inert_json(entry) for entry in _declared(ink)]
    kinds = {*KINDS, *(item.kind for item in ink.atlas.declared.values()), *PAGED}
    data = b'{"kinds":%s,"journeys":[%s],"declared":[%s]}' % (
        inert_json({kind: frame.word(kind) for kind in sorted(kinds)}),
        b",\n".join(journeys),
        b",\n".join(declared),
    )
    links = tuple(map(ink.title, ink.atlas.tours))
    # JSON in ASCII, without any sign that HTML would understand.
    view = Search(Markup(data.decode("ascii")), links)  # noqa: S704
    return Sheet("search.html", "search", view, ("search",))


def _journey(tour: Tour, entries: bytes) -> bytes:
    head = inert_json([tour.path, tour.line.language, tour.line.title])
    return head[:-1] + b"," + entries + b"]"


def _declared(ink: Ink) -> Iterator[list[str]]:
    """Kind, title, text, language and address of everything declared but journeys."""
    shown_by = _shown_by(ink.atlas)
    for (place, kind, key), item in ink.atlas.declared.items():
        if kind in PAGED or kind == "journey":
            continue
        tour = shown_by.get((place, kind, key))
        href = f"{tour.path}#{kind}:{item.id}" if tour else ""
        yield [kind, item.label, _said(ink, item), tour.line.language if tour else "", href]
    for subject in ink.atlas.subjects.values():
        text = _said(ink, subject.declared) if subject.declared else ""
        yield [subject.kind, subject.label, text, subject.language, subject.path]


def _shown_by(atlas: Atlas) -> dict[tuple[str, str, str], Tour]:
    """The first journey whose page tells of a declaration."""
    found: dict[tuple[str, str, str], Tour] = {}
    for tour in atlas.tours:
        for name in tour.line.uses:
            kind, _, key = name.partition(":")
            found.setdefault((tour.place, kind, key), tour)
    return found


def _said(ink: Ink, item: Declaration) -> str:
    facts = item.facts.get(ink.language, ())
    return " · ".join(text for fact in facts for text in (fact.text,) if text)
