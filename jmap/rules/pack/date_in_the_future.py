"""Reviews and tests that have not taken place yet."""

from collections.abc import Iterable
from datetime import timedelta

from jmap.model.journey import Journey
from jmap.rules.finding import Finding
from jmap.rules.rule import DEFAULT, Rule
from jmap.rules.scene import Scene

_GRACE = timedelta(days=1)
"""For authors whose day begins earlier than that of the machine that checks."""


class DateInTheFuture(Rule[Journey]):
    """A map was reviewed, or a journey tested, on a day that is still to come.

    Mostly it is a slip of the year. Left as it is the map counts as fresh for longer than it is,
    and nobody is reminded to look at it.

    A day's grace is given, for authors far to the east.
    """

    tags = ("upkeep", "contradictions")
    profiles = (DEFAULT,)
    good = """
journey refund "Getting a refund" {
  reviewed 2026-10-04 every 90d
  tested 2026-09-17 walkthrough "The form timed out twice"
}
"""
    bad = """
journey refund "Getting a refund" {
  reviewed 2062-10-04 every 90d
  tested 2062-09-17 walkthrough "The form timed out twice"
}
"""

    def check(self, item: Journey, scene: Scene) -> Iterable[Finding]:
        latest = scene.today + _GRACE
        if item.reviewed is not None and item.reviewed.on > latest:
            yield Finding(
                f"the map was reviewed on {item.reviewed.on.isoformat()}, which is still to come",
                "write the day on which it was last checked",
                field="reviewed",
            )
        for nth, test in enumerate(item.tested):
            if test.on > latest:
                yield Finding(
                    f"the journey was tested on {test.on.isoformat()}, which is still to come",
                    "write the day on which it was tested",
                    field="tested",
                    nth=nth,
                )
