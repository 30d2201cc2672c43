"""The bar that picks touchpoints out, walked by keyboard alone: every choice shows what it says and
nothing else, the count is right, and paper shows what was picked and says so.

What a choice should show is read off the page as people see it, not from what the script reads.
"""

import re
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Page

from tests.tools.chromium import Chromium
from tests.tools.page_kinds import PageKind, page_kinds
from tests.tools.page_visits import open_page
from tests.tools.pdf import sheets
from tests.tools.probe import asked

FILTERED = tuple(
    kind
    for kind in page_kinds()
    # A map of one touchpoint has nothing to pick out.
    if kind.name.startswith("journey") and kind.name != "journey-minimal"
)
READ = """() => {
  const plain = text => text.replace(/[\\u2066-\\u2069]/g, "").replace(/\\s+/g, " ").trim();
  const texts = (root, query) => [...root.querySelectorAll(query)].map(e => plain(e.textContent));
  return [...document.querySelectorAll(".card")].map(card => ({
    id: card.id,
    title: plain(card.querySelector(".title").textContent),
    owner: texts(card, ".owner bdi"),
    unowned: card.querySelector(".owner.none") !== null,
    channel: texts(card.closest("tr"), "th bdi")[0] ?? "",
    kind: texts(card, ".kind strong, .kind bdi, .kind span"),
    level: texts(card, ".pill > span:first-of-type, .pill"),
  }));
}"""
STATE = """() => {
  const plain = text => text.replace(/[\\u2066-\\u2069]/g, "").replace(/\\s+/g, " ").trim();
  const seen = query => [...document.querySelectorAll(query)].filter(e => e.checkVisibility());
  const now = document.activeElement;
  const option = now.selectedOptions?.[0];
  const shown = new Set(seen(".card").map(e => e.id));
  const led = seen(".gaps tbody th a").map(e => decodeURIComponent(e.hash.slice(1)));
  const cards = new Set([...document.querySelectorAll(".card")].map(e => e.id));
  return {
    shown: [...shown],
    strays: led.filter(id => cards.has(id) && !shown.has(id)),
    idle: seen(".channels tr").filter(e => e.querySelector(".card")
      && !e.querySelector(".card:not([hidden])")).length,
    said: plain(document.querySelector(".filters [role=status]").textContent),
    facet: now.name ?? "",
    option: option ? plain(option.textContent) : "",
    first: option ? option.index === 0 : true,
    last: option ? option.index === now.options.length - 1 : true,
  };
}"""
NOTES = """() => [...document.querySelectorAll(".filtered")].filter(e => e.checkVisibility())
  .map(e => e.textContent.replace(/[\\u2066-\\u2069]/g, ""))"""


def numbers(text: str) -> list[int]:
    """The whole numbers in a text, in whatever digits."""
    return [int(digits) for digits in re.findall(r"\d+", text)]


def expected(facet: str, title: str, cards: list[dict[str, Any]]) -> set[str] | None:
    """The cards that a choice should leave, by what stands on them; None where only a count is
    told: whose a touchpoint is stands in many places.
    """
    if facet == "persona":
        return None
    found = {card["id"] for card in cards if title in card[facet]}
    if facet == "level":
        found = {card["id"] for card in cards if any(title in text for text in card[facet])}
    if facet == "owner" and not found:
        found = {card["id"] for card in cards if card["unowned"]}
    if facet == "kind":
        found = {card["id"] for card in cards if any(title in text for text in card[facet])}
    return found


def to_the_bar(page: Page) -> None:
    """Tab from the top of the page until the first control of the bar has the focus."""
    for _ in range(40):
        page.keyboard.press("Tab")
        if page.evaluate("Boolean(document.activeElement.closest('.filters'))"):
            return
    raise AssertionError("Tab never reaches the bar")


def check(state: dict[str, Any], cards: list[dict[str, Any]]) -> None:
    """What must hold whatever is chosen."""
    assert numbers(state["said"])[-2:] == [len(state["shown"]), len(cards)], state
    assert state["strays"] == [], state
    assert state["idle"] == 0, state


