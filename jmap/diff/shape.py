"""How the statement classes are made up: which fields hold parts, and which hold facts."""

from functools import cache
from typing import Any

from jmap.model.statement import BodyField, Statement, spec

OWN = frozenset({"id", "was"})
"""What a part is known by, and was: no facts."""


def lists_parts(line: BodyField) -> bool:
    """Whether a field holds statements with a block, rather than values."""
    return line.many and isinstance(line.item, type) and issubclass(line.item, Statement)


def part_lines(part: Any) -> tuple[BodyField, ...]:
    """The fields of a part that hold statements with a block."""
    kind: Any = type(part)
    return _part_lines(kind)


@cache
def _part_lines(kind: Any) -> tuple[BodyField, ...]:
    return tuple(line for line in spec(kind).lines if lists_parts(line))
