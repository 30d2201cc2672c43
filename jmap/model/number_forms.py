"""Forms of numbers: ratings, quantities, durations, ranges and dates, in Latin, Persian and Arabic
digits.
"""

import re
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from jmap import limits
from jmap.model.forms import Form, Misfit
from jmap.model.quantity import (
    SECONDS,
    Bounds,
    Count,
    Duration,
    Durations,
    Percent,
    Quantity,
    Ratio,
    Score,
    Triple,
)
from jmap.syntax.fold import latin_digits
from jmap.syntax.nodes import Value
from jmap.syntax.words import words

_NUMBER = re.compile(r"[+-]?[0-9.]+")
_MEASURED = re.compile(r"([+\-−]?[0-9۰-۹٠-٩_٬.٫]+) ?([^\d].*)")
_PLAIN = re.compile(r"[+\-−]?[0-9۰-۹٠-٩_٬.٫]+")
_LONGEST = 4 * limits.DIGITS
_UNITS = "s, m, h, d, w, mo, y, wh or wd"


@dataclass(frozen=True)
class NumberForm(Form):
    """A whole number between two bounds, both included."""

    low: int
    high: int
    kinds = frozenset({"NUMBER"})

    @property
    def symbol(self) -> str:  # type: ignore[override]
        """The bounds as a range."""
        return f"{self.low}..{self.high}"

    @property
    def takes(self) -> str:  # type: ignore[override]
        """The bounds in words."""
        return f"a whole number from {self.low} to {self.high}"

    @property
    def example(self) -> str:  # type: ignore[override]
        """The highest value."""
        return str(self.high)

    def read(self, token: Value) -> int:
        """The number. Raises ``Misfit`` outside the bounds."""
        number = read_number(token)
        if not isinstance(number, int) or not self.low <= number <= self.high:
            raise Misfit(
                f"{token} is not {self.takes}", f"the scale runs from {self.low} to {self.high}"
            )
        return number

    def write(self, item: int, language: str = "en", indent: str = "") -> str:
        """With a plus sign where the scale has a negative side."""
        text = f"{item:+d}" if self.low < 0 and item else str(item)
        return digits(text, language)


@dataclass(frozen=True)
class DecimalForm(Form):
    """A number between two bounds, both included; fractions are allowed."""

    low: int
    high: int
    kinds = frozenset({"NUMBER"})
    example = "2.5"

    @property
    def symbol(self) -> str:  # type: ignore[override]
        """The bounds as a range, where the upper one says something."""
        return f"{self.low}..{self.high}" if self.high <= 100 else "NUMBER"

    @property
    def takes(self) -> str:  # type: ignore[override]
        """The bounds in words, where the upper one says something."""
        upward = f"to {self.high}" if self.high <= 100 else "upwards"
        return f"a number from {self.low} {upward}"

    def read(self, token: Value) -> int | float:
        """The number. Raises ``Misfit`` outside the bounds."""
        number = read_number(token)
        if not self.low <= number <= self.high:
            raise Misfit(f"{token} is out of range", f"write {self.takes}")
        return number

    def write(self, item: int | float, language: str = "en", indent: str = "") -> str:
        """The shortest decimal."""
        return digits(write_number(item), language)


class QuantityForm(Form):
    """A score, a percentage, a duration, a count of things, or counted answers."""

    kinds = frozenset({"NUMBER", "PERCENT", "DURATION", "RATIO", "COUNT"})
    takes = "a quantity: a score, 62%, 4m, 3 clicks, 412/640 or 31/40/49"
    symbol = "QUANTITY"
    example = "4m"
    joins_unit = True

    def read(self, token: Value) -> Quantity:
        """The quantity in its unit. Raises ``Misfit`` for an impossible one."""
        match token.type:
            case "NUMBER":
                return Score(read_number(token))
            case "PERCENT":
                return Percent(read_number(token))
            case "RATIO":
                return _read_ratio(token)
        return _read_measured(token)

    def write(self, item: Quantity, language: str = "en", indent: str = "") -> str:
        """As people type it."""
        match item:
            case Score():
                return digits(write_number(item.value), language)
            case Percent():
                return digits(write_number(item.value) + "%", language)
            case Duration():
                return write_duration(item, language)
            case Count():
                return f"{digits(write_number(item.value), language)} {item.thing}"
            case Ratio():
                return digits(f"{item.part}/{item.whole}", language)
            case Triple():
                return digits(f"{item.promoters}/{item.passives}/{item.detractors}", language)


