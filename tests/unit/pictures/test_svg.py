"""The picture of a journey: well-formed, complete, mirrored, and always the same."""

import re
import xml.etree.ElementTree as ET
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from jmap import pictures
from jmap.loading import Loaded, load
from jmap.paint.characters import visible
from jmap.renderers import renderer
from jmap.renderers.svg import Svg
from jmap.views.facts import Fact
from jmap.views.grid import journey_map
from jmap.views.undrawable import DrawingWarning
from tests.unit.html.everything import Everything
from tests.unit.pictures.maps import WORDS, filled, journey, read, sized

EXAMPLES = Path(__file__).parents[3] / "examples"
SPACE = "{http://www.w3.org/2000/svg}"
ALLOWED = {"svg", "title", "desc", "style", "g", "rect", "path", "circle", "text", "tspan"}
# NUL is the one character that no source can say.
CHARACTERS = st.characters(exclude_characters="\x00", codec="utf-8")
SHAPES = [(1, 1), (3, 1), (5, 4), (9, 7), (2, 0)]
MARKS = dict.fromkeys(map(ord, "\u2066\u2067\u2068\u2069"))


def picture(loaded: Loaded, engine: str = "embedded") -> ET.Element:
    return ET.fromstring(renderer("svg", engine=engine).render(loaded.workspace, loaded.journeys))


def tagged(root: ET.Element, name: str) -> Iterator[ET.Element]:
    return root.iter(SPACE + name)


def told(root: ET.Element) -> str:
    """Everything a reader, a pointer or a screen reader can get at."""
    texts = [text for node in root.iter() for text in (node.text, node.tail) if text]
    return "\n".join(texts).translate(MARKS)


def texts(facts: tuple[Fact, ...]) -> Iterator[str]:
    for fact in facts:
        yield from fact.texts


def everything(loaded: Loaded) -> Iterator[str]:
    """Every text that the views find in the journeys of a workspace."""
    for one in loaded.journeys:
        chart = journey_map(loaded.workspace, one)
        yield chart.title
        yield from texts(chart.facts)
        for group in (chart.personas, chart.columns, chart.lanes, chart.cards, chart.routes):
            for part in group:
                yield part.title
                yield from texts(part.facts)
        for route in chart.routes:
            yield from (text for step in route.steps for text in (step.title, step.text))
        yield from (cell.skip or "" for row in chart.cells for cell in row)


def shown(text: str) -> str:
    """A text as a reader of XML gets it."""
    return visible(text).translate(MARKS).replace("\r\n", "\n").replace("\r", "\n")


def missing(loaded: Loaded) -> list[str]:
    whole = told(picture(loaded))
    wanted = (shown(text) for text in everything(loaded))
    return [text for text in wanted if text not in whole]


def paths() -> list[Path]:
    found = [path for path in sorted(EXAMPLES.rglob("*.jmap")) if load(path).journeys]
    assert len(found) > 3
    return found


@pytest.mark.parametrize("path", paths(), ids=lambda path: path.stem)
def test_nothing_of_the_examples_is_lost(path: Path) -> None:
    assert missing(load(path)) == []


@pytest.mark.parametrize("language", WORDS)
@pytest.mark.parametrize("shape", SHAPES)
def test_nothing_of_a_map_of_any_size_is_lost(shape: tuple[int, int], language: str) -> None:
    assert missing(sized(*shape, language)) == []


def test_every_statement_of_the_language_is_told() -> None:
    everything_ = Everything(lambda number: f"text number {number}.")
    loaded = everything_.loaded()
    assert loaded.ok
    whole = told(picture(loaded))
    assert [text for text in everything_.texts if text not in whole] == []


def test_what_is_missing_would_be_found() -> None:
    loaded = sized(1, 1)
    assert "somewhere else" not in told(picture(loaded))


@pytest.mark.parametrize("path", paths(), ids=lambda path: path.stem)
def test_only_harmless_elements_are_drawn(path: Path) -> None:
    root = picture(load(path))
    assert {node.tag.removeprefix(SPACE) for node in root.iter()} <= ALLOWED
    assert not [key for node in root.iter() for key in node.attrib if key.startswith("on")]


@pytest.mark.parametrize("path", paths(), ids=lambda path: path.stem)
def test_ids_are_unique_and_address_the_model(path: Path) -> None:
    loaded = load(path)
    root = picture(loaded)
    ids = [node.get("id") for node in root.iter() if node.get("id")]
    assert len(ids) == len(set(ids))
    for one in loaded.journeys:
        for card in journey_map(loaded.workspace, one).cards:
            assert card.key in ids


def test_several_journeys_with_equal_names_inside_stay_apart() -> None:
    body = '{ stage s "S" { touchpoint t "T" { current 1; desired 2 } } }'
    root = picture(read(f'journey a "A" {body}\njourney b "B" {body}'))
    ids = [node.get("id") for node in root.iter() if node.get("id")]
    assert {"a", "b", "a.s", "b.s", "a.s.t", "b.s.t"} <= set(ids)
    assert len(ids) == len(set(ids))


