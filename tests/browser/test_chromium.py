"""The watch on a page must see what goes wrong, or no other browser test means anything."""

from pathlib import Path

import pytest

from tests.tools import chromium as tool
from tests.tools.chromium import Chromium

BAD = """<!doctype html><title>t</title><body>
<script>
  console.error("said");
  alert("asked");
  new WebSocket("ws://127.0.0.1:9/socket");
  fetch("http://127.0.0.1:9/fetched").catch(() => 0);
  setTimeout(() => { throw new Error("thrown") }, 0);
</script>
<img src="http://127.0.0.1:9/image.png">
"""


def test_everything_a_page_does_is_written_down(chromium: Chromium, tmp_path: Path) -> None:
    page = tmp_path / "bad.html"
    page.write_text(BAD, encoding="utf-8")

    visit = chromium.open(page)

    assert visit.requests[0] == page.as_uri()
    assert sorted(visit.outside_requests) == [
        "http://127.0.0.1:9/fetched",
        "http://127.0.0.1:9/image.png",
        "ws://127.0.0.1:9/socket",
    ]
    assert "said" in visit.console_errors
    assert any("thrown" in error for error in visit.page_errors)
    assert visit.dialogs == ["asked"]


def test_a_quiet_page_leaves_no_trace(chromium: Chromium, tmp_path: Path) -> None:
    page = tmp_path / "quiet.html"
    page.write_text('<!doctype html><html lang="fa" dir="rtl"><p>سلام', encoding="utf-8")

    visit = chromium.open(page, width=600, height=400)

    assert visit.requests == [page.as_uri()]
    assert visit.errors == []
    assert visit.dialogs == []
    assert visit.page.evaluate("[innerWidth, getComputedStyle(document.body).direction]") == [
        600,
        "rtl",
    ]


def test_a_missing_browser_is_an_error(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))

    with pytest.raises(LookupError, match="apt install chromium"):
        tool.find_chromium()
