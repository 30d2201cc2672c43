"""A summary comes back from JSON as it was, and from nothing else."""

import json
from pathlib import Path

import pytest

from jmap.loading import load
from jmap.site.summarise import own_journeys, summary_of
from jmap.site.summary import Summary, read_summary, write_summary
from jmap.views.grid import journey_map
from tests.unit.site.conftest import MOVE, PEOPLE

EXAMPLES = Path(__file__).parents[3] / "examples"
FILES = sorted(EXAMPLES.rglob("*.jmap"))


def summary(path: Path) -> Summary:
    loaded = load(path)
    assert loaded.ok
    maps = tuple(journey_map(loaded.workspace, journey) for journey in own_journeys(loaded))
    return summary_of(loaded, maps)


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.relative_to(EXAMPLES).as_posix())
def test_it_comes_back(path: Path) -> None:
    made = summary(path)
    content = write_summary(made)

    assert read_summary(content) == made
    assert b"\n" not in content


def test_it_holds_its_own_file_only(tmp_path: Path) -> None:
    (tmp_path / "people.jmap").write_text(PEOPLE)
    (tmp_path / "move.jmap").write_text(MOVE)
    made = summary(tmp_path / "move.jmap")

    assert [item.kind for item in made.declared] == ["journey"]
    assert [line.id for line in made.journeys] == ["move"]
    assert summary(tmp_path / "people.jmap").journeys == ()


@pytest.mark.parametrize(
    "broken", ["", "null", "[]", "{}", '{"declared":[],"journeys":[{}]}', "\ud800", "1e999"]
)
def test_anything_else_is_none(broken: str) -> None:
    assert read_summary(broken.encode("utf-8", "surrogatepass")) is None


def test_a_value_of_another_type_is_none(tmp_path: Path) -> None:
    (tmp_path / "people.jmap").write_text(PEOPLE)
    (tmp_path / "move.jmap").write_text(MOVE)
    told = json.loads(write_summary(summary(tmp_path / "move.jmap")))
    for name, wrong in (("mean", "0.5"), ("title", 7), ("gaps", {}), ("owner", "web")):
        changed = json.loads(json.dumps(told))
        changed["journeys"][0][name] = wrong
        assert read_summary(json.dumps(changed).encode()) is None, name
