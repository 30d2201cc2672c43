"""The chart itself: the gaps of each level on top of each other, below them the findings, over
time.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import pairwise

from jmap.gaps import Level
from jmap.history.series import LEVELS, Moment, Series
from jmap.model.number_forms import digits
from jmap.paint.geometry import Point, Rect
from jmap.paint.markup import Markup, element, join
from jmap.paint.mirror import Anchor, Mirror
from jmap.paint.path import polyline
from jmap.paint.piece import Piece, row, shape, text_piece
from jmap.paint.shapes import Pen, box, stroke
from jmap.paint.text import Type, line
from jmap.paint.theme import Tone
from jmap.pictures.style import STRONG, THEME, mark
from jmap.views.dates import day_text

WIDTH = 1096.0
_AXIS = 40.0
_LABELS = 168.0
_STRIP = 34.0
_HIGH = 300.0
_LOW = 76.0
_APART = 40.0
_DAYS = 30.0
_TAIL = (14.0, 160.0)
"""How long the last figures are drawn, least and most."""
_ALONE = 200.0
_BALL = 9.5
_LINE = 20.0
_TONES = {"large": THEME.large, "medium": THEME.medium, "small": THEME.small}
_NUMBER = Type(11, THEME.accent.ink, bold=True)
_TICK = Type(11, THEME.muted)
_BROKEN = Pen(THEME.large.line, 3)
_FINDINGS = Pen(THEME.paths[0], 2)


@dataclass(frozen=True, slots=True)
class _Frame:
    """A rectangle of the plot, and what its values go up to."""

    area: Rect
    most: int

    def y(self, value: float) -> float:
        return self.area.bottom - self.area.height * value / self.most


def plot(series: Series) -> Piece:
    """The chart, ``WIDTH`` wide."""
    height = _STRIP + _HIGH + _APART + _LOW + _DAYS
    return shape(WIDTH, height, lambda rect, mirror: _Plot(series, rect, mirror).drawn())


@dataclass(slots=True)
class _Plot:
    series: Series
    rect: Rect
    mirror: Mirror

    def drawn(self) -> Markup:
        return join(
            [
                *self._grounds(),
                *self._names(),
                *self._days(),
                *self._areas(),
                *self._findings(),
                *self._balls(),
                *self._broken(),
                *self._ends(),
            ]
        )

    @property
    def _gaps(self) -> _Frame:
        most = max(moment.figures.gaps for moment in self.series.moments)
        width = WIDTH - _AXIS - _LABELS if self.series.seconds else _ALONE
        area = Rect(self.rect.x + _AXIS, self.rect.y + _STRIP, width, _HIGH)
        return _Frame(area, _rounded(most))

    @property
    def _found(self) -> _Frame:
        above = self._gaps.area
        most = max(moment.figures.findings for moment in self.series.moments)
        area = Rect(above.x, above.bottom + _APART, above.width, _LOW)
        return _Frame(area, _rounded(most))

    @property
    def _tail(self) -> float:
        least, most = _TAIL
        return max(least, min(most, self._gaps.area.width / (len(self.series.moments) + 1)))

    def _x(self, moment: Moment) -> float:
        area, span = self._gaps.area, self.series.seconds
        if not span:
            return area.x
        return area.x + (area.width - self._tail) * moment.seconds / span

    def _grounds(self) -> Iterator[Markup]:
        for frame in (self._gaps, self._found):
            yield box(frame.area, THEME.surface, mirror=self.mirror)
            for value in _ticks(frame.most, 5 if frame.area.height > _LOW else 1):
                y = frame.y(value)
                yield self._stroke(
                    [Point(frame.area.x, y), Point(frame.area.right, y)],
                    Pen(THEME.frame if value == 0 else THEME.hairline),
                )
                at = Point(frame.area.x - 8, y + _TICK.size * 0.355)
                yield line(self._digits(value), at, _TICK, anchor="end", mirror=self.mirror)

    def _names(self) -> Iterator[Markup]:
        """What is counted, above the numbers of each part."""
        for frame, key in ((self._gaps, "gaps"), (self._found, "found")):
            at = Point(self.rect.x, frame.area.y - 13)
            yield line(self.series.label(key), at, _TICK, mirror=self.mirror)

    def _days(self) -> Iterator[Markup]:
        area, low = self._gaps.area, self._found.area
        days = _spread(self.series.first, self.series.last)
        for at, day in enumerate(days):
            x = self._day_x(day)
            yield self._stroke([Point(x, area.y), Point(x, area.bottom)], Pen(THEME.hairline, 1))
            yield self._stroke([Point(x, low.y), Point(x, low.bottom + 5)], Pen(THEME.hairline, 1))
            spot = Point(x, low.bottom + 20)
            anchor: Anchor = "start" if at == 0 else "middle"
            text = day_text(day, self.series.language)
            yield line(text, spot, _TICK, anchor=anchor, mirror=self.mirror)

    def _day_x(self, day: date) -> float:
        area = self._gaps.area
        whole = (self.series.last - self.series.first).days
        if not whole:
            return area.x
        return area.x + (area.width - self._tail) * (day - self.series.first).days / whole

    def _areas(self) -> Iterator[Markup]:
        frame = self._gaps
        below = [0] * len(self.series.moments)
        for level in LEVELS:
            values = [getattr(one.figures, level) for one in self.series.moments]
            above = [low + value for low, value in zip(below, values, strict=True)]
            if any(values):
                yield self._area(frame, below, above, _TONES[level], level)
            below = above

    def _area(
        self, frame: _Frame, below: Sequence[int], above: Sequence[int], tone: Tone, level: str
    ) -> Markup:
        upper, lower = self._steps(frame, above), self._steps(frame, below)
        edge = self.mirror.points([*upper, *reversed(lower)])
        filled = element("path", d=polyline(edge, closed=True), fill=tone.paper)
        return element(
            "g", filled, self._stroke(upper, Pen(tone.line, 1.25)), class_=f"gaps-{level}"
        )

    def _steps(self, frame: _Frame, values: Sequence[int]) -> list[Point]:
        """What a value was, held until it was another: nothing is known of slopes between."""
        points = [Point(self._x(self.series.moments[0]), frame.y(values[0]))]
        for (before, value), moment in zip(pairwise(values), self.series.moments[1:], strict=True):
            if value != before:
                x = self._x(moment)
                points += [Point(x, frame.y(before)), Point(x, frame.y(value))]
        return [*points, Point(frame.area.right, frame.y(values[-1]))]

    def _findings(self) -> Iterator[Markup]:
        values = [one.figures.findings for one in self.series.moments]
        yield element(
            "g", self._stroke(self._steps(self._found, values), _FINDINGS), class_="found"
        )

    def _balls(self) -> Iterator[Markup]:
        frame = self._gaps
        steps = self.series.steps
        wished = [self._x(step.moment) for step in steps]
        for step, true, x in zip(
            steps, wished, _placed(wished, frame.area.x, frame.area.right), strict=True
        ):
            top = frame.y(max(step.moment.figures.gaps, step.before.gaps))
            ball = Point(x, self.rect.y + _BALL + 1)
            foot = [Point(x, ball.y + _BALL), Point(true, frame.area.y - 2), Point(true, top)]
            yield self._stroke(foot, Pen(THEME.outline, 1, "2 3"))
            yield _ball(ball, self._digits(step.number), self.mirror)

    def _broken(self) -> Iterator[Markup]:
        """A cross where maps begin to have errors, and a line for as long as they have."""
        base, since = self._found.area.bottom, None
        ends = [*self.series.moments[1:], None]
        for moment, after in zip(self.series.moments, ends, strict=True):
            if not moment.broken:
                continue
            since = self._x(moment) if since is None else since
            if after is None or not after.broken:
                end = self._found.area.right if after is None else self._x(after)
                yield self._stroke([Point(since, base), Point(end, base)], _BROKEN)
                yield cross(Point(since, base), self.mirror)
                since = None

    def _ends(self) -> Iterator[Markup]:
        """What the lines are, where they end: no legend has to be looked up."""
        last, frame = self.series.moments[-1].figures, self._gaps
        below, wished = 0, []
        for level in LEVELS:
            value = getattr(last, level)
            wished.append(frame.y(below + value / 2) - _LINE / 2)
            below += value
        tops = _placed_up(wished, frame.area.y, frame.area.bottom)
        x = frame.area.right + 12
        for level, top in zip(LEVELS, tops, strict=True):
            yield self._label(level, getattr(last, level)).paint(Point(x, top), self.mirror)
        low = self._found
        text = f"{self._digits(last.findings)} {self.series.counted('findings', last.findings)}"
        piece = text_piece(text, _LABELS - 16, STRONG, 2)
        top = min(low.y(last.findings) - piece.height / 2, low.area.bottom - piece.height)
        yield piece.paint(Point(x, max(low.area.y, top)), self.mirror)

    def _label(self, level: str, value: int) -> Piece:
        text = f"{self._digits(value)} {self.series.counted(level, value)}"
        return row(
            [mark(Level(level)), text_piece(text, _LABELS - 36, STRONG, 1)],
            6, align=0.5,
        )  # fmt: skip

    def _stroke(self, points: Sequence[Point], pen: Pen) -> Markup:
        return stroke(polyline(self.mirror.points(points)), pen)

    def _digits(self, value: int) -> str:
        return digits(str(value), self.series.language)


def ball(number: str) -> Piece:
    """The number of a step, as in the chart."""
    size = 2 * _BALL
    return shape(size, size, lambda rect, mirror: _ball(rect.centre, number, mirror))


def _ball(centre: Point, number: str, mirror: Mirror) -> Markup:
    x = mirror.x(centre.x)
    filled = element("circle", cx=x, cy=centre.y, r=_BALL, fill=THEME.accent.paper)
    spot = Point(centre.x, centre.y + _NUMBER.size * 0.355)
    return filled + line(number, spot, _NUMBER, anchor="middle", mirror=mirror)


def cross(centre: Point, mirror: Mirror) -> Markup:
    """Where maps had errors."""
    x, half = mirror.x(centre.x), 4.0
    arms = [
        polyline([Point(x - half, centre.y - turn), Point(x + half, centre.y + turn)])
        for turn in (half, -half)
    ]
    return join(stroke(arm, Pen(THEME.large.line, 2)) for arm in arms)


def _placed(wished: Sequence[float], start: float, end: float) -> list[float]:
    """Rising places as close to the wished ones as lets balls stand beside each other."""
    apart, places = 2 * _BALL + 3, list[float]()
    for wish in wished:
        places.append(max(wish, places[-1] + apart if places else start))
    limit = end
    for at in reversed(range(len(places))):
        places[at] = min(places[at], limit)
        limit = places[at] - apart
    return places


def _placed_up(wished: Sequence[float], top: float, bottom: float) -> list[float]:
    """Tops of labels from the lowest to the highest, none over another."""
    places, limit = list[float](), bottom - _LINE
    for wish in wished:
        places.append(min(wish, limit))
        limit = places[-1] - _LINE
    floor = top
    for at in reversed(range(len(places))):
        places[at] = max(places[at], floor)
        floor = places[at] + _LINE
    return places


def _rounded(most: int) -> int:
    step = _step(most, 5)
    return max(1, -(-most // step)) * step


def _step(most: int, lines: int) -> int:
    """The least of 1, 2, 5, 10, 20 … of which few enough reach to the top."""
    size = 1
    while True:
        for factor in (1, 2, 5):
            if size * factor * lines >= most:
                return size * factor
        size *= 10


def _ticks(most: int, lines: int) -> range:
    return range(0, most + 1, most if lines == 1 else _step(most, lines))


def _spread(first: date, last: date) -> list[date]:
    """Some days evenly over the time, the first and the last among them."""
    whole = (last - first).days
    pieces = min(5, whole)
    if not pieces:
        return [first]
    return [first + timedelta(days=round(whole * at / pieces)) for at in range(pieces + 1)]
