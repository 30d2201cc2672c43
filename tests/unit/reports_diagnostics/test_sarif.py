"""SARIF logs: valid by the schema and the standard's own judge, and true to the findings."""

import json
from dataclasses import replace
from pathlib import Path
from typing import Any
from urllib.parse import unquote

import pytest

from jmap import __version__
from jmap.diagnostics import Diagnostic, Severity
from jmap.reports.run import Described, Run
from jmap.reports.sarif import sarif
from jmap.reports.sarif_log import RESULTS, uri
from jmap.reports.style import Style
from jmap.source import SourceFile, Span
from tests.tools.found import (
    ARABIC_LETTER,
    ENGLISH,
    MOOD,
    OWNERLESS,
    PERSIAN,
    PIPED,
    RULES,
    RUN,
    UNCLOSED,
)
from tests.tools.sarif import judged, schema_faults

NO_HOST = "SARIF2005"
"""The project has no address on the web to give."""

HOSTILE = Diagnostic(
    "a-name",
    "{0} } { {{ [a](1) \\[b](http://x) ##[debug] ::error::\n\u202e\ud800\x00",
    SourceFile("a:b/../#?[x]\\ %2e.jmap", "\x00"),
    Span(0, 1),
    address="a.\u202eb\n",
)


def told(run: Run) -> Any:
    (one,) = json.loads(sarif(run, Style()))["runs"]
    return one


def results(*found: Diagnostic) -> Any:
    return told(Run(found))["results"]


