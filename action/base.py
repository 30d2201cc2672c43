"""Finds the commit to compare with, and brings it here where the checkout is shallow.

Nothing that is fetched is checked out: jmap reads it from git's objects.
"""

import base64
import os
import re
from contextlib import suppress
from pathlib import Path
from typing import Any

from action import log
from action.place import Stopped, asked, event, git, root
from action.state import fresh

_COMMIT = re.compile(r"[0-9a-f]{40}|[0-9a-f]{64}")
_REVISION = re.compile(r"[^\s\x00-\x1f\x7f-][^\s\x00-\x1f\x7f]{0,999}")
_DEEPEST = 10_000
"""Most commits of history that are fetched for one comparison."""


def run() -> int:
    """Finds both commits. What goes wrong is told by the steps that compare and comment."""
    known = fresh()
    try:
        at, happened = root(), event()
        head = git("rev-parse", "--verify", "HEAD^{commit}", at=at)
        known = known.but(head=head, pushed=_pushed(happened))
        base = _base(at, happened)
    except Stopped as problem:
        known.but(failure=f"The commit to compare with is not to be had: {problem}")
        log.error(f"the commit to compare with is not to be had: {problem}")
        return 0
    if base:
        known.but(base=base)
        log.say(f"comparing {base[:12]} with {known.head[:12]}")
        return 0
    known.but(nothing=_NOTHING)
    log.warning(_NOTHING)
    return 0


_NOTHING = (
    "There is nothing to compare with: this run is neither for a pull request nor for a push to a "
    "branch that was there before. Give the input `base`."
)


def _pushed(happened: dict[str, Any]) -> str:
    pull = None if asked("base") else happened.get("pull_request")
    return _last_commit(pull, "head") if isinstance(pull, dict) else ""


def _last_commit(pull: dict[str, Any], side: str) -> str:
    """That of the branch that is merged (``head``), or of the one that it goes to (``base``)."""
    return _commit((pull.get(side) or {}).get("sha"))


def _base(at: Path, happened: dict[str, Any]) -> str:
    named = asked("base")
    if named:
        return _named(at, named)
    pull = happened.get("pull_request")
    if isinstance(pull, dict):
        return _of_pull_request(at, pull)
    group = happened.get("merge_group")
    if isinstance(group, dict):
        return _of_commit(at, group.get("base_sha"))
    return _of_commit(at, happened.get("before"))


def _named(at: Path, name: str) -> str:
    """Where the branch at hand parted from the one that is named: what happened there since is
    nobody's doing here.
    """
    if not _REVISION.fullmatch(name):
        raise Stopped("`base` is no name of a commit, branch or tag")
    for one in (name, f"refs/remotes/origin/{name}"):
        with suppress(Stopped):
            found = git("rev-parse", "--verify", "--quiet", f"{one}^{{commit}}", at=at)
            return _parting(at, found)
    return _parting(at, _fetched(at, name, 1))


def _of_pull_request(at: Path, pull: dict[str, Any]) -> str:
    """The commit that the pull request is merged into: the first parent of a trial merge, which is
    what GitHub checks out; of a checkout of the branch itself, where it parted from the other.
    """
    head, base = _last_commit(pull, "head"), _last_commit(pull, "base")
    if not base:
        raise Stopped("the event tells no base of the pull request")
    _deepen(at, pull.get("commits"))
    parents = git("rev-list", "--parents", "--max-count=1", "HEAD", at=at).split()[1:]
    if len(parents) == 2 and parents[1] == head:
        return parents[0]
    _require_inside(at, head)
    return _parting(at, _of_commit(at, base))


def _require_inside(at: Path, head: str) -> None:
    """Refuses a checkout that does not hold the pull request: it would show no changes."""
    with suppress(Stopped):
        git("merge-base", "--is-ancestor", head, "HEAD", at=at)
        return
    raise Stopped(
        "what is checked out does not hold the pull request; run this `on: pull_request`, with "
        "what `actions/checkout` takes by itself (docs/ci.md)"
    )


def _deepen(at: Path, commits: Any) -> None:
    """Fetches as many commits as the pull request has, and the one before them."""
    if git("rev-parse", "--is-shallow-repository", at=at) != "true":
        return
    number = commits if isinstance(commits, int) and 0 < commits < _DEEPEST else 1
    head = git("rev-parse", "HEAD", at=at)
    with suppress(Stopped):
        _fetch(at, head, number + 2)


def _parting(at: Path, base: str) -> str:
    with suppress(Stopped):
        return git("merge-base", base, "HEAD", at=at)
    with suppress(Stopped):
        _fetch(at, base, _DEEPEST)
        _fetch(at, git("rev-parse", "HEAD", at=at), _DEEPEST)
    try:
        return git("merge-base", base, "HEAD", at=at)
    except Stopped:
        raise Stopped(
            "where the branch parted from its base is not in this shallow clone: "
            "give `fetch-depth: 0` to the step that checks out"
        ) from None


def _of_commit(at: Path, told: Any) -> str:
    commit = _commit(told)
    # A branch that was not there before has a commit of zeros.
    if not commit or not commit.strip("0"):
        return ""
    with suppress(Stopped):
        return git("rev-parse", "--verify", f"{commit}^{{commit}}", at=at)
    return _fetched(at, commit, 1)


def _commit(told: Any) -> str:
    return told if isinstance(told, str) and _COMMIT.fullmatch(told) else ""


def _fetched(at: Path, name: str, depth: int) -> str:
    _fetch(at, name, depth)
    return git("rev-parse", "--verify", "FETCH_HEAD^{commit}", at=at)


def _fetch(at: Path, name: str, depth: int) -> None:
    shallow = git("rev-parse", "--is-shallow-repository", at=at) == "true"
    deep = [f"--depth={depth}"] if shallow else []
    plain = ["fetch", "--no-tags", "--no-recurse-submodules", "--quiet", *deep]
    line = [*plain, "--end-of-options", "origin", name]
    try:
        git(*line, at=at)
    except Stopped:
        # A checkout that keeps no credentials, which is well: ours are for this one command.
        secret = _credentials()
        if not secret:
            raise
        git(*line, at=at, extra=secret)


def _credentials() -> dict[str, str]:
    token, server = asked("github-token"), os.environ.get("GITHUB_SERVER_URL", "")
    if not token or not server:
        return {}
    basic = base64.b64encode(f"x-access-token:{token}".encode()).decode()
    # In the environment, since all users of a machine may see the arguments of a program.
    return {
        "GIT_CONFIG_COUNT": "1",
        "GIT_CONFIG_KEY_0": f"http.{server}/.extraheader",
        "GIT_CONFIG_VALUE_0": f"AUTHORIZATION: basic {basic}",
    }
