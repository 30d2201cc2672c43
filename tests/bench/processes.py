"""Whole processes, measured side by side: each next to `python -c pass`, round after round, so that
a machine that slows down slows both.
"""

import json
import os
import subprocess
import sys
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from statistics import median

ROUNDS = 7
_STOPWATCH = Path(__file__).with_name("stopwatch.py")
JMAP = (sys.executable, "-m", "jmap")


@dataclass(frozen=True, slots=True)
class Command:
    """A process to measure."""

    arguments: tuple[str, ...]
    folder: Path
    environment: Mapping[str, str] = field(default_factory=dict)
    """What is added to the environment."""
    rounds: int = ROUNDS


@dataclass(frozen=True, slots=True)
class Timing:
    """What the runs of one command took."""

    seconds: float
    """Median of the wall times."""
    ratio: float
    """Median of the wall times, each over that of the `python -c pass` run just before it."""
    peak: int
    """Largest resident size, in bytes."""
    failed: bool


def jmap(folder: Path, *arguments: str, cache: str = "off", rounds: int = ROUNDS) -> Command:
    """A run of jmap; nothing is remembered unless a folder for that is given."""
    return Command((*JMAP, *arguments), folder, {"JMAP_CACHE": cache}, rounds)


def measured(commands: Sequence[Command]) -> list[Timing]:
    """How long each command takes. All take part in each round."""
    floor = (sys.executable, "-c", "pass")
    # Bytecode is kept between runs, as it is wherever jmap is used twice.
    ours = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    pairs = [
        {
            "arguments": arguments,
            "folder": str(command.folder),
            "environment": {**ours, **command.environment},
            "rounds": command.rounds,
        }
        for command in commands
        for arguments in (floor, command.arguments)
    ]
    done = subprocess.run(
        [sys.executable, "-I", "-S", str(_STOPWATCH)],
        input=json.dumps(pairs), capture_output=True, text=True, check=True,
    )  # fmt: skip
    runs = json.loads(done.stdout)
    return [
        _timing(
            [run for run in runs if run["at"] == 2 * at],
            [run for run in runs if run["at"] == 2 * at + 1],
        )
        for at in range(len(commands))
    ]


def _timing(floors: list[dict[str, float]], runs: list[dict[str, float]]) -> Timing:
    ratios = [run["seconds"] / floor["seconds"] for floor, run in zip(floors, runs, strict=True)]
    return Timing(
        median(run["seconds"] for run in runs),
        median(ratios),
        int(max(run["peak"] for run in runs)),
        any(run["status"] for run in runs),
    )
