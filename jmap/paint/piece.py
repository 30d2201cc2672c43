"""Measured pieces of a drawing: each knows its size before it has a place, so that boxes are made
to fit what they hold.
"""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from itertools import accumulate

from jmap.paint.geometry import Point, Rect
from jmap.paint.markup import EMPTY, Markup, join
from jmap.paint.mirror import Mirror
from jmap.paint.shapes import Pen, box
from jmap.paint.text import Type, block
from jmap.paint.wrap import ELLIPSIS, Lines

Paint = Callable[[Point, Mirror], Markup]
_WORTH_READING = 64


@dataclass(frozen=True, slots=True)
class Piece:
    """Something `width` by `height` px that `paint` draws with its upper corner at a point, where
    reading begins.
    """

    width: float
    height: float
    paint: Paint


def _nothing(_at: Point, _mirror: Mirror) -> Markup:
    return EMPTY


NOTHING = Piece(0.0, 0.0, _nothing)


def space(width: float, height: float) -> Piece:
    """Room that stays free."""
    return Piece(width, height, _nothing)


def shape(width: float, height: float, paint: Callable[[Rect, Mirror], Markup]) -> Piece:
    """A piece that is drawn into its rectangle."""

    def draw(at: Point, mirror: Mirror) -> Markup:
        return paint(Rect(at.x, at.y, width, height), mirror)

    return Piece(width, height, draw)


def fitted(text: str, width: float, kind: Type, max_lines: int | None = None) -> Lines:
    """The text wrapped; of one far longer than the lines hold only the head is looked at."""
    if max_lines is None:
        return kind.wrap(text, width)
    most = int(max_lines * width / kind.size * 4) + _WORTH_READING
    if len(text) > most:
        text = text[:most] + ELLIPSIS
    return kind.wrap(text, width, max_lines)


def text_piece(text: str, width: float, kind: Type, max_lines: int | None = None) -> Piece:
    """A wrapped text, as wide as its widest line; nothing for a text of white space."""
    if not text.strip():
        return NOTHING
    lines = fitted(text.strip(), width, kind, max_lines)

    def draw(at: Point, mirror: Mirror) -> Markup:
        return block(lines, at, kind, mirror=mirror)

    return Piece(lines.width, kind.height(lines), draw)


def centred_text(text: str, width: float, kind: Type, max_lines: int | None = None) -> Piece:
    """A wrapped text whose lines stand in the middle of `width`."""
    lines = fitted(text.strip(), width, kind, max_lines)

    def draw(at: Point, mirror: Mirror) -> Markup:
        return block(lines, Point(at.x + width / 2, at.y), kind, anchor="middle", mirror=mirror)

    return Piece(width, kind.height(lines), draw)


def listed(texts: Iterable[str], width: float, kind: Type, max_lines: int = 2) -> Piece:
    """Short texts with dots between them; a line ends between two of them where it can, and its dot
    goes. `max_lines` bounds each text.
    """
    lines: list[str] = []
    for text in filter(None, texts):
        joined = f"{lines[-1]} · {text}" if lines else ""
        if joined and len(joined) < _WORTH_READING * 4 and _is_one_line(joined, width, kind):
            lines[-1] = joined
        else:
            lines.append(text)
    return stack(text_piece(line, width, kind, max_lines) for line in lines)


def _is_one_line(text: str, width: float, kind: Type) -> bool:
    return len(kind.wrap(text, width).lines) == 1


def stack(pieces: Iterable[Piece], gap: float = 0.0) -> Piece:
    """The pieces below each other; those without height leave no gap."""
    kept = [piece for piece in pieces if piece.height > 0]
    if len(kept) < 2:
        return kept[0] if kept else NOTHING
    tops = list(accumulate((piece.height + gap for piece in kept), initial=0.0))

    def draw(at: Point, mirror: Mirror) -> Markup:
        return join(
            piece.paint(Point(at.x, at.y + top), mirror)
            for piece, top in zip(kept, tops, strict=False)
        )

    return Piece(max(piece.width for piece in kept), tops[-1] - gap, draw)


def row(pieces: Iterable[Piece], gap: float = 0.0, *, align: float = 0.0) -> Piece:
    """The pieces beside each other; `align` is 0 for level tops, 0.5 for level middles."""
    kept = [piece for piece in pieces if piece.width > 0]
    if len(kept) < 2:
        return kept[0] if kept else NOTHING
    high = max(piece.height for piece in kept)
    lefts = list(accumulate((piece.width + gap for piece in kept), initial=0.0))

    def draw(at: Point, mirror: Mirror) -> Markup:
        return join(
            piece.paint(Point(at.x + left, at.y + (high - piece.height) * align), mirror)
            for piece, left in zip(kept, lefts, strict=False)
        )

    return Piece(lefts[-1] - gap, high, draw)


def flow(pieces: Sequence[Piece], width: float, gap: float, line_gap: float) -> Piece:
    """The pieces in rows, as words in a paragraph."""
    rows: list[list[Piece]] = [[]]
    used = 0.0
    for piece in pieces:
        if rows[-1] and used + piece.width > width:
            rows.append([])
            used = 0.0
        rows[-1].append(piece)
        used += piece.width + gap
    return stack((row(pieces, gap, align=0.5) for pieces in rows), line_gap)


def padded(piece: Piece, left: float, top: float, right: float, bottom: float) -> Piece:
    """The piece with room around it."""

    def draw(at: Point, mirror: Mirror) -> Markup:
        return piece.paint(Point(at.x + left, at.y + top), mirror)

    return Piece(piece.width + left + right, piece.height + top + bottom, draw)


def widened(piece: Piece, width: float) -> Piece:
    """The piece in a place `width` wide."""
    return Piece(max(width, piece.width), piece.height, piece.paint)


def panel(
    piece: Piece, size: Rect, fill: str, *, outline: Pen | None = None, radius: float = 8.0
) -> Piece:
    """The piece on a box: `size` gives its width and height, and its x and y how far in the piece
    stands.
    """

    def draw(at: Point, mirror: Mirror) -> Markup:
        ground = Rect(at.x, at.y, size.width, size.height)
        inner = piece.paint(Point(at.x + size.x, at.y + size.y), mirror)
        return box(ground, fill, outline=outline, radius=radius, mirror=mirror) + inner

    return Piece(size.width, size.height, draw)
