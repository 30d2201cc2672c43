"""A touchpoint of an overlay: what became of it, what it is, and what changed there."""

from dataclasses import dataclass

from jmap.gaps import Gap
from jmap.paint.geometry import Point, Rect
from jmap.paint.markup import Markup, element, join
from jmap.paint.mirror import Mirror
from jmap.paint.piece import NOTHING, Piece, flow, padded, row, stack, text_piece
from jmap.paint.shapes import Pen, box, stroke
from jmap.paint.text import Type
from jmap.pictures.overlay.lines import told_lines
from jmap.pictures.overlay.marked import Overlay, Place
from jmap.pictures.overlay.signs import INKS, TONES, effects_of, marks
from jmap.pictures.overlay.told import Told
from jmap.pictures.parts.sheet import Sheet
from jmap.pictures.style import SMALL, STRONG, THEME, mark
from jmap.pictures.symbols import hatching, mood_sign, star
from jmap.pictures.told import card_text, named
from jmap.views.grid import Card
from jmap.views.numbers import difference_text

_PAD = 10.0
_EDGE = 5.0
_ROUND = 7.0
_FACES = 3
_MOST = 4
_CALM = Type(12, THEME.muted, leading=1.4)
_GONE = Type(12, THEME.muted, bold=True, leading=1.4)


@dataclass(frozen=True, slots=True)
class OverlayTile:
    """A measured touchpoint with its marks."""

    sheet: Sheet
    card: Card
    place: Place
    story: str
    width: float
    inside: Piece

    @property
    def height(self) -> float:
        """The least height."""
        return self.inside.height + 2 * _PAD - 2

    def paint(self, rect: Rect, mirror: Mirror) -> Markup:
        """The tile in its place: edge and outline tell what became of it."""
        at = Point(rect.x + _EDGE + _PAD, rect.y + _PAD - 1)
        text = "\n".join(filter(None, (self.story, card_text(self.sheet.chart, self.card))))
        parts = [
            *named(self.card.title, text),
            *self._ground(rect, mirror),
            self.inside.paint(at, mirror),
        ]
        key = self.sheet.names.take(self.card.key)
        return element("g", join(parts), id=key, class_="touchpoint")

    def _ground(self, rect: Rect, mirror: Mirror) -> list[Markup]:
        edge = Rect(rect.x, rect.y, _EDGE, rect.height)
        effects = effects_of(self.place.effect)
        if self.place.ghost:
            ink = TONES[effects[0]].line if effects else THEME.outline
            ground = box(
                rect,
                THEME.sunken,
                outline=Pen(ink, 1.6, "5 4"),
                radius=_ROUND,
                mirror=mirror,
            )
            lines = stroke(hatching(mirror.rect(edge), 5), Pen(ink, 1))
            return [ground, lines]
        if not self.place.mark:
            return [
                box(rect, THEME.surface, outline=Pen(THEME.hairline), radius=_ROUND, mirror=mirror)
            ]
        ink = TONES[effects[0]].line if effects else INKS[self.place.mark]
        pen = Pen(ink, 2 if effects else 1.2)
        ground = box(rect, THEME.surface, outline=pen, radius=_ROUND, mirror=mirror)
        high = rect.height / max(1, len(effects))
        edges = [
            box(
                Rect(edge.x, edge.y + at * high, _EDGE, high),
                TONES[one].line,
                radius=2,
                mirror=mirror,
            )
            for at, one in enumerate(effects)
        ]
        return [ground, *(edges or [box(edge, ink, radius=2, mirror=mirror)])]


def draw_tile(overlay: Overlay, sheet: Sheet, card: Card, width: float) -> OverlayTile:
    """Measure a touchpoint of a given width."""
    place = overlay.place(card.key)
    room = width - _EDGE - 2 * _PAD
    pieces = [flow(marks(sheet.chart, place), room, 8, 4), _moved(sheet, place, room)]
    if place.ghost:
        pieces.append(text_piece(card.title, room, _GONE, 3))
    else:
        kind = STRONG if place.mark else _CALM
        signs = star(12) if card.touchpoint.moment_of_truth else NOTHING
        title = text_piece(card.title, room - (signs.width + 6 if signs.width else 0), kind, 3)
        head = row([padded(signs, 0, 2, 0, 0), title], 6) if signs.width else title
        pieces += [head, _lived(sheet, card, room)]
    lines = told_lines(sheet.chart, _lines(place), room, _MOST)
    inside = stack([stack(pieces, 4), lines], 7)
    return OverlayTile(sheet, card, place, story(sheet, place), width, inside)


def story(sheet: Sheet, place: Place) -> str:
    """What became of a place, and all that is told there, in words."""
    chart = sheet.chart
    words = [place.mark, *effects_of(place.effect)]
    texts = [", ".join(chart.label(f"overlay-{word}") for word in words if word)]
    for one in place.told:
        sides = " → ".join(filter(None, (one.before, one.after)))
        texts.append(": ".join(filter(None, (one.about, one.part, sides, one.reason))))
    return "\n".join(filter(None, texts))


def _lines(place: Place) -> list[Told]:
    """What is worth a line: the marks say already that it came, went or moved."""
    return [one for one in place.told if one.effect != "neutral" or not is_said(one, place)]


def is_said(one: Told, place: Place) -> bool:
    """Whether the mark of a place tells a change already."""
    return one.is_whole and bool(place.mark)


def _moved(sheet: Sheet, place: Place, room: float) -> Piece:
    chart = sheet.chart
    if place.was:
        return text_piece(chart.label("overlay-from").format(stage=place.was), room, SMALL, 2)
    if place.now:
        return text_piece(chart.label("overlay-to").format(stage=place.now), room, SMALL, 2)
    return NOTHING


def _lived(sheet: Sheet, card: Card, room: float) -> Piece:
    """What it is short of, and what is felt there."""
    gap = card.gap
    faces = [mood_sign(one.mood.level, 15) for one in sheet.felt.get(card.key, [])[:_FACES]]
    felt = row(faces, 3)
    level = _level(sheet, gap, room - felt.width - 9)
    return row([level, felt], 9, align=0.5)


def _level(sheet: Sheet, gap: Gap, room: float) -> Piece:
    if gap.experience is None:
        return NOTHING
    text = difference_text(gap, gap.experience, sheet.chart.language)
    size = text_piece(text, room - 19, SMALL, 1)
    return row([padded(mark(gap.level, 12), 0, 2, 0, 0), size], 6)
