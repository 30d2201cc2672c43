"""What a check depends on besides journey files: another configuration, baseline, day or choice."""

import datetime
from collections.abc import Callable

import pytest

from tests.unit.memory.conftest import Desk

EMPTY = "journey j {\n}\n"
KNOWN = '{"version": 1, "findings": [{"path": "b.jmap", "rule": "empty-journey", "at": "j", "count": 1}]}'  # noqa: E501


@pytest.fixture(autouse=True)
def _day(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1795305600")


def status(desk: Desk, *options: str) -> int:
    return desk.run("check", *options, "b.jmap").status


def test_the_same_twice(desk: Desk) -> None:
    desk.save("jmap.toml", 'fail-level = "error"\nbaseline = "known.json"')
    desk.save("known.json", KNOWN)
    desk.save("b.jmap", EMPTY)
    first = desk.run("check", "b.jmap")

    assert desk.recalls("check", "b.jmap")
    assert desk.run("check", "b.jmap") == first


@pytest.mark.parametrize("name", ["jmap.toml", "pyproject.toml", ".git"])
def test_a_new_configuration(desk: Desk, name: str) -> None:
    desk.save("b.jmap", EMPTY)
    assert status(desk) == 1
    desk.save(name, "[tool.jmap]\nselect = []" if name != "jmap.toml" else "select = []")

    assert status(desk) == (1 if name == ".git" else 0)


@pytest.mark.parametrize("name", ["jmap.toml", "pyproject.toml"])
def test_a_changed_and_a_deleted_configuration(desk: Desk, name: str) -> None:
    head = "" if name == "jmap.toml" else "[tool.jmap]\n"
    desk.save(".git", "")
    desk.save("b.jmap", EMPTY)
    path = desk.save(name, head + "select = []")
    assert status(desk) == 0
    path.write_text(head)
    assert status(desk) == 1
    path.write_text(head + "select = []")
    assert status(desk) == 0
    path.unlink()
    assert status(desk) == 1


def test_one_that_hides_another(desk: Desk) -> None:
    desk.save("b.jmap", EMPTY)
    desk.save("pyproject.toml", "[tool.jmap]\nselect = []")
    desk.save(".git", "")
    assert status(desk) == 0
    desk.save("jmap.toml", "")
    assert status(desk) == 1


def test_a_wrong_configuration_that_is_mended(desk: Desk) -> None:
    desk.save("b.jmap", EMPTY)
    for content, expected in (("selct = 1", 2), ("", 1), ("a = [", 2), ("select = []", 0)):
        desk.save("jmap.toml", content)
        assert status(desk) == expected


def test_a_configuration_that_cannot_be_read(desk: Desk) -> None:
    """Nothing is kept: it may be readable the next time."""
    desk.save("b.jmap", EMPTY)
    (desk.folder / "other.toml").mkdir()
    assert status(desk, "--config", "other.toml") == 2
    (desk.folder / "other.toml").rmdir()
    desk.save("other.toml", "select = []")

    assert status(desk, "--config", "other.toml") == 0
    desk.save("other.toml", "")
    assert status(desk, "--config", "other.toml") == 1


@pytest.mark.parametrize("how", ["configured", "asked for"])
def test_baselines(desk: Desk, how: str) -> None:
    options = ("--baseline", "known.json") if how == "asked for" else ()
    desk.save("jmap.toml", "" if options else 'baseline = "known.json"')
    desk.save("b.jmap", EMPTY)
    assert status(desk, *options) == 2
    path = desk.save("known.json", KNOWN)
    assert status(desk, *options) == 0
    path.write_text('{"version": 1, "findings": []}')
    assert status(desk, *options) == 1
    path.write_text("{}")
    assert status(desk, *options) == 2
    path.unlink()
    assert status(desk, *options) == 2
    assert status(desk, "--isolated") == 1


def test_a_baseline_that_is_written_is_never_recalled(desk: Desk) -> None:
    desk.save("b.jmap", EMPTY)
    desk.save("jmap.toml", "")
    for _ in range(2):
        assert not desk.recalls("check", "--write-baseline", "known.json", "b.jmap")
        assert (desk.folder / "known.json").is_file()
        (desk.folder / "known.json").unlink()


def test_a_deleted_file_that_the_baseline_knows(desk: Desk) -> None:
    desk.save("jmap.toml", 'baseline = "known.json"')
    desk.save("known.json", KNOWN)
    path = desk.save("b.jmap", EMPTY)
    assert desk.run("check", ".").err == ""
    path.unlink()

    assert "no more" in desk.run("check", ".").err


Options = Callable[[], tuple[str, ...]]


@pytest.mark.parametrize(
    "options",
    [
        ("--profile", "strict"), ("--select", "all"), ("--extend-select", "stages"),
        ("--ignore", "empty-journey"), ("--isolated",), ("--fail-level", "info"), ("--exit-zero",),
        ("--statistics",), ("-q",), ("-f", "sarif"), ("--today", "2031-01-01"),
    ],
    ids=" ".join,
)  # fmt: skip
def test_options(desk: Desk, options: tuple[str, ...]) -> None:
    desk.save("b.jmap", EMPTY)
    desk.run("check", "b.jmap")

    assert not desk.recalls("check", *options, "b.jmap")
    assert desk.recalls("check", *options, "b.jmap")
    assert desk.recalls("check", "b.jmap")


def test_the_day(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    """Whoever names today gets the same as who does not; another day is another check."""
    text = "# jmap: allow empty-journey -- x until 2026-12-31\n" + EMPTY
    desk.save("b.jmap", text)
    assert status(desk) == 0
    monkeypatch.setenv("SOURCE_DATE_EPOCH", str(1795305600 + 60 * 86400))
    assert status(desk) == 1
    monkeypatch.delenv("SOURCE_DATE_EPOCH")
    today = datetime.datetime.now(datetime.UTC).date()
    assert status(desk, "--today", "2026-12-31") == 0
    assert status(desk, "--today", "2027-01-01") == 1
    desk.run("check", "--today", str(today), "b.jmap")
    assert desk.recalls("check", "--today", str(today), "b.jmap")


def test_mending_is_never_recalled(desk: Desk) -> None:
    text = "# jmap: allow steep-drop -- of no use\nteam t\n"
    for _ in range(2):
        desk.save("b.jmap", text)
        desk.run("check", "--fix", "b.jmap")
        assert (desk.folder / "b.jmap").read_text() == "team t\n"
        desk.save("b.jmap", text)
        assert "-# jmap" in desk.run("check", "--diff", "b.jmap").out
