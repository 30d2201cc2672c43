"""The types that fields are made of: a Python type for the value, and the form it has in source."""

from datetime import date
from typing import Annotated, ClassVar, Literal

from pydantic import Field, StringConstraints

from jmap.model.forms import AddressForm, AdHoc, IdForm, RefForm, SignForm, TextForm
from jmap.model.number_forms import (
    AgeForm,
    BoundsForm,
    DateForm,
    DecimalForm,
    DurationForm,
    DurationsForm,
    NumberForm,
    PercentForm,
    QuantityForm,
)
from jmap.model.quantity import Bounds, Duration, Durations, Percent, Quantity

_MARKS = "\\u200c\\u200d\\u0300-\\u036f\\u064b-\\u065f\\u0670"
_WORD = rf"^[^\W\d][\w{_MARKS}]*(?:-[\w{_MARKS}]+)*$"

Text = Annotated[str, TextForm(), StringConstraints(pattern=r"\S")]
Address = Annotated[str, AddressForm(), StringConstraints(pattern=r"\S")]
Id = Annotated[str, IdForm(), StringConstraints(pattern=_WORD)]

Rating = Annotated[int, NumberForm(1, 5), Field(ge=1, le=5)]
Mood = Annotated[int, NumberForm(-2, 2), Field(ge=-2, le=2)]
Points = Annotated[int | float, DecimalForm(0, 1_000_000_000), Field(ge=0, allow_inf_nan=False)]
TenPoints = Annotated[int | float, DecimalForm(0, 10), Field(ge=0, le=10, allow_inf_nan=False)]
Share = Annotated[Percent, PercentForm()]
Amount = Annotated[Quantity, QuantityForm()]
Time = Annotated[Duration, DurationForm()]
Times = Annotated[Duration | Durations, DurationsForm()]
Scale = Annotated[Bounds, BoundsForm()]
Age = Annotated[int | Bounds, AgeForm()]
Day = Annotated[date, DateForm()]
Sign = Annotated[Literal["+", "-", "±"], SignForm()]

PersonaRef = Annotated[Id | AdHoc, RefForm(("persona",))]
ChannelRef = Annotated[Id | AdHoc, RefForm(("channel",))]
TeamRef = Annotated[Id | AdHoc, RefForm(("team",))]
ProductRef = Annotated[Id | AdHoc, RefForm(("product",))]
BackstageRef = Annotated[Id | AdHoc, RefForm(("system", "process", "team", "product"))]
LaneRef = Annotated[Id | AdHoc, RefForm(("lane",))]
MetricRef = Annotated[Id | AdHoc, RefForm(("metric",))]
SourceRef = Annotated[Id, RefForm(("source",), ad_hoc=False)]
JourneyRef = Annotated[Id, RefForm(("journey",), ad_hoc=False)]
TouchpointRef = Annotated[Id, RefForm(("touchpoint",), ad_hoc=False)]
PainRef = Annotated[Id, RefForm(("pain",), ad_hoc=False)]
QuestionRef = Annotated[Id, RefForm(("question",), ad_hoc=False)]

Confidence = Literal["assumed", "inferred", "observed", "measured"]
Better = Literal["higher", "lower"]
Benefit = Literal[
    "satisfaction",
    "retention",
    "cost",
    "marketing",
    "willingness-to-pay",
    "word-of-mouth",
    "brand",
    "engagement",
]
Level = Literal["low", "medium", "high"]


class OneLine:
    """A statement without a block that holds more than one value: a frozen dataclass whose fields
    stand on its line.
    """

    __slots__ = ()
    is_line: ClassVar[bool] = True
