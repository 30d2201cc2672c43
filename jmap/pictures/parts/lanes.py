"""The channels: a band each, named at its start with what the channel promises."""

from dataclasses import dataclass

from jmap.paint.geometry import Point, Rect
from jmap.paint.markup import Markup, element, join
from jmap.paint.mirror import Mirror
from jmap.paint.piece import Piece, centred_text, padded, row, stack, text_piece
from jmap.paint.shapes import Pen, box, stroke
from jmap.paint.text import Type
from jmap.pictures.channel_signs import channel_sign
from jmap.pictures.parts.sheet import Sheet
from jmap.pictures.style import LABELS, SMALL, THEME, TITLE
from jmap.pictures.symbols import hatching
from jmap.pictures.told import facts_text, named, said
from jmap.views.grid import Lane

_SHOWN = ("responds", "hours")
_ROOM = LABELS - 24
_SKIPPED = Type(11, THEME.muted, leading=1.4)


@dataclass(frozen=True, slots=True)
class LaneLabel:
    """The measured name of a lane."""

    lane: Lane
    piece: Piece


def draw_lane(lane: Lane) -> LaneLabel:
    """Measure the name of a lane and its promise."""
    facts = [fact for fact in lane.facts if fact.word in _SHOWN]
    lines = [text_piece(f"{fact.label} {said(fact)}", _ROOM, SMALL, 4) for fact in facts]
    return LaneLabel(lane, stack([lane_name(lane, 5), *lines], 4))


def lane_name(lane: Lane, max_lines: int) -> Piece:
    """The name of a lane after the sign of its kind."""
    sign = channel_sign(lane.channel.kind if lane.channel else None)
    aside = sign.width + 7 if sign.width else 0.0
    title = text_piece(lane.title, _ROOM - aside, TITLE, max_lines)
    return row([padded(sign, 0, 1.5, 0, 0), title], 7) if aside else title


def paint_lane(sheet: Sheet, label: LaneLabel, rect: Rect, mirror: Mirror) -> Markup:
    """The band of a lane, its name in the middle of its start."""
    lane = label.lane
    band = box(rect, THEME.sunken, radius=10, mirror=mirror)
    at = Point(rect.x + 14, rect.centre.y - label.piece.height / 2)
    kind = lane.channel.id if lane.channel else lane.title
    name = sheet.names.take(f"{sheet.chart.journey.id}.channels.{kind}")
    parts = [*named(lane.title, facts_text(lane.facts)), band, label.piece.paint(at, mirror)]
    return element("g", join(parts), id=name, class_="channel")


def draw_skip(sheet: Sheet, reason: str, width: float) -> Piece:
    """Why a channel does not serve a stage, measured."""
    heading = text_piece(
        sheet.chart.label("not-served"), width - 40, Type(11, THEME.muted, bold=True)
    )
    centred = padded(heading, (width - 40 - heading.width) / 2, 0, 0, 0)
    text = centred_text(reason, width - 40, _SKIPPED, 5)
    return padded(stack([centred, text], 2), 20, 16, 20, 16)


def paint_skip(reason: str, piece: Piece, rect: Rect, spot: Rect, mirror: Mirror) -> Markup:
    """A hatched cell with the reason on a plain ground; `spot` is where the reason stands."""
    lines = stroke(hatching(mirror.rect(rect)), Pen(THEME.hairline, 1.5))
    outline = box(rect, "none", outline=Pen(THEME.hairline), radius=8, mirror=mirror)
    ground = Rect(spot.x + 12, spot.y + 8, spot.width - 24, spot.height - 16)
    plain = box(ground, THEME.sunken, radius=6, mirror=mirror)
    text = piece.paint(Point(spot.x, spot.y), mirror)
    if not text.source:
        return element("g", join([*named(reason, ""), lines, outline]), class_="skip")
    return element("g", join([*named(reason, ""), lines, outline, plain, text]), class_="skip")
