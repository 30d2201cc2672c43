"""Texts that were written anew: what came in place of what, and whether it says less, or another
thing.
"""

import re
import unicodedata
from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import Any, Literal, NamedTuple

from jmap.diff.identity import ALIKE, likeness
from jmap.diff.pairing import paired_values
from jmap.diff.weighers import Case
from jmap.model.identical import Identical
from jmap.syntax.fold import fold

Turn = Literal["reworded", "cut", "other"]
_MISSED = 0.2
"""From what part of its letters on a text that lost some words says less."""
_LOOKED = 40
"""Among how many texts that are gone those are looked for of which less is said."""


def turned(case: Case, old: str, new: str) -> Turn:
    """What became of a text: ``cut`` where words are gone and none came, ``other`` where it is not
    like the old one, or says other numbers. A translation is the same in other words.
    """
    return "reworded" if is_translated(case, old, new) else became(old, new)


def is_translated(case: Case, old: str, new: str) -> bool:
    """Whether a text is in another language than before, as its journey or its letters say."""
    languages = {
        fold(side.journey.language)
        for side in (case.before, case.after)
        if side.journey is not None and side.journey.language
    }
    return len(languages) > 1 or _is_from_right(old) != _is_from_right(new)


def became(old: str, new: str) -> Turn:
    """What became of a text, by its words alone."""
    before, after = _words(old), _words(new)
    if _is_cut(before, after):
        return "cut"
    if sorted(before) == sorted(after):
        return "reworded"
    if _numbers(old) != _numbers(new):
        # In few letters, and yet another thing: within 24 hours, within 48.
        return "other"
    return "reworded" if likeness(old, new) >= ALIKE else "other"


def in_place_of(case: Case) -> Any:
    """What came in place of a value: the one that it changed to, or one that came into the list
    from which it is gone; None where nothing did. A text that says less of the same comes before
    others.
    """
    if case.new:
        return case.new
    found = _replaced(case)
    return next((one.new for one in found if one.old == case.old), None)


def is_in_place(case: Case) -> bool:
    """Whether a value that came stands in place of one that is gone."""
    return any(one.new == case.new for one in _replaced(case))


class _Replaced(NamedTuple):
    """A value of a list, and what came in its place."""

    old: Any
    new: Any


def _replaced(case: Case) -> tuple[_Replaced, ...]:
    field = case.change.field
    before, after = (getattr(part, field, None) for part in (case.former, case.part))
    if not isinstance(before, tuple) or not isinstance(after, tuple):
        return ()
    return _replaced_in(Identical(before, after))


@lru_cache(maxsize=4)
def _replaced_in(both: Identical) -> tuple[_Replaced, ...]:
    # Each change of a list asks about the same two.
    before, after = both.things
    pairing = paired_values(before, after)
    gone = [before[at] for at in pairing.gone]
    came = [after[at] for at in pairing.new]
    found = [*_said_shorter(gone[:_LOOKED], came[:_LOOKED])]
    for one in found:
        gone.remove(one.old)
        came.remove(one.new)
    return (*found, *map(_Replaced, gone, came))


def _said_shorter(gone: Sequence[Any], came: Sequence[Any]) -> Iterator[_Replaced]:
    left = [(new, _words(new)) for new in came if isinstance(new, str)]
    for old in gone:
        before = _words(old) if isinstance(old, str) else []
        found = next((one for one in left if _is_cut(before, one[1])), None)
        if found is not None:
            left.remove(found)
            yield _Replaced(old, found[0])


def _is_from_right(text: str) -> bool:
    """Whether most letters of a text are written from right to left."""
    ways = [unicodedata.bidirectional(letter) for letter in text if letter.isalpha()]
    return 2 * sum(way in ("R", "AL") for way in ways) > len(ways)


def _numbers(text: str) -> list[str]:
    """The numbers in a text, in whichever digits."""
    found = re.findall(r"\d+", text)
    return sorted("".join(str(unicodedata.digit(sign)) for sign in one) for one in found)


def _words(text: str) -> list[str]:
    return re.findall(r"\w+", fold(text).casefold())


def _is_cut(old: list[str], new: list[str]) -> bool:
    """Whether some words of a text are gone, and the others stand in their order."""
    waiting = iter(old)
    if not new or not all(word in waiting for word in new):
        return False
    letters, left = (sum(map(len, words)) for words in (old, new))
    return letters - left >= _MISSED * letters
