"""Where customers of a journey stand before and after, as numbers: gaps by their size, and the mood
that each touchpoint leaves; once for all, and once for each persona with moods of its own.
"""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from itertools import islice

from jmap.diff.around import part_at
from jmap.diff.change import Change
from jmap.gaps import gaps_of
from jmap.gaps.level import Level
from jmap.model.forms import AdHoc, reference_key
from jmap.model.identical import Identical
from jmap.model.index import index
from jmap.model.journey import Journey
from jmap.model.touchpoint import Touchpoint
from jmap.model.workspace import Workspace
from jmap.reports.changes.compared import Compared
from jmap.reports.changes.told import MOODS, ToldStand, ToldStanding, fit
from jmap.syntax.fold import fold


def standings(part: Compared) -> Iterator[ToldStanding]:
    """How customers stand in every journey that is on both sides, where that changed."""
    lowered = [one.change for one in part.changes if one.weight.name == "wish-lowered"]
    for one in _all(part.before, part.after):
        less = sum(_is_wanted_less(change, one.now) for change in lowered)
        for standing in _standings(part.before, one.was, part.after, one.now):
            yield standing.model_copy(update={"less_wanted": 0 if standing.persona else less})


@dataclass(frozen=True, slots=True, eq=False)
class _Journeys:
    was: Journey
    now: Journey


def _all(before: Workspace, after: Workspace) -> Iterator[_Journeys]:
    old = {fold(journey.id): journey for journey in before.journeys}
    for journey in after.journeys:
        was = old.get(fold(journey.id)) or old.get(fold(journey.was or ""))
        if was is not None:
            yield _Journeys(was, journey)


def _is_wanted_less(change: Change, journey: Journey) -> bool:
    """Whether a journey says a lowered wish, its own or one that it takes over from its base."""
    if change.address[0].key not in (fold(journey.id), fold(journey.extends or "")):
        return False
    part = part_at(change.address[1:], journey)
    return part is not None and part.desired == change.after


def _standings(
    before: Workspace, was: Journey, after: Workspace, now: Journey
) -> Iterator[ToldStanding]:
    voices = {**_voices(was), **_voices(now)}
    several = len(voices) > 1
    whole = ToldStanding(
        journey=fit(now.label),
        before=_stand(before, was, several=several),
        after=_stand(after, now, several=several),
    )
    if several and _is_told_of_each(was, now):
        whole = whole.model_copy(
            update={"before": _silent(whole.before), "after": _silent(whole.after)}
        )
    if whole.before != whole.after:
        yield whole
    personas = [one for one in voices.values() if one is not None]
    for persona in personas if several else ():
        one = ToldStanding(
            journey=fit(now.label),
            persona=fit(_title(persona, after)),
            before=ToldStand(moods=_moods_of(was, persona)),
            after=ToldStand(moods=_moods_of(now, persona)),
        )
        if one.before != one.after:
            yield one


def _stand(workspace: Workspace, journey: Journey, *, several: bool) -> ToldStand:
    levels = Counter(gap.level for gap in gaps_of(workspace, journey))
    moods = [
        _unnamed(one) if several else _worst(one) for one in islice(journey.touchpoints, MOODS)
    ]
    return ToldStand(
        large=levels[Level.LARGE],
        medium=levels[Level.MEDIUM],
        small=levels[Level.SMALL],
        moods=tuple(moods) if any(mood is not None for mood in moods) else (),
    )


def _is_told_of_each(was: Journey, now: Journey) -> bool:
    """Whether moods of nobody in particular changed in no other way than that they are told of each
    persona now, or were before.
    """
    old = {fold(one.id): one for one in was.touchpoints}
    pairs = [
        (old.get(fold(one.was or "")) or old.get(fold(one.id)), one) for one in now.touchpoints
    ]
    if len(pairs) != len(old) or any(one is None for one, _ in pairs):
        return False
    return all(
        _unnamed(one) == _unnamed(other)
        or (None in (_unnamed(one), _unnamed(other)) and bool(one.feel and other.feel))
        for one, other in pairs
        if one is not None
    )


def _silent(stand: ToldStand) -> ToldStand:
    return stand.model_copy(update={"moods": ()})


def _voices(journey: Journey) -> dict[str, str | AdHoc | None]:
    """Whose moods are told: None for customers whom nobody names."""
    return {
        reference_key(feeling.persona): feeling.persona
        for touchpoint in journey.touchpoints
        for feeling in touchpoint.feel
    }


def _worst(touchpoint: Touchpoint) -> int | None:
    """The mood that customers leave with, of several the worst."""
    return min(_last(touchpoint).values(), default=None)


def _unnamed(touchpoint: Touchpoint) -> int | None:
    """The mood of customers whom nobody names."""
    return _last(touchpoint).get(reference_key(None))


def _moods_of(journey: Journey, persona: str | AdHoc) -> tuple[int | None, ...]:
    """The moods of one persona, of whom lines without a name speak as well; none in a journey that
    does not know the persona.
    """
    key, told = reference_key(persona), _moods(Identical(journey))
    if key not in told.known:
        return ()
    return tuple(last.get(key, last.get(reference_key(None))) for last in told.lasts)


@dataclass(frozen=True, slots=True)
class _Moods:
    known: frozenset[str]
    """The keys of those whom a journey knows."""
    lasts: tuple[dict[str, int], ...]
    """The last level of each at each touchpoint."""


@lru_cache(maxsize=4)
def _moods(same: Identical) -> _Moods:
    (journey,) = same.things
    known = (*map(reference_key, journey.personas), *_voices(journey))
    return _Moods(frozenset(known), tuple(map(_last, islice(journey.touchpoints, MOODS))))


def _last(touchpoint: Touchpoint) -> dict[str, int]:
    """The last level of each persona."""
    return {reference_key(one.persona): one.level for one in touchpoint.feel}


def _title(persona: str | AdHoc, workspace: Workspace) -> str:
    if isinstance(persona, AdHoc):
        return persona.name
    return index(workspace).labels.get("persona", {}).get(fold(persona), persona)
