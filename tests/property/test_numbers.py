"""Numbers in Latin, Persian and Arabic digits: one value, and back to source without loss."""

from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jmap import limits
from jmap.loading import load_text
from jmap.model.forms import Form, Misfit
from jmap.model.number_forms import (
    BoundsForm,
    DateForm,
    DurationForm,
    PercentForm,
    QuantityForm,
    read_number,
    write_number,
)
from jmap.model.quantity import (
    SECONDS,
    Bounds,
    Count,
    Duration,
    Percent,
    Quantity,
    Ratio,
    Score,
    Triple,
)
from jmap.source import SourceFile
from jmap.syntax.nodes import Value
from jmap.syntax.parser import parse
from jmap.syntax.words import words

SCRIPTS = ("0123456789", "۰۱۲۳۴۵۶۷۸۹", "٠١٢٣٤٥٦٧٨٩")
scripts = st.sampled_from(SCRIPTS)
languages = st.sampled_from(words().languages)
wholes = st.integers(0, 10**limits.DIGITS - 1)
decimals = st.decimals(0, 10**8, places=6).map(lambda number: float(f"{number:f}"))
numbers = st.one_of(wholes, decimals)


def in_script(number: str, script: str) -> str:
    return number.translate(str.maketrans(SCRIPTS[0], script))


def value(text: str) -> Value:
    """The one value that stands after a keyword; a unit after a space is part of it."""
    parsed = parse(SourceFile("n.jmap", f"current {text}"))
    assert not parsed.diagnostics, parsed.diagnostics
    first, *unit = parsed.nodes[0].values
    if not unit:
        return first
    kind = "DURATION" if words().language_of("units", unit[0]) else "COUNT"
    return Value(kind, f"{first} {unit[0]}")


def again(form: Form, item: object, language: str) -> object:
    """What is read back from what is written."""
    return form.read(value(form.write(item, language)))


@given(numbers, scripts)
def test_digits_of_every_script_are_one_number(number: int | float, script: str) -> None:
    text = f"{Decimal(repr(number)):f}"

    assert read_number(in_script(text, script)) == number
    assert read_number(in_script(text.replace(".", "٫"), script)) == number
    assert read_number(value(in_script(text, script))) == number


@given(wholes, scripts, st.sampled_from("_٬"))
def test_groups_mean_nothing(number: int, script: str, mark: str) -> None:
    grouped = f"{number:,}".replace(",", mark)

    assert read_number(value(in_script(grouped, script))) == number


@given(numbers)
def test_the_shortest_decimal_reads_back(number: int | float) -> None:
    text = write_number(number)

    assert read_number(text) == number
    assert type(read_number(text)) is type(number)
    assert "e" not in text


@given(st.decimals(0, 1, places=15))
def test_small_numbers_are_written_without_an_exponent(number: Decimal) -> None:
    assert read_number(write_number(float(number))) == float(number)


@given(st.integers(limits.DIGITS + 1, 9000), scripts, st.sampled_from("019"))
def test_numbers_too_long_to_keep_are_refused(length: int, script: str, digit: str) -> None:
    loaded = load_text("journey j {\n  stage s {\n    touchpoint t {\n      current 1"
                       + in_script(digit * length, script) + "\n    }\n  }\n}")  # fmt: skip

    assert [item.name for item in loaded.diagnostics] == ["wrong-value"]
    assert len(loaded.diagnostics[0].message) < 200


@given(st.integers(1, 9000))
def test_any_number_of_zeros_is_no_crash(length: int) -> None:
    try:
        assert read_number("0" * length) == 0
    except Misfit:
        assert length > limits.DIGITS


quantities: st.SearchStrategy[Quantity] = st.one_of(
    st.builds(Score, numbers),
    st.builds(Percent, numbers),
    st.builds(Duration, numbers, st.sampled_from(list(SECONDS))),
    st.builds(Count, wholes, st.sampled_from(["clicks", "تماس", "b2b-calls", "x"])),
    st.tuples(wholes, wholes)
    .filter(lambda pair: max(pair) > 0)
    .map(lambda pair: Ratio(min(pair), max(pair))),
    st.builds(Triple, st.integers(1, 999), st.integers(0, 999), st.integers(0, 999)),
)


@given(quantities, languages)
def test_quantities_read_back(quantity: Quantity, language: str) -> None:
    assert again(QuantityForm(), quantity, language) == quantity


@given(st.builds(Duration, numbers, st.sampled_from(list(SECONDS))), languages)
def test_durations_read_back(duration: Duration, language: str) -> None:
    assert again(DurationForm(), duration, language) == duration


@given(st.integers(0, 100), languages)
def test_percentages_read_back(share: int, language: str) -> None:
    assert again(PercentForm(), Percent(share), language) == Percent(share)


@given(st.tuples(st.integers(-1000, 1000), st.integers(-1000, 1000)), languages)
def test_bounds_read_back(ends: tuple[int, int], language: str) -> None:
    if ends[0] == ends[1]:
        with pytest.raises(Misfit):
            BoundsForm().read(value(f"{ends[0]}..{ends[1]}"))
        return
    bounds = Bounds(min(ends), max(ends))

    assert again(BoundsForm(), bounds, language) == bounds


@given(st.dates(date(1900, 1, 1), date(2199, 12, 31)), languages, scripts)
def test_dates_read_back(day: date, language: str, script: str) -> None:
    assert again(DateForm(), day, language) == day
    assert DateForm().read(value(in_script(day.isoformat(), script))) == day