class PercentForm(Form):
    """A percentage from 0 to 100."""

    kinds = frozenset({"PERCENT"})
    takes = "a percentage"
    symbol = "PERCENT"
    example = "80%"

    def read(self, token: Value) -> Percent:
        """The percentage. Raises ``Misfit`` outside 0 to 100."""
        number = read_number(token)
        if not 0 <= number <= 100:
            raise Misfit(f"{token} is not between 0% and 100%", "a share cannot exceed its whole")
        return Percent(number)

    def write(self, item: Percent, language: str = "en", indent: str = "") -> str:
        """Number and percent sign."""
        return digits(write_number(item.value) + "%", language)


class DurationForm(Form):
    """A stretch of time."""

    kinds = frozenset({"DURATION"})
    takes = "a duration such as 20s, 4m, 31h, 2d, 6w, 3mo or 20wd"
    symbol = "DURATION"
    example = "90d"
    joins_unit = True

    def read(self, token: Value) -> Duration:
        """The duration in its unit. Raises ``Misfit`` for an unknown unit."""
        measured = _read_measured(token)
        if isinstance(measured, Duration):
            return measured
        raise Misfit(f"`{measured.thing}` is no unit of time", f"use {_UNITS}")

    def write(self, item: Duration, language: str = "en", indent: str = "") -> str:
        """The unit beside the number where it is a letter, after a space where it is a word."""
        return write_duration(item, language)


class DurationsForm(DurationForm):
    """A duration, or a range of durations such as 1d..3d."""

    kinds = frozenset({"DURATION", "RANGE"})
    takes = "a duration such as 20m, or a range such as 1d..3d"
    symbol = "DURATION[..DURATION]"
    example = "20m"

    def read(self, token: Value) -> Duration | Durations:  # type: ignore[override]
        """One duration or two. Raises ``Misfit`` where the second is shorter."""
        if token.type != "RANGE":
            return super().read(token)
        low, high = (super(DurationsForm, self).read(part) for part in _ends(token, "DURATION"))
        if low.dimension != high.dimension or low.magnitude > high.magnitude:
            raise Misfit("a range goes from the shorter to the longer duration", "turn it round")
        return Durations(low, high)

    def write(self, item: Duration | Durations, language: str = "en", indent: str = "") -> str:
        """In a range a unit stands right after its number, so that the range stays one word."""
        if isinstance(item, Duration):
            return write_duration(item, language)
        ends = (write_duration(end, language).replace(" ", "") for end in (item.low, item.high))
        return "..".join(ends)


class BoundsForm(Form):
    """A range of numbers such as 1..5."""

    kinds = frozenset({"RANGE"})
    takes = "a range such as 1..5"
    symbol = "LOW..HIGH"
    example = "1..5"

    def read(self, token: Value) -> Bounds:
        """Lowest and highest. Raises ``Misfit`` where they are the wrong way round."""
        parts = _ends(token, "NUMBER")
        if not all(map(_PLAIN.fullmatch, parts)):
            raise Misfit(f"{token} is not {self.takes}", "write plain numbers, without units")
        low, high = map(read_number, parts)
        if low >= high:
            raise Misfit(f"{token} does not go up", "write the lower number first")
        return Bounds(low, high)

    def write(self, item: Bounds, language: str = "en", indent: str = "") -> str:
        """Two numbers and two dots."""
        low, high = write_number(item.low), write_number(item.high)
        return f"{digits(low, language)}..{digits(high, language)}"


