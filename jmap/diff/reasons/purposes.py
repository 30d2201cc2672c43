"""What a journey is for, and what hurts or would help there: told in other words that say less, or
another thing.
"""

from typing import Any

from jmap.diff.reason import Name
from jmap.diff.reasons.rewording import in_place_of, is_in_place, turned
from jmap.diff.weighers import Case, weighs
from jmap.diff.weight import Weight, neutral

_SAID_ONCE = ("vision", "starts", "ends")
_SAID_OFTEN = ("goals", "objectives", "expects")


def purpose_changed(case: Case) -> Weight | None:
    """A journey or a stage is for another thing, or for less."""
    other = in_place_of(case)
    old = _text(case.old)
    if other is None:
        return neutral("purpose-changed", "is-not-for", old=Name(old))
    new = _text(other)
    if turned(case, old, new) == "reworded":
        return None
    return neutral("purpose-changed", "is-for-instead", new=Name(new), old=Name(old))


def purpose_added(case: Case) -> Weight | None:
    """A journey is for something more."""
    if is_in_place(case):
        return None
    return neutral("purpose-changed", "is-also-for", new=Name(_text(case.new)))


for _field in _SAID_ONCE:
    weighs("journey", field=_field, kinds=("changed",))(purpose_changed)
for _keyword, _field in (*(("journey", field) for field in _SAID_OFTEN), ("stage", "goals")):
    weighs(_keyword, field=_field, kinds=("changed", "removed"))(purpose_changed)
    weighs(_keyword, field=_field, kinds=("added",))(purpose_added)


@weighs("pain", field="text", kinds=("changed",))
def pain_retold(case: Case) -> Weight | None:
    """Another thing is said to hurt, under the same id, or less of it."""
    if turned(case, case.old, case.new) == "reworded":
        return None
    return neutral("pain-retold", "was-told-as", old=Name(case.old))


@weighs("opportunity", field="text", kinds=("changed",))
def idea_retold(case: Case) -> Weight | None:
    """Another thing is to be done, under the same id, or less of it."""
    if turned(case, case.old, case.new) == "reworded":
        return None
    return neutral("idea-retold", "was-told-as", old=Name(case.old))


def _text(value: Any) -> str:
    return value if isinstance(value, str) else str(value.text)
