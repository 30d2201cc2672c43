"""Moments of truth that leave customers as low as anything on the journey."""

from collections.abc import Iterable
from dataclasses import dataclass

from jmap.model.forms import reference_key
from jmap.model.journey import Journey
from jmap.model.presence import is_there
from jmap.model.touchpoint import Touchpoint
from jmap.rules.finding import Also, Finding
from jmap.rules.knowledge.serving import is_lived
from jmap.rules.rule import DEFAULT, Rule
from jmap.rules.scene import Scene
from jmap.syntax.fold import fold
from jmap.views.sentences import listed

_MILD = -1
_NAMED = 2


class WeakMomentOfTruth(Rule[Touchpoint]):
    """A moment of truth leaves customers in the lowest mood of the journey.

    Few moments decide what customers think of us, and one of these is the worst of the day. Mending
    it is worth more than polishing ten others.

    What counts is the mood that a touchpoint leaves: the last `feel` of each persona there, of
    these the worst. It is held against all other touchpoints with a mood, except those that lie on
    negative paths only, where things have gone wrong already. Where more than half of them are as
    low, the whole journey hurts, and no moment is singled out. Good and neutral moods are never
    weak; a mild -1 is only where something else says so as well: a pain of `severity high`, `trust`
    below 0, or less than what is `desired`. Journeys to come, planned and retired touchpoints are
    not judged.
    """

    tags = ("moments-of-truth", "experience")
    profiles = (DEFAULT,)
    good = """
journey internet "Signing up for home internet" {
  stage choose "Choose" {
    touchpoint form on "Website" "Types the address again" { feel -1 "annoyed" }
  }
  stage install "Install" {
    touchpoint visit on "At home" "The technician comes" {
      moment-of-truth
      feel -1 "tied to the flat"
      feel +2 "relieved" because "it works"
    }
  }
}
"""
    bad = """
journey internet "Signing up for home internet" {
  stage choose "Choose" {
    touchpoint form on "Website" "Types the address again" { feel -1 "annoyed" }
  }
  stage install "Install" {
    touchpoint visit on "At home" "The technician comes" {
      moment-of-truth
      feel +1 "hopeful"
      feel -2 "stranded" because "the line is dead"
    }
  }
}
"""

    def check(self, item: Touchpoint, scene: Scene) -> Iterable[Finding]:
        journey = scene.journey
        if not item.moment_of_truth or journey is None or not is_lived(journey):
            return
        left = _left(item, _personas(journey)) if is_there(item, journey) else None
        if left is None or left.level >= 0:
            return
        lowest = scene.survey.once((self.name, id(journey)), lambda: _lowest(journey))
        if lowest is None or left.level > lowest.level:
            return
        if left.level == lowest.level and lowest.is_usual:
            return
        if left.level >= _MILD and not _hurts(item, scene):
            return
        yield _finding(item, left, lowest)


@dataclass(frozen=True, slots=True)
class _Left:
    """The mood that a touchpoint leaves, and which of its feelings that is."""

    level: int
    nth: int


@dataclass(frozen=True, slots=True)
class _Low:
    """A touchpoint that leaves the lowest mood."""

    item: Touchpoint
    left: _Left


@dataclass(frozen=True, slots=True)
class _Lowest:
    """The lowest mood that is left, and where."""

    level: int
    at: tuple[_Low, ...]
    is_usual: bool
    """Whether more than half of all moods are that low."""
    members: frozenset[int]
    """These touchpoints, by their identity."""
    apart: int
    """The lowest mood on negative paths, which are set apart; 0 where there is none."""

    def named(self, item: Touchpoint) -> list[_Low]:
        """The first few others that are as low as a touchpoint."""
        return [one for one in self.at[: _NAMED + 1] if one.item is not item][:_NAMED]

    def others(self, item: Touchpoint) -> int:
        """How many others there are; the touchpoint may lie on a negative path itself."""
        return len(self.at) - (id(item) in self.members)


def _finding(item: Touchpoint, left: _Left, lowest: _Lowest) -> Finding:
    where = "outside the negative paths" if lowest.apart < left.level else "of the journey"
    named = lowest.named(item) if left.level == lowest.level else []
    as_low = listed([f"`{one.item.id}`" for one in named], more=lowest.others(item) - len(named))
    return Finding(
        f"the moment of truth `{item.id}` leaves customers at {left.level}, "
        + (f"as low as {as_low}: " if named else "")
        + f"the lowest mood {where}",
        'begin here when you choose what to mend; if it ends better, say so last: feel +1 "…"',
        field="feel",
        nth=left.nth,
        also=tuple(Also(one.item, "as low as this", "feel", one.left.nth) for one in named),
    )


def _hurts(item: Touchpoint, scene: Scene) -> bool:
    """Whether more than a mood says that it goes badly there."""
    if any(pain.severity == "high" for pain in item.pains):
        return True
    if any(one.level < 0 for one in item.trust):
        return True
    return any((gap.experience or 0) < 0 for gap in scene.gaps().get(scene.address, ()))


def _left(item: Touchpoint, personas: frozenset[str]) -> _Left | None:
    everybody: int | None = None
    last: dict[str, int] = {}
    for nth, feeling in enumerate(item.feel):
        if feeling.persona is None:
            everybody = nth
            last.clear()
        else:
            last[reference_key(feeling.persona)] = nth
    standing = [*last.values()]
    if everybody is not None and not (personas and personas <= last.keys()):
        standing.append(everybody)
    if not standing:
        return None
    worst = min(standing, key=lambda nth: (item.feel[nth].level, nth))
    return _Left(item.feel[worst].level, worst)


def _lowest(journey: Journey) -> _Lowest | None:
    """None where fewer than two touchpoints say how customers leave them."""
    set_apart, personas = _set_apart(journey), _personas(journey)
    moods: list[_Low] = []
    apart: list[int] = []
    for touchpoint in journey.touchpoints:
        left = _left(touchpoint, personas) if is_there(touchpoint, journey) else None
        if left is None:
            continue
        if fold(touchpoint.id) in set_apart:
            apart.append(left.level)
        else:
            moods.append(_Low(touchpoint, left))
    if len(moods) < 2:
        return None
    level = min(one.left.level for one in moods)
    at = tuple(one for one in moods if one.left.level == level)
    members = frozenset(id(one.item) for one in at)
    return _Lowest(level, at, 2 * len(at) > len(moods), members, min(apart, default=0))


def _set_apart(journey: Journey) -> set[str]:
    """The touchpoints that lie on negative paths only."""
    bad = {fold(step.touchpoint) for path in journey.paths if path.negative for step in path.steps}
    well = {
        fold(step.touchpoint) for path in journey.paths if not path.negative for step in path.steps
    }
    return bad - well


def _personas(journey: Journey) -> frozenset[str]:
    return frozenset(map(reference_key, journey.personas))
