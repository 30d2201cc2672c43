"""Only allowed elements and attributes come out, and no text comes through unescaped."""

import xml.etree.ElementTree as ET

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jmap.paint.characters import escape, visible
from jmap.paint.markup import EMPTY, drawn, element, group, join, words
from jmap.paint.number import number

OTHERS = ["script", "foreignObject", "image", "a", "use", "style", "g onload"]


@pytest.mark.parametrize("name", OTHERS)
def test_other_elements_are_refused(name: str) -> None:
    with pytest.raises(ValueError, match="not an element"):
        element(name)


@pytest.mark.parametrize(
    ("key", "value"),
    [
        ("onload", "alert(1)"),
        ("href", "#a"),
        ("style", "fill:red"),
        ("fill", "url(#a)"),
        ("fill", 'red" onload="x'),
        ("d", 'M0 0" x="'),
        ("stroke_dasharray", "var(--a)"),
        ("transform", "matrix(1)"),
        ("font_family", "x"),
        ("data_A", "x"),
    ],
)
def test_other_attributes_are_refused(key: str, value: str) -> None:
    with pytest.raises(ValueError, match="not an attribute"):
        element("path", **{key: value})


@given(st.text(max_size=60))
def test_any_text_is_well_formed_and_inert(text: str) -> None:
    made = element("g", element("text", drawn(text)), element("title", words(text)), id=text)
    tree = ET.fromstring(f"<svg>{made.source}</svg>")
    assert [node.tag for node in tree.iter()] == ["svg", "g", "text", "title"]
    assert list(tree[0].attrib) == ["id"]
    assert (tree[0][0].text or "").replace("\r", "\n") == f"\u2068{shown(text)}\u2069"


def shown(text: str) -> str:
    return visible(text).replace("\r\n", "\n").replace("\r", "\n")


def test_control_characters_are_shown() -> None:
    assert escape("a\x00b\x1b\x7f") == "a\u2400b\u241b\u2421"
    assert escape("\x85\ufffe\ud800") == "\ufffd" * 3
    assert escape("<&>\"'") == "&lt;&amp;&gt;\"'"
    assert escape("زمان\u200cبندی") == "زمان\u200cبندی"


def test_overrides_and_stray_isolates_cannot_turn_the_text_round() -> None:
    assert visible("a\u202eb") == "a\ufffdb"
    assert visible("a\u2069b") == "a\ufffdb"
    assert visible("\u2067a\u2069b") == "\u2067a\u2069b"


def test_titles_stand_first() -> None:
    made = group(element("rect", x=1), title="a<b", class_="tp", data_owner="x y")
    assert made.source == ('<g class="tp" data-owner="x y"><title>a&lt;b</title><rect x="1"/></g>')
    assert (EMPTY + EMPTY).source == ""


def test_long_text_is_not_copied_for_every_level() -> None:
    long = words("x" * 10_000)
    nested = long
    for _ in range(40):
        nested = element("g", element("rect"), nested, EMPTY)
    assert any(part is long.parts[0] for part in nested.parts)
    assert nested.source == "<g><rect/>" * 40 + "x" * 10_000 + "</g>" * 40


@given(st.lists(st.integers(0, 9_000), max_size=12))
def test_joined_text_is_the_same_however_long_its_parts_are(lengths: list[int]) -> None:
    pieces = [words(chr(97 + at) * length) for at, length in enumerate(lengths)]
    whole = "".join(piece.source for piece in pieces)
    assert join(pieces).source == whole
    assert sum(pieces, EMPTY).source == whole
    assert element("g", join(pieces), *pieces).source == (
        f"<g>{whole}{whole}</g>" if pieces else "<g></g>"
    )


NUMBERS = {1: "1", 1.5: "1.5", -0.001: "0", 100: "100", 0.126: "0.13", 1e6: "1000000", -2.5: "-2.5"}


@pytest.mark.parametrize(("value", "text"), NUMBERS.items())
def test_numbers_are_short(value: float, text: str) -> None:
    assert number(value) == text


@pytest.mark.parametrize("value", [float("nan"), float("inf")])
def test_only_finite_numbers_are_written(value: float) -> None:
    with pytest.raises(ValueError, match="not a coordinate"):
        number(value)
