"""Stages of large maps that open nothing."""

from collections.abc import Iterable

from jmap.model.stage import Stage
from jmap.rules.finding import Finding
from jmap.rules.knowledge.present import within
from jmap.rules.rule import INFO, STRICT, Rule
from jmap.rules.scene import Scene


class MacroWithoutDetail(Rule[Stage]):
    """A stage of a macro map opens no journey that shows it closely.

    The large map tells where to look, and the close one what to do. A stage without one is steered
    by averages. Start small: one close map of the stage that hurts most.

    Looks at maps of `level macro` only. It is enough that a touchpoint of the stage opens a
    journey.
    """

    tags = ("stages", "framing")
    severity = INFO
    profiles = (STRICT,)
    good = """
journey broadband "Broadband at home" {
  level macro
  stage order "Order" { opens ordering }
}
journey ordering "Ordering a line" {
  level mid
  stage choose "Choose a tariff"
}
"""
    bad = """
journey broadband "Broadband at home" {
  level macro
  stage order "Order"
}
"""

    def check(self, item: Stage, scene: Scene) -> Iterable[Finding]:
        if scene.journey is None or scene.journey.level != "macro":
            return
        if all(place.opens is None for place in within(item)):
            yield Finding(
                f"no journey shows the stage `{item.id}` closely",
                "map what customers go through there, and name that journey: opens …",
            )
