"""The page of a channel: how well it serves customers, beside the others, on every journey."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from functools import cached_property
from math import fsum

from jmap.gaps.level import PRECISION
from jmap.gaps.parity import PARITY_LIMIT
from jmap.site.atlas import Atlas, Subject, Tour
from jmap.site.frame import Figure, Link, Said
from jmap.site.pages.own import own_gaps
from jmap.site.pages.personas import facts_of
from jmap.site.pages.rows import SOME, GapRow, Ink, Placed
from jmap.site.pages.sheet import Sheet
from jmap.views.facts import Fact


@dataclass(frozen=True, slots=True)
class Attained:
    """What part of their wishes customers get somewhere."""

    title: Link
    mean: Figure
    minimum: Figure
    touchpoints: str
    this: bool = False
    """Whether it is what the page is about."""


@dataclass(frozen=True, slots=True)
class StageShare:
    """What customers get at one stage."""

    title: Link
    mean: str


@dataclass(frozen=True, slots=True)
class Served:
    """A journey that a channel serves, and its stages."""

    whole: Attained
    stages: tuple[StageShare, ...]


@dataclass(frozen=True, slots=True)
class ChannelPage:
    """A channel."""

    title: Said
    facts: tuple[Fact, ...]
    whole: Attained
    beside: tuple[Attained, ...]
    """All channels of its workspace, the best first; none where there is no other."""
    spread: str
    """How far the best and the worst are apart, in percentage points."""
    exceeds: bool
    """Whether that is beyond the limit."""
    limit: str
    journeys: tuple[Served, ...]
    """The journeys it serves, those with the smallest mean first."""
    more_journeys: str
    """How many journeys are not shown; empty for none."""
    gaps: tuple[GapRow, ...]
    more: str
    """How many gaps are not shown; empty for none."""


@dataclass(frozen=True, slots=True)
class _Touch:
    """What a touchpoint attains on a channel."""

    tour: Tour
    stage: str
    anchor: str
    """Of the stage."""
    attainment: float


@dataclass(frozen=True)
class _Parity:
    """What every channel attains, over all journeys of its workspace."""

    ink: Ink
    _wholes: dict[tuple[str, str], Attained] = field(default_factory=dict)

    @cached_property
    def gaps(self) -> dict[tuple[str, str], list[Placed]]:
        """The gaps of each channel, worst first, by workspace and key."""
        found: dict[tuple[str, str], list[Placed]] = {}
        for placed in self.ink.ranked:
            if placed.gap.channel is not None:
                key = (placed.tour.place, placed.gap.channel.key)
                found.setdefault(key, []).append(placed)
        return found

    @cached_property
    def touches(self) -> dict[tuple[str, str], list[_Touch]]:
        """The touchpoints of each channel whose attainment is known, journey by journey."""
        found: dict[tuple[str, str], list[_Touch]] = {}
        for tour in self.ink.atlas.tours:
            for key, touch in _touches(self.ink.atlas, tour):
                found.setdefault((tour.place, key), []).append(touch)
        return found

    def page(self, subject: Subject) -> ChannelPage:
        """The page of one channel."""
        ink = self.ink
        here = self.gaps.get((subject.place, subject.key), [])
        short = [placed for placed in here if placed.gap.level != "unknown"]
        known = self._beside(subject)
        served = self._served(subject)
        shares = [one.mean.value for one in known if one.mean.value is not None]
        spread = max(shares) - min(shares) if len(shares) > 1 else 0.0
        return ChannelPage(
            title=Said(subject.label, subject.language),
            facts=facts_of(ink, subject),
            whole=self._whole(subject),
            beside=known if len(known) > 1 else (),
            spread=ink.number(100 * spread, 0),
            exceeds=round(spread, PRECISION) > PARITY_LIMIT,
            limit=ink.number(100 * PARITY_LIMIT, 0),
            journeys=tuple(map(self._journey, served[:SOME])),
            more_journeys=ink.count(len(served) - SOME) if served[SOME:] else "",
            gaps=tuple(map(ink.gap, short[:SOME])),
            more=ink.count(len(short) - SOME) if short[SOME:] else "",
        )

    def _beside(self, subject: Subject) -> tuple[Attained, ...]:
        others = (one for one in self.ink.atlas.of_kind("channel") if one.place == subject.place)
        found = [replace(self._whole(one), this=one is subject) for one in others]
        known = [one for one in found if one.mean.value is not None]
        return tuple(sorted(known, key=lambda one: -(one.mean.value or 0.0)))

    def _whole(self, subject: Subject) -> Attained:
        key = subject.place, subject.key
        if key not in self._wholes:
            touches = self.touches.get(key, [])
            self._wholes[key] = self._attained(self.ink.subject(subject), touches)
        return self._wholes[key]

    def _served(self, subject: Subject) -> list[list[_Touch]]:
        touches = self.touches.get((subject.place, subject.key), [])
        by_tour: dict[int, list[_Touch]] = {}
        for touch in touches:
            by_tour.setdefault(id(touch.tour), []).append(touch)
        return sorted(by_tour.values(), key=_mean)

    def _journey(self, touches: list[_Touch]) -> Served:
        tour = touches[0].tour
        by_stage: dict[str, list[_Touch]] = {}
        for touch in touches:
            by_stage.setdefault(touch.anchor, []).append(touch)
        stages = (
            StageShare(
                Link(self.ink.said(tour, found[0].stage), f"{tour.path}#{anchor}"),
                self.ink.share(_mean(found)).text,
            )
            for anchor, found in by_stage.items()
        )
        return Served(self._attained(self.ink.title(tour), touches), tuple(stages))

    def _attained(self, title: Link, touches: list[_Touch]) -> Attained:
        minimum = min((touch.attainment for touch in touches), default=None)
        mean = _mean(touches) if touches else None
        count = self.ink.count(len(touches))
        return Attained(title, self.ink.share(mean), self.ink.share(minimum), count)


def channel_sheets(ink: Ink) -> Iterator[Sheet]:
    """The pages of all channels."""
    known = _Parity(ink)
    for subject in ink.atlas.of_kind("channel"):
        yield Sheet(subject.path, "channel", known.page(subject))


def _mean(touches: list[_Touch]) -> float:
    return fsum(touch.attainment for touch in touches) / len(touches)


def _touches(atlas: Atlas, tour: Tour) -> Iterable[tuple[str, _Touch]]:
    reached: dict[str, list[float]] = {}
    channels: dict[str, tuple[str, str]] = {}
    for gap in own_gaps(atlas, tour):
        if gap.channel is None or not gap.counts or gap.attainment is None:
            continue
        reached.setdefault(gap.spot.anchor, []).append(gap.attainment)
        channels[gap.spot.anchor] = gap.channel.key, gap.spot.stage
    for anchor, shares in reached.items():
        key, stage = channels[anchor]
        parent = anchor.rpartition(".")[0]
        yield key, _Touch(tour, stage, parent, fsum(shares) / len(shares))
