"""What a workspace declares, by kind and id: made once a workspace, used by every view."""

from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from jmap.model.declared import Declared
from jmap.model.identical import Identical
from jmap.model.statement import spec
from jmap.model.workspace import Workspace
from jmap.syntax.fold import fold


@dataclass(frozen=True, slots=True, eq=False)
class Index:
    """The declarations of a workspace, journeys among them; the first of equal ids counts."""

    declared: dict[tuple[str, str], Declared]
    """By keyword and folded id, kind by kind as declared."""
    labels: dict[str, dict[str, str]]
    """What people call each, by keyword and folded id."""
    places: dict[tuple[str, str], int]
    """Where each stands among all, for sorting some of them as they were declared."""

    def find(self, kinds: tuple[str, ...], name: Any) -> Declared | None:
        """What an id of one of some kinds names; none for a name in quotes."""
        if not isinstance(name, str):
            return None
        keys = ((kind, fold(name)) for kind in kinds)
        return next((self.declared[key] for key in keys if key in self.declared), None)


def index(workspace: Workspace) -> Index:
    """The index of a workspace."""
    return _index(Identical(workspace))


@lru_cache(maxsize=4)
def _index(same: Identical) -> Index:
    workspace: Workspace = same.things[0]
    made = Index({}, {}, {})
    for field in spec(type(workspace)).body.values():
        for item in getattr(workspace, field.name):
            if not isinstance(item, Declared):
                continue
            key = (item.keyword, fold(item.id))
            made.declared.setdefault(key, item)
            made.labels.setdefault(item.keyword, {}).setdefault(key[1], item.label)
            made.places.setdefault(key, len(made.places))
    return made
