"""When a journey must be checked against reality again."""

from calendar import monthrange
from datetime import MAXYEAR, date, timedelta
from math import ceil

from jmap.model.lines import Reviewed
from jmap.model.quantity import SECONDS, Duration

_DAY = SECONDS["d"]
_MONTHS = {"mo": 1, "y": 12}
_WORKING = 7 / 5


def review_due(reviewed: Reviewed | None) -> date | None:
    """The day by which a journey is due for review: the last review and the longest time between
    two of them.

    Months and years are those of the calendar, so that a review on the 31st is due on the last day
    of a shorter month. Five working days are a week. None where there was no review, no time is
    given, or the day would lie beyond the year 9999.
    """
    if reviewed is None or reviewed.every is None:
        return None
    every = reviewed.every
    try:
        if every.unit in _MONTHS and float(every.value).is_integer():
            return _months_on(reviewed.on, int(every.value) * _MONTHS[every.unit])
        return reviewed.on + timedelta(days=_days(every))
    except (OverflowError, ValueError):
        return None


def _months_on(day: date, months: int) -> date:
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    if year > MAXYEAR:
        raise OverflowError
    last = monthrange(year, month + 1)[1]
    return date(year, month + 1, min(day.day, last))


def _days(every: Duration) -> int:
    """Whole days, begun ones counted in full."""
    if every.unit in ("wh", "wd"):
        return ceil(every.magnitude / SECONDS["wd"] * _WORKING - 1e-9)
    return ceil(every.magnitude / _DAY)
