"""What may go wrong, and what is to be done about it."""

from jmap.diff.reason import NOTHING_SAID, Name
from jmap.diff.reasons.instructions import says_otherwise
from jmap.diff.reasons.pains import LEVELS, differ, level
from jmap.diff.reasons.rewording import in_place_of
from jmap.diff.reasons.words import itself
from jmap.diff.weighers import Case, weighs
from jmap.diff.weight import Weight, better, neutral, worse


@weighs("risk", kinds=("added",))
def risk_added(case: Case) -> Weight | None:
    """A risk is told: it was there before."""
    if case.before.parts is not None and case.before.parts.holds(case.part):
        return None
    likelihood = level(case.part.likelihood)
    if likelihood is None:
        return neutral("risk-told", "risk-now-told", it=itself(case.part))
    return neutral("risk-told", "risk-now-told-level", it=itself(case.part), level=likelihood)


@weighs("risk", kinds=("removed",))
def risk_removed(case: Case) -> Weight | None:
    """A risk is told no more; without a remedy, nothing had been done about it."""
    if case.after.parts is not None and case.after.parts.holds(case.part):
        return None
    if case.part.remedy:
        return neutral("risk-dropped", "risk-told-no-more", it=itself(case.part))
    return worse("risk-dropped", "risk-without-remedy-told-no-more", it=itself(case.part))


@weighs("risk", field="likelihood")
def likelihood_changed(case: Case) -> Weight | None:
    """It will go wrong more or less often."""
    risk, old, new = itself(case.part), level(case.old), level(case.new)
    if new is None:
        return worse("likelihood-untold", "no-likelihood", it=risk, old=old or NOTHING_SAID)
    if old is None:
        return neutral("likelihood-told", "first-likelihood", it=risk, new=new)
    if LEVELS.index(case.new) > LEVELS.index(case.old):
        return worse("risk-grew", "likelier", it=risk, new=new, old=old)
    if not _is_shown(case):
        return neutral("risk-played-down", "only-said-less-likely", it=risk, new=new, old=old)
    return better("risk-shrank", "less-likely", it=risk, new=new, old=old)


_SHOWS = ("current", "measures", "churn", "action", "evidence")
"""The lines of a touchpoint or stage of which one changes with it when a risk really shrinks."""


def _is_shown(case: Case) -> bool:
    """Whether anything but the word for it tells that a risk is less likely: something new that is
    done about it, or something else of its touchpoint or its stage.
    """
    before, after, former = case.before, case.after, case.former
    if former is None or set(case.part.remedy) - set(former.remedy):
        return True
    if set(former.remedy) - set(case.part.remedy):
        return False
    return differ(before.touchpoint, after.touchpoint, _SHOWS) or differ(
        before.stage, after.stage, _SHOWS
    )


@weighs("risk", field="remedy", kinds=("changed", "removed"))
def remedy_changed(case: Case) -> Weight | None:
    """Nothing helps any more when it goes wrong, or one thing less, or another."""
    if not case.part.remedy:
        return worse("remedy-lost", "nothing-against", them=itself(case.part))
    new = in_place_of(case)
    if new is None:
        return neutral(
            "remedy-changed", "not-done-against", them=itself(case.part), old=Name(case.old)
        )
    if not says_otherwise(case, case.old, new):
        return None
    said = {"new": Name(new), "old": Name(case.old)}
    return neutral("remedy-changed", "done-against", them=itself(case.part), **said)


@weighs("risk", field="remedy", kinds=("added",))
def remedy_added(case: Case) -> Weight | None:
    """Something helps when it goes wrong."""
    if case.former is None or case.former.remedy or case.new != case.part.remedy[0]:
        return None
    return better("remedy-gained", "something-against", them=itself(case.part))
