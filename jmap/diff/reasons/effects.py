"""What our action does to customers, and how many of them leave."""

from dataclasses import dataclass, replace
from functools import lru_cache
from typing import Any

from jmap.diff.around import Around
from jmap.diff.reason import Name, Reason, because
from jmap.diff.reasons.chance import is_chance
from jmap.diff.reasons.words import called
from jmap.diff.weighers import Case, weighs
from jmap.diff.weight import Weight, better, neutral, worse
from jmap.gaps.yardstick import PERCENTAGE
from jmap.model.identical import Identical
from jmap.model.quantity import common_dimension
from jmap.syntax.fold import fold


@dataclass(frozen=True, slots=True)
class Pair:
    """A line before and after; None where there is none, or where it is told elsewhere."""

    old: Any = None
    new: Any = None


_SIGNS = {"-": -1, "±": 0, "+": 1}
_MEANT = {"-": because("effect-bad"), "±": because("effect-mixed"), "+": because("effect-good")}


@weighs("touchpoint", field="effect", kinds=("added", "removed", "changed"))
def effect_changed(case: Case) -> Weight | None:
    """Our action does customers more good, or more harm."""
    pair = _pair(case)
    old, new = pair.old, pair.new
    if old is None or new is None or new.sign is None or old.sign is None or old.sign == new.sign:
        return None
    said = because("our-effect", new=_MEANT[new.sign], old=_MEANT[old.sign])
    if _SIGNS[new.sign] < _SIGNS[old.sign]:
        return worse("effect-worsened", said)
    return better("effect-improved", said)


@weighs("touchpoint", "stage", "journey", field="churn", kinds=("added", "removed", "changed"))
def churn_changed(case: Case) -> Weight | None:
    """More customers leave, or fewer, or nobody counts them any more."""
    pair = _pair(case)
    before: Any = getattr(pair.old, "amount", None)
    after: Any = getattr(pair.new, "amount", None)
    if before is None and after is None:
        return None
    if after is None:
        return _elsewhere(case, pair.old) or worse("churn-untold", _unknown(pair.old))
    if before is None:
        moved = _place_of(pair.new, case.before, case.after, case) is not None
        return None if moved else neutral("churn-told", "leaving-told", new=after)
    return _churn(before, after)


def _churn(before: Any, after: Any) -> Weight | None:
    of_all = after.dimension == PERCENTAGE
    said = because("share-leaves" if of_all else "so-many-leave", new=after, old=before)
    if common_dimension([before, after]) is None:
        return neutral("unit-changed", "do-not-compare", said=said)
    if before.magnitude == after.magnitude:
        return None
    if is_chance(before, after):
        return replace(neutral("within-chance", "may-be-chance", said=said), gist=said)
    if after.magnitude > before.magnitude:
        return worse("more-leave", said)
    return better("fewer-leave", said)


def _elsewhere(case: Case, churn: Any) -> Weight | None:
    """That the same customers are counted at another place of the journey now."""
    place = _place_of(churn, case.after, case.before, case)
    if place is None:
        return None
    return neutral("churn-moved", "leaving-told-in", new=churn.amount, place=called(place))


def _place_of(churn: Any, here: Around, other: Around, case: Case) -> Any:
    """Another place that tells on one side, and not on the other, how many leave."""
    was = _tellers(churn, other)
    return next(
        (
            place
            for key, place in _tellers(churn, here).items()
            if key not in was and place is not case.part and place is not case.former
        ),
        None,
    )


def _tellers(churn: Any, here: Around) -> dict[str, Any]:
    """The places of a journey that tell of the same customers, by what they are known by."""
    return _by_churn(Identical(here.journey)).get(churn, {}) if here.journey is not None else {}


@lru_cache(maxsize=4)
def _by_churn(same: Identical) -> dict[Any, dict[str, Any]]:
    (journey,) = same.things
    found: dict[Any, dict[str, Any]] = {}
    for one in (journey, *journey.stages, *journey.touchpoints):
        for churn in one.churn:
            found.setdefault(churn, {})[f"{one.keyword} {fold(one.id)}"] = one
    return found


def _unknown(churn: Any) -> Reason:
    if churn.reason:
        return because("leaving-why-untold", old=churn.amount, why=Name(churn.reason))
    return because("leaving-untold", old=churn.amount)


def _pair(case: Case) -> Pair:
    """A line before and after. Lines with other words are one and the same where it is the only
    one of its place.
    """
    if case.change.kind == "changed":
        return Pair(case.old, case.new)
    former: tuple[Any, ...] = getattr(case.former, case.change.field, ())
    now: tuple[Any, ...] = getattr(case.part, case.change.field)
    if len(former) == len(now) == 1:
        # Both a removal and an addition: it is told once.
        return Pair(former[0], now[0]) if case.change.kind == "added" else Pair()
    return Pair(case.old, case.new)
