"""The picture of journeys as one SVG file: painted here, whoever laid it out."""

import warnings
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from jmap.garbage import uncollected
from jmap.model.journey import Journey
from jmap.model.workspace import Workspace
from jmap.paint.geometry import Point, Rect
from jmap.paint.markup import Markup, element, join
from jmap.paint.mirror import Mirror
from jmap.paint.shapes import box
from jmap.paint.svg import Svg as Document
from jmap.renderers.graphviz.chart import ChartDrawing, draw_chart
from jmap.renderers.graphviz.layout.model import Engine
from jmap.renderers.graphviz.names import Names
from jmap.renderers.graphviz.sheet import sheet_of
from jmap.renderers.graphviz.style import THEME
from jmap.renderers.graphviz.told import declared_text, named, story
from jmap.views.declared import unreached
from jmap.views.facts import reader
from jmap.views.grid import journey_map
from jmap.views.language import language_of, printed_language

_PREFIX = "map"
_LEAST = 240.0


class LayoutWarning(UserWarning):
    """A picture was laid out in another way than was asked for; nothing is missing in it."""


@dataclass(frozen=True, slots=True)
class Picture:
    """A finished picture, and what its layout warned of, a sentence each."""

    content: bytes
    warnings: tuple[str, ...] = ()


class Svg:
    """The picture of journeys, below each other. `engine` lays out: `embedded`, the program `dot`,
    or the plain `grid`.
    """

    name = "svg"
    suffix = ".svg"
    omits: Mapping[str, str] = {}

    def __init__(self, engine: Engine = "embedded") -> None:
        self.engine: Engine = engine

    def render(self, workspace: Workspace, journeys: Sequence[Journey]) -> bytes:
        """The picture in UTF-8. What the layout warns of is warned of as `LayoutWarning`, by
        Python's `warnings`, which a command catches and shows.
        """
        picture = self.draw(workspace, journeys)
        for text in picture.warnings:
            warnings.warn(text, LayoutWarning, stacklevel=2)
        return picture.content

    def draw(self, workspace: Workspace, journeys: Sequence[Journey]) -> Picture:
        """The picture, and its warnings as a value."""
        with uncollected():
            return self._draw(workspace, journeys)

    def _draw(self, workspace: Workspace, journeys: Sequence[Journey]) -> Picture:
        names = Names(f"{_PREFIX}-title", f"{_PREFIX}-desc")
        charts = [
            draw_chart(workspace, sheet_of(journey_map(workspace, journey), names), self.engine)
            for journey in journeys
        ]
        found = (chart.warning for chart in charts if chart.warning)
        rest = join(_rest(workspace, journeys, names))
        return Picture(_document(charts, rest).to_bytes(), tuple(dict.fromkeys(found)))


def _rest(workspace: Workspace, journeys: Sequence[Journey], names: Names) -> Iterator[Markup]:
    """In words only: what the workspace declares and no journey names."""
    for item in unreached(workspace, journeys) if journeys else ():
        language = printed_language(language_of(journeys[0]))
        text = declared_text(reader(workspace, journeys[0], language), item)
        key = names.take(f"{item.keyword}.{item.id}")
        yield element("g", join(named(item.label, text)), id=key)


def _document(charts: Sequence[ChartDrawing], rest: Markup) -> Document:
    width = max((chart.piece.width for chart in charts), default=_LEAST)
    height = sum(chart.piece.height for chart in charts) or _LEAST
    maps = [chart.sheet.chart for chart in charts]
    languages = {chart.written for chart in maps}
    return Document(
        width=round(width, 1),
        height=round(height, 1),
        title=" · ".join(chart.title for chart in maps),
        description="\n\n".join(story(chart) for chart in maps),
        body=_body(charts, Rect(0, 0, width, height)) + rest,
        prefix=_PREFIX,
        language=languages.pop() if len(languages) == 1 else "",
    )


def _body(charts: Sequence[ChartDrawing], whole: Rect) -> Markup:
    parts = [box(whole, THEME.canvas)]
    top = 0.0
    for chart in charts:
        mirror = Mirror(whole.width, rtl=chart.sheet.chart.direction == "rtl")
        parts.append(chart.piece.paint(Point(0, top), mirror))
        top += chart.piece.height
    return join(parts)
