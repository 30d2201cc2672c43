"""Touchpoints that company and customers weigh differently."""

from collections.abc import Iterable

from jmap.model.touchpoint import Touchpoint
from jmap.rules.finding import Finding
from jmap.rules.rule import INFO, STRICT, Rule
from jmap.rules.scene import Scene
from jmap.rules.setting import Setting


class ImportanceSplit(Rule[Touchpoint]):
    """The company holds a touchpoint far more or far less important than its customers do.

    What an organisation is proud of is often not what its customers come for. Where the two part,
    money goes where nobody feels it, or is missing where everybody does. It is no mistake in the
    map: it is what the map has found, and worth a talk.

    It needs both figures: importance 5 company 2. Touchpoints that are retired are not looked at.
    """

    tags = ("experience", "contradictions")
    severity = INFO
    profiles = (STRICT,)
    difference = Setting(2, "By how many points of five the two differ at least.", low=1, high=4)
    good = """
journey refund "Getting a refund" {
  stage ask "Ask" {
    touchpoint call on "Phone" "Call" { importance 5 company 4 }
  }
}
"""
    bad = """
journey refund "Getting a refund" {
  stage ask "Ask" {
    touchpoint call on "Phone" "Call" { importance 5 company 2 }
  }
}
"""

    def check(self, item: Touchpoint, scene: Scene) -> Iterable[Finding]:
        said = item.importance
        if said is None or said.company is None or item.status == "retired":
            return
        if abs(said.customer - said.company) < self.difference:
            return
        yield Finding(
            f"`{item.id}` matters {said.customer} of 5 to customers and {said.company} of 5 to the "
            "company",
            "ask customers again, or put the effort where they do: importance … company …",
            field="importance",
        )
