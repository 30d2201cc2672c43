"""Opportunities: what customers are to get, when, and what becomes of it."""

from collections.abc import Iterator

from jmap.diff.around import Around
from jmap.diff.reason import Part, Reason, because
from jmap.diff.reasons.words import called, itself
from jmap.diff.weighers import Case, weighs
from jmap.diff.weight import Weight, better, foremost, neutral, worse
from jmap.model.item import Item
from jmap.model.opportunity import Opportunity
from jmap.model.pain import Pain
from jmap.model.quantity import Duration
from jmap.syntax.fold import fold

_RANKS = {None: 0, "idea": 0, "planned": 1, "doing": 2, "done": 3}
"""How far an opportunity is; what is dropped is nowhere."""
_AGREED = ("planned", "doing")


@weighs("opportunity", field="status")
def status_changed(case: Case) -> Weight | None:
    """An idea advanced, fell back, or was dropped."""
    old, new, idea = case.old or "idea", case.new or "idea", itself(case.part)
    if old == new:
        return None
    if new == "dropped":
        return _dropped(case, old)
    if old == "dropped":
        return better("idea-revived", "may-get-after-all", them=idea, new=_is(new))
    if new == "done":
        return _done(case)
    is_now = _agreed(case.part, new) if _is_first_due(case) else _is(new)
    said: dict[str, Part] = {"it": idea, "new": is_now, "old": _is(old)}
    if _RANKS[new] > _RANKS[old]:
        return better("idea-advanced", "comes-closer", **said)
    return worse("idea-set-back", "waits-longer", **said)


def _done(case: Case) -> Weight:
    """An idea is done; what it was to ease may be told as it was."""
    idea = itself(case.part)
    pains = tuple(called(pain) for pain in _hurting_still(case))
    if not pains:
        return better("idea-done", "have-now", them=idea)
    return better("idea-done", "have-now-and-hurts", them=idea, pains=pains)


def _hurting_still(case: Case) -> Iterator[Pain]:
    """The pains that an idea eases and that are told as they were."""
    before = case.before.parts
    for name in case.part.eases:
        pain = _pain(case, name)
        was = before.items.get(f"pain {fold(name)}") if before is not None else None
        if isinstance(pain, Pain) and isinstance(was, Pain) and pain.severity == was.severity:
            yield pain


def _is_first_due(case: Case) -> bool:
    """Whether an idea that had no day has one now."""
    return case.former is not None and case.former.due is None


def _dropped(case: Case, was: str) -> Weight:
    idea: Opportunity = case.part
    if was == "done":
        return worse("idea-dropped", "loses-what-was-done", them=itself(idea))
    if was in _AGREED:
        return worse("idea-dropped", "will-not-get", them=itself(idea), was=_agreed(idea, was))
    return neutral("idea-dropped", "idea-was-dropped", it=itself(idea))


@weighs("opportunity", kinds=("removed",))
def idea_removed(case: Case) -> Weight | None:
    """An idea is told no more, before it was done."""
    idea: Opportunity = case.part
    if idea.status in ("done", "dropped"):
        return None
    if case.after.parts is not None and case.after.parts.holds(idea):
        return None
    was = _agreed(idea, idea.status or "idea")
    return worse("idea-dropped", "told-no-more-idea", them=itself(idea), was=was)


@weighs("opportunity", kinds=("added",))
def idea_added(case: Case) -> Weight | None:
    """Something may become better for customers; where it is agreed, it will."""
    idea: Opportunity = case.part
    if idea.status == "dropped":
        return None
    if case.before.parts is not None and case.before.parts.holds(idea):
        return None
    if idea.status == "done":
        return better("idea-done", "have-now", them=itself(idea))
    if idea.status in _AGREED:
        is_now = _agreed(idea, idea.status)
        return better("idea-planned", "is-to-get", them=itself(idea), new=is_now)
    return neutral("idea-told", "there-is-an-idea", it=itself(idea))


@weighs("opportunity", field="due", kinds=("changed",))
def due_changed(case: Case) -> Weight | None:
    """Customers get it sooner or later."""
    if _is_settled(case.part):
        return None
    days = (case.new - case.old).days
    if not days:
        return None
    by = Duration(abs(days), "d")
    said: dict[str, Part] = {"them": itself(case.part), "by": by, "new": case.new, "old": case.old}
    if days > 0:
        return worse("due-later", "gets-later", **said)
    return better("due-sooner", "gets-sooner", **said)


@weighs("opportunity", field="due", kinds=("removed",))
def due_removed(case: Case) -> Weight | None:
    """Nobody says any more when customers get it."""
    if _is_settled(case.part):
        return None
    return worse("due-lost", "no-day-any-more", them=itself(case.part), old=case.old)


@weighs("opportunity", field="due", kinds=("added",))
def due_added(case: Case) -> Weight | None:
    """It is said when customers get it."""
    if _is_settled(case.part):
        return None
    return better("due-set", "gets-by", them=itself(case.part), new=case.new)


@weighs("opportunity", field="eases", kinds=("removed",))
def eases_removed(case: Case) -> Weight | None:
    """Nothing is to be done about a pain any more."""
    pain = _pain(case, case.old)
    if pain is None or _is_eased(pain, case.after):
        return None
    return worse("pain-unanswered", "nothing-eases", pain=called(pain))


@weighs("opportunity", field="eases", kinds=("added",))
def eases_added(case: Case) -> Weight | None:
    """Something is to be done about a pain."""
    pain = _pain(case, case.new)
    if pain is None or case.part.status == "dropped" or _is_eased(pain, case.before):
        return None
    return better("pain-answered", "is-to-ease", it=itself(case.part), pain=called(pain))


@weighs("opportunity", field="eases", kinds=("changed",))
def eases_exchanged(case: Case) -> Weight | None:
    """Something is to be done about another pain."""
    found = (eases_removed(case), eases_added(case))
    return foremost([weight for weight in found if weight is not None])


def _pain(case: Case, name: str) -> Item | None:
    """The pain that a reference from either side means, if it is still told."""
    parts = case.after.parts
    return parts.items.get(f"pain {fold(name)}") if parts is not None else None


def _is_eased(pain: Item, here: Around) -> bool:
    if here.parts is None:
        return False
    names = [fold(name) for name in (pain.id, pain.was) if name]
    found = [idea for name in names for idea in here.parts.easing.get(name, ())]
    return any(idea.status != "dropped" for idea in found)


def _is_settled(idea: Opportunity) -> bool:
    return idea.status in ("done", "dropped")


def _is(status: str) -> Reason:
    return because(f"status-{status}")


def _agreed(idea: Opportunity, status: str) -> Reason:
    """How far an idea is, and for which day."""
    if idea.due is None:
        return _is(status)
    return because("status-for-day", status=_is(status), day=idea.due)
