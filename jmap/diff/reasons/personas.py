"""Who the personas are: what they would choose, and what they are quoted with."""

from jmap.diff.reason import Name, because
from jmap.diff.reasons.meaning import all_meant
from jmap.diff.reasons.rewording import in_place_of, is_in_place, turned
from jmap.diff.reasons.words import titled
from jmap.diff.references import meant
from jmap.diff.weighers import Case, weighs
from jmap.diff.weight import Weight, neutral
from jmap.model.forms import AdHoc
from jmap.model.persona import Persona


@weighs("persona", field="prefers", kinds=("added",))
def preference_added(case: Case) -> Weight | None:
    """Somebody is said to choose one channel more."""
    if case.former is None or _is_kept(case, case.new, case.former) or is_in_place(case):
        return None
    new = titled("channel", case.new, case.after.index)
    return neutral("preference-changed", "would-also-choose", new=new)


@weighs("persona", field="prefers", kinds=("removed", "changed"))
def preference_removed(case: Case) -> Weight | None:
    """Somebody is said to choose another channel, or one less."""
    if _is_kept(case, case.old, case.part):
        return None
    other = in_place_of(case)
    old = titled("channel", case.old, case.before.index)
    if other is None or (case.former is not None and _is_kept(case, other, case.former)):
        return neutral("preference-changed", "would-not-choose", old=old)
    new = titled("channel", other, case.after.index)
    return neutral("preference-changed", "would-choose-instead", new=new, old=old)


def _is_kept(case: Case, channel: str | AdHoc, persona: Persona) -> bool:
    after = case.after.workspace
    return meant("channel", channel, after) in all_meant("channel", persona.prefers, after)


@weighs("persona", field="quote", kinds=("added",))
def quote_added(case: Case) -> Weight | None:
    """Somebody is quoted with something more."""
    if case.former is None or is_in_place(case):
        return None
    return neutral("quote-changed", "is-quoted", new=Name(case.new))


@weighs("persona", field="quote", kinds=("removed", "changed"))
def quote_removed(case: Case) -> Weight | None:
    """Somebody is quoted with something else, or not any more."""
    other = in_place_of(case)
    if other is None:
        return neutral("quote-changed", "is-not-quoted", old=Name(case.old))
    if turned(case, case.old, other) == "reworded":
        return None
    said = because("is-quoted-instead", new=Name(other), old=Name(case.old))
    return neutral("quote-changed", said)
