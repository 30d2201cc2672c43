"""The drawings of what changed in some workspaces, journey by journey."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from jmap.pictures.drawing import Drawing
from jmap.pictures.names import Names
from jmap.pictures.overlay.drawn import declared_drawing, overlay_drawing
from jmap.pictures.overlay.marked import Overlays
from jmap.pictures.overlay.marking import overlays
from jmap.pictures.overlay.sides import Revisions, Sides


def drawings(compared: Sequence[Sides], names: Names, revisions: Revisions) -> Iterator[Drawing]:
    """One drawing for each journey that changed, and for what journeys share; one that says so
    where nothing changed at all.
    """
    found = [(sides, overlays(sides)) for sides in compared]
    quiet = not any(one.changed or one.unseen for _, one in found)
    for sides, one in found:
        for at, overlay in enumerate(one.changed):
            workspace = sides.after if overlay.twin.after else sides.before
            noted = overlay if at else replace(overlay, notes=one.notes)
            yield overlay_drawing(noted, workspace, names, revisions)
        if one.unseen or (quiet and one is found[0][1]):
            yield declared_drawing(one)
    if not found:
        yield declared_drawing(Overlays.nothing())
