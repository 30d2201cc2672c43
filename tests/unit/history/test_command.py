"""``jmap history`` as it is called."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.unit.cli.test_commands import FAILED, FINE, Ended
from tests.unit.git.made import Made, made
from tests.unit.history.test_walk import BETTER, BROKEN, MAP, OTHER, TEAMS, save


@pytest.fixture
def story(tmp_path: Path) -> Made:
    maps = made(tmp_path / "maps")
    save(maps, teams=TEAMS, a=MAP, message="first")
    save(maps, b=OTHER, message="\x1b[31mred\u202e ##[group]")
    save(maps, a=BETTER, message="third")
    return maps


def history(folder: Path, *arguments: str) -> Ended:
    done = subprocess.run(
        [sys.executable, "-m", "jmap", "history", *arguments],
        cwd=folder, capture_output=True, check=False, timeout=60,
        env={**os.environ, "NO_COLOR": "1", "JMAP_CACHE": "off"},
    )  # fmt: skip
    ended = Ended(done.returncode, done.stdout.decode(), done.stderr.decode())
    assert "Traceback" not in ended.err, ended.err
    return ended


def test_the_table_has_the_newest_commit_first(story: Made) -> None:
    ended = history(story.folder)
    heads, *rows = ended.out.rstrip("\n").split("\n")

    assert ended.status == FINE
    assert heads.split()[:5] == ["date", "commit", "large", "medium", "small"]
    assert [row.split()[2:5] for row in rows] == [
        ["↓0", "1", "2"], ["1", "↑1", "↑2"], ["1", "0", "1"],
    ]  # fmt: skip
    assert rows[0].endswith("third")
    assert "\x1b" not in ended.out
    assert "\\x1b[31mred" in rows[1]


def test_errors_are_told(story: Made) -> None:
    save(story, a=BROKEN, message="slip")
    ended = history(story.folder)

    assert ended.status == FINE
    assert "! errors in a.jmap: slip" in ended.out
    assert "1 commit with errors" in ended.out


def test_json(story: Made) -> None:
    told = json.loads(history(story.folder, "-f", "json").out)

    assert [one["subject"] for one in told["commits"]][::2] == ["third", "first"]
    assert told["commits"][0]["small"] == 2
    assert told["commits"][0]["mean"] == pytest.approx((0.9 + (2 / 3 + 0.8) / 2) / 2, abs=1e-6)
    assert told["journey"] is None


def test_the_chart_goes_to_a_file(story: Made, tmp_path: Path) -> None:
    ended = history(story.folder, "-f", "svg", "-o", str(tmp_path / "x.svg"), "--theme", "print")

    assert (ended.status, ended.out) == (FINE, "")
    assert (tmp_path / "x.svg").read_text(encoding="utf-8").startswith("<svg ")


@pytest.mark.parametrize(
    "arguments",
    [
        ("-o", "x.jmap"),
        ("-o", "jmap.toml"),
        ("-o", "x.svg"),
        ("-f", "svg", "-o", "x.json"),
        ("--theme", "dark"),
        ("-n", "0"),
    ],
)
def test_what_would_spoil_a_file_or_do_nothing_is_refused(
    story: Made, arguments: tuple[str, ...]
) -> None:
    ended = history(story.folder, *arguments)

    assert (ended.status, ended.out) == (FAILED, "")
    assert "Usage: " in ended.err
    assert not (story.folder / arguments[-1]).exists()


def test_in_a_bare_repository(story: Made, tmp_path: Path) -> None:
    bare = tmp_path / "bare.git"
    story.git("clone", "--quiet", "--bare", ".", str(bare))

    for arguments in ((), ("HEAD",), ("HEAD~1..",)):
        assert history(bare, *arguments).out == history(story.folder, *arguments).out
    # A path is one of a working tree: it must not seem to have been heeded.
    ended = history(bare, "HEAD", "a.jmap")
    assert ended.status == FAILED
    assert "is bare" in ended.err


def test_older_commits_that_are_left_out_are_told(story: Made) -> None:
    assert "-n takes more" in history(story.folder, "-n", "2").out
    assert "left out" not in history(story.folder, "-n", "3").out


def test_a_configuration_with_errors_is_told(story: Made) -> None:
    story.save("jmap.toml", "[")
    save(story)
    ended = history(story.folder)

    assert ended.status == FAILED
    assert "jmap.toml:1:1: error[wrong-configuration]" in ended.err
    assert ended.out.count("\n") == 5


def test_one_journey(story: Made) -> None:
    assert history(story.folder, "--journey", "moving").out.count("\n") == 4
    ended = history(story.folder, "--journey", "movng")
    assert ended.status == FAILED
    assert "did you mean `moving`?" in ended.err


@pytest.mark.parametrize(
    ("arguments", "rows"),
    [
        (("HEAD~1",), 2),
        (("HEAD~2..HEAD",), 2),
        (("HEAD~1..",), 1),
        (("HEAD~1...HEAD",), 1),
        (("b.jmap",), 1),
        (("HEAD", "a.jmap"), 2),
        (("-n", "1"), 1),
    ],
)
def test_what_is_asked_for(story: Made, arguments: tuple[str, ...], rows: int) -> None:
    ended = history(story.folder, *arguments)
    dated = [one for one in ended.out.split("\n") if one.startswith("20")]
    assert len(dated) == rows, ended


@pytest.mark.parametrize("name", ["nowhere", "--output=x", "a..b..c", "HEAD;ls"])
def test_no_such_revision(story: Made, name: str) -> None:
    ended = history(story.folder, "--", name)
    assert ended.status == FAILED
    assert ended.out == ""


def test_outside_of_a_repository(tmp_path: Path) -> None:
    folder = tmp_path / "alone"
    folder.mkdir()
    assert history(folder).status == FAILED
