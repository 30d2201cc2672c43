"""What may go wrong, and what is to be done about it."""

from jmap.diff.reasons.pains import LEVELS
from jmap.diff.reasons.words import called
from jmap.diff.weighers import Case, weighs
from jmap.diff.weight import Weight, better, neutral, worse


@weighs("risk", kinds=("added",))
def risk_added(case: Case) -> Weight | None:
    """A risk is told: it was there before."""
    if case.before.parts is not None and case.before.parts.holds(case.part):
        return None
    return neutral("risk-told", f"it is told now what may go wrong: {called(case.part)}")


@weighs("risk", kinds=("removed",))
def risk_removed(case: Case) -> Weight | None:
    """A risk is told no more; without a remedy, nothing had been done about it."""
    if case.after.parts is not None and case.after.parts.holds(case.part):
        return None
    said = f"{called(case.part)} is told no more as something that may go wrong"
    if case.part.remedy:
        return neutral("risk-dropped", said)
    return worse("risk-dropped", f"{said}, and nothing was said against it")


@weighs("risk", field="likelihood")
def likelihood_changed(case: Case) -> Weight | None:
    """It will go wrong more or less often."""
    risk = called(case.part)
    if case.new is None:
        return worse(
            "likelihood-untold", f"nothing tells any more how likely {risk} is; it was {case.old}"
        )
    if case.old is None:
        return neutral("likelihood-told", f"it is told now how likely {risk} is: {case.new}")
    said = f"{risk} is {{}} likely: {case.new} instead of {case.old}"
    if LEVELS.index(case.new) > LEVELS.index(case.old):
        return worse("risk-grew", said.format("more"))
    return better("risk-shrank", said.format("less"))


@weighs("risk", field="remedy", kinds=("removed",))
def remedy_removed(case: Case) -> Weight | None:
    """Nothing helps any more when it goes wrong."""
    if case.part.remedy:
        return None
    return worse("remedy-lost", f"nothing is said any more against {called(case.part)}")


@weighs("risk", field="remedy", kinds=("added",))
def remedy_added(case: Case) -> Weight | None:
    """Something helps when it goes wrong."""
    if case.former is None or case.former.remedy or case.new != case.part.remedy[0]:
        return None
    return better("remedy-gained", f"something is to be done about {called(case.part)}")
