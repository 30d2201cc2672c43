"""Opportunities: what customers are to get, when, and what becomes of it."""

from datetime import date

from jmap.diff.around import Around
from jmap.diff.reasons.words import called
from jmap.diff.weighers import Case, weighs
from jmap.diff.weight import Weight, better, foremost, neutral, worse
from jmap.model.item import Item
from jmap.model.opportunity import Opportunity
from jmap.syntax.fold import fold
from jmap.views.dates import day_text
from jmap.views.sentences import several

_RANKS = {None: 0, "idea": 0, "planned": 1, "doing": 2, "done": 3}
"""How far an opportunity is; what is dropped is nowhere."""
_AGREED = ("planned", "doing")


@weighs("opportunity", field="status")
def status_changed(case: Case) -> Weight | None:
    """An idea advanced, fell back, or was dropped."""
    old, new, idea = case.old or "idea", case.new or "idea", called(case.part)
    if old == new:
        return None
    if new == "dropped":
        return _dropped(case, old)
    if old == "dropped":
        return better("idea-revived", f"customers may get {idea} after all: it is {_is(new)}")
    if new == "done":
        return better("idea-done", f"customers have {idea} now: it is done")
    said = f"{idea} is {_is(new)} and was {_is(old)}"
    if _RANKS[new] > _RANKS[old]:
        return better("idea-advanced", f"customers come closer to it: {said}")
    return worse("idea-set-back", f"customers wait longer for it: {said}")


def _dropped(case: Case, was: str) -> Weight:
    idea: Opportunity = case.part
    if was == "done":
        return worse("idea-dropped", f"customers lose {called(idea)}: it was done, and is dropped")
    if was in _AGREED:
        return worse(
            "idea-dropped",
            f"customers will not get {called(idea)}: it was {_is(was)}{_due(idea)}, and is dropped",
        )
    return neutral("idea-dropped", f"{called(idea)} was an idea, and is dropped")


@weighs("opportunity", kinds=("removed",))
def idea_removed(case: Case) -> Weight | None:
    """An idea is told no more, before it was done."""
    idea: Opportunity = case.part
    if idea.status in ("done", "dropped"):
        return None
    if case.after.parts is not None and case.after.parts.holds(idea):
        return None
    return worse(
        "idea-dropped",
        f"customers will not get {called(idea)}: it was "
        f"{_is(idea.status or 'idea')}{_due(idea)}, and is told no more",
    )


@weighs("opportunity", kinds=("added",))
def idea_added(case: Case) -> Weight | None:
    """Something may become better for customers; where it is agreed, it will."""
    idea: Opportunity = case.part
    if idea.status == "dropped":
        return None
    if case.before.parts is not None and case.before.parts.holds(idea):
        return None
    if idea.status == "done":
        return better("idea-done", f"customers have {called(idea)} now: it is done")
    if idea.status in _AGREED:
        return better(
            "idea-planned",
            f"customers are to get {called(idea)}: it is {_is(idea.status)}{_due(idea)}",
        )
    return neutral("idea-told", f"there is an idea: {called(idea)}")


@weighs("opportunity", field="due", kinds=("changed",))
def due_changed(case: Case) -> Weight | None:
    """Customers get it sooner or later."""
    if _is_settled(case.part):
        return None
    days = (case.new - case.old).days
    if not days:
        return None
    way = "later" if days > 0 else "sooner"
    said = f"customers get {called(case.part)} {several(abs(days), 'day')} {way}: on "
    said += f"{_day(case.new)} instead of {_day(case.old)}"
    return worse("due-later", said) if days > 0 else better("due-sooner", said)


@weighs("opportunity", field="due", kinds=("removed",))
def due_removed(case: Case) -> Weight | None:
    """Nobody says any more when customers get it."""
    if _is_settled(case.part):
        return None
    return worse(
        "due-lost",
        f"nothing says any more when customers get {called(case.part)}; it "
        f"was due on {_day(case.old)}",
    )


@weighs("opportunity", field="due", kinds=("added",))
def due_added(case: Case) -> Weight | None:
    """It is said when customers get it."""
    if _is_settled(case.part):
        return None
    return better("due-set", f"customers get {called(case.part)} by {_day(case.new)}")


@weighs("opportunity", field="eases", kinds=("removed",))
def eases_removed(case: Case) -> Weight | None:
    """Nothing is to be done about a pain any more."""
    pain = _pain(case, case.old)
    if pain is None or _is_eased(pain, case.after):
        return None
    return worse("pain-unanswered", f"no idea eases {called(pain)} any more")


@weighs("opportunity", field="eases", kinds=("added",))
def eases_added(case: Case) -> Weight | None:
    """Something is to be done about a pain."""
    pain = _pain(case, case.new)
    if pain is None or case.part.status == "dropped" or _is_eased(pain, case.before):
        return None
    return better("pain-answered", f"{called(case.part)} is to ease {called(pain)}")


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


def _is(status: str) -> str:
    return {"idea": "an idea", "doing": "being done"}.get(status, status)


def _due(idea: Opportunity) -> str:
    return f" for {_day(idea.due)}" if idea.due is not None else ""


def _day(day: date) -> str:
    return day_text(day, "en")
