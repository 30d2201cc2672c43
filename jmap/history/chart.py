"""The history as a picture: how the gaps closed, for those who decide what is done next."""

from collections.abc import Iterator

from jmap.gaps import Level
from jmap.history.line import Line
from jmap.history.plot import WIDTH, ball, cross, plot
from jmap.history.series import LEVELS, Series, Step, series_of
from jmap.locale import label
from jmap.model.number_forms import digits
from jmap.paint.geometry import Point
from jmap.paint.piece import Piece, padded, row, shape, space, stack, text_piece, widened
from jmap.paint.svg import Svg
from jmap.paint.text import Type
from jmap.pictures.document import document_of
from jmap.pictures.drawing import Drawing
from jmap.pictures.style import BODY, HEADING, LEAD, MARGIN, NAME, SMALL, STRONG, THEME, mark
from jmap.views.dates import day_text
from jmap.views.language import direction_of, printed_language
from jmap.views.numbers import share_text

_FIGURE = Type(26, THEME.text, bold=True, leading=1.2)
_DAY = 96.0
_CHANGE = 250.0


def chart(line: Line) -> Svg:
    """The chart of a history, from left to right or from right to left as its maps are read."""
    language = printed_language(line.language)
    direction = direction_of(line.language)
    if not line.points:
        empty = text_piece(label("history-empty", language), WIDTH, LEAD)
        title, story, body = label("history", language), label("history-empty", language), empty
    else:
        series = series_of(line)
        title, story, body = _title(series), _story(series), _body(series)
    piece = padded(widened(body, WIDTH), MARGIN, MARGIN, MARGIN, MARGIN)
    drawing = Drawing(title, story, line.language, direction, piece)
    return document_of([drawing], "history")


def _title(series: Series) -> str:
    if not series.title:
        return label("history", series.language)
    return series.label("of").replace("{title}", series.title)


def _span(series: Series) -> str:
    first, last = (day_text(day, series.language) for day in (series.first, series.last))
    count = digits(str(len(series.moments)), series.language)
    alone = "one" if len(series.moments) == 1 else "day"
    said = series.label(alone if first == last else "span")
    return said.replace("{first}", first).replace("{last}", last).replace("{count}", count)


def _body(series: Series) -> Piece:
    head = stack(
        [text_piece(_title(series), WIDTH, NAME, 2), text_piece(_span(series), WIDTH, LEAD)], 2
    )
    tiles = list(_tiles(series))
    figures = row([widened(tile, WIDTH / len(tiles)) for tile in tiles])
    return stack([head, figures, plot(series), *_notes(series), *_list(series)], 22)


def _tiles(series: Series) -> Iterator[Piece]:
    first, last = series.moments[0].figures, series.moments[-1].figures
    for level in LEVELS:
        now, was = (_number(series, getattr(one, level)) for one in (last, first))
        said = series.counted(level, getattr(last, level))
        yield _tile(series, now, said, was, mark(Level(level), 18))
    if last.mean is not None:
        was = "" if first.mean is None else share_text(first.mean, series.language)
        yield _tile(series, share_text(last.mean, series.language), series.label("served"), was)
    now, was = (_number(series, one.findings) for one in (last, first))
    yield _tile(series, now, series.counted("findings", last.findings), was)


def _tile(series: Series, now: str, said: str, was: str, sign: Piece | None = None) -> Piece:
    before = series.label("same") if now == was else series.label("was").replace("{count}", was)
    figure = row([*([sign] if sign else []), text_piece(now, 160, _FIGURE, 1)], 8, align=0.5)
    told = [text_piece(said, 190, STRONG, 2)]
    if was and len(series.moments) > 1:
        told.append(text_piece(before, 190, SMALL, 1))
    return stack([figure, *told], 1)


def _number(series: Series, value: int) -> str:
    return digits(str(value), series.language)


def _notes(series: Series) -> Iterator[Piece]:
    if any(moment.broken for moment in series.moments):
        sign = shape(
            12, 12, lambda rect, mirror: cross(Point(rect.centre.x, rect.centre.y), mirror)
        )
        yield row([sign, text_piece(series.label("broken"), WIDTH - 40, SMALL, 2)], 8, align=0.5)


def _list(series: Series) -> Iterator[Piece]:
    if series.steps:
        heading = text_piece(series.label("most"), WIDTH, HEADING, 1)
        changes = [text_piece(series.told(step), _CHANGE, STRONG, 2) for step in series.steps]
        wide = max(change.width for change in changes) + 12
        told = [
            _step(series, step, widened(change, wide))
            for step, change in zip(series.steps, changes, strict=True)
        ]
        yield stack([heading, *told], 8)


def _step(series: Series, step: Step, change: Piece) -> Piece:
    point = step.moment.point
    rest = WIDTH - _DAY - change.width - 60
    return row(
        [
            ball(_number(series, step.number)),
            widened(text_piece(day_text(point.day, series.language), _DAY, BODY, 1), _DAY),
            change,
            text_piece(point.commit.subject, rest, BODY, 2)
            if point.commit.subject
            else space(1, 1),
        ],
        12,
        align=0.5,
    )


def _story(series: Series) -> str:
    """The chart in words."""
    said = [_span(series)]
    for key, name in (*((one, one) for one in LEVELS), ("findings", "findings")):
        values = [getattr(moment.figures, name) for moment in series.moments]
        said.append(
            series.label("story")
            .replace("{level}", series.label(key))
            .replace("{first}", _number(series, values[0]))
            .replace("{last}", _number(series, values[-1]))
            .replace("{most}", _number(series, max(values)))
        )
    for step in series.steps:
        point = step.moment.point
        said.append(
            series.label("step")
            .replace("{day}", day_text(point.day, series.language))
            .replace("{change}", series.told(step))
            .replace("{subject}", point.commit.subject)
        )
    return "\n".join(said)
