"""Workspaces out of thin air: every field of every statement class is filled now and then, with
texts that markup, terminals and readers choke on.
"""

import random
from dataclasses import dataclass, is_dataclass
from datetime import date, timedelta
from typing import Any

from hypothesis import strategies as st

from jmap.model.forms import (
    AddressForm,
    AdHoc,
    ChoiceForm,
    Form,
    IdForm,
    RefForm,
    SignForm,
    TextForm,
)  # fmt: skip
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
)  # fmt: skip
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
)  # fmt: skip
from jmap.model.statement import spec
from jmap.model.workspace import Workspace

TEXTS = (
    "Compares three tariffs", "a|b", "**bold**", "<script>alert(1)</script>", "@octocat",
    "#12", "1. one", "- item", "# head", "[t](javascript:x)", "line one\nline two",
    "  edges  ", "می‌شود", "گفت: «سلام»!", "=1+1", "+1", "-1", "\ttab", "\x1b[31mred",
    "\u202eevil", "`code`", "a\\", "$x$", ":tada:", "&amp;", "😀 fine",
    "---", "https://x.example", "a_b_c", "½", "<!-- -->", "]]>", "a\u2028b", "~~no~~",
    '"quoted"',
)  # fmt: skip
ADDRESSES = (
    "https://example.org/a?b=1&c=2",
    "research/may.md",
    "mailto:a@b.example",
    "img/دانا.png",
)
WORDS = ("compare", "choose", "مرحله", "goal", "owner", "a-b", "می‌خواهد", "x1")


@dataclass(slots=True)
class Author:
    """Writes workspaces from a seed."""

    rng: random.Random
    count: int = 0

    def statement(self, cls: Any, depth: int = 0) -> Any:
        shape = spec(cls)
        values: dict[str, Any] = {}
        for head in shape.heads:
            if head.required or self.rng.random() < 0.5:
                values[head.name] = True if head.form is None else self.value(head.form, head.name)
        fields = shape.lines
        for field in fields if not is_dataclass(cls) else ():
            if field.required or self.rng.random() < (0.5 if depth < 3 else 0.2):
                items = [self.item(field.item, depth + 1) for _ in range(self.rng.randint(1, 2))]
                values[field.name] = tuple(items) if field.many else items[0]
        return cls(**values)

    def item(self, item: Any, depth: int) -> Any:
        if item is None:
            return True
        return self.value(item) if isinstance(item, Form) else self.statement(item, depth)

    def value(self, form: Form, name: str = "") -> Any:
        rng = self.rng
        match form:
            case AddressForm():
                return rng.choice(ADDRESSES)
            case TextForm():
                return rng.choice(TEXTS) + rng.choice(("", " ", rng.choice(TEXTS)))
            case RefForm():
                named = form.ad_hoc and rng.random() < 0.3
                return AdHoc(rng.choice(TEXTS)) if named else rng.choice(WORDS)
            case SignForm():
                return rng.choice("+-±")
            case IdForm():
                self.count += 1
                return f"x-{self.count}" if name == "name" else f"{rng.choice(WORDS)}-{self.count}"
            case ChoiceForm():
                return rng.choice(form.names)
            case DateForm():
                return date(2026, 1, 1) + timedelta(days=rng.randint(0, 999))
        return self.number(form)

    def number(self, form: Form) -> Any:  # noqa: C901 - a case for each form
        rng = self.rng
        match form:
            case NumberForm():
                return rng.randint(form.low, form.high)
            case DecimalForm():
                return rng.choice((form.low, form.high, 0.5, 3))
            case PercentForm():
                return Percent(rng.choice((0, 80, 12.5)))
            case DurationsForm():
                low = self.duration()
                return rng.choice((low, Durations(low, Duration(low.value + 1, low.unit))))
            case DurationForm():
                return self.duration()
            case AgeForm():
                return rng.choice((37, Bounds(20, 29)))
            case BoundsForm():
                return rng.choice((Bounds(1, 5), Bounds(-2.5, 2)))
            case QuantityForm():
                return self.quantity()
        raise TypeError(form)

    def duration(self) -> Duration:
        unit: Any = self.rng.choice(list(SECONDS))
        return Duration(self.rng.choice((1, 90, 2.5)), unit)

    def quantity(self) -> Quantity:
        kinds: tuple[Quantity, ...] = (
            Score(2), Score(-3.5), Percent(62), self.duration(), Count(3, "clicks"),
            Count(2, "مورد"),
            Ratio(412, 640), Triple(31, 40, 49),
        )  # fmt: skip
        return self.rng.choice(kinds)


def workspace(seed: int) -> Workspace:
    """The workspace of a seed."""
    author = Author(random.Random(seed))
    shape = spec(Workspace)
    found = {
        field.name: tuple(author.statement(field.item, 1) for _ in range(author.rng.randint(0, 2)))
        for field in shape.body.values()
    }
    return Workspace(**found)


workspaces = st.integers(0, 2**32 - 1).map(workspace)
