"""The language a journey is written in, and the direction it is read in."""

import unicodedata
from collections import Counter
from collections.abc import Iterable
from typing import Literal

from jmap.model.journey import Journey
from jmap.syntax.words import words

Direction = Literal["ltr", "rtl"]
_RIGHT_TO_LEFT = frozenset({"ar", "ckb", "dv", "fa", "he", "ks", "ps", "sd", "ug", "ur", "yi"})


def language_of(journey: Journey) -> str:
    """The language a journey names, or the one that most letters of its titles are written in."""
    if journey.language:
        return journey.language
    titles = [journey.title, *journey.scenario, *(stage.title for stage in journey.stages)]
    directions = Counter(
        unicodedata.bidirectional(char) in ("R", "AL")
        for text in titles
        for char in text or ""
        if char.isalpha()
    )
    return "fa" if directions[True] > directions[False] else "en"


def first_language(journeys: Iterable[Journey]) -> str:
    """The language in which labels are printed for some journeys: that of the first."""
    return next((printed_language(language_of(one)) for one in journeys), "en")


def direction_of(language: str) -> Direction:
    """Right to left for the languages that are read so."""
    return "rtl" if language.split("-")[0].lower() in _RIGHT_TO_LEFT else "ltr"


def printed_language(language: str) -> str:
    """The language in which labels and digits are printed: the journey's, where there is a table
    or a catalogue for it.
    """
    known = {code.lower(): code for code in words().digits}
    whole = language.lower()
    return known.get(whole) or known.get(whole.split("-")[0]) or "en"
