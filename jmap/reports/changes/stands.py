"""Where customers of a journey stand before and after, as numbers: gaps by their size, and the mood
that each touchpoint leaves; once for all, and once for each persona with moods of its own.
"""

from collections import Counter
from collections.abc import Iterator
from itertools import islice

from jmap.gaps import gaps_of
from jmap.gaps.level import Level
from jmap.model.forms import AdHoc, reference_key
from jmap.model.index import index
from jmap.model.journey import Journey
from jmap.model.touchpoint import Touchpoint
from jmap.model.workspace import Workspace
from jmap.reports.changes.told import MOODS, ToldStand, ToldStanding, fit
from jmap.syntax.fold import fold


def standings(before: Workspace, after: Workspace) -> Iterator[ToldStanding]:
    """How customers stand in every journey that is on both sides, where that changed."""
    old = {fold(journey.id): journey for journey in before.journeys}
    for journey in after.journeys:
        was = old.get(fold(journey.id)) or old.get(fold(journey.was or ""))
        if was is not None:
            yield from _standings(before, was, after, journey)


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
    key = reference_key(persona)
    known = {*map(reference_key, journey.personas), *_voices(journey)}
    if key not in known:
        return ()
    lasts = [_last(touchpoint) for touchpoint in islice(journey.touchpoints, MOODS)]
    return tuple(last.get(key, last.get(reference_key(None))) for last in lasts)


def _last(touchpoint: Touchpoint) -> dict[str, int]:
    """The last level of each persona."""
    return {reference_key(one.persona): one.level for one in touchpoint.feel}


def _title(persona: str | AdHoc, workspace: Workspace) -> str:
    if isinstance(persona, AdHoc):
        return persona.name
    return index(workspace).labels.get("persona", {}).get(fold(persona), persona)
