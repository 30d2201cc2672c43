"""The facts of a persona, each kind in the form that suits it: lists, steps for what is important,
chips for channels.
"""

from collections.abc import Sequence

from jmap.model.lines import Driver
from jmap.paint.geometry import Point, Rect
from jmap.paint.markup import Markup, element, join
from jmap.paint.mirror import Mirror
from jmap.paint.piece import Piece, flow, row, shape, stack, text_piece
from jmap.paint.shapes import badge, badge_width, box
from jmap.paint.theme import Tone
from jmap.pictures.parts.columns import column_width, columns
from jmap.pictures.style import BODY, LABEL, THEME
from jmap.pictures.told import named, said
from jmap.views.facts import Fact
from jmap.views.personas import Person

LINES = 12
"""A single text takes no more lines; all of it stands in the description."""
_CHIP = Tone(THEME.text, THEME.surface, THEME.outline)
_CHIP_LONGEST = 40
_BAR = 8.0
_STEP = 17.6
_STEPS = 5


def persona_facts(person: Person, room: float, leave: Sequence[str], count: int) -> Piece:
    """The facts of a persona below what they are called, in the order of its block, in columns;
    without some that stand elsewhere.
    """
    facts = [fact for fact in person.facts if fact.word not in leave]
    kinds = dict.fromkeys((fact.word, fact.label) for fact in facts)
    width = column_width(room, count)
    groups = []
    for kind in kinds:
        alike = [fact for fact in facts if (fact.word, fact.label) == kind]
        name = text_piece(kind[1], width, LABEL, 2)
        groups.append(stack([name, _group(person, alike, width)], 4))
    return columns(groups, width, count)


def _group(person: Person, facts: Sequence[Fact], room: float) -> Piece:
    if facts[0].word == "driver":
        drivers = person.persona.drivers if person.persona else ()
        pairs = zip(facts, drivers, strict=False)
        return stack([_driver(fact, driver, room) for fact, driver in pairs], 7)
    if facts[0].word == "prefers":
        return flow([_chip(fact.text, room) for fact in facts], room, 8, 6)
    return stack([_bullet(_whole(fact), room) for fact in facts], 4)


def _whole(fact: Fact) -> str:
    """A fact under a name of its own is told as `home: Top-floor flat`."""
    if fact.word == "fact" and len(fact.parts) > 1:
        return f"{fact.parts[0].text.replace('-', ' ')}: {fact.parts[1].text}"
    return said(fact)


def _bullet(text: str, room: float) -> Piece:
    sign = shape(
        5,
        BODY.line_height,
        lambda at, mirror: box(
            Rect(at.x, at.centre.y - 2.5, 5, 5), THEME.outline, radius=2.5, mirror=mirror
        ),
    )
    return row([sign, text_piece(text, room - 14, BODY, LINES)], 9)


def _driver(fact: Fact, driver: Driver, room: float) -> Piece:
    """What makes the persona stay, and five steps filled as far as it is important."""
    if driver.importance is None:
        return _bullet(driver.text, room)
    steps = shape(_STEPS * _STEP, BODY.line_height, lambda at, mirror: _steps(driver, at, mirror))
    text = text_piece(driver.text, room - steps.width - 14, BODY, LINES)
    piece = row([steps, text], 14)

    def draw(at: Point, mirror: Mirror) -> Markup:
        names = named(driver.text, f"{fact.label}: {said(fact)}")
        return element("g", join([*names, piece.paint(at, mirror)]))

    return Piece(piece.width, piece.height, draw)


def _steps(driver: Driver, at: Rect, mirror: Mirror) -> Markup:
    each = at.width / _STEPS
    parts = []
    for step in range(_STEPS):
        fill = THEME.accent.paper if step < (driver.importance or 0) else THEME.frame
        rect = Rect(at.x + step * each, at.centre.y - _BAR / 2, each - 2, _BAR)
        parts.append(box(rect, fill, radius=2, mirror=mirror))
    return join(parts)


def _chip(text: str, room: float) -> Piece:
    short = " ".join(text.split())
    width = badge_width(short, 11)
    if width > room or len(short) > _CHIP_LONGEST:
        return _bullet(short, room)
    return Piece(
        width,
        18.7,
        lambda at, mirror: badge(short, Point(at.x, at.y), _CHIP, 11, mirror=mirror),
    )
