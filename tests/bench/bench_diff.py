"""What comparing two revisions costs beside git: a thousand files, of which ten changed."""

import shutil
from pathlib import Path

import pytest

from tests.bench.processes import Command, Timing, jmap, measured
from tests.bench.revisions import commit, edit, path_of, workspace
from tests.bench.tables import Score, table, timing_cells

FILES = 1000
CHANGED = 10


@pytest.fixture(scope="module")
def maps(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("revisions")
    workspace(folder, FILES)
    for number in range(CHANGED):
        edit(path_of(folder, number), lambda text: text.replace("current 3", "current 2"))
    commit(folder, 1)
    return folder


def test_ten_of_a_thousand(maps: Path, scores: list[Score]) -> None:
    git = shutil.which("git")
    assert git is not None
    commands = {
        "git diff --stat": Command((git, "diff", "--stat", "HEAD~1", "HEAD"), maps),
        "jmap --version": jmap(maps, "--version"),
        "jmap diff, 10 of 1,000 changed": jmap(maps, "diff", "HEAD~1", "HEAD"),
        "jmap diff, nothing changed": jmap(maps, "diff", "HEAD", "HEAD"),
        "jmap diff, the working tree": jmap(maps, "diff"),
        "jmap check, all of them": jmap(maps, "check", "--exit-zero", ".", rounds=1),
    }
    timings = dict(zip(commands, measured(tuple(commands.values())), strict=True))
    floor = timings["git diff --stat"]
    rows = [(name, *timing_cells(one), _times(one, floor)) for name, one in timings.items()]
    table(f"{FILES:,} files at two revisions", ("", "ratio", "time", "peak", "to git"), rows)
    changed = timings["jmap diff, 10 of 1,000 changed"]
    scores.append(Score("diff, 10 of 1,000 files changed", 60, "P", changed.ratio))
    share = changed.seconds / timings["jmap check, all of them"].seconds
    scores.append(Score("diff, 10 of 1,000, to reading all", 1 / 8, "x", share))


def _times(one: Timing, floor: Timing) -> str:
    return f"{one.seconds / floor.seconds:.0f} x"
