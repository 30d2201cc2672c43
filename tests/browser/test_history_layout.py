"""In a real browser the chart of a history is set well, at any length and in either direction."""

from pathlib import Path

import pytest

from jmap.history.chart import chart
from jmap.history.figures import Figures
from jmap.history.line import Line
from tests.browser.test_svg_layout import MEASURE, Measured, outside, overlaps
from tests.tools.chromium import Chromium
from tests.unit.history.lines import line_from, told, wandering


def check(chromium: Chromium, line: Line, folder: Path) -> None:
    path = folder / "history.svg"
    path.write_bytes(chart(line).to_bytes())
    visit = chromium.open(path)
    assert not visit.outside_requests
    assert visit.errors == []
    visit.page.evaluate("document.fonts.ready.then(() => 0)")
    found = Measured(**visit.page.evaluate(MEASURE))
    assert min(text["size"] for text in found.texts) >= 11
    assert outside(found) == []
    assert overlaps(found) == []


@pytest.mark.parametrize("language", ["en", "fa"])
@pytest.mark.parametrize("count", [1, 2, 3, 12, 60, 500])
def test_histories_of_any_length(
    chromium: Chromium, count: int, language: str, tmp_path: Path
) -> None:
    check(chromium, wandering(count, language, seed=count), tmp_path)


@pytest.mark.parametrize("language", ["en", "fa"])
def test_the_picture_of_the_docs(chromium: Chromium, language: str, tmp_path: Path) -> None:
    check(chromium, told(language), tmp_path)


@pytest.mark.parametrize("most", [0, 1, 9_999, 1_000_000])
def test_few_gaps_and_many(chromium: Chromium, most: int, tmp_path: Path) -> None:
    figures = [Figures(large=most, medium=most, small=most, warnings=most), Figures()]
    check(chromium, line_from([*figures, *figures]), tmp_path)


def test_all_changes_on_one_day(chromium: Chromium, tmp_path: Path) -> None:
    figures = [Figures(large=at % 7, small=at % 5) for at in range(30)]
    check(chromium, line_from(figures, days=[at / 100 for at in range(30)]), tmp_path)


@pytest.mark.parametrize("text", ["w" * 5_000, "word " * 900, "سلام " * 900], ids=range(3))
def test_long_subjects(chromium: Chromium, text: str, tmp_path: Path) -> None:
    line = line_from([Figures(large=5), Figures(large=2)], subjects=[text], title=text)
    check(chromium, line, tmp_path)
