"""Where things are on the machine of a job: all of it comes from the environment."""

import json
import os
import subprocess
from pathlib import Path
from typing import Any

LARGEST_EVENT = 32 * 1024 * 1024
"""Most bytes of the file in which the runner tells what has happened."""


class Stopped(Exception):
    """Why a step cannot go on, as a sentence."""


def asked(name: str) -> str:
    """What the workflow gives for an input; nothing where it gives none."""
    return os.environ.get(f"INPUT_{name.upper().replace('-', '_')}", "").strip()


def own() -> Path:
    """The folder of this job that the checkout cannot reach into."""
    folder = Path(os.environ["RUNNER_TEMP"]) / "jmap"
    folder.mkdir(parents=True, exist_ok=True)
    return folder


def environment_python() -> Path:
    """The Python that jmap is installed for."""
    windows = own() / "venv" / "Scripts" / "python.exe"
    return windows if os.name == "nt" else own() / "venv" / "bin" / "python"


def folder() -> Path:
    """The folder that paths start from. Raises ``Stopped`` where it is outside of the workspace."""
    workspace = Path(os.environ.get("GITHUB_WORKSPACE") or Path.cwd()).resolve()
    wanted = (workspace / asked("working-directory")).resolve()
    if not wanted.is_relative_to(workspace):
        raise Stopped("`working-directory` leads out of the workspace")
    if not wanted.is_dir():
        raise Stopped("`working-directory` is no folder: is there a checkout before this step?")
    return wanted


def root() -> Path:
    """The folder of the repository: annotations name files from there."""
    said = git("rev-parse", "--show-toplevel", at=folder())
    return Path(said).resolve()


def path() -> str:
    """What is to be checked and compared, from the folder of the repository."""
    wanted = (folder() / (asked("path") or ".")).resolve()
    if not wanted.is_relative_to(root()):
        raise Stopped("`path` leads out of the repository")
    if not wanted.exists():
        raise Stopped("`path` is not there: name a journey file, or a folder that holds some")
    found = wanted.relative_to(root()).as_posix()
    # A file may be called like an option.
    return found if found == "." else f"./{found}"


def event() -> dict[str, Any]:
    """What has happened, as the runner tells it: an empty one where nothing is told."""
    name = os.environ.get("GITHUB_EVENT_PATH", "")
    if not name or not Path(name).is_file():
        return {}
    with Path(name).open("rb") as file:
        said = json.loads(file.read(LARGEST_EVENT))
    return said if isinstance(said, dict) else {}


def git(*arguments: str, at: Path, extra: dict[str, str] | None = None) -> str:
    """What git answers. Raises ``Stopped`` with what it complains of."""
    kept = {**os.environ, "GIT_TERMINAL_PROMPT": "0", "LC_ALL": "C", **(extra or {})}
    try:
        # A list of arguments and no shell.
        done = subprocess.run(  # noqa: S603
            ["git", *arguments],  # noqa: S607
            cwd=at, env=kept, capture_output=True, check=False, timeout=600,
        )  # fmt: skip
    except FileNotFoundError:
        raise Stopped("git is not installed here") from None
    except subprocess.TimeoutExpired:
        raise Stopped("git did not answer within ten minutes") from None
    if done.returncode:
        raise Stopped(done.stderr.decode(errors="replace").strip() or "git could not do it")
    return done.stdout.decode(errors="replace").strip()


def tell(name: str, value: str | int) -> None:
    """Gives an output to the workflow. Only numbers and words of our own are ever given."""
    target = os.environ.get("GITHUB_OUTPUT")
    if target:
        with Path(target).open("a", encoding="utf-8", newline="\n") as file:
            file.write(f"{name}={value}\n")
