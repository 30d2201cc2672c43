"""What hurts customers: told, eased, or told no more."""

from collections.abc import Iterator

from jmap.diff.identity import key_of
from jmap.diff.reasons.words import called
from jmap.diff.weighers import Case, weighs
from jmap.diff.weight import Weight, better, neutral, worse
from jmap.model.opportunity import Opportunity
from jmap.model.pain import Pain
from jmap.syntax.fold import fold

LEVELS = ("low", "medium", "high")


@weighs("pain", kinds=("added",))
def pain_added(case: Case) -> Weight | None:
    """A pain is told: it was there before."""
    if case.before.parts is not None and case.before.parts.holds(case.part):
        return None
    return neutral("pain-told", f"it is told now what hurts customers: {called(case.part)}")


@weighs("pain", kinds=("removed",))
def pain_removed(case: Case) -> Weight | None:
    """A pain is told no more: because it is eased, or merely so."""
    pain: Pain = case.part
    if case.after.parts is not None and case.after.parts.holds(pain):
        return None
    done = next((idea for idea in _easing(pain, case) if idea.status == "done"), None)
    if done is not None:
        return better(
            "pain-eased", f"{called(pain)} hurts customers no more: {called(done)} is done"
        )
    return worse(
        "pain-dropped", f"{called(pain)} is told no more, and nothing that eases it is done"
    )


def _easing(pain: Pain, case: Case) -> Iterator[Opportunity]:
    """What eased a pain before, as it was and as it is now."""
    before, after = case.before.parts, case.after.parts
    found = before.easing.get(fold(pain.id), ()) if before is not None and pain.id else ()
    for idea in found:
        yield idea
        now = after.items.get(f"{idea.keyword} {key_of(idea)}") if after is not None else None
        if isinstance(now, Opportunity):
            yield now


@weighs("pain", field="severity")
def severity_changed(case: Case) -> Weight | None:
    """A pain hurts more or less."""
    pain = called(case.part)
    if case.new is None:
        return worse(
            "severity-untold", f"nothing tells any more how much {pain} hurts; it was {case.old}"
        )
    if case.old is None:
        return neutral("severity-told", f"it is told now how much {pain} hurts: {case.new}")
    said = f"{pain} hurts customers {{}}: {case.new} instead of {case.old}"
    if LEVELS.index(case.new) > LEVELS.index(case.old):
        return worse("pain-grew", said.format("more"))
    return better("pain-shrank", said.format("less"))
