"""The picture of a service blueprint: rows and lines in order, nothing lost, mirrored."""

import re
import xml.etree.ElementTree as ET
from collections.abc import Iterator
from pathlib import Path

import pytest

from jmap.loading import Loaded, load
from jmap.locale import label
from jmap.paint.characters import visible
from jmap.renderers.svg import Svg
from jmap.views.blueprint import BANDS, LINES, service_blueprint
from jmap.views.facts import Fact
from jmap.views.grid import journey_map
from jmap.views.undrawable import NothingToShow
from tests.unit.pictures.maps import filled, journey, read, sized

EXAMPLES = Path(__file__).parents[3] / "examples"
SPACE = "{http://www.w3.org/2000/svg}"
MARKS = dict.fromkeys(map(ord, "\u2066\u2067\u2068\u2069"))
JOURNEYS = [path for path in sorted(EXAMPLES.rglob("*.jmap")) if load(path).journeys]
FULL = """
system crm "Customer records"
persona p "Ann"
channel w "Website"
"""
BODY = """
for p
stage a "First" {
  story "The whole stage"
  takes 2d
  touchpoint x on w "One" {
    do as p "Calls"; action "Answer"; skill "Listening"; takes 5m
    backstage crm "Finds her"; support "Hosting" "Runs it"
    pain "Too slow"; risk "May break"; current 9m; desired 2m
  }
  touchpoint y "Two"
}
stage b "Second"
stage c "Third" { touchpoint z "Three" { status planned; takes 1h } }
"""


def drawn(loaded: Loaded) -> bytes:
    return Svg(view="blueprint").render(loaded.workspace, loaded.journeys)


def picture(loaded: Loaded) -> ET.Element:
    return ET.fromstring(drawn(loaded))


def named(root: ET.Element, title: str) -> ET.Element:
    """The group of a title."""
    return next(node for node in root.iter(f"{SPACE}g") if node.findtext(f"{SPACE}title") == title)


def texts(root: ET.Element) -> list[str]:
    """What is drawn, in the order of the document."""
    return ["".join(node.itertext()).translate(MARKS) for node in root.iter(f"{SPACE}text")]


def told(root: ET.Element) -> str:
    found = [text for node in root.iter() for text in (node.text, node.tail) if text]
    return "\n".join(found).translate(MARKS)


def said(facts: tuple[Fact, ...]) -> Iterator[str]:
    for fact in facts:
        yield from fact.texts


def everything(loaded: Loaded) -> Iterator[str]:
    for one in loaded.journeys:
        if service_blueprint(loaded.workspace, journey_map(loaded.workspace, one)).is_empty:
            continue
        chart = journey_map(loaded.workspace, one)
        yield chart.title
        yield from said(chart.facts)
        for group in (chart.personas, chart.columns, chart.cards, chart.routes):
            for part in group:
                yield part.title
                yield from said(part.facts)


@pytest.mark.parametrize("language", ["en", "fa"])
def test_rows_and_the_lines_between_them_are_read_in_their_order(language: str) -> None:
    found = texts(picture(journey(f"language {language}\n{BODY}", FULL)))
    keys = [key for band in BANDS for key in (LINES.get(band), f"blueprint-{band}") if key]
    wanted = [label(key, language) for key in [*keys, "blueprint-time"]]
    assert [text for text in found if text in wanted] == wanted


def test_a_row_in_which_nothing_is_written_says_so() -> None:
    body = 'stage s { touchpoint t "T" { do "Waits" } }'
    assert texts(picture(journey(body))).count(label("blueprint-empty", "en")) == 3
    assert label("blueprint-empty", "en") not in texts(picture(journey(BODY, FULL)))


def test_a_stage_without_touchpoints_keeps_its_column() -> None:
    root = picture(journey(BODY, FULL))
    assert "Second" in texts(root)
    assert texts(root).count(label("blueprint-no-touchpoint", "en")) == 1


def test_what_stands_below_each_other_belongs_together() -> None:
    root = picture(journey(BODY, FULL))
    ids = ("j.a.x.customer", "j.a.x", "j.a.x.backstage", "j.a.x.support")
    boxes = [box(root, one) for one in ids]
    assert len({float(str(one.get("x"))) for one in boxes}) == 1
    tops = [float(str(one.get("y"))) for one in boxes]
    assert tops == sorted(set(tops))


