"""The service blueprint: what customers see and do, what we do before their eyes, what happens
behind them and what that rests on; every touchpoint a column.

After Shostack, "Designing services that deliver", Harvard Business Review 62 (1984), and Bitner,
Ostrom and Morgan, "Service blueprinting", California Management Review 50 (2008). What a touchpoint
calls `evidence` is what a statement rests on; the physical evidence of a blueprint, what customers
see and hold, is the channel a touchpoint stands on and its image.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Literal

from jmap.gaps import Gap, Level
from jmap.model.index import Index, index
from jmap.model.journey import Journey
from jmap.model.lines import Backstage, Said
from jmap.model.path import Path
from jmap.model.quantity import Duration
from jmap.model.stage import Stage
from jmap.model.team import Team
from jmap.model.touchpoint import Touchpoint
from jmap.model.workspace import Workspace
from jmap.syntax.fold import fold
from jmap.views.facts import Fact
from jmap.views.grid import Card, Column, Map
from jmap.views.spell import Spell, spells, together

Band = Literal["evidence", "customer", "frontstage", "backstage", "support"]
BANDS: tuple[Band, ...] = ("evidence", "customer", "frontstage", "backstage", "support")
"""The rows, from what customers see to what they never do."""

LINES: Mapping[str, str] = {
    "frontstage": "line-of-interaction",
    "backstage": "line-of-visibility",
    "support": "line-of-internal-interaction",
}
"""The line above a row, as the key of its label."""

ActorKind = Literal["system", "process", "product", "team", "person", "partner", "other"]
_BEHIND = ("system", "process", "team", "product")


@dataclass(frozen=True, slots=True)
class Actor:
    """Who or what acts: a system, a process, a team; `other` for a name that is not declared."""

    kind: ActorKind
    name: str


@dataclass(frozen=True, slots=True)
class Entry:
    """Something that is done, and by whom: the customer of this name, or who works behind."""

    text: str
    actor: Actor | None
    persona: str
    """Whose action it is, where one of several customers is named."""
    fact: Fact


@dataclass(frozen=True, slots=True)
class Sight:
    """What the customer sees and holds: where it happens, and a picture of it."""

    channel: str
    """The channel's title; empty where none is named."""
    kind: str | None
    mode: str | None
    """`digital` or `physical`: the touchpoint's own, else its channel's."""
    image: Fact | None


@dataclass(frozen=True, slots=True)
class Reading:
    """A gap, and the title of the metric that tells it; empty for the touchpoint's own levels."""

    gap: Gap
    metric: str


@dataclass(frozen=True, slots=True)
class Failure:
    """A point where the service fails customers: something that hurts them, a risk, a large gap."""

    kind: Literal["pain", "risk", "gap"]
    text: str
    """What goes wrong, in the author's words; empty for a gap."""
    fact: Fact | None = None
    reading: Reading | None = None

    @property
    def certain(self) -> bool:
        """Whether it happens already; a risk only may."""
        return self.kind != "risk"


@dataclass(frozen=True, slots=True)
class Moment:
    """A touchpoint: a column of the blueprint."""

    card: Card
    sight: Sight
    customer: tuple[Entry, ...]
    actions: tuple[Fact, ...]
    """What we do before the customer's eyes."""
    needs: tuple[Fact, ...]
    """What staff must be able to do, what they work with, how they should behave."""
    backstage: tuple[Entry, ...]
    support: tuple[Entry, ...]
    readings: tuple[Reading, ...]
    """Every gap that is known."""
    failures: tuple[Failure, ...]
    waits: tuple[Reading, ...]
    """Where the customer waits longer than wanted."""
    spells: tuple[Spell, ...]


@dataclass(frozen=True, slots=True)
class Phase:
    """A stage with its moments, and what is said of it as a whole."""

    column: Column
    moments: tuple[Moment, ...]
    customer: tuple[Entry, ...]
    failures: tuple[Failure, ...]
    spells: tuple[Spell, ...]


