"""The start of a journey: its title, its figures in a line, its facts, and its personas."""

from collections import Counter
from collections.abc import Iterator

from jmap.gaps import Level
from jmap.model.number_forms import digits
from jmap.renderers.markdown.facts import listed
from jmap.renderers.markdown.pen import Pen
from jmap.renderers.markdown.table import bullets
from jmap.views.grid import Map
from jmap.views.marks import LEVEL_MARKS


def opening(drawn: Map, pen: Pen) -> Iterator[str]:
    """The blocks before the list of gaps."""
    yield pen.heading(1, pen.text(drawn.title), drawn.journey.id)
    yield _figures(drawn, pen)
    yield bullets(listed(drawn.facts, pen))
    if drawn.personas:
        yield pen.heading(2, pen.label("personas"))
    for persona in drawn.personas:
        yield pen.heading(3, pen.text(persona.title))
        yield bullets(listed(persona.facts, pen))


def _figures(drawn: Map, pen: Pen) -> str:
    levels = Counter(gap.level for gap in drawn.gaps)
    parts = [
        _figure(pen, "stages", len(drawn.columns)),
        _figure(pen, "touchpoints", len(drawn.cards)),
    ]
    parts += [
        f"{LEVEL_MARKS[level]} {_figure(pen, f'level-{level.value}', levels[level])}"
        for level in (Level.LARGE, Level.MEDIUM, Level.SMALL, Level.GOOD)
        if levels[level]
    ]
    return " · ".join(parts)


def _figure(pen: Pen, key: str, count: int) -> str:
    return f"{pen.label(key)}: **{digits(str(count), pen.language)}**"
