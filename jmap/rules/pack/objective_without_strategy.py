"""Objectives that serve no line of the strategy."""

from collections.abc import Iterable

from jmap.model.journey import Journey
from jmap.rules.finding import Finding
from jmap.rules.rule import INFO, STRICT, Rule
from jmap.rules.scene import Scene
from jmap.syntax.shorten import shorten


class ObjectiveWithoutStrategy(Rule[Journey]):
    """An objective of the organisation names no line of its strategy.

    An objective that serves no strategy is the wish of whoever drew the map: it is the first to
    lose its budget, and often works against the objective of the map next door. One that names the
    line it serves can be weighed against the others.
    """

    tags = ("framing",)
    severity = INFO
    profiles = (STRICT,)
    good = """
journey refund "Getting a refund" {
  objective "Halve the calls about refunds" serves "Easy to deal with"
}
"""
    bad = """
journey refund "Getting a refund" {
  objective "Halve the calls about refunds"
}
"""

    def check(self, item: Journey, scene: Scene) -> Iterable[Finding]:
        for objective in item.objectives:
            if objective.serves is None:
                yield Finding(
                    f'the objective "{shorten(objective.text)}" serves no line of the strategy',
                    'name the line: objective "…" serves "…"',
                    item=objective,
                )
