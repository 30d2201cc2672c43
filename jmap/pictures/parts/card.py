"""A touchpoint as a card: what it is, what we do, what that does to the customer, the gap, the
owner.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from jmap.gaps import Level
from jmap.paint.geometry import Point, Rect
from jmap.paint.markup import Markup, element, join
from jmap.paint.mirror import Mirror
from jmap.paint.piece import NOTHING, Piece, listed, padded, row, stack, text_piece
from jmap.paint.shapes import box
from jmap.pictures.parts.gap_strip import gap_strip, measure_line
from jmap.pictures.parts.sheet import Felt, Sheet
from jmap.pictures.style import BODY, FADED, FRAME, SMALL, THEME, TITLE
from jmap.pictures.symbols import (
    effect_sign,
    kind_sign,
    mood_sign,
    person,
    rank_sign,
    star,
)
from jmap.pictures.told import card_text, choice, more, named, phrases
from jmap.views.grid import Card

_PAD = 12.0
_ROUND = 14.0
_MOST = 3
_APART = 10.0


@dataclass(frozen=True, slots=True)
class CardDrawing:
    """A measured card: `body` stands at its top, `foot` at its bottom, however high it is made."""

    sheet: Sheet
    card: Card
    width: float
    signs: Piece
    body: Piece
    foot: Piece

    @property
    def height(self) -> float:
        """The least height."""
        between = _APART if self.body.height and self.foot.height else 0.0
        return self.body.height + between + self.foot.height + 2 * _PAD

    def paint(self, rect: Rect, mirror: Mirror) -> Markup:
        """The card in its place, with its name and everything it knows."""
        card = self.card
        faded = card.touchpoint.status in ("planned", "gap", "retired")
        radius = _ROUND if card.touchpoint.kind == "event" else 8
        outline = FADED if faded else FRAME
        ground = box(rect, THEME.surface, outline=outline, radius=radius, mirror=mirror)
        body = self.body.paint(Point(rect.x + _PAD, rect.y + _PAD), mirror)
        foot_at = Point(rect.x + _PAD, rect.bottom - _PAD - self.foot.height)
        signs_at = Point(rect.right - _PAD - self.signs.width, rect.y + _PAD - 1)
        parts = [
            *named(card.title, card_text(self.sheet.chart, card)),
            ground,
            body,
            self.signs.paint(signs_at, mirror),
            self.foot.paint(foot_at, mirror),
        ]
        return element("g", join(parts), id=self.sheet.names.take(card.key), class_="touchpoint")


def draw_card(sheet: Sheet, card: Card, width: float) -> CardDrawing:
    """Measure a card of a given width."""
    room = width - 2 * _PAD
    signs = _signs(sheet, card)
    kind = _kind(sheet, card, room - signs.width - 8)
    # The signs stand at the end of the first line: a title must not run below them.
    aside = 0.0 if kind.height else signs.width + 8 if signs.width else 0.0
    title = text_piece(card.title, room - aside, TITLE, 4)
    heading = stack([kind, title], 3)
    actions = [text_piece(text, room, BODY, 3) for text in card.actions]
    groups = [
        _first(sheet, actions, room, 3),
        _first(sheet, list(_effects(card, room)), room, 4),
        _first(sheet, list(_feelings(sheet, card, room)), room, 4),
    ]
    body = stack([heading, *groups], 8)
    foot = stack([_gaps(sheet, card, room), _owner(card, room)], 8)
    return CardDrawing(sheet, card, width, signs, body, foot)


def _first(sheet: Sheet, pieces: Sequence[Piece], room: float, gap: float) -> Piece:
    """The first pieces of a kind, and how many more there are: one more is drawn instead."""
    if len(pieces) <= _MOST + 1:
        return stack(pieces, gap)
    rest = text_piece(more(sheet.chart, len(pieces) - _MOST), room, SMALL, 1)
    return stack([*pieces[:_MOST], rest], gap)


def _signs(sheet: Sheet, card: Card) -> Piece:
    rank = sheet.rank(card.key)
    signs = [star()] if card.touchpoint.moment_of_truth else []
    if rank is not None:
        signs.append(rank_sign(rank, sheet.chart.language))
    return row(signs, 5, align=0.5)


def _kind(sheet: Sheet, card: Card, room: float) -> Piece:
    kind, status = card.touchpoint.kind, card.touchpoint.status
    said = [choice(sheet.chart, word) for word in (kind, status) if word and word != "live"]
    if not said:
        return NOTHING
    sign = padded(kind_sign(kind), 0, 2, 0, 0) if kind else NOTHING
    return row([sign, text_piece(" · ".join(said), room - 17, SMALL, 2)], 6)


def _effects(card: Card, room: float) -> Iterator[Piece]:
    for effect in card.touchpoint.effect:
        sign = padded(effect_sign(effect.sign), 0, 2.5, 0, 0)
        yield row([sign, text_piece(effect.text or "", room - 19, BODY, 3)], 7)


def _feelings(sheet: Sheet, card: Card, room: float) -> Iterator[Piece]:
    for felt in sheet.felt.get(card.key, []):
        text = text_piece(_felt_text(sheet, felt), room - 25, SMALL, 2)
        yield row([mood_sign(felt.mood.level), text], 7, align=0.5)


def _felt_text(sheet: Sheet, felt: Felt) -> str:
    word = felt.mood.word or sheet.chart.label(f"mood-{felt.mood.level}")
    return f"{felt.persona}: {word}" if felt.persona else word


def _gaps(sheet: Sheet, card: Card, room: float) -> Piece:
    """The touchpoint's own gap, unless only its measures know anything, and the measures."""
    facts = [fact for fact in card.facts if fact.word == "measure"]
    names = [fact.parts[0].text if fact.parts else fact.label for fact in facts]
    if card.gap.measure is not None:
        return gap_strip(sheet.chart, card.gap, room, names[0] if names else "")
    lines = [
        measure_line(sheet.chart, gap, name, room)
        for gap, name in zip(card.measures, names, strict=False)
    ]
    silent = card.gap.level is Level.UNKNOWN and any(
        gap.level is not Level.UNKNOWN for gap in card.measures
    )
    strip = NOTHING if silent else gap_strip(sheet.chart, card.gap, room)
    return stack([strip, _first(sheet, lines, room, 5)], 5)


def _owner(card: Card, room: float) -> Piece:
    if card.owner is None:
        return NOTHING
    return row([padded(person(), 0, 2, 0, 0), listed(phrases(card.owner), room - 19, SMALL)], 7)
