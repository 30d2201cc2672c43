"""The server: one socket of this machine, one event loop, and a thread that watches the files."""

import asyncio
import errno
import secrets
import socket
import sys
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from datetime import date
from threading import Event, Thread

import uvicorn

from jmap.preview.app import app
from jmap.preview.board import Board
from jmap.preview.guard import HEAD_BYTES, Door
from jmap.preview.outcome import Outcome, look
from jmap.preview.watch import follow

PORT = 4400
"""The port that is tried first where none is asked for."""
_TRIED = 100
"""How many ports are tried, one after the other."""
_CONNECTIONS = 64
"""Most connections at a time; a further one is told to come back later."""
_PATIENCE = 1
"""Seconds that answers under way are given at the end."""


@dataclass(frozen=True, slots=True)
class Preview:
    """What to show, and whom to tell."""

    paths: tuple[str, ...]
    started: Callable[[str], None]
    """Told the address once it answers."""
    changed: Callable[[Outcome], None]
    """Told what each new look at the files came to, the first one too."""
    today: date | None = None
    """The day on which rules judge dates; without one, no rule runs."""

    def run(self, listening: socket.socket) -> None:
        """Shows the maps until a signal ends it."""
        door = Door(listening.getsockname()[1], secrets.token_urlsafe(32))
        asyncio.run(self._serve(listening, door))

    async def _serve(self, listening: socket.socket, door: Door) -> None:
        first = await asyncio.to_thread(look, self.paths, Outcome(today=self.today))
        self.changed(first)
        board, loop, stop = Board(first), asyncio.get_running_loop(), Event()

        def show(outcome: Outcome) -> None:
            # The loop may have ended meanwhile, and whoever read what is told may have gone.
            with suppress(RuntimeError):
                loop.call_soon_threadsafe(board.put, outcome)
            with suppress(OSError):
                self.changed(outcome)

        watching = Thread(target=follow, args=(self.paths, first, show, stop), daemon=True)
        watching.start()
        server = _Server(_config(board, door), board, lambda: self.started(door.address))
        try:
            await server.serve([listening])
        finally:
            stop.set()


def free_socket(port: int | None) -> socket.socket:
    """A socket of this machine alone, at a port; without one at 4400 or the next that is free.

    Port 0 is any that is free. Raises ``OSError`` where there is none.
    """
    if port is not None:
        return _bound(port)
    for candidate in range(PORT, PORT + _TRIED):
        try:
            return _bound(candidate)
        except OSError as error:
            if error.errno not in (errno.EADDRINUSE, errno.EACCES):
                raise
    return _bound(0)


def _bound(port: int) -> socket.socket:
    made = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
    try:
        if sys.platform == "win32":
            # There, reusing an address would let another program listen beside us.
            made.setsockopt(socket.SOL_SOCKET, socket.SO_EXCLUSIVEADDRUSE, 1)
        else:
            made.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        made.bind(("127.0.0.1", port))
        # Bound alone, two sockets may share a port; only listening shows who has it.
        made.listen()
    except OSError:
        made.close()
        raise
    return made


def _config(board: Board, door: Door) -> uvicorn.Config:
    return uvicorn.Config(
        app(board, door),
        loop="asyncio",
        http="h11",
        ws="none",
        lifespan="off",
        interface="asgi3",
        log_config=None,
        access_log=False,
        proxy_headers=False,
        server_header=False,
        date_header=False,
        limit_concurrency=_CONNECTIONS,
        h11_max_incomplete_event_size=HEAD_BYTES,
        timeout_graceful_shutdown=_PATIENCE,
    )


class _Server(uvicorn.Server):
    """Says when it answers, and lets those who wait for news go when it ends."""

    def __init__(self, config: uvicorn.Config, board: Board, started: Callable[[], None]) -> None:
        super().__init__(config)
        self._board = board
        self._started = started

    async def startup(self, sockets: list[socket.socket] | None = None) -> None:
        await super().startup(sockets)
        self._started()

    async def shutdown(self, sockets: list[socket.socket] | None = None) -> None:
        self._board.close()
        await super().shutdown(sockets)
