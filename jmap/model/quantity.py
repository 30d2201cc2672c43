"""Quantities: a number together with what it counts, so that only like is compared with like."""

from dataclasses import dataclass
from typing import Annotated, Literal

from pydantic import Field

from jmap.syntax.fold import fold

Number = Annotated[int | float, Field(allow_inf_nan=False)]
Whole = Annotated[int, Field(ge=0)]

TimeUnit = Literal["s", "m", "h", "d", "w", "mo", "y"]
WorkUnit = Literal["wh", "wd"]

PERCENT = "%"
"""The unit of a percentage, which may also be written as a word: 40 percent."""

SECONDS: dict[str, int] = {
    "s": 1,
    "m": 60,
    "h": 3_600,
    "d": 86_400,
    "w": 604_800,
    "mo": 2_592_000,
    "y": 31_536_000,
    "wh": 3_600,
    "wd": 28_800,
}
"""Seconds in each unit of time. For comparing, a month is 30 days, a year 365, a working day 8
working hours.
"""


@dataclass(frozen=True, slots=True)
class Score:
    """A plain number on a scale: the journey's, or in a measure the metric's (NPS: −100 to 100)."""

    value: Number

    @property
    def dimension(self) -> str:
        """Quantities compare only inside one dimension."""
        return "score"

    @property
    def magnitude(self) -> float:
        """The number by which quantities of one dimension compare."""
        return self.value


@dataclass(frozen=True, slots=True)
class Percent:
    """A share of a hundred, such as 62%."""

    value: Number
    unit: Literal["%"] = "%"

    @property
    def dimension(self) -> str:
        """The same as for a ratio, so that 412/640 compares with 90%."""
        return "percentage"

    @property
    def magnitude(self) -> float:
        """Percent."""
        return self.value


@dataclass(frozen=True, slots=True)
class Duration:
    """A stretch of time in the unit it was given in; ``wh`` and ``wd`` are working hours and
    days.
    """

    value: Number
    unit: TimeUnit | WorkUnit

    @property
    def dimension(self) -> str:
        """Working time and clock time are not compared with each other."""
        return "working time" if self.unit in ("wh", "wd") else "duration"

    @property
    def magnitude(self) -> float:
        """Seconds, or working seconds."""
        return self.value * SECONDS[self.unit]


@dataclass(frozen=True, slots=True)
class Count:
    """A number of things, such as 3 clicks. The thing is a word of the author's own."""

    value: Number
    thing: str

    @property
    def dimension(self) -> str:
        """Clicks compare with clicks only; one click is the same thing as 11 clicks."""
        thing = fold(self.thing)
        one = thing[:-1] if thing.isascii() and thing.endswith("s") and len(thing) > 3 else thing
        return f"count of {one}"

    @property
    def magnitude(self) -> float:
        """How many."""
        return self.value


@dataclass(frozen=True, slots=True)
class Ratio:
    """A part of a whole that was counted, such as 412/640: a percentage that knows its sample."""

    part: Whole
    whole: Annotated[int, Field(gt=0)]

    @property
    def dimension(self) -> str:
        """The same as for a percentage."""
        return "percentage"

    @property
    def magnitude(self) -> float:
        """Percent."""
        return 100 * self.part / self.whole


@dataclass(frozen=True, slots=True)
class Triple:
    """Answers to the recommendation question: promoters, passives and detractors, such as
    31/40/49.
    """

    promoters: Whole
    passives: Whole
    detractors: Whole

    @property
    def dimension(self) -> str:
        """Net promoter score."""
        return "net promoter score"

    @property
    def sample(self) -> int:
        """How many answered."""
        return self.promoters + self.passives + self.detractors

    @property
    def magnitude(self) -> float:
        """The net promoter score, −100 to 100."""
        return 100 * (self.promoters - self.detractors) / self.sample


Quantity = Score | Percent | Duration | Count | Ratio | Triple


@dataclass(frozen=True, slots=True)
class Bounds:
    """A lowest and a highest number, both included: a scale, an age range."""

    low: Number
    high: Number


@dataclass(frozen=True, slots=True)
class Durations:
    """A shortest and a longest duration, both included."""

    low: Duration
    high: Duration


def common_dimension(quantities: list[Quantity]) -> str | None:
    """The dimension in which all the quantities compare, or none.

    A plain number beside promoters, passives and detractors is a net promoter score.
    """
    dimensions = {quantity.dimension for quantity in quantities}
    if dimensions == {"score", "net promoter score"}:
        return "net promoter score"
    return dimensions.pop() if len(dimensions) == 1 else None
