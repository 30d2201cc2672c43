"""Moments of truth: where customers judge us, as far as a map says so."""

from functools import lru_cache

from jmap.diff.around import Around
from jmap.diff.parts import JourneyParts
from jmap.diff.reason import because
from jmap.diff.reasons.reading import though_short
from jmap.diff.reasons.words import called
from jmap.diff.weighers import Case, weighs
from jmap.diff.weight import Weight, neutral, worse
from jmap.model.identical import Identical
from jmap.model.presence import is_there
from jmap.model.touchpoint import Touchpoint
from jmap.syntax.fold import fold


@weighs("touchpoint", field="moment_of_truth")
def moment_changed(case: Case) -> Weight:
    """A touchpoint is, or is not any more, what customers judge us by."""
    if case.new:
        return neutral("moment-told", "is-moment")
    gone = because("no-moment-left" if _is_last(case.after) else "no-moment")
    others = tuple(called(one) for one in moments_instead(case))
    said = because("moment-instead", others=others) if others else gone
    # What customers miss there nobody has to look at first any more.
    return worse("moment-lost", though_short(case, said))


def moments_instead(case: Case) -> tuple[Touchpoint, ...]:
    """What is a moment of truth in the journey now, and was told as none before."""
    journey, before = case.after.journey, case.before.parts
    if journey is None or before is None:
        return ()
    return _instead(Identical(journey, before))


@lru_cache(maxsize=4)
def _instead(same: Identical) -> tuple[Touchpoint, ...]:
    journey, before = same.things
    return tuple(
        one
        for one in journey.touchpoints
        if one.moment_of_truth and is_there(one, journey) and _was_none(one, before)
    )


def _was_none(touchpoint: Touchpoint, before: JourneyParts) -> bool:
    names = (name for name in (touchpoint.was, touchpoint.id) if name)
    found = next(filter(None, (before.touchpoints.get(fold(name)) for name in names)), None)
    return found is not None and not found.touchpoint.moment_of_truth


def _is_last(here: Around) -> bool:
    journey = here.journey
    return journey is not None and not any(
        one.moment_of_truth and is_there(one, journey) for one in journey.touchpoints
    )
