"""Repairs that do not say what they mend."""

from collections.abc import Iterable

from jmap.model.opportunity import Opportunity
from jmap.rules.finding import Finding
from jmap.rules.knowledge.figures import is_retired
from jmap.rules.knowledge.ideas import called, is_open
from jmap.rules.rule import INFO, STRICT, Rule
from jmap.rules.scene import Scene


class OpportunityEasesNothing(Rule[Opportunity]):
    """An opportunity of the kind `fix` names no pain that it eases.

    What mends something should say what was broken. From then on the pain can be followed: whether
    anything is planned against it, and whether it was gone once the work was done.

    Silent about new value, which mends nothing, and about what is done or dropped.
    """

    tags = ("opportunities", "pains")
    severity = INFO
    profiles = (STRICT,)
    good = """
journey refund "Getting a refund" {
  stage ask "Ask" {
    pain retold "Has to tell the story three times"
    opportunity card "One record for all desks" {
      eases retold
      kind fix
    }
  }
}
"""
    bad = """
journey refund "Getting a refund" {
  stage ask "Ask" {
    pain retold "Has to tell the story three times"
    opportunity card "One record for all desks" {
      kind fix
    }
  }
}
"""

    def check(self, item: Opportunity, scene: Scene) -> Iterable[Finding]:
        if item.kind != "fix" or item.eases or not is_open(item) or is_retired(scene):
            return
        yield Finding(
            f"{called(item)} is to mend something, and does not say which pain",
            "give the pain an id and name it here: eases …",
            field="kind",
        )
