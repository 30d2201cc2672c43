"""A folder to run commands in, each as a process of its own."""

import os
import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest


@dataclass(frozen=True, slots=True)
class Ended:
    """How a run ended."""

    status: int
    out: str
    err: str


Check = Callable[..., Ended]


@dataclass(frozen=True, slots=True)
class Desk:
    """One place to run checks at."""

    folder: Path

    def save(self, name: str, text: str | bytes) -> Path:
        """Writes a file of the folder."""
        path = self.folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(text.encode() if isinstance(text, str) else text)
        return path

    def read(self, name: str) -> str:
        """What a file of the folder holds."""
        return (self.folder / name).read_bytes().decode()

    def check(self, *arguments: str, stdin: str | bytes = b"", **environment: str) -> Ended:
        """Runs a check in the folder, on a day that stays the same."""
        given = stdin.encode() if isinstance(stdin, str) else stdin
        kept = {name: value for name, value in os.environ.items() if "COLOR" not in name}
        done = subprocess.run(
            [sys.executable, "-m", "jmap", "check", *arguments],
            cwd=self.folder, input=given, capture_output=True, check=False, timeout=60,
            env={**kept, "SOURCE_DATE_EPOCH": "1795305600", "JMAP_CACHE": "off", **environment},
        )  # fmt: skip
        out, err = done.stdout.decode(), done.stderr.decode(errors="replace")
        assert "Traceback" not in err, err
        assert "fault of jmap" not in err, err
        return Ended(done.returncode, out, err)

    def names(self, *arguments: str, **environment: str) -> list[str]:
        """Place and name of what is found."""
        ended = self.check("-f", "concise", "-q", *arguments, **environment)
        return [" ".join(line.split(" ")[:2]) for line in ended.out.splitlines()]


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    folder = tmp_path / "maps"
    folder.mkdir()
    (folder / "jmap.toml").touch()
    return Desk(folder)
