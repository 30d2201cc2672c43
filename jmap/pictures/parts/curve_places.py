"""Below an emotion curve: where each point is, and how far the wish there is fulfilled."""

from collections.abc import Iterator

from jmap.gaps import Level
from jmap.model.number_forms import digits
from jmap.paint.geometry import Point
from jmap.paint.markup import Markup, element, join
from jmap.paint.mirror import Mirror
from jmap.paint.piece import NOTHING, Piece, centred_text, padded, row, stack, text_piece, widened
from jmap.paint.shapes import badge, badge_width
from jmap.paint.theme import Tone
from jmap.pictures.layout.model import Extent
from jmap.pictures.parts.curve_field import Field
from jmap.pictures.parts.sheet import Sheet
from jmap.pictures.style import BODY, SMALL, STRONG, THEME, mark
from jmap.pictures.told import card_text, named
from jmap.views.curve import Spot
from jmap.views.grid import Card
from jmap.views.numbers import difference_text

_NUMBER = Tone(THEME.text, THEME.surface, THEME.outline)
_LISTED = 250.0
_LONGEST = 190.0
_GAP = 22.0


def places(sheet: Sheet, field: Field, width: float) -> Piece:
    """A title below each point where there is room, else its number in the list, see `numbered`."""
    cards = _cards(sheet, field)
    pieces = [
        _titled(sheet, spot, card, one) if field.is_titled else _number(sheet, at, one)
        for at, (spot, card, one) in enumerate(
            zip(field.spots, cards, field.places, strict=True), start=1
        )
    ]
    high = max(piece.height for piece in pieces)

    def draw(at: Point, mirror: Mirror) -> Markup:
        return join(
            _told(sheet, spot, card, piece.paint(Point(at.x + one.start, at.y), mirror))
            for spot, card, one, piece in zip(field.spots, cards, field.places, pieces, strict=True)
        )

    return Piece(width, high, draw)


def numbered(sheet: Sheet, field: Field, width: float) -> Piece:
    """The list of the numbers, in columns that are read downwards; nothing where titles stand below
    the points.
    """
    if field.is_titled:
        return NOTHING
    count = max(1, int((width + _GAP) // (_LISTED + _GAP)))
    room = (width - _GAP * (count - 1)) / count
    entries = list(_entries(sheet, field, room))
    each = -(-len(entries) // count)
    columns = [stack(entries[at : at + each], 8) for at in range(0, len(entries), each)]
    return row([widened(column, room) for column in columns], _GAP)


def _titled(sheet: Sheet, spot: Spot, card: Card | None, place: Extent) -> Piece:
    room = min(place.length - 10, _LONGEST)
    title = centred_text(spot.title, room, BODY, 5)
    gap = _gap(sheet, card, room)
    aside = (room - gap.width) / 2
    centred = padded(gap, aside, 0, aside, 0) if gap.width else NOTHING
    beside = (place.length - room) / 2
    return padded(stack([title, centred], 4), beside, 0, beside, 0)


def _number(sheet: Sheet, at: int, place: Extent) -> Piece:
    piece = _badge(sheet, at)
    return padded(piece, (place.length - piece.width) / 2, 0, 0, 0)


def _badge(sheet: Sheet, at: int) -> Piece:
    text = digits(str(at), sheet.chart.language)

    def draw(spot: Point, mirror: Mirror) -> Markup:
        return badge(text, spot, _NUMBER, 11, mirror=mirror)

    return Piece(badge_width(text, 11), 18.7, draw)


def _entries(sheet: Sheet, field: Field, room: float) -> Iterator[Piece]:
    for at, (spot, card) in enumerate(zip(field.spots, _cards(sheet, field), strict=True), start=1):
        inside = room - 40
        felt = " · ".join(_felt(sheet, spot))
        texts = [
            text_piece(spot.title, inside, STRONG, 3),
            text_piece(felt, inside, SMALL, 3),
            _gap(sheet, card, inside),
        ]
        yield row([widened(_badge(sheet, at), 32), stack(texts, 1)], 8)


def _felt(sheet: Sheet, spot: Spot) -> Iterator[str]:
    """What is felt there in words, and by whom where there are several."""
    chart = sheet.chart
    for curve, moods in zip(chart.curves, spot.moods, strict=True):
        said = ", ".join(mood.word or chart.label(f"mood-{mood.level}") for mood in moods)
        who = curve.persona or chart.label("customer")
        if said:
            yield f"{who}: {said}" if len(chart.curves) > 1 else said


def _gap(sheet: Sheet, card: Card | None, room: float) -> Piece:
    """The gap of a touchpoint: its mark and its size; nothing where none is known."""
    if card is None or card.gap.level is Level.UNKNOWN:
        return NOTHING
    text = sheet.chart.label(f"level-{card.gap.level.value}")
    if card.gap.experience is not None:
        text = difference_text(card.gap, card.gap.experience, sheet.chart.language)
    sign = padded(mark(card.gap.level, 12), 0, 2, 0, 0)
    return row([sign, text_piece(text, room - 18, SMALL, 3)], 6)


def _cards(sheet: Sheet, field: Field) -> list[Card | None]:
    """The touchpoint of each spot; none where it is a stage."""
    found = {card.key: card for card in sheet.chart.cards}
    return [found.get(spot.key) for spot in field.spots]


def _told(sheet: Sheet, spot: Spot, card: Card | None, drawn: Markup) -> Markup:
    """A stage's own facts are told at its head."""
    names = named(spot.title, card_text(sheet.chart, card) if card else "")
    return element("g", join([*names, drawn]), id=sheet.names.take(spot.key), class_="touchpoint")
