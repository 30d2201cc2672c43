"""The emotion curve in words: its shape and the moments that stay with each persona, then what each
feels in each stage.
"""

from collections.abc import Iterator

from jmap.renderers.markdown.pen import Pen, stacked
from jmap.renderers.markdown.spark import spark
from jmap.renderers.markdown.table import Row, table, tables
from jmap.views.curve import Curve, Mood
from jmap.views.grid import Map
from jmap.views.moments import Standing, moments
from jmap.views.numbers import UNKNOWN, signed

_STANDINGS: tuple[Standing, ...] = ("peak", "lowest", "end")


def mood(drawn: Map, pen: Pen) -> Iterator[str]:
    """The blocks of the curve; none where nothing is felt."""
    if not drawn.curves:
        return
    yield pen.heading(2, pen.label("curve"))
    header = [pen.label(key) for key in ("personas", "curve", *_STANDINGS)]
    yield table(header, [_summary(curve, pen) for curve in drawn.curves])
    heads = [pen.text(column.title) for column in drawn.columns]
    yield tables(pen.label("personas"), heads, [_row(curve, drawn, pen) for curve in drawn.curves])


def _summary(curve: Curve, pen: Pen) -> list[str]:
    found = {standing: moment.mood for moment in moments(curve) for standing in moment.standings}
    told = [_moment(found.get(standing), pen) for standing in _STANDINGS]
    return [f"**{_who(curve, pen)}**", spark(curve) or UNKNOWN, *told]


def _moment(item: Mood | None, pen: Pen) -> str:
    """A moment that stands out; a dash where none is better or worse than all others."""
    if item is None:
        return UNKNOWN
    return stacked((pen.to(item.key, pen.text(item.title)), _felt(item, pen)))


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
