"""Maps that nobody has walked through as a customer."""

from collections.abc import Iterable

from jmap.model.journey import Journey
from jmap.rules.finding import Finding
from jmap.rules.knowledge.serving import is_lived
from jmap.rules.rule import INFO, STRICT, Rule
from jmap.rules.scene import Scene


class NeverWalked(Rule[Journey]):
    """Nobody has gone through the journey in the customer's shoes.

    A map drawn at a table shows how the service was meant to be. Whoever takes the journey finds
    the number that no longer answers and the letter that cannot be understood.

    A test of the kind `walkthrough` or `mystery-shopping` counts. Silent about journeys as they
    should be, about maps that show many journeys at once (`level macro`), and about retired ones.
    """

    tags = ("upkeep", "evidence")
    severity = INFO
    profiles = (STRICT,)
    good = """
journey refund "Getting a refund" {
  tested 2026-09-17 mystery-shopping "The number on the receipt does not answer"
}
"""
    bad = """
journey refund "Getting a refund" {
  tested 2026-09-17 interview "Six customers were asked"
}
"""

    def check(self, item: Journey, scene: Scene) -> Iterable[Finding]:
        if not is_lived(item) or item.level == "macro":
            return
        if any(one.kind in ("walkthrough", "mystery-shopping") for one in item.tested):
            return
        yield Finding(
            "nobody has gone through this journey as a customer",
            'do it, and write what it showed: tested … walkthrough "…"',
        )
