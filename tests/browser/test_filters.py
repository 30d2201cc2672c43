"""The bar that picks touchpoints out, in a real browser: by keyboard, in Persian, on paper, shared
by address, and pages without scripts.
"""

from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, urlsplit

import pytest

from jmap.loading import load_text
from tests.tools.chromium import Chromium, Visit
from tests.unit.html.sample import rendered, sample

SOURCE = """
persona ann "Ann"
persona bo "Bo"
team sales "Sales & service"
team care "Care"
channel web "Web"
channel phone "Phone"
journey j "J" {
  for ann
  for bo
  stage s "S" {
    skip phone "Nobody calls here"
    touchpoint a "Alpha" on web {
      owner sales
      current 1
      desired 5
      kind event
      feel -1 "lost" as ann
      pain "Slow café"
      image "a.png"
    }
  }
  stage t "T" {
    touchpoint b "Beta" on phone {
      owner care
      current 5
      desired 5
      feel 1 as bo
      pain "Queue of 12 minutes"
      backstage "Router"
    }
    touchpoint c "Gamma" on phone { owner care; current 4; desired 5; kind friction }
  }
  path p "P" { step a; step b }
}
"""
CARDS = "[...document.querySelectorAll('.card')].filter(e => e.checkVisibility()).map(e => e.id)"
SHOWN = "q => [...document.querySelectorAll(q)].filter(e => e.checkVisibility()).length"


def opened(
    chromium: Chromium, folder: Path, source: str = SOURCE, end: str = "", **more: Any
) -> Visit:
    page = folder / "page.html"
    page.write_text(rendered(load_text(source)), encoding="utf-8")
    return chromium.open(page.resolve().as_uri() + end, width=1280, height=900, **more)


def cards(visit: Visit) -> list[str]:
    return [name.rpartition(".")[2] for name in visit.page.evaluate(CARDS)]


def shown(visit: Visit, query: str) -> int:
    count: int = visit.page.evaluate(SHOWN, query)
    return count


def status(visit: Visit) -> str:
    return visit.page.get_by_role("status").inner_text()


def asked(visit: Visit) -> dict[str, list[str]]:
    return parse_qs(urlsplit(visit.page.evaluate("location.href")).query)


def test_all_is_shown_at_first(chromium: Chromium, tmp_path: Path) -> None:
    visit = opened(chromium, tmp_path)
    assert cards(visit) == ["a", "b", "c"]
    assert status(visit) == "3 of 3 touchpoints"
    assert visit.page.get_by_role("button", name="Show all").is_disabled()
    assert visit.errors == []


def test_what_does_not_match_is_hidden(chromium: Chromium, tmp_path: Path) -> None:
    visit = opened(chromium, tmp_path)
    visit.page.get_by_label("Owner").select_option(label="\u2068Sales & service\u2069 (1)")
    assert cards(visit) == ["a"]
    assert status(visit) == "1 of 3 touchpoints"
    assert shown(visit, ".channels tr") == 1
    assert shown(visit, ".line.pain .bundle") == 1
    assert shown(visit, ".map .backstage") == 0
    assert shown(visit, ".gaps tbody tr") == 1
    assert shown(visit, ".map thead th") == 2
    assert shown(visit, ".steps li") == 2
    assert shown(visit, ".steps .dimmed") == 1
    assert shown(visit, ".dot.dimmed") == 1


def test_choices_narrow_each_other_and_are_taken_back(chromium: Chromium, tmp_path: Path) -> None:
    visit = opened(chromium, tmp_path)
    visit.page.get_by_label("Channel").select_option("phone")
    assert cards(visit) == ["b", "c"]
    visit.page.get_by_label("Gap", exact=True).select_option("small")
    assert cards(visit) == ["c"]
    visit.page.get_by_label("Kind").select_option("event")
    assert cards(visit) == []
    assert status(visit) == "No touchpoint matches"
    assert shown(visit, ".ranking") == 0
    visit.page.get_by_role("button", name="Show all").click()
    assert cards(visit) == ["a", "b", "c"]
    assert asked(visit) == {}
    assert shown(visit, ".dimmed, [hidden]:not(.filtered)") == 0
    assert shown(visit, ".channels tr") == 2


def test_a_persona_sees_their_own_curve(chromium: Chromium, tmp_path: Path) -> None:
    visit = opened(chromium, tmp_path)
    visit.page.get_by_label("Persona").select_option("ann")
    assert cards(visit) == ["a", "c"]
    dimmed = visit.page.evaluate(
        "[...document.querySelectorAll('.stroke[data-who]')]"
        ".map(e => e.classList.contains('dimmed'))"
    )
    assert dimmed == [False, True]


