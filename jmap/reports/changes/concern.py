"""What a change is about, in titles: the journey, stage and touchpoint, whose it is, and who
answers for it before and after.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from jmap.diff.around import Around, around, part_before
from jmap.diff.change import Change
from jmap.diff.references import meant
from jmap.model.forms import AdHoc
from jmap.model.identical import Identical
from jmap.model.index import Index
from jmap.model.journey import Journey
from jmap.model.lines import Owner
from jmap.model.persona import Persona
from jmap.model.workspace import Workspace
from jmap.syntax.fold import fold


@dataclass(frozen=True, slots=True)
class Concern:
    """What a change is about; each is empty where there is nothing of the kind."""

    journey: str = ""
    stage: str = ""
    touchpoint: str = ""
    moment: bool = False
    """Whether it is a moment of truth on either side."""
    personas: tuple[str, ...] = ()
    owner: str = ""
    """The title of the team that answers now; for what is gone, of the last that did."""
    alone: bool = False
    """Whether nobody stands in for who answers for what is new, as for others somebody does."""
    owner_before: str = ""
    """The title of the team that answered before, where that was another one."""


def concern(change: Change, before: Workspace, after: Workspace) -> Concern:
    """What a change between two workspaces is about."""
    later = around(change, after)
    earlier = around(change, before, later)
    owner, was = _now(change, earlier, later), _before(change, earlier)
    return Concern(
        _label(later.journey or earlier.journey),
        _label(later.stage or earlier.stage),
        _label(later.touchpoint or earlier.touchpoint),
        any(side.touchpoint and side.touchpoint.moment_of_truth for side in (earlier, later)),
        tuple(dict.fromkeys(_personas(change, later.index, earlier.index))),
        _team(owner, later.index, earlier.index),
        _is_new(change) and owner is not None and _is_alone(owner, later),
        "" if _is_same(owner, was, after) else _team(was, earlier.index),
    )


def _now(change: Change, earlier: Around, later: Around) -> Owner | None:
    # Of what is gone the part itself is as it was, and what it stood in as it is.
    found = _owner(change.part, later)
    if found is None and change.kind == "removed" and not change.field:
        return _owner(change.part, earlier)
    return found


def _before(change: Change, earlier: Around) -> Owner | None:
    if change.kind == "removed" and not change.field:
        return None
    former = part_before(change, earlier)
    if _own(change.part) and former is not None and not _own(former):
        # That somebody answers for it by itself now is told; who has the whole did not do this.
        return None
    return _owner(former, earlier) if former is not None else None


def _is_new(change: Change) -> bool:
    return change.kind == "added" and not change.field


def _is_alone(owner: Owner, here: Around) -> bool:
    """Whether nobody stands in, as for others somebody does: where nobody ever does, it is no
    news.
    """
    if owner.backup is not None:
        return False
    return _has_backups(Identical(here.journey or here.workspace))


@lru_cache(maxsize=8)
def _has_backups(same: Identical) -> bool:
    """Whether somebody ever stands in: in a journey, or among the channels of a workspace."""
    (place,) = same.things
    placed: tuple[Any, ...] = (
        (place, *place.stages, *place.touchpoints) if isinstance(place, Journey) else place.channels
    )
    return any(isinstance(one.owner, Owner) and one.owner.backup for one in placed)


def _is_same(one: Owner | None, other: Owner | None, after: Workspace) -> bool:
    if one is None or other is None:
        return one is other
    return meant("team", one.team, after) == meant("team", other.team, after)


def _owner(part: Any, here: Around) -> Owner | None:
    """Who answers for a part: its own owner, else that of the nearest part around it."""
    for one in (part, here.touchpoint, here.stage, here.journey):
        owner = getattr(one, "owner", None)
        if isinstance(owner, Owner):
            return owner
    return None


def _own(part: Any) -> bool:
    return isinstance(getattr(part, "owner", None), Owner)


def _team(owner: Owner | None, *known: Index) -> str:
    return _title("team", owner.team, *known) if owner else ""


def _personas(change: Change, *known: Index) -> Iterator[str]:
    """Whose a line or a path is, or who is told of."""
    if isinstance(change.part, Persona):
        yield change.part.label
    for one in (change.after, change.before, change.part):
        persona = getattr(one, "persona", None)
        if isinstance(persona, str | AdHoc):
            yield _title("persona", persona, *known)


def _title(kind: str, reference: str | AdHoc, *known: Index) -> str:
    """What a reference is called: what went together with its part is known before alone."""
    if isinstance(reference, AdHoc):
        return reference.name
    titles = (one.labels.get(kind, {}).get(fold(reference)) for one in known)
    return next(filter(None, titles), reference)


def _label(part: Any) -> str:
    return part.label if part is not None else ""
