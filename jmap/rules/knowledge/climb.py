"""How commitment rises on the way: what each step asks of a customer more than the one before."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from jmap.model.forms import reference_key
from jmap.model.journey import Journey
from jmap.model.stage import Stage
from jmap.model.touchpoint import Touchpoint
from jmap.rules.knowledge.course import course
from jmap.rules.knowledge.present import RETIRED, Place, everywhere, within
from jmap.rules.knowledge.whose import lines_of, voices
from jmap.rules.scene import Scene


@dataclass(frozen=True, slots=True, eq=False)
class Bound:
    """How far a customer is bound at a place, as one of its lines says."""

    place: Place
    line: int
    """Which of the place's lines of commitment, from 0."""
    level: int
    """1 to 5."""


@dataclass(frozen=True, slots=True, eq=False)
class Climb:
    """A rise of commitment from one step to the next."""

    before: Bound
    after: Bound

    @property
    def rise(self) -> int:
        """By how much, on the scale of 1 to 5."""
        return self.after.level - self.before.level

    @property
    def key(self) -> tuple[str, int, str, int]:
        """Equal for rises between the same two lines of a journey."""
        before, after = self.before, self.after
        return before.place.id, before.line, after.place.id, after.line


def climbs(journey: Journey, scene: Scene) -> Iterator[Climb]:
    """The rises of commitment on the paths of a journey, or from stage to stage where it has none.

    Paths on which things go wrong bind nobody. A step that says nothing of commitment is unknown,
    and nothing is said of the step after it. A level that was reached before is no rise.
    """
    lines = [line for place in everywhere(journey) for line in place.commitment]
    if not lines:
        return
    everyone = voices(lines)
    for path in journey.paths:
        if not path.negative:
            steps = [_at(visit.touchpoint, visit.stage) for visit in course(path, journey, scene)]
            for who in (reference_key(path.persona),) if path.persona else everyone:
                yield from _rises(steps, who)
    if not journey.paths:
        for who in everyone:
            yield from _rises(map(within, journey.stages), who)


def _at(touchpoint: Touchpoint, stage: Stage) -> tuple[Place, ...]:
    if touchpoint.status == RETIRED:
        return ()
    return (touchpoint,) if touchpoint.commitment else (stage,)


def _rises(steps: Iterable[Sequence[Place]], who: str) -> Iterator[Climb]:
    before: Bound | None = None
    reached = 0
    for places in steps:
        entered = _bounds(places, who, 0)
        left = _bounds(places, who, -1)
        # Places that stand side by side are alternatives: the easiest way in counts.
        after = min(entered, key=_level, default=None)
        if before is not None and after is not None and after.level > max(reached, before.level):
            yield Climb(before, after)
        before = max(left, key=_level, default=None)
        reached = max(reached, before.level if before else 0)


def _level(bound: Bound) -> int:
    return bound.level


def _bounds(places: Sequence[Place], who: str, which: int) -> list[Bound]:
    found = []
    for place in places:
        lines = lines_of(place.commitment, who)
        if lines:
            at = lines[which]
            found.append(Bound(place, at, place.commitment[at].level))
    return found
