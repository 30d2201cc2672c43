"""A page that is opened, read and printed asks for nothing and complains of nothing."""

from pathlib import Path

import pytest

from tests.tools.chromium import Chromium, Visit
from tests.tools.page_kinds import PageKind, page_kinds
from tests.tools.page_visits import open_page, own_requests
from tests.tools.probe import unfold

BAD = """<!doctype html><html lang="en"><title>t</title><p style="height:9000px">
<script>console.error("said")</script>
<img src="http://127.0.0.1:9/late.png" loading="lazy"><style>
@media print { p { background: url(http://127.0.0.1:9/print.png) } }</style>"""


def read_through(visit: Visit) -> None:
    """Open all that is folded, go to the end and back, look at every theme and print."""
    page = visit.page
    unfold(page)
    page.evaluate("scrollTo(0, document.body.scrollHeight)")
    page.emulate_media(color_scheme="dark", reduced_motion="reduce", forced_colors="active")
    page.evaluate("scrollTo(0, 0)")
    page.pdf()
    page.wait_for_load_state("networkidle")


def noise(visit: Visit) -> list[str]:
    """What the page did that it should not have."""
    own = own_requests(visit)
    assert own
    asked = [url for url in visit.requests if not url.startswith(("data:", "blob:"))]
    asked = [url for url in asked if url not in own]
    return [*asked, *visit.errors, *visit.dialogs]


@pytest.mark.parametrize("kind", page_kinds(), ids=lambda kind: kind.name)
def test_a_page_is_quiet(chromium: Chromium, tmp_path: Path, kind: PageKind) -> None:
    visit = open_page(chromium, kind, tmp_path)
    read_through(visit)
    assert noise(visit) == []


def test_what_is_wrong_is_heard(chromium: Chromium, tmp_path: Path) -> None:
    bad = tmp_path / "bad.html"
    bad.write_text(BAD, encoding="utf-8")
    visit = chromium.open(bad)
    read_through(visit)
    heard = noise(visit)
    assert "said" in heard
    assert {"http://127.0.0.1:9/late.png", "http://127.0.0.1:9/print.png"} <= set(heard)
