"""Channels that were opened without a plan."""

from collections.abc import Iterable

from jmap.model.channel import Channel
from jmap.rules.finding import Finding
from jmap.rules.knowledge.serving import is_in_use
from jmap.rules.rule import INFO, STRICT, Rule
from jmap.rules.scene import Scene


class ChannelWithoutPlan(Rule[Channel]):
    """Nothing is said of how a channel is meant to please, nor of how staff should behave in it.

    A good experience on a channel is planned or it is luck: it hangs on who happens to answer. Two
    sentences will do, one on what the channel is for and one for those who serve it.

    It asks for `plan` or `guideline`, of channels that serve a touchpoint.
    """

    severity = INFO
    tags = ("channels",)
    profiles = (STRICT,)
    good = """
channel phone "Phone" {
  kind phone
  plan "One call is enough for one problem"
  guideline "Read the history first, then ask"
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
        if item.plan or item.guideline or not is_in_use(item, scene):
            return
        yield Finding(
            f"nothing says how `{item.id}` is meant to please",
            'say what it is for: plan "…", and how staff should behave: guideline "…"',
        )
