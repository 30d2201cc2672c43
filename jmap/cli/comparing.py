"""Two sides as pairs of workspaces, and the changes in each."""

from jmap.cli.inputs import errors_text
from jmap.cli.sides import Side, Sides
from jmap.diff.judged import judged
from jmap.loading import Loaded
from jmap.model.workspace import Workspace
from jmap.reports.changes.compared import Compared


class Uncomparable(Exception):
    """Why two sides cannot be compared."""


def compared(both: Sides) -> tuple[Compared, ...]:
    """The changes of every workspace of two sides. Raises ``Uncomparable`` for files with
    errors.
    """
    _require_sound(both.before)
    _require_sound(both.after)
    old, new = both.before.loaded, both.after.loaded
    nothing = Loaded(Workspace.built({}))
    found: list[Compared] = []
    for name in dict.fromkeys((*old, *new)):
        one, other = old.get(name, nothing), new.get(name, nothing)
        found.append(Compared(name, one, other, judged(one.workspace, other.workspace)))
    return tuple(found)


def _require_sound(side: Side) -> None:
    loaded = tuple(side.loaded.values())
    if not all(one.ok for one in loaded):
        raise Uncomparable(errors_text(loaded) + f"\n{side.name} has errors: nothing was compared")
