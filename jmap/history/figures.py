"""What maps come to in numbers, which add up over journeys and files."""

from dataclasses import astuple, dataclass, fields
from typing import Any

MILLIONTHS = 1_000_000


@dataclass(frozen=True, slots=True)
class Figures:
    """Counts over some journeys. All are whole numbers, so that taking one file away and adding
    another gives the same as counting anew.
    """

    large: int = 0
    medium: int = 0
    small: int = 0
    good: int = 0
    unknown: int = 0
    weight: int = 0
    """What is not fulfilled of all wishes, each times its importance, in millionths."""
    attained: int = 0
    """The sum of the journeys' mean attainments, in millionths."""
    scored: int = 0
    """How many journeys have a mean attainment."""
    touchpoints: int = 0
    """Those that customers meet: neither retired nor marked as missing."""
    owned: int = 0
    """Those of them that a team answers for, by themselves or through their stage."""
    compared: int = 0
    """Those of which both is known: what customers get, and what they want."""
    measured: int = 0
    """Those where a metric says what customers get."""
    errors: int = 0
    warnings: int = 0
    notes: int = 0
    broken: int = 0
    """Files with errors, or that import one with errors."""

    def __add__(self, other: "Figures") -> "Figures":
        pairs = zip(astuple(self), astuple(other), strict=True)
        return Figures(*(one + another for one, another in pairs))

    def __sub__(self, other: "Figures") -> "Figures":
        pairs = zip(astuple(self), astuple(other), strict=True)
        return Figures(*(one - another for one, another in pairs))

    @property
    def gaps(self) -> int:
        """The gaps that hurt, of all levels."""
        return self.large + self.medium + self.small

    @property
    def findings(self) -> int:
        """What rules find, of any weight."""
        return self.errors + self.warnings + self.notes

    @property
    def mean(self) -> float | None:
        """0 to 1: the mean of the journeys' mean attainments; none where nothing is known."""
        return self.attained / self.scored / MILLIONTHS if self.scored else None

    def share(self, part: int) -> float | None:
        """What part of the touchpoints some of them are, 0 to 1; none without any."""
        return part / self.touchpoints if self.touchpoints else None


NOTHING = Figures()
COUNTS = tuple(field.name for field in fields(Figures))


def figures_of(values: Any) -> Figures:
    """Figures as they are kept. Raises ``ValueError`` for anything else."""
    if not isinstance(values, list) or len(values) != len(COUNTS):
        raise ValueError(values)
    if not all(type(value) is int for value in values):
        raise ValueError(values)
    return Figures(*values)
