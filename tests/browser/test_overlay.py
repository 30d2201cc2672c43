"""In a real browser what a change does is set well in the picture, and found in both maps of the
page, with and without its script.
"""

from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Page

from jmap.pictures.overlay import svg
from jmap.renderers.html.overlay import html
from tests.browser.test_svg_layout import MEASURE, Measured, crossed, outside, overlaps
from tests.tools.changes import compared
from tests.tools.chromium import Chromium
from tests.tools.edits import edited
from tests.tools.probe import asked
from tests.unit.overlay.pairs import (
    AFTER,
    BEFORE,
    HOSTILE,
    edited_pair,
    golden_pair,
    hostile_pair,
    many_pair,
    sides,
    small_pair,
)
from tests.unit.pictures.maps import mixed

PAIRS = ("parking-permit/permit-future.jmap", "fridge-repair/fridge-future.jmap")


def measured(chromium: Chromium, pair: Any, folder: Path) -> Measured:
    path = folder / "overlay.svg"
    path.write_text(svg([pair]), encoding="utf-8")
    visit = chromium.open(path)
    assert not visit.outside_requests
    assert visit.errors == []
    assert visit.dialogs == []
    visit.page.evaluate("document.fonts.ready.then(() => 0)")
    return Measured(**visit.page.evaluate(MEASURE))


def check(chromium: Chromium, pair: Any, folder: Path) -> None:
    found = measured(chromium, pair, folder)
    assert min(text["size"] for text in found.texts) >= 11
    assert outside(found) == []
    assert overlaps(found) == []
    assert crossed(found) == []


@pytest.mark.parametrize("language", ["en", "fa"])
def test_examples_are_set_well(chromium: Chromium, language: str, tmp_path: Path) -> None:
    check(chromium, golden_pair(language), tmp_path)


def test_every_mark_is_set_well(chromium: Chromium, tmp_path: Path) -> None:
    check(chromium, small_pair(), tmp_path)


@pytest.mark.parametrize("seed", range(16))
def test_edited_examples_are_set_well(chromium: Chromium, seed: int, tmp_path: Path) -> None:
    check(chromium, edited_pair(PAIRS[seed % 2], seed, count=3 + 4 * seed), tmp_path)


@pytest.mark.parametrize("seed", range(16))
def test_edited_maps_of_any_texts_are_set_well(
    chromium: Chromium, seed: int, tmp_path: Path
) -> None:
    old = mixed(seed).workspace
    check(chromium, sides(old, edited(old, seed, 6)), tmp_path)


@pytest.mark.parametrize("language", ["en", "de", "fa"])
def test_hundreds_of_changes_are_set_well(
    chromium: Chromium, language: str, tmp_path: Path
) -> None:
    pair = many_pair(language)
    assert len(pair.changes) > 200
    check(chromium, pair, tmp_path)


@pytest.mark.parametrize("text", HOSTILE, ids=range(len(HOSTILE)))
def test_long_and_hostile_texts_are_set_well(chromium: Chromium, text: str, tmp_path: Path) -> None:
    check(chromium, hostile_pair(text), tmp_path)


def test_three_lists_in_a_narrow_picture(chromium: Chromium, tmp_path: Path) -> None:
    check(chromium, compared(BEFORE, AFTER.replace("desired 2m", "desired 5m")), tmp_path)


def opened(chromium: Chromium, folder: Path, width: int = 1440, **context: Any) -> Page:
    path = folder / "page.html"
    path.write_text(html([small_pair()]), encoding="utf-8")
    return chromium.open(path, width, 900, **context).page


HERE = "[...document.querySelectorAll('.here')].map(e => e.id)"


