"""Ideas without the figures that rank them."""

from collections.abc import Iterable
from typing import get_args

from jmap.gaps import priority_of
from jmap.gaps.priority import Method
from jmap.model.journey import Journey
from jmap.model.opportunity import Opportunity
from jmap.rules.expected import Expected
from jmap.rules.finding import Finding
from jmap.rules.knowledge.ideas import Placed, called, ideas
from jmap.rules.knowledge.ranking import FIGURES, methods_of
from jmap.rules.knowledge.reference import shown
from jmap.rules.rule import STRICT
from jmap.rules.scene import Scene
from jmap.views.sentences import listed


class UnrankedOpportunity(Expected[Placed[Opportunity]]):
    """An opportunity lacks the figures by which it could be ranked beside the others.

    There are always more ideas than people to carry them out. One that cannot be compared is
    either forgotten or done because somebody is fond of it.

    Reach, impact, confidence and effort give RICE; impact, confidence and effort ICE; impact and
    effort a place between quick win and major project; importance and satisfaction Ulwick's
    opportunity score. Any of them will do; what is asked for is what most of the others are ranked
    by. Silent about a single idea, and about what is done or dropped.

    A list that a workshop left behind has figures for some ideas and none for others, on purpose:
    only the strict profile asks. Selected in another profile, it speaks where nearly all open ideas
    of a journey can be ranked.
    """

    tags = ("opportunities",)
    profiles = (STRICT,)
    good = """
journey refund "Getting a refund" {
  stage ask "Ask" {
    opportunity card "One record for all desks" {
      impact 5
      effort 3
    }
    opportunity form "Save after every page" {
      impact 3
      effort 1
    }
    opportunity text "A text message at each step" {
      impact 4
      effort 2
    }
  }
}
"""
    bad = """
journey refund "Getting a refund" {
  stage ask "Ask" {
    opportunity card "One record for all desks" {
      impact 5
      effort 3
    }
    opportunity text "A text message at each step" {
      impact 4
      effort 2
    }
    opportunity label "A label without a printer" {
      impact 4
      effort 4
    }
    opportunity form "Save after every page"
  }
}
"""

    def parts(self, journey: Journey, scene: Scene) -> Iterable[Placed[Opportunity]]:
        found = ideas(journey, scene).opportunities
        # One alone needs no rank.
        return found if len(found) > 1 else ()

    def states(self, part: Placed[Opportunity], scene: Scene) -> bool:
        return priority_of(part.item) is not None

    def missing(self, part: Placed[Opportunity], scene: Scene) -> Finding:
        method = _usual(scene)
        lacking = [name for name in FIGURES[method] if not getattr(part.item, name)]
        return Finding(
            f"{called(part.item)} cannot be ranked beside the others: it lacks "
            f"{listed(map(shown, lacking))}",
            "give figures on the scale of the others: "
            + "; ".join(f"{name} …" for name in lacking),
            item=part.item,
        )


def _usual(scene: Scene) -> Method:
    """The method by which most ideas of the journey are ranked; the simplest where none is."""
    journey = scene.journey
    if journey is None:
        return "impact-effort"
    return scene.survey.once(
        ("usual ranking", id(journey)), lambda: _counted(ideas(journey, scene).opportunities)
    )


def _counted(opportunities: Iterable[Placed[Opportunity]]) -> Method:
    counts: dict[Method, int] = dict.fromkeys(get_args(Method), 0)
    for one in opportunities:
        for method in methods_of(one.item):
            counts[method] += 1
    # Of equally many the fullest comes first.
    best = max(counts, key=lambda method: counts[method])
    return best if counts[best] else "impact-effort"
