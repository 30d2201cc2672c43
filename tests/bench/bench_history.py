"""What a history of five hundred commits costs beside git, the first time and the second."""

import shutil
from functools import partial
from pathlib import Path

import pytest

from tests.bench.processes import Command, jmap, measured
from tests.bench.revisions import commit, edit, path_of, workspace
from tests.bench.tables import Score, table, timing_cells

FILES = 12
COMMITS = 500


@pytest.fixture(scope="module")
def maps(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Twelve journeys of 20 touchpoints; each commit changes a figure of one of them."""
    folder = tmp_path_factory.mktemp("history")
    workspace(folder, FILES)
    for number in range(1, COMMITS):
        edit(path_of(folder, number * 7 % FILES), partial(_with_another_figure, number=number))
        commit(folder, number)
    return folder


def _with_another_figure(text: str, number: int) -> str:
    old, new = 1 + number % 5, 1 + number * 3 % 5
    return text.replace(f"current {old}\n", f"current {new}\n# {number}\n", 1)


def test_five_hundred_commits(maps: Path, scores: list[Score]) -> None:
    git = shutil.which("git")
    assert git is not None
    kept = str(maps / ".git" / "cache")
    commands = {
        "git log -p": Command((git, "log", "-p"), maps),
        "jmap history, nothing kept": jmap(maps, "history", rounds=1),
        "jmap history, the first time": jmap(maps, "history", cache=kept, rounds=1),
        "jmap history, again": jmap(maps, "history", cache=kept, rounds=3),
        "jmap history -f svg, again": jmap(maps, "history", "-f", "svg", cache=kept, rounds=3),
    }
    timings = dict(zip(commands, measured(tuple(commands.values())), strict=True))
    floor = timings["git log -p"].seconds
    rows = [
        (name, *timing_cells(one), f"{one.seconds / floor:.0f} x") for name, one in timings.items()
    ]
    table(f"{COMMITS} commits, {FILES} files", ("", "ratio", "time", "peak", "to git"), rows)
    again = timings["jmap history, again"].ratio
    scores.append(Score("history of 500 commits, again", 100, "P", again))
