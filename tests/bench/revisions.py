"""Repositories of any size to measure with, made by the real git."""

import os
import subprocess
from collections.abc import Callable
from pathlib import Path

from tests.bench.maps import journey

_WHO = ("GIT_AUTHOR_NAME", "GIT_AUTHOR_EMAIL", "GIT_COMMITTER_NAME", "GIT_COMMITTER_EMAIL")
DAY = 86_400
START = 1_736_150_400


def commit(folder: Path, number: int = 0) -> None:
    """Commits all there is, a day after the last one."""
    when = f"{START + number * DAY} +0000"
    ours = {**dict.fromkeys(_WHO, "x@example.org"), "GIT_AUTHOR_DATE": when}
    ours |= {"GIT_COMMITTER_DATE": when, "GIT_CONFIG_GLOBAL": os.devnull}
    for arguments in (("add", "--all"), ("commit", "--quiet", "--message", f"change {number}")):
        subprocess.run(["git", *arguments], cwd=folder, check=True, env={**os.environ, **ours})


def workspace(folder: Path, files: int) -> None:
    """A repository with one commit: journeys of 20 touchpoints, and what they share in one file."""
    subprocess.run(["git", "init", "--quiet", "--initial-branch=main"], cwd=folder, check=True)
    (folder / "jmap.toml").touch()
    shared, _, _ = journey(20).partition("journey ")
    (folder / "shared.jmap").write_text(shared)
    for number in range(files):
        path = path_of(folder, number)
        path.parent.mkdir(exist_ok=True)
        _, word, rest = journey(20, f"move{number}").partition("journey ")
        path.write_text(f'import "/shared.jmap"\n\n{word}{rest}')
    commit(folder)


def path_of(folder: Path, number: int) -> Path:
    """The file of a journey."""
    return folder / f"team{number % 20}" / f"m{number}.jmap"


def edit(path: Path, change: Callable[[str], str]) -> None:
    """Changes a file."""
    path.write_text(change(path.read_text()))
