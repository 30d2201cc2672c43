"""The day by which a journey is due for review."""

from datetime import date

import pytest

from jmap.model.lines import Reviewed
from jmap.model.quantity import Duration
from jmap.views.review import review_due


def due(day: date, value: float, unit: str) -> date | None:
    return review_due(Reviewed(day, Duration(value, unit)))  # type: ignore[arg-type]


def test_without_a_review_or_a_time_nothing_is_due() -> None:
    assert review_due(None) is None
    assert review_due(Reviewed(date(2026, 10, 4))) is None


@pytest.mark.parametrize(
    ("value", "unit", "expected"),
    [
        (90, "d", date(2027, 1, 2)),
        (2, "w", date(2026, 10, 18)),
        (1.5, "d", date(2026, 10, 6)),
        (12, "h", date(2026, 10, 5)),
        (5, "wd", date(2026, 10, 11)),
        (40, "wh", date(2026, 10, 11)),
        (6, "mo", date(2027, 4, 4)),
        (1, "y", date(2027, 10, 4)),
        (0, "d", date(2026, 10, 4)),
        (0.5, "y", date(2027, 4, 5)),
    ],
)
def test_the_time_is_added_to_the_last_review(value: float, unit: str, expected: date) -> None:
    assert due(date(2026, 10, 4), value, unit) == expected


def test_a_month_without_that_day_ends_on_its_last() -> None:
    assert due(date(2026, 8, 31), 6, "mo") == date(2027, 2, 28)
    assert due(date(2024, 2, 29), 1, "y") == date(2025, 2, 28)
    assert due(date(2023, 11, 30), 3, "mo") == date(2024, 2, 29)


@pytest.mark.parametrize(
    ("value", "unit"), [(8_000, "y"), (10**30, "d"), (1e300, "d"), (10**30, "mo"), (10**30, "wh")]
)
def test_a_day_beyond_the_calendar_is_none(value: float, unit: str) -> None:
    assert due(date(2026, 10, 4), value, unit) is None
