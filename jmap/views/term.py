"""Terms: the day on which something that recurs falls due, by the calendar."""

from calendar import monthrange
from datetime import date, timedelta
from math import ceil

from jmap.model.quantity import SECONDS, Duration

_MONTHS = {"mo": 1, "y": 12}


def after(day: date, term: Duration, times: int = 1) -> date | None:
    """The day that lies a number of terms after another; none beyond the end of the calendar.

    Months and years are those of the calendar: six months after 19 October is 19 April, and a month
    after 31 January the last of February; a part of one is counted in days. Working days are
    counted five a week, whichever they are. Part of a day counts as a whole one.
    """
    amount = term.value * times
    try:
        if term.unit in _MONTHS:
            whole = int(amount)
            day = _months_after(day, whole * _MONTHS[term.unit])
            amount -= whole
        return day + timedelta(days=ceil(_days(amount, term.unit)))
    except (OverflowError, ValueError):
        return None


def _days(amount: float, unit: str) -> float:
    if unit in ("wd", "wh"):
        # Five times seven fifths is a hair above seven.
        return amount * SECONDS[unit] / SECONDS["wd"] * 7 / 5 - 1e-9
    return amount * SECONDS[unit] / SECONDS["d"]


def _months_after(day: date, months: int) -> date:
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    last = monthrange(year, month + 1)[1]
    return date(year, month + 1, min(day.day, last))
