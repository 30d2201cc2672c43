"""The page of a persona: who it is, its journeys, and the moments that it feels most."""

from collections.abc import Iterator
from dataclasses import dataclass

from jmap.site.atlas import Subject, Tour, felt_by
from jmap.site.frame import Said
from jmap.site.pages.rows import SOME, Ink, JourneyRow, MoodRow, worst_journeys_first
from jmap.site.pages.sheet import Sheet
from jmap.site.summary import MoodLine
from jmap.views.facts import Fact

_MOMENTS = 5
"""So many of the lowest moments of one journey are shown."""


@dataclass(frozen=True, slots=True)
class Lived:
    """A journey of a persona, and what it feels there."""

    journey: JourneyRow
    lowest: tuple[MoodRow, ...]
    """The moments that feel worse than neutral, the worst first."""
    best: MoodRow | None


@dataclass(frozen=True, slots=True)
class PersonaPage:
    """A persona."""

    title: Said
    facts: tuple[Fact, ...]
    lived: tuple[Lived, ...]
    more: str
    """How many journeys are not shown; empty for none."""


def persona_sheets(ink: Ink) -> Iterator[Sheet]:
    """The pages of all personas."""
    for subject in ink.atlas.of_kind("persona"):
        yield Sheet(subject.path, "persona", _page(ink, subject))


def _page(ink: Ink, subject: Subject) -> PersonaPage:
    tours = [
        tour
        for tour in worst_journeys_first(ink.atlas.tours)
        if tour.place == subject.place
        and (
            subject.key in {named.key for named in tour.line.personas}
            or felt_by(tour.line, subject.key)
        )
    ]
    return PersonaPage(
        title=Said(subject.label, subject.language),
        facts=facts_of(ink, subject),
        # A journey comes before those that restate it.
        lived=tuple(
            _lived(ink, subject, tour)
            for tour in sorted(tours, key=lambda tour: bool(tour.line.extends))[:SOME]
        ),
        more=ink.count(len(tours) - SOME) if tours[SOME:] else "",
    )


def _lived(ink: Ink, subject: Subject, tour: Tour) -> Lived:
    moods = felt_by(tour.line, subject.key)
    low = sorted((mood for mood in moods if mood.level < 0), key=lambda mood: mood.level)
    best = max(moods, key=lambda mood: mood.level, default=None)
    return Lived(
        ink.journey(tour),
        tuple(ink.mood(tour, mood) for mood in low[:_MOMENTS]),
        _best(ink, tour, best),
    )


def _best(ink: Ink, tour: Tour, best: MoodLine | None) -> MoodRow | None:
    return ink.mood(tour, best) if best is not None and best.level > 0 else None


def facts_of(ink: Ink, subject: Subject) -> tuple[Fact, ...]:
    """What is said where a subject is declared; nothing for a name in quotes."""
    declared = subject.declared
    return tuple(declared.facts.get(ink.language, ())) if declared else ()
