"""The emotion curve in words: what each persona feels in each stage, and the moments that stay."""

from collections.abc import Iterator

from jmap.renderers.markdown.pen import Pen, stacked
from jmap.renderers.markdown.table import Item, Row, bullets, tables
from jmap.views.curve import Curve, Mood
from jmap.views.grid import Map
from jmap.views.numbers import signed


def mood(drawn: Map, pen: Pen) -> Iterator[str]:
    """The blocks of the curve; none where nothing is felt."""
    if not drawn.curves:
        return
    yield pen.heading(2, pen.label("curve"))
    heads = [pen.text(column.title) for column in drawn.columns]
    yield tables(pen.label("personas"), heads, [_row(curve, drawn, pen) for curve in drawn.curves])
    yield bullets([entry for curve in drawn.curves for entry in _moments(curve, pen)])


def _row(curve: Curve, drawn: Map, pen: Pen) -> Row:
    stages: list[list[str]] = [[] for _ in drawn.columns]
    for item in curve.moods:
        stages[int(item.position)].append(_felt(item, pen))
    return Row(_who(curve, pen), tuple(map(stacked, stages)))


def _who(curve: Curve, pen: Pen) -> str:
    return pen.text(curve.persona) if curve.persona else pen.label("customer")


def _felt(item: Mood, pen: Pen) -> str:
    word = pen.text(item.word) or pen.label(f"mood-{item.level}")
    return f"{pen.value(signed(item.level, pen.language))} {word}"


def _moments(curve: Curve, pen: Pen) -> Iterator[Item]:
    moments = {"peak": curve.peak, "lowest": curve.lowest, "end": curve.end}
    who = f" ({pen.text(curve.persona)})" if curve.persona else ""
    for key, item in moments.items():
        place = pen.to(item.key, pen.text(item.title))
        yield Item(f"**{pen.label(key)}**{who}: {place}, {_felt(item, pen)}")
