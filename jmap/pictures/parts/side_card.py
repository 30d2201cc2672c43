"""A touchpoint on one side of a comparison: what customers get there and how that feels; on the
side to be, what became of it.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from jmap.gaps import Gap
from jmap.paint.geometry import Point, Rect
from jmap.paint.markup import Markup, element, join
from jmap.paint.mirror import Mirror
from jmap.paint.piece import NOTHING, Piece, flow, padded, row, stack, text_piece
from jmap.paint.shapes import box
from jmap.paint.text import Type
from jmap.pictures.parts.sheet import Sheet
from jmap.pictures.parts.shift_text import change_text
from jmap.pictures.parts.stop import channel_chip
from jmap.pictures.style import BODY, FADED, FRAME, SMALL, STRONG, THEME, mark, tone_level
from jmap.pictures.symbols import effect_sign, mood_sign
from jmap.pictures.told import card_text, named, said
from jmap.views.comparison import Pair
from jmap.views.difference import Difference
from jmap.views.grid import Card
from jmap.views.numbers import quantity_text

_PAD = 10.0
_EDGE = 4.0
_FACES = 4
_ACTIONS = 2
_FAINT = Type(12, THEME.muted, leading=1.4)
_SIGNS = {"new": "+", "gone": "-", "changed": "±", "same": None}
_TOLD = {"new": THEME.good.line, "gone": THEME.large.line, "changed": THEME.medium.line}


@dataclass(frozen=True, slots=True)
class SideDrawing:
    """A measured side of a pair; without a card, the place where one would be."""

    sheet: Sheet
    card: Card | None
    gap: Gap | None
    inside: Piece
    change: str

    @property
    def height(self) -> float:
        """The least height."""
        return self.inside.height + 2 * _PAD

    def paint(self, rect: Rect, mirror: Mirror) -> Markup:
        """The card in its place; its edge has the colour of its gap."""
        at = Point(rect.x + _EDGE + _PAD, rect.y + _PAD)
        content = self.inside.paint(at, mirror)
        if self.card is None:
            return box(rect, "none", outline=FADED, radius=7, mirror=mirror) + content
        edges = []
        if self.gap is not None:
            tone = THEME.tone(tone_level(self.gap.level))
            edge = Rect(rect.x, rect.y, _EDGE, rect.height)
            edges.append(box(edge, tone.line, radius=2, mirror=mirror))
        parts = [
            *named(self.card.title, f"{card_text(self.sheet.chart, self.card)}\n{self.change}"),
            box(rect, THEME.surface, outline=FRAME, radius=7, mirror=mirror),
            *edges,
            content,
        ]
        key = self.sheet.names.take(self.card.key)
        return element("g", join(parts), id=key, class_="touchpoint")


def before_card(sheet: Sheet, pair: Pair, width: float) -> SideDrawing:
    """The side as it is; where there is none, an empty place."""
    if pair.before is None:
        text = text_piece(sheet.chart.label("comparison-none"), width - 24, SMALL, 2)
        return SideDrawing(sheet, None, None, text, "")
    return SideDrawing(
        sheet,
        pair.before,
        pair.shift.before,
        _lived(sheet, pair.before, pair.shift.before, width),
        "",
    )


def after_card(sheet: Sheet, pair: Pair, width: float) -> SideDrawing:
    """The side as it should be, with the sign and the word for what became of it."""
    badge = _badge(sheet, pair, width)
    told = "\n".join(_told(pair.differences))
    if pair.after is None or pair.change == "gone":
        title = text_piece(pair.card.title, width - _EDGE - 2 * _PAD, _FAINT, 3)
        return SideDrawing(sheet, pair.after, None, stack([badge, title], 5), told)
    lived = _lived(sheet, pair.after, pair.shift.after, width)
    inside = stack([badge, lived, *_restated(sheet, pair, width)], 7)
    return SideDrawing(sheet, pair.after, pair.shift.after, inside, told)


def _badge(sheet: Sheet, pair: Pair, width: float) -> Piece:
    colour = _TOLD.get(pair.change, THEME.muted)
    kind = Type(11, colour, bold=pair.change != "same", leading=1.4)
    text = text_piece(change_text(sheet.chart, pair), width - 60, kind, 2)
    return row([effect_sign(_SIGNS[pair.change], 12), text], 6, align=0.5)


def _lived(sheet: Sheet, card: Card, gap: Gap | None, width: float) -> Piece:
    """Where it is, what it is, what customers get and how that feels."""
    room = width - _EDGE - 2 * _PAD
    title = text_piece(card.title, room, STRONG, 3)
    faces = [mood_sign(one.mood.level, 16) for one in sheet.felt.get(card.key, [])[:_FACES]]
    level = NOTHING
    if gap is not None and gap.actual is not None:
        text = text_piece(quantity_text(gap.actual, sheet.chart.language), room - 20, BODY, 2)
        level = row([padded(mark(gap.level, 12), 0, 2, 0, 0), text], 6)
    return stack(
        [
            channel_chip(card, room - 16),
            title,
            flow([level, *faces] if level.height else faces, room, 5, 4),
        ],
        5,
    )


def _restated(sheet: Sheet, pair: Pair, width: float) -> Iterator[Piece]:
    """What we will do that we do not do, and who answers where that is somebody else."""
    room = width - _EDGE - 2 * _PAD
    words = {one.word: one for one in pair.differences}
    if pair.after is not None and ("action" in words or pair.change == "new"):
        old = set(pair.before.actions) if pair.before else set()
        fresh = [text for text in pair.after.actions if text not in old]
        yield stack([_line(text, room) for text in fresh[:_ACTIONS]], 3)
    if "owner" in words and pair.after is not None and pair.after.owner is not None:
        owner = pair.after.owner
        yield text_piece(f"{owner.label}: {said(owner)}", room, SMALL, 3)


def _line(text: str, room: float) -> Piece:
    dot = Piece(
        5,
        15,
        lambda at, mirror: box(
            Rect(at.x, at.y + 5.5, 5, 5), THEME.good.line, radius=2.5, mirror=mirror
        ),
    )
    return row([dot, text_piece(text, room - 12, SMALL, 4)], 7)


def _told(found: tuple[Difference, ...]) -> Iterator[str]:
    for one in found:
        before, after = (" · ".join(texts) or "–" for texts in (one.before, one.after))
        yield f"{one.label}: {before} → {after}"
