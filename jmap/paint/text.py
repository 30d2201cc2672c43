"""Draws text: one line or a wrapped block, anchored where reading begins, in the middle or where it
ends.
"""

from dataclasses import dataclass

from jmap.paint.font.face import LINE_HEIGHT
from jmap.paint.geometry import Point
from jmap.paint.markup import Markup, drawn, element
from jmap.paint.mirror import STRAIGHT, Anchor, Mirror
from jmap.paint.wrap import Lines, wrap


@dataclass(frozen=True, slots=True)
class Type:
    """How text is set: size in px, colour, weight, and the distance of lines as a multiple of the
    size.
    """

    size: float
    colour: str
    bold: bool = False
    leading: float = LINE_HEIGHT

    @property
    def line_height(self) -> float:
        """The distance of two baselines in px."""
        return self.size * self.leading

    def wrap(self, text: str, width: float, max_lines: int | None = None) -> Lines:
        """Break a text for this type, see `jmap.paint.wrap.wrap`."""
        return wrap(text, width, self.size, bold=self.bold, max_lines=max_lines)

    def height(self, lines: Lines) -> float:
        """The height of a block in px."""
        return len(lines.lines) * self.line_height


def line(
    text: str, baseline: Point, kind: Type, *, anchor: Anchor = "start", mirror: Mirror = STRAIGHT
) -> Markup:
    """One line of text on its baseline."""
    return _text(drawn(text, rtl=mirror.rtl), baseline, kind, mirror.anchor(anchor), mirror)


def block(
    lines: Lines, top: Point, kind: Type, *, anchor: Anchor = "start", mirror: Mirror = STRAIGHT
) -> Markup:
    """Wrapped lines from `top` downwards: the upper edge of the block, not the first baseline."""
    first = Point(top.x, top.y + first_baseline(kind))
    if len(lines.lines) == 1:
        return line(lines.lines[0], first, kind, anchor=anchor, mirror=mirror)
    x = mirror.x(top.x)
    spans = [
        element("tspan", drawn(text, rtl=mirror.rtl), x=x, y=first.y + at * kind.line_height)
        for at, text in enumerate(lines.lines)
        if text
    ]
    if not spans:
        return Markup("")
    return _text(spans[0], first, kind, mirror.anchor(anchor), mirror, *spans[1:])


def first_baseline(kind: Type) -> float:
    """How far the first baseline lies below the top of a block: capitals stand in the middle of
    their line.
    """
    return kind.line_height / 2 + kind.size * 0.355


def _text(
    first: Markup, baseline: Point, kind: Type, anchor: Anchor, mirror: Mirror, *rest: Markup
) -> Markup:
    return element(
        "text",
        first,
        *rest,
        x=mirror.x(baseline.x),
        y=baseline.y,
        fill=kind.colour,
        font_size=kind.size,
        font_weight="700" if kind.bold else None,
        text_anchor=None if anchor == "start" else anchor,
    )
