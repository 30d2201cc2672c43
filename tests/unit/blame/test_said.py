"""What the command prints: for people and for programs, in English and Persian, of strangers."""

import json
import re
from pathlib import Path
from typing import Any

from jmap.reports.blame.json import blame_json
from jmap.reports.blame.text import text
from jmap.reports.style import Style
from tests.unit.blame.past import MAP, Past

DOCS = Path(__file__).parents[3] / "docs" / "blame.md"
PERSIAN = """تیم پشتیبانی "پشتیبانی مشتریان"

سفر بازپرداخت "پس گرفتن پول" {
  زبان fa

  مرحله درخواست "درخواست" {
    نقطه‌تماس تماس "تماس تلفنی" {
      مسئول پشتیبانی
      اکنون ۲۶ ساعت
      مطلوب ۴ ساعت
    }
  }
}
"""
UNSAFE = re.compile("[\x00-\x09\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]")


def test_the_page_says_what_is_printed(past: Past) -> None:
    slower = MAP.replace("current 26h", "current 30h")
    past.says(slower, "Measure the calls of March", who="Omid", day=9)
    renamed = slower.replace("touchpoint call ", "touchpoint phone was call ")
    past.says(renamed, "Call it what customers call it", who="Negar", day=12)
    past.save(renamed.replace("severity high", "severity medium"))
    ended = past.run("phone")

    assert ended.status == 0
    assert f"$ jmap blame phone\n{ended.out}```" in DOCS.read_text(encoding="utf-8")


def test_json(past: Past) -> None:
    slower = past.says(MAP.replace("26h", "30h"), "Slower", who="Omid", day=2)
    past.save(MAP.replace("26h", "30h").replace("4h", "3h"))
    ended = past.run("refund.ask.call", "-f", "json")
    found: dict[str, Any] = json.loads(ended.out)
    facts = {one["lines"][0]: one for one in found["facts"]}

    assert found["version"] == 1
    assert found["address"] == "refund.ask.call"
    assert facts["current 30h"] == {
        "address": "refund.ask.call",
        "field": "current",
        "lines": ["current 30h"],
        "depth": 1,
        "commit": slower,
        "replaced": ["current 26h"],
        "inherited_from": "",
    }
    assert facts["desired 3h"]["commit"] is None
    assert facts["severity high"]["address"] == "refund.ask.call.queue"
    assert found["commits"][0] == {
        "id": slower,
        "author": "Omid",
        "mail": "omid@example.org",
        "authored": "2026-03-02T12:00:00+03:30",
        "committed": "2026-01-02T03:04:05+00:00",
        "subject": "Slower",
        "cut": False,
    }
    assert [one["subject"] for one in found["commits"]] == ["Slower", "Draw the map"]


def test_a_persian_map(past: Past) -> None:
    past.says(PERSIAN, "کشیدن نقشه", "b.jmap", who="سارا", day=21)
    past.says(PERSIAN.replace("۲۶", "۳۰"), "اندازه‌گیری", "b.jmap", who="امید", day=22)
    said = past.run("بازپرداخت.درخواست.تماس").out

    assert "۲ فروردین ۱۴۰۵" in said
    assert "امید" in said
    assert "اندازه‌گیری" in said
    assert "اکنون ۳۰ ساعت" in said
    assert "was اکنون ۲۶ ساعت" in said
    # Arabic letters and no half-space are the same id to a reader.
    assert past.run("درخواست.تماس").out == said


def test_columns_stand_below_one_another(past: Past) -> None:
    past.says(MAP.replace("26h", "30h"), "Slower", who="A-very-long-name-indeed-of-a-person", day=2)
    past.save(MAP.replace("26h", "30h").replace("4h", "3h"))
    lines = text(past.blame("call"), Style()).split("\n")
    facts = lines[2 : lines.index("", 2)]

    assert len({line.index("│") for line in facts}) == 1
    assert any(
        line.startswith("working tree") and line.endswith("│   desired 3h") for line in facts
    )
    assert "A-very-long-name-…" in "\n".join(lines)


def test_messages_and_names_of_strangers_steer_no_terminal(past: Past) -> None:
    bad = "\x1b]0;title\x07\x1b[31mred \u202eback ##[add-mask]x \u2066y"
    past.save(MAP.replace("26h", "30h"))
    past.made.git("add", "-A")
    past.made.git("commit", "-qm", f"{bad}\n::error::two", f"--author={bad} <x@y>")
    past.save(MAP.replace("26h", "30h").replace("Calls the line", "Calls \u200f##[x] ::error::"))
    found = past.blame("call")

    for said in (text(found, Style()), blame_json(found), past.run("call").out):
        assert not UNSAFE.search(said)
        assert "##[" not in said
    assert "\\x1b[31mred" in text(found, Style())
    subjects = [one["subject"] for one in json.loads(blame_json(found))["commits"]]
    assert any(subject.startswith("\x1b]0;title") for subject in subjects)


def test_no_line_begins_with_what_somebody_wrote(past: Past) -> None:
    lines = '"""\n        ::error::one\n        ::add-mask::two\n      """'
    past.says(MAP.replace('"Dials"', lines), "::stop-commands::x", day=2)
    said = past.run("call").out

    assert "::add-mask::two" in said
    assert not re.search(r"^\s*::", said, re.MULTILINE)


def test_a_subject_of_many_lines_is_one_line(past: Past) -> None:
    past.save(MAP.replace("26h", "30h"))
    past.made.git("add", "-A")
    past.made.git("commit", "-qm", "one\ntwo\r\nthree\n\nbody")

    assert "  one two three\n" in text(past.blame("call"), Style())


def test_colour_only_where_it_is_wanted(past: Past) -> None:
    plain, coloured = (text(past.blame("call"), Style(colour)) for colour in (False, True))

    assert "\x1b" not in plain
    assert re.sub("\x1b\\[[0-9;]*m", "", coloured) == plain
