"""Journeys that are a detail of themselves."""

from collections.abc import Iterable

from jmap.model.journey import Journey
from jmap.rules.finding import Finding
from jmap.rules.knowledge.opened import Opening, circles
from jmap.rules.rule import DEFAULT, Rule
from jmap.rules.scene import Scene
from jmap.syntax.fold import fold


class OpensItself(Rule[Journey]):
    """A stage or touchpoint opens a journey that leads back to the one it stands in.

    `opens` goes closer: into a map that shows the place in detail. Followed in a circle it never
    arrives, and what is close and what is large can no longer be told apart. Where the customer
    really comes back, a path says so, with a step to the earlier touchpoint.
    """

    tags = ("stages", "contradictions")
    profiles = (DEFAULT,)
    good = """
journey broadband "Broadband at home" {
  stage order "Order" { opens ordering }
}
journey ordering "Ordering a line" {
  stage choose "Choose a tariff"
}
"""
    bad = """
journey broadband "Broadband at home" {
  level macro
  stage order "Order" { opens ordering }
}
journey ordering "Ordering a line" {
  level mid
  stage back "Back to everyday life" { opens broadband }
}
"""

    def check(self, item: Journey, scene: Scene) -> Iterable[Finding]:
        found = scene.survey.once(self.name, lambda: circles(scene.workspace.journeys))
        for opening in found.get(fold(item.id), ()):
            yield _found(opening, item)


def _found(opening: Opening, journey: Journey) -> Finding:
    part, target = opening.part, opening.target
    if fold(target) == fold(journey.id):
        message = f"`{part.id}` opens the journey in which it stands"
    else:
        message = f"`{part.id}` opens `{target}`, which leads back here"
    return Finding(
        message,
        "open a journey that shows this place closely, or take the line away",
        item=part,
        field="opens",
    )
