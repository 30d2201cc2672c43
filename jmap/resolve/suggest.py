"""What somebody probably meant: the nearest of the words that would have been right."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from difflib import SequenceMatcher
from functools import lru_cache

from jmap.model.statement import Spec
from jmap.syntax.fold import fold
from jmap.syntax.words import Group, words

_NEAR = 0.72
_SLIP = 0.85
"""How like two words are that differ by one letter: short words would otherwise never be near."""


def nearest(word: str, candidates: Mapping[str, str]) -> str | None:
    """The value whose key is most like a word, or none that is near.

    Keys are spellings (of any language, or titles), values what to suggest. The order of the
    mapping breaks ties.
    """
    typed = fold(word).casefold()
    best, score = None, _NEAR
    matcher = SequenceMatcher(None, "", typed, autojunk=False)
    for spelling, suggestion in candidates.items():
        likeness = _likeness(matcher, typed, fold(spelling).casefold())
        if likeness > score:
            best, score = suggestion, likeness
    return best


@lru_cache(maxsize=4096)
def guessed_statement(shape: Spec, typed: str) -> "Meant | None":
    """The statement of a class that an unknown word was probably meant to be."""
    return nearest_word("statements", shape.body, typed)


@dataclass(frozen=True, slots=True)
class Meant:
    """A word of the language that was probably meant: its English name, and how to type it."""

    name: str
    spelled: str


def nearest_word(group: Group, names: Iterable[str], typed: str) -> Meant | None:
    """The nearest of some words of the language, in the human language in which it is nearest."""
    table = words().spellings(group, names)
    spelling = nearest(typed, {spelling: spelling for spelling in table})
    if spelling is None:
        return None
    return Meant(table[spelling], words().written(group, spelling))


def _likeness(matcher: SequenceMatcher[str], typed: str, spelling: str) -> float:
    if typed == spelling:
        return 1.0
    if abs(len(typed) - len(spelling)) > 3 or len(typed) > 60:
        return 0.0
    matcher.set_seq1(spelling)
    if len(typed) > 2 and _one_slip(typed, spelling):
        return max(_SLIP, matcher.ratio())
    if matcher.real_quick_ratio() <= _NEAR or matcher.quick_ratio() <= _NEAR:
        return 0.0
    return matcher.ratio()


def _one_slip(typed: str, meant: str) -> bool:
    """Whether one letter was changed, left out or added, or two were swapped."""
    same = 0
    while same < min(len(typed), len(meant)) and typed[same] == meant[same]:
        same += 1
    rest, other = typed[same:], meant[same:]
    swapped = len(rest) > 1 and rest[1::-1] + rest[2:] == other
    return swapped or rest[1:] in (other, other[1:]) or rest == other[1:]
