"""The facts of a part: each line that its source would have, and what it says."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from jmap.blame.address import Found
from jmap.diff.change import Address, Step
from jmap.diff.identity import keys_of
from jmap.diff.shape import lists_parts
from jmap.format.statements import head_line, statement_lines
from jmap.model.stage import Stage
from jmap.model.statement import BodyField, spec
from jmap.model.touchpoint import Touchpoint

_PLACES = (Stage, Touchpoint)
"""What has an address of its own and many facts: told of a stage or journey only when asked."""


@dataclass(frozen=True, slots=True, eq=False)
class Fact:
    """One thing that a part says."""

    address: Address
    """The part."""
    field: str
    """Of the part; empty for its own line, which is its title and what else stands there."""
    value: Any
    """One value of the field; none for the part's own line."""
    lines: tuple[str, ...]
    """As it would be written."""
    depth: int
    """How many blocks it stands in, from the part that was asked for."""


def facts_of(found: Found, language: str, *, everything: bool) -> Iterator[Fact]:
    """The facts of a part and of the parts within it, in the order of the statement classes.

    The stages and touchpoints of a journey or stage only where ``everything`` is asked for.
    """
    yield from _facts(found, language, 0, everything=everything)


def _facts(found: Found, language: str, depth: int, *, everything: bool) -> Iterator[Fact]:
    part = found.part
    yield Fact(found.address, "", None, (own_line(part, language),), depth)
    kind: Any = type(part)
    for field in spec(kind).lines:
        value = getattr(part, field.name)
        if not lists_parts(field):
            for one in value if field.many else () if value in (None, False) else (value,):
                lines = lines_of(field, one, language)
                yield Fact(found.address, field.name, one, lines, depth + 1)
        elif everything or field.item not in _PLACES:
            for key, one in zip(keys_of(value), value, strict=True):
                inner = Found((*found.address, Step(field.name, key)), one)
                yield from _facts(inner, language, depth + 1, everything=everything)


def own_line(part: Any, language: str) -> str:
    """The line of a part without its block, and without the id that it had."""
    if getattr(part, "was", None):
        part = part.model_copy(update={"was": None})
    field = BodyField("", part.keyword, True, False, type(part), "", "")
    return head_line(field, part, language)


def lines_of(field: BodyField, value: Any, language: str) -> tuple[str, ...]:
    """A value of a field as it would be written; nothing for none."""
    return () if value in (None, False) else tuple(statement_lines(field, value, language))
