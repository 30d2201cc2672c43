"""A persona in full on a card: who it is, what it said, every fact, and where it feels best and
worst.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from jmap.paint.geometry import Point, Rect
from jmap.paint.markup import Markup, element, join
from jmap.paint.mirror import Mirror
from jmap.paint.piece import (
    NOTHING,
    Piece,
    listed,
    row,
    shape,
    stack,
    text_piece,
)
from jmap.paint.shapes import box
from jmap.paint.text import Type
from jmap.pictures.names import Names
from jmap.pictures.parts.columns import BETWEEN, column_width, columns
from jmap.pictures.parts.persona_facts import LINES, persona_facts
from jmap.pictures.parts.persona_lived import persona_lived
from jmap.pictures.parts.portrait import portrait
from jmap.pictures.style import BODY, FRAME, SMALL, THEME
from jmap.pictures.told import facts_text, named
from jmap.views.facts import Fact
from jmap.views.language import direction_of
from jmap.views.personas import Person

_PAD = 22.0
_NAME = Type(20, THEME.text, bold=True, leading=1.3)
_QUOTE = Type(15, THEME.text, leading=1.45)
_WHO = ("age", "gender", "job", "education", "segment")
_SAID = ("about", "quote")
_WIDE = 560.0
"""From here on a card has two columns."""


@dataclass(frozen=True, slots=True)
class PersonaDrawing:
    """A measured card: `body` stands at its top, `foot` at its bottom, however high it is made."""

    person: Person
    width: float
    body: Piece
    foot: Piece

    @property
    def above(self) -> float:
        """The least height of what stands above the foot."""
        return self.body.height + 2 * _PAD

    @property
    def below(self) -> float:
        """The least height of the foot; nothing where there is none."""
        return self.foot.height + 2 * _PAD if self.foot.height else 0.0

    def paint(self, names: Names, rect: Rect, below: float, mirror: Mirror) -> Markup:
        """The card in its place, with its name and everything it knows; its foot is as high as
        those beside it, `below`.
        """
        foot_top = rect.bottom - below + _PAD
        parts = [
            *named(self.person.title, facts_text(self.person.facts)),
            box(rect, THEME.surface, outline=FRAME, radius=12, mirror=mirror),
            self.body.paint(Point(rect.x + _PAD, rect.y + _PAD), mirror),
        ]
        if self.foot.height:
            rule = Rect(rect.x + _PAD, foot_top - _PAD + 2, rect.width - 2 * _PAD, 1)
            parts.append(box(rule, THEME.hairline, mirror=mirror))
            parts.append(self.foot.paint(Point(rect.x + _PAD, foot_top), mirror))
        key = names.take(self.person.key)
        return element("g", join(parts), id=key, class_="persona")


def draw_persona(person: Person, order: int, language: str, width: float) -> PersonaDrawing:
    """Measure a card of a given width, with labels in a language."""
    room = width - 2 * _PAD
    count = 2 if room > _WIDE else 1
    groups = [
        _head(person, order, room),
        _quotes(person, language, room),
        _texts([fact.text for fact in _facts(person, "about")], room),
        persona_facts(person, room, (*_WHO, *_SAID), count),
    ]
    beside = min(count, max(1, len(person.lived)))
    wide = column_width(room, beside)
    lived = [persona_lived(one, language, wide) for one in person.lived]
    return PersonaDrawing(person, width, stack(groups, BETWEEN), columns(lived, wide, beside))


def _facts(person: Person, *words: str) -> list[Fact]:
    return [fact for fact in person.facts if fact.word in words]


def _head(person: Person, order: int, room: float) -> Piece:
    sign = portrait(order)
    inside = room - sign.width - 16
    who = [fact.text for fact in _facts(person, *_WHO)]
    name = stack([text_piece(person.title, inside, _NAME, 4), listed(who, inside, SMALL, 3)], 2)
    return row([sign, name], 16, align=0.5)


def _quotes(person: Person, language: str, room: float) -> Piece:
    """What the persona said, behind a bar."""
    marks = "«{}»" if direction_of(language) == "rtl" else "“{}”"
    texts = [marks.format(fact.text) for fact in _facts(person, "quote")]
    said_ = stack([text_piece(text, room - 18, _QUOTE, LINES) for text in texts], 8)
    if not said_.height:
        return NOTHING
    bar = shape(
        4, said_.height, lambda at, mirror: box(at, THEME.accent.paper, radius=2, mirror=mirror)
    )
    return row([bar, said_], 14)


def _texts(texts: Sequence[str], room: float) -> Piece:
    return stack([text_piece(text, room, BODY, LINES) for text in texts], 5)
