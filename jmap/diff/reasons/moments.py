"""Moments of truth: where customers judge us, as far as a map says so."""

from jmap.diff.around import Around
from jmap.diff.reason import Reason, because
from jmap.diff.reasons.reading import place_of, shortfall
from jmap.diff.weighers import Case, weighs
from jmap.diff.weight import Weight, neutral, worse
from jmap.model.presence import is_there


@weighs("touchpoint", field="moment_of_truth")
def moment_changed(case: Case) -> Weight:
    """A touchpoint is, or is not any more, what customers judge us by."""
    if case.new:
        return neutral("moment-told", "is-moment")
    gone = because("no-moment-left" if _is_last(case.after) else "no-moment")
    return worse("moment-lost", _though_short(case, gone))


def _though_short(case: Case, said: Reason) -> Reason:
    """What customers miss there, which nobody has to look at first any more."""
    place, current, desired = place_of(case), case.part.current, case.part.desired
    if place is None or not shortfall(place, current, desired):
        return said
    return because("though-short", said=said, current=current, desired=desired)


def _is_last(here: Around) -> bool:
    journey = here.journey
    return journey is not None and not any(
        one.moment_of_truth and is_there(one, journey) for one in journey.touchpoints
    )
