"""Repositories with a history of maps, made by the real git."""

from pathlib import Path

import pytest

from tests.unit.blame.past import MAP, Past
from tests.unit.git.conftest import home
from tests.unit.git.made import made

__all__ = ["home"]


@pytest.fixture
def past(tmp_path: Path) -> Past:
    """A repository with one commit of a map, by Sara."""
    new = Past(made(tmp_path / "maps"))
    new.says(MAP, "Draw the map")
    return new
