"""The chart of a history: what it says, and to whom."""

import xml.etree.ElementTree as ET

import pytest

from jmap.history.chart import chart
from jmap.history.figures import Figures
from jmap.history.line import Line
from jmap.history.series import series_of
from jmap.paint.theme import THEMES
from tests.tools.ink import inks, outside, overlaps
from tests.unit.history.lines import line_from, told, wandering

SVG = "{http://www.w3.org/2000/svg}"
COUNTS = (1, 2, 12, 500)


def texts(line: Line) -> list[str]:
    root = ET.fromstring(chart(line).to_bytes())
    return ["".join(one.itertext()).strip("\u2068\u2069") for one in root.iter(f"{SVG}text")]


@pytest.mark.parametrize("language", ["en", "fa"])
@pytest.mark.parametrize("count", COUNTS)
def test_every_text_stands_clear_in_the_pixels(count: int, language: str) -> None:
    image = inks(chart(wandering(count, language)).to_bytes().decode())
    assert outside(image) == []
    assert overlaps(image) == []


def test_names_for_those_who_do_not_see_it() -> None:
    root = ET.fromstring(chart(told()).to_bytes())
    description = root.findtext(f"{SVG}desc")

    assert root.findtext(f"{SVG}title") == "Gaps over time"
    assert description is not None
    assert "large gaps: 12 at first, 4 now, 14 at most." in description
    assert "Draw: reporting a fault" in description


def test_persian_maps_have_a_persian_chart() -> None:
    drawn = chart(told("fa"))
    assert drawn.title == "روند شکاف‌ها"
    assert "۲۲ دی ۱۴۰۴" in drawn.description
    assert not any(char in "0123456789" for text in texts(told("fa")) for char in text)


def test_the_largest_changes_are_named() -> None:
    steps = series_of(told()).steps
    assert [step.number for step in steps] == [1, 2, 3, 4, 5, 6]
    first_of_all = max(steps, key=lambda step: abs(step.moment.figures.large - step.before.large))
    assert first_of_all.moment.point.commit.subject == "Draw: reporting a fault"


def test_without_commits_that_is_said() -> None:
    assert "Nobody has changed maps here." in texts(Line(()))


def test_one_gap_is_one() -> None:
    said = texts(line_from([Figures(large=2, small=3), Figures(large=1, small=2, warnings=1)]))

    assert {"1 large gap", "2 small gaps", "1 finding of rules"} <= set(said)
    assert not {"1 large gaps", "large gaps", "findings of rules"} & set(said)


def test_a_clock_that_ran_backwards() -> None:
    line = line_from([Figures(large=3), Figures(large=1), Figures()], days=[9, 0, 4])
    assert [moment.seconds for moment in series_of(line).moments] == [0, 0, 0]
    chart(line).to_bytes()


@pytest.mark.parametrize("theme", sorted(THEMES))
def test_the_same_bytes_in_every_theme(theme: str) -> None:
    one, other = (chart(told()).to_bytes(THEMES[theme]) for _ in range(2))
    assert one == other


@pytest.mark.parametrize("text", ["", "w" * 10_000, "\x1b[31m\u202e<b>&\x00", "سلام " * 500])
def test_hostile_subjects(text: str) -> None:
    figures = [Figures(large=5), Figures(large=2)]
    drawn = chart(line_from(figures, subjects=[text]))
    ET.fromstring(drawn.to_bytes())
    image = inks(drawn.to_bytes().decode())
    assert outside(image) == []
    assert overlaps(image) == []


def test_wishes_of_which_nothing_is_known_are_left_out() -> None:
    assert "of wishes fulfilled" not in texts(line_from([Figures(large=2), Figures(large=1)]))
    scored = Figures(large=1, attained=500_000, scored=1)
    said = texts(line_from([Figures(large=2), scored]))
    assert "of wishes fulfilled" in said
    assert "was –" not in said


def test_one_day_is_said_once() -> None:
    said = texts(line_from([Figures(large=2), Figures(large=1)], days=[0, 0.1]))
    assert "2026-01-12 · 2 changes of the maps" in said


def test_what_is_counted_is_named() -> None:
    assert {"Gaps", "Findings"} <= set(texts(told()))
