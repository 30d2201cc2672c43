"""A folder with journey files, a memory of its own, and the site that is built of it."""

from dataclasses import dataclass
from pathlib import Path

import pytest

from jmap.cli.group import run
from tests.unit.site.trees import digests, names

PEOPLE = """\
persona dana "Dana Okafor" {
  age 29
  quote "Just tell me the price."
}
team web "Web team" { kind unit }
team care "Customer care"
channel phone "Phone" { responds 80% within 20s }
channel site "Website" { owner web }
metric csat { kind csat }
"""

MOVE = """\
import "people.jmap"

journey move "Moving house" {
  for dana
  state current
  owner care
  reviewed 2026-10-04 every 90d
  stage choose "Choose" {
    owner web
    touchpoint compare on site "Compares tariffs" {
      current 2
      desired 5
      importance 5
      moment-of-truth
      feel -2 "lost" because "the price moved"
      pain fees "Fees appear late" { severity high }
      opportunity total "Total price" {
        eases fees
        reach 100
        impact 2
        confidence 80%
        effort 2
        owner web
        due 2027-02-01
        status planned
      }
    }
    touchpoint call on phone "Calls" {
      owner care backup web
      current 4m
      desired 20s
      feel 1 "helped"
      opportunity faster "Call back" {
        impact 3
        effort 1
      }
      opportunity later "Think about it"
    }
  }
}
"""

BILL = """\
import "people.jmap"

journey bill "First bill" {
  for dana
  stage pay "Pay" {
    touchpoint pay on site "Pays the bill" {
      owner web
      current 62%
      desired 90%
    }
  }
}
"""


@dataclass(frozen=True, slots=True)
class Ended:
    """How a command ended."""

    status: int
    out: str
    err: str


@dataclass(frozen=True, slots=True)
class Yard:
    """One place to build a site at."""

    folder: Path
    cache: Path
    _captured: pytest.CaptureFixture[str]

    @property
    def site(self) -> Path:
        """The site."""
        return self.folder / "site"

    def save(self, name: str, text: str) -> Path:
        """Writes a file of the folder."""
        path = self.folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8", newline="")
        return path

    def build(self, *arguments: str) -> Ended:
        """Runs the command in the folder, in one process unless told otherwise."""
        jobs = () if "-j" in arguments else ("-j", "1")
        self._captured.readouterr()
        status = run(["build", *jobs, *arguments])
        said = self._captured.readouterr()
        return Ended(status, said.out, said.err)

    def built(self, *arguments: str) -> dict[str, str]:
        """Builds, which must go well, and returns the site's files with their digests."""
        ended = self.build(*arguments)
        assert ended.status == 0, ended.err
        return digests(self.site)

    def page(self, path: str) -> str:
        """The text of a page."""
        return (self.site / path).read_text(encoding="utf-8")

    def beside(self) -> list[str]:
        """The hidden names beside the site."""
        return [name for name in names(self.folder) if name.startswith(".")]


@pytest.fixture
def empty(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> Yard:
    """A folder that is a workspace, and the working directory."""
    folder = tmp_path / "maps"
    folder.mkdir()
    monkeypatch.chdir(folder)
    monkeypatch.setenv("JMAP_CACHE", str(tmp_path / "cache"))
    monkeypatch.delenv("JMAP_DEBUG", raising=False)
    made = Yard(folder, tmp_path / "cache", capsys)
    made.save("jmap.toml", "")
    return made


@pytest.fixture
def yard(empty: Yard) -> Yard:
    """The same with two journeys, and what they share."""
    empty.save("people.jmap", PEOPLE)
    empty.save("move.jmap", MOVE)
    empty.save("bill.jmap", BILL)
    return empty
