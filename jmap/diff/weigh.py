"""Weighing: what a change of a map does to the customer.

Whoever approves a change reads this first. The weighers are in ``jmap.diff.reasons``, a file for
each thing that customers meet; what none of them knows is neutral.
"""

from dataclasses import replace

from jmap.diff.around import Around, around
from jmap.diff.change import Change
from jmap.diff.reason import because
from jmap.diff.reasons import weigher_of
from jmap.diff.weighers import Case
from jmap.diff.weight import NOTHING, Weight
from jmap.model.workspace import Workspace

__all__ = ["Weight", "weigh"]


def weigh(change: Change, before: Workspace, after: Workspace) -> Weight:
    """What a change from one workspace to the other does to the customer.

    Each change is weighed by itself, in the workspace as it is after all of them. Nothing that is
    said of a retired touchpoint or journey weighs anything: nobody is served there.
    """
    weigher = weigher_of(change)
    if weigher is None:
        return NOTHING
    later = around(change, after)
    case = Case(change, around(change, before, later), later)
    if _is_retired(case.before) and _is_retired(case.after):
        return NOTHING
    weight = weigher(case) or NOTHING
    return _planned(weight) if weight.name and _is_to_come(case) else weight


def _planned(weight: Weight) -> Weight:
    """A weight that says that nothing of it has happened yet."""
    gist = because("in-the-plan", said=weight.gist) if weight.gist.key else weight.gist
    return replace(weight, why=because("in-the-plan", said=weight.why), gist=gist)


def _is_retired(here: Around) -> bool:
    return any(
        part is not None and part.status == "retired" for part in (here.journey, here.touchpoint)
    )


_OF_THE_PLAN = ("", "state", "status")
"""What is said of a plan itself."""


def _is_to_come(case: Case) -> bool:
    """Whether nobody lives through it yet: it stands in a plan, and is not the plan itself."""
    here = case.after if case.after.journey is not None else case.before
    if here.journey is None or (case.part is here.journey and case.change.field in _OF_THE_PLAN):
        return False
    return here.journey.state == "future" or all(
        side.touchpoint is not None and side.touchpoint.status == "planned"
        for side in (case.before, case.after)
    )
