"""Where measurements take place, and the budgets they are held against at the end."""

import compileall
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.bench.maps import journey
from tests.bench.tables import Score, print_scores

ROOT = Path(__file__).parents[2]


@pytest.fixture(scope="session")
def scores() -> Iterator[list[Score]]:
    """What was measured against a budget; printed at the end."""
    found: list[Score] = []
    yield found
    if found:
        print_scores(found)


@pytest.fixture(scope="session", autouse=True)
def compiled() -> None:
    """The bytecode of the package, made before anything is timed."""
    compileall.compile_dir(str(ROOT / "jmap"), quiet=2)


@pytest.fixture(scope="session")
def bench(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder, a workspace of its own, with maps of four sizes."""
    folder = tmp_path_factory.mktemp("bench")
    (folder / "jmap.toml").touch()
    for size in (20, 200, 2000, 20000):
        (folder / f"m{size}.jmap").write_text(journey(size))
    return folder
