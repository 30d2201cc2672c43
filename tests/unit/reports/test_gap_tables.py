"""Gaps as tables: complete, aligned, safe in terminals and spreadsheets, filtered by name."""

import csv as standard_csv
import io
import json
import re
from dataclasses import replace
from functools import cache

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from jmap.gaps import Gap, Level, gaps_of, ranked
from jmap.loading import load_text
from jmap.model.workspace import Workspace
from jmap.reports import gaps as tables
from jmap.reports.gaps import COLUMNS, GapFilter, GapRow
from jmap.reports.visible import width
from tests.unit.json.workspaces import workspaces

SOURCE = """
team pricing "Pricing desk"
team web "Web"
channel chat "Live chat" { responds 90% within 3m }
persona dana "Dana Okafor"
metric nps-now "Recommends us" { kind nps }
journey net "Ordering" {
  for dana
  owner web
  stage choose "Choose a tariff" {
    touchpoint compare on "Web page" "Comparison" {
      kind interaction
      owner pricing backup web
      action "Show the total"
      action "=SUM(A1)"
      current 2
      desired 5
      intended 4
      importance 5
      pain "Late fees"
      opportunity "Calculator"
    }
    touchpoint ask on chat "Asks" {
      current 4m
      desired 90s
      measure nps-now { current 31/40/49; desired 20 }
    }
  }
  stage use "Use" {
    touchpoint help "Help" { think "Why?" }
  }
}
journey خرید "خرید" {
  stage یک "نخست" {
    touchpoint دو on "تلفن" "صف انتظار" { current ۹۶s; desired ۲۰s }
  }
}
"""
HOSTILE = (
    "=1+1", "+1", "-1", "@SUM", "\tx", "\rx", "\nx", "＝1", "＋1", "－1", "＠x",
    'a"b', "a,b", "a\nb", "plain", "'=x",
)  # fmt: skip


def gaps(workspace: Workspace) -> list[Gap]:
    return [gap for journey in workspace.journeys for gap in gaps_of(workspace, journey)]


def rows(source: str = SOURCE, language: str = "en") -> tuple[GapRow, ...]:
    loaded = load_text(source)
    assert loaded.ok, [item.message for item in loaded.diagnostics]
    return tables.gap_rows(loaded.workspace, ranked(gaps(loaded.workspace)), language)


@cache
def first_row() -> GapRow:
    return rows()[0]


def by_key(key: str) -> GapRow:
    return next(row for row in rows() if row.key == key)


def test_a_row_has_names_and_numbers_in_one_unit() -> None:
    assert by_key("net.choose.compare") == GapRow(
        rank=1, journey="Ordering", stage="Choose a tariff", touchpoint="Comparison", metric="",
        channel="Web page", kind="interaction", owner="Pricing desk", backup="Web",
        current=2, desired=5, intended=4, unit="score",
        experience_gap=-3, delivery_gap=-2, design_gap=-1, promise_gap=None,
        attainment=0.25, weighted_gap=3.75, level=Level.LARGE,
        action=("Show the total", "=SUM(A1)"), pains=("Late fees",), opportunities=("Calculator",),
        key="net.choose.compare",
    )  # fmt: skip


def test_durations_are_told_in_the_unit_of_the_first() -> None:
    row = by_key("net.choose.ask")

    assert (row.current, row.desired, row.unit) == (4, 1.5, "m")
    assert (row.experience_gap, row.promise_gap) == (-2.5, None)


def test_the_owner_of_the_journey_answers_where_nobody_else_does() -> None:
    assert by_key("net.choose.ask").owner == "Web"


def test_a_measure_names_its_metric() -> None:
    row = by_key("net.choose.ask.nps-now")

    assert (row.metric, row.unit, row.current) == ("Recommends us", "nps", -15)


def test_unknown_comes_last_and_stays_unknown() -> None:
    row = rows()[-1]

    assert (row.key, row.level, row.experience_gap, row.attainment) == (
        "net.use.help",
        Level.UNKNOWN,
        None,
        None,
    )


def test_json_has_the_columns_as_keys() -> None:
    made = json.loads(tables.json(rows()))

    assert [list(item) for item in made] == [list(COLUMNS)] * len(rows())
    assert made[0]["experience_gap"] == -3
    assert made[-1]["attainment"] is None
    assert made[0]["level"] == "large"
    assert made[0]["action"] == ["Show the total", "=SUM(A1)"]


def test_csv_keeps_numbers_and_disarms_formulas() -> None:
    text = tables.csv(rows())
    first = next(iter(standard_csv.DictReader(io.StringIO(text, newline=""))))

    assert "\r" not in text
    assert first["experience_gap"] == "-3"
    assert ",-3,-2,-1,,0.25,3.75," in text
    assert first["pains"] == "Late fees"
    assert list(first) == list(COLUMNS)


