"""Pains that nobody has an idea against."""

from collections.abc import Iterable

from jmap.model.journey import Journey
from jmap.model.pain import Pain
from jmap.rules.expected import BEGUN, Expected
from jmap.rules.finding import Finding
from jmap.rules.knowledge.ideas import Placed, Tally, called, ideas
from jmap.rules.knowledge.serving import is_lived
from jmap.rules.rule import DEFAULT
from jmap.rules.scene import Scene
from jmap.rules.setting import Setting


class PainWithoutAnswer(Expected[Placed[Pain]]):
    """A pain is answered by no opportunity, or only by ones that were dropped.

    A map that shows what hurts and not what will be done about it is a list of complaints: it is
    looked at once. The gap between what customers get and what they want has to lead to an action.

    An opportunity answers the pains that it `eases`; one that names none answers those of its
    stage. `fine` says that a touchpoint may stay as it is, and answers too. It speaks of what the
    map itself calls `severity high`, once three pains of the journey or more, and half of all, are
    answered; the strict profile asks about all. Silent about journeys as they should be.
    """

    tags = ("pains", "opportunities")
    profiles = (DEFAULT,)
    share = Setting(
        0.5,
        "What share of all pains has to be answered before the others are asked about.",
        low=0.0,
        high=1.0,
    )
    good = """
journey refund "Getting a refund" {
  stage ask "Ask" {
    touchpoint call on "Phone" "Calls the service line" {
      pain retold "Has to tell the story three times"
      pain hold "Waits while the desks call each other"
      opportunity card "One record for all desks" {
        eases retold
        eases hold
      }
    }
    touchpoint form on "Website" "Fills in the form" {
      pain lost "The form forgets what was typed"
      opportunity "Save after every page"
    }
  }
  stage wait "Wait" {
    touchpoint letter on "Post" "Waits for the letter" {
      pain silence "Three weeks without a word" { severity high }
      opportunity "A text message when the parcel is there"
    }
  }
}
"""
    bad = """
journey refund "Getting a refund" {
  stage ask "Ask" {
    touchpoint call on "Phone" "Calls the service line" {
      pain retold "Has to tell the story three times"
      pain hold "Waits while the desks call each other"
      opportunity card "One record for all desks" {
        eases retold
        eases hold
      }
    }
    touchpoint form on "Website" "Fills in the form" {
      pain lost "The form forgets what was typed"
      opportunity "Save after every page"
    }
  }
  stage wait "Wait" {
    touchpoint letter on "Post" "Waits for the letter" {
      pain silence "Three weeks without a word" { severity high }
    }
  }
}
"""

    def parts(self, journey: Journey, scene: Scene) -> Iterable[Placed[Pain]]:
        if not is_lived(journey):
            return ()
        return filter(_hurts_now, ideas(journey, scene).pains)

    def states(self, part: Placed[Pain], scene: Scene) -> bool:
        if part.touchpoint is not None and part.touchpoint.fine is not None:
            return True
        return _answers(part, scene).kept > 0

    def missing(self, part: Placed[Pain], scene: Scene) -> Finding:
        eases = f" {{ eases {part.item.id} }}" if part.item.id else ""
        return Finding(
            _message(called(part.item), _answers(part, scene).dropped),
            f'say what would help: opportunity "…"{eases}',
            item=part.item,
        )

    def check(self, item: Journey, scene: Scene) -> Iterable[Finding]:
        """A finding for each pain that nobody means to ease, by default only for grave ones."""
        found = super().check(item, scene)
        if self.demand != BEGUN:
            return found
        return (one for one in found if one.item.severity == "high")


def _hurts_now(part: Placed[Pain]) -> bool:
    return part.touchpoint is None or part.touchpoint.status != "planned"


def _message(name: str, dropped: int) -> str:
    if not dropped:
        return f"no opportunity eases {name}"
    ideas = "the only idea" if dropped == 1 else f"each of the {dropped} ideas"
    return f"{ideas} against {name} was dropped"


def _answers(part: Placed[Pain], scene: Scene) -> Tally:
    return ideas(scene.journey, scene).answers(part) if scene.journey else Tally()
