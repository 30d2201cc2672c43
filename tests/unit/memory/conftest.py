"""A folder with journey files, a memory of its own, and a count of how often jmap really reads."""

from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

import jmap
from jmap.cli import inputs
from jmap.cli.group import run

TEAMS = 'team care "Customer care"\n'
MAP = """\
import "shared/teams.jmap"

journey j "Journey" {
  stage s {
    touchpoint t on "Phone" "Calls" {
      owner care
      current 2
      desired 5
    }
  }
}
"""


@dataclass(slots=True)
class Readings:
    """How often the inputs were really read."""

    count: int = 0


@dataclass(frozen=True, slots=True)
class Ended:
    """How a command ended."""

    status: int
    out: str
    err: str


@dataclass(frozen=True, slots=True)
class Desk:
    """One place to run commands at."""

    folder: Path
    cache: Path
    readings: Readings
    _captured: pytest.CaptureFixture[str]

    def save(self, name: str, text: str) -> Path:
        """Writes a file of the folder."""
        path = self.folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8", newline="")
        return path

    def run(self, *arguments: str) -> Ended:
        """Runs a command in the folder."""
        self._captured.readouterr()
        status = run(list(arguments))
        said = self._captured.readouterr()
        return Ended(status, said.out, said.err)

    def recalls(self, *arguments: str) -> bool:
        """Whether a command answers without reading its inputs."""
        before = self.readings.count
        self.run(*arguments)
        return self.readings.count == before

    def entries(self) -> list[Path]:
        """What is kept."""
        return sorted(self.cache.glob("*.json"))


@pytest.fixture
def readings(monkeypatch: pytest.MonkeyPatch) -> Readings:
    """Counts what the commands load."""
    counted = Readings()

    def counting(*paths: Any, **options: Any) -> Any:
        counted.count += 1
        return jmap.load_each(*paths, **options)

    monkeypatch.setattr(inputs, "load_each", counting)
    return counted


@pytest.fixture
def desk(
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    readings: Readings,
) -> Desk:
    """A folder with a map that imports its teams, being the working directory."""
    folder, cache = tmp_path / "maps", tmp_path / "cache"
    folder.mkdir()
    monkeypatch.chdir(folder)
    monkeypatch.setenv("JMAP_CACHE", str(cache))
    for name in ("NO_COLOR", "FORCE_COLOR"):
        monkeypatch.delenv(name, raising=False)
    made = Desk(folder, cache, readings, capsys)
    made.save("a.jmap", MAP)
    made.save("shared/teams.jmap", TEAMS)
    return made
