"""Places where customers and we meet: they come and go, and change their channel."""

from jmap.diff.reasons.serving import channel_left, is_served, those_who_prefer
from jmap.diff.reasons.words import called, first_of, titled
from jmap.diff.references import meant
from jmap.diff.weighers import Case, weighs
from jmap.diff.weight import Weight, better, neutral, worse
from jmap.model.forms import reference_key
from jmap.model.presence import is_there
from jmap.model.stage import Stage
from jmap.model.touchpoint import Touchpoint
from jmap.syntax.fold import fold


@weighs("touchpoint", kinds=("removed",))
def touchpoint_removed(case: Case) -> Weight | None:
    """A touchpoint is gone, or only stands in another stage."""
    touchpoint: Touchpoint = case.part
    journey = case.before.journey
    moved = case.after.parts and case.after.parts.touchpoints.get(fold(touchpoint.id))
    if moved:
        return _moved(case, moved.stage)
    if journey is None or not is_there(touchpoint, journey):
        return _never_there(touchpoint)
    return _no_longer_there(case, touchpoint)


def _moved(case: Case, stage: Stage) -> Weight:
    was = f" instead of {called(case.before.stage)}" if case.before.stage is not None else ""
    return neutral("touchpoint-moved", f"customers meet it in {called(stage)}{was}")


def _never_there(touchpoint: Touchpoint) -> Weight | None:
    if touchpoint.status != "planned":
        return None
    return worse("plan-dropped", f"{called(touchpoint)} was planned, and is not any more")


def _no_longer_there(case: Case, touchpoint: Touchpoint) -> Weight:
    channel, after = touchpoint.channel, case.after
    if channel is not None and not is_served(after, channel, case):
        return channel_left(case, channel)
    lost = _unanswered(case, touchpoint)
    if lost:
        return worse("answer-lost", f"nothing answers any more: {first_of(lost)}")
    still = ""
    if channel is not None:
        still = f"; {titled('channel', channel, after.index)} serves them at other places there"
    return neutral(
        "touchpoint-dropped", f"customers do not meet {called(touchpoint)} any more{still}"
    )


def _unanswered(case: Case, touchpoint: Touchpoint) -> list[str]:
    """The questions of the journey that only this touchpoint answered."""
    parts = case.after.parts
    if parts is None:
        return []
    asked = {fold(one.id): one for one in parts.journey.questions if one.id}
    lost = [name for name in map(fold, touchpoint.answers) if not parts.answering.get(name)]
    return [called(asked[name]) for name in lost if name in asked]


@weighs("touchpoint", kinds=("added",))
def touchpoint_added(case: Case) -> Weight | None:
    """A touchpoint is new; a channel that was not there before serves more customers."""
    touchpoint: Touchpoint = case.part
    journey, before = case.after.journey, case.before
    known = (fold(name) for name in (touchpoint.id, touchpoint.was) if name)
    if journey is None or any(before.parts and name in before.parts.touchpoints for name in known):
        return None
    if touchpoint.status == "planned" and journey.state != "future":
        return neutral("touchpoint-planned", f"{called(touchpoint)} is planned")
    channel = touchpoint.channel
    if channel is None or not is_there(touchpoint, journey):
        return None
    if is_served(before, channel, case):
        return None
    return better("channel-opened", f"customers can use {_reached_by(case, touchpoint)}")


@weighs("touchpoint", field="status", kinds=("added", "removed", "changed"))
def status_changed(case: Case) -> Weight | None:
    """A touchpoint begins or ceases to serve customers, or is given up before it did."""
    touchpoint: Touchpoint = case.part
    journey = case.after.journey
    if journey is None:
        return None
    there = is_there(touchpoint, journey)
    was = is_there(touchpoint.model_copy(update={"status": case.old}), journey)
    if there and not was:
        return better("touchpoint-opened", f"customers can use {_reached_by(case, touchpoint)}")
    if was and not there:
        return _no_longer_there(case, touchpoint)
    if case.new == "planned":
        return neutral("touchpoint-planned", f"{called(touchpoint)} is planned")
    return (
        worse("plan-dropped", f"{called(touchpoint)} was planned, and is not any more")
        if (case.old == "planned" and not there)
        else None
    )


@weighs("touchpoint", field="channel", kinds=("changed",))
def channel_changed(case: Case) -> Weight | None:
    """Customers meet it in another way; who prefers which decides."""
    old, new, before, after = case.old, case.new, case.before, case.after
    if after.journey is None or not is_there(case.part, after.journey):
        return None
    if meant("channel", old, after.workspace) == reference_key(new):
        return None
    left = not is_served(after, old, case)
    opened = not is_served(before, new, case)
    if left and opened:
        return _exchanged(case)
    if left:
        return channel_left(case, old)
    if opened:
        return better("channel-opened", f"customers can use {_reached_by(case, case.part)}")
    return None


def _exchanged(case: Case) -> Weight:
    losing, winning = those_who_prefer(case, case.old), those_who_prefer(case, case.new)
    if losing and not winning:
        return channel_left(case, case.old)
    name = titled("channel", case.new, case.after.index)
    said = f"{name} serves customers instead of {titled('channel', case.old, case.before.index)}"
    if winning and not losing:
        prefer = "prefers" if len(winning) == 1 else "prefer"
        return better("channel-opened", f"{said}, as {first_of(winning)} {prefer}")
    return neutral("channel-changed", said)


@weighs("stage", field="skips", kinds=("added", "changed"))
def skip_added(case: Case) -> Weight | None:
    """A channel is left out on purpose where it served before."""
    if case.old is not None and _is_same(case):
        return None
    if not is_served(case.before, case.new.channel, case):
        return None
    name = titled("channel", case.new.channel, case.after.index)
    preferring = those_who_prefer(case, case.new.channel)
    hurt = f", though {first_of(preferring)} would choose it" if preferring else ""
    return worse(
        "channel-skipped", f"{name} served {called(case.part)} and is left out on purpose{hurt}"
    )


def _is_same(case: Case) -> bool:
    return meant("channel", case.old.channel, case.after.workspace) == reference_key(
        case.new.channel
    )


@weighs("stage", kinds=("removed",))
def stage_removed(case: Case) -> Weight | None:
    """A part of the journey is gone, or its touchpoints stand elsewhere now."""
    stage: Stage = case.part
    journey, after = case.before.journey, case.after.parts
    if journey is None or not stage.touchpoints:
        return None
    kept = after.touchpoints if after else {}
    gone = [one for one in stage.touchpoints if fold(one.id) not in kept and is_there(one, journey)]
    if not gone:
        return neutral("stage-dropped", "customers meet all that served them here in other stages")
    names = first_of([called(one) for one in gone])
    return worse("stage-dropped", f"customers do not meet {names} any more")


def _reached_by(case: Case, touchpoint: Touchpoint) -> str:
    if touchpoint.channel is None:
        return called(touchpoint)
    channel = titled("channel", touchpoint.channel, case.after.index)
    preferring = those_who_prefer(case, touchpoint.channel)
    glad = f", which {first_of(preferring)} would choose" if preferring else ""
    return f"{called(touchpoint)} on {channel}{glad}"
