"""The few things that are asked of GitHub's API, with bounds on what comes back."""

import json
import os
import time
import urllib.error
import urllib.parse
import urllib.request
from collections.abc import Iterator
from http import HTTPStatus
from http.client import HTTPException
from typing import Any

from action.place import Stopped, asked

LARGEST = 32 * 1024 * 1024
"""Most bytes of one answer."""
PAGES = 100
"""Most pages of a list that are read."""
_EACH = 100
"""How many things stand on a page: as many as GitHub gives."""
_SECONDS = 30
_WAITS = (2.0, 10.0)
"""How long to wait before each further attempt, in seconds, where GitHub does not say it."""
_LONGEST_WAIT = 60.0
_LIMITED = (HTTPStatus.FORBIDDEN, HTTPStatus.TOO_MANY_REQUESTS)
"""The statuses that say, among other things, that there were too many requests."""


class Refused(Stopped):
    """What GitHub does not do, and its status; 0 where it was not reached."""

    def __init__(
        self, message: str, status: int = 0, *, transient: bool = False, wait: float | None = None
    ) -> None:
        super().__init__(message)
        self.status = status
        self.transient = transient
        """Whether it may be otherwise in a moment: too many requests, or a fault over there."""
        self.wait = wait
        """The seconds that GitHub asks to wait; none where it does not say."""


def repository() -> str:
    """The repository of this job, as a part of an address."""
    return urllib.parse.quote(os.environ.get("GITHUB_REPOSITORY", ""), safe="/")


def ask(method: str, path: str, content: dict[str, Any] | None = None) -> Any:
    """What GitHub answers, read from JSON. Raises ``Refused``."""
    try:
        return json.loads(fetch(method, path, content) or b"null")
    except ValueError:
        raise Refused("GitHub answered with something that is not JSON") from None


def fetch(method: str, path: str, content: dict[str, Any] | None = None) -> bytes:
    """The bytes that GitHub answers with; it is asked again, a little later and not for ever, where
    that may help. Raises ``Refused``.
    """
    for wait in _WAITS:
        try:
            return _fetched(method, path, content)
        except Refused as problem:
            pause = wait if problem.wait is None else problem.wait
            if not _is_repeatable(method, problem) or pause > _LONGEST_WAIT:
                raise
            time.sleep(pause)
    return _fetched(method, path, content)


def _is_repeatable(method: str, problem: Refused) -> bool:
    """Whether to ask again. A comment may have been made though the answer was lost: only where it
    was refused it surely was not.
    """
    return problem.transient and (method != "POST" or problem.status in _LIMITED)


def _fetched(method: str, path: str, content: dict[str, Any] | None) -> bytes:
    base = os.environ.get("GITHUB_API_URL", "https://api.github.com").rstrip("/")
    if not base.startswith(("https://", "http://")):
        raise Refused("GITHUB_API_URL is no address")
    data = None if content is None else json.dumps(content).encode()
    request = urllib.request.Request(f"{base}/{path}", data, method=method)  # noqa: S310
    request.add_header("Accept", "application/vnd.github+json")
    request.add_header("X-GitHub-Api-Version", "2022-11-28")
    request.add_header("User-Agent", "jmap")
    # An artifact is fetched from elsewhere, and elsewhere the token is nobody's business.
    request.add_unredirected_header("Authorization", f"Bearer {asked('github-token')}")
    if data is not None:
        request.add_header("Content-Type", "application/json")
    return _answer(request, f"{method} {path.partition('?')[0]}")


def _answer(request: urllib.request.Request, what: str) -> bytes:
    try:
        with urllib.request.urlopen(request, timeout=_SECONDS) as answer:  # noqa: S310
            found: bytes = answer.read(LARGEST + 1)
    except urllib.error.HTTPError as error:
        with error:
            raise _refused(what, error) from None
    except (OSError, HTTPException) as error:
        raise Refused(f"GitHub was not reached for {what}: {error}", transient=True) from None
    if len(found) > LARGEST:
        raise Refused(f"GitHub's answer to {what} is larger than {LARGEST:,} bytes")
    return found


def _refused(what: str, error: urllib.error.HTTPError) -> Refused:
    limited = _is_limited(error)
    return Refused(
        f"GitHub refuses {what} with {error.code}"
        + (": too many requests in a short time" if limited else ""),
        error.code,
        transient=limited or error.code >= HTTPStatus.INTERNAL_SERVER_ERROR,
        wait=_wait(error),
    )


def _is_limited(error: urllib.error.HTTPError) -> bool:
    """Whether there were too many requests; the status of a lack of permission may say that too."""
    if error.code == HTTPStatus.TOO_MANY_REQUESTS:
        return True
    told = bool(error.headers.get("Retry-After")) or _is_used_up(error)
    return error.code == HTTPStatus.FORBIDDEN and told


def _wait(error: urllib.error.HTTPError) -> float | None:
    told = error.headers.get("Retry-After", "")
    if told.isascii() and told.isdigit():
        return float(told[:9])
    # Till the hour is over, which no job should wait for.
    return _LONGEST_WAIT + 1 if _is_used_up(error) else None


def _is_used_up(error: urllib.error.HTTPError) -> bool:
    return bool(error.headers.get("X-RateLimit-Remaining") == "0")


def pages(path: str, name: str = "") -> Iterator[Any]:
    """Everything in a list of several pages; ``name`` is the field that holds it."""
    joint = "&" if "?" in path else "?"
    for number in range(1, PAGES + 1):
        said = ask("GET", f"{path}{joint}per_page={_EACH}&page={number}")
        found = said.get(name) if name and isinstance(said, dict) else said
        if not isinstance(found, list):
            raise Refused("GitHub answered with something that is no list")
        yield from found
        if len(found) < _EACH:
            return
