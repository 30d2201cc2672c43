"""The paths of a journey as numbered steps."""

from collections.abc import Iterator

from jmap.renderers.markdown.facts import listed
from jmap.renderers.markdown.pen import Pen
from jmap.renderers.markdown.table import bullets
from jmap.views.grid import Map, Route, Step


def routes(drawn: Map, pen: Pen) -> Iterator[str]:
    """The blocks of the paths; none where there are none."""
    if drawn.routes:
        yield pen.heading(2, pen.label("paths"))
    for route in drawn.routes:
        yield pen.heading(3, pen.text(route.title), route.key)
        yield _about(route, pen)
        yield bullets(listed(route.facts, pen))
        yield "\n".join(f"{at}. {_step(step, pen)}" for at, step in enumerate(route.steps, 1))


def _about(route: Route, pen: Pen) -> str:
    negative = f"**{pen.label('negative-path')}**" if route.negative else ""
    return " · ".join(part for part in (negative, pen.text(route.persona)) if part)


def _step(step: Step, pen: Pen) -> str:
    title = pen.text(step.title)
    place = pen.to(step.card.key, title) if step.card else title
    return f"{place}: {pen.text(step.text)}" if step.text else place
