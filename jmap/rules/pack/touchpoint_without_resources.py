"""Staff who are left alone at a touchpoint."""

from collections.abc import Iterable

from jmap.model.presence import is_there
from jmap.model.touchpoint import Touchpoint
from jmap.rules.finding import Finding
from jmap.rules.knowledge.serving import is_staffed
from jmap.rules.rule import CONTACT_CENTRE, INFO, STRICT, Rule
from jmap.rules.scene import Scene


class TouchpointWithoutResources(Rule[Touchpoint]):
    """A touchpoint is on a channel with staff, and nothing says what they work with.

    Who answers without the customer's history, a script, or the right to grant a credit can only be
    friendly and pass the call on. A list of what staff have at hand shows what they lack.

    It speaks of touchpoints on channels of the kinds `phone`, `chat`, `email` and `meeting` that
    have neither `resource` nor `guideline`; a guideline of the channel counts as well. Where
    `kind event` or `kind friction` stands, such as in a queue or a waiting room, nobody serves, and
    nothing is asked. Planned, missing and retired touchpoints are left in peace.
    """

    severity = INFO
    tags = ("experience",)
    profiles = (STRICT, CONTACT_CENTRE)
    good = """
channel phone "Phone" { kind phone }
journey refund "Getting a refund" {
  stage ask "Ask" {
    touchpoint call on phone "Calls the service line" {
      resource "Parcel history on one screen"
      resource "Right to refund up to 50 without asking"
    }
  }
}
"""
    bad = """
channel phone "Phone" { kind phone }
journey refund "Getting a refund" {
  stage ask "Ask" {
    touchpoint call on phone "Calls the service line"
  }
}
"""

    def check(self, item: Touchpoint, scene: Scene) -> Iterable[Finding]:
        channel = scene.channel(item.channel)
        if item.resources or item.guideline or (channel and channel.guideline):
            return
        if scene.journey is None or not is_there(item, scene.journey):
            return
        if item.kind in (None, "interaction") and is_staffed(item, scene):
            yield Finding(
                f"`{item.id}` is on a channel with staff, and nothing says what they work with",
                'name a tool, a script or a right: resource "…", or say how: guideline "…"',
            )
