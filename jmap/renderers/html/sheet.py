"""One journey as the page shows it: map, facts by heading, rows, curve, and an id for each part."""

from collections import Counter
from dataclasses import dataclass
from functools import cached_property

from jmap.gaps import Gap, Level
from jmap.model.forms import AdHoc
from jmap.model.journey import Journey
from jmap.model.number_forms import digits
from jmap.model.quantity import Quantity
from jmap.model.touchpoint import Touchpoint
from jmap.model.workspace import Workspace
from jmap.renderers.html.chart import Chart, chart
from jmap.renderers.html.entries import Lines, lines
from jmap.renderers.html.groups import Group, groups, without
from jmap.renderers.html.ids import Ids
from jmap.views.facts import Fact, Reader, reader
from jmap.views.grid import ROWS, Card, Column, Map, journey_map
from jmap.views.numbers import difference_text, quantity_text, share_text, signed

LEVELS = (Level.LARGE, Level.MEDIUM, Level.SMALL, Level.GOOD, Level.UNKNOWN)
"""From the one to look at first to the one that says nothing."""
_VALUES = ("current", "desired", "intended")
_ON_CARD = ("owner", "action", "effect", "kind", "moment-of-truth", "status", "measure", *_VALUES)
_IN_HEADER = ("goal", "owner", "skip", "churn")


@dataclass(frozen=True, slots=True)
class Tally:
    """How many places have gaps of one level."""

    level: Level
    count: int


@dataclass(frozen=True, slots=True)
class Anchors:
    """The ids of a journey's parts; cards, columns and routes by their keys."""

    article: str
    map: str
    gaps: str
    paths: str
    curve: str
    cards: dict[str, str]
    columns: dict[str, str]
    routes: dict[str, str]


@dataclass(frozen=True)
class Sheet:
    """Everything that the templates say about one journey."""

    map: Map
    read: Reader
    anchors: Anchors

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


def sheet(workspace: Workspace, journey: Journey, ids: Ids) -> Sheet:
    """The sheet of one journey. Its ids are taken from those of the page."""
    drawing = journey_map(workspace, journey)
    read = reader(workspace, journey, drawing.language)
    return Sheet(drawing, read, _anchors(drawing, ids))


def _anchors(drawing: Map, ids: Ids) -> Anchors:
    name = drawing.journey.id
    return Anchors(
        article=ids.take(name),
        map=ids.take(f"{name}:map"),
        gaps=ids.take(f"{name}:gaps"),
        paths=ids.take(f"{name}:paths"),
        curve=ids.take(f"{name}:curve"),
        columns={column.key: ids.take(column.key) for column in drawing.columns},
        cards={card.key: ids.take(card.key) for card in drawing.cards},
        routes={route.key: ids.take(route.key) for route in drawing.routes},
    )
