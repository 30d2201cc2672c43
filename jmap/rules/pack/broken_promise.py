"""Channels that answer later than they promise."""

from collections.abc import Iterable

from jmap.gaps import Gap
from jmap.model.channel import Channel
from jmap.model.lines import Responds
from jmap.model.presence import is_there
from jmap.model.quantity import Duration
from jmap.model.touchpoint import Touchpoint
from jmap.rules.finding import Also, Finding
from jmap.rules.knowledge.serving import is_lived
from jmap.rules.rule import DEFAULT, Rule
from jmap.rules.scene import Scene
from jmap.views.numbers import quantity_text


class BrokenPromise(Rule[Touchpoint]):
    """Customers wait longer for an answer than the channel promises, or too few get theirs in time.

    A promise sets what customers expect: late by our own clock annoys more than slow. Whoever
    cannot keep a promise should change the work or the promise, and know which.

    Only what is surely about answering is held against `responds`: a touchpoint's time where the
    promised limit is also what is desired or intended there; a measured duration whose metric has
    the limit as its target or window; a share of answers in time whose metric has it as its window.
    A time that stands alone is taken for the usual one: a share measured within the limit, such as
    `current 1974/4200`, says more. Journeys to come, planned and retired touchpoints are not
    judged.
    """

    tags = ("promises", "channels", "gaps")
    profiles = (DEFAULT,)
    good = """
channel chat "Live chat" {
  kind chat
  responds 90% within 3m
}
journey quote "Asking for a quote" {
  stage ask "Ask" {
    touchpoint first-answer on chat "Asks in the chat" {
      current 2m
      desired 3m
    }
  }
}
"""
    bad = """
channel chat "Live chat" {
  kind chat
  responds 90% within 3m
}
metric in-time "Answered within three minutes" {
  kind rate
  window 3m
}
journey quote "Asking for a quote" {
  stage ask "Ask" {
    touchpoint first-answer on chat "Asks in the chat" {
      current 7m
      desired 3m
      measure in-time { current 412/640 }
    }
  }
}
"""

    def check(self, item: Touchpoint, scene: Scene) -> Iterable[Finding]:
        channel = scene.channel(item.channel)
        if channel is None or channel.responds is None:
            return
        journey = scene.journey
        if journey is None or not is_lived(journey) or not is_there(item, journey):
            return
        for gap in scene.gaps().get(scene.address, ()):
            if gap.promise is not None and gap.promise < 0:
                yield _finding(item, gap, channel, channel.responds)


def _finding(item: Touchpoint, gap: Gap, channel: Channel, responds: Responds) -> Finding:
    actual = quantity_text(gap.actual, "en")
    late = isinstance(gap.actual, Duration)
    answered = f"takes {actual} to answer" if late else f"answers {actual} in time"
    share = f"{quantity_text(responds.share, 'en')} " if responds.share else "an answer "
    promise = f"{share}within {quantity_text(responds.within, 'en')}"
    return Finding(
        f"`{item.id}` {answered}; `{channel.id}` promises {promise}",
        "find out what holds answers up, or promise what can be kept: responds … within …",
        item=gap.measure,
        field="current",
        also=(Also(channel, "the promise", "responds"),),
    )
