"""The figures of a row as people read them, in the digits and units of a language."""

from dataclasses import dataclass

from jmap.gaps import Level
from jmap.locale import capital, label
from jmap.model.number_forms import digits, write_number
from jmap.model.quantity import SECONDS
from jmap.reports.gaps.row import GapRow, Number
from jmap.syntax.words import words
from jmap.views.marks import LEVEL_MARKS
from jmap.views.numbers import UNKNOWN, share_text, signed


@dataclass(frozen=True, slots=True)
class Figures:
    """Writes figures in one language."""

    language: str

    def label(self, key: str) -> str:
        """A fixed notion."""
        return label(key, self.language)

    def heading(self, keyword: str) -> str:
        """What the language calls a statement."""
        return capital(words().shown("statements", keyword, self.language))

    def amount(self, number: Number | None, row: GapRow) -> str:
        """A level with its unit."""
        if number is None:
            return UNKNOWN
        text = digits(write_number(_short(number)).replace("-", "−"), self.language)
        if row.unit == "%":
            return text + digits("%", self.language)
        return text + self._unit(row.unit)

    def gap(self, number: Number | None, row: GapRow) -> str:
        """A distance with its sign and unit."""
        if number is None:
            return UNKNOWN
        unit = f" {self.label('unit-pp')}" if row.unit == "%" else self._unit(row.unit)
        return signed(number, self.language) + unit

    def share(self, share: Number | None) -> str:
        """A share of one in percent."""
        return share_text(share, self.language)

    def weight(self, weight: Number | None) -> str:
        """A weighted gap with two decimals."""
        return UNKNOWN if weight is None else digits(f"{weight:.2f}", self.language)

    def count(self, number: int) -> str:
        """A number of things."""
        return digits(str(number), self.language)

    def level(self, level: Level) -> str:
        """A level as a sign and a word."""
        return f"{LEVEL_MARKS[level]} {self.label(f'level-{level.value}')}"

    def _unit(self, unit: str) -> str:
        if unit in SECONDS:
            return f" {self.label(f'unit-{unit}')}"
        return "" if unit in ("score", "nps", "") else f" {unit}"


def _short(number: Number) -> Number:
    rounded = round(number, 1)
    return int(rounded) if rounded == int(rounded) else rounded