@pytest.mark.parametrize("kind", FILTERED, ids=lambda kind: kind.name)
def test_every_choice_shows_what_it_says(
    chromium: Chromium, tmp_path: Path, kind: PageKind
) -> None:
    page = open_page(chromium, kind, tmp_path, 1440, 900).page
    cards: list[dict[str, Any]] = page.evaluate(READ)
    to_the_bar(page)
    tried = 0
    while (state := page.evaluate(STATE))["facet"] != "q":
        assert state["first"]
        assert len(state["shown"]) == len(cards)
        while not (state := page.evaluate(STATE))["last"]:
            page.keyboard.press("ArrowDown")
            state = page.evaluate(STATE)
            check(state, cards)
            title, count = re.fullmatch(r"(.*) \((\d+)\)", state["option"]).groups()  # type: ignore[union-attr]
            wanted = expected(state["facet"], title, cards)
            assert wanted in (None, set(state["shown"])), state
            assert len(state["shown"]) == int(count) > 0, state
            tried += 1
        page.keyboard.press("Home")
        page.keyboard.press("Tab")
    selects = page.locator(".filters select").count()
    assert tried == page.locator(".filters option").count() - selects


@pytest.mark.parametrize("kind", FILTERED, ids=lambda kind: kind.name)
def test_words_escape_and_reset(chromium: Chromium, tmp_path: Path, kind: PageKind) -> None:
    page = open_page(chromium, kind, tmp_path, 1440, 900).page
    cards: list[dict[str, Any]] = page.evaluate(READ)
    word = cards[-1]["title"]
    to_the_bar(page)
    while page.evaluate(STATE)["facet"] != "q":
        page.keyboard.press("Tab")

    page.keyboard.type(word)
    state = page.evaluate(STATE)
    check(state, cards)
    assert cards[-1]["id"] in state["shown"]
    assert {card["id"] for card in cards if card["title"] == word} <= set(state["shown"])

    page.keyboard.press("Escape")
    assert len(page.evaluate(STATE)["shown"]) == len(cards)

    page.keyboard.type("no such words 8461")
    state = page.evaluate(STATE)
    assert state["shown"] == []
    assert state["said"] != ""
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.tagName") == "BUTTON"
    assert asked(page, "focused")["ring"] >= 2
    page.keyboard.press("Enter")
    state = page.evaluate(STATE)
    check(state, cards)
    assert len(state["shown"]) == len(cards)
    assert page.evaluate("Boolean(document.activeElement.closest('.filters'))")


@pytest.mark.parametrize("kind", FILTERED, ids=lambda kind: kind.name)
def test_paper_shows_what_was_picked(chromium: Chromium, tmp_path: Path, kind: PageKind) -> None:
    page = open_page(chromium, kind, tmp_path, 1440, 900).page
    whole = len(sheets(page.pdf(prefer_css_page_size=True)))
    page.emulate_media(media="print")
    assert page.evaluate(NOTES) == []
    page.emulate_media(media="screen")

    to_the_bar(page)
    while page.evaluate(STATE)["facet"] != "q":
        page.keyboard.press("Tab")
    page.keyboard.type(page.evaluate(READ)[0]["title"])
    picked = page.evaluate(STATE)
    page.emulate_media(media="print")
    on_paper = page.evaluate(STATE)
    assert on_paper["shown"] == picked["shown"]
    assert not page.locator(".filters").is_visible()
    notes = page.evaluate(NOTES)
    assert len(notes) == page.locator("article.journey").count()
    assert all(picked["said"] in " ".join(note.split()) for note in notes), notes
    assert len(sheets(page.pdf(prefer_css_page_size=True))) <= whole


@pytest.mark.parametrize("kind", FILTERED, ids=lambda kind: kind.name)
def test_there_is_no_bar_without_scripts(
    chromium: Chromium, tmp_path: Path, kind: PageKind
) -> None:
    page = open_page(chromium, kind, tmp_path, java_script_enabled=False).page
    assert page.locator(".filters").count() == 1
    assert not page.locator(".filters").is_visible()
    shown = page.locator(".card")
    assert shown.count() > 0
    assert all(shown.nth(at).is_visible() for at in range(shown.count()))
