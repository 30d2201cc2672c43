"""No page scrolls sideways and no text is cut off, at any width and with wider spacing."""

from pathlib import Path

import pytest

from tests.tools.chromium import Chromium
from tests.tools.page_kinds import PageKind, page_kinds
from tests.tools.page_visits import open_page
from tests.tools.probe import asked, unfold

WIDTHS = (320, 768, 1440, 2560)
SPACED = """() => {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(`* {
    line-height: 1.5 !important; word-spacing: .16em !important;
    letter-spacing: ${document.dir === "rtl" ? 0 : ".12em"} !important;
  } p { margin-block-end: 2em !important }`);
  document.adoptedStyleSheets = [sheet];
}"""
"""The spacing that a reader may ask for by WCAG 1.4.12; joined letters are not drawn apart."""

BAD = """<!doctype html><title>t</title><body>
<div style="width:60px;overflow:hidden;white-space:nowrap">words that do not fit in it</div>
<div style="width:60px;overflow:auto;white-space:nowrap">words that can be scrolled to</div>
<p style="width:900px">wide</p>"""


@pytest.mark.parametrize("kind", page_kinds(), ids=lambda kind: kind.name)
def test_a_page_fits_its_window(chromium: Chromium, tmp_path: Path, kind: PageKind) -> None:
    page = open_page(chromium, kind, tmp_path, 1440, 900).page
    unfold(page)
    for spaced in (False, True):
        if spaced:
            page.evaluate(SPACED)
        for width in WIDTHS:
            page.set_viewport_size({"width": width, "height": 900})
            assert page.evaluate("document.documentElement.scrollWidth") == width
            found = asked(page, "clipped", False)
            assert found["seen"] > 0
            assert found["found"] == []


def test_what_is_wrong_is_found(chromium: Chromium, tmp_path: Path) -> None:
    bad = tmp_path / "bad.html"
    bad.write_text(BAD, encoding="utf-8")
    page = chromium.open(bad, 320).page
    assert page.evaluate("document.documentElement.scrollWidth") > 900
    assert [each.split(" | ")[0] for each in asked(page, "clipped", False)["found"]] == [
        "words that do not fit in it"
    ]
