"""Strong feelings that come from nowhere."""

from collections.abc import Iterable

from jmap.model.experience import Experience
from jmap.model.lines import Feeling
from jmap.model.stage import Stage
from jmap.model.touchpoint import Touchpoint
from jmap.rules.finding import Finding
from jmap.rules.knowledge.present import lived_today
from jmap.rules.rule import INFO, STRICT, Rule
from jmap.rules.scene import Scene

_STRONG = 2


class FeelingWithoutReason(Rule[Experience]):
    """A feeling of -2 or +2 does not say why.

    What makes people angry or glad is what there is to mend or to keep. Without the reason a curve
    shows that something happened, and nobody can act on it.

    What else stands at the same place may be the reason: what customers `say`, why all is `fine`,
    the `effect` of what we do, and for a bad mood a pain. Silent in journeys of `state future`
    and about touchpoints that are planned, missing or retired, which nobody has felt yet.
    """

    tags = ("experience",)
    severity = INFO
    profiles = (STRICT,)
    good = """
journey refund "Getting a refund" {
  stage ask "Ask for the money" {
    touchpoint call on "Phone" "Service line" {
      feel -2 "worn out" because "nobody can see the parcel"
    }
  }
}
"""
    bad = """
journey refund "Getting a refund" {
  stage ask "Ask for the money" {
    touchpoint call on "Phone" "Service line" {
      feel -2 "worn out"
    }
  }
}
"""

    def check(self, item: Experience, scene: Scene) -> Iterable[Finding]:
        if (
            not item.feel
            or not isinstance(item, Stage | Touchpoint)
            or not lived_today(item, scene)
        ):
            return
        for at, feeling in enumerate(item.feel):
            if abs(feeling.level) == _STRONG and not (feeling.because or _told(item, feeling)):
                yield Finding(
                    f"nothing says why customers feel {feeling.level:+} at `{item.id}`",
                    'say what it comes from: because "…"',
                    field="feel",
                    nth=at,
                )


def _told(place: Stage | Touchpoint, feeling: Feeling) -> bool:
    """Whether something at the place may be the reason of a feeling there."""
    if place.say or (feeling.level < 0 and place.pains):
        return True
    return isinstance(place, Touchpoint) and bool(place.effect or place.fine is not None)
