"""What a site of a thousand journeys costs: made whole, unchanged, and with one file changed."""

import shutil
from pathlib import Path

import pytest

from tests.bench.maps import journey
from tests.bench.processes import Timing, jmap, measured
from tests.bench.tables import Score, table, timing_cells

JOURNEYS = 1000


@pytest.fixture(scope="module")
def maps(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """One workspace: a thousand journeys of 20 touchpoints, and what they share in one file."""
    folder = tmp_path_factory.mktemp("maps")
    (folder / "jmap.toml").touch()
    (folder / "journeys").mkdir()
    shared, _, _ = journey(20).partition("journey ")
    (folder / "shared.jmap").write_text(shared)
    for number in range(JOURNEYS):
        _, word, rest = journey(20, f"move{number}").partition("journey ")
        text = f'import "/shared.jmap"\n\n{word}{rest}'
        (folder / "journeys" / f"m{number}.jmap").write_text(text)
    return folder


def test_a_thousand_journeys(maps: Path, scores: list[Score]) -> None:
    timings = {
        "whole, 1 process": _whole(maps, "1"),
        "whole, 4 processes": _whole(maps, "4"),
        "unchanged": _timed(maps, rounds=5),
        "a comment changed": _changed(maps, "# One line more.\n", ""),
        "a figure changed": _changed(maps, "  current 1\n", "  current 2\n"),
    }
    rows = [(name, *timing_cells(timing)) for name, timing in timings.items()]
    table(f"A site of {JOURNEYS:,} journeys", ("", "ratio", "time", "peak"), rows)
    changed = timings["a figure changed"].seconds
    for name in ("whole, 1 process", "whole, 4 processes"):
        share = changed / timings[name].seconds
        scores.append(Score(f"site, 1 of 1,000 changed, to {name}", 1 / 20, "x", share))
    scores.append(Score("site, unchanged", 20, "P", timings["unchanged"].ratio))


def _whole(maps: Path, jobs: str) -> Timing:
    shutil.rmtree(maps / "site", ignore_errors=True)
    shutil.rmtree(maps / "cache", ignore_errors=True)
    return _timed(maps, "-j", jobs)


def _changed(maps: Path, old: str, new: str) -> Timing:
    path = maps / "journeys" / "m7.jmap"
    text = path.read_text()
    path.write_text(text.replace(old, new, 1) if new else text + old)
    return _timed(maps)


def _timed(maps: Path, *options: str, rounds: int = 1) -> Timing:
    command = jmap(maps, "build", *options, cache=str(maps / "cache"), rounds=rounds)
    (timing,) = measured([command])
    assert not timing.failed
    return timing
