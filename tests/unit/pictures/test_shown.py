"""What a picture draws of much and of little: counts of what is left out, digits, moods that stand
out, gaps told by a measure.
"""

import xml.etree.ElementTree as ET
from itertools import combinations

import pytest

from jmap.loading import Loaded
from jmap.pictures.parts.curve_band import HEIGHT
from jmap.renderers.svg import Svg
from tests.unit.pictures.maps import journey

SPACE = "{http://www.w3.org/2000/svg}"
MARKS = dict.fromkeys(map(ord, "\u2066\u2067\u2068\u2069"))
MOMENTS = ("Best moment", "Weakest moment")


def root(loaded: Loaded) -> ET.Element:
    return ET.fromstring(Svg("grid", engine="grid").render(loaded.workspace, loaded.journeys))


def drawn(loaded: Loaded) -> list[str]:
    """The texts that are seen, without their marks of direction."""
    found = root(loaded).iter(SPACE + "text")
    return ["".join(text.itertext()).translate(MARKS) for text in found]


def touchpoint(body: str, language: str = "en") -> Loaded:
    return journey(f'language {language}\nstage s {{ touchpoint t "T" {{\n{body}\n}} }}')


def moods(*levels: str) -> Loaded:
    lines = [f"touchpoint t{at} {{ feel {level} }}" for at, level in enumerate(levels)]
    return journey("stage s {\n" + "\n".join(lines) + "\n}")


def lines(word: str, count: int) -> str:
    return "\n".join(f'{word} "text {at}"' for at in range(count))


@pytest.mark.parametrize(("count", "left"), [(3, ""), (4, ""), (5, "+2 more"), (12, "+9 more")])
def test_a_card_says_how_many_actions_it_leaves_out(count: int, left: str) -> None:
    texts = drawn(touchpoint(lines("action", count)))
    assert [text for text in texts if "more" in text] == ([left] if left else [])
    shown = sum(text.startswith("text ") for text in texts)
    assert shown == (3 if left else count)


def test_what_is_left_out_is_counted_in_the_digits_of_the_map() -> None:
    assert "+۳ مورد دیگر" in drawn(touchpoint(lines("action", 6), "fa"))


def test_a_persona_says_how_much_it_leaves_out() -> None:
    persona = f'persona p "P" {{\nage 40\n{lines("need", 5)}\n}}'
    texts = drawn(journey("for p\nstage s { touchpoint t }", persona))
    assert [text for text in texts if "more" in text] == ["+3 more"]


def test_a_head_shows_questions_and_counts_the_rest() -> None:
    texts = drawn(journey(f"{lines('question', 11)}\nlevel mid\nstage s {{ touchpoint t }}"))
    assert sum(text.startswith("text ") for text in texts) == 9
    assert [text for text in texts if "more" in text] == ["+2 more"]


def ranked(language: str, count: int) -> list[str]:
    levels = "\n".join(f"touchpoint t{at} {{ current {at + 1}; desired 5 }}" for at in range(count))
    loaded = journey(f"language {language}\nstage s {{\n{levels}\n}}")
    discs = [
        "".join(text.itertext()).translate(MARKS)
        for text in root(loaded).iter(SPACE + "text")
        if text.get("fill") == "#ffffff" and text.get("text-anchor") == "middle"
    ]
    return sorted(discs)


def test_ranks_are_written_in_the_digits_of_the_map() -> None:
    assert ranked("en", 2) == ["1", "1", "2", "2"]
    assert ranked("fa", 2) == ["۱", "۱", "۲", "۲"]


def test_a_single_gap_has_no_rank() -> None:
    assert ranked("en", 1) == []


@pytest.mark.parametrize(
    ("levels", "marked"),
    [
        (("+1", "0", "-1"), ["Best moment", "Weakest moment"]),
        (("+2", "+1", "0"), ["Best moment"]),
        (("0", "-1", "-2"), ["Weakest moment"]),
        (("+1", "+1", "0", "-1"), ["Best moment", "Weakest moment"]),
        (("+1", "+1"), []),
    ],
)
def test_moments_that_stand_out_are_marked(levels: tuple[str, ...], marked: list[str]) -> None:
    texts = drawn(moods(*levels))
    assert sorted(word for text in texts for word in MOMENTS if word in text) == marked


def pair(one: str, other: str) -> str:
    return f"feel {one} as a\nfeel {other} as b"


def couple() -> Loaded:
    """Two people who feel the same, but for one moment."""
    felt = [("+1", "+1"), ("0", "0"), ("+2", "0"), ("-1", "-1")]
    cells = [f"touchpoint t{at} {{\n{pair(*both)}\n}}" for at, both in enumerate(felt)]
    people = 'persona a "Ann"\npersona b "Bob"'
    return journey("for a\nfor b\nstage s {\n" + "\n".join(cells) + "\n}", people)


def test_moments_are_marked_for_each_person() -> None:
    texts = drawn(couple())
    marked = [word for text in texts for word in MOMENTS if word in text]
    assert sorted(marked) == ["Best moment"] * 2 + ["Weakest moment"] * 2


def test_no_face_hides_another() -> None:
    heads = [
        [circle for circle in group.iter(SPACE + "circle") if circle.get("fill") == "#ffffff"]
        for group in root(couple()).iter(SPACE + "g")
        if group.get("class") == "curve"
    ]
    spots = [
        tuple(float(head.get(key, "")) for key in ("cx", "cy", "r"))
        for row in heads
        for head in row
    ]
    assert len(spots) == 8
    for (x, y, r), (u, v, s) in combinations(spots, 2):
        assert (x - u) ** 2 + (y - v) ** 2 >= (r + s) ** 2


def test_a_gap_by_a_measure_names_it_once() -> None:
    texts = drawn(touchpoint('measure "Waiting time" { current 10m; desired 5m }'))
    assert texts.count("Waiting time") == 1
    assert sum("min" in text and "−5" in text for text in texts) == 1


def test_a_single_mood_needs_no_curve() -> None:
    alone, both = root(moods("+1")), root(moods("+1", "0"))
    assert not [group for group in alone.iter() if group.get("class") == "curve"]
    assert [group for group in both.iter() if group.get("class") == "curve"]
    assert float(both.get("height", "")) > float(alone.get("height", "")) + HEIGHT


def test_a_mood_of_a_stage_stands_on_no_card_and_so_on_a_curve() -> None:
    found = root(journey("stage s { feel +1; touchpoint t }"))
    assert [group for group in found.iter() if group.get("class") == "curve"]
