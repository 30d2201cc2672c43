"""The JSON form of a workspace: complete, the same bytes each time, and read back without loss.

A document says ``"jmap": 1`` first. Empty fields are left out; every other field stands in the
order of its class. ``jmap.model.schema`` describes it.
"""

import json
import re
from collections.abc import Iterator, Sequence
from dataclasses import MISSING, dataclass, fields, is_dataclass
from datetime import date
from math import isfinite
from typing import Any

from pydantic import BaseModel, ValidationError

from jmap import limits
from jmap.model.quantity import Percent
from jmap.model.workspace import Workspace

VERSION_KEY = "jmap"
_TOKEN = re.compile(r'"(?:[^"\\]|\\.)*+"|[\[\]{}]', re.DOTALL)
_MESSAGES = {"missing": "is missing", "extra_forbidden": "is not a field of this object"}


@dataclass(frozen=True, slots=True)
class JsonProblem:
    """Something wrong with a document: where inside it, such as ``journeys[0].title``, and what."""

    path: str
    message: str


class UnreadableJson(ValueError):
    """A document that is no workspace. ``problems`` says why, in the order of the document."""

    def __init__(self, *problems: JsonProblem) -> None:
        lines = (f"{item.path}: {item.message}" if item.path else item.message for item in problems)
        super().__init__("\n".join(lines))
        self.problems = problems


def write_json(workspace: Workspace) -> str:
    """The document of a workspace, indented by two, with a final line end."""
    document = {VERSION_KEY: Workspace.version, **_plain(workspace)}
    return json.dumps(document, ensure_ascii=False, allow_nan=False, indent=2) + "\n"


def read_json(content: bytes) -> Workspace:
    """The workspace of a document. Raises ``UnreadableJson`` for whatever is none."""
    document = _parsed(_decoded(content))
    version = document.pop(VERSION_KEY, None)
    if type(version) is not int or version != Workspace.version:
        raise UnreadableJson(JsonProblem(VERSION_KEY, f"must be {Workspace.version}"))
    try:
        return Workspace.model_validate_json(json.dumps(document, ensure_ascii=False), strict=True)
    except ValidationError as error:
        details = error.errors(include_url=False, include_context=False, include_input=False)
        raise UnreadableJson(*_invalid(details, document)) from None


def _plain(value: Any) -> Any:
    if isinstance(value, BaseModel):
        shape = type(value).model_fields
        found = ((name, getattr(value, name), shape[name].default) for name in shape)
        return {name: _plain(item) for name, item, default in found if item != default}
    if is_dataclass(value):
        return {name: _plain(item) for name, item in _said(value)}
    if isinstance(value, tuple):
        return [_plain(item) for item in value]
    return value.isoformat() if isinstance(value, date) else value


def _said(value: Any) -> Iterator[tuple[str, Any]]:
    for field in fields(value):
        item = getattr(value, field.name)
        # Its unit is what tells a percentage from a score.
        if field.default is MISSING or item != field.default or isinstance(value, Percent):
            yield field.name, item


def _decoded(content: bytes) -> str:
    if len(content) > limits.WORKSPACE_BYTES:
        raise UnreadableJson(JsonProblem("", f"is larger than {limits.WORKSPACE_BYTES:,} bytes"))
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise UnreadableJson(JsonProblem("", f"is not UTF-8 at byte {error.start}")) from None
    if _depth(text) > limits.NESTING:
        raise UnreadableJson(JsonProblem("", f"is nested deeper than {limits.NESTING} levels"))
    return text


def _depth(text: str) -> int:
    depth = deepest = 0
    for match in _TOKEN.finditer(text):
        if match[0] in "[{":
            depth += 1
            deepest = max(deepest, depth)
        elif match[0] in "]}":
            depth -= 1
    return deepest


@dataclass(frozen=True, slots=True)
class _Wrong:
    """Stands for a value that JSON or its readers do not allow."""

    message: str


def _parsed(text: str) -> dict[str, Any]:
    try:
        document = json.loads(
            text,
            object_pairs_hook=_object,
            parse_int=_whole,
            parse_float=_decimal,
            parse_constant=lambda name: _Wrong(f"{name} is not a number"),
        )
    except json.JSONDecodeError as error:
        where = f"line {error.lineno}, column {error.colno}"
        raise UnreadableJson(JsonProblem("", f"is not JSON: {error.msg} at {where}")) from None
    problems = tuple(_wrong(document, ""))[: limits.SHOWN]
    if problems:
        raise UnreadableJson(*problems)
    if not isinstance(document, dict):
        raise UnreadableJson(JsonProblem("", "must be an object"))
    return document


def _object(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found: dict[str, Any] = {}
    for key, value in pairs:
        found[key] = _Wrong("is given twice") if key in found else value
    return found


def _whole(text: str) -> int | _Wrong:
    if len(text.lstrip("-")) > limits.DIGITS:
        return _Wrong(f"has more than {limits.DIGITS} digits")
    return int(text)


def _decimal(text: str) -> float | _Wrong:
    number = float(text)
    return number if isfinite(number) else _Wrong("is too large a number")


def _wrong(value: Any, path: str) -> Iterator[JsonProblem]:
    if isinstance(value, _Wrong):
        yield JsonProblem(path, value.message)
    elif isinstance(value, dict):
        for key, item in value.items():
            yield from _wrong(key, path)
            yield from _wrong(item, _below(path, key))
    elif isinstance(value, list):
        for index, item in enumerate(value):
            yield from _wrong(item, _below(path, index))
    elif isinstance(value, str) and not _is_text(value):
        yield JsonProblem(path, "holds half a character (a lone surrogate)")


def _is_text(text: str) -> bool:
    return not any("\ud800" <= char <= "\udfff" for char in text) if not text.isascii() else True


def _below(path: str, step: str | int) -> str:
    if isinstance(step, int):
        return f"{path}[{step}]"
    name = step[: limits.MESSAGE].encode("utf-8", "replace").decode("utf-8")
    return f"{path}.{name}" if path else name


def _invalid(details: Sequence[Any], document: dict[str, Any]) -> list[JsonProblem]:
    """The problems, each place once: what fits none of several forms fails in each of them."""
    found: dict[str, JsonProblem] = {}
    for detail in details:
        problem = _problem(detail, document)
        found.setdefault(problem.path, problem)
    return list(found.values())[: limits.SHOWN]


def _problem(detail: Any, document: Any) -> JsonProblem:
    path, here = "", document
    for step in detail["loc"]:
        if _has(here, step):
            path, here = _below(path, step), here[step]
        elif detail["type"] == "missing" and step == detail["loc"][-1] and isinstance(here, dict):
            path = _below(path, step)
        else:
            # The name of one of several forms: which of them was meant, nobody knows.
            return JsonProblem(path, "fits none of the forms that may stand here")
    return JsonProblem(path, _MESSAGES.get(detail["type"]) or _lowered(detail["msg"]))


def _has(value: Any, step: str | int) -> bool:
    return (
        step in value
        if isinstance(value, dict)
        else isinstance(value, list) and step in range(len(value))
    )


def _lowered(message: str) -> str:
    return message[:1].lower() + message[1:]
