"""What customers feel, and what it costs them: mood, trust, effort and time."""

from typing import Any

from jmap.diff.reasons.voices import Turn, lasting, lowest
from jmap.diff.reasons.words import figure, mark
from jmap.diff.weighers import Case, weighs
from jmap.diff.weight import Weight, better, foremost, neutral, worse
from jmap.model.quantity import Duration, Durations, common_dimension

PLACES = ("touchpoint", "stage")


@weighs(*PLACES, field="feel", kinds=("added", "removed", "changed", "moved"))
def feel_changed(case: Case) -> Weight | None:
    """The mood that customers leave with rose or fell; else their worst moment did."""
    ends = foremost([weight for turn in lasting(case) if (weight := _ending(turn))])
    worst = foremost([_lowest(turn) for turn in lowest(case)])
    return ends or worst


def _ending(turn: Turn) -> Weight | None:
    if turn.new is None:
        return worse(
            "mood-untold",
            f"nothing tells any more how {turn.who} feel{_s(turn)} here; it was {_mood(turn.old)}",
        )
    if turn.old is None:
        return neutral(
            "mood-told", f"it is told now how {turn.who} feel{_s(turn)} here: {_mood(turn.new)}"
        )
    if turn.old.level == turn.new.level:
        return None
    said = f"{turn.who} leave{_s(turn)} with a mood of {_mood(turn.new)} instead of "
    said += mark(turn.old.level)
    if turn.new.level < turn.old.level:
        return worse("mood-fell", said)
    return better("mood-rose", said)


def _lowest(turn: Turn) -> Weight:
    said = f"the worst moment of {turn.who} here is {_mood(turn.new)} instead of "
    said += mark(turn.old.level)
    if turn.new.level < turn.old.level:
        return worse("mood-fell", said)
    return better("mood-rose", said)


def _mood(feeling: Any) -> str:
    word = " ".join(feeling.word.split()) if feeling.word else ""
    return mark(feeling.level) + (f' "{word}"' if word else "")


@weighs(*PLACES, field="trust")
def trust_changed(case: Case) -> Weight | None:
    """Customers trust us more or less."""
    return foremost([weight for turn in lasting(case) if (weight := _trust(turn))])


def _trust(turn: Turn) -> Weight | None:
    if turn.new is None:
        return worse(
            "trust-untold",
            f"nothing tells any more how far {turn.who} trust{_s(turn)} "
            f"us; it was {mark(turn.old.level)}",
        )
    if turn.old is None:
        return neutral(
            "trust-told",
            f"it is told now how far {turn.who} trust{_s(turn)} us: {mark(turn.new.level)}",
        )
    if turn.new.level == turn.old.level:
        return None
    fell = turn.new.level < turn.old.level
    said = f"{turn.who} trust{_s(turn)} us {'less' if fell else 'more'}: {mark(turn.new.level)} "
    said += f"instead of {mark(turn.old.level)}"
    return worse("trust-fell", said) if fell else better("trust-rose", said)


@weighs(*PLACES, field="effort")
def effort_changed(case: Case) -> Weight | None:
    """It is more or less work for customers."""
    return foremost([weight for turn in lasting(case) if (weight := _effort(turn))])


def _effort(turn: Turn) -> Weight | None:
    if turn.new is None:
        return worse(
            "effort-untold",
            f"nothing tells any more how much work it is for {turn.who}; "
            f"it was {turn.old.level} of 5",
        )
    if turn.old is None:
        return neutral(
            "effort-told",
            f"it is told now how much work it is for {turn.who}: {turn.new.level} of 5",
        )
    if turn.new.level == turn.old.level:
        return None
    grew = turn.new.level > turn.old.level
    said = f"it is {'more' if grew else 'less'} work for {turn.who}: {turn.new.level} of 5 "
    said += f"instead of {turn.old.level}"
    return worse("effort-grew", said) if grew else better("effort-shrank", said)


@weighs(*PLACES, field="takes")
def takes_changed(case: Case) -> Weight | None:
    """It takes customers longer or less long."""
    return foremost([weight for turn in lasting(case) if (weight := _takes(turn))])


def _takes(turn: Turn) -> Weight | None:
    if turn.new is None:
        return worse(
            "time-untold",
            f"nothing tells any more how long it takes {turn.who}; it was {_time(turn.old.time)}",
        )
    if turn.old is None:
        return neutral(
            "time-told", f"it is told now how long it takes {turn.who}: {_time(turn.new.time)}"
        )
    said = f"it takes {turn.who} {_time(turn.new.time)} instead of {_time(turn.old.time)}"
    old, new = _ends(turn.old.time), _ends(turn.new.time)
    if common_dimension([*old, *new]) is None:
        return neutral("time-changed", said)
    ways = {_sign(after, before) for before, after in zip(old, new, strict=True)} - {0}
    if len(ways) != 1:
        return neutral("time-changed", said) if ways else None
    return worse("takes-longer", said) if ways == {1} else better("takes-less-time", said)


def _ends(time: Duration | Durations) -> tuple[Duration, Duration]:
    return (time.low, time.high) if isinstance(time, Durations) else (time, time)


def _time(time: Duration | Durations) -> str:
    if isinstance(time, Durations):
        return f"{figure(time.low)} to {figure(time.high)}"
    return figure(time)


def _sign(one: Duration, other: Duration) -> int:
    return (one.magnitude > other.magnitude) - (one.magnitude < other.magnitude)


def _s(turn: Turn) -> str:
    return "" if turn.who == "customers" else "s"
