"""The paths through the touchpoints: a colour and a dash each, drawn where the layout leads
them.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import pairwise

from jmap.paint.geometry import Point
from jmap.paint.markup import Markup, element, join
from jmap.paint.mirror import Mirror
from jmap.paint.path import bezier, polyline
from jmap.paint.shapes import Pen, arrow_head, stroke
from jmap.pictures.layout.model import Edge, Route
from jmap.pictures.parts.sheet import Sheet
from jmap.pictures.style import THEME
from jmap.pictures.told import facts_text, named
from jmap.views.grid import Card, Map
from jmap.views.grid import Route as Way

_DASHES = (None, "9 4", "2 4", "12 4 2 4", "5 3")
_BAD = (THEME.large.line, THEME.paths[5])
_BAD_DASHES = ("6 4", "2 4", "10 4 2 4")
_PLAIN = Pen(THEME.outline, 1.6)
_HALO = 4.5


@dataclass(frozen=True, slots=True)
class Trail:
    """A path and the pen it is drawn with; none for the order in which touchpoints are written."""

    way: Way | None
    pen: Pen
    hops: tuple[tuple[Card, Card], ...]


def trails(chart: Map) -> tuple[Trail, ...]:
    """The paths of a map. Without any, customers go through the touchpoints as written."""
    if not chart.routes:
        return (Trail(None, _PLAIN, tuple(pairwise(chart.cards))),)
    pens = _pens(chart.routes)
    return tuple(Trail(way, pens[at], _hops(way)) for at, way in enumerate(chart.routes))


def edges(found: Iterable[Trail], cards: Iterable[Card]) -> Iterator[Edge]:
    """The edges to lay out, named by trail and hop, between boxes named by `box_id`."""
    boxes = {id(card): box_id(at) for at, card in enumerate(cards)}
    for number, trail in enumerate(found):
        for at, (one, other) in enumerate(trail.hops):
            yield Edge(f"{number}.{at}", boxes[id(one)], boxes[id(other)])


def box_id(card: int) -> str:
    """What the layout calls the box of a card, by its place among the cards of the map."""
    return f"c{card}"


def paint_trail(
    sheet: Sheet, trail: Trail, routes: Iterable[Route], place: Point, mirror: Mirror
) -> Markup:
    """The lines of a trail. A pale edge parts them from the lines they cross."""
    lines: list[Markup] = []
    halo = Pen(THEME.canvas, _HALO)
    for route in routes:
        points = [Point(point.x + place.x, point.y + place.y) for point in route.points]
        turned = mirror.points(points)
        shape = bezier(turned) if route.curved else polyline(turned, radius=7)
        lines += [
            stroke(shape, halo),
            stroke(shape, trail.pen),
            arrow_head(points[-1], points[-2], trail.pen.colour, mirror=mirror),
        ]
    if trail.way is None:
        return element("g", join(lines), class_="path") if lines else join([])
    names = named(trail.way.title, way_text(trail.way))
    key = sheet.names.take(trail.way.key)
    return element("g", join([*names, *lines]), id=key, class_="path")


def way_text(way: Way) -> str:
    """A path in words: what it says of itself, then its steps."""
    steps = [f"{step.title}: {step.text}" if step.text else step.title for step in way.steps]
    return "\n".join(text for text in (way.persona, facts_text(way.facts), *steps) if text)


def _hops(way: Way) -> tuple[tuple[Card, Card], ...]:
    cards = [step.card for step in way.steps]
    return tuple(
        (one, other) for one, other in pairwise(cards) if one and other and one is not other
    )


def _pens(ways: Iterable[Way]) -> list[Pen]:
    pens: list[Pen] = []
    good = bad = 0
    for way in ways:
        if way.negative:
            pens.append(Pen(_BAD[bad % 2], 2.2, _BAD_DASHES[bad % len(_BAD_DASHES)]))
            bad += 1
        else:
            pens.append(Pen(THEME.paths[good % 5], 2.2, _DASHES[good % len(_DASHES)]))
            good += 1
    return pens
