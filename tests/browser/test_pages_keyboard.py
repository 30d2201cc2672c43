"""Every page can be walked by keyboard alone: Tab stops at each control once, in the order in which
they are read, in sight and with a ring to be seen, and never gets stuck.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Page

from tests.tools.chromium import Chromium
from tests.tools.page_kinds import PageKind, page_kinds
from tests.tools.page_visits import open_page
from tests.tools.probe import asked

RING = 2
"""The least width of a ring around what has the focus, in CSS px (WCAG 2.4.13)."""
INSIDE = 40
"""How many stops there may be in a page that is shown inside the page; it is walked by itself."""
RING_CONTRAST = 3
"""The least contrast of the ring with what it lies on (WCAG 1.4.11)."""

ALONE = tuple(kind for kind in page_kinds() if kind.alone)
BAD = """<!doctype html><html lang="en"><title>t</title><style>
a:focus{outline:3px solid #00f} #faint:focus{outline-color:#eee} #bare:focus{outline:none}
.well{position:relative;height:60px} .lid{position:absolute;inset:0;background:#fff}
.turned{display:flex;flex-direction:row-reverse}
</style><body><a id="faint" href="#a">faint</a> <a id="bare" href="#a">bare</a>
<div class="well"><a href="#a">under</a><div class="lid"></div></div>
<div class="turned"><a href="#a">last</a><a href="#a">first</a></div>
<a href="#a" onkeydown="event.key === 'Tab' && event.preventDefault()">trap</a>
<a href="#a">after</a>"""


AFTER = """target => [...document.querySelectorAll("[data-stop]")]
  .filter(e => e === target
    || target.compareDocumentPosition(e) & Node.DOCUMENT_POSITION_FOLLOWING)
  .map(e => Number(e.dataset.stop))"""
"""The stops from an element on."""


@dataclass(frozen=True, slots=True)
class Walk:
    """Where Tab went, and what was wrong on the way."""

    went: list[int]
    faults: list[str]


def walked(page: Page, key: str, most: int) -> Walk:
    """Press a key until the focus is where it was first, or as often as there can be stops."""
    went: list[int] = []
    faults: list[str] = []
    for _ in range(most + INSIDE):
        page.keyboard.press(key)
        now = asked(page, "focused")
        if now is None:
            continue
        if now["stop"] in went[:1] and (len(went) > 1 or most == 1):
            break
        if now["frame"] and went[-1:] == [now["stop"]]:
            continue
        went.append(now["stop"])
        if not now["frame"]:
            faults += _faults(now)
        if len(went) > 1 and went[-1] == went[-2]:
            faults.append(f"stuck at {now['name']}")
            break
    return Walk(went, faults)


def _faults(now: dict[str, Any]) -> Iterator[str]:
    if not now["seen"]:
        yield f"not in sight: {now['name']}"
    if now["ring"] < RING:
        yield f"no ring: {now['name']}"
    elif now["contrast"] < RING_CONTRAST:
        yield f"faint ring ({now['contrast']:.2f}): {now['name']}"


def out_of_order(stops: list[dict[str, Any]], direction: str) -> list[str]:
    """Stops that lie before the one they follow: above it, or on its line and before it.

    The next of several columns may start above the end of the last one.
    """
    read = [stop for stop in stops if not stop["skip"]]
    wrong = []
    for one, two in pairwise(read):
        ahead = two["left"] >= one["right"] - 1
        behind = two["right"] <= one["left"] + 1
        if direction == "rtl":
            ahead, behind = behind, ahead
        above = two["bottom"] <= one["top"] + 1
        beside = two["top"] < one["bottom"] - 1 and one["top"] < two["bottom"] - 1
        if (above and not ahead) or (beside and behind):
            wrong.append(f"{one['name']} -> {two['name']}")
    return wrong


@pytest.mark.parametrize(("width", "scheme"), [(1440, "light"), (320, "dark")])
@pytest.mark.parametrize("kind", page_kinds(), ids=lambda kind: kind.name)
def test_tab_goes_through_the_whole_page(
    chromium: Chromium, tmp_path: Path, kind: PageKind, width: int, scheme: str
) -> None:
    page = open_page(chromium, kind, tmp_path, width, 800, color_scheme=scheme).page
    stops = asked(page, "stops")
    assert out_of_order(stops, kind.direction) == []

    there = walked(page, "Tab", len(stops))
    # A window onto another page may put the focus there to begin with.
    first = 0 if kind.alone else there.went[0]
    assert there.went == [*range(first, len(stops)), *range(first)]
    assert there.faults == []
    page.evaluate("document.activeElement.blur()")
    back = walked(page, "Shift+Tab", len(stops))
    assert sorted(back.went) == sorted(there.went)
    assert back.faults == []


@pytest.mark.parametrize("kind", ALONE, ids=lambda kind: kind.name)
def test_the_first_key_leads_past_the_navigation(
    chromium: Chromium, tmp_path: Path, kind: PageKind
) -> None:
    page = open_page(chromium, kind, tmp_path, 1440, 800).page
    page.keyboard.press("Tab")
    link = page.evaluate("[document.activeElement.tagName, document.activeElement.hash]")
    assert link[0] == "A"
    page.keyboard.press("Enter")
    assert page.evaluate("location.hash") == link[1] != ""
    target = page.locator(":target")
    assert target.count() == 1
    assert 0 <= target.evaluate("e => e.getBoundingClientRect().top") < 800
    # From here Tab goes on after the start of the target; where nothing follows, around again.
    following = asked(page, "stops")
    after = target.evaluate(AFTER)
    page.keyboard.press("Tab")
    assert asked(page, "focused")["stop"] == (after[0] if after else 0), following


@pytest.mark.parametrize("key", ["Enter", "Space"])
@pytest.mark.parametrize(
    "kind", [kind for kind in page_kinds() if "journey" in kind.name], ids=lambda kind: kind.name
)
def test_a_key_opens_and_closes_what_is_folded(
    chromium: Chromium, tmp_path: Path, kind: PageKind, key: str
) -> None:
    page = open_page(chromium, kind, tmp_path, 1440, 800).page
    folded = page.locator("summary").first
    folded.focus()
    states = []
    for _ in range(2):
        page.keyboard.press(key)
        states.append(folded.evaluate("e => e.parentElement.open"))
    assert states == [True, False]
    assert folded.evaluate("e => e === document.activeElement")


def test_what_is_wrong_is_found(chromium: Chromium, tmp_path: Path) -> None:
    bad = tmp_path / "bad.html"
    bad.write_text(BAD, encoding="utf-8")
    page = chromium.open(bad).page
    stops = asked(page, "stops")
    assert out_of_order(stops, "ltr") == ["a last -> a first"]
    walk = walked(page, "Tab", len(stops))
    assert [fault.replace(" (1.16)", "") for fault in walk.faults] == [
        "faint ring: a faint",
        "no ring: a bare",
        "not in sight: a under",
        "stuck at a trap",
    ]
    assert walk.went == [0, 1, 2, 3, 4, 5, 5]
