"""What is told of customers in their own words: that less of it is told."""

from jmap.diff.reason import Name, because
from jmap.diff.reasons.rewording import in_place_of, turned
from jmap.diff.weighers import Case, weighs
from jmap.diff.weight import Weight, neutral


@weighs("touchpoint", field="do", kinds=("removed", "changed"))
@weighs("touchpoint", field="think", kinds=("removed", "changed"))
def words_cut(case: Case) -> Weight | None:
    """Some words are gone from what customers do or think: perhaps those that hurt."""
    new = in_place_of(case)
    if new is None or turned(case, case.old.text, new.text) != "cut":
        return None
    said = because("does-instead", new=Name(new.text), old=Name(case.old.text))
    return neutral("words-cut", "tells-less", said=said)


@weighs("touchpoint", field="say", kinds=("removed", "changed"))
def saying_lost(case: Case) -> Weight | None:
    """What customers said, word for word, is told no more, or not all of it."""
    if in_place_of(case) is not None or case.is_retired:
        return words_cut(case)
    return neutral("words-cut", "said-no-more", old=Name(case.old.text))
