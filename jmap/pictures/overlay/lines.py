"""What changed as lines of a drawing: what it is about, what was said, and what is said."""

from collections.abc import Sequence

from jmap.locale import capital
from jmap.paint.geometry import Point, Rect
from jmap.paint.markup import Markup
from jmap.paint.mirror import Mirror
from jmap.paint.path import polyline
from jmap.paint.piece import NOTHING, Piece, padded, row, shape, space, stack, text_piece
from jmap.paint.shapes import Pen, arrow_head, stroke
from jmap.paint.text import Type
from jmap.pictures.overlay.signs import effect_sign, mark_sign
from jmap.pictures.overlay.told import Told
from jmap.pictures.style import SMALL, THEME
from jmap.pictures.told import more
from jmap.views.grid import Map

NEW = Type(11, THEME.text, bold=True, leading=1.4)
OLD = Type(11, THEME.muted, leading=1.4)
_REASON = Type(11, THEME.text, leading=1.4)
_ARROW = 16.0
_SIGN = 15.0
_LONG = 3


def arrow() -> Piece:
    """From what was to what is."""
    return shape(_ARROW, 11, _arrow)


def old_new(before: str, after: str, room: float, most: int = _LONG) -> Piece:
    """What was, an arrow, and what is: on one line where there is room for both."""
    if not before or not after:
        return text_piece(after or before, room, NEW if after else OLD, most)
    old, new = text_piece(before, room, OLD, most), text_piece(after, room, NEW, most)
    if old.width + new.width + _ARROW + 12 <= room and old.height == new.height:
        return row([old, arrow(), new], 6, align=0.5)
    narrow = text_piece(after, room - _ARROW - 6, NEW, most)
    return stack([old, row([padded(arrow(), 0, 2, 0, 0), narrow], 6)], 0)


def _now(one: Told) -> str:
    """What is said; a dash where nothing is any more and no sign says so."""
    is_signed = one.group == "neutral" and one.mark == "removed"
    return one.after or ("–" if one.before and not is_signed else "")


def told_line(one: Told, room: float) -> Piece:
    """One change: its effect, what it is about, what was said and is said."""
    sign = effect_sign(one.group, 10) if one.group != "neutral" else mark_sign(one.mark, 10)
    inner = room - _SIGN
    if one.is_whole:
        return row([stack([space(_SIGN, 2.5), sign]), _because(one, inner)], 0)
    name = text_piece(topic(one), inner, SMALL, 2)
    body = old_new(one.before, _now(one), inner)
    texts = stack([name, body, _allowed(one, inner)], 0)
    return row([stack([space(_SIGN, 2.5), sign]), texts], 0) if texts.height else NOTHING


def told_lines(chart: Map, found: Sequence[Told], room: float, most: int) -> Piece:
    """The first changes of some, and how many more there are."""
    shown = found if len(found) <= most + 1 else found[:most]
    lines = [told_line(one, room) for one in shown]
    rest = text_piece(more(chart, len(found) - len(shown)), room, SMALL, 1)
    return stack([*lines, rest], 5)


def _because(one: Told, room: float) -> Piece:
    return stack([text_piece(capital(one.reason), room, _REASON, 5), _allowed(one, room)])


def _allowed(one: Told, room: float) -> Piece:
    return text_piece(one.allowed, room, SMALL, 3)


def topic(one: Told) -> str:
    """What a change is about, and the name of the part where what was and is does not say it."""
    # A name in letters of the other direction must not turn what stands before it.
    return f"{one.about}: \u2068{one.name}\u2069" if one.name else one.about


def _arrow(at: Rect, mirror: Mirror) -> Markup:
    ends = [Point(at.x, at.centre.y), Point(at.right - 2, at.centre.y)]
    line = stroke(polyline(mirror.points(ends)), Pen(THEME.muted, 1.3))
    tip = Point(at.right, at.centre.y)
    return line + arrow_head(tip, ends[0], THEME.muted, size=6, mirror=mirror)
