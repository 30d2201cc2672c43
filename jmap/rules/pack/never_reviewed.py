"""Maps that nobody has agreed to keep true."""

from collections.abc import Iterable

from jmap.model.journey import Journey
from jmap.rules.finding import Finding
from jmap.rules.rule import INFO, STRICT, Rule
from jmap.rules.scene import Scene


class NeverReviewed(Rule[Journey]):
    """A map does not say when it was last checked against reality, or how often it must be.

    A reader cannot tell a map of last week from one of three years ago. With a day and an interval
    it can be told when it is no longer to be relied on.

    Silent about retired maps.
    """

    tags = ("upkeep",)
    severity = INFO
    profiles = (STRICT,)
    good = """
journey refund "Getting a refund" {
  reviewed 2026-10-04 every 90d
}
"""
    bad = """
journey refund "Getting a refund" {
  reviewed 2026-10-04
}
journey complaint "Making a complaint"
"""

    def check(self, item: Journey, scene: Scene) -> Iterable[Finding]:
        if item.status == "retired" or (item.reviewed and item.reviewed.every):
            return
        if item.reviewed is None:
            yield Finding(
                "nothing says when the map was last checked against reality",
                "write the day, and how often it must be: reviewed … every 6mo",
            )
            return
        yield Finding(
            "nothing says how often the map must be reviewed",
            f"write it behind the day: reviewed {item.reviewed.on.isoformat()} every 6mo",
            field="reviewed",
        )
