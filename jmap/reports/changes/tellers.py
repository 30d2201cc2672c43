"""Changes that the sentence of another one tells: an idea that is done and the pain that it ended,
and a touchpoint that is a moment of truth in place of another.
"""

from collections.abc import Iterator

from jmap.diff.around import around
from jmap.diff.identity import key_of
from jmap.diff.judged import Judged
from jmap.diff.reasons.moments import moments_instead
from jmap.diff.reasons.pains import what_ended
from jmap.diff.weighers import Case
from jmap.reports.changes.compared import Compared

_TOLD = ("idea-done", "moment-told")
Told = tuple[str, str, str]
"""A journey, and the keyword and key of a part of it."""


def tellers_of(part: Compared) -> dict[int, str]:
    """The fingerprints of the changes that tell others, by the identity of each that is told."""
    tellers = {told: one.fingerprint for one in part.changes for told in _tells(one, part)}
    found: dict[int, str] = {}
    for one in part.changes if tellers else ():
        teller = tellers.get(_about(one)) if one.weight.name in _TOLD else None
        if teller is not None:
            found[id(one)] = teller
    return found


def _tells(one: Judged, part: Compared) -> Iterator[Told]:
    """What else is told where a change is."""
    if one.weight.name == "pain-eased":
        idea = what_ended(_case(one, part))
        if idea is not None:
            yield _journey(one), idea.keyword, key_of(idea)
    elif one.weight.name == "moment-lost":
        for touchpoint in moments_instead(_case(one, part)):
            yield _journey(one), touchpoint.keyword, key_of(touchpoint)


def _about(one: Judged) -> Told:
    return _journey(one), one.change.keyword, key_of(one.change.part)


def _journey(one: Judged) -> str:
    return one.change.address[0].key if one.change.address else ""


def _case(one: Judged, part: Compared) -> Case:
    later = around(one.change, part.after)
    return Case(one.change, around(one.change, part.before, later), later)
