"""The journey map: stages by channels, the touchpoints where they cross, and the rows below."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from jmap.gaps import Gap, StageScore, gaps_of, ranked, stage_score
from jmap.locale import label
from jmap.model.channel import Channel
from jmap.model.forms import AdHoc
from jmap.model.index import index
from jmap.model.journey import Journey
from jmap.model.path import Path
from jmap.model.persona import Persona
from jmap.model.stage import Stage
from jmap.model.statement import spec
from jmap.model.touchpoint import Touchpoint
from jmap.model.workspace import Workspace
from jmap.syntax.fold import fold
from jmap.views.curve import Curve, curves
from jmap.views.facts import Fact, Reader, reader
from jmap.views.language import Direction, direction_of, language_of, printed_language

ROWS = (
    *("do", "think", "say", "feel", "need", "pain", "opportunity", "risk"),
    *("backstage", "support", "note"),
)
"""The statements that are drawn as rows below the channels; ``note`` gives one row a lane."""


@dataclass(frozen=True, slots=True)
class Card:
    """A touchpoint as the map shows it."""

    key: str
    """``journey.stage.touchpoint``: its address, and its id in every output."""
    touchpoint: Touchpoint
    stage: Stage
    title: str
    channel: str
    """The channel's title; empty where the touchpoint names none."""
    column: int
    lane: int
    gap: Gap
    """The touchpoint's own gap, known or not: by its levels, or by its one measure."""
    measures: tuple[Gap, ...]
    owner: Fact | None
    actions: tuple[str, ...]
    effects: tuple[Fact, ...]
    facts: tuple[Fact, ...]
    """Everything in the touchpoint's block, complete."""


@dataclass(frozen=True, slots=True)
class Column:
    """A stage."""

    key: str
    stage: Stage
    title: str
    score: StageScore
    facts: tuple[Fact, ...]
    """Everything in the stage's block but its touchpoints."""


@dataclass(frozen=True, slots=True)
class Lane:
    """A channel."""

    title: str
    channel: Channel | None
    """None for a channel named ad hoc, and for touchpoints without one."""
    facts: tuple[Fact, ...]


@dataclass(frozen=True, slots=True)
class Cell:
    """Where a stage and a channel cross."""

    cards: tuple[Card, ...]
    skip: str | None
    """Why the channel deliberately does not serve the stage, where that is said."""


@dataclass(frozen=True, slots=True)
class RowItem:
    """An entry of a row, and the touchpoint it belongs to; none for one of the whole stage."""

    card: Card | None
    fact: Fact


@dataclass(frozen=True, slots=True)
class Row:
    """A row below the channels: one cell a stage."""

    word: str
    label: str
    cells: tuple[tuple[RowItem, ...], ...]


@dataclass(frozen=True, slots=True)
class Step:
    """A step of a path."""

    card: Card | None
    title: str
    text: str


@dataclass(frozen=True, slots=True)
class Route:
    """A path through the touchpoints."""

    key: str
    path: Path
    title: str
    negative: bool
    persona: str
    steps: tuple[Step, ...]
    facts: tuple[Fact, ...]
    """Everything in the path's block but its steps."""


@dataclass(frozen=True, slots=True)
class PersonaCard:
    """Who the map is drawn for."""

    title: str
    persona: Persona | None
    facts: tuple[Fact, ...]


@dataclass(frozen=True, slots=True)
class Map:
    """All that a picture or page of one journey shows."""

    journey: Journey
    title: str
    language: str
    """The language of labels and digits."""
    written: str
    """The language of the texts, as a tag for ``lang``."""
    direction: Direction
    personas: tuple[PersonaCard, ...]
    facts: tuple[Fact, ...]
    """Everything in the journey's block but its stages, paths, personas and language."""
    columns: tuple[Column, ...]
    lanes: tuple[Lane, ...]
    cards: tuple[Card, ...]
    """All touchpoints, stage by stage as written."""
    cells: tuple[tuple[Cell, ...], ...]
    """By lane, then by column."""
    rows: tuple[Row, ...]
    curves: tuple[Curve, ...]
    routes: tuple[Route, ...]
    gaps: tuple[Gap, ...]
    """Every gap in map order."""
    ranked: tuple[Gap, ...]
    """Every gap, the largest first, the unknown ones last."""

    def label(self, key: str) -> str:
        """A fixed notion in the map's language."""
        return label(key, self.language)

    @property
    def gaps_key(self) -> str:
        """What the list of gaps is called: those of a journey as it should be are today's."""
        return "todays-gaps" if self.journey.state == "future" else "ranked-gaps"


