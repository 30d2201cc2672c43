"""Rules about how texts are written: letters, digits, signs and spaces."""

import re
from abc import abstractmethod
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import ClassVar

from jmap.diagnostics import Edit, Fix
from jmap.rules.finding import Finding
from jmap.rules.pattern import Pattern
from jmap.rules.rule import Rule
from jmap.rules.scene import Scene
from jmap.rules.script import Script, Words


@dataclass(frozen=True, slots=True)
class Slip:
    """A stretch of a text that should be written in another way: offsets in ``Words.raw``."""

    start: int
    end: int
    new: str | None = None
    """What belongs there, where that is known."""


class Writing(Rule[Script]):
    """A rule that looks for a pattern in every text between quotes, and says once for each text
    what it found there, with one fix for all of it.
    """

    pattern: ClassVar[Pattern]
    """What to look for in a text as it is shown. It must not backtrack without bounds."""
    signs: ClassVar[str] = ""
    """Characters of which every match holds one; a file with none of them is not searched. Where
    it is empty, every file is.
    """
    mends: ClassVar[str] = ""
    """What the fix does, in the imperative."""
    safe: ClassVar[bool] = True
    """Whether a reader reads the same once it is mended."""

    @abstractmethod
    def says(self, text: Words, slips: tuple[Slip, ...]) -> Finding | None:
        """The message and the help for a text; the place and the fix are filled in."""

    def slip(self, text: Words, match: re.Match[str]) -> Slip | None:
        """What a place that fits the pattern comes to; none where all is well there."""
        return Slip(match.start(), match.end())

    def slips(self, text: Words) -> Iterator[Slip]:
        """All that is wrong in a text, in order."""
        for match in self.pattern.finditer(text.shown):
            found = self.slip(text, match)
            if found is not None:
                yield found

    def check(self, item: Script, scene: Scene) -> Iterable[Finding]:
        """A finding for each text that is written in another way than it should be."""
        if not self.worthwhile(item, scene):
            return
        for text in item.texts:
            slips = tuple(self.slips(text))
            said = self.says(text, slips) if slips and self.concerns(text, item, scene) else None
            if said is not None:
                yield self._placed(said, text, slips)

    def worthwhile(self, item: Script, scene: Scene) -> bool:
        """Whether there may be something to say of a file. Most have nothing, and one look at the
        whole tells.
        """
        written = item.source.text
        if self.signs and not any(sign in written for sign in self.signs):
            return False
        # An escape may show what the pattern looks for.
        return "\\" in written or self.pattern.search(written) is not None

    def concerns(self, text: Words, item: Script, scene: Scene) -> bool:
        """Whether a text that the pattern fits is one that the rule is for."""
        return True

    def _placed(self, said: Finding, text: Words, slips: tuple[Slip, ...]) -> Finding:
        edits = tuple(
            Edit(text.span(slip.start, slip.end), slip.new)
            for slip in slips
            if slip.new is not None
        )
        fix = Fix(self.mends, edits, self.safe) if edits and _leaves(text, slips) else None
        span = text.span(slips[0].start, slips[0].end)
        return Finding(said.message, said.help, span=span, fix=fix)


def _leaves(text: Words, slips: tuple[Slip, ...]) -> bool:
    """Whether a letter or digit is left of a text once it is mended: an empty one is an error."""
    shown, at = text.shown, text.start
    for slip in slips:
        if any(char.isalnum() for char in shown[at : slip.start] + (slip.new or "")):
            return True
        at = slip.end
    return any(char.isalnum() for char in shown[at : text.end])


def around(text: Words, slip: Slip) -> str:
    """The words in which a slip stands, for a message: from blank to blank, not too long."""
    raw = text.raw
    start = max(raw.rfind(" ", text.start, slip.start) + 1, text.start, slip.start - _REACH)
    end = raw.find(" ", slip.end, text.end)
    end = min(text.end if end < 0 else end, slip.end + _REACH)
    return " ".join(raw[start:end].split())


_REACH = 24


def and_more(slips: tuple[Slip, ...]) -> str:
    """What a message about the first of several slips adds."""
    more = len(slips) - 1
    return f", and {more} more in this text" if more else ""