class AgeForm(BoundsForm):
    """An age in years, or a range of ages."""

    kinds = frozenset({"NUMBER", "RANGE"})
    takes = "an age such as 37, or a range such as 30..39"
    symbol = "AGE"
    example = "37"

    def read(self, token: Value) -> int | Bounds:  # type: ignore[override]
        """Years. Raises ``Misfit`` outside 0 to 130."""
        if token.type != "RANGE":
            return NumberForm(0, 130).read(token)
        bounds = super().read(token)
        if bounds.low < 0 or bounds.high > 130:
            raise Misfit(f"{token} is not {self.takes}", "an age has 0 to 130 years")
        return bounds

    def write(self, item: int | Bounds, language: str = "en", indent: str = "") -> str:
        """One number or a range."""
        if isinstance(item, Bounds):
            return super().write(item, language)
        return digits(str(item), language)


class DateForm(Form):
    """A day in the Gregorian calendar, year first."""

    kinds = frozenset({"DATE"})
    takes = "a date such as 2026-11-21"
    symbol = "DATE"
    example = "2026-11-21"

    def read(self, token: Value) -> date:
        """The day. Raises ``Misfit`` for a day that does not exist, and for a year of another
        calendar.
        """
        year, month, day = (int(part) for part in latin_digits(token).split("-"))
        if not 1900 <= year <= 2199:
            raise Misfit(
                f"{year} is no year of the Gregorian calendar near ours", "write 2026-11-21"
            )
        try:
            return date(year, month, day)
        except ValueError:
            raise Misfit(f"there is no day {token}", "check the month and the day") from None

    def write(self, item: date, language: str = "en", indent: str = "") -> str:
        """ISO 8601."""
        return digits(item.isoformat(), language)


def read_number(token: str) -> int | float:
    """The number at the start of a token, in any digits. Raises ``Misfit`` where it is too long to
    keep exactly.
    """
    match = _NUMBER.match(latin_digits(token))
    text = match[0] if match else "0"
    if len(text.strip("+-").replace(".", "").lstrip("0")) > limits.DIGITS or len(text) > _LONGEST:
        raise Misfit(f"a number has at most {limits.DIGITS} digits", "round it")
    return float(text) if "." in text else int(text)


def write_number(number: int | float) -> str:
    """The shortest decimal that reads back as the same number."""
    text = repr(number)
    if "e" in text:
        text = f"{Decimal(text):f}"
        return text if "." in text else text + ".0"
    return text


def write_duration(item: Duration, language: str = "en") -> str:
    """A duration with its unit in a language."""
    unit = words().spelled("units", item.unit, language)
    number = digits(write_number(item.value), language)
    return f"{number}{unit}" if unit.isascii() else f"{number} {unit}"


def _read_measured(token: Value) -> Duration | Count:
    match = _MEASURED.fullmatch(token)
    if match is None:
        raise Misfit(f"`{token}` has no unit of time", f"write its unit: {_UNITS}")
    number, typed = match[1], match[2]
    if read_number(number) < 0:
        raise Misfit(f"{token} is less than nothing", "write it without the minus sign")
    unit = words().canonical("units", typed)
    if unit in SECONDS:
        return Duration(read_number(number), unit)  # type: ignore[arg-type]
    if token.type == "COUNT":
        return Count(read_number(number), typed)
    raise Misfit(f"`{typed}` is no unit of time", f"use {_UNITS}; a count has a space: 3 {typed}")


def _read_ratio(token: Value) -> Ratio | Triple:
    parts = [read_number(part) for part in token.split("/")]
    numbers = [part for part in parts if isinstance(part, int)]
    if len(numbers) == 3:
        if sum(numbers) == 0:
            raise Misfit("nobody answered: 0/0/0 says nothing", "leave the line out")
        return Triple(*numbers)
    if numbers[1] == 0:
        raise Misfit("nothing can be a part of 0", "leave the line out")
    if numbers[0] > numbers[1]:
        raise Misfit(f"{token} is more than the whole", "write the part first, then the whole")
    return Ratio(*numbers)


def _ends(token: Value, kind: str) -> list[Value]:
    parts = token.split("..")
    return [Value(kind, part) for part in parts]


def digits(number: str, language: str) -> str:
    """A number written with ASCII digits, as a language writes it."""
    return number.translate(words().digits[language])
