"""Workflow commands: the runner finds ours and no other, whatever a map says."""

from dataclasses import replace

import pytest

from jmap.diagnostics import Diagnostic, Severity
from jmap.reports.github import github
from jmap.reports.run import Run
from jmap.reports.style import Style
from jmap.source import SourceFile, Span
from tests.tools.found import ARABIC_LETTER, ENGLISH, MOOD, OWNERLESS, PIPED, RUN, UNCLOSED
from tests.tools.runner import Command, commands

PAYLOADS = [
    "\n::error::x",
    "\r::stop-commands::x",
    "\r\n##[add-mask]x",
    "::stop-commands::pause",
    "##[add-mask]secret",
    "##[set-env name=PATH]x",
    "###[group]x",
    "####[[debug]",
    ":::::error:::",
    "%0A::error::x",
    "%3A%3Aerror%3A%3A",
    "%250A::warning::",
    "\x0b::add-path::x",
    "\x0c##[add-path]x",
    "\x85::debug::x",
    "\u2028::debug::x",
    "\u2029##[debug]x",
    "\u200c::debug::x",
    ":\u200c:debug:\u200d:x",
    "#\u200c#[debug]x",
    "##\xad[debug]x",
    "\x1b[31m::error::",
    "\x9b::error::",
    "\x1c::error::x",
    "\u202e::error::",
    "x,line=99::y",
    "x::error file=a,line=1::y",
    ",col=5",
    "=::",
    "::",
    ":",
    "##",
    " ",
    "\ud800::error::",
]


def of(run: Run) -> list[Command]:
    return commands(github(run, Style()))


@pytest.mark.parametrize("payload", PAYLOADS)
def test_what_a_map_says_is_no_command(payload: str) -> None:
    item = Diagnostic(payload, payload, SourceFile(payload, payload), Span(0, 1), help=payload)
    output = github(Run((item, item)), Style())
    found = commands(output)

    assert [command.name for command in found] == ["error", "error"]
    assert output.count("\n") == 2
    for command in found:
        assert set(command.properties) <= {"title", "file", "line", "endLine", "col", "endColumn"}
        assert command.properties["line"] == "1"
        assert commands(command.data.replace("\nhelp: ", " ")) == []
        assert commands(command.properties["title"]) == []


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        (
            "::error file=a%2Cb,line=1::c%0Ad",
            Command("error", {"file": "a,b", "line": "1"}, "c\nd"),
        ),
        ("  ::debug::x", Command("debug", {}, "x")),
        ("\u200c:\u200c:debug::x", Command("debug", {}, "x")),
        ("text ##[add-mask]x%5D", Command("add-mask", {}, "x]")),
        ("##[set-env name=a;x=]y", Command("set-env", {"name": "a"}, "y")),
        ("::ERROR::x", Command("ERROR", {}, "x")),
    ],
)
def test_the_port_of_the_runner_finds_commands(line: str, expected: Command) -> None:
    assert commands(f"before\r{line}\nafter") == [expected]


@pytest.mark.parametrize(
    "line", ["x ::error::y", "::unknown::x", "::error", "##[error", "##error]"]
)
def test_the_port_of_the_runner_leaves_text_alone(line: str) -> None:
    assert commands(line) == []


def test_a_command_has_every_part() -> None:
    (command,) = of(Run((OWNERLESS,)))

    assert command == Command(
        "warning",
        {
            "title": "jmap (touchpoint-without-owner)",
            "file": ENGLISH.path,
            "line": "3",
            "endLine": "3",
            "col": "5",
            "endColumn": "20",
        },
        "nobody owns the touchpoint `web` [see](1) {0}\nhelp: name a team: owner NAME",
    )


def test_several_lines_have_no_columns() -> None:
    (command,) = of(Run((UNCLOSED,)))

    assert (command.properties["line"], command.properties["endLine"]) == ("1", "7")
    assert "col" not in command.properties
    assert "endColumn" not in command.properties


def test_standard_input_is_no_file() -> None:
    (command,) = of(Run((PIPED,)))

    assert command.properties == {"title": "jmap (missing-id)"}
    assert command.data == "<stdin>:1:1: journey has no id"


def test_errors_come_first() -> None:
    assert [command.name for command in of(RUN)] == [
        "error",
        "error",
        "error",
        "warning",
        "notice",
    ]


def test_a_percent_sign_is_kept() -> None:
    (command,) = of(Run((replace(MOOD, message="100% %0A"),)))

    assert command.data == "100% %0A"


def many(errors: int, warnings: int, infos: int) -> Run:
    counted = ((MOOD, errors), (OWNERLESS, warnings), (ARABIC_LETTER, infos))
    return Run(tuple(item for item, count in counted for _ in range(count)))


@pytest.mark.parametrize(
    ("run", "shown", "left"),
    [
        (many(10, 10, 10), (10, 10, 10), 0),
        (many(11, 0, 0), (10, 0, 1), 1),
        (many(30, 12, 3), (10, 10, 4), 22),
        (many(0, 0, 11), (0, 0, 10), 2),
        (many(11, 0, 10), (10, 0, 10), 2),
    ],
)
def test_no_more_than_github_shows(run: Run, shown: tuple[int, int, int], left: int) -> None:
    found = of(run)
    names = [command.name for command in found]

    assert tuple(map(names.count, ("error", "warning", "notice"))) == shown
    if left:
        number = "1 finding is" if left == 1 else f"{left} findings are"
        assert found[-1].data.startswith(f"{number} not shown here: GitHub shows 10 of a kind")
    assert len(run.diagnostics) == len(found) - bool(left) + left


def test_severities() -> None:
    for severity, name in zip(Severity, ("error", "warning", "notice"), strict=True):
        assert [command.name for command in of(Run((replace(PIPED, severity=severity),)))] == [name]
