"""A repository with a pull request, and checkouts of it as a job makes them."""

import os
import subprocess
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

MAP = """team care "Customer care"

journey refund "Getting a refund" {
  stage ask "Ask" {
    touchpoint call "Calls the line" {
      owner care
      current 26h
      desired 4h
    }
  }
  stage wait "Wait" {
    touchpoint letter "Reads the letter" {
      owner care
      feel -1 "worried"
    }
  }
}
"""
WORSE = MAP.replace("26h", "30h")
BETTER = MAP.replace("feel -1", "feel +1")
NEUTRAL = MAP.replace('"Ask"', '"Asking"')
FOUND = MAP.replace("Calls the line", "TODO")
"""What a check finds something in."""
BROKEN = MAP.replace("26h", "26 parsecs")


@dataclass(slots=True)
class History:
    """The repository that everybody pushes to: `main`, and a branch that is to be merged."""

    folder: Path

    def __post_init__(self) -> None:
        self.folder.mkdir(parents=True)
        self.git("init", "-q", "-b", "main")
        self.git("config", "uploadpack.allowAnySHA1InWant", "true")

    def git(self, *arguments: str) -> str:
        """What git says."""
        return git(self.folder, *arguments)

    def save(self, text: str, name: str = "maps/refund.jmap", message: str = "x") -> str:
        """Commits a file; the commit."""
        path = self.folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
        self.git("add", "-A")
        self.git("commit", "-q", "--allow-empty", "-m", message)
        return self.git("rev-parse", "HEAD")

    def pull_request(
        self,
        *texts: str,
        branch: str = "slower",
        meanwhile: str = "",
        name: str = "maps/refund.jmap",
    ) -> Any:
        """Pushes a branch on which a file had these texts, and main in the meantime; the event that
        GitHub tells, after it has made the trial merge.
        """

        def save() -> None:
            for text in texts:
                self.save(text, name)

        return self.pull(save, branch=branch, meanwhile=meanwhile, commits=len(texts))

    def pull(
        self,
        change: Callable[[], object],
        branch: str = "slower",
        meanwhile: str = "",
        commits: int = 1,
    ) -> Any:
        """The same for any change of the files; what it has not committed yet is."""
        base = self.git("rev-parse", "main")
        self.git("checkout", "-q", "-B", branch, "main")
        change()
        self.git("add", "-A")
        if self.git("status", "--porcelain"):
            self.git("commit", "-q", "-m", "x")
        head = self.git("rev-parse", "HEAD")
        self.git("checkout", "-q", "main")
        if meanwhile:
            base = self.save(meanwhile)
        self.git("checkout", "-q", "--detach")
        self.git("merge", "-q", "--no-ff", "-m", "trial", head)
        self.git("update-ref", "refs/pull/7/merge", "HEAD")
        self.git("update-ref", "refs/pull/7/head", head)
        self.git("checkout", "-q", "main")
        return {
            "action": "synchronize",
            "number": 7,
            "pull_request": {
                "number": 7,
                "commits": commits,
                "title": HOSTILE,
                "body": HOSTILE,
                "head": {"sha": head, "ref": branch},
                "base": {"sha": base, "ref": "main"},
            },
        }

    def checkout(self, folder: Path, name: str = "refs/pull/7/merge", depth: int = 1) -> None:
        """What `actions/checkout` leaves, as shallow as it does."""
        git(folder.parent, "init", "-q", folder.name)
        git(folder, "remote", "add", "origin", f"file://{self.folder}")
        deep = [f"--depth={depth}"] if depth else []
        git(folder, "fetch", "-q", "--no-tags", *deep, "origin", f"+{name}:refs/remotes/here")
        git(folder, "checkout", "-q", "--detach", "refs/remotes/here")


HOSTILE = (
    '"; touch pwned; echo "$(touch pwned)`touch pwned`\n::error::fake\n##[add-mask]x\n'
    "@acme/all #1 <script>alert(1)</script> ${{ github.token }} <!-- jmap -->"
)


def git(folder: Path, *arguments: str) -> str:
    """What git says, without the settings of whoever runs the tests."""
    who = ("GIT_AUTHOR_NAME", "GIT_AUTHOR_EMAIL", "GIT_COMMITTER_NAME", "GIT_COMMITTER_EMAIL")
    plain = {"GIT_CONFIG_GLOBAL": os.devnull, "GIT_CONFIG_NOSYSTEM": "1"}
    done = subprocess.run(
        ["git", *arguments], cwd=folder, check=False, capture_output=True, timeout=60,
        env={**os.environ, **dict.fromkeys(who, "x@y"), **plain},
    )  # fmt: skip
    assert not done.returncode, done.stderr.decode(errors="replace")
    return done.stdout.decode().strip()
