"""The words of a comment in one language, and texts of maps made safe to stand in it."""

from dataclasses import dataclass

from jmap.locale import label
from jmap.model.number_forms import digits
from jmap.paint.markdown import isolated
from jmap.reports.changes.told import ToldChange
from jmap.views.language import Direction, direction_of

_TITLE = 100
_SENTENCE = 600
"""Longest texts that a comment shows, in characters: it has to hold those of all journeys."""


@dataclass(frozen=True, slots=True)
class Phrases:
    """How a comment speaks."""

    language: str

    @property
    def direction(self) -> Direction:
        """How it is read."""
        return direction_of(self.language)

    def say(self, key: str, **parts: str) -> str:
        """A phrase of the comment; its parts are Markdown already."""
        return label(key, self.language).format(**parts)

    def number(self, number: int) -> str:
        """A number in the digits of the language."""
        return digits(str(number), self.language)

    def several(self, number: int) -> str:
        """A number of changes."""
        key = "comment-change" if number == 1 else "comment-changes"
        return self.say(key, count=self.number(number))

    def title(self, text: str) -> str:
        """The name of something on a map, as Markdown that shows it and does nothing else."""
        return self._text(text, _TITLE)

    def sentence(self, text: str) -> str:
        """A longer text, in the same way."""
        return self._text(text, _SENTENCE)

    def _text(self, text: str, longest: int) -> str:
        line = " ".join(text.split())
        short = line if len(line) <= longest else line[: longest - 1].rstrip() + "…"
        return isolated(short, always=self.direction == "rtl")


_PLACES = ("touchpoint", "stage", "journey")


def name(one: ToldChange) -> str:
    """What people call the changed part: its title, else its id."""
    if one.title:
        return one.title
    if one.statement in _PLACES:
        return one.touchpoint or one.stage or one.journey
    return one.address.rpartition(".")[2] or one.workspace
