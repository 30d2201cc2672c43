"""The table of reports: all of them there, loaded when asked for, the same bytes every time."""

import json
import subprocess
import sys

import pytest

from jmap.reports import REPORTS, report
from jmap.reports.run import Run
from jmap.reports.style import Style
from tests.tools.found import RUN

NAMES = ("text", "concise", "json", "sarif", "github", "gitlab", "rdjson", "junit")


def test_the_reports_are_these() -> None:
    assert tuple(REPORTS) == NAMES


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("run", [RUN, Run(())], ids=["findings", "none"])
def test_a_report_is_text_with_an_end(name: str, run: Run) -> None:
    told = report(name, run, Style())

    assert told == "" or told.endswith("\n")
    assert told == report(name, run, Style())
    told.encode("utf-8")


@pytest.mark.parametrize("name", [name for name in NAMES if name not in ("text", "concise")])
def test_colour_is_for_people(name: str) -> None:
    assert report(name, RUN, Style(colour=True)) == report(name, RUN, Style())


def test_an_unknown_report_is_refused() -> None:
    with pytest.raises(ValueError, match="there is no report 'xml'; there is: text, concise, json"):
        report("xml", RUN, Style())


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("concise", ""),
        ("github", ""),
        ("gitlab", "[]\n"),
        ("text", "0 files checked, nothing to say\n"),
    ],
)
def test_nothing_found_says_so(name: str, expected: str) -> None:
    assert report(name, Run(()), Style()) == expected


def test_the_order_is_kept() -> None:
    found = [item["name"] for item in json.loads(report("json", RUN, Style()))["diagnostics"]]

    assert found == [item.name for item in RUN.diagnostics]


def test_the_table_loads_no_report() -> None:
    code = "import sys, jmap.reports; print(*(n for n in sys.modules if n.startswith('jmap.')))"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)

    assert done.stdout.split() == ["jmap.reports"]
