"""The browser that tests under tests/browser share; each test's pages are closed after it."""

from collections.abc import Iterator

import pytest

from tests.tools.chromium import Chromium, running_chromium


@pytest.fixture(scope="session")
def _browser() -> Iterator[Chromium]:
    with running_chromium() as chromium:
        yield chromium


@pytest.fixture
def chromium(_browser: Chromium) -> Iterator[Chromium]:
    """Open pages with `chromium.open(path)`; what they did is on the Visit it returns."""
    yield _browser
    _browser.close_pages()
