"""A workspace goes to JSON and back without loss, and what is no workspace is refused in words."""

import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from jmap.loading import load, load_text
from jmap.model.json_form import JsonProblem, UnreadableJson, read_json, write_json
from jmap.model.workspace import Workspace
from jmap.renderers.json import Json
from tests.unit.json.workspaces import workspaces

EXAMPLES = Path(__file__).parents[3] / "examples"
SMALL = """
persona dana "Dana"
journey net "Ordering" {
  for dana
  stage choose {
    touchpoint compare on "Phone" "Comparison" {
      current 62%
      desired 5
      takes 1d..3d
    }
  }
}
"""


def document(**changes: Any) -> dict[str, Any]:
    made: dict[str, Any] = json.loads(write_json(load_text(SMALL).workspace))
    return {**made, **changes}


def refusal(content: bytes) -> list[JsonProblem] | None:
    """Why a document is refused; none where it is read."""
    try:
        read_json(content)
    except UnreadableJson as error:
        return list(error.problems)
    return None


def problems(content: bytes | str) -> list[JsonProblem]:
    with pytest.raises(UnreadableJson) as caught:
        read_json(content.encode() if isinstance(content, str) else content)
    return list(caught.value.problems)


@settings(max_examples=60)
@given(workspaces)
def test_json_and_back_is_the_same(workspace: Workspace) -> None:
    written = write_json(workspace)

    assert read_json(written.encode("utf-8")) == workspace
    assert write_json(read_json(written.encode("utf-8"))) == written


@pytest.mark.parametrize("path", sorted(EXAMPLES.iterdir()), ids=lambda path: path.name)
def test_examples_come_back(path: Path) -> None:
    workspace = load(path).workspace

    assert workspace.journeys
    assert read_json(Json().render(workspace, workspace.journeys)) == workspace


def test_the_form_is_short_and_in_order() -> None:
    made = document()
    touchpoint = made["journeys"][0]["stages"][0]["touchpoints"][0]

    assert list(made) == ["jmap", "personas", "journeys"]
    assert touchpoint["channel"] == {"name": "Phone"}
    assert touchpoint["current"] == {"value": 62, "unit": "%"}
    assert touchpoint["desired"] == {"value": 5}
    assert touchpoint["takes"] == [
        {"time": {"low": {"value": 1, "unit": "d"}, "high": {"value": 3, "unit": "d"}}}
    ]
    assert "owner" not in touchpoint


def test_only_the_chosen_journeys_are_written() -> None:
    workspace = load_text(SMALL + 'journey other "Other" { state future }').workspace
    made = json.loads(Json().render(workspace, workspace.journeys[1:]))

    assert [journey["id"] for journey in made["journeys"]] == ["other"]
    assert [persona["id"] for persona in made["personas"]] == ["dana"]


@pytest.mark.parametrize(
    ("content", "path", "message"),
    [
        (b"\xff{}", "", "is not UTF-8 at byte 0"),
        (b"", "", "is not JSON"),
        (b"{", "", "is not JSON"),
        (b"[]", "", "must be an object"),
        (b"NaN", "", "NaN is not a number"),
        (b"{}", "jmap", "must be 1"),
        (b'{"jmap": true}', "jmap", "must be 1"),
        (b'{"jmap": 2}', "jmap", "must be 1"),
        (b"[" * 100_000, "", "is nested deeper"),
        (b'{"jmap": 1, "a": ' + b"[" * 70 + b"]" * 70 + b"}", "", "is nested deeper"),
        (b'{"jmap": 1, "jmap": 1}', "jmap", "is given twice"),
        (b'{"jmap": 1, "teams": [{"id": "a", "id": "b"}]}', "teams[0].id", "is given twice"),
        (b'{"jmap": 1, "teams": [{"id": NaN}]}', "teams[0].id", "NaN is not a number"),
        (b'{"jmap": 1e999}', "jmap", "is too large a number"),
        (b'{"jmap": ' + b"9" * 9999 + b"}", "jmap", "has more than 15 digits"),
        (b'{"jmap": 1, "teams": [{"id": "a", "title": "\\ud800"}]}', "teams[0].title", "half"),
        (b'{"jmap": 1, "\\ud800": 1}', "", "half a character"),
        (b'{"jmap": 1, "teams": {}}', "teams", "valid array"),
        (b'{"jmap": 1, "teams": [{}]}', "teams[0].id", "is missing"),
        (b'{"jmap": 1, "teams": [{"id": "a b"}]}', "teams[0].id", "pattern"),
        (b'{"jmap": 1, "teams": [{"id": "a", "size": 3}]}', "teams[0].size", "is not a field"),
        (b'{"jmap": 1, "teams": [{"id": 5}]}', "teams[0].id", "valid string"),
    ],
)  # fmt: skip
def test_what_is_no_workspace_is_refused(content: bytes, path: str, message: str) -> None:
    (problem,) = problems(content)

    assert problem.path == path
    assert message in problem.message


@pytest.mark.parametrize(
    "wrong", ["five", {"value": "5"}, {"value": 5, "unit": "parsec"}, 5, [], {"value": 1, "x": 2}]
)
def test_a_wrong_quantity_is_one_problem(wrong: object) -> None:
    made = document()
    made["journeys"][0]["stages"][0]["touchpoints"][0]["current"] = wrong
    (problem,) = problems(json.dumps(made))

    assert problem.path.startswith("journeys[0].stages[0].touchpoints[0].current")


def test_all_problems_are_told() -> None:
    made = document(teams=[{}, {"id": "a", "kind": "planet"}])

    assert [problem.path for problem in problems(json.dumps(made))] == [
        "teams[0].id",
        "teams[1].kind",
    ]


def test_a_byte_order_mark_is_no_problem() -> None:
    assert read_json(b'\xef\xbb\xbf{"jmap": 1}') == Workspace()


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=5),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(st.sampled_from(["jmap", "journeys", "id", "title"]), inner)
    ),
    max_leaves=12,
)


@given(st.binary(max_size=40) | JSON.map(lambda value: json.dumps(value).encode()))
def test_nothing_else_is_ever_raised(content: bytes) -> None:
    assert refusal(content) != []


@given(st.data())
def test_a_document_with_one_value_swapped_is_read_or_refused(data: st.DataObject) -> None:
    made = document()
    node: Any = made
    while True:
        keys = list(node) if isinstance(node, dict) else list(range(len(node)))
        key = data.draw(st.sampled_from(keys))
        if not isinstance(node[key], dict | list) or not node[key] or data.draw(st.booleans()):
            break
        node = node[key]
    node[key] = data.draw(JSON)
    assert refusal(json.dumps(made).encode()) != []
