"""What allowances let stand, found at once however many of them there are."""

from bisect import bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date

from jmap.rules.allowance import Allowance
from jmap.source import SourceFile, Span

_Key = tuple[SourceFile, str]


@dataclass(slots=True)
class _Permit:
    """All allowances of a rule that are for one statement."""

    span: Span
    holds: bool
    """Whether one of them has not run out."""
    around: "_Permit | None" = None
    """That of a statement around this one."""
    used: bool = False
    allowances: list[Allowance] = field(default_factory=list)


@dataclass(slots=True)
class Permits:
    """The allowances of some files on a day, by what they are for.

    Statements stand within or beside each other, and so does what allowances are for: from the last
    one that begins before a place, all that can hold there are reached outwards.
    """

    allowances: Iterable[Allowance]
    today: date
    _permits: dict[_Key, list[_Permit]] = field(default_factory=dict)
    _of: dict[int, _Permit] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.allowances = tuple(self.allowances)
        readable: dict[_Key, list[Allowance]] = {}
        for one in self.allowances:
            if one.covers is not None and not one.problem:
                readable.setdefault((one.source, one.rule), []).append(one)
        for key, some in readable.items():
            self._permits[key] = self._outwards(some)

    def lets(self, name: str, source: SourceFile, at: int) -> bool:
        """Whether a finding of some name at an offset of a file may stand."""
        holds = False
        for permit in self._over(name, source, at):
            # One that has run out was of use: what is wrong with it is that it has run out.
            permit.used = True
            holds = holds or permit.holds
        return holds

    def over(self, name: str, source: SourceFile, at: int) -> Iterator[Allowance]:
        """The allowances of some name for an offset of a file, from the inside outwards; those that
        have run out as well.
        """
        for permit in self._over(name, source, at):
            yield from permit.allowances

    def _over(self, name: str, source: SourceFile, at: int) -> Iterator[_Permit]:
        permits = self._permits.get((source, name))
        if permits is None:
            return
        last = bisect_right(permits, at, key=lambda permit: permit.span.start)
        permit = permits[last - 1] if last else None
        while permit is not None:
            if at < max(permit.span.end, permit.span.start + 1):
                yield permit
            permit = permit.around

    def close(self) -> None:
        """Says of each allowance whether it was of use."""
        for one in self.allowances:
            permit = self._of.get(id(one))
            one.used = permit is not None and permit.used

    def _outwards(self, some: list[Allowance]) -> list[_Permit]:
        made: dict[Span, _Permit] = {}
        for one in some:
            assert one.covers is not None
            permit = made.setdefault(one.covers, _Permit(one.covers, holds=False))
            permit.holds = permit.holds or not one.expired(self.today)
            permit.allowances.append(one)
            self._of[id(one)] = permit
        permits = sorted(made.values(), key=lambda permit: (permit.span.start, -permit.span.end))
        around: list[_Permit] = []
        for permit in permits:
            while around and around[-1].span.end <= permit.span.start:
                around.pop()
            permit.around = around[-1] if around else None
            around.append(permit)
        return permits
