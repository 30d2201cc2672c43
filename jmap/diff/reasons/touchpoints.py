"""Places where customers and we meet: they come and go, and change their channel."""

from dataclasses import replace

from jmap.diff.reason import Name, Reason, because
from jmap.diff.reasons.bringing import brings
from jmap.diff.reasons.promises import promise_of_another
from jmap.diff.reasons.serving import channel_left, is_served, plural, those_who_prefer
from jmap.diff.reasons.words import called, itself, titled
from jmap.diff.references import meant
from jmap.diff.weighers import Case, weighs
from jmap.diff.weight import Weight, better, neutral, worse
from jmap.model.forms import AdHoc, reference_key
from jmap.model.presence import is_there
from jmap.model.stage import Stage
from jmap.model.touchpoint import Touchpoint
from jmap.syntax.fold import fold


@weighs("touchpoint", kinds=("removed",))
def touchpoint_removed(case: Case) -> Weight | None:
    """A touchpoint is gone."""
    touchpoint: Touchpoint = case.part
    journey = case.before.journey
    if journey is None or not is_there(touchpoint, journey):
        return _never_there(touchpoint)
    left = _with_its_ending(case, _no_longer_there(case, touchpoint))
    return _gone(_with_its_pains(case, left))


@weighs("touchpoint", kinds=("moved",))
def touchpoint_moved(case: Case) -> Weight | None:
    """A touchpoint stands in another stage."""
    if not case.change.origin or case.after.stage is None or case.before.stage is None:
        return None
    stages = {"stage": called(case.after.stage), "was": called(case.before.stage)}
    return neutral("touchpoint-moved", "meets-in-instead", them=itself(case.part), **stages)


@weighs("touchpoint", kinds=("renamed",))
def touchpoint_renamed(case: Case) -> Weight | None:
    """A touchpoint has another id, and people call it something else."""
    former = case.former
    if former is None or not former.title or former.title == case.part.title:
        return None
    return neutral("touchpoint-renamed", "was-called", was=called(former))


@weighs("stage", kinds=("moved",))
def stage_moved(case: Case) -> Weight | None:
    """Customers come to a stage sooner or later on their way."""
    journey, stage = case.after.journey, case.after.stage
    if journey is None or stage is None:
        return None
    at = [fold(one.id) for one in journey.stages].index(fold(stage.id))
    if not at:
        return neutral("stage-reordered", "comes-first")
    return neutral("stage-reordered", "comes-after", stage=called(journey.stages[at - 1]))


def _never_there(touchpoint: Touchpoint) -> Weight | None:
    if touchpoint.status != "planned":
        return None
    return worse("plan-dropped", "planned-no-more", it=itself(touchpoint))


def _no_longer_there(case: Case, touchpoint: Touchpoint) -> Weight:
    channel, after = touchpoint.channel, case.after
    lost = _unanswered(case, touchpoint)
    if channel is not None and not is_served(after, channel, case):
        left = channel_left(case, channel)
        also = because("and-nothing-answers", said=left.why, questions=lost)
        return replace(left, why=also, gist=left.why) if lost else left
    if lost:
        return worse("answer-lost", "nothing-answers", questions=lost)
    it = itself(touchpoint)
    if channel is None:
        return neutral("touchpoint-dropped", "not-met", them=it)
    name = titled("channel", channel, after.index)
    return neutral("touchpoint-dropped", "not-met-but-served", them=it, channel=name)


def _gone(weight: Weight) -> Weight:
    """That a touchpoint itself is gone, where something else is said of that."""
    if weight.name == "touchpoint-dropped":
        return weight
    gist = because("is-gone", said=weight.gist) if weight.gist.key else weight.gist
    return replace(weight, why=because("is-gone", said=weight.why), gist=gist)


