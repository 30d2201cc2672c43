"""The page about translation shows what is so."""

from pathlib import Path

import pytest

from jmap.loading import load
from jmap.translation.extract import extract
from jmap.translation.po import written_catalogue
from tests.tools.pages import blocks

PAGE = Path(__file__).parents[3] / "docs/translation.md"


def test_the_catalogue_of_the_page_is_that_of_its_map(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    source, catalogue = (block for block in blocks(PAGE) if block.info[0] in ("jmap", "po"))
    Path("refund.jmap").write_text(source.text, encoding="utf-8")
    loaded = load("refund.jmap")

    made = extract(loaded.workspace, loaded.journeys, "fa", loaded.origins)

    assert written_catalogue(made).decode() == catalogue.text
