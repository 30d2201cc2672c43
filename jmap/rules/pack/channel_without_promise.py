"""Channels on which customers cannot know when they will be answered."""

from collections.abc import Iterable

from jmap.model.channel import Channel
from jmap.model.journey import Journey
from jmap.model.presence import is_there
from jmap.rules.expected import ALWAYS, BEGUN
from jmap.rules.finding import Finding
from jmap.rules.knowledge.serving import is_in_use
from jmap.rules.rule import CONTACT_CENTRE, DEFAULT, STRICT, Rule
from jmap.rules.scene import Scene
from jmap.rules.setting import Setting
from jmap.syntax.fold import fold


class ChannelWithoutPromise(Rule[Channel]):
    """A channel on which customers wait for an answer promises none within any time.

    Who writes an email and hears nothing calls, and then calls again: the silence of one channel is
    the queue of the next. An answer within a day, within minutes, or at once: what counts is that
    it is said, so that it can be kept.

    It speaks of channels of the kinds set here that serve a touchpoint. By default one is held to
    what the others in its journey say: at least two of them promise a time, and two thirds of all.
    The strict and the contact-centre profile ask always. Text messages go one way as a rule; add
    `sms` to the kinds where customers write back.
    """

    tags = ("promises", "channels")
    profiles = (DEFAULT,)
    kinds = Setting(
        ("phone", "chat", "email"), "The kinds of channel on which customers wait for an answer."
    )
    demand = Setting(
        BEGUN,
        "When to speak: once most such channels of a journey state a promise, or always.",
        choices=(BEGUN, ALWAYS),
        profiles={STRICT: ALWAYS, CONTACT_CENTRE: ALWAYS},
    )
    good = """
channel phone "Phone" {
  kind phone
  responds 80% within 20s
}
channel chat "Chat" {
  kind chat
  responds 90% within 3m
}
channel email "Email" {
  kind email
  responds 95% within 24h
}
journey quote "Asking for a quote" {
  stage ask "Ask" {
    touchpoint call on phone "Calls sales"
    touchpoint talk on chat "Asks in the chat"
    touchpoint inbox on email "Writes to sales"
  }
}
"""
    bad = """
channel phone "Phone" {
  kind phone
  responds 80% within 20s
}
channel chat "Chat" {
  kind chat
  responds 90% within 3m
}
channel email "Email" {
  kind email
}
journey quote "Asking for a quote" {
  stage ask "Ask" {
    touchpoint call on phone "Calls sales"
    touchpoint talk on chat "Asks in the chat"
    touchpoint inbox on email "Writes to sales"
  }
}
"""

    def check(self, item: Channel, scene: Scene) -> Iterable[Finding]:
        if item.responds is not None or not self._answers(item, scene):
            return
        if self.demand == BEGUN and fold(item.id) not in self._expected(scene):
            return
        yield Finding(
            f"customers on `{item.id}` cannot know when they will be answered",
            "promise a time, and for what share of contacts: responds 90% within 24h",
        )

    def _answers(self, channel: Channel, scene: Scene) -> bool:
        return channel.kind in self.kinds and is_in_use(channel, scene)

    def _expected(self, scene: Scene) -> frozenset[str]:
        """The channels, folded, of all journeys in which most promise an answer in time."""
        return scene.survey.once(
            (self.name, self.kinds),
            lambda: frozenset(
                name for journey in scene.workspace.journeys for name in self._begun(journey, scene)
            ),
        )

    def _begun(self, journey: Journey, scene: Scene) -> frozenset[str]:
        used = (one.channel for one in journey.touchpoints if is_there(one, journey))
        met = {fold(name): scene.channel(name) for name in used if isinstance(name, str)}
        asked = {name: one for name, one in met.items() if one and one.kind in self.kinds}
        promising = sum(one.responds is not None for one in asked.values())
        begun = promising >= 2 and 3 * promising >= 2 * len(asked)
        return frozenset(asked) if begun else frozenset()
