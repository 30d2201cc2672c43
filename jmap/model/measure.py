"""Measures: a metric at a place, with the three levels that gaps are computed from."""

from collections.abc import Iterator
from typing import Annotated

from jmap.model.declared import Extras
from jmap.model.fields import Amount, Better, MetricRef, Text
from jmap.model.quantity import Count, Quantity, common_dimension
from jmap.model.statement import Head, Line, Problem, Statement


class Measured(Statement):
    """The three levels of experience that gaps are computed from: what is, what is wanted, what is
    meant.
    """

    current: Annotated[Amount | None, Line("What customers get now")] = None
    desired: Annotated[Amount | None, Line("What customers want")] = None
    intended: Annotated[Amount | None, Line("What we set out to give")] = None
    better: Annotated[
        Better | None, Line("Whether higher or lower is better, where it is not plain")
    ] = None

    def problems(self) -> Iterator[Problem]:
        """All levels must be in one unit: minutes are not compared with percent."""
        levels = self.levels
        # What most of them are is meant; a count of something is the likeliest slip.
        meant = max(levels.values(), key=lambda one: _agreement(one, levels), default=None)
        for name, quantity in levels.items():
            if meant and common_dimension([meant, quantity]) is None:
                yield Problem(
                    "unit-mismatch",
                    name,
                    f"a {quantity.dimension} does not compare with a {meant.dimension}",
                    f"give `current`, `desired` and `intended` as a {meant.dimension}",
                )

    @property
    def levels(self) -> dict[str, Quantity]:
        """The levels that are known, by name."""
        names = ("current", "desired", "intended")
        return {name: getattr(self, name) for name in names if getattr(self, name) is not None}


def _agreement(one: Quantity, levels: dict[str, Quantity]) -> tuple[int, bool]:
    alike = sum(common_dimension([one, other]) is not None for other in levels.values())
    return alike, not isinstance(one, Count)


class Measure(Measured):
    """A metric at this place: its value now, and the values wanted and meant."""

    keyword = "measure"
    example = "measure csat {\n  current 412/640\n  desired 90%\n}"
    metric: Annotated[MetricRef, Head("What is measured")]
    period: Annotated[Text | None, Line("When or over what time it was measured")] = None
    extras: Extras = ()
