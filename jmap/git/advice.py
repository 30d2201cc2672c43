"""What a complaint of git means, and the command that helps."""

import re
from collections.abc import Sequence
from difflib import get_close_matches

from jmap.git.failure import GitFailed, printable, shown
from jmap.git.running import Answer

_WHOLE = re.compile(r"[0-9a-f]{40}|[0-9a-f]{64}")
_PART = re.compile(r"[0-9a-f]{4,63}")
_OBJECT = "an object of this revision"

UNSHALLOW = "git fetch --unshallow"
"""The command that gives a shallow clone all of its history."""


def refused(answer: Answer, what: str = _OBJECT) -> GitFailed:
    """The failure of a git that ended with a complaint, in its own words where they are best;
    ``what`` it was to read.
    """
    complaint = answer.complaint
    if "safe.directory" in complaint:
        return GitFailed(
            "git does not trust this repository, because it belongs to another user",
            f"if you trust it, tell git so: {_trusting(complaint)}",
        )
    if "promisor" in complaint:
        return missing(what)
    return GitFailed(f"git could not do this: {_reason(answer)}")


def missing(what: str) -> GitFailed:
    """The refusal of an object that the repository should hold and does not."""
    return GitFailed(
        f"{what} is not in this clone",
        "if it is a partial clone, fetch what it lacks: git fetch --refetch --no-filter; "
        "otherwise see what is broken: git fsck",
    )


def _trusting(complaint: str) -> str:
    lines = [line.strip() for line in complaint.split("\n")]
    own = next((line for line in lines if line.startswith("git config ")), "")
    return printable(own) or "git config --global --add safe.directory FOLDER"


def _reason(answer: Answer) -> str:
    lines = [line for line in answer.complaint.split("\n") if line.strip()]
    fatal = [line for line in lines if line.startswith("fatal: ")]
    said = next(iter([*fatal, *lines]), "")
    return printable(said.removeprefix("fatal: ")) or f"it ended with status {answer.status}"


def alike(name: str, known: Sequence[str]) -> str:
    """The known name that was most likely meant, or nothing.

    `main` where there is only `origin/main` comes before every likeness of letters.
    """
    tails = [one for one in known if one.endswith(f"/{name}")]
    if tails:
        return f"origin/{name}" if f"origin/{name}" in tails else tails[0]
    if close := get_close_matches(name, known, 1):
        return close[0]
    whole = {one.rpartition("/")[2]: one for one in reversed(known)}
    return "".join(whole[tail] for tail in get_close_matches(name, whole, 1))


def fetching(name: str, remote: str) -> str:
    """The command that brings a revision into a shallow clone; nothing without a remote."""
    if not remote:
        return ""
    if _WHOLE.fullmatch(name):
        return f"git fetch --depth=1 {remote} {name}"
    if not name or name in ("HEAD", "FETCH_HEAD") or _PART.fullmatch(name):
        return UNSHALLOW
    branch = name.removeprefix(f"{remote}/")
    if branch != name:
        return f"git fetch --depth=1 {remote} +refs/heads/{branch}:refs/remotes/{remote}/{branch}"
    return f"git fetch --depth=1 {remote} {name}:{name}"


def apart(one: str, other: str) -> GitFailed:
    """The refusal of two histories that have nothing in common."""
    return GitFailed(
        f"{shown(one)} and {shown(other)} have no commit in common",
        "compare the two themselves, as two revisions",
    )


def cut_off(one: str, other: str) -> GitFailed:
    """The refusal of two histories that have nothing in common in a shallow clone."""
    return GitFailed(
        f"where {shown(one)} and {shown(other)} part is not in this shallow clone",
        f"fetch the rest of the history: {UNSHALLOW}",
    )
