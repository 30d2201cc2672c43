"""How time and memory grow with the size of one map, and with the number of maps."""

import shutil
from pathlib import Path

import pytest

from tests.bench.maps import journey
from tests.bench.peers import dot_text
from tests.bench.processes import Command, Timing, jmap, measured
from tests.bench.tables import MEGABYTE, Score, exponent, table, timing_cells

SIZES = (200, 2000, 20000)
COMMANDS = {
    "check": ("check", "--exit-zero"),
    "gaps": ("gaps", "--format", "csv"),
    **{f"render -f {form}": ("render", "-f", form) for form in ("svg", "html", "md")},
}
FILES = 1000


@pytest.mark.parametrize("name", COMMANDS)
def test_growth(bench: Path, scores: list[Score], name: str) -> None:
    commands = [
        jmap(bench, *COMMANDS[name], f"m{size}.jmap", rounds=max(1, 2000 // size)) for size in SIZES
    ]
    floor, *timings = measured([jmap(bench, *COMMANDS[name], "m20.jmap"), *commands])
    # The start of the process is no part of what grows.
    own = [timing.seconds - floor.seconds for timing in timings]
    rows = [
        (f"{size:,} touchpoints", *timing_cells(timing), _speed(bench, size, timing))
        for size, timing in zip(SIZES, timings, strict=True)
    ]
    slope = exponent(SIZES, own)
    table(f"{name}: grows as N^{slope:.2f}", ("", "ratio", "time", "peak", "read"), rows)
    # From 2,000 to 20,000, per touchpoint.
    scores.append(Score(f"{name}, 20,000 to 2,000 touchpoints", 1.2, "x", own[2] / own[1] / 10))


def _speed(bench: Path, size: int, timing: Timing) -> str:
    megabytes = (bench / f"m{size}.jmap").stat().st_size / MEGABYTE
    return f"{megabytes / timing.seconds:.2f} MB/s"


@pytest.fixture(scope="module")
def repository(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A thousand maps of 20 touchpoints, and the same as graphs, each kind in a folder."""
    folder = tmp_path_factory.mktemp("repository")
    (folder / "maps").mkdir()
    (folder / "graphs").mkdir()
    for number in range(FILES):
        # Declarations are shared by all files of a workspace: each map is a workspace of its own.
        home = folder / "maps" / f"m{number}"
        home.mkdir()
        (home / "jmap.toml").touch()
        (home / "map.jmap").write_text(journey(20, f"move{number}"))
        (folder / "graphs" / f"m{number}.dot").write_text(dot_text(20))
    return folder


def test_a_thousand_files(repository: Path, scores: list[Score]) -> None:
    kept = str(repository / "cache")
    drawing = ("-f", "svg", "-f", "html", "-f", "md", "-o", "out")
    commands = {
        "check": jmap(repository, "check", "-q", "--exit-zero", "maps", rounds=1),
        "check, kept for the next": jmap(
            repository, "check", "-q", "--exit-zero", "maps", cache=kept, rounds=1
        ),
        "check, unchanged": jmap(
            repository, "check", "-q", "--exit-zero", "maps", cache=kept, rounds=3
        ),
        "render svg, html, md": jmap(repository, "render", *drawing, "maps", rounds=1),
        **_dot(repository),
    }
    timings = dict(zip(commands, measured(list(commands.values())), strict=True))
    timings["check, one file changed"] = _changed(repository, kept)
    rows = [(name, *timing_cells(timing)) for name, timing in timings.items()]
    table(f"{FILES:,} files of 20 touchpoints, one process", ("", "ratio", "time", "peak"), rows)
    scores += _scored(timings, measured([jmap(repository, "--version")])[0])


def _changed(repository: Path, kept: str) -> Timing:
    with (repository / "maps/m1/map.jmap").open("a") as file:
        file.write("# One line more.\n")
    return measured([jmap(repository, "check", "-q", "--exit-zero", "maps", cache=kept, rounds=1)])[
        0
    ]


def _dot(repository: Path) -> dict[str, Command]:
    program = shutil.which("dot")
    graphs = sorted(str(path) for path in (repository / "graphs").glob("*.dot"))
    name = "dot -Tsvg -O, the same as graphs"
    return {name: Command((program, "-Tsvg", "-O", *graphs), repository, {}, 3)} if program else {}


def _scored(timings: dict[str, Timing], floor: Timing) -> list[Score]:
    check, drawn = timings["check"], timings["render svg, html, md"]
    changed = timings["check, one file changed"].seconds / check.seconds
    dots = [timing for name, timing in timings.items() if name.startswith("dot")]
    return [
        Score("check, 1,000 files", 430, "P", check.ratio),
        Score("check, 1,000 files: memory", 8, "x python", check.peak / floor.peak),
        Score("check, 1 of 1,000 files changed", 1 / 20, "of all", changed),
        *(Score("svg, html, md of 1,000 files", 2, "x dot", drawn.seconds / dot.seconds)
          for dot in dots),
    ]  # fmt: skip
