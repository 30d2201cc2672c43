"""Stages that nobody can pass without a screen."""

from collections import Counter
from collections.abc import Iterable, Iterator

from jmap.model.channel import Channel
from jmap.model.journey import Journey
from jmap.model.stage import Stage
from jmap.model.touchpoint import Touchpoint
from jmap.rules.finding import Finding
from jmap.rules.knowledge.course import course
from jmap.rules.knowledge.reference import shown
from jmap.rules.knowledge.serving import serving
from jmap.rules.rule import GOVERNMENT, Rule
from jmap.rules.scene import Scene
from jmap.views.sentences import listed

_ONLINE = frozenset({"web", "app", "chat", "email", "social", "sms"})
_OFFLINE = frozenset({"phone", "letter", "meeting"})


class DigitalOnlyStage(Rule[Stage]):
    """A stage can only be passed online, and nothing says why nobody can call, write or come by.

    A public service has no customers to choose from: whoever has no device, no signal, tired hands
    or nobody to help must get through as well. One stage without another way closes the whole
    journey to them.

    A phone call, a letter and a visit are other ways, whatever carries them. Channels of other
    kinds are judged by their `mode`. It is silent where that is not known of every channel of the
    stage, and where `skip` gives the reason for leaving another way out. Nobody has to get through
    what only informs, a touchpoint of `kind event`; and a stage that a path leaves out, on the way
    to a later one and not by a screen alone, need not be passed at all.
    """

    tags = ("channels",)
    profiles = (GOVERNMENT,)
    good = """
channel website "Website" { kind web }
channel desk "Service desk" { kind meeting }
journey permit "Renewing a permit" {
  stage apply "Apply" {
    touchpoint form on website "Fills in the form"
    touchpoint papers on desk "Brings the papers"
  }
  stage follow "Follow the case" {
    skip desk "The desk sees no more than the status page shows"
    touchpoint status on website "Looks up the status"
  }
}
"""
    bad = """
channel website "Website" { kind web }
channel app "App" { kind app }
journey permit "Renewing a permit" {
  stage apply "Apply" {
    touchpoint form on website "Fills in the form"
    touchpoint photo on app "Takes a picture of the papers"
  }
}
"""

    def check(self, item: Stage, scene: Scene) -> Iterable[Finding]:
        journey = scene.journey
        if journey is None or _is_explained(item, scene):
            return
        touchpoints = [one for one in serving(item, journey) if one.kind != "event"]
        if not touchpoints or not all(_is_online(one, scene) for one in touchpoints):
            return
        if item.id in _left_out(journey, scene):
            return
        names = dict.fromkeys(shown(one.channel) for one in touchpoints if one.channel)
        yield Finding(
            f"`{item.id}` can only be passed online, by {listed(names)}",
            "add a touchpoint by phone, by post or in person, or say why not: skip phone "
            '"the reason"',
        )


def _is_online(touchpoint: Touchpoint, scene: Scene) -> bool:
    """Whether a touchpoint surely needs a screen."""
    channel = scene.channel(touchpoint.channel)
    if channel is None or channel.kind in _OFFLINE or touchpoint.mode == "physical":
        return False
    return channel.kind in _ONLINE or (touchpoint.mode or channel.mode) == "digital"


def _left_out(journey: Journey, scene: Scene) -> frozenset[str]:
    """The stages that some path on which all goes well leads around, and not online alone."""
    return scene.survey.once(("left out", id(journey)), lambda: frozenset(_around(journey, scene)))


def _around(journey: Journey, scene: Scene) -> Iterator[str]:
    order = {stage.id: at for at, stage in enumerate(journey.stages)}
    ending: Counter[int] = Counter()
    calling: Counter[int] = Counter()
    for path in journey.paths:
        visits = [] if path.negative else list(course(path, journey, scene))
        if all(_is_online(visit.touchpoint, scene) for visit in visits):
            continue
        met = {order[visit.stage.id] for visit in visits}
        ending[max(met)] += 1
        calling.update(met - {max(met)})
    # From the last stage back: more paths go on behind a stage than call at it.
    beyond = 0
    for name, at in reversed(order.items()):
        if beyond > calling[at]:
            yield name
        beyond += ending[at]


def _is_explained(stage: Stage, scene: Scene) -> bool:
    channels = (scene.channel(skip.channel) for skip in stage.skips)
    return any(channel is None or _may_be_offline(channel) for channel in channels)


def _may_be_offline(channel: Channel) -> bool:
    return channel.kind in _OFFLINE or (channel.kind not in _ONLINE and channel.mode != "digital")
