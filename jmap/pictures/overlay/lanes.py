"""The channels of an overlay: their names, and what changed in what they promise."""

from collections.abc import Callable
from dataclasses import replace

from jmap.paint.piece import flow, stack
from jmap.pictures.overlay.lines import told_lines
from jmap.pictures.overlay.marked import Overlay, Place
from jmap.pictures.overlay.signs import marks
from jmap.pictures.overlay.told import Told
from jmap.pictures.parts.lanes import LaneLabel, lane_name
from jmap.pictures.style import LABELS
from jmap.views.grid import Lane

_ROOM = LABELS - 24
_MOST = 3


def lane_drawer(overlay: Overlay) -> Callable[[Lane], LaneLabel]:
    """Measures the names of channels."""

    def draw(lane: Lane) -> LaneLabel:
        # The name stands above them.
        found = tuple(replace(one, kind="", part="") for one in overlay.of_lane(lane))
        came = any(_is_new(one) for one in found)
        place = Place("added" if came else "changed" if found else "", found)
        worth = [one for one in found if one.effect != "neutral" or not _is_new(one)]
        lines = told_lines(overlay.chart, worth, _ROOM, _MOST)
        badges = flow(marks(overlay.chart, place), _ROOM, 6, 3)
        return LaneLabel(lane, stack([lane_name(lane, 3), badges, lines], 4))

    return draw


def _is_new(one: Told) -> bool:
    """Whether the channel itself is new: its mark says so, and its name stands above."""
    return one.mark == "added" and not one.judged.change.field
