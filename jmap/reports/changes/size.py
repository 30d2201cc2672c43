"""How much a change weighs beside others of its effect: what is told first."""

from math import log10
from typing import Any

from jmap.diff.around import around
from jmap.diff.judged import Judged
from jmap.gaps.place import USUAL_IMPORTANCE
from jmap.model.touchpoint import Touchpoint
from jmap.model.workspace import Workspace

_MOMENT = 5_000
_LIVED = 3
"""The class of what customers live through themselves; what takes most from them is above it."""
_CLASS = 1_000
_STEP = 500
_RATED = 20

# What customers live through, before who answers for it, before what we know and plan.
_KNOWN = (
    "figure",
    "wish",
    "aim",
    "target",
    "tolerance",
    "metric",
    "read",
    "scale",
    "unit",
    "evidence",
    "driver",
    "review",
    "confidence",
    "purpose",
    "journey",
    "note",
    "benchmark",
    "skip",
    "scorecard",
)
_OWNED = (
    "moment",
    "backstage",
    "guideline",
    "equipment",
    "need",
    "lead",
    "owner",
    "backup",
    "escalation",
    "accountable",
    "idea",
    "due",
    "plan",
    "risk",
    "pain",
)
_HARDEST = (
    "channel-left",
    "way-lost",
    "way-cut",
    "channel-skipped",
    "answer-lost",
    "stage-dropped",
    "recovery-lost",
)
_UNTOLD = "-untold"


def size_of(one: Judged, before: Workspace, after: Workspace) -> int:
    """A number from 0: larger for what customers live through, most at a moment of truth, then for
    the longer step, then where customers find it important.
    """
    later = around(one.change, after)
    here = later.touchpoint or around(one.change, before, later).touchpoint
    kind = _LIVED if _is_severe(one) else _class(one.weight.name)
    size = _CLASS * kind + round(_STEP * _step(one)) + _reach(one) + _RATED * _rated(here)
    if here is None or not here.moment_of_truth:
        return size
    return size + (_MOMENT if kind >= _LIVED else _STEP)


def _is_severe(one: Judged) -> bool:
    """Whether a pain that is told hurts much: more than a list of what is planned."""
    return one.weight.name == "pain-told" and one.change.part.severity == "high"


def _rated(here: Touchpoint | None) -> int:
    importance = here.importance if here is not None else None
    return round(float(importance.customer)) if importance is not None else USUAL_IMPORTANCE


def _reach(one: Judged) -> int:
    """More for an idea that reaches more people: ten times as many weigh as much as one rating."""
    reach = getattr(one.change.part, "reach", None)
    return round(_RATED * log10(1 + reach)) if isinstance(reach, int | float) and reach > 0 else 0


def _class(name: str) -> int:
    if not name:
        return 0
    if name in _HARDEST:
        return 4
    first = name.split("-")[0]
    if first in _KNOWN or name.endswith(_UNTOLD):
        return 1
    return 2 if first in _OWNED else _LIVED


def _step(one: Judged) -> float:
    """How far it is from before to after, 0 to 1; the middle where nothing tells."""
    old, new = (_number(side) for side in (one.change.before, one.change.after))
    if old is None or new is None:
        return 0.5
    if isinstance(getattr(one.change.after, "level", None), int):
        return min(1.0, abs(new - old) / 4)
    longest = max(abs(old), abs(new))
    return abs(new - old) / longest if longest else 0.0


def _number(value: Any) -> float | None:
    for of in (value, getattr(value, "within", None), getattr(value, "amount", None)):
        for name in ("level", "magnitude"):
            found = getattr(of, name, None)
            if isinstance(found, int | float):
                return float(found)
    return None
