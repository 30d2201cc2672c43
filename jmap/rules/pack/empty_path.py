"""Paths without a step."""

from collections.abc import Iterable

from jmap.model.path import Path
from jmap.rules.finding import Finding
from jmap.rules.rule import DEFAULT, Rule
from jmap.rules.scene import Scene


class EmptyPath(Rule[Path]):
    """A path has no steps.

    It stands in the legend of every flow and leads nowhere: readers look for the line that belongs
    to it and find none.
    """

    tags = ("paths",)
    profiles = (DEFAULT,)
    good = """
journey refund "Getting a refund" {
  stage ask "Ask for the money" {
    touchpoint call on "Phone" "Calls the service line"
  }
  path usual "By phone" {
    step call
  }
}
"""
    bad = """
journey refund "Getting a refund" {
  stage ask "Ask for the money" {
    touchpoint call on "Phone" "Calls the service line"
  }
  path usual "By phone"
}
"""

    def check(self, item: Path, scene: Scene) -> Iterable[Finding]:
        if not item.steps:
            yield Finding(
                f"the path `{item.id}` has no steps",
                "name the touchpoints that it leads over, in order: step …",
            )