def test_a_card_is_named_and_described() -> None:
    loaded = journey('stage s { touchpoint t "Calls" { pain "Waits" { severity high } } }')
    card = next(node for node in tagged(picture(loaded), "g") if node.get("id") == "j.s.t")
    assert card.findtext(f"{SPACE}title") == "Calls"
    assert "Waits" in (card.findtext(f"{SPACE}desc") or "")


def test_the_root_tells_the_journey_in_its_language() -> None:
    root = picture(sized(2, 1, "fa"))
    story = root.findtext(f"{SPACE}desc") or ""
    assert WORDS["fa"][0] in story
    assert "شکاف" in story
    assert root.get("direction") == "ltr"
    assert root.get("{http://www.w3.org/XML/1998/namespace}lang") == "fa"


def frames(loaded: Loaded) -> dict[str, float]:
    """The left side of each card."""
    cards = (node for node in tagged(picture(loaded), "g") if node.get("class") == "touchpoint")
    return {str(card.get("id")): float(str(next(tagged(card, "rect")).get("x"))) for card in cards}


def test_right_to_left_maps_are_mirrored() -> None:
    body = "stage a { touchpoint x }\nstage b { touchpoint y }\nstage c { touchpoint z }"
    straight = frames(journey(f"language en\n{body}"))
    turned = frames(journey(f"language fa\n{body}"))
    assert list(straight.values()) == sorted(straight.values())
    assert list(turned.values()) == sorted(turned.values(), reverse=True)
    sums = {round(straight[key] + turned[key], 1) for key in straight}
    assert len(sums) == 1


def test_mixed_text_in_a_right_to_left_map_is_read_from_the_right() -> None:
    root = picture(journey('language fa\nstage s "CRM را باز می\u200cکند"\nstage t "CRM"'))
    drawn = {node.text for node in tagged(root, "text")}
    assert "\u2067CRM را باز می\u200cکند\u2069" in drawn
    assert "\u2068CRM\u2069" in drawn


def test_the_same_map_is_the_same_bytes() -> None:
    first, second = sized(5, 4, "fa"), sized(5, 4, "fa")
    one = Svg().render(first.workspace, first.journeys)
    assert one == Svg().render(second.workspace, second.journeys)


@pytest.mark.parametrize("engine", ["grid", "dot"])
def test_every_engine_draws_every_card(engine: str) -> None:
    loaded = sized(5, 4)
    assert set(frames(loaded)) == {
        str(node.get("id"))
        for node in tagged(picture(loaded, engine), "g")
        if node.get("class") == "touchpoint"
    }


@pytest.mark.parametrize(
    "body",
    [
        "",
        "stage s",
        "stage s { touchpoint t }",
        "stage s { touchpoint t { current 3 } }",
        'stage s " . " { touchpoint t "." { owner "." } }',
        "language fa\nstage s { feel -2 ; feel +2 }",
        "stage s { touchpoint t }\npath p { step t }\npath q negative",
    ],
)
def test_maps_with_hardly_anything_are_drawn(body: str) -> None:
    root = picture(journey(body))
    assert float(str(root.get("width"))) > 0
    assert float(str(root.get("height"))) > 0


def test_no_journey_is_an_empty_picture() -> None:
    root = ET.fromstring(Svg().render(read("").workspace, ()))
    assert not list(tagged(root, "text"))


HOSTILE = [
    "</style><script>alert(1)</script>",
    "]]><svg onload=alert(1)>",
    '" onload="alert(1)',
    "&lt;b&gt; &amp; & <b>",
    "\x0b\x1b[31m red",
    "javascript:alert(1)",
    "\u202eabc\u2066 open",
    "w" * 10_000,
    "word " * 2_000,
    "سلام " * 2_000,
    "a\u0301" * 5_000,
    "\u200d" * 500,
    "👩\u200d👩\u200d👧\u200d👦" * 400,
]


@pytest.mark.parametrize("text", HOSTILE, ids=range(len(HOSTILE)))
def test_hostile_text_stays_text(text: str) -> None:
    loaded = filled(text)
    root = picture(loaded)
    assert {node.tag.removeprefix(SPACE) for node in root.iter()} <= ALLOWED
    assert missing(loaded) == []


@settings(max_examples=40)
@given(st.text(CHARACTERS, min_size=1, max_size=60).filter(str.strip))
def test_any_text_gives_a_picture(text: str) -> None:
    assert missing(filled(text)) == []


def test_a_huge_map_is_drawn_without_an_engine() -> None:
    loaded = sized(5, 4, each=100)
    with pytest.warns(DrawingWarning, match="plain grid"):
        content = Svg("grid").render(loaded.workspace, loaded.journeys)
    cards = re.findall(rb'class="touchpoint"', content)
    assert len(cards) == len(list(loaded.journeys[0].touchpoints)) >= 1_000
    assert pictures.picture("grid", loaded.workspace, loaded.journeys).warnings


def test_a_picture_that_went_well_warns_of_nothing() -> None:
    loaded = sized(3, 2)
    for view in ("map", "grid", "flow"):
        assert pictures.picture(view, loaded.workspace, loaded.journeys).warnings == ()
