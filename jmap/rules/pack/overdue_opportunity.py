"""Ideas whose day has passed."""

from collections.abc import Iterable

from jmap.model.opportunity import Opportunity
from jmap.rules.finding import Finding
from jmap.rules.knowledge.figures import is_retired
from jmap.rules.knowledge.ideas import called, is_open
from jmap.rules.rule import STRICT, Rule
from jmap.rules.scene import Scene
from jmap.rules.setting import Setting


class OverdueOpportunity(Rule[Opportunity]):
    """An opportunity should have been done by now, and is neither done nor dropped.

    A map whose dates have passed is no longer believed, and with it the dates that still hold.
    Often the work is done and only the map does not know.
    """

    tags = ("opportunities", "upkeep")
    profiles = (STRICT,)
    grace = Setting(0, "How many days may pass before this is said.", low=0)
    good = """
journey refund "Getting a refund" {
  stage ask "Ask" {
    opportunity card "One record for all desks" {
      owner "Customer care"
      due 2026-03-31
      status done
    }
  }
}
"""
    bad = """
journey refund "Getting a refund" {
  stage ask "Ask" {
    opportunity card "One record for all desks" {
      owner "Customer care"
      due 2026-03-31
      status planned
    }
  }
}
"""

    def check(self, item: Opportunity, scene: Scene) -> Iterable[Finding]:
        if item.due is None or not is_open(item) or is_retired(scene):
            return
        if (scene.today - item.due).days <= self.grace:
            return
        yield Finding(
            f"{called(item)} was due on {item.due.isoformat()}, and is not done",
            "write how far it is (status done, status dropped) or the day that now holds (due …)",
            field="due",
        )
