"""The plot of an opportunity matrix: impact upwards, effort onwards, four named quadrants, a
numbered disc for each idea.
"""

from collections.abc import Iterator

from jmap.gaps import Quadrant
from jmap.model.number_forms import digits
from jmap.paint.geometry import Point, Rect
from jmap.paint.markup import EMPTY, Markup, element, join
from jmap.paint.mirror import Mirror
from jmap.paint.path import polyline
from jmap.paint.piece import Piece, shape, text_piece
from jmap.paint.shapes import Pen, arrow_head, box, stroke
from jmap.paint.text import Type
from jmap.pictures.parts.idea_labels import idea_labels
from jmap.pictures.parts.idea_list import figure
from jmap.pictures.parts.idea_sign import SIZE, paint_idea
from jmap.pictures.parts.plane import Plane
from jmap.pictures.parts.room import Room
from jmap.pictures.parts.sheet import Sheet
from jmap.pictures.parts.spread import Set, spread
from jmap.pictures.style import HEADING, LABEL, SMALL, THEME
from jmap.pictures.told import facts_text, named, spelled
from jmap.views.matrix import Idea, Matrix

_TALLEST = 480.0
"""The height of the scale where its ideas need no more, px."""
_EACH = 46.0
"""The side of the square that one of many discs needs, px."""
_NAMES = 74.0
"""The room above and below the scale in which the quadrants are named."""
_ASIDE = 26.0
"""The room before and after the scale."""
_AXIS = 44.0
_ABOVE = 24.0
"""The room for the name of the upright axis."""
_ARROW = 18.0
_DOT = 2.6


def matrix_plot(sheet: Sheet, found: Matrix, width: float) -> Piece:
    """The plot with its axes, `width` wide and as high as its ideas need."""
    across = width - _AXIS - 2 * _ASIDE
    needed = len(found.ranked) * _EACH * _EACH / across
    height = max(min(_TALLEST, across * 0.76), needed) + 2 * _NAMES + _AXIS + _ABOVE
    return shape(width, height, lambda at, mirror: _paint(sheet, found, at, mirror))


def _paint(sheet: Sheet, found: Matrix, at: Rect, mirror: Mirror) -> Markup:
    plane = _plane(at)
    quadrants = plane.quadrants()
    room = Room(plane.inner.inset(-SIZE / 2 - 2))
    wanted = [_spot(plane, found, idea) for idea in found.ranked]
    placed = spread(wanted, SIZE + 3, room)
    parts = [
        *(_quadrant(sheet, name, rect, plane, mirror) for name, rect in quadrants.items()),
        *_axes(sheet, found, plane, at, mirror),
        *(_leader(one, mirror) for one in placed),
        *(_dot(sheet, idea, one, mirror) for idea, one in zip(found.ranked, placed, strict=True)),
        *idea_labels(found.ranked, placed, plane, mirror),
    ]
    return join(parts)


def _plane(at: Rect) -> Plane:
    whole = Rect(at.x + _AXIS, at.y + _ABOVE, at.width - _AXIS, at.height - _AXIS - _ABOVE)
    inner = Rect(
        whole.x + _ASIDE,
        whole.y + _NAMES,
        whole.width - 2 * _ASIDE,
        whole.height - 2 * _NAMES,
    )
    return Plane(whole, inner, inner.centre)


def _spot(plane: Plane, found: Matrix, idea: Idea) -> Point:
    inner = plane.inner
    impact = found.impact.share(idea.opportunity.impact or 0)
    effort = found.effort.share(idea.opportunity.effort or 0)
    return Point(inner.x + effort * inner.width, inner.bottom - impact * inner.height)


