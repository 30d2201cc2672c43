"""A home without anybody's settings, and a repository with one commit."""

import os
from pathlib import Path

import pytest

from tests.unit.git.made import Made, made


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    for name in [name for name in os.environ if name.startswith("GIT_")]:
        monkeypatch.delenv(name)
    folder = tmp_path / "home"
    folder.mkdir()
    monkeypatch.setenv("HOME", str(folder))
    monkeypatch.setenv("GIT_CONFIG_NOSYSTEM", "1")
    monkeypatch.delenv("XDG_CONFIG_HOME", raising=False)
    return folder


@pytest.fixture
def repository(tmp_path: Path) -> Made:
    new = made(tmp_path / "maps")
    new.commit("a.jmap", "notes.txt", message="first")
    return new