@dataclass(frozen=True, slots=True)
class Blueprint:
    """All that the blueprint of one journey shows."""

    chart: Map
    """The map it is taken from: its titles, labels and language."""
    phases: tuple[Phase, ...]
    totals: tuple[Spell, ...]
    """The customer's time from start to end: clock time and working time apart; none where at most
    one touchpoint says how long it takes.
    """

    @property
    def moments(self) -> tuple[Moment, ...]:
        """All columns in order."""
        return tuple(moment for phase in self.phases for moment in phase.moments)

    @property
    def failures(self) -> int:
        """How many failure points are certain."""
        return sum(one.certain for part in self._parts for one in part.failures)

    @property
    def waits(self) -> int:
        """How many waits are longer than wanted."""
        return sum(len(moment.waits) for moment in self.moments)

    @property
    def is_empty(self) -> bool:
        """Whether there is nothing to show: no touchpoint, and nothing that the customer does."""
        return not self.moments and not any(phase.customer for phase in self.phases)

    def holds(self, band: Band) -> bool:
        """Whether a row has an entry anywhere."""
        if band == "customer" and any(phase.customer for phase in self.phases):
            return True
        return any(has(moment, band) for moment in self.moments)

    @property
    def _parts(self) -> tuple[Phase | Moment, ...]:
        return (*self.phases, *self.moments)


def has(moment: Moment, band: Band) -> bool:
    """Whether a moment has an entry in a row; in the frontstage it stands itself."""
    match band:
        case "evidence":
            return bool(moment.sight.channel or moment.sight.image)
        case "customer":
            return bool(moment.customer)
        case "backstage":
            return bool(moment.backstage)
        case "support":
            return bool(moment.support)
    return True


def service_blueprint(workspace: Workspace, chart: Map) -> Blueprint:
    """The blueprint of the journey of a map."""
    known = index(workspace)
    cards: dict[int, list[Card]] = {}
    for card in chart.cards:
        cards.setdefault(card.column, []).append(card)
    order = _order(chart.journey)
    phases = tuple(
        _phase(chart, known, column, in_order(cards.get(at, ()), order))
        for at, column in enumerate(chart.columns)
    )
    return Blueprint(chart, phases, _totals(phases))


def in_order(cards: Iterable[Card], order: Sequence[str]) -> tuple[Card, ...]:
    """Cards of a stage by the ids of a path's steps. Those on the path take turns in its order in
    the places they hold; those beside it stay where they are written.
    """
    place = {name: at for at, name in reversed(list(enumerate(order)))}
    written = list(cards)
    on = [card for card in written if fold(card.touchpoint.id) in place]
    turns = iter(sorted(on, key=lambda card: place[fold(card.touchpoint.id)]))
    return tuple(next(turns) if fold(card.touchpoint.id) in place else card for card in written)


def _order(journey: Journey) -> list[str]:
    """The steps of the main path: the first on which nothing goes wrong."""
    main: Path | None = next((path for path in journey.paths if not path.negative), None)
    return [fold(step.touchpoint) for step in main.steps] if main else []


def _phase(chart: Map, known: Index, column: Column, cards: Sequence[Card]) -> Phase:
    stage = column.stage
    return Phase(
        column=column,
        moments=tuple(_moment(chart, known, card) for card in cards),
        customer=tuple(_done(stage, column.facts)),
        failures=tuple(_hurts(column.facts)),
        spells=spells(stage, column.facts),
    )