def _with_its_pains(case: Case, weight: Weight) -> Weight:
    """That pains went with the touchpoint that they were told of; nobody says they are eased."""
    after, touchpoint = case.after.parts, case.part
    pains = tuple(
        called(pain) for pain in touchpoint.pains if after is None or not after.holds(pain)
    )
    if not pains:
        return weight
    gist = weight.gist if weight.gist.key else weight.why
    return replace(weight, why=because("and-pains-go", said=weight.why, pains=pains), gist=gist)


def _with_its_ending(case: Case, weight: Weight) -> Weight:
    """That what made it end well there is told nowhere any more."""
    ending, journey = case.part.resolution, case.after.journey
    if (
        not ending
        or journey is None
        or any(one.resolution == ending for one in journey.touchpoints)
    ):
        return weight
    gist = weight.gist if weight.gist.key else weight.why
    why = because("and-ending-goes", said=weight.why, old=Name(ending))
    return replace(weight, why=why, gist=gist)


def _still_led_to(case: Case, weight: Weight) -> Weight:
    """That paths of customers lead to where nobody serves them."""
    journey, here = case.after.journey, fold(case.part.id)
    paths = tuple(
        called(path)
        for path in (journey.paths if journey is not None else ())
        if any(fold(step.touchpoint) == here for step in path.steps)
    )
    if not paths:
        return weight
    return replace(weight, why=because("and-led-to", said=weight.why, paths=paths), gist=weight.why)


def _unanswered(case: Case, touchpoint: Touchpoint) -> tuple[Name, ...]:
    """The questions of the journey that only this touchpoint answered."""
    parts = case.after.parts
    if parts is None:
        return ()
    asked = {fold(one.id): one for one in parts.journey.questions if one.id}
    lost = [name for name in map(fold, touchpoint.answers) if not parts.answering.get(name)]
    return tuple(called(asked[name]) for name in lost if name in asked)


@weighs("touchpoint", kinds=("added",))
def touchpoint_added(case: Case) -> Weight | None:
    """A touchpoint is new; a channel that was not there before serves more customers."""
    touchpoint: Touchpoint = case.part
    journey, before = case.after.journey, case.before
    if journey is None:
        return None
    if touchpoint.status == "planned" and journey.state != "future":
        return neutral("touchpoint-planned", "is-planned", it=itself(touchpoint))
    channel = touchpoint.channel
    if before.journey is None or not is_there(touchpoint, journey):
        return None
    if channel is None or is_served(before, channel, case):
        return brings(case, neutral("touchpoint-added", "is-met", them=itself(touchpoint)))
    return brings(case, better("channel-opened", _reached_by(case, touchpoint)))


@weighs("stage", kinds=("added",))
def stage_added(case: Case) -> Weight | None:
    """Customers go through a part of the journey that was not told as one."""
    journey = case.after.journey
    if journey is None or case.before.journey is None:
        return None
    at = [fold(one.id) for one in journey.stages].index(fold(case.part.id))
    if not at:
        return neutral("stage-added", "is-first-stage", it=itself(case.part))
    stage = called(journey.stages[at - 1])
    return neutral("stage-added", "is-stage-after", it=itself(case.part), stage=stage)


@weighs("touchpoint", field="status", kinds=("added", "removed", "changed"))
def status_changed(case: Case) -> Weight | None:
    """A touchpoint begins or ceases to serve customers, or is given up before it did."""
    touchpoint: Touchpoint = case.part
    journey = case.after.journey
    if journey is None:
        return None
    there = is_there(touchpoint, journey)
    was = is_there(touchpoint.model_copy(update={"status": case.old}), journey)
    if there and not was:
        return better("touchpoint-opened", _reached_by(case, touchpoint))
    if was and not there:
        return _still_led_to(case, _no_longer_there(case, touchpoint))
    if case.new == "planned":
        return neutral("touchpoint-planned", "is-planned", it=itself(touchpoint))
    if case.old == "planned" and not there:
        return worse("plan-dropped", "planned-no-more", it=itself(touchpoint))
    return None