@pytest.mark.parametrize("key", ["click", "Enter"])
def test_a_change_leads_to_its_place_in_both_maps(
    chromium: Chromium, tmp_path: Path, key: str
) -> None:
    page = opened(chromium, tmp_path)
    link = page.locator(".list a", has_text="Calls").first
    if key == "click":
        link.click()
    else:
        link.focus()
        page.keyboard.press(key)
    # The page hears of its new address a little later.
    page.wait_for_selector(".here")
    assert set(page.evaluate(HERE)) == {
        "j.buy.call",
        "j.look.call:was",
        "map:j.buy.call",
        "map:j.look.call:was",
    }
    assert link.get_attribute("aria-current") == "true"
    top = page.locator("[id='j.buy.call']").evaluate("e => e.getBoundingClientRect().top")
    assert 0 <= top < 900


def test_a_tap_leads_there_too(chromium: Chromium, tmp_path: Path) -> None:
    page = opened(chromium, tmp_path, 400, has_touch=True)
    page.locator(".list a", has_text="Asks an agent").first.tap()
    page.wait_for_selector(".here")
    assert "j.look.ask" in page.evaluate(HERE)


def test_the_picture_leads_into_the_maps(chromium: Chromium, tmp_path: Path) -> None:
    page = opened(chromium, tmp_path)
    page.locator("[id='map:j.look.ask']").evaluate(
        "e => e.dispatchEvent(new MouseEvent('click', {bubbles: true}))"
    )
    page.wait_for_function("location.hash === '#j.look.ask'")
    page.wait_for_selector(".here")
    assert "j.look.ask" in page.evaluate(HERE)


def test_without_script_links_lead_there(chromium: Chromium, tmp_path: Path) -> None:
    page = opened(chromium, tmp_path, java_script_enabled=False)
    page.locator(".list a", has_text="Calls").first.click()
    target = page.locator("li.row:target")
    assert target.get_attribute("id") == "j.buy.call"
    target.locator("a", has_text="Show its other place").click()
    assert page.locator("li.row:target").get_attribute("id") == "j.look.call:was"


def test_both_sides_stand_side_by_side_or_below_each_other(
    chromium: Chromium, tmp_path: Path
) -> None:
    page = opened(chromium, tmp_path)
    place = (
        "[...document.querySelectorAll('[id=\"j.look.ask\"] .side')].map(e => {"
        "const b = e.getBoundingClientRect(); return [b.left, b.top]})"
    )
    (left, top), (right, level) = page.evaluate(place)
    assert right > left
    assert level == top
    page.set_viewport_size({"width": 360, "height": 800})
    (left, top), (right, lower) = page.evaluate(place)
    assert right == left
    assert lower > top


def test_a_place_leads_back_to_the_list(chromium: Chromium, tmp_path: Path) -> None:
    page = opened(chromium, tmp_path)
    page.locator(".list a", has_text="Calls").first.focus()
    page.keyboard.press("Enter")
    page.wait_for_selector(".here")
    for _ in range(2):
        page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.className") == "back"
    page.keyboard.press("Enter")
    assert "Calls" in page.locator("li.item:target").inner_text()


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_signs_are_seen_where_colours_are_forced(
    chromium: Chromium, tmp_path: Path, scheme: str
) -> None:
    page = opened(chromium, tmp_path, color_scheme=scheme, forced_colors="active")
    roles = page.evaluate(
        "['.effect.worse .mark', '.effect.better .mark'].map(q => {"
        "const s = getComputedStyle(document.querySelector(q));"
        "return s.getPropertyValue(q.includes('worse') ? '--large-line' : '--good-line')})"
    )
    assert roles == ["CanvasText", "CanvasText"]


def test_hundreds_of_changes_in_a_page(chromium: Chromium, tmp_path: Path) -> None:
    path = tmp_path / "page.html"
    path.write_text(html([many_pair("en")]), encoding="utf-8")
    visit = chromium.open(path, 320, 900)
    assert visit.errors == []
    assert visit.page.evaluate("document.documentElement.scrollWidth") == 320
    assert asked(visit.page, "clipped", False)["found"] == []
