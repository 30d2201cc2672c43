"""Repairs that are done while the pain still stands."""

from collections.abc import Iterable

from jmap.model.journey import Journey
from jmap.model.pain import Pain
from jmap.rules.finding import Also, Finding
from jmap.rules.knowledge.ideas import Ideas, called, ideas
from jmap.rules.knowledge.serving import is_lived
from jmap.rules.rule import INFO, STRICT, Rule
from jmap.rules.scene import Scene
from jmap.syntax.fold import fold


class DoneAndStillHurting(Rule[Journey]):
    """A pain still stands although every idea against it is done.

    Either the map was not brought up to date, or the work did not help. The second is worth
    knowing: what was delivered is not what customers needed.

    Silent where another open idea eases the same pain, and about journeys as they should be.
    """

    tags = ("opportunities", "pains", "upkeep")
    severity = INFO
    profiles = (STRICT,)
    good = """
journey refund "Getting a refund" {
  stage ask "Ask" {
    pain retold "Has to tell the story three times"
    opportunity card "One record for all desks" {
      eases retold
      status done
    }
    opportunity warm "Tell the colleague before putting the call through" {
      eases retold
      status doing
      owner "Customer care"
      due 2027-02-01
    }
  }
}
"""
    bad = """
journey refund "Getting a refund" {
  stage ask "Ask" {
    pain retold "Has to tell the story three times"
    opportunity card "One record for all desks" {
      eases retold
      status done
    }
  }
}
"""

    def check(self, item: Journey, scene: Scene) -> Iterable[Finding]:
        if not is_lived(item):
            return
        known = ideas(item, scene)
        for placed in known.pains:
            yield from _checked(placed.item, known)


def _checked(pain: Pain, known: Ideas) -> Iterable[Finding]:
    easing = known.easing.get(fold(pain.id), ()) if pain.id else ()
    done = [one for one in easing if one.status == "done"]
    if not done or any(one.status not in ("done", "dropped") for one in easing):
        return
    yield Finding(
        f"{called(done[0])} is done, and {called(pain)}, which it eases, still stands",
        "delete the pain if it is gone, or add an idea that gets at its cause",
        item=pain,
        also=(Also(done[0], "this is done", "status"),),
    )