def test_words_are_found_in_cards_and_their_rows(chromium: Chromium, tmp_path: Path) -> None:
    visit = opened(chromium, tmp_path)
    field = visit.page.get_by_role("searchbox")
    for words, found in {
        "alpha": ["a"],
        "CAFE slow": ["a"],
        "۱۲ minutes": ["b"],
        "router": ["b"],
        "a.png": ["a"],
        "owner": [],
        "details": [],
        "  ": ["a", "b", "c"],
    }.items():
        field.fill(words)
        assert cards(visit) == found, words


def test_one_spelling_finds_another_in_persian(chromium: Chromium, tmp_path: Path) -> None:
    source = """
    journey j "سفر" { language fa; stage s {
      touchpoint a "می‌آیند"; touchpoint b "كتاب علي ۱۲۳"; touchpoint c "خانهٔ ما"
    } }"""
    visit = opened(chromium, tmp_path, source)
    field = visit.page.get_by_role("searchbox")
    for words, found in {
        "میآیند": ["a"],
        "می آیند": ["a"],
        "کتاب علی": ["b"],
        "123": ["b"],
        "١٢٣": ["b"],
        "خانه": ["c"],
    }.items():
        field.fill(words)
        assert cards(visit) == found, words
    assert status(visit) == "۱ از ۳ نقطهٔ تماس"


def test_the_keyboard_alone_is_enough(chromium: Chromium, tmp_path: Path) -> None:
    visit = opened(chromium, tmp_path)
    keyboard = visit.page.keyboard
    visit.page.get_by_label("Persona").focus()
    names = []
    for _ in range(6):
        names.append(visit.page.evaluate("document.activeElement.name"))
        ring = visit.page.evaluate("getComputedStyle(document.activeElement).outlineStyle")
        assert ring == "solid"
        keyboard.press("Tab")
    assert names == ["persona", "owner", "channel", "kind", "level", "q"]
    visit.page.get_by_label("Owner").focus()
    keyboard.press("ArrowDown")
    assert cards(visit) == ["a"]
    visit.page.get_by_role("searchbox").focus()
    keyboard.press("Tab")
    keyboard.press("Enter")
    assert cards(visit) == ["a", "b", "c"]
    assert visit.page.evaluate("document.activeElement.name") == "persona"


def test_a_filtered_view_is_shared_by_its_address(chromium: Chromium, tmp_path: Path) -> None:
    visit = opened(chromium, tmp_path, end="?theme=x")
    visit.page.get_by_label("Channel").select_option("phone")
    visit.page.get_by_role("searchbox").fill("صف queue")
    assert asked(visit) == {"theme": ["x"], "channel": ["phone"], "q": ["صف queue"]}
    visit.page.get_by_role("searchbox").fill("queue")
    again = chromium.open(visit.page.evaluate("location.href"))
    assert cards(again) == ["b"]
    assert again.page.get_by_role("searchbox").input_value() == "queue"


def test_an_address_may_ask_for_what_is_not_there(chromium: Chromium, tmp_path: Path) -> None:
    visit = opened(chromium, tmp_path, end="?owner=nobody&level=%22%3E%3Cb%3E")
    assert cards(visit) == ["a", "b", "c"]
    assert visit.page.get_by_label("Owner").input_value() == ""
    assert visit.errors == []


def test_a_link_leads_to_a_touchpoint_in_sight_and_opens_it(
    chromium: Chromium, tmp_path: Path
) -> None:
    page = tmp_path / "page.html"
    page.write_text(rendered(sample("permit")), encoding="utf-8")
    visit = chromium.open(page.resolve().as_uri() + "#permit.decide.letter-decision", 768, 900)
    card = "document.querySelector(':target')"
    box = visit.page.evaluate(f"{card}.getBoundingClientRect().toJSON()")
    head = visit.page.evaluate(
        "Math.max(...['.rail', '.map thead th'].map(q => document.querySelector(q))"
        ".map(e => e.getBoundingClientRect()).filter(r => r.top <= 1).map(r => r.bottom), 0)"
    )
    lane = visit.page.evaluate("document.querySelector('.channels th').getBoundingClientRect()")
    assert head <= box["top"] < 300
    assert lane["right"] <= box["left"] + 1
    assert box["right"] <= 768
    assert visit.page.evaluate(f"{card}.querySelector('details').open")
    assert visit.page.evaluate("document.querySelectorAll('.card details[open]').length") == 1


