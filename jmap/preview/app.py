"""What is answered at which address. Everything is made in memory and found by its key: no address
leads to a file.
"""

import re
from collections.abc import AsyncIterator
from html import unescape

from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import Response, StreamingResponse
from starlette.routing import Route

from jmap.preview.board import Board
from jmap.preview.drawn import Artefact
from jmap.preview.guard import Door, Guard
from jmap.preview.shell import Shell, policy

_META = re.compile(rb'<meta http-equiv="Content-Security-Policy" content="([^"]*)">')
_CLOSED = "default-src 'none'; base-uri 'none'; form-action 'none'"
_PICTURE = f"{_CLOSED}; style-src 'unsafe-inline'; font-src data:; img-src data:; sandbox"
_STILL_HERE = 15
"""Seconds after which something is sent even if nothing happened, to find out who has gone."""


def app(board: Board, door: Door) -> Guard:
    """Everything the preview answers, behind its guard."""
    seen = _Views(board, door)
    routes = [
        Route("/", seen.overview),
        Route("/map/{key}", seen.journey),
        Route("/page/{key}", seen.page),
        Route("/picture/{key}", seen.picture),
        Route("/events", seen.events),
    ]
    made = Starlette(routes=routes, exception_handlers={404: _nothing})
    made.router.redirect_slashes = False
    return Guard(made, door)


def page_policy(page: bytes) -> str:
    """What a page may do: what it asks for itself, inside a frame of ours. Nothing where it says
    nothing.
    """
    found = _META.search(page, 0, 4096)
    own = unescape(found[1].decode()) if found else _CLOSED
    return f"{own}; frame-ancestors 'self'"


class _Views:
    """The answers. Those that draw run in threads, so that the others need not wait."""

    def __init__(self, board: Board, door: Door) -> None:
        self._board = board
        self._base = door.base

    def overview(self, request: Request) -> Response:
        return self._shell("")

    def journey(self, request: Request) -> Response:
        key = request.path_params["key"]
        return self._shell(key) if key in self._board.stand.outcome.journeys else _empty()

    def page(self, request: Request) -> Response:
        drawn = self._board.stand.outcome.journeys.get(request.path_params["key"])
        made = drawn.page() if drawn else Artefact()
        return _html(made.content, page_policy(made.content)) if made.content else _empty()

    def picture(self, request: Request) -> Response:
        drawn = self._board.stand.outcome.journeys.get(request.path_params["key"])
        made = drawn.picture() if drawn else Artefact()
        if not made.content:
            return _empty()
        headers = {"content-security-policy": _PICTURE}
        return Response(made.content, media_type="image/svg+xml", headers=headers)

    async def events(self, request: Request) -> Response:
        if request.method == "HEAD":
            return Response(media_type="text/event-stream")
        return StreamingResponse(self._told(), media_type="text/event-stream")

    async def _told(self) -> AsyncIterator[str]:
        yield "retry: 500\n\n"
        version = 0
        while not self._board.closed:
            stand = await self._board.later_than(version, _STILL_HERE)
            if stand is None:
                yield ":\n\n"
                continue
            version = stand.version
            yield f"data: {version}\n\n"

    def _shell(self, key: str) -> Response:
        return _html(Shell(self._board.stand, self._base, key).page(), policy())


def _html(content: bytes, allowed: str) -> Response:
    headers = {"content-security-policy": allowed}
    return Response(content, media_type="text/html", headers=headers)


def _empty() -> Response:
    return Response(status_code=404)


async def _nothing(request: Request, reason: Exception) -> Response:
    return _empty()
