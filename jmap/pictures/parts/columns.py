"""Pieces in columns that are read downwards."""

from collections.abc import Sequence

from jmap.paint.piece import Piece, row, stack, widened

APART = 32.0
"""The room between two columns, px."""
BETWEEN = 16.0
"""The room between two pieces of a column, px."""


def columns(pieces: Sequence[Piece], width: float, count: int) -> Piece:
    """The pieces below each other, in columns `width` wide that are about equally high."""
    each = sum(piece.height + BETWEEN for piece in pieces) / count
    found: list[list[Piece]] = [[] for _ in range(count)]
    used = 0.0
    for piece in pieces:
        found[min(count - 1, int((used + piece.height / 2) // max(1.0, each)))].append(piece)
        used += piece.height + BETWEEN
    return row([widened(stack(column, BETWEEN), width) for column in found], APART)


def column_width(room: float, count: int) -> float:
    """How wide each of some columns is."""
    return (room - APART * (count - 1)) / count
