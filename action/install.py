"""Installs jmap for this job: the one that this action comes with, or a version that is named."""

import re
import subprocess
import sys
from pathlib import Path

from action import log
from action.place import asked, environment_python, own

_VERSION = re.compile(r"[0-9][0-9A-Za-z.!+-]{0,63}")


def run() -> int:
    """Makes an environment of its own and installs jmap there."""
    version = asked("version")
    if version and not _VERSION.fullmatch(version):
        log.error("`version` is no version: give one as 0.5.0, or none for that of this action")
        return 2
    wanted = f"jmap=={version}" if version else str(Path(__file__).resolve().parents[1])
    python = str(environment_python())
    # Isolated, or a file `pip.py` in the checkout would be run in place of pip.
    quiet = ("-q", "--disable-pip-version-check", "--no-input")
    for line in (
        [sys.executable, "-I", "-m", "venv", str(own() / "venv")],
        [python, "-I", "-m", "pip", "install", *quiet, wanted],
    ):
        if subprocess.run(line, cwd=own(), check=False).returncode:  # noqa: S603
            log.error("jmap could not be installed")
            return 2
    return 0
