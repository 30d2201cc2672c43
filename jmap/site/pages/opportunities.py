"""The page of all opportunities: one ranking for each method, never mixed."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import get_args

from jmap.gaps.priority import Method
from jmap.site.atlas import Tour
from jmap.site.frame import Day, Link, Said
from jmap.site.pages.own import own_opportunities
from jmap.site.pages.rows import MOST, Ink
from jmap.site.pages.sheet import Sheet
from jmap.site.summary import OpportunityLine


@dataclass(frozen=True, slots=True)
class OpportunityRow:
    """An opportunity."""

    text: Link
    journey: Link
    stage: Said | None
    touchpoint: Said | None
    value: str
    owner: Link | None
    due: Day | None
    done: bool
    status: str
    kind: str
    eases: tuple[Said, ...]


@dataclass(frozen=True, slots=True)
class Ranking:
    """Opportunities judged by one method, the most valuable first."""

    method: str
    """Empty for those that no method can judge."""
    rows: tuple[OpportunityRow, ...]
    more: str
    """How many are not shown; empty for none."""


@dataclass(frozen=True, slots=True)
class Opportunities:
    """All opportunities."""

    count: str
    rankings: tuple[Ranking, ...]


@dataclass(frozen=True, slots=True)
class Idea:
    """An opportunity and the journey it is on."""

    tour: Tour
    line: OpportunityLine


def opportunities_sheet(ink: Ink) -> Sheet:
    """The page of all opportunities."""
    ideas = [
        Idea(tour, line) for tour in ink.atlas.tours for line in own_opportunities(ink.atlas, tour)
    ]
    view = Opportunities(ink.count(len(ideas)), rankings(ink, ideas))
    return Sheet("opportunities.html", "opportunities", view, ("due",))


def rankings(ink: Ink, ideas: Iterable[Idea], most: int = MOST) -> tuple[Ranking, ...]:
    """The rankings, the fullest method first; at last what no method can judge."""
    return tuple(_rankings(ink, list(ideas), most))


def _rankings(ink: Ink, ideas: list[Idea], most: int) -> Iterator[Ranking]:
    for method in (*get_args(Method), ""):
        # A sort keeps the order of equals: that of the site.
        found = sorted(
            (idea for idea in ideas if idea.line.method == method),
            key=lambda idea: -(idea.line.value or 0.0),
        )
        if found:
            rows = tuple(_row(ink, idea) for idea in found[:most])
            yield Ranking(method, rows, ink.count(len(found) - most) if found[most:] else "")


def _row(ink: Ink, idea: Idea) -> OpportunityRow:
    tour, line = idea.tour, idea.line
    return OpportunityRow(
        text=Link(ink.said(tour, line.text), f"{tour.path}#{line.spot.anchor}"),
        journey=ink.title(tour),
        stage=ink.maybe(tour, line.spot.stage),
        touchpoint=ink.maybe(tour, line.spot.touchpoint),
        value="" if line.value is None else ink.number(line.value, 1),
        owner=ink.name(tour, line.owner),
        due=ink.day(line.due),
        done=line.status in ("done", "dropped"),
        status=line.status,
        kind=line.kind,
        eases=tuple(ink.said(tour, text) for text in line.eases),
    )
