"""What a new touchpoint brings with it, besides being there: a gap, a broken promise, pains."""

from dataclasses import replace

from jmap.diff.reason import Part, Reason, because
from jmap.diff.reasons.promises import breaks, said_of
from jmap.diff.reasons.reading import place_of, though_short
from jmap.diff.reasons.words import called
from jmap.diff.weighers import Case
from jmap.diff.weight import Weight

_SEVERE = "high"


def brings(case: Case, weight: Weight) -> Weight:
    """A weight with what is short there from the first day, and what hurts much."""
    said = _though_it_hurts(case, _though_late(case, weight.why))
    return weight if said == weight.why else replace(weight, why=said, gist=weight.why)


def _though_late(case: Case, said: Reason) -> Reason:
    place, current = place_of(case), case.part.current
    channel = place.channel if place is not None else None
    promise = channel.responds if channel is not None else None
    if channel is None or promise is None or not breaks(promise, current):
        return though_short(case, said)
    texts: dict[str, Part] = {"channel": called(channel), "promise": said_of(promise)}
    return because("though-promised", said=said, current=current, **texts)


def _though_it_hurts(case: Case, said: Reason) -> Reason:
    before = case.before.parts
    pains = tuple(
        called(pain)
        for pain in case.part.pains
        if pain.severity == _SEVERE and (before is None or not before.holds(pain))
    )
    return because("and-it-hurts", said=said, pains=pains) if pains else said
