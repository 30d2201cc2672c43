"""The JSON Schema of a workspace's JSON form, derived from the statement classes."""

from dataclasses import is_dataclass
from typing import Any

from jmap.model.json_form import VERSION_KEY
from jmap.model.quantity import Percent
from jmap.model.statement import spec
from jmap.model.vocabulary import specs
from jmap.model.workspace import Workspace

DIALECT = "https://json-schema.org/draft/2020-12/schema"
IDENTITY = f"urn:jmap:workspace:{Workspace.version}"

_ID_PATTERN = "^[^\\s\\x00-@\\[-\\^`{-\\x7f][^\\s\\x00-,./:-@\\[-\\^`{-\\x7f]*$"
"""An id in terms that all regular expressions share; on what a letter is, they disagree."""


def json_schema() -> dict[str, Any]:
    """The schema, JSON Schema 2020-12. The same each time, also in the order of its keys."""
    made = Workspace.model_json_schema()
    classes = {item.cls.__name__: item.cls for item in specs(Workspace)}
    kinds = made.pop("$defs")
    for name in sorted(kinds):
        _describe(kinds[name], classes.get(name))
    _describe(made, Workspace)
    version = {"const": Workspace.version, "description": "The version of this form"}
    return {
        "$schema": DIALECT,
        "$id": IDENTITY,
        "title": made["title"],
        "description": made["description"],
        "type": "object",
        "properties": {VERSION_KEY: version, **made["properties"]},
        "required": [VERSION_KEY],
        "additionalProperties": False,
        "$defs": {name: kinds[name] for name in sorted(kinds)},
    }


def _describe(kind: dict[str, Any], cls: Any) -> None:
    """Completes the schema of a class in place: descriptions, closed objects, portable patterns."""
    kind["description"] = " ".join(kind["description"].replace("``", "`").split())
    kind["additionalProperties"] = False
    about = _about(cls)
    for name, field in kind.get("properties", {}).items():
        field.pop("title", None)
        field.pop("default", None)
        _make_portable(field)
        if about.get(name):
            kind["properties"][name] = {"description": about[name], **field}
    if kind["title"] == Percent.__name__:
        # Without its unit it would be a score.
        kind["required"] = list(kind["properties"])


def _about(cls: Any) -> dict[str, str]:
    if cls is None:
        return {}
    shape = spec(cls)
    found = {head.name: head.about for head in shape.heads}
    found |= {field.name: field.about for field in shape.body.values()}
    if shape.extras is not None and not is_dataclass(cls):
        found[shape.extras.name] = shape.extras.about
    return found


def _make_portable(schema: Any) -> None:
    if isinstance(schema, list):
        for item in schema:
            _make_portable(item)
    elif isinstance(schema, dict):
        if "\\W" in str(schema.get("pattern", "")):
            schema["pattern"] = _ID_PATTERN
        for item in list(schema.values()):
            _make_portable(item)
