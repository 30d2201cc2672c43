"""Workspaces that know quiet days only."""

from collections.abc import Iterable

from jmap.model.journey import Journey
from jmap.rules.finding import Finding
from jmap.rules.rule import INFO, STRICT, Rule
from jmap.rules.scene import Scene

_HARD_TIMES = ("peak", "crisis")


class JourneyWithoutCrisisMode(Rule[Journey]):
    """A journey is mapped at large, and none of the workspace is drawn for a peak or a crisis.

    Customers judge by the worst day: the storm, the outage, the last week before the holidays. What
    is planned for normal times breaks then, and a map of that day shows where.

    Looks at maps of `level macro` only. One journey of the workspace in `mode peak` or `mode
    crisis` is enough.
    """

    tags = ("framing",)
    severity = INFO
    profiles = (STRICT,)
    good = """
journey power "Electricity at home" {
  level macro
  stage use "Use it every day"
}
journey power-storm "Electricity at home, after a storm" {
  extends power
  mode crisis
}
"""
    bad = """
journey power "Electricity at home" {
  level macro
  stage use "Use it every day"
}
"""

    def check(self, item: Journey, scene: Scene) -> Iterable[Finding]:
        if item.level == "macro" and not scene.survey.once(self.name, lambda: _prepared(scene)):
            yield Finding(
                "no journey of the workspace is drawn for a peak or a crisis",
                "restate what is different then: journey … { extends … mode crisis }",
            )


def _prepared(scene: Scene) -> bool:
    return any(journey.mode in _HARD_TIMES for journey in scene.workspace.journeys)
