"""Who may ask for what: only a browser on this machine that was given the address, and it may only
read.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from secrets import compare_digest
from typing import Any

from starlette.datastructures import MutableHeaders
from starlette.responses import Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

HEAD_BYTES = 8 * 1024
"""Most bytes of a request's line and headers together."""

_HEADERS = {
    "cache-control": "no-store",
    "cross-origin-opener-policy": "same-origin",
    "cross-origin-resource-policy": "same-origin",
    "referrer-policy": "no-referrer",
    "x-content-type-options": "nosniff",
}
_NOTHING = "default-src 'none'; frame-ancestors 'none'"


@dataclass(frozen=True, slots=True)
class Door:
    """Where the preview is found: a port of this machine, and a word nobody can guess."""

    port: int
    token: str

    @property
    def hosts(self) -> frozenset[str]:
        """What a browser that was given the address sends as host, and nothing else is heard: a
        name of somebody else's that leads to this machine is another site's.
        """
        bare = {"127.0.0.1", "localhost"}
        named = {f"{host}:{self.port}" for host in bare}
        return frozenset(named | bare if self.port == 80 else named)

    @property
    def base(self) -> str:
        """The path everything lies below, with a slash at both ends."""
        return f"/t/{self.token}/"

    @property
    def address(self) -> str:
        """What to open in a browser."""
        return f"http://127.0.0.1:{self.port}{self.base}"


class Guard:
    """Lets through what may be asked, turns everything else away without a word, and sends every
    answer with the headers that keep other sites out.
    """

    def __init__(self, app: ASGIApp, door: Door) -> None:
        self._app = app
        self._door = door

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answers one request."""
        if scope["type"] != "http":
            return
        status = refusal(scope, self._door)
        if status:
            await Response(status_code=status)(scope, receive, _sealed(send))
            return
        # What lies behind knows nothing of the word, so that nothing there can give it away.
        inner = {**scope, "path": scope["path"].removeprefix(self._door.base.removesuffix("/"))}
        await self._app(inner, receive, _sealed(send))


def refusal(scope: Mapping[str, Any], door: Door) -> int:
    """The status with which a request is turned away; 0 for one that may pass."""
    headers: list[tuple[bytes, bytes]] = scope["headers"]
    sent = sum(len(name) + len(value) + 4 for name, value in headers)
    if sent + len(scope["raw_path"]) + len(scope["query_string"]) > HEAD_BYTES:
        return 431
    hosts, origins = _all(headers, b"host"), _all(headers, b"origin")
    if len(hosts) != 1 or hosts[0] not in door.hosts:
        return 404
    if origins and origins != [f"http://{hosts[0]}"]:
        return 404
    if scope["method"] not in ("GET", "HEAD"):
        return 405
    # Compared in a time that says nothing of how much of the word was right.
    path = scope["path"][: len(door.base)]
    return 0 if compare_digest(path.encode("utf-8", "replace"), door.base.encode()) else 404


def _all(headers: list[tuple[bytes, bytes]], wanted: bytes) -> list[str]:
    return [value.decode("latin-1") for name, value in headers if name.lower() == wanted]


def _sealed(send: Send) -> Send:
    async def sealed(message: Message) -> None:
        if message["type"] == "http.response.start":
            headers = MutableHeaders(raw=message["headers"])
            headers.update(_HEADERS)
            headers.setdefault("content-security-policy", _NOTHING)
        await send(message)

    return sealed
