"""The rows of tables: what summaries say, printed in the site's language."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from jmap.gaps.level import PRECISION
from jmap.model.number_forms import digits
from jmap.site.atlas import Atlas, Subject, Tour
from jmap.site.frame import Day, Figure, Link, Said
from jmap.site.pages.own import own_gaps
from jmap.site.summary import GapLine, MoodLine, Named, Printed, Spot
from jmap.views.dates import day_text
from jmap.views.numbers import UNKNOWN, share_text

LEVELS = ("large", "medium", "small", "good", "unknown")
"""From the one to look at first to the one that says nothing."""
MOST = 1_000
"""The most rows of a page that lists everything. More could hardly be read."""
SOME = 100
"""The most gaps, pains or ideas of one channel or team."""


@dataclass(frozen=True, slots=True)
class Tally:
    """How many gaps there are of one level."""

    level: str
    count: str


@dataclass(frozen=True, slots=True)
class JourneyRow:
    """A journey and its health."""

    title: Link
    state: str
    status: str
    personas: tuple[Link, ...]
    owner: Link | None
    mean: Figure
    tallies: tuple[Tally, ...]
    """The levels short of the wish, the largest gaps first."""
    short: int
    """How many gaps are short of the wish, weighed by level, for sorting."""
    worst: "GapRow | None"
    due: Day | None
    reviewed: Day | None


@dataclass(frozen=True, slots=True)
class GapRow:
    """A gap."""

    title: Link
    metric: Said | None
    stage: Said | None
    journey: Link
    channel: Link | None
    owner: Link | None
    level: str
    difference: str
    current: str
    desired: str
    attainment: Figure
    weighted: str
    truth: bool
    promise: str
    broken: bool


@dataclass(frozen=True, slots=True)
class MoodRow:
    """What a persona feels at a place."""

    level: int
    place: Link
    stage: Said | None
    word: Said | None
    because: Said | None


@dataclass(frozen=True, slots=True)
class Placed:
    """A gap and the journey it is on."""

    tour: Tour
    gap: GapLine


@dataclass(frozen=True)
class Ink:
    """Prints what an atlas holds."""

    atlas: Atlas

    @property
    def language(self) -> str:
        """The language of the site."""
        return self.atlas.language

    @cached_property
    def journeys(self) -> dict[tuple[str, str], JourneyRow]:
        """The row of every journey, by workspace and key."""
        return {(tour.place, tour.line.key): self._journey(tour) for tour in self.atlas.tours}

    @cached_property
    def ranked(self) -> tuple[Placed, ...]:
        """Every gap that a list shows, the largest first, those that are unknown last.

        What a journey takes over from the one that it extends is there once.
        """
        found = [
            Placed(tour, gap)
            for tour in self.atlas.tours
            for gap in own_gaps(self.atlas, tour)
            if gap.listed
        ]
        return tuple(sorted(found, key=_urgency))

    def journey(self, tour: Tour) -> JourneyRow:
        """The row of a journey."""
        return self.journeys[tour.place, tour.line.key]

    def title(self, tour: Tour) -> Link:
        """A journey's title, leading to its page."""
        return Link(Said(tour.line.title, tour.line.language), tour.path)

    def name(self, tour: Tour, named: Named | None) -> Link | None:
        """What a journey names, leading to its page."""
        subject = self.atlas.subject(tour, named)
        return self.subject(subject) if subject else None

    def subject(self, subject: Subject) -> Link:
        """A persona, channel or team, leading to its page."""
        return Link(Said(subject.label, subject.language), subject.path)

    def spot(self, tour: Tour, spot: Spot) -> Link:
        """A place of a journey, leading to it."""
        text = spot.touchpoint or spot.stage or tour.line.title
        return Link(self.said(tour, text), f"{tour.path}#{spot.anchor}")

    def said(self, tour: Tour, text: str) -> Said:
        """A text of a journey."""
        return Said(text, tour.line.language)

    def maybe(self, tour: Tour, text: str) -> Said | None:
        """A text of a journey; none for an empty one."""
        return self.said(tour, text) if text else None

    def gap(self, placed: Placed) -> GapRow:
        """The row of a gap."""
        tour, gap = placed.tour, placed.gap
        spot = gap.spot
        named = spot.touchpoint or gap.metric or spot.stage or tour.line.title
        return GapRow(
            title=Link(self.said(tour, named), f"{tour.path}#{spot.anchor}"),
            metric=self.maybe(tour, gap.metric if spot.touchpoint else ""),
            stage=self.maybe(tour, spot.stage),
            journey=self.title(tour),
            channel=self.name(tour, gap.channel),
            owner=self.name(tour, gap.owner),
            level=gap.level,
            difference=self.printed(gap.difference),
            current=self.printed(gap.current) or UNKNOWN,
            desired=self.printed(gap.desired) or UNKNOWN,
            attainment=self.share(gap.attainment),
            weighted=UNKNOWN if gap.weighted is None else self.number(gap.weighted),
            truth=gap.truth,
            promise=self.printed(gap.promise),
            broken=gap.broken,
        )

    def mood(self, tour: Tour, mood: MoodLine) -> MoodRow:
        """The row of a feeling."""
        return MoodRow(
            mood.level,
            self.spot(tour, mood.spot),
            self.maybe(tour, mood.spot.stage if mood.spot.touchpoint else ""),
            self.maybe(tour, mood.word),
            self.maybe(tour, mood.because),
        )

    def printed(self, figure: Printed) -> str:
        """A figure in the site's language; empty where it is unknown."""
        return figure.get(self.language, "")

    def share(self, share: float | None) -> Figure:
        """A share of one."""
        return Figure(share_text(share, self.language), share)

    def number(self, number: float, places: int = 2) -> str:
        """A number without a unit."""
        text = f"{number:,.{places}f}"
        return self._digits(text.rstrip("0").rstrip(".") if "." in text else text)

    def count(self, number: int) -> str:
        """A whole number, its thousands apart."""
        return self._digits(f"{number:,}")

    def day(self, iso: str) -> Day | None:
        """A day; none for an empty text."""
        if not iso:
            return None
        return Day(day_text(date.fromisoformat(iso), self.language), iso)

    def tallies(self, levels: Iterable[str]) -> tuple[Tally, ...]:
        """How many there are of each level, without those that none has."""
        found = Counter(levels)
        return tuple(Tally(level, self.count(found[level])) for level in LEVELS if found[level])

    def _digits(self, text: str) -> str:
        # Persian sets thousands apart by a sign of its own.
        groups = [digits(group, self.language) for group in text.split(",")]
        return ("٬" if self.language == "fa" else ",").join(groups)

    def _journey(self, tour: Tour) -> JourneyRow:
        line = tour.line
        listed = [gap for gap in line.gaps if gap.listed]
        levels = Counter(gap.level for gap in listed)
        return JourneyRow(
            title=self.title(tour),
            state=line.state,
            status=line.status,
            personas=tuple(filter(None, (self.name(tour, named) for named in line.personas))),
            owner=self.name(tour, line.owner),
            mean=self.share(line.mean),
            tallies=self.tallies(level for level in levels.elements() if level in LEVELS[:3]),
            short=levels["large"] * 1_000_000 + levels["medium"] * 1_000 + levels["small"],
            worst=self._worst(tour, listed),
            due=self.day(line.due),
            reviewed=self.day(line.reviewed),
        )

    def _worst(self, tour: Tour, listed: list[GapLine]) -> GapRow | None:
        short = (Placed(tour, gap) for gap in listed if gap.level in LEVELS[:3])
        worst = min(short, key=_urgency, default=None)
        return self.gap(worst) if worst else None


def worst_journeys_first(tours: Iterable[Tour]) -> list[Tour]:
    """The journeys whose customers get the smallest part of what they want first, those of which
    nothing is known last.
    """
    return sorted(tours, key=_need)


def _need(tour: Tour) -> tuple[bool, float, str, str]:
    line = tour.line
    return line.mean is None, round(line.mean or 0.0, PRECISION), tour.place, line.key


def _urgency(placed: Placed) -> tuple[bool, float, float, bool, str, str]:
    gap = placed.gap
    return (
        gap.weighted is None,
        -round(gap.weighted or 0.0, PRECISION),
        round(gap.attainment or 0.0, PRECISION),
        not gap.truth,
        placed.tour.place,
        gap.spot.anchor,
    )
