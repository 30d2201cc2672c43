"""A gap as it is drawn: mark, number with sign and unit, and level in words, on the colour of its
level.
"""

from jmap.gaps import Gap
from jmap.paint.geometry import Rect
from jmap.paint.piece import NOTHING, Piece, listed, padded, panel, row, stack, text_piece, widened
from jmap.paint.shapes import Pen
from jmap.paint.text import Type
from jmap.pictures.style import SMALL, THEME, mark, mark_on_paper, tone_level
from jmap.pictures.told import spelled
from jmap.views.grid import Map
from jmap.views.numbers import difference_text, quantity_text

_INSET = 8.0
_LINES = 2


def gap_strip(chart: Map, gap: Gap, width: float, metric: str = "") -> Piece:
    """The gap of a touchpoint, `width` wide: what was measured where a metric says it, number and
    level, and below from what to what.
    """
    tone = THEME.tone(tone_level(gap.level))
    strong = Type(13, tone.ink, bold=True, leading=1.35)
    small = Type(11, tone.ink, leading=1.4)
    room = width - 2 * _INSET - 20
    word = text_piece(chart.label(f"level-{gap.level.value}"), room, small, _LINES)
    number = NOTHING
    if gap.experience is not None:
        text = difference_text(gap, gap.experience, chart.language)
        number = text_piece(text, room, strong, _LINES)
    beside = number.width + 8 + word.width <= room
    head = row([number, padded(word, 0, 2, 0, 0)], 8) if beside else stack([number, word])
    name = text_piece(metric, room, small, _LINES)
    texts = stack([name, head, _levels(chart, gap, room, small)], 1)
    inside = row([padded(mark_on_paper(gap.level), 0, 2.5, 0, 0), texts], 7)
    size = Rect(_INSET, 6, width, inside.height + 12)
    return panel(inside, size, tone.paper, outline=Pen(tone.line), radius=6)


def measure_line(chart: Map, gap: Gap, name: str, width: float) -> Piece:
    """The gap of a measure, small: mark, metric, number."""
    number = (
        chart.label("level-unknown")
        if gap.experience is None
        else difference_text(gap, gap.experience, chart.language)
    )
    text = text_piece(f"{name}: {number}", width - 19, SMALL, _LINES)
    return widened(row([padded(mark(gap.level, 12), 0, 1.5, 0, 0), text], 7), width)


def _levels(chart: Map, gap: Gap, room: float, kind: Type) -> Piece:
    """What customers get and what they want, on one line if it holds both."""
    known = {"current": gap.actual, "desired": gap.desired}
    texts = [
        f"{spelled(chart, word)} {quantity_text(value, chart.language)}"
        for word, value in known.items()
        if value is not None
    ]
    return listed(texts, room, kind)
