"""What references mean across two workspaces: the same thing may have had another id."""

from dataclasses import dataclass, field
from functools import lru_cache

from jmap.model.forms import AdHoc, reference_key
from jmap.model.identical import Identical
from jmap.model.index import index
from jmap.model.workspace import Workspace
from jmap.syntax.fold import fold


@dataclass(frozen=True, slots=True, eq=False)
class Renamed:
    """The declarations that had another id, by keyword and folded id."""

    now: dict[tuple[str, str], str] = field(default_factory=dict)
    """By the id that they had, if nothing else has it now."""
    once: dict[tuple[str, str], str] = field(default_factory=dict)
    """By the id that they have."""


def meant(kind: str, reference: str | AdHoc | None, after: Workspace) -> str:
    """The key of what a reference from either side means, as it is called after the change."""
    said = reference_key(reference)
    return _renamed(Identical(after)).now.get((kind, said), said)


def names(kind: str, reference: str | AdHoc, after: Workspace) -> frozenset[str]:
    """The keys of what a reference means, before and after the change."""
    now = meant(kind, reference, after)
    return frozenset(
        {reference_key(reference), now, _renamed(Identical(after)).once.get((kind, now), now)}
    )


@lru_cache(maxsize=4)
def _renamed(same: Identical) -> Renamed:
    (workspace,) = same.things
    found = Renamed()
    declared = index(workspace).declared
    for (kind, name), item in declared.items():
        was = fold(item.was) if item.was else ""
        if was and (kind, was) not in declared:
            found.now[kind, was] = name
            found.once[kind, name] = was
    return found
