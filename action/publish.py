"""Comments on a pull request from a fork, in a run that has permission to and trusts nothing.

The run for the fork had no permission; what it hands over is one JSON document that anybody could
have written. Which pull request it is for, GitHub says and not the document. Nothing of the fork is
checked out or run, and nothing of the archive is unpacked to a path.
"""

import io
import re
import urllib.parse
import zipfile
import zlib
from dataclasses import dataclass
from typing import Any

from action import log
from action.api import fetch, pages, repository
from action.command import jmap, kept
from action.comment import post
from action.compare import DOCUMENT, found_in
from action.note import lost_note, received_note
from action.place import Stopped, asked, event, own, tell

_UNREADABLE = (
    zipfile.BadZipFile, zipfile.LargeZipFile, zlib.error,
    NotImplementedError, RuntimeError, EOFError, OSError, ValueError,
)  # fmt: skip
"""What an archive that somebody made up ends in."""
DOCUMENT_BYTES = 8 * 1024 * 1024
"""Largest document, as jmap writes and reads it."""
_COMMIT = re.compile(r"[0-9a-f]{40}|[0-9a-f]{64}")


def run() -> int:
    """Comments on the pull request whose run has just ended."""
    try:
        return _published(_ended_run())
    except Stopped as problem:
        log.error(str(problem))
        return 2


def _ended_run() -> dict[str, Any]:
    ended = event().get("workflow_run")
    if not isinstance(ended, dict):
        raise Stopped("this is for workflows that run `on: workflow_run`, after another one")
    if not isinstance(ended.get("id"), int) or not _COMMIT.fullmatch(str(ended.get("head_sha"))):
        raise Stopped("the event tells no run and no commit")
    return ended


def _published(ended: dict[str, Any]) -> int:
    if ended.get("event") != "pull_request":
        log.say("the run that has ended was not for a pull request: there is nothing to say")
        return 0
    if ended.get("conclusion") in ("action_required", "skipped"):
        log.say("the run has not been let run: there is nothing to say yet")
        return 0
    number = _pull_request(ended)
    if not number:
        log.say("no open pull request has this commit last: it was closed, or has moved on")
        return 0
    commit, run_number = ended["head_sha"], str(ended["id"])
    try:
        told = _read(ended)
        quiet = told.quiet
        # A run that took too long, or was stopped, let nothing pass.
        passed = ended.get("conclusion") == "success"
        body = received_note(told.written, told.language, commit, run_number, passed=passed)
    except Stopped as problem:
        # What came from the fork is not repeated here, and a failure is not kept quiet.
        log.warning(f"there is no comparison to show: {problem}")
        quiet, body = False, lost_note(asked("language"), commit, run_number)
    tell("comment-id", post(number, body, quiet=quiet))
    return 0


def _pull_request(ended: dict[str, Any]) -> int:
    """The open pull request whose last commit the run was for, by what GitHub says; 0 for none."""
    head = ended.get("head_repository")
    owner = (head.get("owner") or {}).get("login") if isinstance(head, dict) else None
    branch = ended.get("head_branch")
    if not isinstance(head, dict) or not owner or not branch:
        return 0
    wanted = urllib.parse.quote(f"{owner}:{branch}", safe="")
    found = [
        one["number"]
        for one in pages(f"repos/{repository()}/pulls?state=open&head={wanted}")
        if _is_for(one, ended, head.get("id"))
    ]
    if len(found) > 1:
        raise Stopped("several pull requests have this commit last: which one is meant is not said")
    return int(found[0]) if found else 0


def _is_for(one: Any, ended: dict[str, Any], head: Any) -> bool:
    side = one.get("head") or {}
    same = side.get("sha") == ended["head_sha"] and (side.get("repo") or {}).get("id") == head
    return same and isinstance(one.get("number"), int)


@dataclass(frozen=True, slots=True)
class _Told:
    written: str
    language: str
    quiet: bool


def _read(ended: dict[str, Any]) -> _Told:
    """What jmap writes from the document, once it was found to be one."""
    content = _document(int(ended["id"]))
    file = kept(DOCUMENT, own() / "received", content)
    told = jmap("diff", "--from", str(file), "-f", "md", at=own())
    if told.failed:
        raise Stopped(f"the document is not what it should be: {told.said}")
    written = told.result.decode("utf-8", "replace")
    found = found_in(content)
    return _Told(written, found.language, found.quiet)


def _document(run_number: int) -> bytes:
    """The one file in the artifact of a run, whatever the archive says of its size."""
    name = asked("artifact") or "jmap-changes"
    query = urllib.parse.urlencode({"name": name})
    listed = pages(f"repos/{repository()}/actions/runs/{run_number}/artifacts?{query}", "artifacts")
    found = [one for one in listed if one.get("name") == name and not one.get("expired")]
    # A run may be run again: what it handed on last counts.
    last = max(found, key=lambda one: int(one["id"]), default=None)
    if last is None:
        raise Stopped("the run left no comparison behind")
    if not isinstance(size := last.get("size_in_bytes"), int) or size > DOCUMENT_BYTES:
        raise Stopped("what the run left behind is too large")
    packed = fetch("GET", f"repos/{repository()}/actions/artifacts/{int(last['id'])}/zip")
    return unpacked(packed)


def unpacked(packed: bytes) -> bytes:
    """The one document in an archive. Raises ``Stopped`` for any other archive."""
    try:
        with zipfile.ZipFile(io.BytesIO(packed)) as archive:
            names = archive.namelist()
            if names != [DOCUMENT]:
                raise Stopped("the archive holds something else than one document")
            with archive.open(DOCUMENT) as file:
                content = file.read(DOCUMENT_BYTES + 1)
    except _UNREADABLE:
        raise Stopped("the archive cannot be read") from None
    if len(content) > DOCUMENT_BYTES:
        raise Stopped("the document is too large")
    return content
