"""Staffed channels without hours."""

from collections.abc import Iterable

from jmap.model.channel import Channel
from jmap.rules.finding import Finding
from jmap.rules.knowledge.serving import is_in_use
from jmap.rules.rule import CONTACT_CENTRE, INFO, STRICT, Rule
from jmap.rules.scene import Scene

_OPENS = frozenset({"phone", "chat", "meeting"})


class ChannelWithoutHours(Rule[Channel]):
    """Nothing is said of when a phone, a chat or a desk is open.

    An answer within 20 seconds is worth nothing on a Friday evening when the line is closed until
    Monday. The hours say for whom a channel is there at all: carers and shift workers come when
    offices sleep.

    It speaks of channels of the kinds `phone`, `chat` and `meeting` that serve a touchpoint.
    """

    severity = INFO
    tags = ("channels", "promises")
    profiles = (STRICT, CONTACT_CENTRE)
    good = """
channel phone "Phone" {
  kind phone
  hours "Every day, 7 to 22"
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
        if item.hours is not None or item.kind not in _OPENS or not is_in_use(item, scene):
            return
        yield Finding(
            f"nothing says when `{item.id}` is open",
            'say it in words: hours "Monday to Friday, 8 to 17"',
        )
