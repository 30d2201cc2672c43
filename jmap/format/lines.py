"""One statement's line, written from its values: keyword, ids, introduced values, free text
last.
"""

from collections.abc import Iterable
from typing import Any

from jmap.model.forms import Form
from jmap.model.statement import BodyField, HeadField, spec
from jmap.resolve.heads import ordered
from jmap.syntax.words import words

INDENT = "  "


def keyword_text(field: BodyField, language: str, name: str = "") -> str:
    """The keyword of a field in a language; the word of an ``x-…`` line is its own."""
    if field.word == "x-":
        return name
    return words().spelled("statements", field.word, language)


def head_text(field: BodyField, values: dict[str, Any], language: str, indent: str) -> str:
    """The line of a compound statement, from the values of its head fields by name."""
    keyword = keyword_text(field, language, values.get("name", ""))
    parts = [keyword]
    for head in ordered(spec(field.item).heads):
        value = values.get(head.name)
        if value is None or value is False:
            continue
        if field.word == "x-" and head.name == "name":
            continue
        parts += _head_parts(head, value, language, indent)
    return " ".join(parts)


def value_text(field: BodyField, value: Any, language: str, indent: str) -> str:
    """The line of a statement with one value, or of a bare keyword."""
    keyword = keyword_text(field, language)
    if field.item is None:
        return keyword
    return f"{keyword} {field.item.write(value, language, indent + INDENT)}"


def _head_parts(head: HeadField, value: Any, language: str, indent: str) -> Iterable[str]:
    if head.word:
        yield words().spelled("words", head.word, language)
    if isinstance(head.form, Form):
        yield head.form.write(value, language, indent + INDENT)