@weighs("touchpoint", field="channel", kinds=("changed",))
def channel_changed(case: Case) -> Weight | None:
    """Customers meet it in another way; who prefers which decides."""
    old, new, before, after = case.old, case.new, case.before, case.after
    if after.journey is None or not is_there(case.part, after.journey):
        return None
    if meant("channel", old, after.workspace) == reference_key(new):
        return None
    left = not is_served(after, old, case)
    opened = not is_served(before, new, case)
    if left and opened:
        return _exchanged(case)
    if left:
        return channel_left(case, old)
    if opened:
        return better("channel-opened", _reached_by(case, case.part))
    return None


@weighs("touchpoint", field="channel", kinds=("removed",))
def channel_untold(case: Case) -> Weight | None:
    """Nothing tells any more on which channel customers meet it."""
    journey = case.after.journey
    if journey is None or not is_there(case.part, journey):
        return None
    return None if is_served(case.after, case.old, case) else channel_left(case, case.old)


def _exchanged(case: Case) -> Weight:
    losing, winning = those_who_prefer(case, case.old), those_who_prefer(case, case.new)
    if losing and not winning:
        return channel_left(case, case.old)
    now = titled("channel", case.new, case.after.index)
    said = because("serves-instead", now=now, was=titled("channel", case.old, case.before.index))
    if winning and not losing:
        return better("channel-opened", plural("as-preferred", winning), said=said, who=winning)
    if losing:
        return worse("channel-left", "though-preferred", said=said, who=losing, glad=winning)
    return promise_of_another(case) or neutral("channel-changed", said)


@weighs("stage", field="skips", kinds=("added", "changed"))
def skip_added(case: Case) -> Weight | None:
    """A channel is left out on purpose where it served before."""
    if case.old is not None and _is_same(case):
        return None
    if not is_served(case.before, case.new.channel, case):
        return None
    name = titled("channel", case.new.channel, case.after.index)
    preferring = those_who_prefer(case, case.new.channel)
    said = because("left-out", channel=name, them=itself(case.part))
    if not preferring:
        return worse("channel-skipped", said)
    return worse("channel-skipped", "though-chosen", said=said, who=preferring)


@weighs("stage", field="skips", kinds=("removed",))
def skip_removed(case: Case) -> Weight | None:
    """A channel that there still is is not said any more to be left out, and yet does not serve."""
    after, channel = case.after, case.old.channel
    left = {meant("channel", one.channel, after.workspace) for one in case.part.skips}
    gone = meant("channel", channel, after.workspace)
    is_gone = not isinstance(channel, AdHoc) and after.index.find(("channel",), gone) is None
    if gone in left or is_gone or is_served(after, channel, case):
        return None
    name = titled("channel", channel, case.before.index)
    return neutral("skip-untold", "not-left-out", channel=name, old=Name(case.old.reason))


def _is_same(case: Case) -> bool:
    return meant("channel", case.old.channel, case.after.workspace) == reference_key(
        case.new.channel
    )


@weighs("stage", kinds=("removed",))
def stage_removed(case: Case) -> Weight | None:
    """A part of the journey is gone, or its touchpoints stand elsewhere now."""
    stage: Stage = case.before.stage or case.part
    journey = case.before.journey
    if journey is None or not stage.touchpoints:
        return None
    # What stands in another stage now has moved, and is not in the part that is gone.
    gone = tuple(called(one) for one in case.part.touchpoints if is_there(one, journey))
    if not gone:
        return neutral("stage-dropped", "met-in-other-stages", it=itself(stage))
    return worse("stage-dropped", "no-longer-met", touchpoints=gone)


def _reached_by(case: Case, touchpoint: Touchpoint) -> Reason:
    it = itself(touchpoint)
    if touchpoint.channel is None:
        return because("can-use", them=it)
    channel = titled("channel", touchpoint.channel, case.after.index)
    preferring = those_who_prefer(case, touchpoint.channel)
    if not preferring:
        return because("can-use-on", them=it, channel=channel)
    return because("can-use-gladly", them=it, channel=channel, who=preferring)
