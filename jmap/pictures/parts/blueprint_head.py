"""The head of a service blueprint: what it is of, for whom, how much fails; and its stages."""

from collections.abc import Iterator

from jmap.model.number_forms import digits
from jmap.paint.geometry import Point, Rect
from jmap.paint.markup import Markup, element, join
from jmap.paint.mirror import Mirror
from jmap.paint.path import polyline
from jmap.paint.piece import NOTHING, Piece, flow, listed, row, shape, stack, text_piece, widened
from jmap.pictures.parts.blueprint_sheet import BlueprintSheet, Span
from jmap.pictures.parts.chip import STRONG_CHIP, chip
from jmap.pictures.parts.service_signs import fail_sign, wait_sign
from jmap.pictures.style import BODY, LABEL, LEAD, NAME, SMALL, STAGE, STRONG, THEME
from jmap.pictures.symbols import person
from jmap.pictures.told import choice, facts_text, named, phrases, spelled, worded
from jmap.views.blueprint import Blueprint
from jmap.views.facts import Fact
from jmap.views.grid import Map, PersonaCard
from jmap.views.state import STATES

_WORDS = ("status", "level", "mode", "visit")
_READ = 760.0
"""The width in which sentences are easily read."""
_GAP = 40.0
_FACT = 260.0
_FACTS = ("goal", "starts", "ends", "vision", "owner", "reviewed")
_POINT = 14.0
_ROOM = 16.0
_MOST = 6


def blueprint_head(sheet: BlueprintSheet, width: float) -> Piece:
    """The title, what kind of map it is, and in a row what it comes to."""
    chart = sheet.blueprint.chart
    product = ", ".join(fact.text for fact in chart.facts if fact.word == "product")
    eyebrow = " · ".join(text for text in (sheet.label("blueprint"), product) if text)
    aside = _facts(chart, width - _READ - _GAP) if width >= _READ + _GAP + _FACT else NOTHING
    room = min(width, _READ)
    title = stack([text_piece(eyebrow, room, LABEL, 2), text_piece(chart.title, room, NAME, 4)], 2)
    scenes = [text_piece(text, room, LEAD, 4) for text in chart.journey.scenario[:2]]
    parts = [
        title,
        flow(list(_chips(sheet.blueprint)), room, 8, 8),
        *scenes,
        flow(list(_counted(sheet)), room, 22, 8),
    ]
    inside = row([widened(stack(parts, 12), room), aside], _GAP)

    def draw(at: Point, mirror: Mirror) -> Markup:
        names = named(chart.title, facts_text(chart.facts))
        return element("g", join([*names, inside.paint(at, mirror)]), class_="about")

    return Piece(max(width, inside.width), inside.height, draw)


def _facts(chart: Map, width: float) -> Piece:
    """What it is about in a few facts, beside each other as far as there is room."""
    found = [fact for word in _FACTS for fact in chart.facts if fact.word == word][:_MOST]
    count = max(1, min(3, int(width // _FACT)))
    room = (width - 24 * (count - 1)) / count
    pieces = [
        widened(
            stack([text_piece(fact.label, room, LABEL, 1), listed(_said(fact), room, BODY, 3)]),
            room,
        )
        for fact in found
    ]
    rows = [pieces[at : at + count] for at in range(0, len(pieces), count)]
    return stack((row(beside, 24) for beside in rows), 14)


def _said(fact: Fact) -> list[str]:
    return [worded(fact)] if fact.word == "goal" else phrases(fact)


def _chips(blueprint: Blueprint) -> Iterator[Piece]:
    chart, journey = blueprint.chart, blueprint.chart.journey
    if journey.state:
        yield chip(chart.label(STATES[journey.state]), STRONG_CHIP)
    for word in _WORDS:
        if value := getattr(journey, word):
            yield chip(f"{spelled(chart, word)}: {choice(chart, value)}")


def _counted(sheet: BlueprintSheet) -> Iterator[Piece]:
    """Who it is for, how many points fail, how often customers wait, what it takes them."""
    blueprint = sheet.blueprint
    for one in blueprint.chart.personas:
        yield _persona(sheet, one)
    language = blueprint.chart.language
    counts = (
        (fail_sign(), "fail-points", blueprint.failures),
        (wait_sign(), "waits", blueprint.waits),
    )
    for sign, key, count in counts:
        if count:
            yield _sign(sign, f"{sheet.label(key)}: {digits(str(count), language)}")
    if blueprint.totals:
        times = " + ".join(total.text(language) for total in blueprint.totals)
        yield text_piece(f"{sheet.label('all-together')}: {times}", 300, STRONG, 2)


def _persona(sheet: BlueprintSheet, persona: PersonaCard) -> Piece:
    piece = row([person(14), text_piece(persona.title, 300, STRONG, 2)], 7, align=0.5)

    def draw(at: Point, mirror: Mirror) -> Markup:
        names = named(persona.title, facts_text(persona.facts))
        key = f"{sheet.blueprint.chart.journey.id}.personas.{persona.title[:60]}"
        content = join([*names, piece.paint(at, mirror)])
        return element("g", content, id=sheet.sheet.names.take(key), class_="persona")

    return Piece(piece.width, piece.height, draw)


def stage_heads(sheet: BlueprintSheet) -> Piece:
    """The stages, as bands that point onwards over their columns."""
    titles = [
        text_piece(span.phase.column.title, span.extent.length - 2 * _ROOM - 6, STAGE, 4)
        for span in sheet.spans
    ]
    high = max(title.height for title in titles) + 20

    def draw(at: Rect, mirror: Mirror) -> Markup:
        return join(
            _stage(sheet, span, title, at, mirror)
            for span, title in zip(sheet.spans, titles, strict=True)
        )

    return shape(sheet.width, high, draw)


def _stage(sheet: BlueprintSheet, span: Span, title: Piece, at: Rect, mirror: Mirror) -> Markup:
    column, extent = span.phase.column, span.extent
    back, front = at.x + extent.start - 4, at.x + extent.end + 4
    middle = at.y + at.height / 2
    corners = [
        Point(back, at.y),
        Point(front, at.y),
        Point(front + _POINT, middle),
        Point(front, at.bottom),
        Point(back, at.bottom),
        Point(back + _POINT, middle),
    ]
    sign = element("path", d=polyline(mirror.points(corners), closed=True), fill=THEME.accent.paper)
    text = title.paint(Point(at.x + extent.start + _ROOM, middle - title.height / 2), mirror)
    names = named(column.title, facts_text(column.facts))
    key = sheet.sheet.names.take(column.key)
    return element("g", join([*names, sign, text]), id=key, class_="stage")


def _sign(sign: Piece, text: str) -> Piece:
    return row([sign, text_piece(text, 300, SMALL, 1)], 7, align=0.5)
