"""Whose voice a goal speaks in: whether only a company could want what it says."""

import re
from dataclasses import dataclass
from functools import cache

from jmap.rules.knowledge.plain import plain
from jmap.rules.knowledge.voice import english, persian
from jmap.rules.pattern import Pattern

_HINTS = Pattern(f"{english.HINTS}|{persian.HINTS}")
_CLAUSE = Pattern(r"[,;:/&+•\n.!?،؛؟]+| and | و (?!فروش)| (?:–|—|-) ")


@dataclass(frozen=True, slots=True)
class _Patterns:
    at_start: Pattern
    anywhere: Pattern
    inside: Pattern
    mine: Pattern
    quoted: Pattern


@cache
def _patterns() -> _Patterns:
    # Made when a text first holds a word of them: they take as long as checking a small map.
    return _Patterns(
        Pattern(f"{english.AT_START}|{persian.AT_START}"),
        Pattern(f"{english.ANYWHERE}|{persian.ANYWHERE}"),
        Pattern(f"{english.INSIDE}|{persian.INSIDE}"),
        Pattern(f"{english.MINE}|{persian.MINE}"),
        Pattern('["«“][^"»”]*["»”]'),
    )


def company_speaks(text: str) -> bool:
    """Whether a text can only be what a company wants, where its customers have no business of
    their own.

    Phrases count at the start of a clause: "a shop that does not try to upsell" is a customer's
    wish.
    """
    said = plain(text)
    if _HINTS.search(said) is None:
        return False
    patterns = _patterns()
    said = patterns.quoted.sub("", said)
    if patterns.mine.search(said):
        return False
    if patterns.anywhere.search(said):
        return True
    return any(patterns.at_start.match(clause.strip()) for clause in _CLAUSE.split(said))


def insiders_speak(text: str) -> bool:
    """Whether a text can only be what a company wants, whoever says it: a barber wants more
    sales and new customers too, and nobody wants a higher conversion in life.
    """
    return company_speaks(text) and _patterns().inside.search(plain(text)) is not None


def speaks_of_income(text: str) -> bool:
    """Whether a text is the Persian for "more income", which is a company's revenue or somebody's
    wages.
    """
    return re.fullmatch(persian.INCOME, plain(text)) is not None


def speaks_of_work(text: str) -> bool:
    """Whether a Persian text is about work, learning or money, so that income is the customer's."""
    return re.search(persian.WORK, plain(text)) is not None
