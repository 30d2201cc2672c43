"""What channels promise: how fast they answer, and for what share of contacts."""

from collections.abc import Callable

from jmap.diff.reason import Name, Reason, because
from jmap.diff.reasons.rewording import is_translated
from jmap.diff.reasons.words import called, itself
from jmap.diff.weighers import Case, weighs
from jmap.diff.weight import Weight, better, neutral, worse
from jmap.model.channel import Channel
from jmap.model.lines import Responds
from jmap.model.presence import is_there
from jmap.model.quantity import Quantity, common_dimension
from jmap.model.touchpoint import Touchpoint
from jmap.model.workspace import Workspace
from jmap.syntax.fold import fold

_ALL = 100.0
"""The share of contacts that a promise without one is for."""


@weighs("channel", field="responds", kinds=("changed",))
def promise_changed(case: Case) -> Weight | None:
    """A promise was loosened or tightened."""
    old, new = case.old, case.new
    said = _instead(case, old, new)
    if common_dimension([old.within, new.within]) is None:
        return neutral("promise-changed", said)
    sooner = _sign(old.within.magnitude - new.within.magnitude)
    surer = _sign(_share(new) - _share(old))
    if not sooner and not surer:
        return None
    if sooner >= 0 and surer >= 0:
        return better("promise-tightened", _and_broken(case, new, said))
    if sooner <= 0 and surer <= 0:
        return worse("promise-loosened", _and_broken(case, new, _and_so_kept(case, said)))
    return neutral("promise-changed", said)


def promise_of_another(case: Case) -> Weight | None:
    """That the channel which serves customers now promises less than the one that it replaces."""
    channels = (
        here.index.find(("channel",), one)
        for here, one in ((case.before, case.old), (case.after, case.new))
    )
    old, new = (one.responds if isinstance(one, Channel) else None for one in channels)
    if old is None or new is None or common_dimension([old.within, new.within]) is None:
        return None
    later, rarer = new.within.magnitude - old.within.magnitude, _share(old) - _share(new)
    if min(later, rarer) < 0 or later == rarer == 0:
        return None
    name = itself(case.after.index.find(("channel",), case.new))
    said = because("promises-instead", it=name, new=said_of(new), old=said_of(old))
    return worse("promise-loosened", said)


@weighs("channel", field="responds", kinds=("removed",))
def promise_removed(case: Case) -> Weight:
    """Nothing tells customers any more when they will be answered."""
    return worse("promise-lost", "promises-nothing", it=itself(case.part), old=said_of(case.old))


@weighs("channel", field="responds", kinds=("added",))
def promise_added(case: Case) -> Weight:
    """Customers know when they will be answered."""
    return better("promise-made", "promises", it=itself(case.part), new=said_of(case.new))


@weighs("channel", field="hours")
def hours_changed(case: Case) -> Weight | None:
    """Customers reach us at other times; which are better is for people to say."""
    old, new, channel = case.old, case.new, itself(case.part)
    if new is None:
        return neutral("hours-lost", "hours-untold", it=channel, old=Name(old))
    if old is None:
        return neutral("hours-set", "hours-told", it=channel, new=Name(new))
    if is_translated(case, old, new):
        return None
    return neutral("hours-changed", "hours-instead", new=Name(new), old=Name(old))


@weighs("channel", kinds=("added",))
def channel_added(case: Case) -> Weight | None:
    """With a channel comes its promise, where customers use it."""
    channel: Channel = case.part
    if channel.responds is None or not _is_used(channel, case):
        return None
    return better("promise-made", "promises", it=itself(channel), new=said_of(channel.responds))


@weighs("channel", kinds=("removed",))
def channel_removed(case: Case) -> Weight | None:
    """With a channel goes its promise, where customers still use it."""
    channel: Channel = case.part
    if not _is_used(channel, case):
        if _is_used(channel, case, case.before.workspace):
            # What stood on it is gone as well, and tells more of that.
            return None
        return neutral("channel-dropped", "is-no-channel", it=itself(channel))
    if channel.responds is None:
        return None
    promise = said_of(channel.responds)
    return worse("promise-lost", "promise-undeclared", it=itself(channel), old=promise)


def _and_so_kept(case: Case, said: Reason) -> Reason:
    """Where a promise is kept now because it is easier, and only because."""
    old, new = case.old.within, case.new.within
    kept = _those(case, lambda current: _is_between(old, current, new))
    return because("and-so-kept", said=said, touchpoints=kept) if kept else said


def _and_broken(case: Case, promise: Responds, said: Reason) -> Reason:
    """Where a promise is not kept, whatever it is now."""
    broken = _those(case, lambda current: breaks(promise, current))
    return because("and-broken", said=said, touchpoints=broken) if broken else said


def breaks(promise: Responds, current: Quantity | None) -> bool:
    """Whether customers wait longer than was promised."""
    if current is None or common_dimension([current, promise.within]) is None:
        return False
    return current.magnitude > promise.within.magnitude


def _those(case: Case, holds: Callable[[Quantity | None], bool]) -> tuple[Name, ...]:
    """The touchpoints on a channel that serve customers and whose figure is of some kind."""
    return tuple(
        dict.fromkeys(
            called(one)
            for journey in case.after.workspace.journeys
            for one in journey.touchpoints
            if _is_on(one, case.part) and is_there(one, journey) and holds(one.current)
        )
    )


def _is_between(old: Quantity, current: Quantity | None, new: Quantity) -> bool:
    if current is None or common_dimension([old, current, new]) is None:
        return False
    return old.magnitude < current.magnitude <= new.magnitude


def _is_on(touchpoint: Touchpoint, channel: Channel) -> bool:
    reference = touchpoint.channel
    return isinstance(reference, str) and fold(reference) == fold(channel.id)


def _is_used(channel: Channel, case: Case, workspace: Workspace | None = None) -> bool:
    return any(
        _is_on(one, channel)
        for journey in (workspace or case.after.workspace).journeys
        for one in journey.touchpoints
    )


def _instead(case: Case, old: Responds, new: Responds) -> Reason:
    channel = itself(case.part)
    if old.share != new.share:
        return because("promises-instead", it=channel, new=said_of(new), old=said_of(old))
    within = {"new": new.within, "old": old.within}
    if new.share is None:
        return because("promises-within", it=channel, **within)
    return because("promises-share-within", it=channel, share=new.share, **within)


def said_of(promise: Responds) -> Reason:
    """A promise in words."""
    if promise.share is None:
        return because("promise-to-all", within=promise.within)
    return because("promise-to-share", share=promise.share, within=promise.within)


def _share(promise: Responds) -> float:
    return _ALL if promise.share is None else promise.share.magnitude


def _sign(number: float) -> int:
    return (number > 0) - (number < 0)
