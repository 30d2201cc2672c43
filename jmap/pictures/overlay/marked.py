"""What a change of maps does to each place of a journey: how it is marked, what is told there."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property
from typing import Literal

from jmap.gaps import Level
from jmap.model.journey import Journey
from jmap.model.workspace import Workspace
from jmap.pictures.overlay.ghosts import Merged
from jmap.pictures.overlay.told import GROUPS, Group, Mark, Readers, Told
from jmap.pictures.overlay.twins import JourneyTwin
from jmap.syntax.fold import fold
from jmap.views.curve import Curve
from jmap.views.grid import Card, Lane, Map, journey_map
from jmap.views.language import Direction

Effects = Literal["", "worse", "better", "both"]
Turn = Literal["", "worse", "paper", "better"]


@dataclass(frozen=True, slots=True)
class Place:
    """A place of the map: how it is marked, and what is told there, the worst first."""

    mark: Mark | Literal[""] = ""
    """What became of it; empty where nothing did."""
    told: tuple[Told, ...] = ()
    ghost: bool = False
    """Whether it is not there any more."""
    was: str = ""
    """The stage that it stood in before, where that was another one."""
    now: str = ""
    """The stage that it stands in now, where this is no longer its place."""

    @property
    def guess(self) -> str:
        """That likeness alone says that it is the same place; empty where it does not."""
        return next((one.guess for one in self.told if one.guess and one.is_whole), "")

    @property
    def effect(self) -> Effects:
        """What customers there gain or lose."""
        found = {one.effect for one in self.told} - {"neutral"}
        if len(found) > 1:
            return "both"
        return "worse" if "worse" in found else "better" if found else ""


NOWHERE = Place()
"""A place where nothing changed."""


@dataclass(frozen=True, slots=True)
class Entry:
    """A change in a list: what is told, of what, where that is, and who answers for it."""

    told: Told
    title: str
    stage: str
    """The stage that it is in; of a channel or a persona, what it is."""
    owner: str
    key: str
    """The address of the place on the map; empty where it stands on none."""
    moment: bool = False
    """Whether that is a moment of truth."""

    @property
    def heading(self) -> tuple[str, ...]:
        """What stands above it in a list: changes of one heading are told together."""
        return (self.key, self.title, self.stage, self.owner)


@dataclass(frozen=True, slots=True)
class Levels:
    """How many gaps of a level there are before and after; none where there is no such side."""

    level: Level
    before: int | None
    after: int | None

    @property
    def name(self) -> str:
        """The key of what they are called: one gap is no gaps, unless there were others."""
        alone = self.after == 1 and (self.is_same or self.before is None)
        return f"level-{self.level.value}" if alone else f"overlay-{self.level.value}"

    @property
    def is_same(self) -> bool:
        """Whether there is one number to tell."""
        return self.before == self.after or self.before is None


@dataclass(frozen=True, eq=False)
class Overlay:
    """Both sides of one journey, as one map with marks."""

    twin: JourneyTwin
    chart: Map
    """The journey after with what is gone; the journey before where all of it is."""
    before: Map | None
    readers: Readers
    made: Merged
    whole: Place
    """What is told of the journey itself, and of its paths."""
    places: dict[str, Place] = field(default_factory=dict)
    """By the address of a touchpoint or stage on the map."""
    channels: dict[str, tuple[Told, ...]] = field(default_factory=dict)
    """What is told of channels, by folded id."""
    personas: tuple[Told, ...] = ()
    felt: tuple[Curve, ...] = ()
    """The curves before, on the places of the map."""
    notes: tuple[str, ...] = ()
    """What its head says of the comparison itself."""
    base: str = ""
    """The journey that this one extends, where changes are told of that."""
    entries: tuple[Entry, ...] = ()
    """All changes that bear on the journey, the worst first, of equals moments of truth first; else
    in map order.
    """

    @cached_property
    def cards_before(self) -> dict[int, Card]:
        """The touchpoints before, by identity."""
        return {id(card.touchpoint): card for card in self.before.cards} if self.before else {}

    def place(self, key: str) -> Place:
        """What is told of a place."""
        return self.places.get(key, NOWHERE)

    def sides(self, card: Card) -> tuple[Card | None, Card | None]:
        """A touchpoint of the map as it was and as it is."""
        twin = self.made.touchpoints[id(card.touchpoint)]
        return self.cards_before.get(id(twin.before)), card if twin.after else None

    def of_lane(self, lane: Lane) -> tuple[Told, ...]:
        """What is told of a channel."""
        return self.channels.get(fold(lane.channel.id), ()) if lane.channel else ()

    @property
    def everything(self) -> tuple[Told, ...]:
        """All changes that bear on the journey."""
        return tuple(entry.told for entry in self.entries)

    @property
    def changed(self) -> bool:
        """Whether anything is told of it."""
        return bool(self.entries) or not (self.twin.before and self.twin.after)

    def count(self, group: str) -> int:
        """How many changes stand in a list: ``worse``, ``better`` …."""
        return sum(one.group == group for one in self.everything)

    @property
    def counted(self) -> tuple[Group, ...]:
        """The lists that are counted, also without a change in them; what is better on paper only
        where there is such.
        """
        return tuple(one for one in GROUPS if one != "paper" or self.count(one))

    def levels(self) -> Iterator[Levels]:
        """The large and the medium gaps, before and after."""
        counts = [
            Counter(gap.level for gap in side.gaps) if there and side else None
            for there, side in ((self.twin.before, self.before), (self.twin.after, self.chart))
        ]
        for level in (Level.LARGE, Level.MEDIUM):
            yield Levels(level, *(None if one is None else one[level] for one in counts))

    def turn(self, one: Levels) -> Turn:
        """More gaps are worse, fewer are better, unless customers are merely said to want less."""
        if one.before is None or one.after is None or one.before == one.after:
            return ""
        if one.after > one.before:
            return "worse"
        eased = any(entry.told.judged.weight.name == "wish-lowered" for entry in self.entries)
        return "paper" if eased else "better"


@dataclass(frozen=True, slots=True)
class Overlays:
    """All of a workspace: its journeys, and what is told of nothing on their maps."""

    name: str
    journeys: tuple[Overlay, ...]
    declared: tuple[Entry, ...]
    """What changed in declarations, the worst first: teams, personas, channels …"""
    chart: Map
    """The map of the first journey, or of one without anything: for words outside of journeys."""
    notes: tuple[str, ...] = ()
    """What whoever approves should know of the comparison itself, as sentences without an end."""

    @classmethod
    def nothing(cls) -> "Overlays":
        """Of no workspace at all."""
        blank = journey_map(Workspace.built({}), Journey.built({"id": "journey"}))
        return cls("", (), (), blank)

    @property
    def written(self) -> str:
        """The language of the texts outside of journeys, as a tag."""
        return self.chart.written

    @property
    def direction(self) -> Direction:
        """How they are read."""
        return self.chart.direction

    @property
    def unseen(self) -> tuple[Entry, ...]:
        """The changes of declarations that no map of a journey that changed shows."""
        seen = {id(told.judged) for one in self.changed for told in one.everything}
        return tuple(entry for entry in self.declared if id(entry.told.judged) not in seen)

    @property
    def changed(self) -> tuple[Overlay, ...]:
        """The journeys of which anything is told."""
        return tuple(one for one in self.journeys if one.changed)