def test_a_link_to_what_is_hidden_shows_all(chromium: Chromium, tmp_path: Path) -> None:
    visit = opened(chromium, tmp_path, end="?channel=web#j.t.b")
    assert cards(visit) == ["a", "b", "c"]
    assert asked(visit) == {}
    visit.page.get_by_label("Channel").select_option("web")
    visit.page.locator(".steps a", has_text="Beta").click()
    visit.page.wait_for_function("document.querySelectorAll('.card[hidden]').length === 0")
    assert cards(visit) == ["a", "b", "c"]


def test_a_title_is_the_address_of_its_card(chromium: Chromium, tmp_path: Path) -> None:
    visit = opened(chromium, tmp_path)
    visit.page.get_by_role("link", name="Gamma").first.click()
    assert urlsplit(visit.page.evaluate("location.href")).fragment == "j.t.c"


def test_paper_shows_what_is_shown_and_says_so(chromium: Chromium, tmp_path: Path) -> None:
    visit = opened(chromium, tmp_path, end="?owner=care&q=queue")
    assert shown(visit, ".filtered") == 0
    visit.page.emulate_media(media="print")
    assert shown(visit, ".filters") == 0
    assert cards(visit) == ["b"]
    said = visit.page.locator(".filtered").inner_text()
    assert said == (
        "Only part of the map is shown: "
        "Owner: \u2068Care\u2069 · Search: \u2068queue\u2069 · 1 of 3 touchpoints"
    )


def test_paper_of_a_whole_map_says_nothing_of_it(chromium: Chromium, tmp_path: Path) -> None:
    visit = opened(chromium, tmp_path)
    visit.page.emulate_media(media="print")
    assert shown(visit, ".filters, .filtered") == 0


def test_without_scripts_the_page_is_whole_and_has_no_bar(
    chromium: Chromium, tmp_path: Path
) -> None:
    page = tmp_path / "page.html"
    page.write_text(rendered(load_text(SOURCE)), encoding="utf-8")
    end = "?owner=care#j.s.a"
    visit = chromium.open(page.resolve().as_uri() + end, java_script_enabled=False)
    assert visit.page.locator(".filters").is_hidden()
    assert visit.page.locator(".card:visible").count() == 3
    assert visit.errors == []


def test_the_sections_below_follow(chromium: Chromium, tmp_path: Path) -> None:
    ideas = """
      opportunity "Faster" { impact 4; effort 2 }
    }
    touchpoint d "Delta" on web { opportunity "Slower" { impact 2; effort 4 }"""
    visit = opened(chromium, tmp_path, SOURCE.replace('image "a.png"', ideas))
    visit.page.get_by_role("searchbox").fill("delta")
    assert cards(visit) == ["d"]
    assert shown(visit, ".ideas tbody tr") == 1
    assert shown(visit, ".area .idea.dimmed") == 1
    dimmed = "[...document.querySelectorAll('.blueprint .frontstage .dimmed .title')].length"
    assert visit.page.evaluate(dimmed) == 3
    visit.page.get_by_role("searchbox").fill("router")
    assert shown(visit, ".ideas") == 0


@pytest.mark.parametrize("language", ["en", "fa"])
def test_a_wide_map_moves_to_what_is_left(
    chromium: Chromium, tmp_path: Path, language: str
) -> None:
    stages = "\n".join(f'stage s{at} {{ touchpoint t{at} "T{at}x" }}' for at in range(12))
    visit = opened(chromium, tmp_path, f"journey j {{ language {language}\n{stages}\n}}")
    visit.page.get_by_role("searchbox").fill("t9x")
    assert cards(visit) == ["t9"]
    inside = visit.page.evaluate(
        "(() => { const r = document.querySelector('.card:not([hidden])').getBoundingClientRect();"
        " const b = document.querySelector('.frame > .scroll').getBoundingClientRect();"
        " return r.left >= b.left && r.right <= b.right })()"
    )
    assert inside
    assert visit.page.evaluate("scrollY") == 0


def test_one_bar_filters_every_journey(chromium: Chromium, tmp_path: Path) -> None:
    more = 'journey k "K" { stage s { touchpoint z "Zeta" on web { owner sales } } }'
    visit = opened(chromium, tmp_path, SOURCE + more)
    visit.page.get_by_label("Owner").select_option("sales")
    assert cards(visit) == ["a", "z"]
    assert status(visit) == "2 of 4 touchpoints"
