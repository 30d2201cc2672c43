"""What channels promise: how fast they answer, and for what share of contacts."""

from jmap.diff.reasons.words import called, figure
from jmap.diff.weighers import Case, weighs
from jmap.diff.weight import Weight, better, neutral, worse
from jmap.model.channel import Channel
from jmap.model.lines import Responds
from jmap.model.quantity import common_dimension
from jmap.syntax.fold import fold

_ALL = 100.0
"""The share of contacts that a promise without one is for."""


@weighs("channel", field="responds", kinds=("changed",))
def promise_changed(case: Case) -> Weight | None:
    """A promise was loosened or tightened."""
    old, new = case.old, case.new
    said = f"{called(case.part)} promises {_said(new)} instead of {_said(old)}"
    if common_dimension([old.within, new.within]) is None:
        return neutral("promise-changed", said)
    sooner = _sign(old.within.magnitude - new.within.magnitude)
    surer = _sign(_share(new) - _share(old))
    if not sooner and not surer:
        return None
    if sooner >= 0 and surer >= 0:
        return better("promise-tightened", said)
    if sooner <= 0 and surer <= 0:
        return worse("promise-loosened", said)
    return neutral("promise-changed", said)


@weighs("channel", field="responds", kinds=("removed",))
def promise_removed(case: Case) -> Weight:
    """Nothing tells customers any more when they will be answered."""
    return worse(
        "promise-lost", f"{called(case.part)} promises no answer in time; it was {_said(case.old)}"
    )


@weighs("channel", field="responds", kinds=("added",))
def promise_added(case: Case) -> Weight:
    """Customers know when they will be answered."""
    return better("promise-made", f"{called(case.part)} promises {_said(case.new)}")


@weighs("channel", kinds=("removed",))
def channel_removed(case: Case) -> Weight | None:
    """With a channel goes its promise, where customers still use it."""
    channel: Channel = case.part
    if channel.responds is None or not _is_used(channel, case):
        return None
    return worse(
        "promise-lost",
        f"{called(channel)} is used and declared no more: its promise was "
        f"{_said(channel.responds)}",
    )


def _is_used(channel: Channel, case: Case) -> bool:
    return any(
        isinstance(one.channel, str) and fold(one.channel) == fold(channel.id)
        for journey in case.after.workspace.journeys
        for one in journey.touchpoints
    )


def _said(promise: Responds) -> str:
    share = "an answer" if promise.share is None else f"{figure(promise.share)} answered"
    return f"{share} within {figure(promise.within)}"


def _share(promise: Responds) -> float:
    return _ALL if promise.share is None else promise.share.magnitude


def _sign(number: float) -> int:
    return (number > 0) - (number < 0)
