"""How a journey is doing: how far wishes are fulfilled, where they are least, who answers for it,
and when it must be looked at again.
"""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from math import fsum

from jmap.gaps import Gap, Level, gaps_of, ranked, stage_score
from jmap.gaps.level import PRECISION
from jmap.model.journey import Journey
from jmap.model.workspace import Workspace
from jmap.views.curve import Curve, curves
from jmap.views.facts import Reader, reader
from jmap.views.language import Direction, direction_of, language_of, printed_language
from jmap.views.outlook import intended_gaps
from jmap.views.review import review_due


@dataclass(frozen=True, slots=True)
class LevelCount:
    """How many gaps of a journey are of one level."""

    level: Level
    count: int


@dataclass(frozen=True, slots=True)
class Health:
    """The state of one journey, at a glance."""

    journey: Journey
    title: str
    language: str
    """The language of labels and digits."""
    written: str
    """The language of the texts, as a tag for ``lang``."""
    direction: Direction
    personas: tuple[str, ...]
    owner: str
    """Who answers for the whole journey; empty where nobody is named."""
    stages: int
    touchpoints: int
    mean: float | None
    """0 to 1: the mean of the stages' mean attainments, each stage counting once."""
    minimum: float | None
    """0 to 1: the least of the stages' minimum attainments."""
    worst: Gap | None
    """The gap that hurts most; none where no wish is known to be missed."""
    levels: tuple[LevelCount, ...]
    """How many gaps there are of each level, good to large, then unknown."""
    reviewed: date | None
    due: date | None
    """By when it must be reviewed again."""
    curves: tuple[Curve, ...]

    @property
    def state(self) -> str | None:
        """``current`` or ``future``, where it is said."""
        return self.journey.state

    @property
    def status(self) -> str | None:
        """How far the map can be trusted: ``draft``, ``validated``, ``live`` or ``retired``."""
        return self.journey.status

    @property
    def place(self) -> str:
        """Where the worst gap is: the touchpoint, the stage or the journey; empty without one."""
        if self.worst is None:
            return ""
        return (self.worst.touchpoint or self.worst.stage or self.worst.journey).label

    def is_overdue(self, today: date) -> bool:
        """Whether the day by which it must be reviewed has passed."""
        return self.due is not None and self.due < today


def health_of(workspace: Workspace, journey: Journey) -> Health:
    """The health of one journey; of one as it should be, as it is intended: nobody lives it yet."""
    written = language_of(journey)
    read = reader(workspace, journey, printed_language(written))
    planned = journey.state == "future"
    gaps = (intended_gaps if planned else gaps_of)(workspace, journey)
    scores = [stage_score(stage, gaps) for stage in journey.stages]
    means = [score.mean for score in scores if score.mean is not None]
    minima = [score.minimum for score in scores if score.minimum is not None]
    return Health(
        journey=journey,
        title=journey.label,
        language=read.language,
        written=written,
        direction=direction_of(written),
        personas=tuple(read.name(("persona",), one) for one in journey.personas),
        owner=_owner(journey, read),
        stages=len(journey.stages),
        touchpoints=sum(1 for _ in journey.touchpoints),
        mean=fsum(means) / len(means) if means else None,
        minimum=min(minima, default=None),
        worst=_worst(gaps),
        levels=_levels(gaps),
        reviewed=journey.reviewed.on if journey.reviewed else None,
        due=review_due(journey.reviewed),
        curves=curves(journey, read),
    )


def worst_first(found: Sequence[Health]) -> tuple[Health, ...]:
    """The journey whose customers get the smallest part of what they want first, those of which
    nothing is known last.

    Between equal means the smaller minimum comes first, then the larger weighted gap, then the
    journey that is declared first.
    """
    return tuple(sorted(found, key=_urgency))


def _urgency(health: Health) -> tuple[bool, float, float, float]:
    weighted = health.worst.weighted if health.worst and health.worst.weighted else 0.0
    return (
        health.mean is None,
        round(health.mean or 0.0, PRECISION),
        round(health.minimum or 0.0, PRECISION),
        -round(weighted, PRECISION),
    )


def _owner(journey: Journey, read: Reader) -> str:
    return read.name(("team",), journey.owner.team) if journey.owner else ""


def _worst(gaps: Sequence[Gap]) -> Gap | None:
    return next((gap for gap in ranked(gaps) if gap.weighted), None)


def _levels(gaps: Sequence[Gap]) -> tuple[LevelCount, ...]:
    found = Counter(gap.level for gap in gaps)
    return tuple(LevelCount(level, found[level]) for level in Level)
