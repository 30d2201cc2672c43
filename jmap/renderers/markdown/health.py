"""The journeys of a file by health, the one that needs work most first."""

from collections.abc import Iterator

from jmap.model.number_forms import digits
from jmap.renderers.markdown.gaps import place_key
from jmap.renderers.markdown.pen import Pen, stacked
from jmap.renderers.markdown.spark import spark
from jmap.renderers.markdown.table import table
from jmap.syntax.words import words
from jmap.views.dates import day_text
from jmap.views.health import Health
from jmap.views.index import JourneyIndex
from jmap.views.marks import LEVEL_MARKS
from jmap.views.numbers import UNKNOWN, share_text
from jmap.views.state import STATES

_COLUMNS = ("journey", "attainment", "gaps", "curve", "worst", "owner", "review")


def by_health(found: JourneyIndex, pen: Pen) -> Iterator[str]:
    """The blocks of the index: each journey with its figures, linked to its map."""
    yield pen.heading(2, pen.label("index"))
    yield pen.label("index-is")
    header = [pen.label(f"index-{column}") for column in _COLUMNS]
    yield table(header, [_row(health, pen) for health in found.entries])


def _row(health: Health, pen: Pen) -> list[str]:
    title = pen.to(health.journey.id, pen.strong(health.title))
    curves = (spark(curve) for curve in health.curves)
    return [
        stacked((title, _state(health, pen))),
        _attainment(health, pen),
        _levels(health, pen),
        stacked(curves) or UNKNOWN,
        _worst(health, pen),
        pen.text(health.owner) or pen.label("index-no-owner"),
        _review(health, pen),
    ]


def _state(health: Health, pen: Pen) -> str:
    state = STATES.get(health.state or "")
    parts = [pen.label(state)] if state else []
    if health.status:
        parts.append(pen.value(words().shown("choices", health.status, pen.language)))
    return " · ".join(parts)


def _attainment(health: Health, pen: Pen) -> str:
    if health.mean is None:
        return pen.label("index-no-attainment")
    mean, least = (share_text(share, pen.language) for share in (health.mean, health.minimum))
    return stacked((f"**{mean}**", f"{pen.label('minimum')} {least}"))


def _levels(health: Health, pen: Pen) -> str:
    """How many gaps there are of each level, large to good, then unknown."""
    *known, unknown = health.levels
    counted = (
        f"{LEVEL_MARKS[one.level]}\u00a0{digits(str(one.count), pen.language)}"
        for one in (*reversed(known), unknown)
        if one.count
    )
    return " · ".join(counted) or UNKNOWN


def _worst(health: Health, pen: Pen) -> str:
    if health.worst is None:
        return pen.label("index-no-gap")
    place = pen.to(place_key(health.worst), pen.text(health.place))
    return stacked((place, pen.gap(health.worst)))


def _review(health: Health, pen: Pen) -> str:
    if health.due is None:
        return pen.label("index-no-review")
    return pen.value(day_text(health.due, pen.language))
