"""One journey as the page shows it: map, facts by heading, rows, curve, and an id for each part."""

import re
from collections import Counter
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from markupsafe import Markup, escape

from jmap.gaps import Gap, Level
from jmap.locale import capital
from jmap.model.forms import AdHoc
from jmap.model.journey import Journey
from jmap.model.number_forms import digits
from jmap.model.quantity import Quantity
from jmap.model.touchpoint import Touchpoint
from jmap.model.workspace import Workspace
from jmap.renderers.html.anchors import Anchors, anchors
from jmap.renderers.html.chart import Chart, chart
from jmap.renderers.html.entries import Lines, lines
from jmap.renderers.html.groups import Group, groups, without
from jmap.renderers.html.ids import Ids
from jmap.renderers.html.text import figure
from jmap.syntax.words import words
from jmap.views.facts import Fact, Reader, reader
from jmap.views.filters import Trait, card_traits, gap_traits
from jmap.views.grid import ROWS, Card, Column, Map, journey_map
from jmap.views.numbers import difference_text, quantity_text, share_text, signed

if TYPE_CHECKING:
    from jmap.renderers.html.behind import Behind
    from jmap.renderers.html.compared import Compared
    from jmap.renderers.html.ideas import Plot
    from jmap.views.blueprint import Actor
    from jmap.views.matrix import Idea
    from jmap.views.shift import Shift

LEVELS = (Level.LARGE, Level.MEDIUM, Level.SMALL, Level.GOOD, Level.UNKNOWN)
"""From the one to look at first to the one that says nothing."""
_TAG = re.compile("[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*")
"""A language tag, BCP 47, as far as its shape tells."""
_VALUES = ("current", "desired", "intended")
_ON_CARD = ("owner", "action", "effect", "kind", "moment-of-truth", "status", "measure", *_VALUES)
_IN_HEADER = ("goal", "owner", "skip", "churn")


@dataclass(frozen=True, slots=True)
class Tally:
    """How many places have gaps of one level."""

    level: Level
    count: int


@dataclass(frozen=True, slots=True)
class Spot:
    """The place of something on the map: its id, what it is picked out by, and whether that is a
    touchpoint; else it is a stage.
    """

    anchor: str
    traits: tuple[Trait, ...]
    card: bool


@dataclass(frozen=True, slots=True)
class Section:
    """A section to jump to: its id, and the key of its heading."""

    anchor: str
    label: str