def journey_map(workspace: Workspace, journey: Journey) -> Map:
    """The map of one journey."""
    written = language_of(journey)
    language = printed_language(written)
    read = reader(workspace, journey, language)
    gaps = gaps_of(workspace, journey)
    lanes = _lanes(workspace, journey, read)
    cards = _cards(journey, read, lanes, gaps)
    columns = tuple(_columns(journey, read, gaps))
    return Map(
        journey=journey,
        title=journey.label,
        language=language,
        written=written,
        direction=direction_of(written),
        personas=tuple(_personas(workspace, journey, read)),
        facts=read.facts(journey, "stage", "path", "for", "language"),
        columns=columns,
        lanes=tuple(lane.lane for lane in lanes),
        cards=cards,
        cells=_cells(lanes, columns, cards),
        rows=tuple(_rows(columns, cards, read)),
        curves=curves(journey, read),
        routes=tuple(_routes(journey, read, cards)),
        gaps=gaps,
        ranked=ranked(gaps),
    )


@dataclass(frozen=True, slots=True)
class _KeyedLane:
    key: str
    lane: Lane


def _channel_key(channel: str | AdHoc | None) -> str:
    if isinstance(channel, AdHoc):
        return f'"{channel.name}"'
    return fold(channel) if channel else ""


def _lanes(workspace: Workspace, journey: Journey, read: Reader) -> list[_KeyedLane]:
    used: dict[str, str | AdHoc | None] = {}
    for stage in journey.stages:
        for touchpoint in stage.touchpoints:
            used.setdefault(_channel_key(touchpoint.channel), touchpoint.channel)
        for skip in stage.skips:
            used.setdefault(_channel_key(skip.channel), skip.channel)
    known = index(workspace)
    declared = {
        key: channel
        for key in used
        if isinstance(channel := known.find(("channel",), key), Channel)
    }
    lanes = [
        _KeyedLane(key, Lane(declared[key].label, declared[key], read.facts(declared[key])))
        for key in sorted(declared, key=lambda key: known.places["channel", key])
    ]
    for key in declared:
        used.pop(key)
    nameless = used.pop("", False) is None
    lanes += [_KeyedLane(key, Lane(_channel_name(name), None, ())) for key, name in used.items()]
    if nameless or not lanes:
        lanes.append(_KeyedLane("", Lane(label("no-channel", read.language), None, ())))
    return lanes


def _channel_name(channel: str | AdHoc | None) -> str:
    return channel.name if isinstance(channel, AdHoc) else channel or ""


def _cards(
    journey: Journey, read: Reader, lanes: list[_KeyedLane], gaps: tuple[Gap, ...]
) -> tuple[Card, ...]:
    place = {lane.key: index for index, lane in enumerate(lanes)}
    own: dict[int, Gap] = {}
    measured: dict[int, list[Gap]] = {}
    for gap in gaps:
        if gap.touchpoint is None:
            continue
        if id(gap.touchpoint) not in own:
            own[id(gap.touchpoint)] = gap
        else:
            measured.setdefault(id(gap.touchpoint), []).append(gap)
    return tuple(
        _card(
            touchpoint,
            read,
            key=f"{journey.id}.{stage.id}.{touchpoint.id}",
            stage=stage,
            column=column,
            lane=place[_channel_key(touchpoint.channel)],
            gap=own[id(touchpoint)],
            measures=tuple(measured.get(id(touchpoint), ())),
        )
        for column, stage in enumerate(journey.stages)
        for touchpoint in stage.touchpoints
    )


