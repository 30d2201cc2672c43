"""Channels of which a stage says nothing at all."""

from collections.abc import Iterable, Mapping
from itertools import chain, islice

from jmap.model.journey import Journey
from jmap.model.stage import Stage
from jmap.rules.finding import Finding
from jmap.rules.knowledge.reference import meant, shown
from jmap.rules.knowledge.serving import serving
from jmap.rules.rule import GOVERNMENT, INFO, STRICT, Rule
from jmap.rules.scene import Scene
from jmap.rules.setting import Setting
from jmap.syntax.fold import fold
from jmap.views.sentences import listed

_SHOWN = 4


class UnexplainedEmptyCell(Rule[Stage]):
    """A channel of the journey neither serves a stage nor is left out there for a reason.

    Customers change channels in the middle of things, and meet a door that is not there. An empty
    cell of the map is a decision or an oversight, and only a written reason tells which.

    It looks at the declared channels that serve some stage of the journey, and at stages that have
    touchpoints; one finding a stage. Names in quotes are no rows that each stage has to fill, and
    where there is a list of kinds, channels of other kinds are none either: an examination centre
    is a step on the way, and nobody expects it in every stage. A journey that extends another
    answers for what it changes in a stage: the channels that are new to it, and the cells that it
    empties.
    """

    severity = INFO
    tags = ("channels",)
    profiles = (STRICT, GOVERNMENT)
    kinds = Setting[tuple[str, ...]](
        (),
        "The kinds of channels that every stage has to tell of; an empty list means all.",
        profiles={GOVERNMENT: ("phone", "letter", "meeting", "web", "app")},
    )
    good = """
channel phone "Phone" { kind phone }
channel website "Website" { kind web }
journey refund "Getting a refund" {
  stage ask "Ask" {
    touchpoint call on phone "Calls the service line"
    touchpoint form on website "Fills in the form"
  }
  stage paid "Get the money" {
    skip phone "Nobody is called about money that has arrived"
    touchpoint account on website "Sees the payment"
  }
}
"""
    bad = """
channel phone "Phone" { kind phone }
channel website "Website" { kind web }
journey refund "Getting a refund" {
  stage ask "Ask" {
    touchpoint call on phone "Calls the service line"
    touchpoint form on website "Fills in the form"
  }
  stage paid "Get the money" {
    touchpoint account on website "Sees the payment"
  }
}
"""

    def check(self, item: Stage, scene: Scene) -> Iterable[Finding]:
        journey = scene.journey
        if journey is None or not item.touchpoints:
            return
        known, said = self._channels(journey, scene), _said(item, scene)
        before = _before(item, journey, scene)
        asked = known if before is None else self._new(journey, scene)
        emptied = [
            key for key in before or () if key in known and key not in asked and key not in said
        ]
        # Counted and not collected, so that many stages with many channels cost no more than both.
        count = len(asked) - sum(key in asked for key in said) + len(emptied)
        silent = (known[key] for key in chain(asked, emptied) if key not in said)
        if count:
            first = [shown(name) for name in islice(silent, _SHOWN)]
            yield Finding(
                f"`{item.id}` says nothing of {listed(first, more=count - len(first))}",
                'add a touchpoint there, or say why not: skip … "the reason"',
            )

    def _channels(self, journey: Journey, scene: Scene) -> Mapping[str, str]:
        """The channels that serve a journey and are asked after, in the order of the map."""

        def found() -> dict[str, str]:
            return {
                fold(channel.id): channel.id
                for stage in journey.stages
                for touchpoint in serving(stage, journey)
                if (channel := scene.channel(touchpoint.channel)) is not None
                and (not self.kinds or channel.kind in self.kinds)
            }

        return scene.survey.once((self.name, "channels", self.kinds, id(journey)), found)

    def _new(self, journey: Journey, scene: Scene) -> Mapping[str, str]:
        """Of these, the ones that the base of a variant does without."""
        base = scene.base(journey)
        old = self._channels(base, scene) if base else {}
        return scene.survey.once(
            (self.name, "new channels", self.kinds, id(journey)),
            lambda: {
                key: name for key, name in self._channels(journey, scene).items() if key not in old
            },
        )


def _before(stage: Stage, journey: Journey, scene: Scene) -> Iterable[str] | None:
    """What the same stage of the base tells of: a variant answers for what it changes."""
    base = scene.base(journey)
    if base is None:
        return None
    stages = scene.survey.once(
        ("stages of", id(base)), lambda: {fold(one.id): one for one in base.stages}
    )
    old = stages.get(fold(stage.id))
    return _said(old, scene) if old else None


def _said(stage: Stage, scene: Scene) -> dict[str, None]:
    """The channels that a stage has or leaves out for a reason."""
    channels = [skip.channel for skip in stage.skips]
    channels += [one.channel for one in stage.touchpoints if one.channel is not None]
    return dict.fromkeys(meant("channel", name, scene) for name in channels)
