"""As for all tests with git: a home without anybody's settings, and nothing kept between runs."""

from pathlib import Path

import pytest

from tests.unit.git.conftest import home
from tests.unit.git.made import Made, made

__all__ = ["home"]


@pytest.fixture(autouse=True)
def nothing_kept(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("JMAP_CACHE", "off")


@pytest.fixture
def maps(tmp_path: Path) -> Made:
    """A repository without commits."""
    return made(tmp_path / "maps")
