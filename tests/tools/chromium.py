"""A real Chromium for tests: where it is, how it is started, and what a page did while it was open.

The browser is the system's own, driven by Playwright. A machine without one fails the tests that
need it; nothing is skipped.
"""

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from playwright.sync_api import (
    Browser,
    BrowserContext,
    ConsoleMessage,
    Dialog,
    Page,
    sync_playwright,
)

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
FLAGS = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)
LOCAL = ("file:", "data:", "blob:", "about:")


def find_chromium() -> Path:
    """The browser on PATH; a LookupError that says how to get one where there is none."""
    for name in NAMES:
        found = shutil.which(name)
        if found:
            return Path(found)
    raise LookupError(f"no Chromium on PATH (looked for {', '.join(NAMES)}): apt install chromium")


@dataclass(frozen=True, slots=True)
class Visit:
    """An open page, and everything it asked for or complained about, in order."""

    page: Page
    requests: list[str] = field(default_factory=list)
    console_errors: list[str] = field(default_factory=list)
    page_errors: list[str] = field(default_factory=list)
    dialogs: list[str] = field(default_factory=list)

    @property
    def outside_requests(self) -> list[str]:
        """The requests that would have left the machine's own files."""
        return [url for url in self.requests if not url.startswith(LOCAL)]

    @property
    def errors(self) -> list[str]:
        """Console errors, then uncaught exceptions."""
        return [*self.console_errors, *self.page_errors]


def watched_page(context: BrowserContext) -> Visit:
    """A new page, and a record of what happens in it and in any window it opens."""
    visit = Visit(context.new_page())

    def hear(message: ConsoleMessage) -> None:
        if message.type == "error":
            visit.console_errors.append(message.text)

    def refuse(dialog: Dialog) -> None:
        visit.dialogs.append(dialog.message)
        dialog.dismiss()

    def listen(page: Page) -> None:
        page.on("websocket", lambda socket: visit.requests.append(socket.url))

    context.on("request", lambda request: visit.requests.append(request.url))
    context.on("weberror", lambda error: visit.page_errors.append(str(error.error)))
    context.on("console", hear)
    context.on("dialog", refuse)
    context.on("page", listen)
    listen(visit.page)
    return visit


class Chromium:
    """A running browser that opens pages, each with a clean profile of its own."""

    def __init__(self, browser: Browser) -> None:
        self._browser = browser
        self._contexts: list[BrowserContext] = []

    def open(
        self, target: Path | str, width: int = 1280, height: int = 800, **context: Any
    ) -> Visit:
        """Load a file or an address and wait until it is idle.

        `width` and `height` are the window in CSS px; `context` goes to Playwright's `new_context`,
        such as `color_scheme="dark"`, `reduced_motion="reduce"`, `java_script_enabled=False`.
        """
        visit = self.blank(width, height, **context)
        visit.page.goto(target.resolve().as_uri() if isinstance(target, Path) else target)
        visit.page.wait_for_load_state("networkidle")
        return visit

    def blank(self, width: int = 1280, height: int = 800, **context: Any) -> Visit:
        """A watched page with nothing in it, for `page.set_content` or a `page.route` set first."""
        made = self._browser.new_context(viewport={"width": width, "height": height}, **context)
        self._contexts.append(made)
        return watched_page(made)

    def close_pages(self) -> None:
        """Close every page opened so far."""
        while self._contexts:
            self._contexts.pop().close()


@contextmanager
def running_chromium() -> Iterator[Chromium]:
    """Start the browser without a window, with a new profile, and stop it afterwards."""
    executable = find_chromium()
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=executable, args=list(FLAGS))
        yield Chromium(browser)
        browser.close()
