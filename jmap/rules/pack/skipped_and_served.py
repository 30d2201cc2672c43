"""Channels that a stage leaves out and serves."""

from collections.abc import Iterable

from jmap.model.forms import reference_key, reference_name
from jmap.model.stage import Stage
from jmap.model.touchpoint import Touchpoint
from jmap.rules.finding import Also, Finding
from jmap.rules.knowledge.serving import serving
from jmap.rules.rule import DEFAULT, Rule
from jmap.rules.scene import Scene


class SkippedAndServed(Rule[Stage]):
    """A stage leaves out a channel on purpose, and has a touchpoint on it.

    One of the two is not so: either the touchpoint came later and the reason no longer holds, or it
    stands on the wrong channel. Readers who meet both trust neither.

    Retired and missing touchpoints serve nobody; planned ones do only in a journey of `state
    future`.
    """

    tags = ("channels", "contradictions")
    profiles = (DEFAULT,)
    good = """
journey refund "Getting a refund" {
  stage ask "Ask" {
    skip "Live chat" "A refund needs a written request"
    touchpoint form on "Website" "Fills in the form"
  }
}
"""
    bad = """
journey refund "Getting a refund" {
  stage ask "Ask" {
    skip "Live chat" "A refund needs a written request"
    touchpoint bot on "Live chat" "Asks the chat where to write to"
  }
}
"""

    def check(self, item: Stage, scene: Scene) -> Iterable[Finding]:
        if not item.skips or scene.journey is None:
            return
        served: dict[str, Touchpoint] = {}
        for touchpoint in serving(item, scene.journey):
            if touchpoint.channel is not None:
                served.setdefault(reference_key(touchpoint.channel), touchpoint)
        for nth, skip in enumerate(item.skips):
            there = served.get(reference_key(skip.channel))
            if there is not None:
                yield Finding(
                    f"`{item.id}` leaves out `{reference_name(skip.channel)}`, and `{there.id}` "
                    "serves customers on it",
                    f"delete the `skip`, or put `{there.id}` on another channel",
                    field="skips",
                    nth=nth,
                    also=(Also(there, "serves customers on this channel"),),
                )
