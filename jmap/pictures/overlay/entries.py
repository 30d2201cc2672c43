"""The changes of a journey as a list, each with its place and who answers for it."""

from collections.abc import Iterator
from typing import Any

from jmap.pictures.overlay.marked import Entry, Overlay
from jmap.pictures.overlay.told import Readers, Told
from jmap.syntax.fold import fold
from jmap.views.grid import Column


def entries(overlay: Overlay) -> tuple[Entry, ...]:
    """All changes that bear on a journey, the worst first, of equals moments of truth first; else
    in map order.
    """
    return tuple(sorted(_all(overlay), key=lambda one: (one.told.rank, not one.moment)))


def _all(overlay: Overlay) -> Iterator[Entry]:
    chart, twin = overlay.chart, overlay.twin
    owner = owner_of(overlay.readers, twin.after, twin.before)
    for one in overlay.whole.told:
        yield Entry(one, chart.title, "", _own(one, overlay, owner), "")
    for column in chart.columns:
        yield from _of_stage(overlay, column, owner)
    served = {fold(lane.channel.id): lane.title for lane in chart.lanes if lane.channel}
    for key, title in served.items():
        for one in overlay.channels.get(key, ()):
            yield Entry(one, title, one.kind, _own(one, overlay, ""), "")
    for one in overlay.personas:
        yield Entry(one, one.part, one.kind, "", "")


def _of_stage(overlay: Overlay, column: Column, whose: str) -> Iterator[Entry]:
    stage = overlay.made.stages[id(column.stage)]
    owner = owner_of(overlay.readers, stage.after, stage.before) or whose
    for one in overlay.place(column.key).told:
        yield Entry(one, column.title, "", _own(one, overlay, owner), column.key)
    for card in overlay.chart.cards:
        if card.stage is not column.stage:
            continue
        twin = overlay.made.touchpoints[id(card.touchpoint)]
        mine = owner_of(overlay.readers, twin.after, twin.before) or owner
        moment = any(side and side.moment_of_truth for side in (twin.after, twin.before))
        for one in overlay.place(card.key).told:
            who = _own(one, overlay, mine)
            yield Entry(one, card.title, column.title, who, card.key, moment)


def _own(one: Told, overlay: Overlay, otherwise: str) -> str:
    """Who answers for the part itself, else for its place."""
    change = one.judged.change
    gone = change.kind == "removed" and not change.field
    sides = (None, change.part) if gone else (change.part, None)
    return owner_of(overlay.readers, *sides) or otherwise


def owner_of(readers: Readers, after: Any, before: Any) -> str:
    """The team that answers for a part, or did, where the part is gone."""
    read, part = (readers.before, before) if after is None else (readers.after, after)
    owner = getattr(part, "owner", None)
    if owner is None:
        return ""
    return read.name(("team",), getattr(owner, "team", owner))
