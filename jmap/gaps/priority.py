"""Priorities: what an opportunity is worth beside others that were judged by the same method."""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import Enum
from typing import Literal, get_args

from jmap.model.opportunity import Opportunity

Method = Literal["rice", "ice", "ulwick", "impact-effort"]
"""The methods, the one that takes most into account first."""


@dataclass(frozen=True, slots=True)
class Priority:
    """A value, higher is more urgent, that compares only with values of the same method."""

    method: Method
    value: float


@dataclass(frozen=True, slots=True)
class Ranking:
    """Opportunities judged by one method, the most valuable first."""

    method: Method
    opportunities: tuple[Opportunity, ...]


class Quadrant(Enum):
    """Where an idea lies between its impact and its effort."""

    QUICK_WIN = "quick win"
    MAJOR_PROJECT = "major project"
    FILL_IN = "fill-in"
    AVOID = "avoid"


def rice(opportunity: Opportunity) -> float | None:
    """RICE (Intercom): reach × impact × confidence / effort. Confidence is a share, 80% being 0.8.

    In customers of the reach's period per unit of effort. None where one of the four is missing or
    the effort is zero.
    """
    without_reach = ice(opportunity)
    if opportunity.reach is None or without_reach is None:
        return None
    return opportunity.reach * without_reach


def ice(opportunity: Opportunity) -> float | None:
    """ICE: impact × confidence × ease. The model keeps effort, so it divides: ease is 1 / effort.

    None where one of the three is missing or the effort is zero.
    """
    value = impact_effort(opportunity)
    if opportunity.confidence is None or value is None:
        return None
    return value * opportunity.confidence.magnitude / 100


def ulwick(importance: float, satisfaction: float) -> float:
    """Ulwick's opportunity score, 0 to 20: importance + max(importance - satisfaction, 0).

    Both are from 0 to 10. What is important and badly served ranks first. Raises ``ValueError``
    otherwise.
    """
    if not (0 <= importance <= 10 and 0 <= satisfaction <= 10):
        raise ValueError("importance and satisfaction are from 0 to 10")
    return importance + max(importance - satisfaction, 0)


def impact_effort(opportunity: Opportunity) -> float | None:
    """Impact for each unit of effort. None where one is missing or the effort is zero."""
    if opportunity.impact is None or not opportunity.effort:
        return None
    return opportunity.impact / opportunity.effort


def quadrant(impact: float, effort: float) -> Quadrant | None:
    """The quadrant of an idea whose impact and effort are each from 1 to 5; none off that scale.

    High is above the middle, 3.
    """
    if not (1 <= impact <= 5 and 1 <= effort <= 5):
        return None
    if impact > 3:
        return Quadrant.MAJOR_PROJECT if effort > 3 else Quadrant.QUICK_WIN
    return Quadrant.AVOID if effort > 3 else Quadrant.FILL_IN


def priority_of(opportunity: Opportunity) -> Priority | None:
    """The priority by the fullest method that there are figures for; none where there are none."""
    for method in get_args(Method):
        value = _value(opportunity, method)
        if value is not None:
            return Priority(method, value)
    return None


def rankings(opportunities: Iterable[Opportunity]) -> tuple[Ranking, ...]:
    """A ranking for each method in use, the fullest first: methods are never mixed.

    Each opportunity stands once, under its fullest method; equals keep their order. One without
    figures stands in no ranking.
    """
    found = [(priority_of(opportunity), opportunity) for opportunity in opportunities]
    valued = [(priority, item) for priority, item in found if priority is not None]
    valued.sort(key=lambda pair: -pair[0].value)
    by_method: dict[Method, list[Opportunity]] = {}
    for priority, item in valued:
        by_method.setdefault(priority.method, []).append(item)
    return tuple(
        Ranking(method, tuple(by_method[method]))
        for method in get_args(Method)
        if method in by_method
    )


def _value(opportunity: Opportunity, method: Method) -> float | None:
    if method == "rice":
        return rice(opportunity)
    if method == "ice":
        return ice(opportunity)
    if method == "impact-effort":
        return impact_effort(opportunity)
    if opportunity.importance is None or opportunity.satisfaction is None:
        return None
    return ulwick(opportunity.importance, opportunity.satisfaction)
