"""The score of a stage: how well it serves customers on the whole, and where worst."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from math import fsum

from jmap.gaps.gap import Gap
from jmap.gaps.parity import ChannelAttainment, Parity, parity
from jmap.model.forms import reference_name
from jmap.model.stage import Stage
from jmap.model.touchpoint import Touchpoint


@dataclass(frozen=True, slots=True)
class StageScore:
    """A stage's mean and minimum attainment: the weakest link is what a mean hides."""

    stage: Stage
    mean: float | None
    """0 to 1, each touchpoint and each measure of the stage itself counting once."""
    minimum: float | None
    """0 to 1: the least of what the mean is made of."""
    weakest: Gap | None
    """The gap at the minimum; of several measures of one touchpoint, the worst."""
    parity: Parity | None
    """How far the stage's channels are apart; none for fewer than two with a known attainment."""


@dataclass(frozen=True, slots=True)
class _Link:
    """What counts once in a stage: a touchpoint or a measure, with the gaps it is known by."""

    touchpoint: Touchpoint | None
    gaps: tuple[Gap, ...]

    @property
    def attainment(self) -> float:
        return fsum(_reached(gap) for gap in self.gaps) / len(self.gaps)


def stage_score(stage: Stage, gaps: Iterable[Gap]) -> StageScore:
    """The score of a stage from the gaps of its journey, in any order."""
    links = tuple(_links(stage, gaps))
    if not links:
        return StageScore(stage, None, None, None, None)
    reached = [link.attainment for link in links]
    weakest = min(links, key=lambda link: link.attainment)
    return StageScore(
        stage,
        fsum(reached) / len(reached),
        min(reached),
        min(weakest.gaps, key=lambda gap: (_reached(gap), gap.key)),
        parity(_served(links)),
    )


def _links(stage: Stage, gaps: Iterable[Gap]) -> Iterator[_Link]:
    here: dict[str | None, list[Gap]] = {}
    for gap in gaps:
        if gap.stage is None or gap.stage.id != stage.id or gap.attainment is None:
            continue
        here.setdefault(gap.touchpoint.id if gap.touchpoint else None, []).append(gap)
    for own in here.get(None, ()):
        yield _Link(None, (own,))
    for touchpoint in stage.touchpoints:
        found = here.pop(touchpoint.id, [])
        counted = [gap for gap in found if gap.measure is None] or found
        if counted:
            yield _Link(touchpoint, tuple(counted))


def _served(links: Iterable[_Link]) -> Iterator[ChannelAttainment]:
    for link in links:
        channel = link.touchpoint.channel if link.touchpoint else None
        if channel is not None:
            name = reference_name(channel)
            yield ChannelAttainment(name, link.attainment)


def _reached(gap: Gap) -> float:
    return 0.0 if gap.attainment is None else gap.attainment
