"""What somebody probably meant: the nearest of the words that would have been right."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from difflib import SequenceMatcher

from jmap.syntax.fold import fold
from jmap.syntax.words import Group, words

_NEAR = 0.72


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
    language = words().language_of(group, spelling) or "en"
    return Meant(table[spelling], words().spelled(group, table[spelling], language))


def _likeness(matcher: SequenceMatcher[str], typed: str, spelling: str) -> float:
    if typed == spelling:
        return 1.0
    if abs(len(typed) - len(spelling)) > 3 or len(typed) > 60:
        return 0.0
    matcher.set_seq1(spelling)
    if matcher.real_quick_ratio() <= _NEAR or matcher.quick_ratio() <= _NEAR:
        return 0.0
    return matcher.ratio()
