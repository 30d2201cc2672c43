"""A day that notices what it is compared with, to tell on which other days the answer is the
same.
"""

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any, SupportsIndex


@dataclass(slots=True)
class Span:
    """The days on which something holds, both ends included."""

    first: date = date.min
    last: date = date.max

    def holds(self, day: date) -> bool:
        """Whether a day is one of them."""
        return self.first <= day <= self.last

    def until(self, day: date) -> None:
        """Says that it holds up to a day at most."""
        self.last = min(self.last, day)

    def since(self, day: date) -> None:
        """Says that it holds from a day on at the earliest."""
        self.first = max(self.first, day)


_HARMLESS = frozenset({"span", "shift", "real", "__class__", "_met", "_only", "_day"})


class WatchedDay(date):
    """A date whose comparisons narrow down a span of days. Whoever asks it for anything else, or
    reckons with it, narrows that to this one day.
    """

    span: Span
    shift: timedelta
    real: date

    @classmethod
    def on(cls, day: date, span: Span, shift: timedelta = timedelta()) -> "WatchedDay":
        """The day, ``shift`` after the one that the span is about."""
        made = cls(day.year, day.month, day.day)
        object.__setattr__(made, "span", span)
        object.__setattr__(made, "shift", shift)
        object.__setattr__(made, "real", day)
        return made

    def __getattribute__(self, name: str) -> Any:
        if name not in _HARMLESS:
            object.__getattribute__(self, "_only")()
        return object.__getattribute__(self, name)

    def _only(self) -> None:
        span, day = (object.__getattribute__(self, name) for name in ("span", "real"))
        day -= object.__getattribute__(self, "shift")
        span.since(day)
        span.until(day)

    def _met(self, other: date, *, same: bool) -> None:
        """Narrows to the days that stand to another as this one does: before it, on it or after;
        ``same`` if that day itself counts with those after it.
        """
        try:
            border = other - self.shift
            edge = border if same else border + timedelta(1)
        except OverflowError:  # at the end of all days
            self._only()
            return
        if self.real - self.shift >= edge:
            self.span.since(edge)
        else:
            self.span.until(edge - timedelta(1) if edge > date.min else edge)

    def __lt__(self, other: Any) -> bool:
        return not self >= other

    def __ge__(self, other: Any) -> bool:
        there = _plain(other)
        self._met(there, same=True)
        return self.real >= there

    def __gt__(self, other: Any) -> bool:
        there = _plain(other)
        self._met(there, same=False)
        return self.real > there

    def __le__(self, other: Any) -> bool:
        return not self > other

    def __eq__(self, other: object) -> bool:
        self._only()
        return isinstance(other, date) and self.real == _plain(other)

    def __ne__(self, other: object) -> bool:
        # Not derived from the above, as elsewhere: dates have one of their own.
        return not self == other

    def __hash__(self) -> int:
        self._only()
        return hash(self.real)

    def __add__(self, other: timedelta) -> "WatchedDay":
        return WatchedDay.on(self.real + other, self.span, self.shift + other)

    __radd__ = __add__

    def __sub__(self, other: Any) -> Any:
        if isinstance(other, timedelta):
            return self + -other
        self._only()
        return self.real - _plain(other)

    def __rsub__(self, other: date) -> timedelta:
        self._only()
        return _plain(other) - self.real

    def __str__(self) -> str:
        self._only()
        return str(self.real)

    def __repr__(self) -> str:
        self._only()
        return repr(self.real)

    def __format__(self, spec: str) -> str:
        self._only()
        return format(self.real, spec)

    def __reduce_ex__(self, protocol: SupportsIndex) -> Any:
        self._only()
        return self.real.__reduce_ex__(protocol)


def _plain(other: Any) -> date:
    return other.real if isinstance(other, WatchedDay) else other
