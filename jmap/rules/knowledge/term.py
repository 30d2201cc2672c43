"""Terms: the day on which something that recurs falls due, by the calendar."""

from calendar import monthrange
from datetime import date, timedelta
from math import ceil

from jmap.model.quantity import SECONDS, Duration

_DAY = SECONDS["d"]
_MONTHS = {"mo": 1, "y": 12}


def after(day: date, term: Duration, times: int = 1) -> date | None:
    """The day that lies a number of terms after another; none beyond the end of the calendar.

    Six months after 19 October is 19 April, and a month after 31 January the last of February.
    Working days are counted five a week, whichever they are. Part of a day counts as a whole one.
    """
    amount = term.value * times
    try:
        if term.unit in _MONTHS:
            return _months_after(day, amount * _MONTHS[term.unit])
        return day + timedelta(days=ceil(_days(amount, term.unit)))
    except (OverflowError, ValueError):
        return None


def _days(amount: float, unit: str) -> float:
    if unit in ("wd", "wh"):
        return amount * SECONDS[unit] / SECONDS["wd"] * 7 / 5
    return amount * SECONDS[unit] / _DAY


def _months_after(day: date, months: float) -> date:
    whole = int(months)
    year, month = divmod(day.year * 12 + day.month - 1 + whole, 12)
    last = monthrange(year, month + 1)[1]
    rest = ceil((months - whole) * SECONDS["mo"] / _DAY)
    return date(year, month + 1, min(day.day, last)) + timedelta(days=rest)
