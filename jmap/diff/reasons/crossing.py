"""What a figure reaches by its change, or misses, beside what customers want: what we set out to
give, and what the channel promises.
"""

from dataclasses import replace

from jmap.diff.reason import Reason, because
from jmap.diff.reasons.promises import breaks
from jmap.diff.reasons.reading import is_same, shortfall, wanted
from jmap.diff.reasons.words import called
from jmap.diff.weighers import Case
from jmap.diff.weight import Weight
from jmap.gaps.place import Place
from jmap.model.lines import Responds
from jmap.model.quantity import Quantity


def crossing(case: Case, place: Place, weight: Weight) -> Weight:
    """A weight with what is reached now, or missed."""
    for said in (_promise(case, place), _aim(case, place)):
        if said is not None:
            weight = _also(weight, said)
    return weight


def _also(weight: Weight, said: Reason) -> Weight:
    gist = because("and-also", said=weight.gist, also=said) if weight.gist.key else weight.gist
    return replace(weight, why=because("and-also", said=weight.why, also=said), gist=gist)


def _aim(case: Case, place: Place) -> Reason | None:
    aim, told = case.part.intended, (wanted(place, case.part), _promised(place))
    if aim is None or any(_is_equal(aim, other) for other in told):
        return None
    old, new = (shortfall(place, figure, aim) for figure in (case.old, case.new))
    if old is None or new is None or bool(old) == bool(new):
        return None
    return because("aim-missed", aim=aim) if new else because("aim-reached", aim=aim)


def _promised(place: Place) -> Quantity | None:
    promise = _promise_of(place)
    return promise.within if promise is not None else None


def _promise_of(place: Place) -> Responds | None:
    """What the channel promises of the touchpoint's own figure."""
    channel = place.channel if place.measure is None else None
    return channel.responds if channel is not None else None


def _is_equal(one: Quantity, other: Quantity | None) -> bool:
    return other is not None and is_same(one, other)


def _promise(case: Case, place: Place) -> Reason | None:
    channel, promise = place.channel, _promise_of(place)
    if channel is None or promise is None or _is_equal(promise.within, wanted(place, case.part)):
        return None
    was, now = breaks(promise, case.old), breaks(promise, case.new)
    if was == now:
        return None
    name, within = called(channel), promise.within
    return because("promise-broken" if now else "promise-kept", channel=name, within=within)
