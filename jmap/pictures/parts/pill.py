"""A touchpoint on one or two lines: its title, the mark of its gap, and how it feels."""

from dataclasses import dataclass

from jmap.paint.geometry import Point, Rect
from jmap.paint.markup import Markup, element, join
from jmap.paint.mirror import Mirror
from jmap.paint.piece import NOTHING, Piece, padded, row, stack, text_piece
from jmap.paint.shapes import Pen, box
from jmap.pictures.parts.lanes import LaneLabel, lane_name
from jmap.pictures.parts.sheet import Sheet
from jmap.pictures.style import FADED, LABELS, SMALL, STRONG, THEME, mark, tone_level
from jmap.pictures.symbols import kind_sign, mood_sign, rank_sign, star
from jmap.pictures.told import card_text, named, said
from jmap.views.grid import Card, Lane
from jmap.views.numbers import difference_text, signed

_PAD = 9.0
_EDGE = 4.0
_ROUND = 7.0
_FACES = 4
_ROOM = LABELS - 24


@dataclass(frozen=True, slots=True)
class PillDrawing:
    """A measured pill."""

    sheet: Sheet
    card: Card
    width: float
    inside: Piece

    @property
    def height(self) -> float:
        """The least height."""
        return self.inside.height + 2 * _PAD - 2

    def paint(self, rect: Rect, mirror: Mirror) -> Markup:
        """The pill in its place: its edge has the colour of its gap."""
        card = self.card
        faded = card.touchpoint.status in ("planned", "gap", "retired")
        tone = THEME.tone(tone_level(card.gap.level))
        outline = FADED if faded else Pen(THEME.frame)
        edge = Rect(rect.x, rect.y, _EDGE, rect.height)
        at = Point(rect.x + _EDGE + _PAD, rect.centre.y - self.inside.height / 2)
        parts = [
            *named(card.title, card_text(self.sheet.chart, card)),
            box(rect, THEME.surface, outline=outline, radius=_ROUND, mirror=mirror),
            box(edge, tone.line, radius=2, mirror=mirror),
            self.inside.paint(at, mirror),
        ]
        content = join(parts)
        return element("g", content, id=self.sheet.names.take(card.key), class_="touchpoint")


def draw_pill(sheet: Sheet, card: Card, width: float) -> PillDrawing:
    """Measure a pill of a given width."""
    room = width - _EDGE - 2 * _PAD
    signs = _signs(sheet, card)
    aside = signs.width + 7 if signs.width else 0.0
    title = text_piece(card.title, room - aside, STRONG, 3)
    space = room - aside - title.width
    head = row([title, padded(signs, max(0.0, space) + 7, 0, 0, 0)]) if aside else title
    return PillDrawing(sheet, card, width, stack([head, _below(sheet, card, room)], 3))


def _signs(sheet: Sheet, card: Card) -> Piece:
    kind = card.touchpoint.kind
    rank = sheet.rank(card.key)
    signs = [kind_sign(kind)] if kind else []
    if card.touchpoint.moment_of_truth:
        signs.append(star(13))
    if rank is not None:
        signs.append(rank_sign(rank, sheet.chart.language, 15))
    return row(signs, 4, align=0.5)


def _below(sheet: Sheet, card: Card, room: float) -> Piece:
    """What it is short of, and what is felt there."""
    gap, language = card.gap, sheet.chart.language
    text = "" if gap.experience is None else difference_text(gap, gap.experience, language)
    felt = sheet.felt.get(card.key, [])
    shown = felt if len(felt) <= _FACES else felt[: _FACES - 1]
    rest = "" if len(shown) == len(felt) else signed(len(felt) - len(shown), language)
    signs = [mood_sign(one.mood.level, 16) for one in shown]
    faces = row([*signs, text_piece(rest, room, SMALL, 1)], 3, align=0.5)
    size = text_piece(text, room - 19 - (faces.width + 8 if faces.width else 0), SMALL, 1)
    level = row([padded(mark(gap.level, 12), 0, 2, 0, 0), size], 6) if size.height else NOTHING
    return row([level, faces], 9, align=0.5)


def draw_name(lane: Lane) -> LaneLabel:
    """The name of a channel, and in small what it promises."""
    facts = [fact for fact in lane.facts if fact.word == "responds"]
    lines = [text_piece(said(fact), _ROOM, SMALL, 2) for fact in facts]
    return LaneLabel(lane, stack([lane_name(lane, 3), *lines], 1))


def draw_blank(sheet: Sheet, reason: str, width: float) -> Piece:
    """A cell that a channel leaves out on purpose: hatched, the reason told and not drawn."""
    del sheet, reason
    return Piece(width, 30.0, lambda _at, _mirror: join([]))
