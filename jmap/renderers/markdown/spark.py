"""A mood's ups and downs as a row of small bars, in the reading direction of the text around it."""

from collections.abc import Iterable
from itertools import groupby

from jmap.views.curve import Curve, Mood

_BARS = "▁▂▄▆█"
"""One for each level, -2 to +2."""
_WRAPPED = 24
"""From how many moods on the row may be broken between two stages."""


def spark(curve: Curve) -> str:
    """A bar a mood, the stages set apart; empty where there are not two moods to compare."""
    if len(curve.moods) < 2:
        return ""
    stages = groupby(curve.moods, key=lambda mood: int(mood.position))
    apart = " " if len(curve.moods) > _WRAPPED else "\u00a0"
    return apart.join(_bars(moods) for _, moods in stages)


def _bars(moods: Iterable[Mood]) -> str:
    return "".join(_BARS[mood.level + 2] for mood in moods)
