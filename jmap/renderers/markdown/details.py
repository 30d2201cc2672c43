"""Everything said about each stage and each touchpoint, with the figures computed from it."""

from collections.abc import Iterable, Iterator

from jmap.gaps import Gap, Interval
from jmap.model.number_forms import digits
from jmap.renderers.markdown.facts import listed
from jmap.renderers.markdown.pen import Pen
from jmap.renderers.markdown.table import Item, bullets
from jmap.views.grid import Card, Column, Map

_DISTANCES = ("experience", "delivery", "design", "promise")


def details(drawn: Map, pen: Pen) -> Iterator[str]:
    """The blocks of the details; none for a journey without stages."""
    if drawn.columns:
        yield pen.heading(2, pen.label("details"))
    measured: dict[int, list[Gap]] = {}
    for gap in drawn.gaps:
        if gap.touchpoint is None:
            measured.setdefault(id(gap.stage), []).append(gap)
    cards: dict[int, list[Card]] = {}
    for card in drawn.cards:
        cards.setdefault(card.column, []).append(card)
    for at, column in enumerate(drawn.columns):
        yield from _stage(column, measured.get(id(column.stage), []), pen)
        for card in cards.get(at, ()):
            yield from _touchpoint(card, pen)


def _stage(column: Column, gaps: Iterable[Gap], pen: Pen) -> Iterator[str]:
    yield pen.heading(3, pen.text(column.title), column.key)
    yield f"`{column.key}`"
    yield bullets([*listed(column.facts, pen), *_figures(gaps, pen)])


def _touchpoint(card: Card, pen: Pen) -> Iterator[str]:
    yield pen.heading(4, pen.text(card.title), card.key)
    yield " · ".join(part for part in (pen.text(card.channel), f"`{card.key}`") if part)
    yield bullets([*listed(card.facts, pen), *_figures((card.gap, *card.measures), pen)])


def _figures(gaps: Iterable[Gap], pen: Pen) -> Iterator[Item]:
    for gap in gaps:
        distances = tuple(_distances(gap, pen))
        if distances:
            metric = pen.read.name(("metric",), gap.measure.metric) if gap.measure else ""
            title = f"**{pen.label('gap')}**: {pen.gap(gap)}"
            yield Item(f"{title} · {pen.text(metric)}" if metric else title, distances)


def _distances(gap: Gap, pen: Pen) -> Iterator[Item]:
    for name in _DISTANCES:
        distance = getattr(gap, name)
        if distance is not None:
            yield Item(f"{pen.label(f'{name}-gap')}: {pen.difference(gap, distance)}")
    if gap.interval is not None:
        yield Item(f"{pen.label('interval')}: {_interval(gap.interval, pen)}")


def _interval(interval: Interval, pen: Pen) -> str:
    return digits(f"{interval.low:.1f} – {interval.high:.1f}", pen.language)
