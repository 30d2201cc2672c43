"""An overlay as a drawing: the poster of the new state with the marks of the change."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial

from jmap.locale import capital
from jmap.model.number_forms import digits
from jmap.model.workspace import Workspace
from jmap.paint.piece import NOTHING, Piece, padded, stack, text_piece, widened
from jmap.pictures.drawing import Drawing
from jmap.pictures.names import Names
from jmap.pictures.overlay.curve import overlay_curve
from jmap.pictures.overlay.elsewhere import entry_cards
from jmap.pictures.overlay.heads import overlay_heads
from jmap.pictures.overlay.lanes import lane_drawer
from jmap.pictures.overlay.legend import overlay_legend
from jmap.pictures.overlay.marked import Entry, Overlay, Overlays
from jmap.pictures.overlay.opening import between_text, opening
from jmap.pictures.overlay.rows import WORDS, overlay_rows
from jmap.pictures.overlay.sides import Revisions
from jmap.pictures.overlay.tile import draw_tile
from jmap.pictures.parts.bands import grid_piece
from jmap.pictures.parts.grid_band import Manner, columns_at, draw_grid
from jmap.pictures.parts.pill import draw_blank
from jmap.pictures.parts.routes import trails
from jmap.pictures.parts.sheet import Sheet, sheet_of
from jmap.pictures.parts.whole import whole
from jmap.pictures.style import LABELS, LEAD, MARGIN, NAME

_ALONE = 880.0
_BAND = 8.0
_APART = 26.0
_BEFORE = WORDS[:1]
_AFTER = WORDS[1:]
_WIDE = 1060.0


@dataclass(frozen=True, slots=True)
class _Body:
    """What stands between head and legend."""

    piece: Piece
    width: float
    warning: str | None = None


def overlay_drawing(
    overlay: Overlay, workspace: Workspace, names: Names, revisions: Revisions
) -> Drawing:
    """One journey of a workspace, with its marks."""
    sheet = sheet_of(overlay.chart, names)
    body, chart = _body(overlay, sheet), overlay.chart
    width = body.width
    around = [one for one in overlay.entries if one.told in overlay.whole.told and _says_more(one)]
    pieces = stack(
        [
            opening(overlay, revisions, width),
            body.piece,
            entry_cards(chart, chart.label("overlay-elsewhere"), around, width),
            overlay_legend(overlay, width),
        ],
        _APART,
    )
    before, after = between_text(chart, revisions)
    return Drawing(
        title=f"{chart.title}: {before} → {after}",
        story="\n".join(_story(overlay, revisions)),
        language=chart.written,
        direction=chart.direction,
        piece=whole(workspace, sheet, pieces, width),
        warning=body.warning,
    )


def declared_drawing(found: Overlays) -> Drawing:
    """What changed in declarations; that nothing did, where there is nothing to tell at all."""
    chart = found.chart
    title = chart.label("overlay-declared" if found.unseen else "overlay")
    nothing = stack(
        [
            text_piece(title, _ALONE, NAME, 3),
            text_piece(chart.label("overlay-nothing"), _ALONE, LEAD, 2),
            *(text_piece(capital(note), _ALONE, LEAD, 3) for note in found.notes),
        ],
        8,
    )
    cards = entry_cards(chart, title, found.unseen, _WIDE)
    inside = cards if found.unseen else nothing
    lines = [_entry_text(one) for one in found.unseen] or [chart.label("overlay-nothing")]
    return Drawing(
        title=title,
        story="\n".join([title, *lines]),
        language=found.written,
        direction=found.direction,
        piece=padded(widened(inside, _ALONE), MARGIN, MARGIN, MARGIN, MARGIN),
    )


def _body(overlay: Overlay, sheet: Sheet) -> _Body:
    if not overlay.chart.columns:
        return _Body(NOTHING, _ALONE)
    manner = Manner(
        partial(draw_tile, overlay),
        lane_drawer(overlay),
        draw_blank,
        box_gap=8,
        lane_gap=8,
        padding=8,
        edge=8,
    )
    drawn = draw_grid(sheet, trails(overlay.chart), manner, "grid")
    columns, width = columns_at(drawn, LABELS), drawn.layout.width + LABELS
    bands = [
        overlay_heads(overlay, sheet, columns, width),
        *overlay_rows(overlay, columns, width, _BEFORE),
        grid_piece(sheet, drawn, width),
        overlay_curve(overlay, sheet, columns, width),
        *overlay_rows(overlay, columns, width, _AFTER),
    ]
    return _Body(stack(bands, _BAND), width, drawn.layout.warning)


def _says_more(one: Entry) -> bool:
    """Whether a card says more of a journey than its head: that it came or went is said there."""
    return not (one.told.is_whole and one.told.mark in ("added", "removed"))


def _story(overlay: Overlay, revisions: Revisions) -> Iterator[str]:
    """What the change comes to, then change after change, the worst first."""
    chart = overlay.chart
    before, after = between_text(chart, revisions)
    yield f"{chart.label('overlay')}: {chart.title}: {before} → {after}"
    yield from overlay.notes
    for group in overlay.counted:
        count = digits(str(overlay.count(group)), chart.language)
        yield f"{count} {chart.label(f'overlay-count-{group}')}"
    yield from map(_entry_text, overlay.entries)


def _entry_text(one: Entry) -> str:
    told = one.told
    sides = " → ".join(filter(None, (told.before, told.after)))
    about = ": ".join(filter(None, (told.about, sides)))
    place = ", ".join(filter(None, (one.title, one.stage, one.owner)))
    return f"– {place}: {'; '.join(filter(None, (told.reason, about)))}"
