"""The map as tables: stages as columns; channels, then what people live through, as rows."""

from collections.abc import Iterator

from jmap.gaps import Level, Parity
from jmap.renderers.markdown.behind import BEHIND, has_behind
from jmap.renderers.markdown.gaps import is_said
from jmap.renderers.markdown.pen import MOMENT_OF_TRUTH, Pen, stacked
from jmap.renderers.markdown.table import Row, tables
from jmap.views.grid import Card, Cell, Column, Map, RowItem
from jmap.views.marks import LEVEL_MARKS
from jmap.views.numbers import share_text


def map_tables(drawn: Map, pen: Pen) -> Iterator[str]:
    """The blocks of the map."""
    if not drawn.columns:
        return
    yield pen.heading(2, pen.label("map"))
    yield _legend(pen)
    heads = [pen.to(column.key, pen.text(column.title)) for column in drawn.columns]
    yield tables(
        pen.label("channels"), heads, [*_stage_rows(drawn, pen), *_channel_rows(drawn, pen)]
    )
    rows = list(_experience_rows(drawn, pen))
    if rows:
        yield tables(pen.label("stages"), heads, rows)


def _legend(pen: Pen) -> str:
    levels = (Level.LARGE, Level.MEDIUM, Level.SMALL, Level.GOOD, Level.UNKNOWN)
    marks = [f"{LEVEL_MARKS[level]} {pen.label(f'level-{level.value}')}" for level in levels]
    return " · ".join([*marks, f"{MOMENT_OF_TRUTH} {pen.word('moment-of-truth')}"])


def _stage_rows(drawn: Map, pen: Pen) -> Iterator[Row]:
    rows = (
        Row(pen.word("owner"), tuple(pen.owner(column.stage.owner) for column in drawn.columns)),
        Row(pen.label("attainment"), tuple(_score(column, pen) for column in drawn.columns)),
        Row(
            pen.label("parity"),
            tuple(_parity(column.score.parity, pen) for column in drawn.columns),
        ),
    )
    yield from (row for row in rows if any(row.cells))


def _score(column: Column, pen: Pen) -> str:
    score = column.score
    if score.mean is None:
        return ""
    mean = f"{pen.label('mean')} {share_text(score.mean, pen.language)}"
    return stacked((mean, f"{pen.label('weakest')} {share_text(score.minimum, pen.language)}"))


def _parity(parity: Parity | None, pen: Pen) -> str:
    if parity is None:
        return ""
    mark = LEVEL_MARKS[Level.LARGE if parity.exceeds else Level.GOOD]
    served = []
    for part in parity.by_channel:
        channel = pen.text(pen.read.name(("channel",), part.channel))
        served.append(f"{channel} {share_text(part.attainment, pen.language)}")
    return stacked((f"{mark} Δ {share_text(parity.spread, pen.language)}", *served))


def _channel_rows(drawn: Map, pen: Pen) -> Iterator[Row]:
    for lane, cells in zip(drawn.lanes, drawn.cells, strict=True):
        yield Row(pen.text(lane.title), tuple(_cell(cell, pen) for cell in cells))


def _cell(cell: Cell, pen: Pen) -> str:
    parts = [_card(card, pen) for card in cell.cards]
    if cell.skip is not None:
        parts.append(f"_{pen.label('not-served')}:_ {pen.text(cell.skip)}")
    return stacked(parts)


def _card(card: Card, pen: Pen) -> str:
    mark = f"{MOMENT_OF_TRUTH} " if card.touchpoint.moment_of_truth else ""
    own = pen.gap(card.gap) if is_said(card.gap) or not card.measures else ""
    measures = (
        f"{pen.text(pen.read.name(('metric',), gap.measure.metric))}: {pen.gap(gap)}"
        for gap in card.measures
        if gap.measure is not None
    )
    owner = pen.said(card.owner) if card.owner else ""
    return stacked((mark + pen.to(card.key, pen.strong(card.title)), own, *measures, owner))


def _experience_rows(drawn: Map, pen: Pen) -> Iterator[Row]:
    behind = BEHIND if has_behind(drawn.journey) else ()
    for row in drawn.rows:
        if row.word not in behind:
            yield Row(pen.text(row.label), tuple(_entries(cell, pen) for cell in row.cells))


def _entries(items: tuple[RowItem, ...], pen: Pen) -> str:
    said = [pen.said(item.fact) for item in items]
    return stacked(said if len(said) < 2 else [f"• {entry}" for entry in said])
