"""Marks a journey with the changes of it: which are told where."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from typing import Literal

from jmap.diff.change import Address
from jmap.diff.judged import Judged
from jmap.model.index import index
from jmap.pictures.overlay.entries import entries, owner_of
from jmap.pictures.overlay.ghosts import Merged, merged
from jmap.pictures.overlay.marked import Entry, Overlay, Overlays, Place
from jmap.pictures.overlay.sides import Sides
from jmap.pictures.overlay.told import PLACES, Mark, Readers, Told, told, worst_first
from jmap.pictures.overlay.twins import JourneyTwin, StageTwin, TouchpointTwin, journey_twins
from jmap.syntax.fold import fold
from jmap.views.curve import curves
from jmap.views.facts import Reader, reader
from jmap.views.grid import Map, journey_map


def overlays(sides: Sides) -> Overlays:
    """All that is told of a workspace."""
    twins = journey_twins(sides.before, sides.after, sides.changes)
    sorted_in = _Changes(sides.changes)
    made = tuple(_overlay(twin, sides, sorted_in) for twin in twins)
    chart = made[0].chart if made else Overlays.nothing().chart
    return Overlays(
        name=sides.name,
        journeys=made,
        declared=tuple(_declared(sides, sorted_in, chart.language)),
        chart=chart,
        notes=sides.notes,
    )


class _Changes:
    """Changes by the place that they are told of."""

    def __init__(self, changes: Iterable[Judged]) -> None:
        self.by_place: dict[tuple[Address, bool], list[Judged]] = {}
        self.declared: list[Judged] = []
        for one in changes:
            address = one.change.address
            if not address or address[0].field != "journeys":
                self.declared.append(one)
                continue
            place = _place(address)
            gone = one.change.kind == "removed" and not one.change.field and place == address
            self.by_place.setdefault((place, gone), []).append(one)

    def at(self, address: Address, *, gone: bool) -> list[Judged]:
        """The changes at a place, or those that say that it is gone."""
        return self.by_place.get((address, gone), [])


def _place(address: Address) -> Address:
    fields = [step.field for step in address[:3]]
    if fields == ["journeys", "stages", "touchpoints"]:
        return address[:3]
    return address[:2] if fields[1:2] == ["stages"] else address[:1]


def _overlay(twin: JourneyTwin, sides: Sides, changes: _Changes) -> Overlay:
    made = merged(twin, sides.before, sides.after)
    chart = journey_map(sides.after if twin.after else sides.before, made.journey)
    before = journey_map(sides.before, twin.before) if twin.before else None
    readers = _readers(twin, sides, chart.language)
    whole = _placed(changes.at(twin.address, gone=twin.after is None), readers, **_ends(twin))
    found = Overlay(
        twin=twin,
        chart=chart,
        before=before,
        readers=readers,
        made=made,
        whole=whole,
        places=dict(_places(chart, made, changes, readers)),
        channels=_of_declared(changes.declared, "channels", readers),
        personas=_of_personas(twin, changes.declared, readers),
        felt=curves(made.felt, readers.before) if twin.before else (),
        base=_base(twin, sides, changes),
    )
    return replace(found, entries=entries(found))


def _readers(twin: JourneyTwin, sides: Sides, language: str) -> Readers:
    before = twin.before or twin.journey
    after = twin.after or twin.journey
    return Readers(
        reader(sides.before if twin.before else sides.after, before, language),
        reader(sides.after if twin.after else sides.before, after, language),
        sides.before,
    )


def _ends(twin: JourneyTwin | StageTwin | TouchpointTwin) -> dict[str, bool]:
    return {"was": twin.before is not None, "there": twin.after is not None}


def _placed(found: Sequence[Judged], readers: Readers, *, was: bool, there: bool) -> Place:
    """A place that was there, and is."""
    said = worst_first([told(one, readers) for one in found])
    mark: Mark | Literal[""] = ""
    if was != there:
        mark = "added" if there else "removed"
    elif said:
        mark = "moved" if _is("moved", said) else "renamed" if _is("renamed", said) else "changed"
    return Place(mark, said, ghost=not there)


def _is(mark: str, said: Sequence[Told]) -> bool:
    """Whether the place itself moved, or is called something else."""
    return any(
        one.mark == mark
        and (one.is_whole or (one.judged.change.keyword in PLACES and one.word == ""))
        for one in said
    )


def _places(
    chart: Map, made: Merged, changes: _Changes, readers: Readers
) -> Iterator[tuple[str, Place]]:
    for column in chart.columns:
        stage = made.stages[id(column.stage)]
        found = changes.at(stage.address, gone=stage.after is None)
        yield column.key, _placed(found, readers, **_ends(stage))
    for card in chart.cards:
        twin = made.touchpoints[id(card.touchpoint)]
        yield card.key, _touchpoint(twin, changes, readers)


def _touchpoint(twin: TouchpointTwin, changes: _Changes, readers: Readers) -> Place:
    if twin.left:
        return Place("moved", (), ghost=True, now=twin.left.label)
    found = changes.at(twin.address, gone=twin.after is None)
    place = _placed(found, readers, **_ends(twin))
    if twin.origin is None:
        return place
    return Place("moved", place.told, was=twin.origin.label)


def _of_declared(
    found: Iterable[Judged], name: str, readers: Readers
) -> dict[str, tuple[Told, ...]]:
    told_of: dict[str, list[Told]] = {}
    for one in found:
        if one.change.address and one.change.address[0].field == name:
            told_of.setdefault(one.change.address[0].key, []).append(told(one, readers))
    return {key: worst_first(many) for key, many in told_of.items()}


def _of_personas(twin: JourneyTwin, found: Iterable[Judged], readers: Readers) -> tuple[Told, ...]:
    mine = {fold(one) for one in twin.journey.personas if isinstance(one, str)}
    told_of = _of_declared(found, "personas", readers)
    return tuple(one for key, many in told_of.items() if key in mine for one in many)


def _base(twin: JourneyTwin, sides: Sides, changes: _Changes) -> str:
    """The journey that a variant takes changes over from."""
    if twin.after is None or not twin.after.extends:
        return ""
    name = fold(twin.after.extends)
    base = next((one for one in sides.after.journeys if fold(one.id) == name), None)
    changed = any(place[0].key == name for place, _ in changes.by_place)
    return base.label if base and changed else ""


def _declared(sides: Sides, changes: _Changes, language: str) -> Iterator[Entry]:
    readers = _declaring(sides, language)
    found = [told(one, readers) for one in changes.declared]
    for one in worst_first(found):
        yield Entry(one, one.part, "", owner_of(readers, one.judged.change.part, None), "")


def _declaring(sides: Sides, language: str) -> Readers:
    """Who reads declarations: their names alone are known."""
    before, after = (dict(index(side).labels) for side in (sides.before, sides.after))
    return Readers(Reader(language, before), Reader(language, after))
