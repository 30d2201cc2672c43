"""Metrics: what is measured, defined once."""

from collections.abc import Iterator
from typing import Annotated, Literal

from jmap.model.declared import Declared
from jmap.model.fields import Amount, Better, Id, Scale, SourceRef, Text, Time
from jmap.model.statement import Line, Problem


class Metric(Declared):
    """Something that is measured, defined once so that the same name means the same everywhere."""

    keyword = "metric"
    example = "metric csat {\n  kind csat\n  method top-2-box\n  scale 1..5\n  target 80%\n}"
    kind: Annotated[
        Literal["csat", "ces", "nps", "rate", "duration", "count", "score"] | None,
        Line("What sort of figure it is"),
    ] = None
    method: Annotated[Id | None, Line("The named convention, such as top-2-box or ces2-mean")] = (
        None
    )
    scale: Annotated[Scale | None, Line("Lowest and highest possible value")] = None
    better: Annotated[Better | None, Line("Whether higher or lower is better")] = None
    target: Annotated[Amount | None, Line("The value to reach")] = None
    of: Annotated[Text | None, Line("The denominator: of what it is a share")] = None
    window: Annotated[Time | None, Line("The time within which it is counted")] = None
    tolerance: Annotated[Amount | None, Line("How wide its interval may be, each side")] = None
    drives: Annotated[
        tuple[Literal["revenue", "referral", "defection", "cost"], ...], Line("What it moves")
    ] = ()
    source: Annotated[SourceRef | None, Line("Where its data comes from", "from")] = None

    def problems(self) -> Iterator[Problem]:
        """A net promoter score runs from -100 to 100, whatever the question's scale."""
        low_high = (self.scale.low, self.scale.high) if self.scale else None
        if self.kind == "nps" and low_high not in (None, (0, 10), (-100, 100)):
            yield Problem(
                "wrong-scale", "scale", "an NPS question has the scale 0..10", "write 0..10"
            )
