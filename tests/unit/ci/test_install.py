"""The step that installs jmap, with the real pip and no index."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.unit.ci.job import ROOT
from tests.unit.ci.package import VERSION, package, wheel


def stand_in(version: str) -> dict[str, str]:
    """A jmap that knows its version and nothing else."""
    return {"jmap/__init__.py": f"VERSION = {version!r}\n"}


@pytest.fixture
def action(tmp_path: Path) -> Path:
    """The action beside a jmap that is built in a moment and without an index."""
    folder = tmp_path / "repository"
    shutil.copytree(ROOT / "action", folder / "action")
    package(folder, stand_in(VERSION))
    (tmp_path / "work").mkdir()
    (tmp_path / "temp").mkdir()
    for name in ("pip.py", "venv.py", "sitecustomize.py"):
        (tmp_path / "work" / name).write_text("open('pwned', 'w')\n", encoding="utf-8")
    return folder


def install(action: Path, version: str = "", **more: str) -> subprocess.CompletedProcess[bytes]:
    here = action.parent
    return subprocess.run(
        [sys.executable, "-I", action / "action" / "step.py", "install"],
        cwd=here / "work", check=False, capture_output=True, timeout=300,
        env={
            "PATH": os.environ["PATH"], "HOME": str(here), "RUNNER_TEMP": str(here / "temp"),
            "PIP_NO_INDEX": "1", "INPUT_VERSION": version, **more,
        },
    )  # fmt: skip


def installed(action: Path) -> str:
    python = action.parent / "temp" / "jmap" / "venv" / "bin" / "python"
    done = subprocess.run(
        [python, "-I", "-c", "import jmap; print(jmap.VERSION)"],
        check=True, capture_output=True, timeout=60,
    )  # fmt: skip
    return done.stdout.decode().strip()


def test_the_jmap_beside_the_action(action: Path) -> None:
    ended = install(action)

    assert not ended.returncode, ended.stderr.decode()
    assert installed(action) == VERSION
    assert not list(action.parent.rglob("pwned"))


def test_a_version_that_is_named(action: Path, tmp_path: Path) -> None:
    wheel(tmp_path, "0.0.9", stand_in("0.0.9"))
    ended = install(action, "0.0.9", PIP_FIND_LINKS=str(tmp_path))

    assert not ended.returncode, ended.stderr.decode()
    assert installed(action) == "0.0.9"


@pytest.mark.parametrize("version", ["--index-url=https://x", "latest", "1 ; touch pwned", "@x"])
def test_what_is_no_version_is_refused(action: Path, version: str) -> None:
    ended = install(action, version)

    assert ended.returncode == 2
    assert not (action.parent / "temp" / "jmap" / "venv").exists()


def test_a_version_that_is_not_there(action: Path) -> None:
    ended = install(action, "99.0")

    assert ended.returncode == 2
    assert b"could not be installed" in ended.stdout


def test_an_unknown_step() -> None:
    for arguments in ([], ["x"], ["gate", "gate"]):
        step = [sys.executable, "-I", str(ROOT / "action" / "step.py"), *arguments]
        assert subprocess.run(step, check=False, capture_output=True, timeout=60).returncode == 2
