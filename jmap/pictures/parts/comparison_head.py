"""What a change comes to at a glance: how many gaps close, and the mean attainment before and
after.
"""

from collections.abc import Iterator

from jmap.gaps import level_of
from jmap.model.number_forms import digits
from jmap.paint.geometry import Point, Rect
from jmap.paint.markup import Markup
from jmap.paint.mirror import Mirror
from jmap.paint.path import polyline
from jmap.paint.piece import Piece, flow, padded, panel, row, shape, stack, text_piece
from jmap.paint.shapes import Pen, arrow_head, box, stroke
from jmap.paint.text import Type
from jmap.pictures.style import FRAME, SMALL, THEME, tone_level
from jmap.views.comparison import Comparison
from jmap.views.grid import Map
from jmap.views.numbers import share_text
from jmap.views.shift import Attainment, Outcome

_BIG = Type(26, THEME.text, bold=True, leading=1.2)
_FAINT = Type(26, THEME.muted, bold=True, leading=1.2)
_NAME = Type(12, THEME.text, leading=1.35)
_WIDE = 118.0
_TILES: tuple[tuple[str, str, tuple[Outcome, ...]], ...] = (
    ("gaps-closed", THEME.good.line, ("closed",)),
    ("gaps-narrowed", THEME.good.line, ("narrowed",)),
    ("gaps-same", THEME.outline, ("same",)),
    ("gaps-wider", THEME.large.line, ("opened", "widened")),
    ("gaps-unknown", THEME.unknown.line, ("unknown",)),
)


def comparison_head(found: Comparison, width: float) -> Piece:
    """The tiles, in rows `width` wide."""
    chart = found.after
    reached = found.attainment
    tiles = [_mean(chart, reached)] if reached else []
    return flow([*tiles, *_tiles(found)], width, 12, 12)


def _tiles(found: Comparison) -> Iterator[Piece]:
    for key, colour, outcomes in _TILES:
        count = found.count(*outcomes)
        kind = _BIG if count else _FAINT
        number = text_piece(digits(str(count), found.after.language), _WIDE, kind, 1)
        name = text_piece(found.after.label(key), _WIDE - 28, _NAME, 2)
        yield _tile(stack([number, name], 2), _WIDE, colour if count else THEME.hairline)


def _tile(inside: Piece, width: float, colour: str) -> Piece:
    high = max(inside.height + 24, 86.0)
    ground = panel(inside, Rect(16, 12, width, high), THEME.surface, outline=FRAME, radius=10)

    def draw(at: Point, mirror: Mirror) -> Markup:
        edge = Rect(at.x, at.y + 10, 4, high - 20)
        return ground.paint(at, mirror) + box(edge, colour, radius=2, mirror=mirror)

    return Piece(width, high, draw)


def _mean(chart: Map, reached: Attainment) -> Piece:
    before, after = (share_text(share, chart.language) for share in (reached.before, reached.after))
    shares = [
        text_piece(before, 200, _FAINT, 1),
        shape(30, 32, _arrow),
        text_piece(after, 200, _BIG, 1),
    ]
    count = digits(str(reached.count), chart.language)
    name = chart.label("known-on-both-sides").format(count=count)
    texts = [
        text_piece(chart.label("mean-attainment"), 220, _NAME, 1),
        text_piece(name, 220, SMALL, 2),
    ]
    meter = shape(150, 32, lambda at, mirror: _meter(reached, at, mirror))
    numbers = row([*shares, padded(meter, 10, 0, 0, 0)], 10, align=0.5)
    inside = stack([numbers, row(texts, 10, align=0.5)], 2)
    return _tile(inside, inside.width + 32, THEME.accent.line)


def _arrow(at: Rect, mirror: Mirror) -> Markup:
    ends = [Point(at.x, at.centre.y), Point(at.right, at.centre.y)]
    line = stroke(polyline(mirror.points(ends)), Pen(THEME.muted, 1.8))
    return line + arrow_head(ends[1], ends[0], THEME.muted, mirror=mirror)


def _meter(reached: Attainment, at: Rect, mirror: Mirror) -> Markup:
    """A bar filled to the mean after, with a tick at the mean before."""
    bar = Rect(at.x, at.centre.y - 4, at.width, 8)
    filled = Rect(bar.x, bar.y, max(1.0, bar.width * reached.after), bar.height)
    tick = Rect(at.x + min(at.width - 2.5, at.width * reached.before), at.centre.y - 8, 2.5, 16)
    tone = THEME.tone(tone_level(level_of(reached.after, None)))
    parts = box(bar, THEME.hairline, radius=4, mirror=mirror)
    parts += box(filled, tone.line, radius=4, mirror=mirror)
    return parts + box(tick, THEME.text, radius=1, mirror=mirror)
