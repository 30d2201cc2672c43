"""The flow as a picture: every path from start to end, nothing lost, mirrored, always the same."""

import re
import xml.etree.ElementTree as ET
from pathlib import Path

import pytest

from jmap.loading import Loaded, load
from jmap.paint.theme import LIGHT
from jmap.pictures import picture
from jmap.views.undrawable import NothingToShow
from tests.unit.pictures.drawn import SPACE, Seen, seen
from tests.unit.pictures.maps import filled, journey, read, sized
from tests.unit.pictures.test_svg import everything, paths, shown, told

LOOP = """
stage s { touchpoint a "A"
touchpoint b "B" }
stage u { touchpoint c "C"
touchpoint d "D" }
path good "All well" { step a "Opens"
step b "Reads"
step c }
path bad negative "It breaks" { trigger "No parts"
step c
step a "Comes back"
step c }
"""


def looping() -> Seen:
    return seen("flow", journey(LOOP))


def starts(group: ET.Element) -> list[str]:
    """Where the lines of a path begin; each is drawn twice, the pale edge first."""
    lines = [one.get("d") or "" for one in group.iter(SPACE + "path") if one.get("stroke")]
    assert lines[::2] == lines[1::2]
    return lines[::2]


def test_every_step_is_a_line_and_one_with_a_text_is_two() -> None:
    found = looping()
    good, bad = (found.group(f"j.{name}") for name in ("good", "bad"))
    assert len(starts(good)) == 1 + 2 + 1
    assert len(starts(bad)) == 1 + 2 + 1


def test_only_what_leads_into_a_touchpoint_has_a_head() -> None:
    group = looping().group("j.bad")
    heads = [one for one in group.iter(SPACE + "path") if one.get("fill") != "none"]
    assert len(heads) == 3


def test_what_happens_on_a_step_is_read_in_the_flow_and_in_the_list() -> None:
    texts = looping().texts
    assert [texts.count(text) for text in ("Opens", "Reads", "Comes back")] == [2, 2, 2]
    assert texts.count("When things go wrong") == 2


def test_a_touchpoint_on_no_path_stands_apart() -> None:
    found = looping()
    assert "On no path" in found.texts
    assert found.group("j.u.d").find(SPACE + "title") is not None
    assert "On no path" not in seen("flow", journey("stage s { touchpoint a }")).texts


def test_the_story_walks_every_path_and_names_where_they_meet() -> None:
    found = looping()
    story = found.root.findtext(SPACE + "desc") or ""
    lines = re.sub("[\u2066-\u2069]", "", story).split("\n")
    assert lines.index("1. A: Opens") < lines.index("2. B: Reads") < lines.index("3. C")
    assert "2. back to A: Comes back" in lines
    assert "Paths part at: A" in lines
    assert "Paths meet at: C" in lines
    assert "On no path: D" in lines


def test_without_paths_one_grey_line_joins_what_is_written() -> None:
    found = seen("flow", journey("stage s { touchpoint a\ntouchpoint b\ntouchpoint c }"))
    (group,) = found.groups("path")
    assert len(starts(group)) == 2
    assert {one.get("stroke") for one in group.iter(SPACE + "path")} >= {LIGHT.outline}
    assert any("In the order written" in text for text in found.texts)


def test_right_to_left_flows_are_mirrored() -> None:
    loaded = sized(4, 3, "fa", paths=2)
    found = seen("flow", loaded)
    width = float(found.root.get("width") or 0)
    heads = [float(rects.get("x") or 0) for rects in _grounds(found)]
    assert heads == sorted(heads, reverse=True)
    assert max(heads) < width


def _grounds(found: Seen) -> list[ET.Element]:
    """The band of every stage."""
    return [group.findall(SPACE + "rect")[0] for group in found.groups("stage")]


@pytest.mark.parametrize("engine", ["embedded", "grid"])
def test_every_engine_draws_every_touchpoint_and_path(engine: str) -> None:
    loaded = sized(5, 4, paths=3)
    drawn = picture("flow", loaded.workspace, loaded.journeys, engine=engine)  # type: ignore[arg-type]
    found = Seen(ET.fromstring(drawn.document.to_bytes(LIGHT)))
    assert drawn.warnings == ()
    assert len(found.groups("touchpoint")) == len(list(loaded.journeys[0].touchpoints))
    assert len(found.groups("path")) == 3


@pytest.mark.parametrize("path", paths(), ids=lambda path: path.stem)
def test_nothing_of_the_examples_is_lost(path: Path) -> None:
    assert lost(load(path)) == []


@pytest.mark.parametrize("text", ["<b>&\u202e", "word " * 300, "سلام"])
def test_nothing_of_any_text_is_lost(text: str) -> None:
    assert lost(filled(text)) == []


def lost(loaded: Loaded) -> list[str]:
    whole = told(seen("flow", loaded).root)
    return [text for text in map(shown, everything(loaded)) if text not in whole]


def test_a_path_to_nowhere_and_a_step_that_stays_are_drawn() -> None:
    found = seen("flow", journey("stage s { touchpoint a }\npath p\npath q { step a\nstep a }"))
    assert len(starts(found.group("j.q"))) == 2
    assert found.group("j.p") is not None


def test_a_journey_without_touchpoints_has_no_flow() -> None:
    loaded = read('journey j "J" { stage s }')
    with pytest.raises(NothingToShow):
        picture("flow", loaded.workspace, loaded.journeys)
