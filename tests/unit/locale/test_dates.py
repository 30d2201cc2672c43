"""Days as maps print them."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jmap import load_text, render
from jmap.api import Format
from jmap.syntax.fold import latin_digits
from jmap.views.dates import day_text

MONTHS = [
    "فروردین", "اردیبهشت", "خرداد", "تیر", "مرداد", "شهریور",
    "مهر", "آبان", "آذر", "دی", "بهمن", "اسفند",
]  # fmt: skip
PERSIAN = """سفر s "تعمیر یخچال" {
  زبان fa
  بازبینی 2026-10-04 هر 90 روز
  آزمون 2026-09-01 "فرم دو بار از کار افتاد"
  مرحله a "خرید" {
    نقطه‌تماس b "فروشگاه" { فرصت "کارت تازه" { موعد 2026-11-21 } }
  }
}
"""


@pytest.mark.parametrize(
    ("day", "text"),
    [
        (date(2026, 3, 21), "۱ فروردین ۱۴۰۵"),
        (date(2026, 3, 20), "۲۹ اسفند ۱۴۰۴"),
        (date(2026, 10, 4), "۱۲ مهر ۱۴۰۵"),
        (date(2026, 11, 21), "۳۰ آبان ۱۴۰۵"),
        (date(2025, 3, 20), "۳۰ اسفند ۱۴۰۳"),  # the last day of a leap year
        (date(2025, 3, 21), "۱ فروردین ۱۴۰۴"),
        (date(1979, 2, 11), "۲۲ بهمن ۱۳۵۷"),
        (date(2000, 2, 29), "۱۰ اسفند ۱۳۷۸"),
    ],
)
def test_persian_days_are_in_the_jalali_calendar(day: date, text: str) -> None:
    assert day_text(day, "fa") == text


def test_other_languages_have_iso_days() -> None:
    assert day_text(date(2026, 10, 4), "en") == "2026-10-04"


@given(st.dates(date(1900, 1, 1), date(2199, 12, 30)))
def test_the_day_after_is_the_next_one_of_the_month_or_its_first(day: date) -> None:
    first, second = (_parts(day_text(day + timedelta(days), "fa")) for days in (0, 1))

    if second[0] != 1:
        assert second == (first[0] + 1, first[1], first[2])
        return
    assert first[0] in (29, 30, 31)
    assert second == (1, first[1] % 12 + 1, first[2] + (first[1] == 12))


def _parts(text: str) -> tuple[int, int, int]:
    day, month, year = text.split(" ")
    return int(latin_digits(day)), MONTHS.index(month) + 1, int(latin_digits(year))


@pytest.mark.parametrize("form", ["html", "md"])
def test_a_persian_map_prints_no_gregorian_day(form: Format) -> None:
    loaded = load_text(PERSIAN)
    assert loaded.ok, loaded.diagnostics

    page = render(loaded, form).decode()

    for month in ("مهر", "شهریور", "آبان"):
        assert month in page
    for year in ("2026", "۲۰۲۶"):
        assert year not in page


def test_the_source_and_the_json_form_keep_the_day_as_written() -> None:
    loaded = load_text(PERSIAN)

    assert '"2026-11-21"' in render(loaded, "json").decode()
    assert "2026-11-21" in latin_digits(render(loaded, "jmap").decode())
