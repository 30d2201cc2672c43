"""The opening of a picture: what it shows, of which journey, in a sentence or two."""

from collections.abc import Sequence

from jmap.paint.geometry import Point
from jmap.paint.markup import Markup, element, join
from jmap.paint.mirror import Mirror
from jmap.paint.piece import Piece, stack, text_piece
from jmap.pictures.style import LABEL, LEAD, NAME, SMALL
from jmap.pictures.told import facts_text, named
from jmap.views.grid import Map

_MEASURE = 820.0
"""Lines of text are no longer, in px: longer ones are hard to read."""


def opening(chart: Map, kind: str, leads: Sequence[str], width: float) -> Piece:
    """What kind of picture, the title of the journey, whose it is, and the lead below it; in words,
    all facts of the journey.
    """
    room = min(width, _MEASURE)
    texts = [text_piece(text, room, LEAD, 3) for text in leads]
    name = stack([text_piece(kind, room, LABEL, 2), text_piece(chart.title, room, NAME, 4)], 2)
    people = " · ".join(persona.title for persona in chart.personas)
    whose = f"{chart.label('personas')}: {people}" if people else ""
    inside = stack([name, *texts, text_piece(whose, room, SMALL, 3)], 8)

    def draw(at: Point, mirror: Mirror) -> Markup:
        names = named(chart.title, "\n".join(filter(None, (whose, facts_text(chart.facts)))))
        return element("g", join([*names, inside.paint(at, mirror)]), class_="about")

    return Piece(inside.width, inside.height, draw)
