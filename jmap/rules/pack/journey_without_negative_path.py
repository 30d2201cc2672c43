"""Maps on which nothing ever goes wrong."""

from collections.abc import Iterable

from jmap.model.journey import Journey
from jmap.rules.finding import Finding
from jmap.rules.rule import CONTACT_CENTRE, GOVERNMENT, STRICT, Rule
from jmap.rules.scene import Scene


class JourneyWithoutNegativePath(Rule[Journey]):
    """A journey has no path that shows what happens when things go wrong.

    Complaints, refusals and failures are part of every service. How they are met is remembered
    longer than the days on which all went well, and a map without them leaves it to chance.
    """

    tags = ("paths",)
    profiles = (CONTACT_CENTRE, GOVERNMENT, STRICT)
    good = """
journey refund "Getting a refund" {
  stage ask "Ask for the money" {
    touchpoint call on "Phone" "Service line"
    touchpoint lead on "Phone" "Team lead calls back"
  }
  path refused negative "The refund is refused" {
    trigger "The parcel cannot be found"
    step call
    step lead
  }
}
"""
    bad = """
journey refund "Getting a refund" {
  stage ask "Ask for the money" {
    touchpoint call on "Phone" "Service line"
    touchpoint lead on "Phone" "Team lead calls back"
  }
  path usual "The money comes back" {
    step call
  }
}
"""

    def check(self, item: Journey, scene: Scene) -> Iterable[Finding]:
        if any(item.touchpoints) and not any(path.negative for path in item.paths):
            yield Finding(
                "no path shows what happens when things go wrong",
                'add one, from what sets it off to how it is put right: path failed negative "…"',
            )
