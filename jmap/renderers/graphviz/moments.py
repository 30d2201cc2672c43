"""The moments of a map that stand out: the best, the weakest and the last."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from jmap.views.curve import Mood
from jmap.views.grid import Map


@dataclass(frozen=True, slots=True)
class Moment:
    """A mood that stands out, and the label that says so."""

    mood: Mood
    label: str


def moments(chart: Map) -> dict[int, str]:
    """What is said of moods by their identity: the best, the weakest and the last of all curves,
    each where one mood alone is so.
    """
    label = chart.label
    marks: dict[int, list[str]] = {}
    moods = [mood for curve in chart.curves for mood in curve.moods]
    for found in _outstanding(moods):
        marks.setdefault(id(found.mood), []).append(label(found.label))
    return {mood: " · ".join(texts) for mood, texts in marks.items()}


def _outstanding(moods: Sequence[Mood]) -> Iterator[Moment]:
    """A best moment is above neutral, a weakest one below, and not all are the same."""
    if len({mood.level for mood in moods}) < 2:
        return
    highest, lowest = (choose(mood.level for mood in moods) for choose in (max, min))
    best = [mood for mood in moods if mood.level == highest]
    worst = [mood for mood in moods if mood.level == lowest]
    if highest > 0 and len(best) == 1:
        yield Moment(best[0], "peak")
    if lowest < 0 and len(worst) == 1:
        yield Moment(worst[0], "lowest")
    last = max(mood.position for mood in moods)
    ends = [mood for mood in moods if mood.position == last]
    if len(ends) == 1:
        yield Moment(ends[0], "end")