def _moment(chart: Map, known: Index, card: Card) -> Moment:
    touchpoint, facts = card.touchpoint, card.facts
    readings = tuple(_readings(card))
    return Moment(
        card=card,
        sight=_sight(chart, card),
        customer=tuple(_done(touchpoint, facts)),
        actions=_of(facts, "action"),
        needs=_of(facts, "skill", "resource", "guideline"),
        backstage=tuple(_behind(touchpoint.backstage, _of(facts, "backstage"), known)),
        support=tuple(_behind(touchpoint.support, _of(facts, "support"), known)),
        readings=readings,
        failures=(*_large(readings), *_hurts(facts)),
        waits=tuple(one for one in readings if _is_wait(one.gap)),
        spells=spells(touchpoint, facts),
    )


def _of(facts: Iterable[Fact], *words: str) -> tuple[Fact, ...]:
    found = list(facts)
    return tuple(fact for word in words for fact in found if fact.word == word)


def _sight(chart: Map, card: Card) -> Sight:
    channel = chart.lanes[card.lane].channel
    image = next(iter(_of(card.facts, "image")), None)
    return Sight(
        channel=card.channel,
        kind=channel.kind if channel else None,
        mode=card.touchpoint.mode or (channel.mode if channel else None),
        image=image,
    )


def _done(place: Stage | Touchpoint, facts: Sequence[Fact]) -> Iterator[Entry]:
    """What the customer does; what is told as a story first."""
    for fact in _of(facts, "story"):
        yield Entry(fact.text, None, "", fact)
    for said, fact in zip(place.do, _of(facts, "do"), strict=True):
        yield Entry(said.text, None, _persona(said, fact), fact)


def _persona(said: Said, fact: Fact) -> str:
    return _name(fact) if said.persona else ""


def _behind(lines: Sequence[Backstage], facts: Sequence[Fact], known: Index) -> Iterator[Entry]:
    for line, fact in zip(lines, facts, strict=True):
        actor = Actor(_kind(line.by, known), _name(fact)) if line.by else None
        yield Entry(line.text or "", actor, "", fact)


def _name(fact: Fact) -> str:
    return next((part.text for part in fact.parts if part.kind == "name"), "")


def _kind(by: Any, known: Index) -> ActorKind:
    found = known.find(_BEHIND, by)
    if isinstance(found, Team):
        return found.kind if found.kind in ("person", "partner") else "team"
    match found.keyword if found else "":
        case "system":
            return "system"
        case "process":
            return "process"
        case "product":
            return "product"
    return "other"


def _hurts(facts: Sequence[Fact]) -> Iterator[Failure]:
    for fact in _of(facts, "pain"):
        yield Failure("pain", _words(fact), fact)
    for fact in _of(facts, "risk"):
        yield Failure("risk", _words(fact), fact)


def _words(fact: Fact) -> str:
    return next((part.text for part in fact.parts if part.kind == "text"), fact.text)


def _readings(card: Card) -> Iterator[Reading]:
    """The known gaps, each with what it is called; a measure is known by the fact of its place."""
    titles = {
        id(measure): _name(fact)
        for measure, fact in zip(card.touchpoint.measures, _of(card.facts, "measure"), strict=True)
    }
    for gap in (card.gap, *card.measures):
        if gap.experience is not None:
            yield Reading(gap, titles.get(id(gap.measure), ""))


def _large(readings: Iterable[Reading]) -> Iterator[Failure]:
    for one in readings:
        if one.gap.level is Level.LARGE:
            yield Failure("gap", "", reading=one)


def _is_wait(gap: Gap) -> bool:
    """Time that runs longer than wanted, where less of it is better."""
    short = gap.experience is not None and gap.experience < 0
    return short and gap.direction == -1 and isinstance(gap.actual, Duration)


def _totals(phases: Sequence[Phase]) -> tuple[Spell, ...]:
    """The sum over the stages: of what a stage says itself, else of what its moments say."""
    said = [spell for phase in phases for spell in _longest(phase)]
    return together(said) if len(said) > 1 else ()


def _longest(phase: Phase) -> Iterator[Spell]:
    if phase.spells:
        yield phase.spells[0]
        return
    for moment in phase.moments:
        yield from moment.spells[:1]
