"""Scorecards: metrics that are read together."""

from typing import Annotated

from jmap.model.declared import Declared
from jmap.model.fields import MetricRef
from jmap.model.statement import Line


class Scorecard(Declared):
    """A named set of metrics that are read together."""

    keyword = "scorecard"
    example = 'scorecard service "Service desk" {\n  metric csat\n}'
    metrics: Annotated[tuple[MetricRef, ...], Line("A metric on the card", "metric")] = ()
