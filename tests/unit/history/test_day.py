"""The day that notices: on every day of its span, the answer is the same."""

from collections.abc import Callable
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jmap.history.day import Span, WatchedDay

DAYS = st.dates(date(2026, 1, 1), date(2026, 3, 1))
SHIFTS = st.integers(-20, 20).map(lambda days: timedelta(days=days))
QUESTIONS = (
    lambda day, other, shift: day < other,
    lambda day, other, shift: other <= day,
    lambda day, other, shift: day + shift >= other,
    lambda day, other, shift: other > day - shift,
    lambda day, other, shift: day == other,
    lambda day, other, shift: day != other,
    lambda day, other, shift: other != day,
    lambda day, other, shift: (day - other).days > shift.days,
    lambda day, other, shift: (other - day).days > shift.days,
    lambda day, other, shift: max(day, other) == day,
    lambda day, other, shift: [day < other, day + shift < other, day > other + shift],
    lambda day, other, shift: f"{day:%d.%m.} {day}",
    lambda day, other, shift: (day.month, day.isoformat()),
    lambda day, other, shift: day in {other},
    lambda day, other, shift: day > date.max or day < date.min,
)


@pytest.mark.parametrize("question", QUESTIONS, ids=range(len(QUESTIONS)))
@given(DAYS, DAYS, SHIFTS, DAYS)
def test_the_answer_is_the_same(
    question: Callable[..., object], today: date, other: date, shift: timedelta, another: date
) -> None:
    span = Span()
    answer = question(WatchedDay.on(today, span), other, shift)

    assert answer == question(today, other, shift)
    assert span.holds(today)
    if span.holds(another):
        assert question(another, other, shift) == answer


def test_a_comparison_leaves_room() -> None:
    span = Span()
    day = WatchedDay.on(date(2026, 5, 10), span)

    assert day > date(2026, 5, 1)
    assert day <= date(2026, 6, 1)
    assert span == Span(date(2026, 5, 2), date(2026, 6, 1))


def test_what_cannot_be_followed_holds_on_one_day() -> None:
    span = Span()
    day = WatchedDay.on(date(2026, 5, 10), span)

    assert day.year == 2026
    assert span == Span(date(2026, 5, 10), date(2026, 5, 10))
