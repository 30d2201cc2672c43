"""What customers feel, and what it costs them: mood, trust, effort and time."""

from typing import Any

from jmap.diff.reason import Mark, because
from jmap.diff.reasons.voices import Turn, lasting, lowest
from jmap.diff.reasons.words import mark, time
from jmap.diff.weighers import Case, weighs
from jmap.diff.weight import Weight, better, foremost, neutral, worse
from jmap.model.quantity import Duration, Durations, common_dimension

PLACES = ("touchpoint", "stage")


@weighs(*PLACES, field="feel", kinds=("added", "removed", "changed", "moved"))
def feel_changed(case: Case) -> Weight | None:
    """The mood that customers leave with rose or fell; else their worst moment did."""
    planned = _is_planned(case)
    ends = foremost([found for turn in lasting(case) if (found := _ending(turn, planned=planned))])
    worst = foremost([_lowest(turn, planned=planned) for turn in lowest(case)])
    return ends or worst


_SURE = ("assumed", "inferred", "observed", "measured")
"""How sure somebody is of a mood, the least sure first."""


def _is_planned(case: Case) -> bool:
    """Whether a mood is that of a plan: there it can only be assumed."""
    here = case.after
    return (here.journey is not None and here.journey.state == "future") or (
        here.touchpoint is not None and here.touchpoint.status == "planned"
    )


def _doubted(turn: Turn) -> Weight | None:
    """A mood that rose, where whoever says so is less sure of it than of the one before."""
    was, now = turn.old.confidence, turn.new.confidence
    if turn.rise <= 0 or was is None or now is None or _SURE.index(now) >= _SURE.index(was):
        return None
    sure = {"sure": because(f"sure-{now}"), "was": because(f"sure-{was}")}
    moods = {"new": _mood(turn.new), "old": mark(turn.old.level)}
    return neutral("mood-doubted", turn.say("mood-less-sure", **moods, **sure))


def _ending(turn: Turn, *, planned: bool) -> Weight | None:
    if turn.new is None:
        return worse("mood-untold", turn.say("feeling-untold", old=_mood(turn.old)))
    if turn.old is None:
        return neutral("mood-told", turn.say("feeling-told", new=_mood(turn.new)))
    if turn.old.level == turn.new.level:
        return None
    doubted = None if planned else _doubted(turn)
    if doubted is not None:
        return doubted
    said = turn.say("leaving-mood", new=_mood(turn.new), old=mark(turn.old.level))
    return worse("mood-fell", said) if turn.rise < 0 else better("mood-rose", said)


def _lowest(turn: Turn, *, planned: bool) -> Weight:
    doubted = None if planned else _doubted(turn)
    if doubted is not None:
        return doubted
    said = turn.say("worst-moment", new=_mood(turn.new), old=mark(turn.old.level))
    return worse("mood-fell", said) if turn.rise < 0 else better("mood-rose", said)


def _mood(feeling: Any) -> Mark:
    return Mark(feeling.level, feeling.word or "")


@weighs(*PLACES, field="trust")
def trust_changed(case: Case) -> Weight | None:
    """Customers trust us more or less."""
    return foremost([weight for turn in lasting(case) if (weight := _trust(turn))])


def _trust(turn: Turn) -> Weight | None:
    if turn.new is None:
        return worse("trust-untold", turn.say("no-trust-told", old=mark(turn.old.level)))
    if turn.old is None:
        return neutral("trust-told", turn.say("first-trust-told", new=mark(turn.new.level)))
    if turn.new.level == turn.old.level:
        return None
    levels = {"new": mark(turn.new.level), "old": mark(turn.old.level)}
    if turn.rise < 0:
        return worse("trust-fell", turn.say("trust-less", **levels))
    return better("trust-rose", turn.say("trust-more", **levels))


@weighs(*PLACES, field="effort")
def effort_changed(case: Case) -> Weight | None:
    """It is more or less work for customers."""
    return foremost([weight for turn in lasting(case) if (weight := _effort(turn))])


def _effort(turn: Turn) -> Weight | None:
    if turn.new is None:
        return worse("effort-untold", turn.say("no-effort-told", old=turn.old.level))
    if turn.old is None:
        return neutral("effort-told", turn.say("first-effort-told", new=turn.new.level))
    if turn.new.level == turn.old.level:
        return None
    levels = {"new": turn.new.level, "old": turn.old.level}
    if turn.rise > 0:
        return worse("effort-grew", turn.say("more-work", **levels))
    return better("effort-shrank", turn.say("less-work", **levels))


@weighs(*PLACES, field="takes")
def takes_changed(case: Case) -> Weight | None:
    """It takes customers longer or less long."""
    return foremost([weight for turn in lasting(case) if (weight := _takes(turn))])


def _takes(turn: Turn) -> Weight | None:
    if turn.new is None:
        return worse("time-untold", turn.say("no-time-told", old=time(turn.old.time)))
    if turn.old is None:
        return neutral("time-told", turn.say("first-time-told", new=time(turn.new.time)))
    said = turn.say("takes-time", new=time(turn.new.time), old=time(turn.old.time))
    old, new = _ends(turn.old.time), _ends(turn.new.time)
    if common_dimension([*old, *new]) is None:
        return neutral("time-changed", said)
    ways = {_sign(after, before) for before, after in zip(old, new, strict=True)} - {0}
    if len(ways) != 1:
        return neutral("time-changed", said) if ways else None
    return worse("takes-longer", said) if ways == {1} else better("takes-less-time", said)


def _ends(time: Duration | Durations) -> tuple[Duration, Duration]:
    return (time.low, time.high) if isinstance(time, Durations) else (time, time)


def _sign(one: Duration, other: Duration) -> int:
    return (one.magnitude > other.magnitude) - (one.magnitude < other.magnitude)
