"""A history of maps, and what is said about it."""

import os
import subprocess
import sys
from dataclasses import dataclass

from jmap.blame.blame import Blame, Question, blame
from tests.unit.cli.test_commands import Ended
from tests.unit.git.made import Made

MAP = """team care "Customer care"

journey refund "Getting a refund" {
  language en
  owner care

  stage ask "Ask" {
    touchpoint call "Calls the line" {
      kind interaction
      do "Dials"
      do "Waits"
      owner care
      current 26h
      desired 4h

      pain queue "The queue is long" {
        severity high
      }
    }
  }

  stage wait "Wait" {
    touchpoint letter "A letter comes" {
      kind event
    }
  }
}
"""


@dataclass(frozen=True, slots=True)
class Past:
    """A repository of maps."""

    made: Made

    def save(self, text: str, path: str = "a.jmap") -> None:
        self.made.save(path, text)

    def says(
        self, text: str, subject: str, path: str = "a.jmap", who: str = "Sara", day: int = 1
    ) -> str:
        """Commits a map; the id of the commit."""
        self.save(text, path)
        return self.commit(subject, who, day)

    def commit(self, subject: str, who: str = "Sara", day: int = 1) -> str:
        date = f"2026-03-{day:02}T12:00:00+0330"
        author = f"{who} <{who.lower()}@example.org>"
        self.made.git("add", "--all")
        self.made.git(
            "commit", "-q", "--allow-empty", "-m", subject, f"--author={author}", f"--date={date}"
        )
        return self.head

    @property
    def head(self) -> str:
        return self.made.git("rev-parse", "HEAD")

    def blame(self, address: str, revision: str = "", **options: bool) -> Blame:
        return blame(Question(address, self.made.folder, revision, **options))

    def set_by(self, address: str, revision: str = "", **options: bool) -> dict[str, str]:
        """The first line of each fact, and the subject of the commit that set it."""
        return {
            one.fact.lines[0]: one.setting.commit.subject if one.setting.commit else "not yet"
            for one in self.blame(address, revision, **options).facts
        }

    def replaced(self, address: str) -> dict[str, tuple[str, ...]]:
        """What facts took the place of, where they did."""
        return {
            one.fact.lines[0]: one.setting.replaced
            for one in self.blame(address).facts
            if one.setting.replaced
        }

    def run(self, *arguments: str) -> Ended:
        """The command, as people call it."""
        done = subprocess.run(
            [sys.executable, "-m", "jmap", "blame", *arguments],
            cwd=self.made.folder,
            capture_output=True,
            check=False,
            timeout=60,
            env={**os.environ, "NO_COLOR": "1"},
        )
        ended = Ended(done.returncode, done.stdout.decode(), done.stderr.decode())
        assert "Traceback" not in ended.err, ended.err
        return ended
