"""The whole file: each journey from its title to its details, then what all of them declare."""

from collections.abc import Iterator, Sequence

from jmap.model.journey import Journey
from jmap.model.workspace import Workspace
from jmap.renderers.markdown.behind import behind
from jmap.renderers.markdown.compared import compared
from jmap.renderers.markdown.declarations import declarations
from jmap.renderers.markdown.details import details
from jmap.renderers.markdown.gaps import gap_list
from jmap.renderers.markdown.health import by_health
from jmap.renderers.markdown.ideas import ideas
from jmap.renderers.markdown.map import map_tables
from jmap.renderers.markdown.mood import mood
from jmap.renderers.markdown.opening import opening
from jmap.renderers.markdown.pen import Pen
from jmap.renderers.markdown.routes import routes
from jmap.views.facts import reader
from jmap.views.grid import Map, journey_map
from jmap.views.index import journey_index
from jmap.views.language import Direction


def page(workspace: Workspace, journeys: Sequence[Journey]) -> str:
    """The Markdown of some journeys of a workspace. It ends with one line end."""
    maps = [journey_map(workspace, journey) for journey in journeys]
    pens = [_pen(workspace, drawn) for drawn in maps]
    blocks = [_index(workspace, journeys)] if len(maps) > 1 else []
    for drawn, pen in zip(maps, pens, strict=True):
        blocks.append(_directed(_journey(workspace, drawn, pen), pen.direction))
    if pens:
        blocks.append(_directed(declarations(workspace, journeys, pens[0]), pens[0].direction))
    return "\n\n".join(block for block in blocks if block) + "\n"


def _pen(workspace: Workspace, drawn: Map) -> Pen:
    return Pen(reader(workspace, drawn.journey, drawn.language), drawn.direction)


def _journey(workspace: Workspace, drawn: Map, pen: Pen) -> Iterator[str]:
    journey = drawn.journey
    yield from opening(drawn, pen)
    yield from gap_list(drawn, pen)
    yield from compared(workspace, journey, pen)
    yield from ideas(workspace, journey, pen)
    yield from map_tables(drawn, pen)
    yield from mood(drawn, pen)
    yield from behind(workspace, drawn, pen)
    yield from routes(drawn, pen)
    yield from details(drawn, pen)


def _index(workspace: Workspace, journeys: Sequence[Journey]) -> str:
    found = journey_index(workspace, journeys)
    pen = Pen(reader(workspace, journeys[0], found.language), found.direction)
    return _directed(by_health(found, pen), found.direction)


def _directed(blocks: Iterator[str], direction: Direction) -> str:
    # Blank lines around what stands inside: without them GitHub would take it for HTML.
    inside = "\n\n".join(block for block in blocks if block)
    if direction == "ltr" or not inside:
        return inside
    return f'<div dir="rtl">\n\n{inside}\n\n</div>'
