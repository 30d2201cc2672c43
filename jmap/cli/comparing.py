"""Two sides as pairs of workspaces, and the changes in each."""

import os

from jmap.cli.inputs import errors_text
from jmap.cli.sides import Side, Sides
from jmap.cli.workspace_notes import notes
from jmap.diff.judged import judged
from jmap.diff.workspaces.linkage import Held
from jmap.diff.workspaces.pairs import Pair, pairs
from jmap.reports.changes.compared import Compared


class Uncomparable(Exception):
    """Why two sides cannot be compared."""


def compared(both: Sides) -> tuple[Compared, ...]:
    """The changes of every workspace of two sides. Raises ``Uncomparable`` for files with
    errors.
    """
    _require_sound(both.before)
    _require_sound(both.after)
    return tuple(
        _compared(one, both)
        for cluster in both.clusters
        for one in pairs(cluster, _held(both.before, cluster.old), _held(both.after, cluster.new))
    )


def _held(side: Side, names: tuple[str, ...]) -> Held:
    return Held({name: side.loaded[name] for name in names}, os.path.abspath(side.base))


def _compared(pair: Pair, both: Sides) -> Compared:
    return Compared(
        pair.new if pair.new is not None else pair.old or "",
        pair.before,
        pair.after,
        judged(pair.before.workspace, pair.after.workspace),
        notes=tuple(notes(pair, both)),
        folder_before=pair.old,
    )


def _require_sound(side: Side) -> None:
    loaded = tuple(side.loaded.values())
    if not all(one.ok for one in loaded):
        raise Uncomparable(errors_text(loaded) + f"\n{side.name} has errors: nothing was compared")
