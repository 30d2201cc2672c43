"""The opportunity matrix: what the ideas of a journey bring, against what they cost."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Literal

from jmap.gaps import Quadrant, ice, impact_effort, rice
from jmap.model.journey import Journey
from jmap.model.opportunity import Opportunity
from jmap.model.stage import Stage
from jmap.model.statement import spec
from jmap.model.touchpoint import Touchpoint
from jmap.model.workspace import Workspace
from jmap.views.facts import Fact, Reader, reader
from jmap.views.language import language_of, printed_language

Order = Literal["rice", "ice", "impact-effort"]
"""What the ideas of one matrix are ranked by, the fullest first."""

_SCORES = {"rice": rice, "ice": ice, "impact-effort": impact_effort}
_TOPS = (3, 5, 10)
_RATING = (1.0, 5.0)
_RICE = frozenset((0.25, 0.5, 1, 2, 3))


@dataclass(frozen=True, slots=True)
class Scale:
    """An axis: where it begins and ends, and a mark for each step."""

    low: float
    high: float
    ticks: tuple[float, ...]

    @property
    def middle(self) -> float:
        """The border: what lies above it is high, what lies on it is low."""
        return (self.low + self.high) / 2

    def share(self, value: float) -> float:
        """How far along the axis a value lies, 0 to 1."""
        return (value - self.low) / (self.high - self.low)


@dataclass(frozen=True, slots=True)
class Idea:
    """An opportunity as the matrix shows it."""

    key: str
    """``journey.stage.touchpoint.opportunity``, or without the touchpoint; not always unique, as
    an opportunity needs no id.
    """
    title: str
    stage: str
    touchpoint: str
    """Empty for an idea for the whole stage."""
    opportunity: Opportunity
    fact: Fact
    """All that is said of it."""
    rank: int | None = None
    """Its number, from 1; none where impact or effort is missing."""
    score: float | None = None
    """By the matrix's order. None also where the effort is zero: nothing can be divided by it."""
    quadrant: Quadrant | None = None


@dataclass(frozen=True, slots=True)
class Matrix:
    """The ideas of one journey between what they bring and what they cost."""

    impact: Scale
    effort: Scale
    order: Order
    ranked: tuple[Idea, ...]
    """The ideas with impact and effort, the most valuable first."""
    unestimated: tuple[Idea, ...]
    """The others, as written."""


def matrix(workspace: Workspace, journey: Journey) -> Matrix:
    """The matrix of a journey.

    A scale is the team's and not the journey's: it is that of all journeys of the workspace, so
    that two matrices compare, and it is one of a few fixed ranges, see `scale`. The border between
    high and low is the fixed middle of that range. A median would put half of the ideas on either
    side whatever they are worth, and would move others when one is added.

    The ideas are ranked by the fullest method that all of them have figures for, since values of
    different methods do not compare; equals keep their order, and an idea without effort, which no
    method can value, comes last.
    """
    ideas = tuple(_ideas(workspace, journey))
    known = [idea for idea in ideas if _is_estimated(idea.opportunity)]
    figures = [item for one in (journey, *workspace.journeys) for item in _opportunities(one)]
    impact = impact_scale(item for item in figures if _is_estimated(item))
    effort = scale(item.effort for item in figures if _is_estimated(item))
    order = _order([idea.opportunity for idea in known])
    return Matrix(
        impact=impact,
        effort=effort,
        order=order,
        ranked=tuple(_ranked(known, order, impact, effort)),
        unestimated=tuple(idea for idea in ideas if not _is_estimated(idea.opportunity)),
    )


def scale(values: Iterable[float | None]) -> Scale:
    """The scale that values are given on: 1 to 5 where all of them lie there, else from 0 to the
    first of 3, 5, 10, 30, 50, 100 … that holds them all.
    """
    given = [value for value in values if value is not None]
    low, high = _RATING
    if all(low <= value <= high for value in given):
        return Scale(low, high, (1, 2, 3, 4, 5))
    top = _top(max(given))
    parts = 3 if str(top).startswith("3") else 5
    return Scale(0, top, tuple(top * at / parts for at in range(parts + 1)))


def impact_scale(items: Iterable[Opportunity]) -> Scale:
    """The scale of the impacts: RICE's, 0 to 3, where somebody gives a reach and all impacts are
    those of RICE (Intercom): 0.25, 0.5, 1, 2 and 3; else as for any values.
    """
    found = list(items)
    counts = any(item.reach is not None for item in found)
    if counts and all(item.impact in _RICE for item in found):
        return Scale(0, 3, (0, 1, 2, 3))
    return scale(item.impact for item in found)


def quadrant_of(impact: float, effort: float, scales: tuple[Scale, Scale]) -> Quadrant:
    """Where an idea lies on the scales of impact and effort; on a border it is low, as in
    `jmap.gaps.quadrant`.
    """
    wanted, costly = impact > scales[0].middle, effort > scales[1].middle
    if wanted:
        return Quadrant.MAJOR_PROJECT if costly else Quadrant.QUICK_WIN
    return Quadrant.AVOID if costly else Quadrant.FILL_IN


def _top(most: float) -> int:
    power = 1
    while True:
        for top in _TOPS:
            if most <= top * power:
                return top * power
        power *= 10


def _is_estimated(item: Opportunity) -> bool:
    return item.impact is not None and item.effort is not None


def _order(items: Sequence[Opportunity]) -> Order:
    valued = [item for item in items if item.effort]
    if valued and all(rice(item) is not None for item in valued):
        return "rice"
    if valued and all(ice(item) is not None for item in valued):
        return "ice"
    return "impact-effort"


def _ranked(ideas: Sequence[Idea], order: Order, impact: Scale, effort: Scale) -> Iterator[Idea]:
    scores = [_SCORES[order](idea.opportunity) for idea in ideas]
    pairs = sorted(
        zip(ideas, scores, strict=True), key=lambda pair: (pair[1] is None, -(pair[1] or 0))
    )
    for rank, (idea, score) in enumerate(pairs, start=1):
        item = idea.opportunity
        place = quadrant_of(item.impact or 0, item.effort or 0, (impact, effort))
        yield replace(idea, rank=rank, score=score, quadrant=place)


def _opportunities(journey: Journey) -> Iterator[Opportunity]:
    for stage in journey.stages:
        yield from stage.opportunities
        for touchpoint in stage.touchpoints:
            yield from touchpoint.opportunities


def _ideas(workspace: Workspace, journey: Journey) -> Iterator[Idea]:
    read = reader(workspace, journey, printed_language(language_of(journey)))
    for stage in journey.stages:
        yield from _at(read, f"{journey.id}.{stage.id}", stage, stage)
        for touchpoint in stage.touchpoints:
            key = f"{journey.id}.{stage.id}.{touchpoint.id}"
            yield from _at(read, key, stage, touchpoint)


def _at(read: Reader, key: str, stage: Stage, place: Stage | Touchpoint) -> Iterator[Idea]:
    field = spec(type(place)).body["opportunity"]
    for item in place.opportunities:
        yield Idea(
            key=f"{key}.{item.id or item.keyword}",
            title=item.text,
            stage=stage.label,
            touchpoint="" if place is stage else place.label,
            opportunity=item,
            fact=read.fact(field, item),
        )
