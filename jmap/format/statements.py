"""Source of statements from the model: written anew, where there is no text to keep."""

from collections.abc import Iterator
from typing import Any

from jmap.format.lines import INDENT, head_text, value_text
from jmap.model.statement import BodyField, Statement, spec


def statement_lines(
    field: BodyField, item: Any, language: str = "en", indent: str = ""
) -> Iterator[str]:
    """The lines of one statement, its block included."""
    if not isinstance(field.item, type):
        yield indent + value_text(field, item, language, indent)
        return
    head = indent + head_line(field, item, language, indent)
    body = list(body_lines(item, language, indent + INDENT)) if isinstance(item, Statement) else []
    yield head + " {" if body else head
    if body:
        yield from body
        yield indent + "}"


def head_line(field: BodyField, item: Any, language: str = "en", indent: str = "") -> str:
    """A statement without its block."""
    values = {head.name: getattr(item, head.name) for head in spec(field.item).heads}
    return head_text(field, values, language, indent)


def body_lines(statement: Statement, language: str = "en", indent: str = "") -> Iterator[str]:
    """What stands in the block of a statement."""
    kind: Any = type(statement)
    shape = spec(kind)
    for field in shape.lines:
        value = getattr(statement, field.name)
        items = value if field.many else () if value in (None, False) else (value,)
        for item in items:
            yield from statement_lines(field, item, language, indent)
