"""A machine that runs jobs, a repository, and GitHub."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.unit.ci.github import GitHub, serving
from tests.unit.ci.history import MAP, History
from tests.unit.ci.job import Job, machine


@pytest.fixture
def hub() -> Iterator[GitHub]:
    """GitHub's API."""
    made = GitHub()
    with serving(made):
        yield made


@pytest.fixture
def job(tmp_path: Path, hub: GitHub) -> Job:
    """A machine without a checkout."""
    return machine(tmp_path, hub.url)


@pytest.fixture
def history(tmp_path: Path) -> History:
    """A repository with one map on `main`."""
    made = History(tmp_path / "origin")
    made.save(MAP)
    return made
