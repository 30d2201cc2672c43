"""Lines that may say whose they are: the line of a persona that counts, before and after."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from jmap.diff.reason import Name, Part, Reason, because
from jmap.diff.reasons.words import titled
from jmap.diff.references import meant
from jmap.diff.weighers import Case
from jmap.model.forms import AdHoc


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
        if old != new and _is_why(case, lines):
            yield Turn(who, *(old or [None]), *(new or [None]))


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


def _touched(case: Case) -> Iterator[tuple[Name | None, _Lines]]:
    former = case.former
    if former is None:
        return
    sides = (getattr(former, case.change.field), getattr(case.part, case.change.field))
    met: dict[str, str | AdHoc | None] = {}
    for line in (case.old, case.new):
        if line is not None:
            met[_whose(line, case)] = line.persona
    for whose, persona in met.items():
        name = None if persona is None else titled("persona", persona, case.after.index)
        yield (
            name,
            _Lines(*([line for line in side if _whose(line, case) == whose] for side in sides)),
        )


def _whose(line: Any, case: Case) -> str:
    return meant("persona", line.persona, case.after.workspace)


def _is_why(case: Case, lines: _Lines) -> bool:
    if not lines.new:
        return bool(case.old == lines.old[-1])
    if case.new == lines.new[-1]:
        return True
    return bool(lines.old and case.old == lines.old[-1] and lines.new[-1] in lines.old)


def _level(line: Any) -> int:
    return int(line.level)
