"""The page of a team: everything it answers for, worst first."""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property

from jmap.site.atlas import Atlas, Subject, Tour
from jmap.site.frame import Figure, Link, Said
from jmap.site.pages.opportunities import Idea, Ranking, rankings
from jmap.site.pages.own import own_opportunities, own_pains, own_stages
from jmap.site.pages.personas import facts_of
from jmap.site.pages.rows import (
    SOME,
    GapRow,
    Ink,
    JourneyRow,
    Placed,
    Tally,
    worst_journeys_first,
)
from jmap.site.pages.sheet import Sheet
from jmap.site.summary import PainLine, StageLine
from jmap.views.facts import Fact

_WEIGHT = {"high": 0, "medium": 1, "low": 2, "": 3}


@dataclass(frozen=True, slots=True)
class StageRow:
    """A stage that a team answers for."""

    title: Link
    journey: Link
    mean: Figure
    minimum: Figure


@dataclass(frozen=True, slots=True)
class PainRow:
    """A pain that a team answers for."""

    text: Link
    severity: str
    level: str
    """The mark that shows the severity; empty where none is said."""
    touchpoint: Said
    journey: Link


@dataclass(frozen=True, slots=True)
class TeamPage:
    """A team."""

    title: Said
    facts: tuple[Fact, ...]
    tallies: tuple[Tally, ...]
    channels: tuple[Link, ...]
    journeys: tuple[JourneyRow, ...]
    more_journeys: str
    """How many journeys are not shown; empty for none."""
    stages: tuple[StageRow, ...]
    gaps: tuple[GapRow, ...]
    more: str
    """How many gaps are not shown; empty for none."""
    backed: tuple[GapRow, ...]
    """The gaps of others that it stands in for."""
    more_backed: str
    rankings: tuple[Ranking, ...]
    pains: tuple[PainRow, ...]
    more_pains: str


@dataclass(frozen=True, slots=True)
class _Stage:
    tour: Tour
    line: StageLine


@dataclass(frozen=True, slots=True)
class _Pain:
    tour: Tour
    line: PainLine


@dataclass(slots=True)
class _Owned:
    """Everything that one team answers for."""

    tours: list[Tour] = field(default_factory=list)
    stages: list[_Stage] = field(default_factory=list)
    gaps: list[Placed] = field(default_factory=list)
    backed: list[Placed] = field(default_factory=list)
    ideas: list[Idea] = field(default_factory=list)
    pains: list[_Pain] = field(default_factory=list)


@dataclass(frozen=True)
class _Owners:
    """Who answers for what, by workspace and key of the team."""

    ink: Ink

    @cached_property
    def owned(self) -> dict[tuple[str, str], _Owned]:
        """What each team answers for; teams without anything are not there."""
        found: defaultdict[tuple[str, str], _Owned] = defaultdict(_Owned)
        for tour in self.ink.atlas.tours:
            _sort_into(found, self.ink.atlas, tour)
        for placed in self.ink.ranked:
            if placed.gap.owner:
                found[placed.tour.place, placed.gap.owner.key].gaps.append(placed)
            if placed.gap.backup:
                found[placed.tour.place, placed.gap.backup.key].backed.append(placed)
        return found

    def page(self, subject: Subject) -> TeamPage:
        """The page of one team."""
        ink = self.ink
        owned = self.owned.get((subject.place, subject.key), _Owned())
        pains = sorted(owned.pains, key=lambda pain: _WEIGHT.get(pain.line.severity, 3))
        return TeamPage(
            title=Said(subject.label, subject.language),
            facts=facts_of(ink, subject),
            tallies=ink.tallies(placed.gap.level for placed in owned.gaps),
            channels=tuple(self._channels(subject)),
            journeys=tuple(map(ink.journey, worst_journeys_first(owned.tours)[:SOME])),
            more_journeys=ink.count(len(owned.tours) - SOME) if owned.tours[SOME:] else "",
            stages=tuple(self._stages(owned)),
            gaps=tuple(map(ink.gap, owned.gaps[:SOME])),
            more=ink.count(len(owned.gaps) - SOME) if owned.gaps[SOME:] else "",
            backed=tuple(map(ink.gap, owned.backed[:SOME])),
            more_backed=ink.count(len(owned.backed) - SOME) if owned.backed[SOME:] else "",
            rankings=rankings(ink, owned.ideas, SOME),
            pains=tuple(map(self._pain, pains[:SOME])),
            more_pains=ink.count(len(pains) - SOME) if pains[SOME:] else "",
        )

    def _channels(self, subject: Subject) -> Iterator[Link]:
        for channel in self.ink.atlas.of_kind("channel"):
            owner = channel.declared.owner if channel.declared else None
            if owner and channel.place == subject.place and owner.key == subject.key:
                yield self.ink.subject(channel)

    def _stages(self, owned: _Owned) -> Iterator[StageRow]:
        for one in sorted(owned.stages, key=_need)[:SOME]:
            anchor = f"{one.tour.path}#{one.line.anchor}"
            yield StageRow(
                Link(self.ink.said(one.tour, one.line.title), anchor),
                self.ink.title(one.tour),
                self.ink.share(one.line.mean),
                self.ink.share(one.line.minimum),
            )

    def _pain(self, pain: _Pain) -> PainRow:
        tour, line = pain.tour, pain.line
        return PainRow(
            Link(self.ink.said(tour, line.text), f"{tour.path}#{line.spot.anchor}"),
            line.severity,
            {"high": "large", "medium": "medium", "low": "small"}.get(line.severity, ""),
            self.ink.said(tour, line.spot.touchpoint or line.spot.stage),
            self.ink.title(tour),
        )


def team_sheets(ink: Ink) -> Iterator[Sheet]:
    """The pages of all teams."""
    owners = _Owners(ink)
    for subject in ink.atlas.of_kind("team"):
        yield Sheet(subject.path, "team", owners.page(subject), ("due",))


def _sort_into(found: defaultdict[tuple[str, str], _Owned], atlas: Atlas, tour: Tour) -> None:
    line, place = tour.line, tour.place
    if line.owner:
        found[place, line.owner.key].tours.append(tour)
    for stage in own_stages(atlas, tour):
        if stage.owner:
            found[place, stage.owner.key].stages.append(_Stage(tour, stage))
    for idea in own_opportunities(atlas, tour):
        if idea.owner:
            found[place, idea.owner.key].ideas.append(Idea(tour, idea))
    for pain in own_pains(atlas, tour):
        if pain.owner:
            found[place, pain.owner.key].pains.append(_Pain(tour, pain))


def _need(stage: _Stage) -> tuple[bool, float]:
    return stage.line.mean is None, stage.line.mean or 0.0
