"""Opening a kind of page in a browser: from disk or, where a page needs a server, at an address of
which every answer is a file beside the page.
"""

from pathlib import Path
from typing import Any
from urllib.parse import unquote, urlsplit

from playwright.sync_api import Route

from tests.tools.chromium import Chromium, Visit
from tests.tools.page_kinds import PageKind

ORIGIN = "http://127.0.0.1:4400"
TYPES = {".html": "text/html; charset=utf-8", ".svg": "image/svg+xml"}


def open_page(
    chromium: Chromium,
    kind: PageKind,
    folder: Path,
    width: int = 1280,
    height: int = 800,
    **context: Any,
) -> Visit:
    """Make the page in a folder and open it; the rest is as in `Chromium.open`."""
    file = kind.make(folder)
    visit = chromium.blank(width, height, **context)
    if kind.policy is None:
        visit.page.goto(file.as_uri())
    else:
        _serve(visit, folder, file, kind.policy())
        visit.page.goto(f"{ORIGIN}/{file.relative_to(folder).as_posix()}")
    # Letters have their places only when the font is there.
    if context.get("java_script_enabled", True):
        visit.page.evaluate("document.fonts.ready.then(() => 0)")
    return visit


def _serve(visit: Visit, folder: Path, file: Path, policy: str) -> None:

    def answer(route: Route) -> None:
        found = file_at(folder, urlsplit(route.request.url).path)
        if not found:
            # Nothing to say: a page that waits for news stops asking.
            route.fulfill(status=204)
            return
        route.fulfill(
            body=found.read_bytes(),
            content_type=TYPES[found.suffix],
            headers={"Content-Security-Policy": policy} if found == file else {},
        )

    visit.page.route(f"{ORIGIN}/**", answer)


def file_at(folder: Path, path: str) -> Path | None:
    """The file that answers for a path of an address, with or without its ending."""
    named = folder / unquote(path).lstrip("/")
    choices = (named, *(named.with_name(named.name + suffix) for suffix in TYPES))
    return next((file for file in choices if file.is_file()), None)


def own_requests(visit: Visit) -> list[str]:
    """The requests for the page itself and what belongs to it."""
    address = visit.page.url.partition("#")[0]
    return [url for url in visit.requests if url == address or url.startswith(f"{ORIGIN}/")]
