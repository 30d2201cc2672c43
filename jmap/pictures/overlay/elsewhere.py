"""Changes that stand on no place of a map: those of the whole journey, of its paths, and of what
journeys share.
"""

from collections.abc import Sequence

from jmap.locale import capital
from jmap.paint.geometry import Point, Rect
from jmap.paint.markup import Markup, element, join
from jmap.paint.mirror import Mirror
from jmap.paint.piece import NOTHING, Piece, flow, panel, row, stack, text_piece
from jmap.paint.shapes import box
from jmap.pictures.overlay.lines import old_new
from jmap.pictures.overlay.marked import Entry
from jmap.pictures.overlay.signs import TONES, effect_badge, mark_word
from jmap.pictures.overlay.told import Told
from jmap.pictures.style import EDGE, HEADING, SMALL, STRONG, THEME
from jmap.pictures.told import more, named
from jmap.views.grid import Map

_CARD = 340.0
_PAD = 14.0
_MOST = 24


def entry_cards(chart: Map, title: str, found: Sequence[Entry], width: float) -> Piece:
    """Some changes as cards under a heading; nothing where there are none."""
    if not found:
        return NOTHING
    shown = found[:_MOST]
    cards = [_card(chart, one, min(_CARD, width)) for one in shown]
    beside = max(1, int((width + 12) // (_CARD + 12)))
    rows = [row(cards[at : at + beside], 12) for at in range(0, len(cards), beside)]
    rest = text_piece(more(chart, len(found) - len(shown)), width, SMALL, 1)
    return stack([text_piece(title, width, HEADING, 2), *rows, rest], 12)


def _card(chart: Map, one: Entry, width: float) -> Piece:
    room = width - 2 * _PAD
    told = one.told
    badges = [effect_badge(chart, told.effect)] if told.effect in TONES else []
    name = told.part or one.title
    texts = [
        flow([*badges, mark_word(chart, told.mark)], room, 8, 4),
        stack([text_piece(told.about, room, SMALL, 2), _said(told, name, room)]),
        text_piece(capital(told.reason), room, SMALL, 4),
    ]
    inside = stack(texts, 4)
    size = Rect(_PAD, 11, width, inside.height + 22)
    ground = panel(inside, size, THEME.surface, outline=EDGE, radius=8)
    ink = TONES[told.effect].line if told.effect in TONES else THEME.hairline

    def draw(at: Point, mirror: Mirror) -> Markup:
        edge = box(Rect(at.x, at.y + 8, 4, size.height - 16), ink, radius=2, mirror=mirror)
        sides = " → ".join(filter(None, (told.before, told.after)))
        names = named(name, ": ".join(filter(None, (told.about, sides))))
        return element("g", join([*names, ground.paint(at, mirror), edge]))

    return Piece(width, size.height, draw)


def _said(told: Told, name: str, room: float) -> Piece:
    """What it is called, and what was said and is: a name once, also where it is what changed."""
    called = text_piece(name, room, STRONG, 2)
    if name not in (told.before, told.after):
        return stack([called, old_new(told.before, told.after, room, 5)], 4)
    return old_new(told.before, told.after, room, 5) if told.before and told.after else called
