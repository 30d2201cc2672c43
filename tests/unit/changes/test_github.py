"""Changes as notes on the lines of a pull request: read by a port of the runner's own parser."""

from dataclasses import replace

import pytest

from jmap.diff.allowed import Allowed
from jmap.model.text import quote_line
from jmap.reports.changes.github import github
from jmap.reports.workflow import SHOWN
from tests.tools.changes import compared
from tests.tools.runner import Command, commands
from tests.unit.changes.maps import refund, with_allowance


def test_what_gets_worse_is_an_error_and_comes_first() -> None:
    found = commands(github([refund()]))

    assert [(one.name, one.properties["title"]) for one in found] == [
        ("error", "mood-fell: Calling us"),
        ("error", "gap-widened: Calling us"),
        ("error", "pain-dropped: Calling us"),
        ("notice", "aim-raised: Writing to us"),
        ("notice", "jmap"),
    ]
    assert found[1].data == (
        "customers wait 30 h instead of 26 h, where 4 h is wanted\nowner: Customer care"
    )


def test_a_note_stands_on_the_line_that_says_it_now() -> None:
    found = commands(github([refund(prefix="HEAD:/")]))

    assert found[1].properties == {
        "title": "gap-widened: Calling us",
        "file": "maps/refund.jmap",
        "line": "12",
        "endLine": "12",
        "col": "7",
        "endColumn": "18",
    }


def test_what_weighs_nothing_is_counted() -> None:
    last = commands(github([refund()]))[-1]

    assert last.data == "2 changes neither help nor harm customers; `jmap diff` prints all"


def test_what_is_allowed_is_a_notice_that_says_why() -> None:
    part = with_allowance(refund(), "gap-widened", Allowed("until the new year", "Sam Reyes"))
    found = commands(github([part]))
    notes = [one for one in found if one.properties["title"] == "gap-widened: Calling us"]

    assert [one.name for one in notes] == ["notice"]
    assert notes[0].data.split("\n")[-1] == "allowed: until the new year (Sam Reyes)"


def journey(worse: int, better: int, value: int) -> str:
    points = [f"touchpoint t{at} {{\n current {value} \n desired 5 \n}}" for at in range(worse)]
    points += [
        f"touchpoint u{at} {{\n current {5 - value} \n desired 5 \n}}" for at in range(better)
    ]
    return "journey j {\n stage s {\n" + "\n".join(points) + "\n }\n}\n"


def test_no_more_is_said_than_github_shows() -> None:
    found = commands(github([compared(journey(14, 13, 3), journey(14, 13, 1))]))

    assert [one.name for one in found] == ["error"] * SHOWN + ["notice"] * SHOWN
    assert found[-1].data == (
        "4 more for the worse (GitHub shows 10 of a kind); 4 more for the better (GitHub shows 10 "
        "of a kind); `jmap diff` prints all"
    )


def test_notes_on_the_comparison_are_said() -> None:
    part = replace(refund(), notes=("the gate itself was changed",))
    found = commands(github([part]))

    assert Command("notice", {"title": "jmap"}, "the gate itself was changed") in found


def test_notes_that_are_too_many_are_counted() -> None:
    part = replace(compared("journey j\n", "journey j\n"), notes=tuple("abcde"))
    found = commands(github([part]))

    assert [one.data for one in found[:-1]] == ["a", "b", "c"]
    assert found[-1].data == "2 more notes on the comparison itself; `jmap diff` prints all"


def test_no_change_is_no_note() -> None:
    assert github([compared("journey j\n", "journey j\n")]) == ""


def test_a_map_that_is_gone_is_shown_at_the_start_of_its_file() -> None:
    before = 'team care "Care"\n\njourney j {\n stage s { touchpoint t on web { feel 1 \n} }\n}\n'
    found = commands(github([compared("channel web\n" + before, "channel web\n")]))

    for one in found[:-1]:
        assert one.properties["line"] == "1"


@pytest.mark.parametrize(
    "text",
    [
        "::error::x",
        "##[add-mask]x",
        "a::b",
        "100%0A::stop-commands::x",
    ],
)
def test_a_map_gives_no_commands(text: str) -> None:
    said = "journey j %s {\n stage s %s {\n touchpoint t %s {\n current %s\n desired 5\n }\n }\n}\n"
    words = (quote_line(text),) * 3
    part = compared(said % (*words, "4"), said % (*words, "2"), name=text)

    assert [one.name for one in commands(github([part]))] == ["error"]


@pytest.mark.parametrize("text", ["\x1b[31m\n::error::x", "##[add-mask]x", "\u202ex\r\n::debug::"])
def test_neither_does_who_allows_it(text: str) -> None:
    part = with_allowance(refund(), "gap-widened", Allowed(text, text))
    told = github([replace(part, notes=(text,))])

    assert [one.name for one in commands(told)] == ["error"] * 2 + ["notice"] * 4
    assert not set("\x1b\u202e\r") & set(told)


def test_the_last_word_is_in_the_language_of_the_maps() -> None:
    text = 'سفر تعمیر "تعمیر" {\n مرحله صف "صف" {\n نقطه‌تماس خط "خط" {\n %s\n }\n }\n}\n'
    found = commands(github([compared(text % "", text % 'حس 0 "آسوده"')]))

    assert [one.data for one in found] == [
        "۱ تغییر نه به سود مشتری است و نه به زیان او؛ همه را با `jmap diff` ببینید"
    ]
