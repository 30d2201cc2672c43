"""A file with all that it imports, measured: its journeys, gaps, and what rules find in it."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date

from jmap.diagnostics import Diagnostic, Severity
from jmap.gaps import gaps_of
from jmap.history.day import Span, WatchedDay
from jmap.history.figures import MILLIONTHS, NOTHING, Figures
from jmap.loading import Loaded
from jmap.model.journey import Journey
from jmap.model.measure import Measured
from jmap.model.stage import Stage
from jmap.model.touchpoint import Touchpoint
from jmap.model.workspace import Workspace
from jmap.rules.examine import examine
from jmap.rules.plan import Plan
from jmap.syntax.fold import fold
from jmap.views.health import health_of
from jmap.views.language import language_of


@dataclass(frozen=True, slots=True)
class Measurement:
    """What a file comes to, and on which days that is so."""

    journeys: dict[str, Figures] = field(default_factory=dict)
    """What is in and about each journey, by its folded id."""
    titles: dict[str, str] = field(default_factory=dict)
    was: dict[str, str] = field(default_factory=dict)
    """The ids that journeys say they had."""
    languages: dict[str, str] = field(default_factory=dict)
    """The languages of the texts, as tags."""
    other: Figures = NOTHING
    """What was found outside of journeys."""
    span: Span = field(default_factory=Span)

    @property
    def total(self) -> Figures:
        """All of it."""
        return sum(self.journeys.values(), self.other)


def measured(loaded: Loaded, plan: Plan, day: date) -> Measurement:
    """Measures the file that was asked for, the first of those that were loaded; its rules judge
    dates as of a day.
    """
    if not loaded.parsed or loaded.files[0] in loaded.unsound or not loaded.complete:
        # Of what it says nobody can tell how much is missing.
        return Measurement(other=Figures(broken=1))
    span = Span()
    found = examine(loaded, plan, WatchedDay.on(day, span))
    own = [one for one in loaded.journeys if loaded.origins.source(one) == loaded.files[0]]
    counted = _findings(found, {fold(one.id) for one in own})
    return Measurement(
        {
            fold(one.id): _figures(loaded.workspace, one) + counted.get(fold(one.id), NOTHING)
            for one in own
        },
        {fold(one.id): one.label for one in own},
        {fold(one.id): fold(one.was) for one in own if one.was},
        {fold(one.id): language_of(one) for one in own},
        counted.get("", NOTHING),
        span,
    )


def _findings(found: tuple[Diagnostic, ...], journeys: set[str]) -> dict[str, Figures]:
    """How many findings there are in each journey, and under no name outside of them."""
    counts: dict[str, Counter[Severity]] = {}
    for one in found:
        name = fold(one.address.partition(".")[0]) if one.address else ""
        counts.setdefault(name if name in journeys else "", Counter())[one.severity] += 1
    return {
        name: Figures(
            errors=count[Severity.ERROR],
            warnings=count[Severity.WARNING],
            notes=count[Severity.INFO],
        )
        for name, count in counts.items()
    }


def _figures(workspace: Workspace, journey: Journey) -> Figures:
    """What customers live through now: nothing of a journey that is planned or given up."""
    if journey.state == "future" or journey.status == "retired":
        return NOTHING
    gaps = gaps_of(workspace, journey)
    levels = Counter(gap.level.value for gap in gaps)
    mean = health_of(workspace, journey).mean
    places = list(_met(journey))
    return Figures(
        **{level: levels[level] for level in ("large", "medium", "small", "good", "unknown")},
        weight=sum(round(gap.weighted * MILLIONTHS) for gap in gaps if gap.weighted),
        attained=0 if mean is None else round(mean * MILLIONTHS),
        scored=0 if mean is None else 1,
        touchpoints=len(places),
        owned=sum((place.touchpoint.owner or place.stage.owner) is not None for place in places),
        compared=sum(any(map(_is_compared, _levels(place.touchpoint))) for place in places),
        measured=sum(
            any(one.current is not None for one in place.touchpoint.measures) for place in places
        ),
    )


@dataclass(frozen=True, slots=True)
class _Place:
    stage: Stage
    touchpoint: Touchpoint


def _met(journey: Journey) -> Iterator[_Place]:
    for stage in journey.stages:
        for touchpoint in stage.touchpoints:
            if touchpoint.status not in ("retired", "gap"):
                yield _Place(stage, touchpoint)


def _levels(touchpoint: Touchpoint) -> Iterator[Measured]:
    yield touchpoint
    yield from touchpoint.measures


def _is_compared(one: Measured) -> bool:
    return one.current is not None and one.desired is not None
