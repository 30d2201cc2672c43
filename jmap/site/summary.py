"""What a source file says that pages over many files need: figures and texts, no model.

A summary is kept as JSON and read back strictly; as long as its file and what that imports do not
change, neither is read again. Numbers are kept as they are printed, in each language.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from pydantic import TypeAdapter, ValidationError

from jmap.views.facts import Fact

Printed = Mapping[str, str]
"""A figure as it is printed, by language; empty where it is unknown."""


@dataclass(frozen=True, slots=True)
class Named:
    """Something that a file refers to: declared, or named in quotes on the spot."""

    kind: str
    key: str
    """Its folded id; for a name in quotes that name, with a quotation mark before it."""
    label: str


@dataclass(frozen=True, slots=True)
class Spot:
    """A place of a journey."""

    anchor: str
    """The id of the place on the journey's page."""
    stage: str
    """The stage's title; empty for the whole journey."""
    touchpoint: str
    """The touchpoint's title; empty for a whole stage."""


@dataclass(frozen=True, slots=True)
class GapLine:
    """A gap: what is, what is wanted, and how far they are apart."""

    spot: Spot
    metric: str
    """What was measured; empty for the levels of the touchpoint itself."""
    level: str
    attainment: float | None
    weighted: float | None
    current: Printed
    desired: Printed
    difference: Printed
    promise: Printed
    """How far the channel's promise is kept or broken."""
    broken: bool
    """Whether the channel's promise is broken."""
    channel: Named | None
    owner: Named | None
    backup: Named | None
    """Who stands in for the owner."""
    truth: bool
    """Whether it is at a moment of truth."""
    counts: bool
    """Whether it is a part of its touchpoint's attainment."""
    listed: bool
    """Whether the list of gaps shows it: a touchpoint may be known by its measures only."""


@dataclass(frozen=True, slots=True)
class StageLine:
    """A stage and how well it serves customers, from 0 to 1."""

    anchor: str
    title: str
    mean: float | None
    minimum: float | None
    owner: Named | None
    """Who answers for it, where the stage itself says so."""


@dataclass(frozen=True, slots=True)
class PainLine:
    """Something that hurts customers."""

    spot: Spot
    text: str
    severity: str
    owner: Named | None
    """Who answers for it: itself, else its place."""


@dataclass(frozen=True, slots=True)
class OpportunityLine:
    """An idea, with its value by the fullest method that there are figures for."""

    spot: Spot
    id: str
    text: str
    owner: Named | None
    due: str
    """A day as YYYY-MM-DD; empty where none is named."""
    status: str
    kind: str
    method: str
    value: float | None
    eases: tuple[str, ...]
    """The texts of the pains that it eases."""


@dataclass(frozen=True, slots=True)
class MoodLine:
    """What somebody feels at a place, -2 to +2."""

    spot: Spot
    persona: Named | None
    level: int
    word: str
    because: str


@dataclass(frozen=True, slots=True)
class JourneyLine:
    """A journey: its health, and everything on it that other pages list."""

    key: str
    id: str
    extends: str
    """The key of the journey of which it restates what changes; empty for none."""
    title: str
    language: str
    """The language of its texts, as a tag for ``lang``."""
    printed: str
    """The language of its labels and digits."""
    personas: tuple[Named, ...]
    owner: Named | None
    state: str
    status: str
    reviewed: str
    """A day as YYYY-MM-DD; empty where it never was."""
    due: str
    """The day on which the next review is due, where that is said."""
    mean: float | None
    """0 to 1: the mean of its stages' mean attainments."""
    stages: tuple[StageLine, ...]
    gaps: tuple[GapLine, ...]
    """Every gap in the order of the map."""
    pains: tuple[PainLine, ...]
    opportunities: tuple[OpportunityLine, ...]
    moods: tuple[MoodLine, ...]
    uses: tuple[str, ...]
    """Everything declared that it names, directly or through others: ``kind:id``."""


@dataclass(frozen=True, slots=True)
class Declaration:
    """Something that a file declares."""

    kind: str
    key: str
    id: str
    was: str
    """Its former id, folded."""
    label: str
    owner: Named | None
    facts: Mapping[str, tuple[Fact, ...]]
    """What is said of it, by language; empty for a journey."""


@dataclass(frozen=True, slots=True)
class Summary:
    """What one source file says by itself; what it imports is in the summaries of those files."""

    declared: tuple[Declaration, ...]
    journeys: tuple[JourneyLine, ...]


def write_summary(summary: Summary) -> bytes:
    """A summary as JSON, on one line."""
    return _adapter().dump_json(summary)


def read_summary(content: bytes) -> Summary | None:
    """The summary that a JSON text holds; none where it holds anything else."""
    try:
        return _adapter().validate_json(content, strict=True)
    except ValidationError:
        return None


@cache
def _adapter() -> TypeAdapter[Summary]:
    return TypeAdapter(Summary)
