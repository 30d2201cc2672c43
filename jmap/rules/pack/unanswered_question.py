"""Questions of the customer that no touchpoint answers."""

from collections.abc import Iterable

from jmap.model.journey import Journey
from jmap.model.question import Question
from jmap.rules.expected import Expected
from jmap.rules.finding import Finding
from jmap.rules.rule import DEFAULT
from jmap.rules.scene import Scene
from jmap.syntax.fold import fold
from jmap.syntax.shorten import shorten


class UnansweredQuestion(Expected[Question]):
    """A question of the customer is answered by no touchpoint.

    Customers go on when they know what they wanted to know. A question that the journey leaves open
    does not go away: it comes back as a call, or the customer asks somebody else and stays there.

    Nothing is said as long as fewer than three questions are answered, or many are not: such a map
    only collects them. The strict profile asks for every answer. What a retired touchpoint answered
    is open again.
    """

    tags = ("framing", "experience")
    profiles = (DEFAULT,)
    good = """
journey fridge "My fridge has stopped cooling" {
  question cost "What will it cost?"
  question day "When will they come?"
  question food "What do I do with the food until then?"
  question parts "Do they have the part with them?"
  stage talk "Talk to an expert" {
    touchpoint call on "Phone" "Call" { answers cost; answers day; answers food }
    touchpoint text on "Text message" "The day and the part" { answers parts }
  }
}
"""
    bad = """
journey fridge "My fridge has stopped cooling" {
  question cost "What will it cost?"
  question day "When will they come?"
  question food "What do I do with the food until then?"
  question parts "Do they have the part with them?"
  stage talk "Talk to an expert" {
    touchpoint call on "Phone" "Call" { answers cost; answers day; answers food }
  }
}
"""

    def parts(self, journey: Journey, scene: Scene) -> Iterable[Question]:
        return () if journey.status == "retired" else journey.questions

    def states(self, part: Question, scene: Scene) -> bool:
        journey = scene.journey
        if part.id is None or journey is None:
            return False
        answered = scene.survey.once(("answered", id(journey)), lambda: _answered(journey))
        return fold(part.id) in answered

    def missing(self, part: Question, scene: Scene) -> Finding:
        name = part.id or "some-id"
        first = "" if part.id else 'give it an id: question some-id "…"; '
        return Finding(
            f'no touchpoint answers "{shorten(part.text)}"',
            f"{first}say at the touchpoint that does: answers {name}",
            item=part,
        )


def _answered(journey: Journey) -> frozenset[str]:
    return frozenset(
        fold(question)
        for touchpoint in journey.touchpoints
        if touchpoint.status != "retired"
        for question in touchpoint.answers
    )
