"""How far each stage fulfils what customers want: a bar to the mean, a tick at the minimum."""

from collections.abc import Sequence

from jmap.gaps import Level, StageScore, level_of
from jmap.paint.geometry import Point, Rect
from jmap.paint.markup import Markup, join
from jmap.paint.mirror import Mirror
from jmap.paint.piece import Piece, listed, row, shape, stack, text_piece
from jmap.paint.shapes import box
from jmap.pictures.layout.model import Extent
from jmap.pictures.parts.sheet import Sheet
from jmap.pictures.style import LABELS, SMALL, THEME, TITLE, mark, tone_level
from jmap.views.numbers import share_text

_PAD = 12.0
_HIGH = 8.0


def attainment_band(sheet: Sheet, columns: Sequence[Extent], width: float) -> Piece:
    """The band below the columns of a picture `width` wide; nothing is drawn into a stage of which
    nothing is known but that it is not known.
    """
    label = text_piece(sheet.chart.label("attainment"), LABELS - 24, TITLE, 3)
    cells = [
        _cell(sheet, column.score, extent.length - 12)
        for column, extent in zip(sheet.chart.columns, columns, strict=True)
    ]
    high = max(piece.height for piece in (label, *cells)) + 2 * _PAD

    def draw(at: Rect, mirror: Mirror) -> Markup:
        parts = [
            box(at, THEME.sunken, radius=10, mirror=mirror),
            label.paint(Point(at.x + 14, at.y + _PAD - 3), mirror),
        ]
        for cell, column in zip(cells, columns, strict=True):
            parts.append(cell.paint(Point(at.x + column.start + 2, at.y + _PAD), mirror))
        return join(parts)

    return shape(width, high, draw)


def _cell(sheet: Sheet, score: StageScore, room: float) -> Piece:
    chart = sheet.chart
    if score.mean is None or score.minimum is None:
        text = text_piece(chart.label("level-unknown"), room - 19, SMALL, 2)
        return row([mark(Level.UNKNOWN, 12), text], 7, align=0.5)
    texts = [f"{chart.label('mean')} {share_text(score.mean, chart.language)}"]
    if round(score.mean, 2) != round(score.minimum, 2):
        texts.append(f"{chart.label('minimum')} {share_text(score.minimum, chart.language)}")
    return stack([_bar(score.mean, score.minimum, room - 8), listed(texts, room - 8, SMALL)], 6)


def _bar(mean: float, minimum: float, room: float) -> Piece:
    tone = THEME.tone(tone_level(level_of(mean, None)))

    def draw(at: Rect, mirror: Mirror) -> Markup:
        bar = Rect(at.x, at.y + 3, at.width, _HIGH)
        filled = Rect(bar.x, bar.y, bar.width * mean, bar.height)
        tick = Rect(at.x + min(at.width - 2.5, at.width * minimum), at.y, 2.5, at.height)
        parts = [box(bar, THEME.frame, radius=_HIGH / 2, mirror=mirror)]
        if filled.width >= 1:
            parts.append(box(filled, tone.line, radius=_HIGH / 2, mirror=mirror))
        return join([*parts, box(tick, THEME.text, radius=1, mirror=mirror)])

    return shape(room, _HIGH + 6, draw)
