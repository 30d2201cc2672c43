"""What a run costs from start to end, for a map of 20 touchpoints."""

import shutil
import sys
from pathlib import Path

import pytest

from tests.bench.conftest import ROOT
from tests.bench.peers import NAMES, Peer, found_peers
from tests.bench.processes import Command, Timing, jmap, measured
from tests.bench.tables import Score, table, timing_cells

FORMS = ("md", "html", "svg", "dot")
MAP = "m20.jmap"


@pytest.fixture(scope="module")
def uncompiled(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of the package without bytecode."""
    folder = tmp_path_factory.mktemp("uncompiled")
    for name in ("jmap", "grammar"):
        shutil.copytree(ROOT / name, folder / name, ignore=shutil.ignore_patterns("__pycache__"))
    return folder


def test_cold(bench: Path, uncompiled: Path, scores: list[Score], tmp_path: Path) -> None:
    peers = found_peers(tmp_path, 20)
    commands = _commands(bench, uncompiled, str(tmp_path / "cache"))
    # What is remembered must have been made once.
    measured([Command(one.arguments, one.folder, one.environment, 1) for one in commands.values()])
    timings = measured([*commands.values(), *(peer.command for peer in peers)])
    by_name = dict(zip([*commands, *(peer.name for peer in peers)], timings, strict=True))
    _print(by_name)
    _print_missing(peers)
    scores += _scored(by_name)


def _commands(bench: Path, uncompiled: Path, cache: str) -> dict[str, Command]:
    without = {
        "JMAP_CACHE": "off",
        "PYTHONDONTWRITEBYTECODE": "1",
        "PYTHONPATH": str(uncompiled),
    }
    check = jmap(bench, "check", "--exit-zero", MAP)
    imports = "import click, lark; from pydantic import BaseModel, Field"
    return {
        "its libraries alone": Command((sys.executable, "-c", imports), bench),
        "jmap --version": jmap(bench, "--version"),
        "jmap --help": jmap(bench, "--help"),
        "check": check,
        "check, without bytecode": Command(check.arguments, bench, without),
        "check, unchanged": jmap(bench, "check", "--exit-zero", MAP, cache=cache),
        "gaps": jmap(bench, "gaps", MAP),
        "gaps, unchanged": jmap(bench, "gaps", MAP, cache=cache),
        **{f"render -f {form}": jmap(bench, "render", "-f", form, MAP) for form in FORMS},
        "render -f svg --engine grid": jmap(bench, "render", "-f", "svg", "--engine", "grid", MAP),
        **{
            f"render -f {form}, unchanged": jmap(bench, "render", "-f", form, MAP, cache=cache)
            for form in FORMS
        },
    }


def _print(timings: dict[str, Timing]) -> None:
    dot = timings.get("dot")
    rows = [
        (name, *timing_cells(timing), f"{timing.ratio / dot.ratio:.1f}" if dot else "")
        for name, timing in timings.items()
    ]
    table("A run from start to end, 20 touchpoints", ("", "ratio", "time", "peak", "/ dot"), rows)


def _print_missing(peers: list[Peer]) -> None:
    missing = [name for name in NAMES if name not in {peer.name for peer in peers}]
    print(f"\n  not installed here, so not compared: {', '.join(missing) or 'none'}")


def _scored(timings: dict[str, Timing]) -> list[Score]:
    budgets = {
        "check": 16,
        "check, unchanged": 5,
        "check, without bytecode": 60,
        **{f"render -f {form}": 18 for form in ("md", "html")},
        "render -f svg": 25,
        **{f"render -f {form}, unchanged": 5 for form in ("md", "html", "svg")},
    }
    return [
        Score(f"{name}, 20 touchpoints", budget, "P", timings[name].ratio)
        for name, budget in budgets.items()
    ]
