"""Lines that may say whose they are: the line of a persona that counts, before and after."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from jmap.diff.around import Around
from jmap.diff.reason import Name, Part, Reason, because
from jmap.diff.reasons.meaning import all_meant
from jmap.diff.reasons.words import titled
from jmap.diff.references import meant
from jmap.diff.weighers import Case
from jmap.model.forms import AdHoc, reference_key
from jmap.model.identical import Identical

_NOBODY = reference_key(None)
"""The key of customers whom nobody names."""


@dataclass(frozen=True, slots=True)
class Turn:
    """What the lines of one persona came to before, and come to now; None where there is none."""

    who: Name | None
    """What people call the persona; None where nobody is named."""
    old: Any
    new: Any

    @property
    def rise(self) -> int:
        """How far the level rose, if both sides have one."""
        return int(self.new.level) - int(self.old.level)

    def say(self, phrase: str, **parts: Part) -> Reason:
        """A reason about customers; about one persona by the phrase for that: ``…-of``."""
        if self.who is None:
            return because(phrase, **parts)
        return because(f"{phrase}-of", who=self.who, **parts)


def lasting(case: Case) -> Iterator[Turn]:
    """The last lines of those whose line a change touches, where the change is why they differ.

    Of several changes to one persona's lines only one is the reason: the one that brings the last
    line, or takes it away and leaves an earlier one.
    """
    for who, lines in _touched(case):
        old, new = lines.old[-1:], lines.new[-1:]
        if not new and _is_retired(case):
            # Nobody meets it any more, which is what is told.
            continue
        if old != new and _is_why(case, lines):
            yield Turn(who, *(old or [None]), *(new or [None]))


def _is_retired(case: Case) -> bool:
    here = case.after.touchpoint
    return here is not None and here.status == "retired"


def lowest(case: Case) -> Iterator[Turn]:
    """The worst lines of those whose line a change touches, where the change is why they differ."""
    for who, lines in _touched(case):
        old, new = (min(side, key=_level, default=None) for side in (lines.old, lines.new))
        if old is None or new is None or old.level == new.level:
            continue
        if case.new == new or (case.old == old and new in lines.old):
            yield Turn(who, old, new)


@dataclass(frozen=True, slots=True)
class _Lines:
    old: list[Any]
    new: list[Any]
    is_own: bool = True
    """Whether they name the persona on both sides."""


def _touched(case: Case) -> Iterator[tuple[Name | None, _Lines]]:
    former = case.former
    if former is None:
        return
    sides = (getattr(former, case.change.field), getattr(case.part, case.change.field))
    met: dict[str, str | AdHoc | None] = {}
    for line in (case.old, case.new):
        if line is not None:
            met[_whose(line, case)] = line.persona
    voices = [_by_voice(Identical(side, case.after.workspace)) for side in sides]
    for whose, persona in met.items():
        old, new = (voice.get(whose, []) for voice in voices)
        if persona is not None:
            # A line for everybody that now stands for each by name, or the reverse, spoke of them.
            general = [
                voice.get(_NOBODY, []) if is_known else []
                for voice, is_known in zip(voices, _knows(whose, case), strict=True)
            ]
            if general[0] and general[1]:
                general = [[], []]
            lines = _Lines(old or general[0], new or general[1], is_own=bool(old and new))
            yield titled("persona", persona, case.after.index), lines
        elif not _speak_for_themselves(voices, (old, new), case):
            yield None, _Lines(old, new)


@lru_cache(maxsize=4)
def _by_voice(same: Identical) -> dict[str, list[Any]]:
    """Lines by the key of the persona whose they are, as it is called after the change."""
    lines, after = same.things
    found: dict[str, list[Any]] = {}
    for line in lines:
        found.setdefault(meant("persona", line.persona, after), []).append(line)
    return found


def _knows(whose: str, case: Case) -> tuple[bool, bool]:
    """Whether lines for everybody spoke of somebody, before and after: not of one who came to the
    journey, or left it.
    """
    before, after = (_asked(here, case) for here in (case.before, case.after))
    was, now = not before or whose in before, not after or whose in after
    return (True, True) if was == now else (was, now)


def _asked(here: Around, case: Case) -> frozenset[str]:
    """Those whom a journey is told for, as they are called after the change."""
    asked = here.journey.personas if here.journey is not None else ()
    return all_meant("persona", asked, case.after.workspace)


def _speak_for_themselves(voices: Any, general: Any, case: Case) -> bool:
    """Whether lines of all personas stand in place of one that was for everybody, or the reverse:
    then it is told of each of them.
    """
    asked = _asked(case.after, case)
    other = next((voice for voice, lines in zip(voices, general, strict=True) if not lines), None)
    return bool(asked) and other is not None and asked <= other.keys()


def _whose(line: Any, case: Case) -> str:
    return meant("persona", line.persona, case.after.workspace)


def _is_why(case: Case, lines: _Lines) -> bool:
    if not lines.new:
        return bool(case.old == lines.old[-1])
    if case.new == lines.new[-1]:
        return True
    if not lines.old or case.old != lines.old[-1]:
        return False
    return lines.new[-1] in lines.old or not lines.is_own


def _level(line: Any) -> int:
    return int(line.level)
