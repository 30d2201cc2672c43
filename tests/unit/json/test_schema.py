"""The JSON Schema accepts what is written, refuses what is wrong, and explains every field."""

import json
import re
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from jsonschema import Draft202012Validator

from jmap.loading import load
from jmap.model.json_form import write_json
from jmap.model.schema import json_schema
from jmap.model.workspace import Workspace
from tests.unit.json.workspaces import workspaces

EXAMPLES = Path(__file__).parents[3] / "examples"
VALIDATOR = Draft202012Validator(json_schema())
TOUCHPOINT: dict[str, Any] = {"id": "a"}


def document(**touchpoint: object) -> dict[str, Any]:
    stage = {"id": "s", "touchpoints": [{**TOUCHPOINT, **touchpoint}]}
    return {"jmap": 1, "journeys": [{"id": "j", "stages": [stage]}]}


def test_it_is_a_schema() -> None:
    made = json_schema()
    Draft202012Validator.check_schema(made)

    assert made["$schema"] == "https://json-schema.org/draft/2020-12/schema"
    assert made["$id"] == "urn:jmap:workspace:1"
    assert json.dumps(made) == json.dumps(json_schema())


@pytest.mark.parametrize("path", sorted(EXAMPLES.iterdir()), ids=lambda path: path.name)
def test_examples_are_valid(path: Path) -> None:
    assert not list(VALIDATOR.iter_errors(json.loads(write_json(load(path).workspace))))


@settings(max_examples=40)
@given(workspaces)
def test_whatever_is_written_is_valid(workspace: Workspace) -> None:
    assert not list(VALIDATOR.iter_errors(json.loads(write_json(workspace))))


@pytest.mark.parametrize(
    "wrong",
    [
        {},
        {"jmap": 2},
        {"jmap": 1, "planets": []},
        {"jmap": 1, "journeys": [{}]},
        document(colour="red"),
        document(id="two words"),
        document(id="1st"),
        document(current=5),
        document(current={"value": "5"}),
        document(current={"value": 5, "unit": "parsec"}),
        document(kind="planet"),
        document(channel={"nom": "Phone"}),
        document(feel=[{"level": 3}]),
        document(action="not a list"),
    ],
)
def test_wrong_documents_are_refused(wrong: dict[str, Any]) -> None:
    assert not VALIDATOR.is_valid(wrong)


@pytest.mark.parametrize("id_", ["compare", "a-b", "مرحله", "می‌خواهد", "x_1"])
def test_ids_of_any_script_are_valid(id_: str) -> None:
    assert VALIDATOR.is_valid(document(id=id_))


def test_every_class_and_field_says_what_it_is() -> None:
    made = json_schema()

    assert all(kind["description"] for kind in made["$defs"].values())
    assert (
        made["$defs"]["Touchpoint"]["properties"]["current"]["description"]
        == "What customers get now"
    )
    assert "\\W" not in json.dumps(made)
    assert not re.search(r"Annotated|jmap\.model", json.dumps(made))
