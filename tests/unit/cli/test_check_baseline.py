"""``jmap check`` with a baseline: written, heeded, outgrown."""

import json
from pathlib import Path

import pytest

from tests.unit.cli.conftest import Desk

FINE, FINDINGS, FAILED = 0, 1, 2
EMPTY = "journey j {\n}\n"


def test_written_then_heeded(desk: Desk) -> None:
    desk.save("a.jmap", EMPTY)
    ended = desk.check("--write-baseline", "known.json", "a.jmap")

    assert (ended.status, ended.out) == (FINE, "")
    assert "jmap check --baseline known.json" in ended.err
    found = json.loads(desk.read("known.json"))["findings"]
    assert [(one["path"], one["rule"], one["at"], one["count"]) for one in found] == [
        ("a.jmap", "empty-journey", "j", 1)
    ]
    ended = desk.check("--baseline", "known.json", "a.jmap")
    assert (ended.status, ended.err) == (FINE, "")
    desk.save("jmap.toml", 'baseline = "known.json"')
    assert desk.check("a.jmap").status == FINE
    assert desk.check("--isolated", "a.jmap").status == FINDINGS


def test_new_findings_are_shown(desk: Desk) -> None:
    desk.save("a.jmap", EMPTY)
    desk.save("jmap.toml", 'baseline = "ci/known.json"')
    desk.check("--write-baseline", "ci/known.json", ".")
    desk.save("a.jmap", "# moved\n\n" + EMPTY + EMPTY.replace("j ", "k "))

    assert [line.split(" ")[1] for line in desk.names(".")] == ["warning[empty-journey]"]
    assert desk.check(".").status == FINDINGS


def test_writing_it_again_drops_what_is_gone_and_heeds_no_older_one(desk: Desk) -> None:
    desk.save("a.jmap", EMPTY + EMPTY.replace("j ", "k "))
    desk.save("jmap.toml", 'baseline = "known.json"')
    desk.check("--write-baseline", "known.json", ".")
    first = desk.read("known.json")
    desk.check("--write-baseline", "known.json", ".")
    assert desk.read("known.json") == first
    desk.save("a.jmap", EMPTY)
    ended = desk.check(".")

    assert ended.status == FINE
    assert ended.err == (
        "the baseline holds 1 finding that there is no more: --write-baseline drops them\n"
    )
    assert desk.check("-q", ".").err == ""
    desk.check("--write-baseline", "known.json", ".")
    assert desk.check(".").err == ""
    assert desk.read("known.json") < first


@pytest.mark.parametrize(
    "arguments", [("b.jmap",), ("--select", "steep-drop", "a.jmap"), ("--isolated", "a.jmap")]
)
def test_what_was_not_looked_for_is_not_gone(desk: Desk, arguments: tuple[str, ...]) -> None:
    desk.save("a.jmap", EMPTY)
    desk.save("b.jmap", "team t\n")
    desk.save("jmap.toml", 'baseline = "known.json"')
    desk.check("--write-baseline", "known.json", ".")
    desk.save("a.jmap", "team u\n")

    assert desk.check(*arguments).err == ""
    assert "no more" in desk.check(".").err


def test_a_file_with_errors_loses_nothing(desk: Desk) -> None:
    desk.save("a.jmap", EMPTY)
    desk.check("--write-baseline", "known.json", ".")
    desk.save("a.jmap", "blorp\n")
    ended = desk.check("--baseline", "known.json", ".")

    assert (ended.status, ended.err) == (FINDINGS, "")


def test_a_file_that_was_deleted(desk: Desk) -> None:
    desk.save("a.jmap", EMPTY)
    desk.save("b.jmap", "team t\n")
    desk.check("--write-baseline", "known.json", ".")
    (desk.folder / "a.jmap").unlink()

    assert "no more" in desk.check("--baseline", "known.json", ".").err
    assert desk.check("--baseline", "known.json", "b.jmap").err == ""


def test_one_for_several_workspaces(desk: Desk) -> None:
    for name in ("a", "b"):
        desk.save(f"{name}/jmap.toml", "")
        desk.save(f"{name}/x.jmap", EMPTY)
    desk.check("--write-baseline", "known.json", "a", "b")
    ended = desk.check("--baseline", "known.json", "a", "b")

    assert (ended.status, ended.err) == (FINE, "")
    desk.save("a/x.jmap", "team t\n")
    assert "1 finding that" in desk.check("--baseline", "known.json", "a", "b").err


def test_errors_are_never_hidden(desk: Desk) -> None:
    desk.save("a.jmap", "blorp\n")
    ended = desk.check("--write-baseline", "known.json", "a.jmap")

    assert json.loads(desk.read("known.json"))["findings"] == []
    assert desk.check("--baseline", "known.json", "a.jmap").status == FINDINGS
    assert ended.status == FINE


@pytest.mark.parametrize(
    ("path", "words"),
    [
        ("../known.json", "lies outside the workspace"),
        ("/etc/passwd", "lies outside the workspace"),
        ("link.json", "lies outside the workspace"),
        ("no.json", "no such file"),
        (".", "not a regular file"),
        ("wrong.json", "this is no baseline"),
        ("later.json", "it is of version 2, not of 1"),
        ("a\\u0000b", "no file can have this name"),
    ],
)
def test_one_that_cannot_be_had(desk: Desk, path: str, words: str) -> None:
    desk.save("../known.json", '{"version": 1, "findings": []}')
    desk.save("wrong.json", "{}")
    desk.save("later.json", '{"version": 2, "findings": []}')
    (desk.folder / "link.json").symlink_to("../known.json")
    desk.save("a.jmap", EMPTY)
    desk.save("jmap.toml", f'baseline = "{path}"')
    ended = desk.check("a.jmap")

    assert (ended.status, ended.out) == (FAILED, "")
    assert words in " ".join(ended.err.split())
    assert desk.check("--isolated", "a.jmap").status == FINDINGS


def test_it_lies_beside_the_configuration(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    """The path in a configuration counts from the root, wherever the check is run."""
    desk.save("deep/a.jmap", EMPTY)
    desk.save("jmap.toml", 'baseline = "ci/known.json"')
    desk.check("--write-baseline", "ci/known.json", ".")
    inner = Desk(desk.folder / "deep")

    assert inner.check("a.jmap").status == FINE
    assert inner.check(str(Path(desk.folder, "deep", "a.jmap"))).status == FINE


def test_mending_leaves_what_waits(desk: Desk) -> None:
    text = "# jmap: allow steep-drop -- of no use\nteam t\n"
    desk.save("a.jmap", text)
    desk.check("--write-baseline", "known.json", "a.jmap")
    desk.check("--fix", "--baseline", "known.json", "a.jmap")

    assert desk.read("a.jmap") == text
    desk.check("--fix", "a.jmap")
    assert desk.read("a.jmap") == "team t\n"
