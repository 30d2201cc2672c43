"""What tells Persian writing from Arabic and from other languages of the same script."""

import re
from bisect import bisect_right
from collections.abc import Sequence
from typing import NamedTuple

from jmap.rules.pattern import Pattern
from jmap.rules.script import Words


def listed(words: str) -> tuple[str, ...]:
    """Words with blanks between them, one by one."""
    return tuple(words.split())


SHAPES = "\ufb50-\ufbb1\ufbd3-\ufd3d\ufd50-\ufdc7\ufe80-\ufefc"
"""The shapes that letters take by their neighbours, which old texts hold in their place."""
LETTERS = f"\u0621-\u063f\u0641-\u064a\u066e\u066f\u0671-\u06d3\u06d5{SHAPES}"
"""The letters of the Arabic script, as the inside of a character class."""
MARKS = "\u064b-\u065f\u0670"
"""Marks that stand over and under letters."""
HALF_SPACE = "\u200c"
TO_PERSIAN = str.maketrans("يىك", "ییک")
"""The Persian letters in place of the Arabic ones that look like them."""

PERSIAN = frozenset({"fa", "prs"})
_SCRIPT_OF_OTHERS = frozenset({"ar", "ur", "ps", "ckb", "ku", "sd", "ug", "pa", "ks", "bal", "azb"})
"""Languages of the Arabic script that have rules of their own."""
_OTHERS = Pattern("[ٹڈڑںےہھټډړښځڅڼېۍګێۆڕڵەڪۇۈۋ]")
"""Letters of Urdu, Pashto, Kurdish, Sindhi and Uyghur."""
_ONLY_PERSIAN = Pattern(
    "[پچژگکیۀ۰-۹\ufb56-\ufb59\ufb7a-\ufb7d\ufb8a\ufb8b\ufb8e-\ufb95\ufbfc-\ufbff]"
)
_LINKS = "\u200c\u200d\u00ac\u00ad"
"""A half-space, and what stands for one in damaged texts."""
_INSIDE = f"[{LETTERS}{MARKS}\u0640{_LINKS}]"
_RUN = Pattern(f"{_INSIDE}+(?: +{_INSIDE}+)*")
_WORD = Pattern("[^ ]+")
_PLAIN = Pattern(f"[پچژگکی{_LINKS}]")
_ARABIC = Pattern("[ةإٌٍَُِْٰٱ]|^أ")
"""Letters and vowel marks that Persian words hardly ever have."""
_ARTICLE = Pattern(f"^[وفبلك]?ال[{LETTERS}]{{2}}")
_SMALL_WORDS = frozenset(
    listed(
        "از را که است با برای نمی های هایی شود کند دارد ندارد نیست باشد بود اگر دیگر کردن شدن شما"
        " کنید شوید هستند"
    )
)
"""Persian words that mean nothing in Arabic, by their Persian letters."""


class Stretch(NamedTuple):
    """A part of a text: offsets of its start and end."""

    start: int
    end: int


def nearest(stretches: Sequence[Stretch], at: int) -> tuple[Stretch, ...]:
    """The stretches beside an offset or around it, of some in order: two at most."""
    behind = bisect_right(stretches, at, key=lambda stretch: stretch.start)
    return tuple(stretches[max(behind - 1, 0) : behind + 1])


def is_persian(text: Words, *, elsewhere: bool = False) -> bool:
    """Whether a text is Persian: its journey says so, or its letters and words do.

    ``elsewhere`` says whether the texts around it are; that counts for texts that could be either.
    """
    language = text.language.partition("-")[0]
    if language in PERSIAN:
        return True
    if language in _SCRIPT_OF_OTHERS or reads_other(text.raw):
        return False
    return reads_persian(text.raw) or (elsewhere and not arabic_stretches(text.raw))


def reads_other(text: str) -> bool:
    """Whether a text has letters of another language of the same script, such as Urdu."""
    return _OTHERS.search(text) is not None


def reads_persian(text: str) -> bool:
    """Whether the letters or the small words of a text tell that it is Persian."""
    if reads_other(text):
        return False
    if _ONLY_PERSIAN.search(text):
        return True
    return any(word.translate(TO_PERSIAN) in _SMALL_WORDS for word in text.split())


def arabic_stretches(text: str) -> tuple[Stretch, ...]:
    """Where Arabic words stand together, such as a quotation inside a Persian text."""
    found = []
    for run in _RUN.finditer(text):
        found += _arabic_within(run)
    return tuple(found)


def _arabic_within(run: re.Match[str]) -> list[Stretch]:
    found: list[Stretch] = []
    together: list[re.Match[str]] = []
    for word in [*_WORD.finditer(run[0]), None]:
        if word is not None and not _is_plain(word[0]):
            together.append(word)
            continue
        if _are_arabic([one[0] for one in together]):
            start, end = together[0].start(), together[-1].end()
            found.append(Stretch(run.start() + start, run.start() + end))
        together = []
    return found


def _is_plain(word: str) -> bool:
    """Whether a word can only be Persian."""
    return bool(_PLAIN.search(word)) or word.translate(TO_PERSIAN) in _SMALL_WORDS


def _are_arabic(words: list[str]) -> bool:
    marked = sum(1 for word in words if _ARABIC.search(word))
    articles = sum(1 for word in words if _ARTICLE.search(word))
    # One word alone may begin with the same letters by chance, as those for "electronic" do.
    signs = marked + articles if marked or articles > 1 else 0
    return signs > 0 and 3 * signs >= len(words)
