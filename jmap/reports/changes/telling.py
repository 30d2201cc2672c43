"""A comparison as what is told of it."""

import json
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from jmap.diff.judged import Judged, Lines
from jmap.model.journey import Journey
from jmap.reports.changes.compared import Compared, name_of
from jmap.reports.changes.concern import concern
from jmap.reports.changes.places import Found, Places
from jmap.reports.changes.size import size_of
from jmap.reports.changes.stands import standings
from jmap.reports.changes.tellers import tellers_of
from jmap.reports.changes.told import (
    BYTES,
    CHANGES,
    EFFECTS,
    LINES,
    NOTES,
    STANDINGS,
    VERSION,
    Told,
    ToldAllowed,
    ToldChange,
    ToldCounts,
    ToldPlace,
    ToldStanding,
    fit,
)
from jmap.reports.place import fields
from jmap.syntax.fold import fold
from jmap.views.language import language_of, printed_language

_ROOM = BYTES * 3 // 4
"""The bytes that changes may take."""
_STANDINGS_ROOM = BYTES // 5
"""The bytes that standings may take; what is left is for everything else."""


def told(compared: Sequence[Compared]) -> Told:
    """All that is told. Of more changes than fit, the heaviest are kept in their order, and the
    others counted.
    """
    language = _language(compared)
    everything = [change for part in compared for change in _changes(part, language)]
    kept = _kept(everything)
    notes = dict.fromkeys(note for part in compared for note in part.notes)
    stands = [one for part in compared for one in standings(part)]
    shown = _first(stands)
    return Told(
        version=VERSION,
        before=fit(compared[0].old_side.name) if compared else "",
        after=fit(compared[0].new_side.name) if compared else "",
        notes=tuple(map(fit, notes))[:NOTES],
        language=language,
        counts=_counts(everything),
        left_out=len(everything) - len(kept),
        changes=tuple(kept),
        standings_left_out=len(stands) - len(shown),
        standings=tuple(shown),
    )


def _counts(changes: Sequence[ToldChange]) -> ToldCounts:
    counts = Counter(one.effect for one in changes)
    return ToldCounts(
        worse=counts["worse"],
        better=counts["better"],
        neutral=counts["neutral"],
        allowed=sum(one.effect == "worse" and one.allowed is not None for one in changes),
    )


def _language(compared: Sequence[Compared]) -> str:
    """The language of the first journey that changed, else of the first there is."""
    sides = [side for part in compared for side in (part.after, part.before)]
    journeys = [journey for side in sides for journey in side.journeys]
    changed = {
        one.change.address[0].key
        for part in compared
        for one in part.changes
        if one.change.address and one.change.address[0].field == "journeys"
    }
    first: Journey | None = next((one for one in journeys if fold(one.id) in changed), None)
    first = first or next(iter(journeys), None)
    return printed_language(language_of(first)) if first else "en"


def _changes(part: Compared, language: str) -> Iterator[ToldChange]:
    places, tellers = Places(part), tellers_of(part)
    for one in part.changes:
        told = _change(one, part, places, language)
        yield told.model_copy(update={"told_by": tellers.get(id(one), "")})


def _change(one: Judged, part: Compared, places: Places, language: str) -> ToldChange:
    change, about = one.change, concern(one.change, part.before, part.after)
    return ToldChange(
        fingerprint=one.fingerprint,
        kind=change.kind,
        workspace=fit(part.name),
        address=fit(one.where),
        statement=change.keyword,
        title=fit(name_of(one, part.after)),
        field=change.field,
        was=fit(str(change.before or change.was)) if change.kind == "renamed" else "",
        origin=fit(one.origin),
        **_lines(one.lines),
        place=change.at,
        guess=change.guess,
        effect=one.weight.effect,
        reason=fit(one.weight.said(language)),
        said=fit(one.weight.told(language, "one")),
        shared=fit(one.weight.told(language, "many")),
        name=one.weight.name,
        owner=fit(about.owner),
        alone=about.alone,
        owner_before=fit(about.owner_before),
        journey=fit(about.journey),
        stage=fit(about.stage),
        touchpoint=fit(about.touchpoint),
        moment=about.moment,
        personas=tuple(map(fit, about.personas)),
        size=size_of(one, part.before, part.after),
        source=_place(places.of(change)),
        allowed=_allowed(one),
    )


def _lines(lines: Lines) -> dict[str, Any]:
    gone, new = (tuple(map(fit, side[:LINES])) for side in (lines.gone, lines.new))
    left = len(lines.gone) + len(lines.new) - len(gone) - len(new)
    return {"before": gone, "after": new, "lines_left_out": left}


def _place(found: Found | None) -> ToldPlace | None:
    if found is None:
        return None
    place = fields(found.place)
    return ToldPlace(**{**place, "path": fit(found.place.path)}, old=found.old)


def _allowed(one: Judged) -> ToldAllowed | None:
    allowed = one.allowed
    if allowed is None:
        return None
    return ToldAllowed(reason=fit(allowed.reason), by=fit(allowed.by))


def _first(stands: Sequence[ToldStanding]) -> list[ToldStanding]:
    """The standings that fit."""
    room = _Room(_STANDINGS_ROOM)
    # A mood on a line of its own, below five others.
    return [
        one
        for one in stands[:STANDINGS]
        if room.takes(one, 16 * (len(one.before.moods) + len(one.after.moods)))
    ]


def _kept(changes: Sequence[ToldChange]) -> list[ToldChange]:
    """The changes that fit, in the order of the maps: the heaviest of all."""
    room = _Room(_ROOM)
    ranked = sorted(range(len(changes)), key=lambda at: _weight(changes[at]))
    kept = {
        at
        for at in ranked[:CHANGES]
        if room.takes(changes[at], 10 * (len(changes[at].before) + len(changes[at].after)))
    }
    return [one for at, one in enumerate(changes) if at in kept]


def _weight(one: ToldChange) -> tuple[int, int]:
    """The order of changes by weight, the heaviest first."""
    return EFFECTS.index(one.effect), -one.size


@dataclass(slots=True)
class _Room:
    """The bytes that are left. What does not fit leaves its room to others."""

    left: int

    def takes(self, one: ToldChange | ToldStanding, indentation: int) -> bool:
        """Whether something fits, with the indentation of its lists."""
        size = len(json.dumps(one.model_dump(mode="json"))) + 500 + indentation
        if size > self.left:
            return False
        self.left -= size
        return True