@dataclass(frozen=True)
class Sheet:
    """Everything that the templates say about one journey."""

    workspace: Workspace
    map: Map
    read: Reader
    anchors: Anchors
    shown: frozenset[str]
    """The ids of all journeys on the page."""

    @cached_property
    def compared(self) -> "tuple[Compared, ...]":
        """The journey beside the one it changes, and beside those that change it."""
        if not any(journey.extends for journey in (self.map.journey, *self.workspace.journeys)):
            return ()
        from jmap.renderers.html.compared import compared

        return compared(self.workspace, self.map.journey, self.shown)

    def closing(self, shift: "Shift") -> Markup:
        """By how much a gap grows smaller or larger, and what is left of it, in its unit."""
        gap, closes, after = shift.before, shift.closes, shift.after
        if gap is None or not closes:
            return Markup("")
        rest = max(0.0, -(after.experience or 0.0)) if after else 0.0
        key = "grows" if closes < 0 else "closes-partly" if rest else "closes"
        amounts = {"{amount}": abs(closes), "{rest}": rest}
        phrase = escape(self.map.label(key))
        for name, amount in amounts.items():
            written = figure(self.difference(gap, amount).replace("+", ""))
            phrase = phrase.replace(name, written)
        return phrase

    @property
    def lang(self) -> str:
        """The language of the texts as browsers take it; that of the labels for any other word."""
        written = self.map.written
        return written if _TAG.fullmatch(written) else self.map.language

    @cached_property
    def groups(self) -> tuple[Group, ...]:
        """The facts of the journey by heading."""
        return groups(self.map.facts)

    @cached_property
    def lines(self) -> Lines:
        """The rows below the channels."""
        return lines(self.map)

    @cached_property
    def chart(self) -> Chart | None:
        """The emotion curve."""
        return chart(self.map)

    @cached_property
    def listed(self) -> tuple[Gap, ...]:
        """The gaps of the list. A touchpoint known only by its measures is there by these."""
        return tuple(
            gap
            for gap in self.map.ranked
            if gap.measure or gap.touchpoint is None or has_levels(gap.touchpoint)
        )

    @cached_property
    def behind(self) -> "Behind | None":
        """What lies behind the touchpoints; none where the author says nothing of it."""
        places = (card.touchpoint for card in self.map.cards)
        if not any(place.backstage or place.support for place in places):
            return None
        # Loaded here, as the other sections below the map: many maps have none of them.
        from jmap.renderers.html.behind import behind
        from jmap.views.blueprint import service_blueprint

        return behind(service_blueprint(self.workspace, self.map))

    @cached_property
    def ideas(self) -> "Plot | None":
        """The opportunities by impact and effort; none where nothing is estimated."""
        if not any(row.word == "opportunity" for row in self.map.rows):
            return None
        from jmap.renderers.html.ideas import plot
        from jmap.views.matrix import matrix

        found = matrix(self.workspace, self.map.journey)
        return plot(found, rtl=self.map.direction == "rtl")

    def place_of(self, idea: "Idea") -> Spot:
        """Where an idea belongs."""
        key = idea.key.rpartition(".")[0]
        if idea.touchpoint:
            return Spot(self.anchors.cards[key], self.traits[key], card=True)
        return Spot(self.anchors.columns[key], (), card=False)

    @cached_property
    def parts(self) -> tuple[Section, ...]:
        """The sections of the page that this journey has, in order."""
        found = (
            (self.anchors.map, "map", True),
            (self.anchors.paths, "paths", bool(self.map.routes)),
            (self.anchors.gaps, self.map.gaps_key, bool(self.listed)),
            (self.anchors.blueprint, "blueprint", self.behind is not None),
            (self.anchors.ideas, "matrix", self.ideas is not None),
            (self.anchors.comparison, "comparison", bool(self.compared)),
        )
        return tuple(Section(anchor, label) for anchor, label, shown in found if shown)

    @cached_property
    def traits(self) -> dict[str, tuple[Trait, ...]]:
        """What each touchpoint is picked out by, by the key of its card."""
        return card_traits(self.map, self.read)

    def gap_traits(self, gap: Gap) -> tuple[Trait, ...]:
        """What a row of the list is picked out by: its touchpoint's traits, its own level."""
        own = gap_traits(gap, self.map, self.read)
        if gap.touchpoint is None or gap.stage is None:
            return own
        place = self.traits[f"{gap.journey.id}.{gap.stage.id}.{gap.touchpoint.id}"]
        return (*(trait for trait in place if trait.facet not in ("owner", "level")), *own)

    def facet(self, name: str) -> str:
        """What a facet is called."""
        return self.map.label("gap") if name == "level" else self.read.label(name)

    @cached_property
    def tallies(self) -> tuple[Tally, ...]:
        """How many gaps there are of each level, without the levels that none has."""
        count = Counter(gap.level for gap in self.listed)
        return tuple(Tally(level, count[level]) for level in LEVELS if count[level])

    @cached_property
    def worst(self) -> Gap | None:
        """The first of the list, where it is known and worth looking at."""
        first = next(iter(self.listed), None)
        return first if first and first.level not in (Level.GOOD, Level.UNKNOWN) else None

    @cached_property
    def size(self) -> str:
        """Which paper the map is printed on: ``a4``, ``a3`` or ``a2``, across."""
        columns = len(self.map.columns)
        return "a4" if columns <= 5 else "a3" if columns <= 10 else "a2"

    def has_levels(self, card: Card) -> bool:
        """Whether a card shows a gap besides those of its measures."""
        return has_levels(card.touchpoint)

    def measured(self, card: Card) -> tuple[Gap, ...]:
        """The gaps of a touchpoint's measures, as written. The only one may be its own gap."""
        return (card.gap,) if card.gap.measure else card.measures

    def level(self, card: Card) -> str:
        """The level at the side of a card: its own gap's, else the worst of its measures."""
        shown = (card.gap,) if self.has_levels(card) else self.measured(card)
        found = {gap.level for gap in shown}
        return next(level.value for level in LEVELS if level in found)

    def said(self, gap: Gap) -> tuple[tuple[str, ...], ...]:
        """What we do, what hurts and what might be done at the place of a gap."""
        place = gap.touchpoint or gap.stage
        if place is None:
            return ((), (), ())
        return (
            gap.touchpoint.action if gap.touchpoint else (),
            tuple(pain.text for pain in place.pains),
            tuple(idea.text for idea in place.opportunities),
        )

    def details(self, card: Card) -> tuple[Fact, ...]:
        """What a touchpoint's block says and neither its card nor a row shows."""
        return without(card.facts, *_ON_CARD, *ROWS)

    def stage_details(self, column: Column) -> tuple[Fact, ...]:
        """What a stage's block says and neither its header nor a row shows."""
        return without(column.facts, *_IN_HEADER, *ROWS)

    def beside(self, fact: Fact) -> tuple[Fact, ...]:
        """What a measure says besides its three levels."""
        return without(fact.children, *_VALUES)

    def titled(self, gap: Gap) -> str:
        """What a gap is of: the touchpoint, or the metric of a stage or of the journey."""
        return gap.touchpoint.label if gap.touchpoint else self.metric(gap)

    def metric(self, gap: Gap) -> str:
        """The title of what was measured; empty for the levels of a touchpoint itself."""
        return self.named("metric", gap.measure.metric) if gap.measure else ""

    def place(self, gap: Gap) -> tuple[str, ...]:
        """Where a gap is: its stage and its channel."""
        channel = gap.touchpoint.channel if gap.touchpoint else None
        found = (gap.stage.label if gap.stage else "", self.named("channel", channel))
        return tuple(text for text in found if text)

    def anchor(self, gap: Gap) -> str:
        """The id of the place of a gap."""
        if gap.touchpoint is not None and gap.stage is not None:
            key = f"{gap.journey.id}.{gap.stage.id}.{gap.touchpoint.id}"
            return self.anchors.cards[key]
        if gap.stage is not None:
            return self.anchors.columns[f"{gap.journey.id}.{gap.stage.id}"]
        return self.anchors.article

    def choice(self, word: str) -> str:
        """One of the language's own words, such as ``digital``."""
        return words().shown("choices", word, self.map.language)

    def kind(self, actor: "Actor") -> str:
        """What kind of thing works behind the scenes; empty for a name that is not declared."""
        if actor.kind in ("person", "partner"):
            return capital(self.choice(actor.kind))
        return "" if actor.kind == "other" else self.read.label(actor.kind)

    def named(self, kind: str, reference: str | AdHoc | None) -> str:
        """The title of something referred to; empty for no reference."""
        return self.read.name((kind,), reference) if reference else ""

    def quantity(self, quantity: Quantity | None) -> str:
        """A quantity with its unit, or a dash."""
        return quantity_text(quantity, self.map.language)

    def share(self, share: float | None) -> str:
        """A share of one in percent, or a dash."""
        return share_text(share, self.map.language)

    def difference(self, gap: Gap, amount: float | None) -> str:
        """A distance in the unit of what was measured."""
        return difference_text(gap, amount, self.map.language)

    def points(self, share: float) -> str:
        """A difference of two shares of one, in percentage points."""
        return f"{self.amount(100 * share, 1)} {self.map.label('unit-pp')}"

    def end(self, number: float) -> str:
        """One end of an interval."""
        return signed(number, self.map.language).replace("+", "")

    def amount(self, number: float, places: int = 2) -> str:
        """A number without a unit."""
        text = f"{number:.{places}f}"
        shortest = text.rstrip("0").rstrip(".") if "." in text else text
        return digits(shortest, self.map.language)


def has_levels(touchpoint: Touchpoint) -> bool:
    """Whether a touchpoint has a gap of its own: it says levels, or nothing there is measured."""
    return bool(touchpoint.levels) or not touchpoint.measures


def sheet(workspace: Workspace, journey: Journey, ids: Ids, shown: frozenset[str]) -> Sheet:
    """The sheet of one journey. Its ids are taken from those of the page, on which the journeys of
    the ids `shown` stand.
    """
    drawing = journey_map(workspace, journey)
    read = reader(workspace, journey, drawing.language)
    return Sheet(workspace, drawing, read, anchors(drawing, ids), shown)
