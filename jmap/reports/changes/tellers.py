"""Changes that the sentence of another one tells: an idea that is done and the pain that it ended,
a touchpoint that is a moment of truth in place of another, the day and the owner of an idea that is
planned now, and the target of a metric that an aim takes over.
"""

from collections.abc import Iterator

from jmap.diff.around import around
from jmap.diff.identity import key_of
from jmap.diff.judged import Judged
from jmap.diff.reasons.moments import moments_instead
from jmap.diff.reasons.pains import what_ended
from jmap.diff.reasons.promises import breaks
from jmap.diff.weighers import Case
from jmap.model.channel import Channel
from jmap.model.forms import reference_key
from jmap.model.index import index
from jmap.reports.changes.compared import Compared

_ADVANCES = ("idea-advanced", "idea-planned")
_WITH_IT = ("due-set", "owner-gained", "owner-changed")
"""What the sentence of an idea that advances tells as well: its day, and behind it its owner."""
_OPENS = ("channel-opened", "touchpoint-added")
_TARGETS = {"aim-lowered": "target-loosened", "aim-raised": "target-tightened"}
Told = tuple[str, str, str, str]
"""A journey, the keyword and key of a part of it, and the name of a weight."""


def tellers_of(part: Compared) -> dict[int, str]:
    """The fingerprints of the changes that tell others, by the identity of each that is told."""
    tellers = {told: one.fingerprint for one in part.changes for told in _tells(one, part)}
    tellers |= {told: one.fingerprint for one, told in _targets(part)}
    found: dict[int, str] = {}
    for one in part.changes if tellers else ():
        teller = tellers.get((*_about(one), one.weight.name))
        if teller is not None:
            found[id(one)] = teller
    return found


def _tells(one: Judged, part: Compared) -> Iterator[Told]:
    """What else is told where a change is."""
    if one.weight.name == "pain-eased":
        idea = what_ended(_case(one, part))
        if idea is not None:
            yield _journey(one), idea.keyword, key_of(idea), "idea-done"
    elif one.weight.name == "moment-lost":
        for touchpoint in moments_instead(_case(one, part)):
            yield _journey(one), touchpoint.keyword, key_of(touchpoint), "moment-told"
    elif one.weight.name in _ADVANCES:
        yield from ((*_about(one), name) for name in _WITH_IT)
    elif one.weight.name in _OPENS:
        yield from _promise(one, part)


def _promise(one: Judged, part: Compared) -> Iterator[Told]:
    """The promise of a new channel that a new touchpoint on it does not keep."""
    if one.change.kind != "added" or one.change.field:
        return
    channel, current = one.change.part.channel, one.change.part.current
    found = index(part.after).find(("channel",), channel) if channel is not None else None
    promise = found.responds if isinstance(found, Channel) else None
    if promise is not None and breaks(promise, current):
        yield reference_key(channel), "channel", reference_key(channel), "promise-made"


def _targets(part: Compared) -> Iterator[tuple[Judged, Told]]:
    """The aims of measures that took over the target of their metric, each with that."""
    names = set(_TARGETS.values())
    targets = {key_of(one.change.part): one for one in part.changes if one.weight.name in names}
    for one in part.changes if targets else ():
        metric = getattr(one.change.part, "metric", None)
        target = targets.get(reference_key(metric)) if metric is not None else None
        if target is None or target.weight.name != _TARGETS.get(one.weight.name):
            continue
        old, new = target.change.before, target.change.after
        if (old, new) == (one.change.before, one.change.after):
            yield one, (*_about(target), target.weight.name)


def _about(one: Judged) -> tuple[str, str, str]:
    return _journey(one), one.change.keyword, key_of(one.change.part)


def _journey(one: Judged) -> str:
    return one.change.address[0].key if one.change.address else ""


def _case(one: Judged, part: Compared) -> Case:
    later = around(one.change, part.after)
    return Case(one.change, around(one.change, part.before, later), later)