def _card(touchpoint: Touchpoint, read: Reader, **placed: Any) -> Card:
    fields = spec(Touchpoint).body
    channel = read.name(("channel",), touchpoint.channel) if touchpoint.channel else ""
    return Card(
        touchpoint=touchpoint,
        title=touchpoint.label,
        channel=channel,
        owner=read.fact(fields["owner"], touchpoint.owner) if touchpoint.owner else None,
        actions=touchpoint.action,
        effects=tuple(read.fact(fields["effect"], effect) for effect in touchpoint.effect),
        facts=read.facts(touchpoint),
        **placed,
    )


def _columns(journey: Journey, read: Reader, gaps: tuple[Gap, ...]) -> Iterator[Column]:
    by_stage: dict[int, list[Gap]] = {}
    for gap in gaps:
        by_stage.setdefault(id(gap.stage), []).append(gap)
    for stage in journey.stages:
        score = stage_score(stage, by_stage.get(id(stage), []))
        facts = read.facts(stage, "touchpoint")
        yield Column(f"{journey.id}.{stage.id}", stage, stage.label, score, facts)


def _cells(
    lanes: list[_KeyedLane], columns: tuple[Column, ...], cards: tuple[Card, ...]
) -> tuple[tuple[Cell, ...], ...]:
    placed: dict[tuple[int, int], list[Card]] = {}
    for card in cards:
        placed.setdefault((card.lane, card.column), []).append(card)
    skips = [
        {_channel_key(skip.channel): skip.reason for skip in column.stage.skips}
        for column in columns
    ]
    return tuple(
        tuple(
            Cell(tuple(placed.get((row, at), ())), skips[at].get(lane.key))
            for at in range(len(columns))
        )
        for row, lane in enumerate(lanes)
    )


def _rows(columns: tuple[Column, ...], cards: tuple[Card, ...], read: Reader) -> Iterator[Row]:
    items: dict[str, list[list[RowItem]]] = {word: [[] for _ in columns] for word in ROWS}
    for at, column in enumerate(columns):
        _sort_into(items, at, None, column.facts)
    for card in cards:
        _sort_into(items, card.column, card, card.facts)
    for word, found in items.items():
        cells = tuple(map(tuple, found))
        if word == "note":
            yield from _note_rows(cells, read)
        elif any(cells):
            yield Row(word, read.label(word), cells)


def _sort_into(
    items: dict[str, list[list[RowItem]]], column: int, card: Card | None, facts: tuple[Fact, ...]
) -> None:
    for fact in facts:
        if fact.word in items:
            items[fact.word][column].append(RowItem(card, fact))


def _note_rows(cells: tuple[tuple[RowItem, ...], ...], read: Reader) -> Iterator[Row]:
    lanes: dict[str, None] = {}
    for cell in cells:
        lanes.update(dict.fromkeys(_lane_of(item.fact) for item in cell))
    for lane in lanes:
        here = tuple(tuple(item for item in cell if _lane_of(item.fact) == lane) for cell in cells)
        yield Row("note", lane or read.label("note"), here)


def _lane_of(fact: Fact) -> str:
    return next((part.text for part in fact.parts if part.kind == "name"), "")


def _routes(journey: Journey, read: Reader, cards: tuple[Card, ...]) -> Iterator[Route]:
    by_id = {fold(card.touchpoint.id): card for card in cards}
    for path in journey.paths:
        steps = []
        for step in path.steps:
            card = by_id.get(fold(step.touchpoint))
            steps.append(Step(card, card.title if card else step.touchpoint, step.text or ""))
        persona = read.name(("persona",), path.persona) if path.persona else ""
        facts = read.facts(path, "step")
        key = f"{journey.id}.{path.id}"
        yield Route(key, path, path.label, path.negative, persona, tuple(steps), facts)


def _personas(workspace: Workspace, journey: Journey, read: Reader) -> Iterator[PersonaCard]:
    for reference in journey.personas:
        if isinstance(reference, AdHoc):
            yield PersonaCard(reference.name, None, ())
            continue
        persona = index(workspace).find(("persona",), reference)
        if not isinstance(persona, Persona):
            yield PersonaCard(reference, None, ())
        else:
            yield PersonaCard(persona.label, persona, read.facts(persona))
