"""Channels that nobody answers for."""

from collections.abc import Iterable

from jmap.model.channel import Channel
from jmap.rules.finding import Finding
from jmap.rules.knowledge.serving import is_in_use
from jmap.rules.rule import INFO, STRICT, Rule
from jmap.rules.scene import Scene


class ChannelWithoutOwner(Rule[Channel]):
    """A channel that serves customers has no owner.

    Its touchpoints belong to many teams, and each sees its own. Whether the phone is answered in
    the same way in every stage, and whether its promise is kept, is a question for one who looks at
    the whole channel.
    """

    severity = INFO
    tags = ("ownership", "channels")
    profiles = (STRICT,)
    good = """
channel phone "Phone" {
  kind phone
  owner "Contact centre"
}
journey refund "Getting a refund" {
  stage ask "Ask" {
    touchpoint call on phone "Calls the service line"
  }
}
"""
    bad = """
channel phone "Phone" {
  kind phone
}
journey refund "Getting a refund" {
  stage ask "Ask" {
    touchpoint call on phone "Calls the service line"
  }
}
"""

    def check(self, item: Channel, scene: Scene) -> Iterable[Finding]:
        if item.owner is not None or not is_in_use(item, scene):
            return
        yield Finding(f"nobody answers for the channel `{item.id}`", "name a team: owner …")
