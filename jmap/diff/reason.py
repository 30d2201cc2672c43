"""A reason: a phrase of the catalogues and what stands in it, said in a language on demand."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Literal
from unicodedata import bidirectional

from jmap.locale import label
from jmap.model.number_forms import digits
from jmap.model.quantity import Quantity
from jmap.views.dates import day_text
from jmap.views.language import direction_of
from jmap.views.numbers import quantity_text, signed
from jmap.views.sentences import quoted

Naming = Literal["whole", "one", "many"]
"""How a reason speaks of its own part: by its name, as ``it`` behind its name, or as one of several
that it holds for.
"""
_ISOLATES = dict.fromkeys(map(ord, "\u2066\u2067\u2068\u2069"))
_WITHIN = {'"': "'", "«": "‹", "»": "›"}
"""What quotes are written as where they stand within quotes of their kind."""


@dataclass(frozen=True, slots=True)
class Name:
    """What people call something: a text of a map, said in quotes."""

    text: str


@dataclass(frozen=True, slots=True)
class Subject:
    """The name of the changed part itself, which a reason may leave out where it was just said."""

    text: str


@dataclass(frozen=True, slots=True)
class Mark:
    """A level with its sign, and the word that somebody found for it."""

    level: int
    word: str = ""


@dataclass(frozen=True, slots=True)
class Reason:
    """Why a change is better or worse: part of a sentence, without a full stop."""

    key: str
    """Its phrase in the catalogues is ``weigh-`` and this; empty where there is nothing to say."""
    parts: "tuple[tuple[str, Part], ...]" = ()
    """What stands in it, by the names that the phrase has."""

    def said(self, language: str) -> str:
        """It in a language, by itself. Nothing in it turns or isolates the text around it."""
        return self.told(language, "whole").translate(_ISOLATES)

    def told(self, language: str, naming: Naming) -> str:
        """It in a language for a page: what is written in another direction is isolated."""
        if not self.key:
            return ""
        said = {name: _said(name, part, language, naming) for name, part in self.parts}
        return label(f"weigh-{self.key}", language).format_map(said)


Part = Reason | Name | Subject | Mark | tuple[Name, ...] | Quantity | date | int
NOTHING_SAID = Reason("")


def because(key: str, **parts: Part) -> Reason:
    """A reason by the key of its phrase, and what stands in that phrase."""
    return Reason(key, tuple(parts.items()))


def quote(text: str, language: str) -> str:
    """A text of a map in the quotes of a language, on one line and not too long."""
    phrase = label("weigh-quoted", language)
    within = str.maketrans({mark: _WITHIN[mark] for mark in phrase if mark in _WITHIN})
    line = quoted(text)[1:-1].translate(within)
    inner = f"\u2068{line}\u2069" if _turns(line, language) else line
    return phrase.format(text=inner)


def _said(name: str, part: Part, language: str, naming: Naming) -> str:
    match part:
        case Reason():
            return part.told(language, naming)
        case Subject() if naming != "whole":
            return label(f"weigh-{name}-{naming}", language)
        case Name() | Subject():
            return quote(part.text, language)
        case Mark():
            word = f" {quote(part.word, language)}" if part.word else ""
            return signed(part.level, language) + word
        case tuple():
            return "".join(_listed(part, language))
        case date():
            return day_text(part, language)
        case int():
            return digits(str(part), language)
    return quantity_text(part, language)


def _listed(names: tuple[Name, ...], language: str) -> Iterator[str]:
    """Several names in a sentence; of many the first three."""
    more = len(names) - 3 if len(names) > 4 else 0
    said = [quote(one.text, language) for one in (names[:3] if more else names)]
    if more:
        said.append(label("weigh-others", language).format(count=digits(str(more), language)))
    yield label("weigh-comma", language).join(said[:-1])
    yield label("weigh-and", language) if said[1:] else ""
    yield from said[-1:]


def _turns(text: str, language: str) -> bool:
    """Whether a text has letters of the other direction."""
    other = ("L",) if direction_of(language) == "rtl" else ("R", "AL")
    return any(bidirectional(letter) in other for letter in text)
