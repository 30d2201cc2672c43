"""The view `personas`: who the journeys are drawn for, a card each, with nothing left out."""

from collections.abc import Iterator, Sequence

from jmap.locale import label
from jmap.paint.geometry import Rect
from jmap.paint.markup import Markup, join
from jmap.paint.mirror import Mirror
from jmap.paint.piece import Piece, padded, shape, stack, text_piece
from jmap.pictures.drawing import Drawing, Request
from jmap.pictures.names import Names
from jmap.pictures.parts.persona_sheet import PersonaDrawing, draw_persona
from jmap.pictures.style import LABEL, MARGIN, NAME
from jmap.pictures.told import facts_text
from jmap.views.language import direction_of, language_of, printed_language
from jmap.views.personas import Lived, Person
from jmap.views.personas import personas as personas_of

_COLUMNS = 3
_CARD = 420.0
_ALONE = 860.0
_APART = 22.0


def personas(request: Request) -> Iterator[Drawing]:
    """One drawing for all journeys, in the language of the first."""
    found = personas_of(request.workspace, request.journeys)
    if not found:
        return
    written = language_of(request.journeys[0])
    language = printed_language(written)
    sheet = _sheet(request.names, found, language)
    journeys = " · ".join(journey.label for journey in request.journeys)
    shown = label("personas", language)
    heading = stack(
        [
            text_piece(journeys, sheet.width, LABEL, 3),
            text_piece(shown, sheet.width, NAME, 1),
        ],
        2,
    )
    yield Drawing(
        title=f"{shown} – {journeys}",
        story="\n".join(_story(found, language)),
        language=written,
        direction=direction_of(written),
        piece=padded(stack([heading, sheet], 24), MARGIN, MARGIN, MARGIN, MARGIN),
    )


def columns_for(count: int) -> int:
    """How many cards stand side by side: no more than three, and two of four."""
    return 2 if count in (2, 4) else min(count, _COLUMNS)


def _sheet(names: Names, found: Sequence[Person], language: str) -> Piece:
    """The cards in rows, those of a row equally high."""
    count = columns_for(len(found))
    width = _ALONE if count == 1 else _CARD
    cards = [draw_persona(person, at, language, width) for at, person in enumerate(found)]
    rows = [cards[at : at + count] for at in range(0, len(cards), count)]
    return stack([_row(names, cards, width) for cards in rows], _APART)


def _row(names: Names, cards: Sequence[PersonaDrawing], width: float) -> Piece:
    below = max(card.below for card in cards)
    high = max(card.above for card in cards) + below

    def draw(at: Rect, mirror: Mirror) -> Markup:
        return join(
            card.paint(
                names, Rect(at.x + place * (width + _APART), at.y, width, high), below, mirror
            )
            for place, card in enumerate(cards)
        )

    return shape(len(cards) * (width + _APART) - _APART, high, draw)


def _story(found: Sequence[Person], language: str) -> Iterator[str]:
    """Each persona in full, then how the journeys feel to it."""
    for person in found:
        yield person.title
        if person.facts:
            yield facts_text(person.facts)
        for one in person.lived:
            yield from _lived(one, language)


def _lived(one: Lived, language: str) -> Iterator[str]:
    yield f"{label('persona-lives', language)}: {one.title}"
    for mood, name in ((one.weakest, "persona-weakest"), (one.best, "persona-best")):
        if mood is not None:
            word = mood.word or label(f"mood-{mood.level}", language)
            yield f"– {label(name, language)}: {mood.title}, {word}"
    if one.steady is not None:
        yield f"– {label('persona-steady', language)}: {label(f'mood-{one.steady}', language)}"
