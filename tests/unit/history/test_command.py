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
    assert told["commits"][0]["mean"] == pytest.approx(0.85, abs=0.2)
    assert told["journey"] is None


def test_the_chart_goes_to_a_file(story: Made, tmp_path: Path) -> None:
    ended = history(story.folder, "-f", "svg", "-o", str(tmp_path / "x.svg"), "--theme", "print")

    assert (ended.status, ended.out) == (FINE, "")
    assert (tmp_path / "x.svg").read_text(encoding="utf-8").startswith("<svg ")
    assert history(story.folder, "-o", "x.jmap").status == FAILED


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
