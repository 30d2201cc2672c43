"""The history as a series of moments: what the chart shows, in its language."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from jmap.history.figures import NOTHING, Figures
from jmap.history.line import Line, Point
from jmap.locale import label
from jmap.views.language import printed_language
from jmap.views.numbers import signed

LEVELS = ("large", "medium", "small")
"""From the one that hurts most: it stands on the ground."""
_MOST = 6
_WEIGHTS = {"large": 3, "medium": 2, "small": 1}


@dataclass(frozen=True, slots=True)
class Moment:
    """The figures from some time on."""

    seconds: float
    """Since the first."""
    figures: Figures
    point: Point

    @property
    def broken(self) -> bool:
        """Whether maps had errors: the figures of their files are those of before."""
        return self.figures.broken > 0


@dataclass(frozen=True, slots=True)
class Step:
    """One of the changes that did most to the gaps."""

    number: int
    moment: Moment
    before: Figures


@dataclass(frozen=True, slots=True)
class Series:
    """What is drawn. There is at least one moment."""

    moments: tuple[Moment, ...]
    steps: tuple[Step, ...]
    language: str
    title: str

    @property
    def seconds(self) -> float:
        """From the first moment to the last."""
        return self.moments[-1].seconds

    @property
    def first(self) -> date:
        """The day of the first moment."""
        return self.moments[0].point.day

    @property
    def last(self) -> date:
        """The day of the last; none lies after it."""
        return max(moment.point.day for moment in self.moments)

    def label(self, key: str) -> str:
        """A phrase of the chart."""
        return label(f"history-{key}", self.language)

    def counted(self, key: str, count: int) -> str:
        """What is counted, as it is called of one and of several."""
        return self.label(f"{key}-one" if count == 1 else key)

    def told(self, step: Step) -> str:
        """What a step did to the gaps, in a few words."""
        change = step.moment.figures - step.before
        parts = [
            f"{signed(getattr(change, level), self.language)} {self.label(f'step-{level}')}"
            for level in LEVELS
            if getattr(change, level)
        ]
        return " · ".join(parts)


def series_of(line: Line) -> Series:
    """The series of a line of at least one commit."""
    moments = tuple(_moments(line.points))
    language = printed_language(line.language)
    return Series(moments, tuple(_steps(moments)), language, line.title)


def _moments(points: Sequence[Point]) -> Iterator[Moment]:
    start, latest = points[0].commit.committed, 0.0
    for point in points:
        # The clock of whoever committed may be wrong: time does not run backwards here.
        latest = max(latest, (point.commit.committed - start).total_seconds())
        yield Moment(latest, point.figures, point)


def _steps(moments: Sequence[Moment]) -> Iterator[Step]:
    before = [NOTHING, *(moment.figures for moment in moments)]
    scored = [
        (_size(moment.figures - before[at]), at) for at, moment in enumerate(moments) if at > 0
    ]
    largest = sorted(scored, key=lambda one: (-one[0], -one[1]))[:_MOST]
    chosen = sorted(at for size, at in largest if size)
    for number, at in enumerate(chosen, 1):
        yield Step(number, moments[at], before[at])


def _size(change: Figures) -> int:
    return sum(weight * abs(getattr(change, level)) for level, weight in _WEIGHTS.items())
