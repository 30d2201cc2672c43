"""Texts that were written anew: what came in place of what, and whether it says less, or another
thing.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, Literal
from unicodedata import bidirectional

from jmap.diff.identity import ALIKE, likeness
from jmap.diff.weighers import Case
from jmap.syntax.fold import fold

Turn = Literal["reworded", "cut", "other"]
_MISSED = 0.2
"""From what part of its letters on a text that lost some words says less."""


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
    """What came into a list of a part in place of a value that is gone; None where nothing did. A
    text that says less of the same comes before others.
    """
    lists = _lists(case)
    if lists is None or case.old not in lists.gone:
        return None
    return dict(_pairs(lists)).get(lists.gone.index(case.old))


def is_in_place(case: Case) -> bool:
    """Whether a value that came stands in place of one that is gone."""
    lists = _lists(case)
    if lists is None:
        return False
    return any(came == case.new for _, came in _pairs(lists))


@dataclass(frozen=True, slots=True)
class _Lists:
    gone: list[Any]
    came: list[Any]


def _lists(case: Case) -> _Lists | None:
    """The values of a list that went and came, but for those that are merely reworded."""
    field = case.change.field
    before, after = (getattr(part, field, None) for part in (case.former, case.part))
    if not isinstance(before, tuple) or not isinstance(after, tuple):
        return None
    gone = [value for value in before if value not in after]
    came = [value for value in after if value not in before]
    return _Lists(
        [one for one in gone if not any(_is_alike(one, other) for other in came)],
        [one for one in came if not any(_is_alike(other, one) for other in gone)],
    )


def _is_alike(one: Any, other: Any) -> bool:
    return likeness(one, other) >= ALIKE


def _pairs(lists: _Lists) -> Iterator[tuple[int, Any]]:
    """The place of each value that is gone, and what came in its place."""
    left = list(lists.came)
    taken: set[int] = set()
    for fits in (_says_less, _anything):
        for place, old in enumerate(lists.gone):
            found = next((new for new in left if fits(old, new)), None)
            if place not in taken and found is not None:
                left.remove(found)
                taken.add(place)
                yield place, found


def _says_less(old: Any, new: Any) -> bool:
    return isinstance(old, str) and isinstance(new, str) and _is_cut(_words(old), _words(new))


def _anything(_old: Any, _new: Any) -> bool:
    return True


def _is_from_right(text: str) -> bool:
    """Whether most letters of a text are written from right to left."""
    ways = [bidirectional(letter) for letter in text if letter.isalpha()]
    return 2 * sum(way in ("R", "AL") for way in ways) > len(ways)


def _numbers(text: str) -> list[int]:
    return sorted(map(int, re.findall(r"\d+", text)))


def _words(text: str) -> list[str]:
    return re.findall(r"\w+", fold(text).casefold())


def _is_cut(old: list[str], new: list[str]) -> bool:
    """Whether some words of a text are gone, and the others stand in their order."""
    waiting = iter(old)
    if not new or not all(word in waiting for word in new):
        return False
    letters, left = (sum(map(len, words)) for words in (old, new))
    return letters - left >= _MISSED * letters
