"""What every test shares: the golden files and how long generated tests search.

`dev` searches briefly and afresh each run; `ci` searches long and the same way each time, so that
one commit has one verdict. `make test PROFILE=ci` chooses.
"""

from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

pytest_plugins = ["pytester", "tests.tools.golden"]

BY_FOLDER = ("property", "browser")

settings.register_profile("dev", max_examples=100, deadline=None)
settings.register_profile(
    "ci",
    max_examples=2000,
    deadline=None,
    derandomize=True,
    print_blob=True,
    suppress_health_check=[HealthCheck.too_slow],
)
settings.load_profile("dev")


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Mark a test by the folder it lies in, and begin with those that search: they take longest."""
    tests = Path(__file__).parent
    for item in items:
        folder = item.path.relative_to(tests).parts[0] if item.path.is_relative_to(tests) else ""
        if folder in BY_FOLDER:
            item.add_marker(folder)
    items.sort(key=lambda item: item.get_closest_marker("property") is None)
