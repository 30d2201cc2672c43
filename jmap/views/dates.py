"""Days as people read them: in Persian by the Jalali calendar, elsewhere as in ISO 8601."""

from datetime import date

from jmap.model.number_forms import digits

_JALALI = "fa"


def day_text(day: date, language: str) -> str:
    """A day in the calendar of a language: ``2026-10-04``, in Persian ``۱۲ مهر ۱۴۰۵``.

    The month is written out: a row of numbers would leave open which calendar is meant, and in
    right-to-left text its parts would be shown in another order than they are read.
    """
    if language != _JALALI:
        return digits(day.isoformat(), language)
    # Loaded here: only maps in Persian with a date in them need it.
    from persiantools.jdatetime import MONTH_NAMES_FA, JalaliDate  # type: ignore[import-untyped]

    there = JalaliDate(day)
    number, year = digits(str(there.day), language), digits(str(there.year), language)
    return f"{number} {MONTH_NAMES_FA[there.month]} {year}"
