"""Every page is free of what axe-core finds, in light and dark, narrow and wide, and every text on
it can be read.
"""

from pathlib import Path

import pytest

from tests.tools.axe import judged
from tests.tools.chromium import Chromium
from tests.tools.page_kinds import PageKind, page_kinds
from tests.tools.page_visits import open_page
from tests.tools.probe import asked, unfold

WIDTHS = (1440, 768, 320)
UNDECIDED = {
    "color-contrast": "it gives up where boxes overlap: the contrast of every text is measured",
    "th-has-data-cells": "a channel that a stage does not use leaves an empty cell: that is a map",
}
"""What axe-core may leave to people, and what we do about it."""

BAD = """<!doctype html><html lang="en"><title>t</title><main><h1>T</h1>
<p style="color:#999;background:#fff">pale</p><img src="data:,"><input>
<svg width="90" height="30"><rect width="90" height="30" fill="#000"/>
<text x="5" y="20" fill="#222">drawn</text></svg>
<button style="width:9px;height:9px;padding:0;border:0">a</button><button
 style="width:9px;height:9px;padding:0;border:0">b</button></main>"""


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("kind", page_kinds(), ids=lambda kind: kind.name)
def test_a_page_can_be_used_by_everybody(
    chromium: Chromium, tmp_path: Path, kind: PageKind, scheme: str
) -> None:
    page = open_page(chromium, kind, tmp_path, 1440, 900, color_scheme=scheme).page
    unfold(page)
    wrong = []
    for width in WIDTHS:
        page.set_viewport_size({"width": width, "height": 900})
        found = judged(page)
        wrong += [f"{width}: {each}" for each in found.violations]
        undecided = [each for each in found.undecided if each.rule not in UNDECIDED]
        wrong += [f"{width}: undecided: {each}" for each in undecided]
        wrong += [f"{width}: {each}" for each in asked(page, "contrast")["found"]]
    assert not wrong, "\n".join(wrong)


@pytest.mark.parametrize("kind", page_kinds(), ids=lambda kind: kind.name)
def test_a_page_says_its_language(chromium: Chromium, tmp_path: Path, kind: PageKind) -> None:
    page = open_page(chromium, kind, tmp_path).page
    root = "[document.documentElement.lang, document.documentElement.dir, document.title !== '']"
    assert page.evaluate(root) == [kind.language, kind.direction, True]


def test_what_is_wrong_is_found(chromium: Chromium, tmp_path: Path) -> None:
    bad = tmp_path / "bad.html"
    bad.write_text(BAD, encoding="utf-8")
    page = chromium.open(bad).page
    found = judged(page)
    rules = {each.rule for each in found.violations}
    assert {"color-contrast", "image-alt", "label", "target-size"} <= rules
    assert {"landmark-unique", "region", "tabindex", "target-size"} <= found.rules
    contrast = asked(page, "contrast")
    assert [each.split(" ")[0] for each in contrast["found"]] == ["pale", "drawn"]
