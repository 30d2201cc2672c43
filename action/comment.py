"""Posts the comment, or brings the one that is there up to date."""

from http import HTTPStatus
from typing import Any

from action import log
from action.api import Refused, ask, pages, repository
from action.note import COMMENT, failed_note, marker
from action.place import Stopped, asked, event, own, tell
from action.state import State, state

LONGEST = 65_536
"""Most characters of a comment that GitHub takes."""
_READ_ONLY = (HTTPStatus.FORBIDDEN, HTTPStatus.NOT_FOUND)


def run() -> int:
    """Comments on the pull request of this run. A comment that cannot be posted is a warning: what
    stops a change is the last step, which needs no permission.
    """
    number = pull_request()
    known = state()
    if not number:
        return 0
    try:
        tell("comment-id", post(number, _body(known), quiet=known.quiet))
    except Refused as problem:
        log.warning(f"{problem}{_hint(problem)}")
    except Stopped as problem:
        log.warning(str(problem))
    return 0


_HINT = (
    ". The job needs `permissions: pull-requests: write`; a run for a pull request from a fork "
    "never has it: docs/ci.md shows the two workflows for that"
)


def _hint(problem: Refused) -> str:
    return _HINT if problem.status in _READ_ONLY and not problem.transient else ""


def pull_request() -> int:
    """The number of the pull request that this run is for, or 0."""
    pull = event().get("pull_request")
    number = pull.get("number") if isinstance(pull, dict) else None
    return number if isinstance(number, int) else 0


def post(number: int, body: str, *, quiet: bool) -> int | str:
    """Writes the comment and returns its number; nothing where there was nothing to say.

    A quiet one is only ever written over an earlier one. Raises ``Refused``.
    """
    sign = marker(asked("comment-key"))
    content = {"body": f"{sign}\n{body}"[:LONGEST]}
    try:
        return _written(number, _earlier(number, sign), content, quiet=quiet)
    except Refused as problem:
        if not problem.transient and problem.status != HTTPStatus.NOT_FOUND:
            raise
    # Somebody deleted it meanwhile, or it was made though the answer was lost: see what is there.
    return _written(number, _earlier(number, sign), content, quiet=quiet)


def _written(number: int, found: int, content: dict[str, Any], *, quiet: bool) -> int | str:
    if found:
        ask("PATCH", f"repos/{repository()}/issues/comments/{found}", content)
        return found
    if quiet:
        return ""
    made = ask("POST", f"repos/{repository()}/issues/{number}/comments", content)
    identity = made.get("id") if isinstance(made, dict) else None
    return identity if isinstance(identity, int) else ""


def _earlier(number: int, sign: str) -> int:
    for one in pages(f"repos/{repository()}/issues/{number}/comments"):
        if _is_ours(one, sign):
            return int(one["id"])
    return 0


def _is_ours(one: Any, sign: str) -> bool:
    """Whether a comment is an earlier one of ours. Anybody may write the sign, so its author
    counts as well.
    """
    if not isinstance(one, dict) or not isinstance(one.get("id"), int):
        return False
    user = one.get("user") or {}
    author = asked("comment-author") or "github-actions[bot]"
    return user.get("login") == author and str(one.get("body") or "").startswith(sign)


def _body(known: State) -> str:
    file = own() / COMMENT
    if file.is_file():
        return file.read_text(encoding="utf-8")
    return failed_note(known.but(failure=known.failure or "jmap was not started: see the run."))
