"""Whole journeys, and whose they are."""

from jmap.diff.reason import Name, because
from jmap.diff.reasons.words import called, itself, titled
from jmap.diff.references import meant
from jmap.diff.weighers import Case, weighs
from jmap.diff.weight import Weight, neutral, worse
from jmap.model.forms import reference_key
from jmap.model.persona import Persona


@weighs("journey", kinds=("removed",))
def journey_removed(case: Case) -> Weight | None:
    """A map is gone: what customers live through there is told no more."""
    journey = case.part
    if journey.status == "retired" or not journey.stages:
        return None
    if journey.state == "future":
        return worse("plan-dropped", "plan-given-up", plan=called(journey))
    return worse("journey-dropped", "journey-untold", them=itself(journey))


@weighs("journey", field="personas", kinds=("removed", "changed"))
def persona_removed(case: Case) -> Weight | None:
    """The journey is no longer looked at with somebody's eyes."""
    after = case.after.workspace
    if meant("persona", case.old, after) in {reference_key(one) for one in case.part.personas}:
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
    if meant("persona", case.new, after) in {
        meant("persona", one, after) for one in former.personas
    }:
        return None
    known = case.after.index
    seen = because("seen-as", who=titled("persona", case.new, known))
    persona = known.find(("persona",), case.new)
    found = persona.evidence if isinstance(persona, Persona) else ()
    if not found:
        return neutral("persona-added", seen)
    return neutral("persona-added", "which-rests-on", said=seen, on=Name(found[0].text))
