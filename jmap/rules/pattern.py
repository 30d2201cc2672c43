"""Patterns that are compiled when they are first looked for.

Rules know a hundred of them, and compiling all would take a small check longer than everything else
that it does.
"""

import re
from collections.abc import Callable, Iterator
from functools import cached_property
from sys import maxsize


class Pattern:
    """As ``re.compile`` of the same text and flags, later."""

    def __init__(self, pattern: str, flags: int | re.RegexFlag = 0) -> None:
        self.pattern = pattern
        self.flags = flags

    @cached_property
    def compiled(self) -> re.Pattern[str]:
        """The pattern itself."""
        return re.compile(self.pattern, self.flags)

    def search(self, text: str, start: int = 0, end: int = maxsize) -> re.Match[str] | None:
        """The first place that fits, between two positions."""
        return self.compiled.search(text, start, end)

    def match(self, text: str, start: int = 0) -> re.Match[str] | None:
        """What fits at a position."""
        return self.compiled.match(text, start)

    def fullmatch(self, text: str, start: int = 0, end: int = maxsize) -> re.Match[str] | None:
        """The whole text between two positions, where it fits."""
        return self.compiled.fullmatch(text, start, end)

    def finditer(self, text: str) -> Iterator[re.Match[str]]:
        """Every place that fits."""
        return self.compiled.finditer(text)

    def findall(self, text: str) -> list[str]:
        """What stands at every place that fits."""
        found: list[str] = self.compiled.findall(text)
        return found

    def split(self, text: str) -> list[str]:
        """What stands between the places that fit."""
        found: list[str] = self.compiled.split(text)
        return found

    def sub(self, new: str | Callable[[re.Match[str]], str], text: str) -> str:
        """The text with something else at every place that fits."""
        return self.compiled.sub(new, text)
