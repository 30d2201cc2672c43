"""The head of a stage: its title on an arrow that points onwards, its goal, owner and
attainment.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from jmap.gaps import Level
from jmap.paint.geometry import Point, Rect
from jmap.paint.markup import Markup, element, join
from jmap.paint.mirror import Mirror
from jmap.paint.path import polyline
from jmap.paint.piece import NOTHING, Piece, listed, padded, row, stack, text_piece
from jmap.paint.text import Type
from jmap.pictures.layout.model import Extent
from jmap.pictures.parts.meter import meter
from jmap.pictures.parts.sheet import Sheet
from jmap.pictures.parts.stage_band import arrow_corners
from jmap.pictures.style import BODY, SMALL, STAGE, THEME, mark
from jmap.pictures.symbols import person
from jmap.pictures.told import facts_text, gap_place, more, named, phrases
from jmap.views.grid import Column
from jmap.views.numbers import share_text

_POINT = 14.0
_BELOW = 10.0
_PAD = 18.0
_GOALS = 2
_WEAK = THEME.large.line
_FLAG = Type(11, THEME.large.ink, leading=1.3)


@dataclass(frozen=True, slots=True)
class Arrow:
    """The arrow of a head: how high it is, the x at which the next one begins, and the y at which
    the scores of all stages begin.
    """

    height: float
    end: float
    scores: float


@dataclass(frozen=True, slots=True)
class HeadDrawing:
    """A measured head: the title that stands on the arrow, and what stands below it."""

    column: Column
    title: Piece
    told: Piece
    """Goals and owner."""
    score: Piece
    weakest: bool
    """Whether no other stage has a lower minimum."""
    ghost: bool = False
    """Whether the stage is not there any more."""


@dataclass(frozen=True, slots=True)
class HeadHeights:
    """What all heads of a map have in common: the height of the arrows, how far below their top the
    scores begin, and the height of the whole.
    """

    arrow: float
    scores: float
    whole: float


def common_heights(heads: Sequence[HeadDrawing]) -> HeadHeights:
    """As high as the highest parts."""
    arrow = max(head.title.height for head in heads) + 22
    told = max(head.told.height for head in heads)
    scores = arrow + _BELOW + told + (8 if told else 0)
    return HeadHeights(arrow, scores, scores + max(head.score.height for head in heads))


def draw_head(sheet: Sheet, column: Column, width: float, *, weakest: bool) -> HeadDrawing:
    """Measure the head of a stage in a column `width` wide."""
    room = width - 2 * _PAD
    flag = text_piece(sheet.chart.label("weakest"), room, _FLAG, 2) if weakest else NOTHING
    title = stack([text_piece(column.title, room, STAGE, 4), flag])
    goals = [text_piece(goal.text, width, BODY, 3) for goal in column.stage.goals[:_GOALS]]
    rest = more(sheet.chart, len(column.stage.goals) - _GOALS)
    goals.append(text_piece(rest, width, SMALL, 1))
    owner = next((fact for fact in column.facts if fact.word == "owner"), None)
    answers = NOTHING
    if owner is not None:
        text = listed(phrases(owner), width - 19, SMALL)
        answers = row([padded(person(), 0, 2, 0, 0), text], 7)
    score = _score(sheet, column, width)
    return HeadDrawing(column, title, stack([*goals, answers], 7), score, weakest)


def head_row(
    sheet: Sheet, heads: Sequence[HeadDrawing], columns: Sequence[Extent], width: float
) -> Piece:
    """The measured heads of all stages, side by side."""
    high = common_heights(heads)
    ends = [*(extent.start for extent in columns[1:]), width - 2]

    def draw(at: Point, mirror: Mirror) -> Markup:
        return join(
            paint_head(
                sheet,
                head,
                Rect(at.x + extent.start, at.y, extent.length, high.whole),
                Arrow(high.arrow, at.x + end, at.y + high.scores),
                mirror,
            )
            for head, extent, end in zip(heads, columns, ends, strict=True)
        )

    return Piece(width, high.whole, draw)


def paint_head(
    sheet: Sheet, drawing: HeadDrawing, rect: Rect, arrow: Arrow, mirror: Mirror
) -> Markup:
    """The head in its place."""
    column = drawing.column
    high = arrow.height
    middle = rect.y + high / 2
    back = Rect(rect.x - 6, rect.y, arrow.end - rect.x, high)
    corners = arrow_corners(back, _POINT)
    sign = _sign(drawing, polyline(mirror.points(corners), closed=True))
    title_at = Point(rect.x + _PAD, middle - drawing.title.height / 2)
    told = drawing.told.paint(Point(rect.x, rect.y + high + _BELOW), mirror)
    score = drawing.score.paint(Point(rect.x, arrow.scores), mirror)
    parts = [
        *named(column.title, facts_text(column.facts)),
        sign,
        drawing.title.paint(title_at, mirror),
        told,
        score,
    ]
    return element("g", join(parts), id=sheet.names.take(column.key), class_="stage")


def _sign(drawing: HeadDrawing, outline: str) -> Markup:
    if drawing.ghost:
        return element(
            "path", d=outline, fill=THEME.sunken, stroke=THEME.outline, stroke_dasharray="5 4"
        )
    fill = _WEAK if drawing.weakest else THEME.accent.paper
    return element("path", d=outline, fill=fill)


def _score(sheet: Sheet, column: Column, width: float) -> Piece:
    score, chart = column.score, sheet.chart
    if score.mean is None or score.minimum is None:
        return NOTHING
    mean = f"{chart.label('mean')} {share_text(score.mean, chart.language)}"
    least = f"{chart.label('minimum')} {share_text(score.minimum, chart.language)}"
    text = listed([f"{chart.label('attainment')}: {mean}", least], width, SMALL)
    where = NOTHING
    if score.weakest is not None and score.weakest.level is not Level.GOOD:
        words = f"{chart.label('weakest')}: {gap_place(score.weakest)}"
        sign = padded(mark(score.weakest.level, 12), 0, 2, 0, 0)
        where = row([sign, text_piece(words, width - 19, SMALL, 3)], 7)
    return stack([meter(score.mean, score.minimum, width), text, where], 5)
