"""The picture of a change: well made, the same every time, and read aloud in its own words."""

import re
import xml.etree.ElementTree as ET
from collections import Counter
from dataclasses import replace

import pytest

from jmap.paint.coverage import drawable
from jmap.paint.theme import THEMES
from jmap.pictures.overlay import svg
from jmap.pictures.overlay.signs import INKS, TONES
from jmap.pictures.style import THEME
from tests.tools.changes import compared
from tests.tools.golden import Case
from tests.unit.overlay.pairs import (
    AFTER,
    BEFORE,
    HOSTILE,
    LANGUAGES,
    edited_pair,
    golden_pair,
    hostile_pair,
    small_pair,
)

SPACE = "{http://www.w3.org/2000/svg}"


@pytest.mark.golden("overlay")
def test_the_picture_is_as_expected(case: Case) -> None:
    case.read("before.jmap")
    case.read("after.jmap")
    case.check("overlay.svg", svg([golden_pair(case.folder.name)]))


def parsed(source: str) -> ET.Element:
    return ET.fromstring(source)


def texts(root: ET.Element) -> str:
    said = " ".join("".join(one.itertext()) for one in root.iter(f"{SPACE}text"))
    return re.sub("[\u2066-\u2069]", "", said)


def test_the_same_changes_give_the_same_bytes() -> None:
    assert svg([small_pair()]) == svg([small_pair()])


def test_every_mark_is_a_word_too() -> None:
    drawn = texts(parsed(svg([small_pair()])))
    for word in ("worse", "better", "added", "moved", "renamed", "changed", "4 min", "6 min"):
        assert word in drawn
    assert "from Look around" in drawn
    assert "now in Buy" in drawn


@pytest.mark.parametrize("language", LANGUAGES)
def test_ids_are_unique(language: str) -> None:
    root = parsed(svg([golden_pair(language)]))
    ids = Counter(one.get("id") for one in root.iter() if one.get("id"))
    assert [name for name, count in ids.items() if count > 1] == []


def test_persian_words_are_persian() -> None:
    source = svg([golden_pair("fa")])
    drawn = texts(parsed(source))
    for word in ("بدتر", "بهتر", "حذف‌شده", "افزوده", "آنچه بدتر می‌شود"):
        assert word in drawn
    for word in ("worse", "better", "added", "removed", "customers"):
        assert word not in drawn


@pytest.mark.parametrize("language", LANGUAGES)
def test_everything_drawn_can_be_drawn(language: str) -> None:
    assert drawable(texts(parsed(svg([golden_pair(language)])))).missing == 0


def test_nothing_changed_is_said() -> None:
    assert "Nothing changes." in texts(parsed(svg([compared(BEFORE, BEFORE)])))
    assert "Nothing changes." in texts(parsed(svg([])))


def test_only_declarations_changed() -> None:
    after = BEFORE.replace('team sales "Sales"', 'team sales "Sales and service"')
    drawn = texts(parsed(svg([compared(BEFORE, after)])))
    assert "Sales and service" in drawn
    assert "Buying a line" not in drawn


@pytest.mark.parametrize("text", HOSTILE, ids=range(len(HOSTILE)))
def test_hostile_texts_stay_texts(text: str) -> None:
    root = parsed(svg([hostile_pair(text)]))
    names = {one.tag.removeprefix(SPACE) for one in root.iter()}
    assert names <= {
        "svg",
        "title",
        "desc",
        "style",
        "g",
        "rect",
        "path",
        "circle",
        "text",
        "tspan",
    }


@pytest.mark.parametrize("seed", range(40))
def test_any_change_can_be_drawn(seed: int) -> None:
    path = ("parking-permit/permit-future.jmap", "fridge-repair/fridge-future.jmap")[seed % 2]
    pair = edited_pair(path, seed, count=1 + seed * 3)
    root = parsed(svg([pair]))
    ids = Counter(one.get("id") for one in root.iter() if one.get("id"))
    assert max(ids.values()) == 1


def drawn(before: str, after: str) -> str:
    return texts(parsed(svg([compared(before, after)])))


def test_what_moved_stands_once_in_its_row() -> None:
    pain = 'pain wait "A wait" { severity low; owner web }'
    call = "current 3; desired 5"
    after = BEFORE.replace(pain, "").replace(call, f"{call}; {pain}", 1)
    row = drawn(BEFORE, after).partition("Emotion curve")[2].partition("Legend")[0]
    assert row.count("A wait") == 1
    assert row.count("moved") == 1


def test_a_new_title_stands_beside_the_old_one() -> None:
    said = drawn(BEFORE, BEFORE.replace('path all "All"', 'path all "Everybody"'))
    card = said.partition("Changes of the whole journey")[2]
    assert "All Everybody" in card


def test_a_new_channel_is_added_and_named_once() -> None:
    letter = 'channel letter "Letter" { kind letter }\npersona'
    wait = "touchpoint wait on phone"
    after = BEFORE.replace("persona", letter, 1).replace(wait, "touchpoint wait on letter")
    lanes = drawn(BEFORE, after).partition("Weakest: Waits")[2]
    assert lanes.startswith(" Chat Phone Letter added Asks")


def test_a_new_journey_is_not_told_again_below_its_map() -> None:
    assert "Changes of the whole journey" not in drawn('team sales "Sales"', BEFORE)
    assert "Changes of the whole journey" not in drawn(BEFORE, 'team sales "Sales"')


def test_the_legend_has_every_sign() -> None:
    eased = BEFORE.replace("current 3; desired 5", "current 3; desired 3")
    assert "better on paper only" in drawn(BEFORE, eased).partition("Legend")[2]
    assert "better on paper only" not in drawn(BEFORE, AFTER)


def test_a_number_that_stays_is_told_once() -> None:
    said = drawn(BEFORE, BEFORE.replace('"Calls"', '"Telephones"'))
    assert "1 large gap" in said.partition("What else changes")[0]


def luminance(colour: str) -> float:
    parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    linear = [one / 12.92 if one <= 0.03928 else ((one + 0.055) / 1.055) ** 2.4 for one in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one: str, other: str) -> float:
    high, low = sorted((luminance(one), luminance(other)), reverse=True)
    return (high + 0.05) / (low + 0.05)


@pytest.mark.parametrize("theme", THEMES)
def test_marks_can_be_told_from_their_ground(theme: str) -> None:
    colours = THEMES[theme]
    for ground in (THEME.surface, THEME.sunken, THEME.canvas):
        for mark, ink in INKS.items():
            assert contrast(colours.colour(ink), colours.colour(ground)) >= 3, (mark, ground)
        for effect, tone in TONES.items():
            assert contrast(colours.colour(tone.line), colours.colour(ground)) >= 3, effect
        for ink in (THEME.text, THEME.muted):
            assert contrast(colours.colour(ink), colours.colour(ground)) >= 4.5
    for tone in TONES.values():
        assert contrast(colours.colour(tone.ink), colours.colour(tone.paper)) >= 4.5


def test_what_is_to_know_of_the_comparison_is_drawn() -> None:
    note = "the maps are a workspace of their own now"
    for pair in (small_pair(), compared(BEFORE, BEFORE)):
        said = texts(parsed(svg([replace(pair, notes=(note,))])))
        assert said.count("The maps are a workspace of their own now") == 1
