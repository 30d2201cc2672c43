"""Findings counted by kind."""

import json
from dataclasses import replace

from jmap.diagnostics import Severity
from jmap.reports.run import Run
from jmap.reports.statistics import statistics, statistics_json
from jmap.reports.style import Style
from tests.tools.found import ARABIC_LETTER, MOOD, OWNERLESS, PIPED, UNCLOSED

RUN = Run(
    (
        *[UNCLOSED] * 2,
        *[MOOD] * 12,
        PIPED,
        ARABIC_LETTER,
        ARABIC_LETTER,
        OWNERLESS,
        replace(OWNERLESS, severity=Severity.ERROR, fix=None),
    ),
    files=3,
    hidden=4,
)


def test_the_most_frequent_comes_first_then_the_name() -> None:
    assert statistics(RUN).split("\n") == [
        "12  error    mood-out-of-range",
        " 2  info     arabic-letter             [*]",
        " 2  error    touchpoint-without-owner  [*] 1",
        " 2  error    unclosed-block",
        " 1  error    missing-id",
        "",
    ]


def test_nothing_found_has_no_line() -> None:
    assert statistics(Run((), files=3)) == ""


def test_colour_moves_no_column() -> None:
    bare = statistics(RUN, Style(colour=True))
    for code in ("0", "32", "1;31", "1;33", "1;36"):
        bare = bare.replace(f"\x1b[{code}m", "")

    assert bare == statistics(RUN)


def test_as_a_document() -> None:
    told = json.loads(statistics_json(RUN))

    assert {key: told[key] for key in ("version", "files", "hidden")} == {
        "version": 1,
        "files": 3,
        "hidden": 4,
    }
    assert told["kinds"][0] == {
        "name": "mood-out-of-range",
        "count": 12,
        "severity": "error",
        "safe_fixes": 0,
        "unsafe_fixes": 12,
    }
    assert [kind["count"] for kind in told["kinds"]] == [12, 2, 2, 2, 1]
