"""Repositories made by the real git, for tests that read them."""

import os
import stat
import subprocess
from dataclasses import dataclass
from pathlib import Path

import pytest

from jmap.git import GitFailed, Repository, Revision

IDENTITY = {
    "GIT_AUTHOR_NAME": "Sara",
    "GIT_AUTHOR_EMAIL": "sara@example.org",
    "GIT_COMMITTER_NAME": "Sara",
    "GIT_COMMITTER_EMAIL": "sara@example.org",
    "GIT_AUTHOR_DATE": "2026-01-02T03:04:05Z",
    "GIT_COMMITTER_DATE": "2026-01-02T03:04:05Z",
    "LC_ALL": "C",
}


@dataclass(frozen=True, slots=True)
class Made:
    """A repository on disk, and the one as jmap sees it."""

    folder: Path

    @property
    def read(self) -> Repository:
        return Repository.holding(self.folder)

    def git(self, *arguments: str | bytes, stdin: bytes = b"") -> str:
        """Runs git as its owner would; what it says, without the last line end."""
        return git(self.folder, *arguments, stdin=stdin)

    def save(self, path: str | bytes, text: str = "") -> None:
        file = self.folder / os.fsdecode(path)
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text or os.fsdecode(path), "utf-8", "surrogateescape")

    def commit(self, *paths: str | bytes, message: str = "more") -> str:
        """Saves files, each with its path for content, and commits all there is."""
        for path in paths:
            self.save(path)
        self.git("add", "--all")
        self.git("commit", "--quiet", "--allow-empty", "-m", message)
        return self.git("rev-parse", "HEAD")

    def revision(self, name: str = "HEAD") -> Revision:
        return self.read.resolve(name)

    def paths(self, name: str = "HEAD", below: str = "") -> list[str]:
        return list(self.read.files(self.revision(name), below).files)

    def told(self, name: str) -> GitFailed:
        """The refusal of a name."""
        try:
            found = self.read.resolve(name)
        except GitFailed as failure:
            return failure
        raise AssertionError(f"{name!r} is {found}")


def git(folder: Path, *arguments: str | bytes, stdin: bytes = b"") -> str:
    done = subprocess.run(
        ["git", "-C", folder, *arguments],
        input=stdin,
        capture_output=True,
        check=False,
        env={**os.environ, **IDENTITY},
    )
    assert done.returncode == 0, done.stderr.decode()
    return done.stdout.decode("utf-8", "surrogateescape").removesuffix("\n")


def made(folder: Path, *options: str) -> Made:
    """A new repository on the branch `main`, with nothing in it."""
    folder.mkdir(parents=True, exist_ok=True)
    git(folder, "init", "--quiet", "--initial-branch=main", *options)
    return Made(folder)


def cloned(origin: Made, folder: Path, *options: str) -> Made:
    """A clone as over a network, so that it can be shallow or partial."""
    git(origin.folder, "clone", "--quiet", *options, origin.folder.as_uri(), str(folder))
    return Made(folder)


def put_git(folder: Path, monkeypatch: pytest.MonkeyPatch, script: str) -> None:
    """Puts a program called git in front of the real one."""
    program = folder / "bin" / "git"
    program.parent.mkdir()
    program.write_text(f"#!/bin/sh\n{script}\n", encoding="utf-8")
    program.chmod(program.stat().st_mode | stat.S_IXUSR)
    monkeypatch.setenv("PATH", f"{program.parent}{os.pathsep}{os.environ['PATH']}")
