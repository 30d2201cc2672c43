"""Whose lines are whose: feelings and efforts of one persona among those of several."""

from collections.abc import Iterable, Sequence
from typing import Protocol

from jmap.model.forms import AdHoc, reference_key

ANYONE = ""
"""Whoever is meant by lines that name nobody: the key of no reference."""


class Voiced(Protocol):
    """A line that may say whose it is."""

    @property
    def persona(self) -> str | AdHoc | None:
        """Whose it is; none where nobody is named."""


def voices(lines: Iterable[Voiced]) -> tuple[str, ...]:
    """Those whom some lines name, in the order met, and last whoever is not named."""
    named = dict.fromkeys(reference_key(line.persona) for line in lines if line.persona is not None)
    return (*named, ANYONE)


def lines_of(lines: Sequence[Voiced], who: str) -> tuple[int, ...]:
    """Which lines are somebody's, by their places: those under the name, else those that name
    nobody.
    """
    own = _named(lines, who)
    return own or _named(lines, ANYONE)


def _named(lines: Sequence[Voiced], who: str) -> tuple[int, ...]:
    return tuple(at for at, line in enumerate(lines) if reference_key(line.persona) == who)
