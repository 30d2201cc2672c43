"""What a new touchpoint brings with it, besides being there: a gap, a broken promise, pains."""

from dataclasses import replace

from jmap.diff.reason import Part, Reason, because
from jmap.diff.reasons.promises import breaks, said_of
from jmap.diff.reasons.reading import place_of, shortfall
from jmap.diff.reasons.words import called
from jmap.diff.weighers import Case
from jmap.diff.weight import Weight

_SEVERE = "high"


def brings(case: Case, weight: Weight) -> Weight:
    """A weight with what is short there from the first day, and what hurts much."""
    said = _though_it_hurts(case, _though_short(case, weight.why))
    return weight if said == weight.why else replace(weight, why=said, gist=weight.why)


def _though_short(case: Case, said: Reason) -> Reason:
    place, current, desired = place_of(case), case.part.current, case.part.desired
    if place is None or current is None:
        return said
    promise = place.channel.responds if place.channel is not None else None
    if place.channel is not None and promise is not None and breaks(promise, current):
        texts: dict[str, Part] = {"channel": called(place.channel), "promise": said_of(promise)}
        return because("though-promised", said=said, current=current, **texts)
    if not shortfall(place, current, desired):
        return said
    return because("though-short", said=said, current=current, desired=desired)


def _though_it_hurts(case: Case, said: Reason) -> Reason:
    before = case.before.parts
    pains = tuple(
        called(pain)
        for pain in case.part.pains
        if pain.severity == _SEVERE and (before is None or not before.holds(pain))
    )
    return because("and-it-hurts", said=said, pains=pains) if pains else said
