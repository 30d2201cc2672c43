"""Channels of one stage that serve customers unequally well."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from jmap.gaps import PARITY_LIMIT, ChannelAttainment, Gap
from jmap.gaps.level import PRECISION
from jmap.model.journey import Journey
from jmap.model.stage import Stage
from jmap.rules.finding import Also, Finding
from jmap.rules.knowledge.figures import shown
from jmap.rules.rule import DEFAULT, Rule
from jmap.rules.scene import Scene
from jmap.rules.setting import Setting
from jmap.syntax.fold import fold


class UnequalChannels(Rule[Stage]):
    """The channels of a stage fulfil what customers want of them unequally well.

    Customers change channels and expect the same care in each. Who cannot get through on the phone
    and sees the website answer at once learns which customers count.

    What is compared is how much of the wish each channel fulfils, never raw figures: a letter that
    comes in 5 days where 4 are wanted fulfils 80%, a call that is answered in 96 s where 20 s are
    wanted 21%. So a time stands beside a share, and what counts is which wish is further from being
    met. Without `current` and `desired` on at least two channels nothing can be compared.

    Compared are declared channels between which customers choose. Where every path that leads over
    one leads over the other as well, such as over the counter and then to the car park, they are
    two steps of one way, and nothing is said; paths on which things go wrong do not count. A
    journey without paths runs through its touchpoints as they are written, one step after another:
    there nothing is compared.
    """

    tags = ("channels",)
    profiles = (DEFAULT,)
    spread = Setting(
        PARITY_LIMIT,
        "The largest difference between the best and the worst channel, as a share of the wish.",
        low=0.0,
        high=1.0,
    )
    good = """
channel phone "Phone"
channel post "Post"
channel counter "Counter"
channel car-park "Car park"
journey rental "Renting a car" {
  stage ask "Ask" {
    touchpoint call on phone "Call" {
      current 25s
      desired 20s
    }
    touchpoint letter on post "Letter" {
      current 5d
      desired 4d
    }
  }
  stage pick-up "Pick up" {
    touchpoint papers on counter "Signs the papers" {
      current 50m
      desired 10m
    }
    touchpoint car on car-park "Finds the car" {
      current 5m
      desired 4m
    }
  }
  path by-phone {
    step call
    step papers
    step car
  }
  path in-writing {
    step letter
    step papers
    step car
  }
}
"""
    bad = """
channel phone "Phone"
channel post "Post"
journey refund "Getting a refund" {
  stage ask "Ask" {
    touchpoint call on phone "Call" {
      current 96s
      desired 20s
    }
    touchpoint letter on post "Letter" {
      current 5d
      desired 4d
    }
  }
  path by-phone { step call }
  path in-writing { step letter }
}
"""

    def check(self, item: Stage, scene: Scene) -> Iterable[Finding]:
        score = scene.score()
        pair = _furthest(item, score.parity.by_channel, scene) if score and score.parity else None
        if pair is None or pair.spread <= self.spread:
            return
        worst, best = pair.worst, pair.best
        yield Finding(
            f"`{worst.channel}` fulfils {worst.attainment:.0%} of what customers want in "
            f"`{item.id}`, `{best.channel}` {best.attainment:.0%}",
            f"bring `{worst.channel}` up; where the two are no alternatives, let it stand: "
            "# jmap: allow unequal-channels -- …",
            also=tuple(_figures(item, pair, scene)),
        )


@dataclass(frozen=True, slots=True)
class _Pair:
    """Two channels between which customers choose."""

    worst: ChannelAttainment
    best: ChannelAttainment

    @property
    def spread(self) -> float:
        """How far they are apart, as a share of the wish."""
        return round(self.best.attainment - self.worst.attainment, PRECISION)


def _furthest(stage: Stage, by_channel: Sequence[ChannelAttainment], scene: Scene) -> _Pair | None:
    """The worst channel and the best of its alternatives, or the best one and the worst of its own:
    whichever are further apart.
    """
    ways = _ways_by_channel(stage, scene)
    ordered = sorted(
        (one for one in by_channel if one.channel in ways), key=lambda one: one.attainment
    )
    if len(ordered) < 2:
        return None
    worst, best = ordered[0], ordered[-1]
    up = next((one for one in reversed(ordered[1:]) if _are_apart(worst, one, ways)), None)
    down = next((one for one in ordered[:-1] if _are_apart(one, best, ways)), None)
    pairs = [_Pair(worst, up)] if up else []
    pairs += [_Pair(down, best)] if down else []
    return max(pairs, key=lambda pair: pair.spread, default=None)


def _are_apart(
    one: ChannelAttainment, other: ChannelAttainment, ways: Mapping[str, set[int]]
) -> bool:
    """Whether customers can take one without the other, as far as the paths tell."""
    return ways[one.channel] != ways[other.channel]


def _ways_by_channel(stage: Stage, scene: Scene) -> dict[str, set[int]]:
    """The declared channels of a stage, each with the paths that lead over it here."""
    journey = scene.journey
    if journey is None:
        return {}
    ways = scene.survey.once(("ways", id(journey)), lambda: _ways(journey))
    found: dict[str, set[int]] = {}
    for touchpoint in stage.touchpoints:
        name = touchpoint.channel
        if isinstance(name, str) and scene.channel(name) is not None:
            found.setdefault(name, set()).update(ways.get(fold(touchpoint.id), ()))
    return found


def _ways(journey: Journey) -> Mapping[str, set[int]]:
    """The paths that lead over each touchpoint, by its folded id, but for the negative ones."""
    found: dict[str, set[int]] = {}
    for number, path in enumerate(journey.paths):
        for step in () if path.negative else path.steps:
            found.setdefault(fold(step.touchpoint), set()).add(number)
    return found


def _figures(stage: Stage, pair: _Pair, scene: Scene) -> Iterator[Also]:
    """The figure that speaks most for each of the two."""
    for one, weigh in ((pair.worst, min), (pair.best, max)):
        gaps = [gap for gap in _gaps(stage, scene) if _channel(gap) == one.channel]
        if gaps:
            gap = weigh(gaps, key=lambda gap: gap.attainment or 0.0)
            yield Also(gap.measure or gap.touchpoint, _told(gap), "current")


def _gaps(stage: Stage, scene: Scene) -> Iterator[Gap]:
    known = scene.gaps()
    for touchpoint in stage.touchpoints:
        for gap in known.get(f"{scene.address}.{touchpoint.id}", ()):
            if gap.attainment is not None:
                yield gap


def _channel(gap: Gap) -> object:
    return gap.touchpoint.channel if gap.touchpoint else None


def _told(gap: Gap) -> str:
    got = shown(gap.actual) if gap.actual else "what they get"
    wanted = shown(gap.desired) if gap.desired else "more"
    return f"{got}, where customers want {wanted}"
