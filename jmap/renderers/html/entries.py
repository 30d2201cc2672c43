"""The rows below the channels, each entry with the mark that shows its weight: a face or bars."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import chain, groupby
from typing import Any

from jmap.gaps import Level
from jmap.model.lines import Feeling
from jmap.model.pain import Pain
from jmap.model.risk import Risk
from jmap.model.stage import Stage
from jmap.views.facts import Fact
from jmap.views.grid import Card, Column, Map, Row

BACKSTAGE = ("backstage", "support")
"""The rows that lie below the line of visibility."""
_WEIGHT = {"high": Level.LARGE, "medium": Level.MEDIUM, "low": Level.SMALL}
_WEIGHED = {"feel": "feel", "pain": "pains", "risk": "risks"}


@dataclass(frozen=True, slots=True)
class Entry:
    """One entry: what it says, and the name of its mark, empty where it has none."""

    fact: Fact
    mark: str


@dataclass(frozen=True, slots=True)
class Bundle:
    """The entries of one touchpoint; of the whole stage where there is no card."""

    card: Card | None
    entries: tuple[Entry, ...]


@dataclass(frozen=True, slots=True)
class Line:
    """A row: one cell of bundles a stage."""

    word: str
    label: str
    cells: tuple[tuple[Bundle, ...], ...]


@dataclass(frozen=True, slots=True)
class Lines:
    """All rows: what the customer lives through, what lies out of sight, lanes of the author."""

    experience: tuple[Line, ...]
    backstage: tuple[Line, ...]
    lanes: tuple[Line, ...]


def lines(drawing: Map) -> Lines:
    """The rows of a map."""
    made = [_line(row, drawing.columns) for row in drawing.rows]
    lanes = tuple(line for line in made if line.word == "note")
    backstage = tuple(line for line in made if line.word in BACKSTAGE)
    rest = tuple(line for line in made if line not in lanes and line not in backstage)
    return Lines(rest, backstage, lanes)


def _line(row: Row, columns: tuple[Column, ...]) -> Line:
    return Line(row.word, row.label, tuple(_cells(row, columns)))


def _cells(row: Row, columns: tuple[Column, ...]) -> Iterator[tuple[Bundle, ...]]:
    for column, items in zip(columns, row.cells, strict=True):
        marks = _marks(row.word, column.stage) if row.word in _WEIGHED else [""] * len(items)
        entries = [
            (item.card, Entry(_in_row(item.fact), mark))
            for item, mark in zip(items, marks, strict=True)
        ]
        yield tuple(
            Bundle(found[0][0], tuple(entry for _, entry in found))
            for found in (
                list(group) for _, group in groupby(entries, key=lambda pair: id(pair[0]))
            )
        )


def _in_row(fact: Fact) -> Fact:
    # The row of a lane is headed by its name already.
    if fact.word != "note":
        return fact
    return replace(fact, parts=tuple(part for part in fact.parts if part.kind != "name"))


def _marks(word: str, stage: Stage) -> list[str]:
    # The view lists the stage's own statements first, then those of each touchpoint as written.
    places = chain((stage,), stage.touchpoints)
    return [_mark(item) for place in places for item in getattr(place, _WEIGHED[word])]


def _mark(item: Any) -> str:
    match item:
        case Feeling(level=level):
            return f"face{level}"
        case Pain(severity=weight) | Risk(likelihood=weight):
            return f"level-{_WEIGHT[weight].value}" if weight else ""
    return ""
