"""On paper every page is whole: nothing cut off or folded away, no controls, no blank sheet."""

import math
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Page

from tests.tools.chromium import Chromium
from tests.tools.page_kinds import PageKind, page_kinds
from tests.tools.page_visits import open_page
from tests.tools.pdf import Sheet, sheets
from tests.tools.probe import asked

INCH = 96
POINT = 72
MARGIN = 2 * 10 / 25.4
"""The margins of a sheet together, in inches."""

LEFT = """() => {
  const seen = (...kinds) => [...document.querySelectorAll(kinds.join())]
    .filter(e => e.checkVisibility({visibilityProperty: true, contentVisibilityAuto: true}));
  const folded = [...document.querySelectorAll("details > :not(summary)")]
    .filter(e => !e.checkVisibility()).map(e => e.textContent.trim().slice(0, 60));
  const controls = seen("input", "select", "textarea", "button", "summary", "[role=search]")
    .map(e => e.outerHTML.slice(0, 80));
  return {folded, controls, details: document.querySelectorAll("details").length,
          height: document.documentElement.scrollHeight};
}"""

BAD = """<!doctype html><title>t</title><style>@page{size:200mm 100mm}</style><body><p>one</p>
<div style="width:60px;overflow:auto;white-space:nowrap">words that do not fit in it</div>
<details><summary>more</summary><p>hidden</p></details>
<p style="break-before:page;width:5000px;text-align:end">far</p>
<div style="break-before:page;height:9px"></div><p style="break-before:page">three</p>"""


def printed(page: Page) -> list[Sheet]:
    """The sheets of a page at the size it asks for."""
    return sheets(page.pdf(prefer_css_page_size=True, print_background=True))


def on_paper(page: Page, sheet: Sheet) -> dict[str, Any]:
    """What is cut off or left out where the window is as wide as the print area of a sheet."""
    width = math.floor((sheet.width / POINT - MARGIN) * INCH)
    page.emulate_media(media="print")
    page.set_viewport_size({"width": width, "height": 900})
    answer: dict[str, Any] = page.evaluate(LEFT)
    return answer | {"clipped": asked(page, "clipped", True)["found"]}


PRINTED = tuple(kind for kind in page_kinds() if kind.alone)


@pytest.mark.parametrize("kind", PRINTED, ids=lambda kind: kind.name)
def test_a_page_is_whole_on_paper(chromium: Chromium, tmp_path: Path, kind: PageKind) -> None:
    page = open_page(chromium, kind, tmp_path).page
    paper = printed(page)
    widest = max(paper, key=lambda sheet: sheet.width)
    found = on_paper(page, widest)

    assert found["clipped"] == []
    assert found["folded"] == []
    assert found["controls"] == []
    assert [at for at, sheet in enumerate(paper, 1) if not sheet.texts] == []
    # Only a picture that is higher than wide has its sheet upright.
    upright = [sheet for sheet in paper if sheet.width < sheet.height]
    assert len(upright) == page.locator(".picture.tall").count()
    # What may not be torn apart moves to the next sheet: half of a sheet stays empty at the worst.
    needed = found["height"] / ((widest.height / POINT - MARGIN) * INCH)
    journeys = page.locator("article.journey").count()
    assert len(paper) <= math.ceil(2 * needed) + 2 * journeys


def test_what_is_wrong_is_found(chromium: Chromium, tmp_path: Path) -> None:
    bad = tmp_path / "bad.html"
    bad.write_text(BAD, encoding="utf-8")
    page = chromium.open(bad).page
    paper = printed(page)
    found = on_paper(page, paper[0])
    assert [bool(sheet.texts) for sheet in paper] == [True, False, False, True]
    assert [round(sheet.width / POINT * 25.4) for sheet in paper] == [200] * 4
    assert [each.split(" | ")[0] for each in found["clipped"]] == [
        "words that do not fit in it",
        "far",
    ]
    assert found["folded"] == ["hidden"]
    assert len(found["controls"]) == 1
