"""Large gaps of which nothing follows."""

from collections.abc import Iterable

from jmap.gaps import Level
from jmap.gaps.gap import Gap
from jmap.model.experience import Experience
from jmap.model.stage import Stage
from jmap.model.touchpoint import Touchpoint
from jmap.rules.finding import Finding
from jmap.rules.knowledge.figures import shown
from jmap.rules.knowledge.present import Place, lived_today, within
from jmap.rules.rule import STRICT, Rule
from jmap.rules.scene import Scene


class GapWithoutOpportunity(Rule[Experience]):
    """A touchpoint or stage fulfils less than half of a wish, without a pain or an opportunity.

    The figures say that customers are badly served, and the map says nothing of what that does to
    them or of what could be done. A gap that is measured and left alone costs twice.

    A pain or an opportunity of the stage counts for its touchpoints, and theirs for the stage.
    Silent where `fine` says why nothing is done, and in journeys of `state future`.
    """

    tags = ("gaps", "opportunities")
    profiles = (STRICT,)
    good = """
journey refund "Getting a refund" {
  stage ask "Ask for the money" {
    touchpoint call on "Phone" "Service line" {
      current 26h
      desired 4h
      opportunity "Show parcel and payment on one screen"
    }
  }
}
"""
    bad = """
journey refund "Getting a refund" {
  stage ask "Ask for the money" {
    touchpoint call on "Phone" "Service line" {
      current 26h
      desired 4h
    }
  }
}
"""

    def check(self, item: Experience, scene: Scene) -> Iterable[Finding]:
        if not isinstance(item, Stage | Touchpoint) or not lived_today(item, scene):
            return
        large = [gap for gap in scene.gaps().get(scene.address, ()) if gap.level is Level.LARGE]
        if large and not _answered(item, scene.stage):
            yield _found(item, min(large, key=_reached))


def _answered(item: Place, stage: Stage | None) -> bool:
    """Whether something follows from what is known there."""
    if isinstance(item, Stage):
        return any(place.pains or place.opportunities for place in within(item))
    places = (item,) if stage is None else (item, stage)
    return item.fine is not None or any(place.pains or place.opportunities for place in places)


def _found(item: Place, gap: Gap) -> Finding:
    figures = [shown(level) for level in (gap.actual, gap.desired) if level is not None]
    return Finding(
        f"customers get {figures[0]} at `{item.id}` and want {figures[1]}, and nothing follows "
        "from it",
        "say what that does to them: pain …, or what would help: opportunity …",
        item=gap.measure or item,
        field="current",
    )


def _reached(gap: Gap) -> float:
    return 0.0 if gap.attainment is None else gap.attainment
