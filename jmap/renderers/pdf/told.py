"""Journeys as headings, facts and tables, in the characters that the shipped font can draw."""

from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from jmap.gaps import Gap
from jmap.model.workspace import Workspace
from jmap.paint.coverage import drawable
from jmap.paint.svg import Svg
from jmap.pictures.told import gap_place, gap_text, spelled
from jmap.renderers.pdf.sentence import sentence
from jmap.views.facts import Fact, Reader, reader
from jmap.views.grid import Card, Map, PersonaCard
from jmap.views.language import direction_of
from jmap.views.numbers import difference_text, quantity_text


def document(workspace: Workspace, picture: Svg, charts: Sequence[Map]) -> dict[str, Any]:
    """All that the template says, as plain data."""
    language = charts[0].written if charts else "en"
    return {
        "title": _text(picture.title) or "jmap",
        "alt": _text(picture.description) or "jmap",
        **_tongue(language),
        "journeys": [_journey(workspace, chart) for chart in charts],
    }


def _journey(workspace: Workspace, chart: Map) -> dict[str, Any]:
    read = reader(workspace, chart.journey, chart.language)
    cards: dict[int, list[Card]] = {}
    for card in chart.cards:
        cards.setdefault(card.column, []).append(card)
    return {
        "title": _text(chart.title),
        **_tongue(chart.written),
        "facts": _facts(chart.facts),
        "personas": [_persona(persona) for persona in chart.personas],
        "stages": [
            {
                "title": _text(column.title),
                "facts": _facts(column.facts),
                "touchpoints": [_card(chart, card) for card in cards.get(at, [])],
            }
            for at, column in enumerate(chart.columns)
        ],
        "paths": [
            {
                "title": _text(route.title),
                "facts": _facts(route.facts),
                "steps": [_text(_joined(step.title, step.text)) for step in route.steps],
            }
            for route in chart.routes
        ],
        "words": {
            "personas": _text(chart.label("personas")),
            "paths": _text(chart.label("paths")),
            "gaps": _text(chart.label(chart.gaps_key)),
        },
        "gaps": _gaps(chart, read),
    }


def _persona(persona: PersonaCard) -> dict[str, Any]:
    return {"title": _text(persona.title), "facts": _facts(persona.facts)}


def _card(chart: Map, card: Card) -> dict[str, Any]:
    gaps = [gap_text(chart, gap) for gap in (card.gap, *card.measures)]
    return {
        "title": _text(_joined(card.title, card.channel)),
        "gaps": [_text(text) for text in gaps],
        "facts": _facts(card.facts),
    }


def _gaps(chart: Map, read: Reader) -> dict[str, Any]:
    """The known gaps as a table, the largest first."""
    known = [gap for gap in chart.ranked if gap.experience is not None]
    words = ("current", "desired")
    head = [
        spelled(chart, "touchpoint"),
        spelled(chart, "stage"),
        *(spelled(chart, word) for word in words),
        chart.label("gap"),
    ]
    rows = [[_text(text) for text in _row(chart, gap, read)] for gap in known]
    return {"head": [_text(text) for text in head], "rows": rows}


def _row(chart: Map, gap: Gap, read: Reader) -> Iterator[str]:
    metric = read.name(("metric",), gap.measure.metric) if gap.measure else ""
    yield _joined(gap_place(gap), metric)
    yield gap.stage.label if gap.stage else ""
    yield quantity_text(gap.actual, chart.language)
    yield quantity_text(gap.desired, chart.language)
    yield difference_text(gap, gap.experience, chart.language)


def _facts(facts: Iterable[Fact], depth: int = 0) -> list[dict[str, Any]]:
    """The facts in order, each with how deep it lies inside others."""
    found: list[dict[str, Any]] = []
    for fact in facts:
        found.append({"label": _text(fact.label), "text": _text(sentence(fact)), "depth": depth})
        found += _facts(fact.children, depth + 1)
    return found


def _joined(*texts: str) -> str:
    return " · ".join(text for text in texts if text)


def _tongue(language: str) -> dict[str, str]:
    code = language.split("-")[0].lower()
    known = code if code.isascii() and code.isalpha() and len(code) in (2, 3) else "en"
    return {"lang": known, "dir": direction_of(language)}


def _text(text: str) -> str:
    return drawable(" ".join(text.split())).text
