"""What the search of a site finds on a journey: its parts, with every text that stands there."""

import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from jmap.views.facts import Fact
from jmap.views.grid import Map

_LONGEST = 2_000
"""The most characters of a part's text that can be searched and shown."""


@dataclass(frozen=True, slots=True)
class Entry:
    """Something that can be found."""

    kind: str
    """The keyword of what it is."""
    title: str
    place: str
    """Where in its journey it is; empty for the journey itself."""
    text: str
    """Everything that is said of it."""
    anchor: str
    """Its id on the page; empty for the page itself."""


def journey_entries(drawing: Map) -> Iterator[Entry]:
    """The journey, its stages, its touchpoints and its paths."""
    journey = drawing.journey
    yield Entry("journey", drawing.title, "", _said(drawing.facts), "")
    for column in drawing.columns:
        yield Entry("stage", column.title, "", _said(column.facts), column.key)
    for card in drawing.cards:
        place = " · ".join(part for part in (card.stage.label, card.channel) if part)
        yield Entry("touchpoint", card.title, place, _said(card.facts), card.key)
    for route in drawing.routes:
        steps = " · ".join(step.text or step.title for step in route.steps)
        anchor = f"{journey.id}.{route.path.id}"
        yield Entry("path", route.title, "", _cut(f"{_said(route.facts)} {steps}"), anchor)


def entries_json(entries: Iterable[Entry]) -> bytes:
    """Entries as JSON on one line, which nothing can break out of where it stands in a page."""
    told = [[one.kind, one.title, one.place, one.text, one.anchor] for one in entries]
    return inert_json(told)


def inert_json(value: object) -> bytes:
    """A value as JSON in ASCII, without any sign that HTML would understand."""
    text = json.dumps(value, ensure_ascii=True, allow_nan=False, separators=(",", ":"))
    for sign in "<>&":
        text = text.replace(sign, f"\\u{ord(sign):04x}")
    return text.encode("ascii")


def _said(facts: Iterable[Fact]) -> str:
    return _cut(" · ".join(text for text in _sentences(facts) if text))


def _sentences(facts: Iterable[Fact]) -> Iterator[str]:
    for fact in facts:
        yield fact.text
        yield from _sentences(fact.children)


def _cut(text: str) -> str:
    return text if len(text) <= _LONGEST else text[:_LONGEST] + "…"
