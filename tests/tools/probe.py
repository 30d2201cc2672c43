"""Questions that are asked of an open page by a script in it; each is a file in `probes/`."""

from functools import cache
from pathlib import Path
from typing import Any

from playwright.sync_api import Page

FOLDER = Path(__file__).parent / "probes"
OPEN = "document.querySelectorAll('details').forEach(e => { e.open = true })"


@cache
def _script(name: str) -> str:
    return (FOLDER / f"{name}.js").read_text(encoding="utf-8")


def asked(page: Page, name: str, about: Any = None) -> Any:
    """The answer of a page to `probes/<name>.js`."""
    return page.evaluate(_script(name), about)


def unfold(page: Page) -> None:
    """Open every part of the page that a reader can open."""
    page.evaluate(OPEN)
