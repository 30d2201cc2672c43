"""Touchpoints that are said to be fine and to hurt."""

from collections.abc import Iterable

from jmap.gaps import Gap, Level
from jmap.model.touchpoint import Touchpoint
from jmap.rules.finding import Also, Finding
from jmap.rules.knowledge.figures import shown
from jmap.rules.knowledge.present import lived_today
from jmap.rules.rule import DEFAULT, Rule
from jmap.rules.scene import Scene


class FineAndPainful(Rule[Touchpoint]):
    """A touchpoint is said to need no change, beside a severe pain or a large gap.

    `fine` tells readers to look elsewhere. What hurts customers badly, or gives them less than half
    of what they want, disappears from sight behind it. A small pain may well stand beside it.
    """

    tags = ("contradictions", "pains")
    profiles = (DEFAULT,)
    good = """
journey permit "Renewing a permit" {
  stage apply "Apply" {
    touchpoint desk on "Desk" "At the service desk" {
      fine "The desk works; what hurts is the building"
      current 97%
      desired 90%
      pain "Stairs, and a single lift" { severity medium }
    }
  }
}
"""
    bad = """
journey permit "Renewing a permit" {
  stage apply "Apply" {
    touchpoint desk on "Desk" "At the service desk" {
      fine "People are used to it"
      pain "Half of them are sent home again" { severity high }
    }
  }
}
"""

    def check(self, item: Touchpoint, scene: Scene) -> Iterable[Finding]:
        if item.fine is None or not lived_today(item, scene):
            return
        severe = next((pain for pain in item.pains if pain.severity == "high"), None)
        if severe is not None:
            yield Finding(
                f"`{item.id}` is said to be fine, and has a severe pain",
                "take `fine` away, or say how much it really hurts: severity …",
                field="fine",
                also=(Also(severe, "the pain is here"),),
            )
            return
        large = [one for one in scene.gaps().get(scene.address, ()) if one.level is Level.LARGE]
        for gap in large[:1]:
            yield _far(item, gap)


def _far(item: Touchpoint, gap: Gap) -> Finding:
    figures = [shown(level) for level in (gap.actual, gap.desired) if level is not None]
    return Finding(
        f"`{item.id}` is said to be fine, and customers get {figures[0]} where they want "
        f"{figures[1]}",
        "take `fine` away, or check the figures",
        field="fine",
        also=(Also(gap.measure or item, "the figure is here", "current"),),
    )
