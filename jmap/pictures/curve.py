"""The view `curve`: what is felt along a journey, large, with the facts below it."""

from collections.abc import Iterator

from jmap.gaps import Level
from jmap.model.journey import Journey
from jmap.paint.piece import Piece, flow, row, stack, text_piece
from jmap.pictures.drawing import Drawing, Request
from jmap.pictures.parts.attainment_band import attainment_band
from jmap.pictures.parts.curve_field import Field, field_of
from jmap.pictures.parts.curve_marks import line_sample, moment_sign
from jmap.pictures.parts.curve_places import numbered, places
from jmap.pictures.parts.curve_plot import curve_plot
from jmap.pictures.parts.kind import kind_of
from jmap.pictures.parts.opening import opening
from jmap.pictures.parts.sheet import Sheet, sheet_of
from jmap.pictures.parts.stage_band import stage_band
from jmap.pictures.parts.whole import whole
from jmap.pictures.style import BODY, LABELS, SMALL, THEME, mark
from jmap.pictures.told import spelled
from jmap.views.curve import Curve, Spot, spots
from jmap.views.grid import Map, journey_map
from jmap.views.moments import moments
from jmap.views.numbers import share_text, signed

_WIDTH = 1180.0
"""The least width of the plot: with names and margins a slide 1380 px wide."""
_LONGEST = 280.0


def curve(request: Request) -> Iterator[Drawing]:
    """One drawing a journey in which anything is felt."""
    for journey in request.journeys:
        chart = journey_map(request.workspace, journey)
        if chart.curves:
            yield _drawing(request, journey, chart)


def _drawing(request: Request, journey: Journey, chart: Map) -> Drawing:
    sheet = sheet_of(chart, request.names)
    field = field_of(spots_of(chart), len(chart.columns), LABELS, _WIDTH)
    width = field.end + 14
    body = _body(sheet, field, width)
    head = opening(chart, kind_of(chart, chart.label("curve")), journey.scenario[:1], width)
    return Drawing(
        title=f"{chart.title} – {chart.label('curve')}",
        story="\n".join(_story(chart)),
        language=chart.written,
        direction=chart.direction,
        piece=whole(request.workspace, sheet, stack([head, body], 26), width),
    )


def spots_of(chart: Map) -> tuple[Spot, ...]:
    """Where anything is felt, stage by stage: what is felt over a whole stage, then touchpoints."""
    keys = []
    for at, column in enumerate(chart.columns):
        keys.append(column.key)
        keys += [card.key for card in chart.cards if card.column == at]
    return spots(chart.curves, keys)


def _body(sheet: Sheet, field: Field, width: float) -> Piece:
    drawn = [
        stack([stage_band(sheet, field.columns, width), curve_plot(sheet, field, width)], 10),
        places(sheet, field, width),
        attainment_band(sheet, field.columns, width),
    ]
    return stack([stack(drawn, 14), numbered(sheet, field, width), _legend(sheet, width)], 22)


def _legend(sheet: Sheet, width: float) -> Piece:
    """Whose line is which, the signs of moments, then the levels that occur."""
    chart, people = sheet.chart, len(sheet.chart.curves)
    lines = [_line(chart, at, one, people) for at, one in enumerate(chart.curves)]
    return flow([*lines, *_signs(chart), *_levels(chart)], width, 24, 10)


def _line(chart: Map, at: int, one: Curve, people: int) -> Piece:
    names = [persona.title for persona in chart.personas]
    alone = names[0] if len(names) == 1 else chart.label("customer")
    text = text_piece(one.persona or alone, _LONGEST, BODY, 2)
    return row([line_sample(at, people), text], 9, align=0.5)


def _signs(chart: Map) -> Iterator[Piece]:
    found = {name for one in chart.curves for moment in moments(one) for name in moment.standings}
    for standing in ("peak", "lowest", "end"):
        if standing in found:
            text = text_piece(chart.label(standing), _LONGEST, SMALL, 1)
            yield row([moment_sign(standing, THEME.muted), text], 7, align=0.5)


def _levels(chart: Map) -> Iterator[Piece]:
    scored = {score.mean for score in (column.score for column in chart.columns)}
    met = {card.gap.level for card in chart.cards}
    for level in Level:
        if level in met and (level is not Level.UNKNOWN or None in scored):
            text = text_piece(chart.label(f"level-{level.value}"), _LONGEST, SMALL, 1)
            yield row([mark(level), text], 7, align=0.5)


def _story(chart: Map) -> Iterator[str]:
    """What each persona feels from start to end, then how the stages do."""
    yield f"{chart.label('curve')}: {chart.title}"
    for one in chart.curves:
        yield f"{one.persona or chart.label('customer')}:"
        said = {moment.place: moment.standings for moment in moments(one)}
        for at, mood in enumerate(one.moods):
            word = mood.word or chart.label(f"mood-{mood.level}")
            names = "".join(f", {chart.label(name)}" for name in said.get(at, ()))
            yield f"– {mood.title}: {signed(mood.level, chart.language)} {word}{names}"
    for column in chart.columns:
        if column.score.mean is not None:
            share = share_text(column.score.mean, chart.language)
            stage = f"{spelled(chart, 'stage')} {column.title}"
            yield f"{stage}: {chart.label('attainment')} {share}"
