"""Whole journeys, and whose they are."""

from jmap.diff.reasons.words import called, titled
from jmap.diff.references import meant
from jmap.diff.weighers import Case, weighs
from jmap.diff.weight import Weight, neutral, worse
from jmap.model.forms import reference_key


@weighs("journey", kinds=("removed",))
def journey_removed(case: Case) -> Weight | None:
    """A map is gone: what customers live through there is told no more."""
    journey = case.part
    if journey.status == "retired" or not journey.stages:
        return None
    if journey.state == "future":
        return worse("plan-dropped", f"the plan {called(journey)} is given up")
    return worse(
        "journey-dropped",
        f"nothing tells any more what customers live through in {called(journey)}",
    )


@weighs("journey", field="personas", kinds=("removed", "changed"))
def persona_removed(case: Case) -> Weight | None:
    """The journey is no longer looked at with somebody's eyes."""
    after = case.after.workspace
    if meant("persona", case.old, after) in {reference_key(one) for one in case.part.personas}:
        return None
    name = titled("persona", case.old, case.before.index)
    return neutral("persona-dropped", f"nobody looks at this journey as {name} any more")


@weighs("stage", "touchpoint", field="opens", kinds=("removed",))
def detail_removed(case: Case) -> Weight:
    """The way to a closer look is gone."""
    name = titled("journey", case.old, case.before.index)
    return neutral("detail-lost", f"nothing leads to the closer look in {name} any more")
