"""A persona: who the map is drawn for, with the facts that matter most."""

from jmap.paint.geometry import Point, Rect
from jmap.paint.markup import Markup, element, join
from jmap.paint.mirror import Mirror
from jmap.paint.piece import Piece, listed, panel, row, stack, text_piece
from jmap.pictures.parts.portrait import portrait
from jmap.pictures.parts.sheet import Sheet
from jmap.pictures.style import BODY, FRAME, HEADING, SMALL, THEME
from jmap.pictures.told import facts_text, more, named, quoted, worded
from jmap.views.facts import Fact
from jmap.views.grid import PersonaCard

WIDTH = 268.0
_PAD = 14.0
_QUOTED = "quote"
_TOLD = ("about", "goal", "need", "pain")
_MOST = 2
_HEAD = ("age", "job")


def persona_card(sheet: Sheet, persona: PersonaCard, order: int = 0) -> Piece:
    """The card of the persona at a place in the map, measured."""
    width = WIDTH
    room = width - 2 * _PAD
    who = [fact.text for fact in persona.facts if fact.word in _HEAD]
    name = stack(
        [text_piece(persona.title, room - 54, HEADING, 4), listed(who, room - 54, SMALL, 3)], 1
    )
    head = row([portrait(order, 42), name], 12, align=0.5)
    said = [fact for fact in persona.facts if fact.word == _QUOTED][:1]
    words = [text_piece(quoted(sheet.chart, fact.text), room, BODY, 4) for fact in said]
    first = [fact for word in _TOLD for fact in _first(persona, word)]
    told = [_fact(fact, room) for fact in first]
    rest = more(sheet.chart, len(persona.facts) - len(who) - len(said) - len(first))
    inside = stack([head, *words, *told, text_piece(rest, room, SMALL, 1)], 8)
    size = Rect(_PAD, _PAD, width, inside.height + 2 * _PAD)
    card = panel(inside, size, THEME.surface, outline=FRAME, radius=10)

    def draw(at: Point, mirror: Mirror) -> Markup:
        names = named(persona.title, facts_text(persona.facts))
        key = f"{sheet.chart.journey.id}.personas.{persona.title[:60]}"
        content = join([*names, card.paint(at, mirror)])
        return element("g", content, id=sheet.names.take(key), class_="persona")

    return Piece(card.width, card.height, draw)


def _first(persona: PersonaCard, word: str) -> list[Fact]:
    return [fact for fact in persona.facts if fact.word == word][:_MOST]


def _fact(fact: Fact, room: float) -> Piece:
    if fact.word == "about":
        return text_piece(fact.text, room, SMALL, 4)
    return text_piece(f"{fact.label}: {worded(fact)}", room, SMALL, 4)