def _quadrant(sheet: Sheet, name: Quadrant, rect: Rect, plane: Plane, mirror: Mirror) -> Markup:
    """Its ground, its name in the outer corner, and what that means below it."""
    key = name.value.replace(" ", "-")
    best = name is Quadrant.QUICK_WIN
    fill = THEME.good.paper if best else THEME.surface
    ink = THEME.good.ink if best else THEME.text
    ground = box(rect.inset(1.5), fill, outline=Pen(THEME.hairline), radius=8, mirror=mirror)
    room = rect.width - 32
    title = text_piece(sheet.chart.label(f"quadrant-{key}"), room, _inked(HEADING, ink), 1)
    means = text_piece(
        sheet.chart.label(f"quadrant-is-{key}"),
        room,
        _inked(SMALL, ink if best else THEME.muted),
        1,
    )
    above = rect.y < plane.middle.y
    top = rect.y + 12 if above else rect.bottom - 12 - title.height - means.height
    return join(
        [
            ground,
            title.paint(Point(rect.x + 16, top), mirror),
            means.paint(Point(rect.x + 16, top + title.height), mirror),
        ]
    )


def _inked(kind: Type, ink: str) -> Type:
    return Type(kind.size, ink, kind.bold, kind.leading)


def _axes(sheet: Sheet, found: Matrix, plane: Plane, at: Rect, mirror: Mirror) -> Iterator[Markup]:
    """The names of the axes, a value at each step, and an arrow to where there is more."""
    chart, inner, whole = sheet.chart, plane.inner, plane.whole
    for value in found.impact.ticks:
        y = inner.bottom - found.impact.share(value) * inner.height
        text = text_piece(figure(value, chart.language), _AXIS, SMALL, 1)
        yield text.paint(Point(whole.x - 10 - text.width, y - text.height / 2), mirror)
        yield _tick(Point(whole.x - 5, y), Point(whole.x - 1, y), mirror)
    for value in found.effort.ticks:
        x = inner.x + found.effort.share(value) * inner.width
        text = text_piece(figure(value, chart.language), _AXIS * 2, SMALL, 1)
        yield text.paint(Point(x - text.width / 2, whole.bottom + 7), mirror)
        yield _tick(Point(x, whole.bottom + 1), Point(x, whole.bottom + 5), mirror)
    impact = text_piece(spelled(chart, "impact"), whole.width - _ARROW, LABEL, 1)
    yield impact.paint(Point(at.x, at.y), mirror)
    up = Point(at.x + impact.width + 8, at.y + impact.height / 2)
    yield _arrow(Point(up.x, up.y + 5), Point(up.x, up.y - 5), mirror)
    effort = text_piece(spelled(chart, "effort"), whole.width - _ARROW, LABEL, 1)
    left = whole.right - effort.width - _ARROW
    yield effort.paint(Point(left, at.bottom - effort.height), mirror)
    on = Point(left + effort.width + 4, at.bottom - effort.height / 2)
    yield _arrow(on, Point(on.x + 10, on.y), mirror)


def _arrow(start: Point, tip: Point, mirror: Mirror) -> Markup:
    line = stroke(polyline(mirror.points([start, tip])), Pen(THEME.muted, 1.4))
    return line + arrow_head(tip, start, THEME.muted, size=6, mirror=mirror)


def _tick(start: Point, end: Point, mirror: Mirror) -> Markup:
    return stroke(polyline(mirror.points([start, end])), Pen(THEME.outline))


def _leader(one: Set, mirror: Mirror) -> Markup:
    """From a disc that had to give way to where it belongs."""
    if not one.is_moved:
        return EMPTY
    ends = mirror.points([one.wanted, one.stands])
    mark = element("circle", cx=ends[0].x, cy=ends[0].y, r=_DOT, fill=THEME.outline)
    return stroke(polyline(ends), Pen(THEME.outline)) + mark


def _dot(sheet: Sheet, idea: Idea, one: Set, mirror: Mirror) -> Markup:
    spot = one.stands
    rect = Rect(spot.x - SIZE / 2, spot.y - SIZE / 2, SIZE, SIZE)
    number = digits(str(idea.rank), sheet.chart.language)
    sign = paint_idea(number, idea.opportunity.status or "", rect, mirror)
    names = named(idea.title, facts_text(idea.fact.children))
    key = sheet.names.take(idea.key)
    return element("g", join([*names, sign]), id=key, class_="opportunity")
