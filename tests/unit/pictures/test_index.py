"""The picture of all journeys: an order, a line each, what is known and what is not."""

import xml.etree.ElementTree as ET
from pathlib import Path

import pytest

from jmap.loading import Loaded, load
from jmap.locale import label
from jmap.renderers.svg import Svg
from tests.unit.pictures.maps import filled, read, sized

EXAMPLES = Path(__file__).parents[3] / "examples"
SPACE = "{http://www.w3.org/2000/svg}"
MARKS = dict.fromkeys(map(ord, "\u2066\u2067\u2068\u2069"))
TWO = """
team t "Billing"
persona p "Ann"
journey good "Good" {
  language LANG
  stage s { touchpoint x { current 4; desired 5; feel +1 }
  touchpoint y { feel -1 } }
}
journey bad "Bad" {
  language LANG
  owner t; for p; state current; status draft
  reviewed 2026-10-04 every 90d
  stage s "Stage" { touchpoint x "Queue" { current 9m; desired 3m; feel -2 "lost" } }
}
"""


def picture(loaded: Loaded) -> ET.Element:
    return ET.fromstring(Svg(view="index").render(loaded.workspace, loaded.journeys))


def two(language: str = "en") -> ET.Element:
    return picture(read(TWO.replace("LANG", language)))


def texts(root: ET.Element) -> list[str]:
    return ["".join(node.itertext()).translate(MARKS) for node in root.iter(f"{SPACE}text")]


def line(root: ET.Element, key: str) -> ET.Element:
    return next(node for node in root.iter(f"{SPACE}g") if node.get("id") == key)


def test_the_worst_journey_stands_first() -> None:
    found = texts(two())
    assert found.index("Bad") < found.index("Good")


def test_a_line_says_how_the_journey_is_doing() -> None:
    found = texts(line(two(), "bad"))
    for text in ("Ann", "Billing", "Queue", "Mean 33% · Minimum 33%", "2027-01-02"):
        assert text in found
    assert "−6 min · Stage" in found


def test_a_line_says_what_is_not_known() -> None:
    found = texts(line(picture(read("journey j")), "j"))
    keys = ("index-no-attainment", "index-no-gap", "index-no-owner", "index-no-review")
    assert {label(key, "en") for key in keys} <= set(found)


def test_a_line_is_told_in_full() -> None:
    told = line(two(), "bad").findtext(f"{SPACE}desc") or ""
    for text in ("Ann", "Billing", "Queue", "33%", "large gap 1", "2027-01-02", "lost"):
        assert text in told


def test_the_story_has_every_journey_in_order() -> None:
    story = two().findtext(f"{SPACE}desc") or ""
    assert story.index("Bad") < story.index("Good")


def test_days_and_numbers_are_those_of_the_language() -> None:
    found = " ".join(texts(two("fa")))
    assert "۱۲ دی ۱۴۰۵" in found
    assert "۳۳%" in found or "۳۳٪" in found
    assert label("index", "fa") in found


def test_right_to_left_the_columns_are_turned() -> None:
    def first(root: ET.Element) -> float:
        texts_ = line(root, "bad").iter(f"{SPACE}text")
        return float(str(next(texts_).get("x")))

    straight, turned = two(), two("fa")
    width = float(str(straight.get("width")))
    assert first(straight) + first(turned) == pytest.approx(width, abs=0.2)


def test_a_single_mood_is_a_dot_and_no_mood_is_nothing() -> None:
    root = two()
    assert len(list(line(root, "bad").iter(f"{SPACE}circle"))) > 0
    bare = line(picture(read('journey j "J" { stage s }')), "j")
    assert not list(bare.iter(f"{SPACE}circle"))


def test_all_examples_of_a_workspace_are_on_one_sheet() -> None:
    loaded = load(EXAMPLES / "parking-permit")
    ids = {node.get("id") for node in picture(loaded).iter()}
    assert {journey.id for journey in loaded.journeys} <= ids
    assert len(loaded.journeys) == 2


@pytest.mark.parametrize("text", ["w" * 10_000, "سلام " * 2_000, "</g><script/>"], ids=range(3))
def test_hostile_text_stays_text(text: str) -> None:
    root = picture(filled(text))
    assert f"{SPACE}script" not in {node.tag for node in root.iter()}
    assert float(str(root.get("height"))) < 1_000


def test_the_same_journeys_are_the_same_bytes() -> None:
    one, other = sized(3, 2, "fa"), sized(3, 2, "fa")
    assert Svg(view="index").render(one.workspace, one.journeys) == Svg(view="index").render(
        other.workspace, other.journeys
    )
