"""Maps on which no customer is heard."""

from collections.abc import Iterable

from jmap.model.experience import Experience
from jmap.model.journey import Journey
from jmap.rules.finding import Finding
from jmap.rules.rule import CONTACT_CENTRE, INFO, STRICT, Rule
from jmap.rules.scene import Scene


class JourneyWithoutCustomerVoice(Rule[Journey]):
    """A map holds no word of a customer: no quote, no feedback and no evidence.

    A map drawn from inside says what the organisation believes of its customers. One sentence that
    somebody really said, or one place where customers are listened to, corrects more of it than
    another workshop.

    A quote of one of its personas counts, as does say, feedback or evidence anywhere on the map. A
    journey of the future has nobody to listen to yet and is not looked at, nor is a retired one.
    """

    tags = ("evidence", "experience")
    severity = INFO
    profiles = (STRICT, CONTACT_CENTRE)
    good = """
journey fridge "My fridge has stopped cooling" {
  stage talk "Talk to an expert" {
    say "Just tell me on which day and at what time you will come."
  }
}
"""
    bad = """
journey fridge "My fridge has stopped cooling" {
  stage talk "Talk to an expert" {
    think "How often do I have to explain this?"
  }
}
"""

    def check(self, item: Journey, scene: Scene) -> Iterable[Finding]:
        if item.state == "future" or item.status == "retired" or _is_heard(item, scene):
            return
        yield Finding(
            "no customer is heard on this map: it has no quote, no feedback and no evidence",
            'write down what somebody said: say "…"; how you listen: feedback "…"; or what the '
            'map rests on: evidence "…"',
        )


def _is_heard(journey: Journey, scene: Scene) -> bool:
    personas = map(scene.persona, journey.personas)
    if journey.evidence or any(one and (one.quote or one.evidence) for one in personas):
        return True
    places: list[Experience] = [*journey.stages, *journey.touchpoints]
    return any(
        place.say or place.feedback or place.evidence or any(pain.evidence for pain in place.pains)
        for place in places
    )
