"""The whole file: each journey from its title to its details, then what all of them declare."""

from collections.abc import Iterator, Sequence

from jmap.model.journey import Journey
from jmap.model.workspace import Workspace
from jmap.renderers.markdown.declarations import declarations
from jmap.renderers.markdown.details import details
from jmap.renderers.markdown.gaps import gap_list
from jmap.renderers.markdown.map import map_tables
from jmap.renderers.markdown.mood import mood
from jmap.renderers.markdown.opening import opening
from jmap.renderers.markdown.pen import Pen
from jmap.renderers.markdown.routes import routes
from jmap.renderers.markdown.table import Item, bullets
from jmap.views.facts import reader
from jmap.views.grid import Map, journey_map
from jmap.views.language import Direction


def page(workspace: Workspace, journeys: Sequence[Journey]) -> str:
    """The Markdown of some journeys of a workspace. It ends with one line end."""
    maps = [journey_map(workspace, journey) for journey in journeys]
    pens = [_pen(workspace, drawn) for drawn in maps]
    blocks = [] if len(maps) < 2 else [_directed(_contents(maps, pens), pens[0].direction)]
    for drawn, pen in zip(maps, pens, strict=True):
        blocks.append(_directed(_journey(drawn, pen), pen.direction))
    if pens:
        blocks.append(_directed(declarations(workspace, journeys, pens[0]), pens[0].direction))
    return "\n\n".join(block for block in blocks if block) + "\n"


def _pen(workspace: Workspace, drawn: Map) -> Pen:
    return Pen(reader(workspace, drawn.journey, drawn.language), drawn.direction)


def _journey(drawn: Map, pen: Pen) -> Iterator[str]:
    yield from opening(drawn, pen)
    yield from gap_list(drawn, pen)
    yield from map_tables(drawn, pen)
    yield from mood(drawn, pen)
    yield from routes(drawn, pen)
    yield from details(drawn, pen)


def _contents(maps: Sequence[Map], pens: Sequence[Pen]) -> Iterator[str]:
    yield pens[0].heading(2, pens[0].label("contents"))
    yield bullets(
        [
            Item(pen.to(drawn.journey.id, pen.text(drawn.title)))
            for drawn, pen in zip(maps, pens, strict=True)
        ]
    )


def _directed(blocks: Iterator[str], direction: Direction) -> str:
    # Blank lines around what stands inside: without them GitHub would take it for HTML.
    inside = "\n\n".join(block for block in blocks if block)
    if direction == "ltr" or not inside:
        return inside
    return f'<div dir="rtl">\n\n{inside}\n\n</div>'
