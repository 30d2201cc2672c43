"""Who answers for things when customers need somebody."""

from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from jmap.diff.reason import Name, Part, Reason, because
from jmap.diff.reasons.rewording import turned
from jmap.diff.reasons.words import called, is_outside, itself, team, titled
from jmap.diff.references import meant
from jmap.diff.weighers import Case, weighs
from jmap.diff.weight import Weight, better, foremost, neutral, worse
from jmap.model.lines import Owner
from jmap.model.quantity import common_dimension

OWNED = (
    "journey",
    "stage",
    "touchpoint",
    "channel",
    "pain",
    "opportunity",
    "risk",
    "system",
    "process",
    "source",
)
"""The keywords of what has an owner."""


@weighs(*OWNED, field="owner", kinds=("removed",))
def owner_removed(case: Case) -> Weight:
    """Nobody answers for it any more, or only whoever has the whole around it."""
    was = team(case.old, case.before.index)
    around = _around(case)
    if around is None:
        return worse("owner-lost", "nobody-answers", them=itself(case.part), was=was)
    now = {"now": team(around.owner, case.after.index), "around": called(around)}
    if _same(around.owner.team, case.old.team, case):
        return neutral("owner-changed", "answers-as-owner", **now)
    lost = worse("owner-lost", "nobody-answers-itself", them=itself(case.part), was=was, **now)
    return replace(lost, gist=because("only-around-answers", them=itself(case.part), was=was))


@weighs(*OWNED, field="owner", kinds=("added",))
def owner_added(case: Case) -> Weight:
    """Somebody answers for it now."""
    now = team(case.new, case.after.index)
    around = _around(case)
    if around is not None and _same(around.owner.team, case.new.team, case):
        return neutral("owner-changed", "answers-as-before", now=now, around=called(around))
    return better("owner-gained", "answers-now", now=now, them=itself(case.part))


@weighs(*OWNED, field="owner", kinds=("changed",))
def owner_changed(case: Case) -> Weight | None:
    """Somebody else answers, or stands in, or is asked sooner or later."""
    found = foremost([*_backup(case), *_escalation(case), *_team(case)])
    exchanged = _exchanged_backup(case)
    if exchanged is None:
        return found
    if found is None:
        return neutral("backup-changed", exchanged)
    if found.name != "owner-changed":
        return found
    return replace(found, why=because("and-also", said=found.why, also=exchanged))


def _backup(case: Case) -> Iterator[Weight]:
    old, new = case.old, case.new
    if old.backup is not None and new.backup is None:
        yield worse("backup-lost", _without_backup(case))
    if old.backup is None and new.backup is not None:
        now = titled("team", new.backup, case.after.index)
        away = team(new, case.after.index)
        yield better("backup-gained", "stands-in", now=now, away=away)


def _exchanged_backup(case: Case) -> Reason | None:
    old, new = case.old.backup, case.new.backup
    if old is None or new is None or _same(old, new, case):
        return None
    was, now = titled("team", old, case.before.index), titled("team", new, case.after.index)
    return because("stands-in-instead", now=now, was=was)


def _without_backup(case: Case) -> Reason:
    now = team(case.new, case.after.index)
    if _same(case.old.backup, case.new.team, case):
        return because("backup-answers-itself", now=now)
    was = titled("team", case.old.backup, case.before.index)
    return because("nobody-stands-in", now=now, was=was)


def _escalation(case: Case) -> Iterator[Weight]:
    old, new = case.old.after, case.new.after
    if case.old.backup is None or case.new.backup is None or old == new:
        return
    backup = titled("team", case.new.backup, case.after.index)
    if new is None:
        yield worse("escalation-lost", "goes-at-no-time", backup=backup, old=old)
    elif old is None:
        yield better("escalation-set", "goes-after", backup=backup, new=new)
    elif common_dimension([old, new]) is not None and old.magnitude != new.magnitude:
        said = because("goes-after-instead", backup=backup, new=new, old=old)
        later = new.magnitude > old.magnitude
        yield worse("escalation-later", said) if later else better("escalation-sooner", said)


def _team(case: Case) -> Iterator[Weight]:
    if not _same(case.old.team, case.new.team, case):
        was, now = team(case.old, case.before.index), team(case.new, case.after.index)
        said: dict[str, Part] = {"now": now, "them": itself(case.part), "was": was}
        key = "answers-instead-outside" if _goes_out(case) else "answers-instead"
        if _goes_out(case) and _is_alone(case):
            key = "answers-instead-alone"
        yield neutral("owner-changed", because(key, **said))


def _goes_out(case: Case) -> bool:
    """Whether an outside firm answers for what one of us did."""
    was = is_outside(case.old.team, case.before.index)
    return not was and is_outside(case.new.team, case.after.index)


def _is_alone(case: Case) -> bool:
    """Whether nobody inside answers for the outside firm that has it now."""
    found = case.after.index.find(("team",), case.new.team)
    return found is not None and getattr(found, "accountable", None) is None


@weighs("team", field="accountable", kinds=("removed",))
def accountable_removed(case: Case) -> Weight | None:
    """Nobody inside answers for a partner any more."""
    if case.part.kind != "partner":
        return None
    was = titled("team", case.old, case.before.index)
    return worse("accountable-lost", "nobody-inside-answers", them=itself(case.part), was=was)


@weighs("team", field="accountable", kinds=("added",))
def accountable_added(case: Case) -> Weight | None:
    """Somebody inside answers for a partner."""
    if case.part.kind != "partner":
        return None
    now = titled("team", case.new, case.after.index)
    return better("accountable-gained", "answers-to-customers", now=now, them=itself(case.part))


@weighs("team", field="lead", kinds=("changed",))
def lead_changed(case: Case) -> Weight | None:
    """Somebody else leads a team."""
    if turned(case, case.old, case.new) == "reworded":
        return None
    names = {"now": Name(case.new), "was": Name(case.old)}
    return neutral("lead-changed", "leads-instead", them=itself(case.part), **names)


def _around(case: Case) -> Any:
    """The nearest of touchpoint, stage and journey around the part that has an owner."""
    here = case.after
    for part in (here.touchpoint, here.stage, here.journey):
        if part is not None and part is not case.part and isinstance(part.owner, Owner):
            return part
    return None


def _same(one: Any, other: Any, case: Case) -> bool:
    """Whether two references mean the same team, though it may be called otherwise by now."""
    after = case.after.workspace
    return meant("team", one, after) == meant("team", other, after)