def test_lines_join_what_stands_below_each_other() -> None:
    root = picture(journey(BODY, FULL))
    links = [node for node in root.iter(f"{SPACE}g") if node.get("class") == "link"]
    # x: three; y: the stage's own actions; z: none; and the time line.
    assert len(links) == 3 + 1 + 1


def test_times_stand_in_a_row_only_where_there_are_any() -> None:
    name = label("blueprint-time", "en")
    assert name in texts(picture(journey(BODY, FULL)))
    assert name not in texts(picture(journey("stage s { touchpoint t }")))


def test_a_time_that_is_a_wait_is_said_once() -> None:
    found = texts(picture(journey("stage s { touchpoint t { takes 9h; current 9h; desired 2h } }")))
    assert found.count("9 h") == 1


def test_the_legend_explains_the_signs_that_occur() -> None:
    found = texts(picture(journey(BODY, FULL)))
    assert {label(key, "en") for key in ("fail-point", "may-fail", "wait")} <= set(found)
    bare = texts(picture(journey("stage s { touchpoint t }")))
    assert label("legend", "en") not in bare


@pytest.mark.parametrize("path", JOURNEYS, ids=lambda path: path.stem)
def test_ids_are_unique_and_address_the_model(path: Path) -> None:
    loaded = load(path)
    ids = [node.get("id") for node in picture(loaded).iter() if node.get("id")]
    assert len(ids) == len(set(ids))
    for one in loaded.journeys:
        keys = {card.key for card in journey_map(loaded.workspace, one).cards}
        assert keys <= set(ids)


@pytest.mark.parametrize("path", JOURNEYS, ids=lambda path: path.stem)
def test_nothing_of_the_examples_is_lost(path: Path) -> None:
    loaded = load(path)
    whole = told(picture(loaded))
    wanted = (visible(text.translate(MARKS)) for text in everything(loaded))
    assert [text for text in wanted if text not in whole] == []


def test_the_story_goes_touchpoint_by_touchpoint() -> None:
    story = picture(journey(BODY, FULL)).findtext(f"{SPACE}desc") or ""
    wanted = ["Ann", "First", "The whole stage", "One", "Ann: Calls", "Answer"]
    wanted += ["Customer records: Finds her", "Hosting: Runs it", "5 min", "Two", "Second", "Three"]
    places = [story.index(text) for text in wanted]
    assert places == sorted(places)


def box(root: ET.Element, key: str) -> ET.Element:
    group = next(node for node in root.iter(f"{SPACE}g") if node.get("id") == key)
    return next(group.iter(f"{SPACE}rect"))


def test_right_to_left_blueprints_are_mirrored() -> None:
    keys = ["j.a.x", "j.a.y", "j.c.z"]
    straight, turned = (
        [float(str(box(root, key).get("x"))) for key in keys]
        for root in (
            picture(journey(f"language {language}\n{BODY}", FULL)) for language in ("en", "fa")
        )
    )
    assert straight == sorted(straight)
    assert turned == sorted(turned, reverse=True)
    assert len({round(one + other, 1) for one, other in zip(straight, turned, strict=True)}) == 1


def test_the_same_journey_is_the_same_bytes() -> None:
    assert drawn(sized(5, 4, "fa")) == drawn(sized(5, 4, "fa"))


def test_a_journey_without_touchpoints_is_left_out() -> None:
    two = read('journey a "A" { stage s }\njourney b "B" { stage s { touchpoint t } }')
    ids = {node.get("id") for node in picture(two).iter()}
    assert "b" in ids
    assert "a" not in ids
    with pytest.raises(NothingToShow):
        drawn(journey('stage s "S"'))


@pytest.mark.parametrize(
    "text",
    [
        "</style><script>alert(1)</script>",
        '" onload="alert(1)',
        "\x0b\x1b[31m red",
        "\u202eabc\u2066 open",
        "w" * 10_000,
        "سلام " * 2_000,
        "a\u0301" * 5_000,
    ],
    ids=range(7),
)
def test_hostile_text_stays_text(text: str) -> None:
    source = drawn(filled(text))
    root = ET.fromstring(source)
    assert not [key for node in root.iter() for key in node.attrib if key.startswith("on")]
    assert f"{SPACE}script" not in {node.tag for node in root.iter()}
    assert visible(text) in told(root) or " ".join(visible(text).split()) in told(root)


def test_no_text_is_smaller_than_eleven_px() -> None:
    sizes = re.findall(rb'font-size="([\d.]+)"', drawn(sized(3, 2)))
    assert sizes
    assert min(map(float, sizes)) >= 11
