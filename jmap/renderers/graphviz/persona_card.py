"""A persona: who the map is drawn for, with the facts that matter most."""

from jmap.paint.geometry import Point, Rect
from jmap.paint.markup import Markup, element, join
from jmap.paint.mirror import Mirror
from jmap.paint.piece import Piece, listed, panel, row, shape, stack, text_piece
from jmap.paint.shapes import Pen, box
from jmap.renderers.graphviz.sheet import Sheet
from jmap.renderers.graphviz.style import BODY, FRAME, HEADING, SMALL, THEME
from jmap.renderers.graphviz.told import facts_text, more, named, worded
from jmap.views.facts import Fact
from jmap.views.grid import PersonaCard

WIDTH = 268.0
_PAD = 14.0
_QUOTED = "quote"
_TOLD = ("about", "goal", "need", "pain")
_MOST = 2
_HEAD = ("age", "job")


def persona_card(sheet: Sheet, persona: PersonaCard, width: float = WIDTH) -> Piece:
    """The card, measured."""
    room = width - 2 * _PAD
    who = [fact.text for fact in persona.facts if fact.word in _HEAD]
    name = stack(
        [text_piece(persona.title, room - 54, HEADING, 4), listed(who, room - 54, SMALL, 3)], 1
    )
    head = row([shape(42, 42, _portrait), name], 12, align=0.5)
    quotes = [fact for fact in persona.facts if fact.word == _QUOTED][:1]
    quoted = [text_piece(_quoted(sheet, fact.text), room, BODY, 4) for fact in quotes]
    first = [fact for word in _TOLD for fact in _first(persona, word)]
    told = [_fact(fact, room) for fact in first]
    rest = more(sheet.chart, len(persona.facts) - len(who) - len(quotes) - len(first))
    inside = stack([head, *quoted, *told, text_piece(rest, room, SMALL, 1)], 8)
    size = Rect(_PAD, _PAD, width, inside.height + 2 * _PAD)
    card = panel(inside, size, THEME.surface, outline=FRAME, radius=10)

    def draw(at: Point, mirror: Mirror) -> Markup:
        names = named(persona.title, facts_text(persona.facts))
        key = f"{sheet.chart.journey.id}.personas.{persona.title[:60]}"
        content = join([*names, card.paint(at, mirror)])
        return element("g", content, id=sheet.names.take(key), class_="persona")

    return Piece(card.width, card.height, draw)


def _quoted(sheet: Sheet, text: str) -> str:
    return f"«{text}»" if sheet.chart.direction == "rtl" else f"“{text}”"


def _first(persona: PersonaCard, word: str) -> list[Fact]:
    return [fact for fact in persona.facts if fact.word == word][:_MOST]


def _fact(fact: Fact, room: float) -> Piece:
    if fact.word == "about":
        return text_piece(fact.text, room, SMALL, 4)
    return text_piece(f"{fact.label}: {worded(fact)}", room, SMALL, 4)


def _portrait(at: Rect, mirror: Mirror) -> Markup:
    spot = mirror.rect(at)
    middle = spot.centre
    disc = box(at, THEME.sunken, outline=Pen(THEME.hairline), radius=at.width / 2, mirror=mirror)
    head = element("circle", cx=middle.x, cy=spot.y + 16, r=7.5, fill=THEME.paths[0])
    y = spot.y + 37
    shoulders = f"M{middle.x - 12:.1f} {y:.1f}C{middle.x - 12:.1f} {y - 15:.1f} "
    shoulders += f"{middle.x + 12:.1f} {y - 15:.1f} {middle.x + 12:.1f} {y:.1f}Z"
    return disc + head + element("path", d=shoulders, fill=THEME.paths[0])
