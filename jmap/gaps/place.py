"""Places: where on a map a gap is looked for, with all that says how the numbers there are read."""

from collections.abc import Iterator
from dataclasses import dataclass

from jmap.model.channel import Channel
from jmap.model.index import Index, index
from jmap.model.journey import Journey
from jmap.model.measure import Measure, Measured
from jmap.model.metric import Metric
from jmap.model.quantity import Bounds, Quantity
from jmap.model.stage import Stage
from jmap.model.touchpoint import Touchpoint
from jmap.model.workspace import Workspace

USUAL_IMPORTANCE = 3
"""The importance used for ranking where nothing is said: the middle of 1 to 5."""


@dataclass(frozen=True, slots=True)
class Place:
    """A touchpoint, or a measure of a touchpoint, stage or journey, with metric and channel."""

    journey: Journey
    stage: Stage | None = None
    touchpoint: Touchpoint | None = None
    measure: Measure | None = None
    metric: Metric | None = None
    channel: Channel | None = None

    @property
    def levels(self) -> Measured | None:
        """The statement that gives the numbers; none where nobody is served any more."""
        if self.touchpoint is not None and self.touchpoint.status == "retired":
            return None
        return self.measure or self.touchpoint

    @property
    def actual(self) -> Quantity | None:
        """What customers get."""
        return self.levels.current if self.levels else None

    @property
    def desired(self) -> Quantity | None:
        """What customers want; for a measure that does not say, the target of its metric."""
        if self.levels is None:
            return None
        own = self.levels.desired
        return own if own is not None or self.metric is None else self.metric.target

    @property
    def intended(self) -> Quantity | None:
        """What we set out to give."""
        return self.levels.intended if self.levels else None

    @property
    def better(self) -> str | None:
        """Whether higher or lower is better, as far as the measure or its metric says so."""
        own = self.levels.better if self.levels else None
        return own or (self.metric.better if self.metric else None)

    @property
    def scale(self) -> Bounds | None:
        """The scale the journey names for its plain scores."""
        return self.journey.scale

    @property
    def importance(self) -> int:
        """What the customer finds it worth, 1 to 5."""
        said = self.touchpoint.importance if self.touchpoint else None
        return said.customer if said else USUAL_IMPORTANCE


@dataclass(frozen=True, slots=True)
class Declarations:
    """What the places of a journey refer to, by id."""

    index: Index

    def metric(self, measure: Measure) -> Metric | None:
        """The metric of a measure; none where it is a name in quotes or nowhere declared."""
        found = self.index.find(("metric",), measure.metric)
        return found if isinstance(found, Metric) else None

    def channel(self, touchpoint: Touchpoint) -> Channel | None:
        """The channel of a touchpoint; none where it is a name in quotes or nowhere declared."""
        found = self.index.find(("channel",), touchpoint.channel)
        return found if isinstance(found, Channel) else None


def places(workspace: Workspace, journey: Journey) -> Iterator[Place]:
    """The places of a journey in the order of the map; its own measures come last."""
    known = Declarations(index(workspace))
    for stage in journey.stages:
        yield from _measures(Place(journey, stage), stage.measures, known)
        for touchpoint in stage.touchpoints:
            channel = known.channel(touchpoint)
            place = Place(journey, stage, touchpoint, channel=channel)
            # A touchpoint that says all its levels by one measure is measured by it: one fact, and
            # one gap.
            if touchpoint.levels or len(touchpoint.measures) != 1:
                yield place
            yield from _measures(place, touchpoint.measures, known)
    yield from _measures(Place(journey), journey.measures, known)


def _measures(place: Place, measures: tuple[Measure, ...], known: Declarations) -> Iterator[Place]:
    for measure in measures:
        yield Place(
            place.journey,
            place.stage,
            place.touchpoint,
            measure,
            known.metric(measure),
            place.channel,
        )