@given(
    st.lists(st.sampled_from(HOSTILE) | st.text(max_size=8), min_size=1, max_size=3),
    st.sampled_from(HOSTILE),
)
def test_any_text_survives_csv_and_none_is_a_formula(actions: list[str], title: str) -> None:
    row = replace(first_row(), action=tuple(actions), touchpoint=title)
    (read,) = standard_csv.DictReader(io.StringIO(tables.csv([row]), newline=""))

    for name, value in (("touchpoint", title), ("action", "\n".join(actions))):
        assert read[name] in (value, "'" + value)
        assert not re.match(r"[=+\-@\t\r\n＝＋－＠]", read[name])


def test_text_is_aligned_and_counts_all() -> None:
    lines = tables.text(rows(), top=2).split("\n")

    assert lines[0].startswith("No.  Level")
    assert lines[1].split() == [
        "1",
        "●",
        "large",
        "gap",
        "−3",
        "Ordering",
        "Comparison",
        "Web",
        "page",
        "2",
        "5",
        "4",
        "25%",
        "3.75",
        "Pricing",
        "desk",
    ]
    assert len(lines) == 6
    assert lines[4] == "Gaps: 5 · ● large gap: 3 · ◑ medium gap: 1 · ? gap unknown: 1 (1–2)"
    assert lines[5] == ""


def test_columns_stand_below_each_other_in_any_script() -> None:
    lines = [re.sub("\u200e", "", line) for line in tables.text(rows()).split("\n")][:6]
    places = {
        width(line[: line.index(mark)])
        for line, mark in zip(lines[1:], "●●●◑?", strict=False)
        if mark in line
    }

    assert len(places) == 1


def test_a_narrow_terminal_gets_fewer_columns() -> None:
    wide, narrow = tables.text(rows()), tables.text(rows(), room=70)

    assert max(map(width, narrow.split("\n")[:-3])) <= 70 < max(map(width, wide.split("\n")))
    assert "Comparison" in narrow


def test_persian_tables_have_persian_labels_and_digits() -> None:
    made = tables.text(rows(language="fa"), language="fa")

    assert made.startswith("رتبه")
    assert "۹۶ ثانیه" in made
    assert "شکاف بزرگ" in made
    assert not re.search("[\u2066-\u2069]", made)


def test_a_terminal_is_never_steered() -> None:
    made = tables.text(rows(SOURCE.replace("Comparison", "\\u{1b}[2J\\u{202e}a\\u{9b}b")))

    assert "\\x1b[2J\\u202ea\\x9bb" in made
    assert not re.search("[\x00-\x09\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]", made)


@settings(max_examples=30)
@given(workspaces)
def test_any_workspace_makes_every_table(workspace: Workspace) -> None:
    made = tables.gap_rows(workspace, ranked(gaps(workspace)))

    assert not re.search(
        "[\x00-\x09\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]", tables.text(made)
    )
    assert len(json.loads(tables.json(made))) == len(made)
    assert (
        len(list(standard_csv.reader(io.StringIO(tables.csv(made), newline="")))) == len(made) + 1
    )
    assert len(tables.markdown(made).split("\n")) == (len(made) + 3 if made else 2)


def test_markdown_is_a_table_with_inert_texts() -> None:
    made = tables.markdown(rows(SOURCE.replace("Show the total", "<b>|@who")))

    assert made.startswith(
        "| No. | Where | Gap | Current | Desired | Intended | Attainment | Weighted gap | Owner |"
    )
    assert "| \\<b\\>\\|<span>@</span>who<br>\\=SUM(A1) |" in made
    assert "| 1 | **Comparison**<br>Choose a tariff · Web page | ● large gap −3 |" in made


def test_nothing_is_said_in_words() -> None:
    assert tables.text([]) == tables.markdown([]) == "No gap is known yet.\n"
    assert tables.json([]) == "[]\n"


@pytest.mark.parametrize(
    ("asked", "keys"),
    [
        ({}, 5),
        ({"journeys": ("NET",)}, 4),
        ({"journeys": ("ordering", "خريد")}, 5),
        ({"stages": ("choose  a tariff",)}, 3),
        ({"channels": ("Live Chat",)}, 2),
        ({"channels": ("chat",)}, 2),
        ({"channels": ("web page",)}, 1),
        ({"owners": ("pricing desk",)}, 1),
        ({"owners": ("web",)}, 3),
        ({"kinds": ("interaction",)}, 1),
        ({"kinds": ("تعامل",)}, 1),
        ({"personas": ("dana okafor",)}, 4),
        ({"personas": ("dana",), "channels": ("تلفن",)}, 0),
        ({"stages": ("nowhere",)}, 0),
    ],
    ids=str,
)
def test_a_filter_takes_ids_and_titles(asked: dict[str, tuple[str, ...]], keys: int) -> None:
    workspace = load_text(SOURCE).workspace
    wanted = GapFilter(**asked, workspace=workspace)

    assert sum(map(wanted.matches, gaps(workspace))) == keys