def test_the_judges_have_no_complaint(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    logs = [sarif(run, Style()) for run in (RUN, Run(()), Run((HOSTILE,)))]
    monkeypatch.setattr("jmap.reports.sarif.RESULTS", 3)
    logs.append(sarif(RUN, Style()))
    assert "toolExecutionNotifications" in logs[-1]
    remarks = judged(logs, tmp_path)

    assert [str(remark) for remark in remarks if remark.rule != NO_HOST] == []
    assert {remark.log for remark in remarks} == {"0.sarif", "1.sarif", "2.sarif", "3.sarif"}
    assert [schema_faults(log) for log in logs] == [[], [], [], []]


def test_the_judges_see_a_fault(tmp_path: Path) -> None:
    log = json.loads(sarif(RUN, Style()))
    region = log["runs"][0]["results"][0]["locations"][0]["physicalLocation"]["region"]
    region["endLine"] = 0
    del log["runs"][0]["tool"]["driver"]["rules"][0]["help"]
    spoiled = json.dumps(log)

    assert {remark.rule for remark in judged([spoiled], tmp_path)} > {NO_HOST, "GH2012"}
    assert schema_faults(spoiled) == ["0 is less than the minimum of 1"]


def test_the_tool_is_named() -> None:
    driver = told(RUN)["tool"]["driver"]

    assert (driver["name"], driver["version"]) == ("jmap", __version__)
    assert told(RUN)["columnKind"] == "unicodeCodePoints"
    assert told(RUN)["invocations"] == [{"executionSuccessful": True}]


def test_every_kind_is_described() -> None:
    rules = {rule["id"]: rule for rule in told(RUN)["tool"]["driver"]["rules"]}

    assert list(rules) == sorted({*RULES, *(item.name for item in RUN.diagnostics)})
    owner = rules["touchpoint-without-owner"]
    assert owner["shortDescription"]["text"] == "A touchpoint that nobody owns."
    assert owner["fullDescription"]["text"] == "What nobody owns, nobody mends."
    assert owner["help"]["markdown"] == RULES["touchpoint-without-owner"].text
    assert owner["defaultConfiguration"] == {"level": "warning"}
    assert owner["properties"]["tags"] == ["governance", "owners"]
    assert rules["arabic-letter"]["defaultConfiguration"] == {"level": "note"}
    assert rules["arabic-letter"]["fullDescription"]["text"].startswith("It is found by no search")
    assert rules["gap-too-wide"]["help"]["text"] == "A gap beyond the limit."
    assert rules["unclosed-block"]["shortDescription"]["text"] == "Unclosed block."


def test_what_github_takes_of_a_kind_is_not_exceeded() -> None:
    rule = Described("a", "s" * 3000, "t" * 3000, Severity.INFO, tuple(map(str, range(30))) * 2)
    (described,) = told(Run((), described={"a": rule}))["tool"]["driver"]["rules"]

    assert len(described["properties"]["tags"]) == 20
    assert len(described["shortDescription"]["text"]) == 1024
    assert len(described["fullDescription"]["text"]) == 1024
    assert described["help"]["text"] == "t" * 3000


def test_a_result_is_the_finding() -> None:
    (result,) = results(OWNERLESS)
    (location,) = result["locations"]

    assert result["ruleId"] == OWNERLESS.name
    assert result["level"] == "warning"
    assert location["physicalLocation"] == {
        "artifactLocation": {
            "uri": "maps/home%2C%20100%25%20sure/a%20b.jmap",
            "uriBaseId": "SRCROOT",
        },
        "region": {"startLine": 3, "startColumn": 5, "endLine": 3, "endColumn": 20},
    }
    assert location["logicalLocations"] == [{"fullyQualifiedName": "order.look.web"}]
    related = result["relatedLocations"]
    assert [(each["id"], each["message"]["text"]) for each in related] == [
        (1, "as here"),
        (2, "in it"),
    ]
    assert unquote(related[0]["physicalLocation"]["artifactLocation"]["uri"]) == PERSIAN.path


def test_a_result_points_at_its_kind() -> None:
    one = told(RUN)
    rules = one["tool"]["driver"]["rules"]

    for result in one["results"]:
        assert rules[result["ruleIndex"]]["id"] == result["ruleId"]


def test_levels() -> None:
    assert [each["level"] for each in results(MOOD, OWNERLESS, ARABIC_LETTER)] == [
        "error",
        "warning",
        "note",
    ]


def test_a_link_in_a_message_is_none() -> None:
    (result,) = results(OWNERLESS)
    (hostile,) = results(HOSTILE)

    assert result["message"]["text"] == (
        "nobody owns the touchpoint `web` [see\\](1) {0}\nname a team: owner NAME"
    )
    assert "[a\\](1) \\[b\\](http" in hostile["message"]["text"]


@pytest.mark.parametrize(
    ("text", "escaped"),
    [("[a](1)", "[a\\](1)"), ("[a\\](1)", "[a\\\\\\](1)"), ("[a] (1)", "[a] (1)"), ("[]", "[]")],
)
def test_brackets_are_escaped_where_they_would_link(text: str, escaped: str) -> None:
    (result,) = results(replace(MOOD, message=text))

    assert result["message"]["text"] == escaped


def test_a_fix_can_be_applied() -> None:
    (result,) = results(OWNERLESS)
    (fix,) = result["fixes"]
    (change,) = fix["artifactChanges"]
    text = ENGLISH.text
    for replacement in reversed(change["replacements"]):
        region = replacement["deletedRegion"]
        start = ENGLISH.offset(region["startLine"], region["startColumn"])
        end = ENGLISH.offset(region["endLine"], region["endColumn"])
        text = text[:start] + replacement["insertedContent"]["text"] + text[end:]

    assert text == ENGLISH.text.replace("touchpoint  web", "touchpoint x")
    assert unquote(change["artifactLocation"]["uri"]) == ENGLISH.path
    assert fix["description"]["text"] == "write `x` and one space"
    assert results(MOOD)[0]["fixes"][0]["properties"] == {"safe": False}
    assert "fixes" not in results(UNCLOSED)[0]


def test_a_fingerprint_stays_when_lines_move() -> None:
    moved = SourceFile(ENGLISH.path, "\n\n" + ENGLISH.text)
    later = replace(
        OWNERLESS,
        source=moved,
        span=Span(OWNERLESS.span.start + 2, OWNERLESS.span.end + 2),
        message="nobody owns it any more",
    )
    elsewhere = replace(OWNERLESS, address="order.look.shop")
    marks = [each["partialFingerprints"]["jmapNode/v1"] for each in results(
        OWNERLESS, later, elsewhere, UNCLOSED, MOOD
    )]  # fmt: skip

    assert marks[0] == marks[1]
    assert len(set(marks)) == 4


def test_where_no_address_is_known_the_words_of_the_message_stand_in() -> None:
    marks = [
        each["partialFingerprints"]["jmapNode/v1"]
        for each in results(
            replace(UNCLOSED, message="score 3.5 of ۵"),
            replace(UNCLOSED, message="score 4 of ۱۰"),
            replace(UNCLOSED, message="rank 4 of ۱۰"),
        )
    ]

    assert marks[0] == marks[1] != marks[2]


@pytest.mark.parametrize(
    ("path", "expected"),
    [
        ("maps/shop.jmap", "maps/shop.jmap"),
        ("./maps/shop.jmap", "maps/shop.jmap"),
        ("a b,c%d.jmap", "a%20b%2Cc%25d.jmap"),
        ("a:b#c?d.jmap", "a%3Ab%23c%3Fd.jmap"),
        ("خرید.jmap", "%D8%AE%D8%B1%DB%8C%D8%AF.jmap"),
        ("/home/a b.jmap", "file:///home/a%20b.jmap"),
        ("C:/maps/a b.jmap", "file:///C:/maps/a%20b.jmap"),
        ("<stdin>", "stdin"),
        ("", "unnamed"),
    ],
)
def test_paths_are_references(path: str, expected: str) -> None:
    assert uri(path) == expected


def test_an_absolute_path_lies_in_no_root() -> None:
    (result,) = results(replace(PIPED, source=SourceFile("/tmp/a.jmap", "journey")))

    artifact = result["locations"][0]["physicalLocation"]["artifactLocation"]
    assert artifact == {"uri": "file:///tmp/a.jmap"}


def test_what_github_would_refuse_is_cut_and_told() -> None:
    assert RESULTS == 25_000
    found = (*[ARABIC_LETTER] * RESULTS, MOOD, OWNERLESS)
    one = told(Run(found))
    (invocation,) = one["invocations"]
    (notification,) = invocation["toolExecutionNotifications"]

    assert len(one["results"]) == RESULTS
    assert [each["level"] for each in one["results"][:3]] == ["error", "warning", "note"]
    assert invocation["executionSuccessful"] is True
    assert notification["message"]["text"].startswith("2 more results are not in this log")
