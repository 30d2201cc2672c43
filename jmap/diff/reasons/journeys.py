"""Whole journeys, and whose they are."""

from jmap.diff.around import Around
from jmap.diff.reason import Name, because
from jmap.diff.reasons.meaning import all_meant
from jmap.diff.reasons.plans import left_out, missed, plan_of, planned
from jmap.diff.reasons.words import called, itself, titled
from jmap.diff.references import meant
from jmap.diff.weighers import Case, weighs
from jmap.diff.weight import Weight, neutral, worse
from jmap.model.journey import Journey
from jmap.model.persona import Persona


@weighs("journey", kinds=("removed",))
def journey_removed(case: Case) -> Weight | None:
    """A map is gone: what customers live through there is told no more."""
    journey = case.part
    if journey.status == "retired" or not journey.stages:
        return None
    if journey.state == "future":
        return _plan_removed(case)
    return worse("journey-dropped", "journey-untold", them=itself(journey))


def _plan_removed(case: Case) -> Weight:
    """A plan is given up, or is what the map of today tells by now."""
    journey: Journey = case.part
    given_up = because("plan-given-up", plan=called(journey))
    base = _base(journey, case.before)
    now = _base(journey, case.after)
    if base is None or now is None:
        return worse("plan-dropped", given_up)
    plan = plan_of(journey, base, case.before.workspace)
    left = [*missed(plan, now, case.after.workspace)]
    brings = len(plan.opens) + len(plan.ends) + len(plan.higher)
    if len(left) >= brings:
        return worse("plan-dropped", given_up)
    said = because("plan-is-today", plan=called(journey))
    if not left:
        return neutral("plan-fulfilled", said)
    return worse("plan-dropped", left_out(left, because("plan-is-gone", plan=called(journey))))


def _base(journey: Journey, here: Around) -> Journey | None:
    """The journey that a plan extends, as it is on one side."""
    found = here.index.find(("journey",), journey.extends) if journey.extends else None
    return found if isinstance(found, Journey) else None


@weighs("journey", kinds=("added",))
def journey_added(case: Case) -> Weight | None:
    """A journey is told, or how one is to be: what such a map says of it stands nowhere else."""
    journey: Journey = case.part
    if journey.status == "retired" or not journey.stages:
        return None
    if journey.state != "future":
        return neutral("journey-told", "journey-now-told", it=itself(journey))
    base, said = _base(journey, case.after), because("is-a-plan", it=itself(journey))
    if base is None:
        return neutral("plan-told", said)
    plan = plan_of(journey, base, case.after.workspace)
    whole = planned(plan, said)
    if plan.ends or plan.lower:
        return worse("plan-told", whole)
    return neutral("plan-told", whole)


@weighs("journey", field="state")
def state_changed(case: Case) -> Weight | None:
    """A map of today is made a plan, or a plan the map of today."""
    if case.new == "future":
        return worse("journey-dropped", "made-a-plan", it=itself(case.part))
    if case.old == "future":
        return neutral("journey-told", "made-today", it=itself(case.part))
    return None


@weighs("journey", field="personas", kinds=("removed", "changed"))
def persona_removed(case: Case) -> Weight | None:
    """The journey is no longer looked at with somebody's eyes."""
    after = case.after.workspace
    if meant("persona", case.old, after) in all_meant("persona", case.part.personas, after):
        return None
    name = titled("persona", case.old, case.before.index)
    return neutral("persona-dropped", "not-seen-as", who=name)


@weighs("stage", "touchpoint", field="opens", kinds=("removed",))
def detail_removed(case: Case) -> Weight:
    """The way to a closer look is gone."""
    name = titled("journey", case.old, case.before.index)
    return neutral("detail-lost", "no-closer-look", journey=name)


@weighs("journey", field="personas", kinds=("added",))
def persona_added(case: Case) -> Weight | None:
    """The journey is also looked at with somebody's eyes."""
    former = case.former
    if former is None:
        return None
    after = case.after.workspace
    if meant("persona", case.new, after) in all_meant("persona", former.personas, after):
        return None
    known = case.after.index
    seen = because("seen-as", who=titled("persona", case.new, known))
    persona = known.find(("persona",), case.new)
    found = persona.evidence if isinstance(persona, Persona) else ()
    if not found:
        return neutral("persona-added", seen)
    return neutral("persona-added", "which-rests-on", said=seen, on=Name(found[0].text))
