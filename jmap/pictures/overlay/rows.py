"""The rows below the curve of an overlay: what stands is calm, what changed has its marks, and what
is gone is told where it stood.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from jmap.paint.geometry import Point, Rect
from jmap.paint.markup import Markup, element, join
from jmap.paint.mirror import Mirror
from jmap.paint.piece import Piece, flow, row, shape, stack, text_piece
from jmap.paint.shapes import box
from jmap.paint.text import Type
from jmap.pictures.layout.model import Extent
from jmap.pictures.overlay.marked import Overlay
from jmap.pictures.overlay.signs import effect_badge, mark_sign
from jmap.pictures.overlay.told import Mark, Told
from jmap.pictures.style import BODY, EDGE, LABELS, SMALL, THEME, TITLE
from jmap.pictures.told import facts_text, more, named, quoted, spelled, worded
from jmap.views.difference import said_in_full
from jmap.views.grid import Card, Column, Map, Row, RowItem

WORDS = ("do", "think", "say", "need", "pain", "opportunity", "risk", "note")
_QUOTED = ("think", "say")
_ISOLATES = dict.fromkeys(map(ord, "\u2066\u2069"))
_PAD = 10.0
_MOST = 3
_CALM = Type(12, THEME.muted, leading=1.4)


@dataclass(frozen=True, slots=True)
class _Line:
    """An entry of a cell: a text, and what became of it."""

    text: str
    told: tuple[Told, ...]
    story: str

    @property
    def rank(self) -> int:
        """What weighs comes first, then what changed."""
        effects = {one.effect for one in self.told}
        return 0 if effects - {"neutral"} else 1 if self.told else 2


def overlay_rows(
    overlay: Overlay, columns: Sequence[Extent], width: float, words: Sequence[str]
) -> Iterator[Piece]:
    """The rows of some statements, in the order of the words."""
    for word in words:
        rows = [one for one in overlay.chart.rows if one.word == word]
        for made in rows or _gone_row(overlay, word):
            yield _row(overlay, made, columns, width)


def _gone_row(overlay: Overlay, word: str) -> list[Row]:
    """The row of a statement that nothing is left of."""
    lost = any(
        one.word == word for place in overlay.places.values() for one in place.told if not one.after
    )
    empty = tuple(() for _ in overlay.chart.columns)
    return [Row(word, spelled(overlay.chart, word), empty)] if lost else []


def _row(overlay: Overlay, found: Row, columns: Sequence[Extent], width: float) -> Piece:
    label = text_piece(found.label, LABELS - 24, TITLE, 4)
    cells = [
        _cell(overlay.chart, found.word, _lines(overlay, found, column, items), extent.length - 8)
        for column, items, extent in zip(overlay.chart.columns, found.cells, columns, strict=True)
    ]
    high = max(piece.height for piece in (label, *cells)) + 2 * _PAD + 18

    def draw(band: Rect, mirror: Mirror) -> Markup:
        parts = [*named(found.label, ""), box(band, THEME.sunken, radius=10, mirror=mirror)]
        parts.append(label.paint(Point(band.x + 14, band.y + _PAD + 8), mirror))
        for piece, one in zip(cells, columns, strict=True):
            if piece.height:
                place = Rect(band.x + one.start - 6, band.y + 8, one.length + 12, high - 16)
                parts.append(box(place, THEME.surface, outline=EDGE, radius=8, mirror=mirror))
                parts.append(piece.paint(Point(place.x + _PAD, place.y + _PAD), mirror))
        return element("g", join(parts), class_="row")

    return shape(width, high, draw)


def _lines(overlay: Overlay, found: Row, column: Column, items: Sequence[RowItem]) -> list[_Line]:
    keys = [column.key, *(card.key for card in _cards(overlay, column))]
    about = {
        key: [one for one in overlay.place(key).told if one.word == found.word] for key in keys
    }
    lines = [
        _line(overlay, item, about[item.card.key if item.card else column.key], found.word)
        for item in items
    ]
    lines += [
        _Line(_quoted(overlay, found.word, one.before), (one,), one.about)
        for key in keys
        for one in about[key]
        if one.before and not one.after and _is_entry(one)
    ]
    return sorted(lines, key=lambda line: line.rank)


def _cards(overlay: Overlay, column: Column) -> Iterator[Card]:
    return (card for card in overlay.chart.cards if card.stage is column.stage)


def _line(overlay: Overlay, item: RowItem, about: Sequence[Told], word: str) -> _Line:
    text, full = worded(item.fact), said_in_full(item.fact)
    found = tuple(
        one
        for one in about
        if (_is_entry(one) and one.after.translate(_ISOLATES) in (text, full))
        or (one.part and one.part == text)
    )
    return _Line(_quoted(overlay, word, text), found, facts_text([item.fact]))


def _is_entry(one: Told) -> bool:
    """Whether the entry itself came, went or changed, and not something said of it."""
    change = one.judged.change
    return not change.field or change.keyword in ("stage", "touchpoint")


def _quoted(overlay: Overlay, word: str, text: str) -> str:
    return quoted(overlay.chart, text) if word in _QUOTED else text


def _cell(chart: Map, word: str, lines: Sequence[_Line], width: float) -> Piece:
    shown = lines if len(lines) <= _MOST + 1 else lines[:_MOST]
    rest = text_piece(more(chart, len(lines) - len(shown)), width, SMALL, 1)
    return stack([*(_entry(chart, word, line, width) for line in shown), rest], 7)


def _entry(chart: Map, word: str, line: _Line, width: float) -> Piece:
    room = width - 19
    if not line.told:
        sign = shape(6, 17, _bullet)
        piece = row([sign, text_piece(line.text, width - 13, _CALM, 5)], 7)
    else:
        first = line.told[0]
        gone = not first.after and _is_entry(first)
        text = text_piece(line.text, room, _CALM if gone else BODY, 6)
        effects = dict.fromkeys(one.effect for one in line.told if one.effect != "neutral")
        badges = [effect_badge(chart, effect) for effect in effects]
        words = stack([text, flow([_word(chart, first), *badges], room, 8, 3)], 3)
        piece = row([mark_sign(_mark(first), 12), words], 7)

    def draw(at: Point, mirror: Mirror) -> Markup:
        names = named(spelled(chart, word), line.story)
        return element("g", join([*names, piece.paint(at, mirror)]))

    return Piece(piece.width, piece.height, draw)


def _word(chart: Map, one: Told) -> Piece:
    return text_piece(chart.label(f"overlay-{_mark(one)}"), 160, SMALL, 1)


def _mark(one: Told) -> Mark:
    """What became of the entry: it changed where something that is said of it came or went."""
    return one.mark if _is_entry(one) else "changed"


def _bullet(at: Rect, mirror: Mirror) -> Markup:
    dot = Rect(at.x, at.centre.y - 2.5, 5, 5)
    return box(dot, THEME.frame, radius=2.5, mirror=mirror)
