"""Stages in which nobody listens."""

from collections.abc import Iterable, Iterator

from jmap.model.journey import Journey
from jmap.model.measure import Measure
from jmap.model.stage import Stage
from jmap.rules.expected import Expected
from jmap.rules.finding import Finding
from jmap.rules.knowledge.present import within
from jmap.rules.rule import INFO, STRICT
from jmap.rules.scene import Scene

_SURVEYED = ("csat", "ces", "nps")


class StageWithoutFeedback(Expected[Stage]):
    """A stage does not say how one hears from customers there.

    Where nobody listens, the first sign that something is wrong is that customers are gone.
    Listening need not be a survey: searches, abandoned forms and reasons for calling tell as much.

    Feedback of the stage or of any of its touchpoints counts, and so does a measure of
    satisfaction, effort or recommendation, because somebody asked for it.
    """

    tags = ("evidence", "stages")
    severity = INFO
    profiles = (STRICT,)
    good = """
journey refund "Getting a refund" {
  stage ask "Ask for the money" { feedback direct "One question after the call" }
  stage send "Send it back" { feedback indirect "Parcels without a label" }
  stage paid "Get the money" { feedback direct "A question by email" }
  stage wait "Wait for it" {
    touchpoint status on "Website" "Status page" { feedback indirect "Visits a day" }
  }
}
"""
    bad = """
journey refund "Getting a refund" {
  stage ask "Ask for the money" { feedback direct "One question after the call" }
  stage send "Send it back" { feedback indirect "Parcels without a label" }
  stage paid "Get the money" { feedback direct "A question by email" }
  stage wait "Wait for it" {
    touchpoint status on "Website" "Status page"
  }
}
"""

    def parts(self, journey: Journey, scene: Scene) -> Iterable[Stage]:
        return journey.stages

    def states(self, part: Stage, scene: Scene) -> bool:
        return any(place.feedback for place in within(part)) or any(
            _asked(measure, scene) for measure in _measures(part)
        )

    def missing(self, part: Stage, scene: Scene) -> Finding:
        return Finding(
            f"`{part.id}` does not say how one hears from customers",
            'name a survey, or what tells you without asking: feedback indirect "…"',
            item=part,
        )


def _measures(stage: Stage) -> Iterator[Measure]:
    return (one for place in within(stage) for one in place.measures)


def _asked(measure: Measure, scene: Scene) -> bool:
    metric = scene.metric(measure.metric)
    return metric is not None and metric.kind in _SURVEYED
