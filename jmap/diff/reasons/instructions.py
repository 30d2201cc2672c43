"""What staff go by where they meet customers, and what a map says customers need: told otherwise,
or told no more.
"""

from jmap.diff.reason import Name, because
from jmap.diff.reasons.rewording import became, in_place_of, is_translated
from jmap.diff.reasons.words import titled
from jmap.diff.weighers import Case, weighs
from jmap.diff.weight import Weight, neutral
from jmap.model.lines import Note
from jmap.syntax.fold import fold

PLACES = ("touchpoint", "stage")


@weighs("touchpoint", "channel", field="guideline", kinds=("removed", "changed"))
def guideline_changed(case: Case) -> Weight | None:
    """Staff are told to act otherwise, or one thing less."""
    new = in_place_of(case)
    if case.is_retired:
        return None
    if new is None:
        return neutral("guideline-changed", "staff-told-no-more", old=Name(case.old))
    if not says_otherwise(case, case.old, new):
        return None
    return neutral("guideline-changed", "staff-told-now", new=Name(new), old=Name(case.old))


@weighs("touchpoint", field="skills", kinds=("removed",))
@weighs("touchpoint", field="resources", kinds=("removed",))
def equipment_lost(case: Case) -> Weight | None:
    """Staff have one thing less to work with, or need be able to do one thing less."""
    if case.is_retired or in_place_of(case) is not None:
        return None
    is_skill = case.change.field == "skills"
    said = because("not-able-to" if is_skill else "works-without", old=Name(case.old))
    return neutral("equipment-lost", said)


@weighs("persona", *PLACES, field="needs", kinds=("removed", "changed"))
def need_changed(case: Case) -> Weight | None:
    """A need is told otherwise, or no more: customers may have it still."""
    new = in_place_of(case)
    if case.is_retired:
        return None
    if new is None:
        return neutral("need-retold", "need-told-no-more", old=Name(case.old))
    if not says_otherwise(case, case.old, new):
        return None
    return neutral("need-retold", "need-is", new=Name(new), old=Name(case.old))


@weighs(*PLACES, field="notes", kinds=("removed", "changed"))
def note_changed(case: Case) -> Weight | None:
    """A lane of the map, such as what the law asks for, says another thing there, or nothing."""
    old: Note = case.old
    new: Note | None = in_place_of(case)
    if old.lane is None or not old.text or case.is_retired:
        return None
    lane = titled("lane", old.lane, case.before.index)
    if new is None or not new.text:
        return neutral("note-changed", "lane-says-no-more", lane=lane, old=Name(old.text))
    if not says_otherwise(case, old.text, new.text):
        return None
    return neutral("note-changed", "lane-says", lane=lane, new=Name(new.text), old=Name(old.text))


def says_otherwise(case: Case, old: str, new: str) -> bool:
    """Whether a text that people act by says another thing now, though it may be like the old one:
    a word that comes or goes may turn it round.
    """
    if is_translated(case, old, new):
        return False
    before, after = (fold(text).casefold().split() for text in (old, new))
    return became(old, new) != "reworded" or len(before) != len(after)
