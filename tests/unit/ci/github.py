"""GitHub's API as far as the action asks it: on the loopback, remembering every request."""

import io
import json
import zipfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread
from typing import Any
from urllib.parse import parse_qs, urlsplit

BOT = {"login": "github-actions[bot]", "type": "Bot"}
TOKEN = "a-token-that-nobody-may-see"


@dataclass(frozen=True, slots=True)
class Asked:
    """One request."""

    method: str
    path: str
    query: dict[str, str]
    authorization: str | None
    content: Any


@dataclass(slots=True)
class GitHub:
    """A repository `acme/maps`, its comments, pull requests and artifacts."""

    comments: list[dict[str, Any]] = field(default_factory=list)
    pulls: list[dict[str, Any]] = field(default_factory=list)
    artifacts: list[dict[str, Any]] = field(default_factory=list)
    archive: bytes = b""
    refuses: int = 0
    """The status that everything is answered with."""
    stumbles: list[int] = field(default_factory=list)
    """The statuses that the next requests are answered with, before it goes on."""
    stumbles_at: str = "GET"
    """The method of those requests."""
    headers: dict[str, str] = field(default_factory=lambda: {"Retry-After": "0"})
    """What is sent beside a refusal."""
    below: str = ""
    """The path of the address that it answers at."""
    asked: list[Asked] = field(default_factory=list)
    url: str = ""

    def comment(self, body: str, user: dict[str, str] | None = None) -> int:
        """Somebody's comment; its number."""
        number = 1000 + len(self.comments)
        self.comments.append({"id": number, "user": user or BOT, "body": body})
        return number

    def hand_on(self, content: bytes, name: str = "changes.json") -> None:
        """The artifact of a run."""
        self.archive = zipped({name: content})
        self.artifacts.append(
            {"id": 5, "name": "jmap-changes", "size_in_bytes": len(self.archive), "expired": False}
        )

    def written(self) -> list[str]:
        """The requests that change something."""
        return [f"{one.method} {one.path}" for one in self.asked if one.method != "GET"]

    def answer(self, one: Asked) -> tuple[int, Any]:
        """The status, and what is sent."""
        assert one.path.startswith((self.below, "/elsewhere"))
        one = replace(one, path=one.path.removeprefix(self.below))
        self.asked.append(one)
        if self.stumbles and one.method == self.stumbles_at:
            return self.stumbles.pop(0), {"message": "later"}
        if self.refuses:
            return self.refuses, {"message": "no"}
        page, each = int(one.query.get("page", 1)), int(one.query.get("per_page", 30))
        here = slice((page - 1) * each, page * each)
        found = self._comments(one, here) or self._runs(one, here)
        return found or (404, {"message": f"no {one.path}"})

    def _comments(self, one: Asked, here: slice) -> tuple[int, Any] | None:
        match one.method, one.path.removeprefix("/repos/acme/maps/").split("/"):
            case "GET", ["issues", "7", "comments"]:
                return 200, self.comments[here]
            case "POST", ["issues", "7", "comments"]:
                return 201, {"id": self.comment(one.content["body"])}
            case "PATCH", ["issues", "comments", number]:
                found = next((item for item in self.comments if item["id"] == int(number)), None)
                if found is None:
                    return None
                found["body"] = one.content["body"]
                return 200, found
        return None

    def _runs(self, one: Asked, here: slice) -> tuple[int, Any] | None:
        match one.method, one.path.removeprefix("/repos/acme/maps/").split("/"):
            case "GET", ["pulls"]:
                return 200, self.pulls[here]
            case "GET", ["actions", "runs", "99", "artifacts"]:
                named = [item for item in self.artifacts if item["name"] == one.query.get("name")]
                return 200, {"total_count": len(named), "artifacts": named[here]}
            case "GET", ["actions", "artifacts", "5", "zip"]:
                return 302, "/elsewhere"
            case "GET", ["", "elsewhere"]:
                return 200, self.archive
        return None


def zipped(files: dict[str, bytes]) -> bytes:
    """An archive."""
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in files.items():
            archive.writestr(zipfile.ZipInfo(name), content, zipfile.ZIP_DEFLATED)
    return made.getvalue()


@contextmanager
def serving(hub: Any) -> Iterator[None]:
    """Serves what an object with `answer` answers, for as long as the block lasts."""

    class Answering(BaseHTTPRequestHandler):
        def _do(self) -> None:
            length = int(self.headers.get("Content-Length") or 0)
            sent = self.rfile.read(length)
            parts = urlsplit(self.path)
            query = {name: values[0] for name, values in parse_qs(parts.query).items()}
            content = json.loads(sent) if sent else None
            secret = self.headers.get("Authorization") or self.headers.get("PRIVATE-TOKEN")
            status, said = hub.answer(Asked(self.command, parts.path, query, secret, content))
            self.send_response(status)
            if status == 302:
                self.send_header("Location", said)
                said = b""
            for name, value in getattr(hub, "headers", {}).items() if status >= 400 else ():
                self.send_header(name, value)
            self.end_headers()
            self.wfile.write(said if isinstance(said, bytes) else json.dumps(said).encode())

        do_GET = do_POST = do_PATCH = do_PUT = _do  # noqa: N815

        def log_message(self, *_: Any) -> None:
            """Says nothing."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Answering)
    hub.url = f"http://127.0.0.1:{server.server_port}"
    thread = Thread(target=server.serve_forever, args=(0.01,))
    thread.start()
    try:
        yield
    finally:
        server.shutdown()
        thread.join()
        server.server_close()
