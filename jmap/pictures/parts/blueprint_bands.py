"""Which cells each row of a service blueprint has."""

from collections.abc import Iterable, Iterator

from jmap.paint.piece import Piece, stack, text_piece
from jmap.paint.shapes import Pen
from jmap.pictures.parts.blueprint_cells import (
    behind_piece,
    done_piece,
    front_foot,
    front_piece,
    sight_piece,
    stage_failures,
)
from jmap.pictures.parts.blueprint_row import EDGE_WIDTH, INSIDE, BandDrawing, Cell, row_name
from jmap.pictures.parts.blueprint_sheet import BlueprintSheet, Slot, Span
from jmap.pictures.style import FADED, SMALL, THEME, tone_level
from jmap.pictures.told import card_text, facts_text
from jmap.views.blueprint import Band, Entry, Moment, has

_FADED = ("planned", "gap", "retired")


def band_drawing(sheet: BlueprintSheet, band: Band) -> BandDrawing:
    """Measure a row of the blueprint."""
    wide = list(_wide_cells(sheet)) if band == "customer" else []
    cells = [cell for slot in sheet.slots if (cell := _cell(sheet, slot, band))]
    rows = tuple(tuple(found) for found in (wide, cells) if found)
    vacant = "" if rows else sheet.label("blueprint-empty")
    return BandDrawing(band, row_name(sheet, band), rows, vacant)


def _cell(sheet: BlueprintSheet, slot: Slot, band: Band) -> Cell | None:
    moment = slot.moment
    if moment is None:
        return _no_touchpoint(sheet, slot) if band == "frontstage" else None
    if not has(moment, band):
        return None
    if band == "frontstage":
        return _front(sheet, slot, moment)
    return Cell(
        extent=slot.extent,
        inside=_inside(sheet, moment, band, slot.extent.length - 2 * INSIDE),
        key=f"{moment.card.key}.{band}",
        title=f"{moment.card.title}: {sheet.label(f'blueprint-{band}')}",
        told=_told(moment, band),
    )


def _inside(sheet: BlueprintSheet, moment: Moment, band: Band, room: float) -> Piece:
    chart = sheet.blueprint.chart
    match band:
        case "evidence":
            return sight_piece(sheet, moment, room)
        case "customer":
            return done_piece(chart, moment.customer, room)
        case "backstage":
            return behind_piece(chart, moment.backstage, room)
    return behind_piece(chart, moment.support, room)


def _told(moment: Moment, band: Band) -> str:
    sight = moment.sight
    match band:
        case "evidence":
            image = [sight.image] if sight.image else []
            return "\n".join(text for text in (sight.channel, facts_text(image)) if text)
        case "customer":
            return _entries(moment.customer)
        case "backstage":
            return _entries(moment.backstage)
    return _entries(moment.support)


def _entries(entries: Iterable[Entry]) -> str:
    return facts_text(entry.fact for entry in entries)


def _front(sheet: BlueprintSheet, slot: Slot, moment: Moment) -> Cell:
    card = moment.card
    room = slot.extent.length - 2 * INSIDE - EDGE_WIDTH
    return Cell(
        extent=slot.extent,
        inside=front_piece(sheet, moment, room),
        key=card.key,
        title=card.title,
        told=card_text(sheet.blueprint.chart, card),
        foot=front_foot(sheet, moment, room),
        tone=THEME.tone(tone_level(card.gap.level)),
        outline=FADED if card.touchpoint.status in _FADED else Pen(THEME.frame),
    )


def _no_touchpoint(sheet: BlueprintSheet, slot: Slot) -> Cell:
    text = sheet.label("blueprint-no-touchpoint")
    inside = text_piece(text, slot.extent.length - 2 * INSIDE, SMALL, 2)
    return Cell(slot.extent, inside, "", text, outline=None, fill=THEME.sunken)


def _wide_cells(sheet: BlueprintSheet) -> Iterator[Cell]:
    """What is said of whole stages: what customers do there, and what hurts them."""
    for span in sheet.spans:
        phase = span.phase
        if phase.customer or phase.failures:
            title = f"{phase.column.title}: {sheet.label('from-stage')}"
            inside = _whole_stage(sheet, span)
            told = _entries(phase.customer)
            yield Cell(span.extent, inside, f"{phase.column.key}.customer", title, told)


def _whole_stage(sheet: BlueprintSheet, span: Span) -> Piece:
    chart, room = sheet.blueprint.chart, span.extent.length - 2 * INSIDE
    done = done_piece(chart, span.phase.customer, room)
    return stack([done, stage_failures(chart, span.phase.failures, room)], 8)
