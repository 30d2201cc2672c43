"""Touchpoints to which no path leads."""

from collections.abc import Iterable

from jmap.model.touchpoint import Touchpoint
from jmap.rules.finding import Finding
from jmap.rules.knowledge.course import visited
from jmap.rules.rule import INFO, STRICT, Rule
from jmap.rules.scene import Scene
from jmap.syntax.fold import fold


class TouchpointOffEveryPath(Rule[Touchpoint]):
    """The journey has paths, and none of them leads over a touchpoint.

    Either customers come there on a way that nobody has drawn, or nobody comes. Both are worth
    knowing before money goes into it.

    Silent in journeys without paths, and about touchpoints that are retired or a gap.
    """

    tags = ("paths",)
    severity = INFO
    profiles = (STRICT,)
    good = """
journey refund "Getting a refund" {
  stage ask "Ask for the money" {
    touchpoint call on "Phone" "Service line"
    touchpoint form on "Website" "Refund form"
  }
  path by-phone "Calls" { step call }
  path online "Does it online" { step form }
}
"""
    bad = """
journey refund "Getting a refund" {
  stage ask "Ask for the money" {
    touchpoint call on "Phone" "Service line"
    touchpoint form on "Website" "Refund form"
  }
  path by-phone "Calls" { step call }
}
"""

    def check(self, item: Touchpoint, scene: Scene) -> Iterable[Finding]:
        if scene.journey is None or item.status in ("retired", "gap"):
            return
        walked = visited(scene.journey, scene)
        if walked and fold(item.id) not in walked:
            yield Finding(
                f"no path leads over `{item.id}`",
                f"add it where customers come by: step {item.id}",
            )
