"""Where things are on the machine of a job: all of it comes from the environment."""

import json
import os
import subprocess
from collections.abc import Iterator
from pathlib import Path, PurePosixPath
from typing import Any

LARGEST_EVENT = 32 * 1024 * 1024
"""Most bytes of the file in which the runner tells what has happened."""
MAP = ".jmap"
"""What names of journey files end with."""


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
    """The folder that paths start from, which a change may have taken away. Raises ``Stopped``
    where it is outside of the workspace.
    """
    workspace = Path(os.environ.get("GITHUB_WORKSPACE") or Path.cwd()).resolve()
    return _below(workspace, workspace, "working-directory", "the workspace")


def root() -> Path:
    """The folder of the repository: annotations name files from there."""
    there = folder()
    while not there.is_dir() and there != there.parent:
        there = there.parent
    try:
        return Path(git("rev-parse", "--show-toplevel", at=there)).resolve()
    except Stopped as problem:
        hint = "is there a checkout before this step, and does `working-directory` lead into it?"
        raise Stopped(f"{problem}: {hint}") from None


def path() -> str:
    """What is to be checked and compared, from the folder of the repository. A change may have
    taken it away.
    """
    found = _below(root(), folder(), "path", "the repository").relative_to(root()).as_posix()
    # A file may be called like an option.
    return found if found == "." else f"./{found}"


def maps() -> Iterator[Path]:
    """The maps that are there now, as jmap finds them."""
    wanted = root() / path()
    if wanted.is_file():
        yield wanted
    for folder_, names, files in os.walk(wanted):
        names[:] = sorted(filter(_is_entered, names))
        for one in (Path(folder_, name) for name in sorted(files) if name.endswith(MAP)):
            if not one.is_symlink():
                yield one


def maps_of(commit: str) -> Iterator[str]:
    """The maps that a commit has there, from the folder of the repository."""
    wanted = path()
    below = [] if wanted == "." else ["--", wanted.removeprefix("./")]
    listed = git("ls-tree", "-r", "-z", "--name-only", "--full-tree", commit, *below, at=root())
    for name in listed.split("\0"):
        # Told by its end first: there may be very many files, of which few are maps.
        if name.endswith(MAP) and _is_found(PurePosixPath(name).relative_to(wanted)):
            yield name


def _is_found(name: PurePosixPath) -> bool:
    return all(map(_is_entered, name.parts[:-1]))


def _is_entered(folder_: str) -> bool:
    return not folder_.startswith(".") and folder_ != "node_modules"


def _below(top: Path, start: Path, name: str, what: str) -> Path:
    """Where an input leads, as it is written: a change that puts a link in the place of a folder
    must not choose what is compared. Raises ``Stopped`` where it leads out of ``top``.
    """
    wanted = Path(os.path.normpath(start / asked(name)))
    if not wanted.is_relative_to(top):
        raise Stopped(f"`{name}` leads out of {what}")
    for one in (wanted, *wanted.parents):
        if one == top:
            return wanted
        if one.is_symlink():
            place = one.relative_to(top).as_posix()
            raise Stopped(f"`{name}` leads over a link, {place}: name what it leads to")
    return wanted


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
