"""Pains that nobody has made their own."""

from collections.abc import Iterable

from jmap.model.journey import Journey
from jmap.model.pain import Pain
from jmap.rules.expected import BEGUN, Expected
from jmap.rules.finding import Finding
from jmap.rules.knowledge.ideas import Placed, called, ideas
from jmap.rules.knowledge.serving import is_lived
from jmap.rules.rule import CONTACT_CENTRE, STRICT
from jmap.rules.scene import Scene


class PainWithoutOwner(Expected[Placed[Pain]]):
    """A pain has nobody who takes it on.

    The customer's problem has to become somebody's own problem. A pain that everybody knows and
    nobody owns is still there at the next review.

    Whoever owns the touchpoint or the stage owns what hurts there; the strict profile asks for a
    name at the pain itself, because causes often lie with another team than the touchpoint does.
    Silent about journeys as they should be.
    """

    tags = ("pains", "ownership")
    profiles = (STRICT, CONTACT_CENTRE)
    good = """
journey refund "Getting a refund" {
  stage ask "Ask" {
    touchpoint call on "Phone" "Calls the service line" {
      pain retold "Has to tell the story three times" { owner "Customer care" }
    }
    touchpoint letter on "Post" "Sends the receipt" {
      pain lost "The receipt gets lost" { owner "Mail room" }
    }
    touchpoint form on "Website" "Fills in the form" {
      pain again "The form forgets what was typed" { owner "Web team" }
    }
  }
}
"""
    bad = """
journey refund "Getting a refund" {
  stage ask "Ask" {
    touchpoint call on "Phone" "Calls the service line" {
      pain retold "Has to tell the story three times" { owner "Customer care" }
    }
    touchpoint form on "Website" "Fills in the form" {
      pain again "The form forgets what was typed" { owner "Web team" }
    }
    touchpoint desk on "Shop" "Asks at the desk" {
      pain queue "One desk for everything" { owner "Shop manager" }
    }
    touchpoint letter on "Post" "Sends the receipt" {
      pain lost "The receipt gets lost"
    }
  }
}
"""

    def parts(self, journey: Journey, scene: Scene) -> Iterable[Placed[Pain]]:
        return ideas(journey, scene).pains if is_lived(journey) else ()

    def states(self, part: Placed[Pain], scene: Scene) -> bool:
        if part.item.owner is not None:
            return True
        return self.demand == BEGUN and part.owned_around

    def missing(self, part: Placed[Pain], scene: Scene) -> Finding:
        name = called(part.item)
        return Finding(
            f"{name} has no owner of its own"
            if part.owned_around
            else f"nobody has taken on {name}",
            "name who works on it: owner …",
            item=part.item,
        )
