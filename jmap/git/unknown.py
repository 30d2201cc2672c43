"""Why a name means no commit, and what would."""

from pathlib import Path

from jmap.git import advice
from jmap.git.failure import GitFailed, shown
from jmap.git.name import stem
from jmap.git.running import Answer, ask

NAMES = 20_000
"""Most names of branches and tags among which a likely one is looked for."""

_NOTHING = "Needed a single revision"
_KINDS = ("refs/heads/", "refs/tags/", "refs/remotes/")


def verified(folder: Path, name: str) -> Answer:
    """What git says when asked for the one commit that a name means."""
    return ask(folder, "rev-parse", "--verify", "--end-of-options", f"{name}^{{commit}}")


def is_shallow(folder: Path) -> bool:
    """Whether the repository holds only the latest part of the history, as in many CI jobs."""
    return ask(folder, "rev-parse", "--is-shallow-repository").output == b"true\n"


def unknown(folder: Path, name: str, answer: Answer) -> GitFailed:
    """The refusal of a name for which ``answer`` holds no commit."""
    if "expected commit type" in answer.complaint:
        return GitFailed(f"{shown(name)} is no commit", "name a branch, a tag or a commit")
    if "is ambiguous" in answer.complaint:
        return GitFailed(f"{shown(name)} begins the id of several objects", "write more of it")
    if _NOTHING not in answer.complaint:
        return advice.refused(answer)
    start = stem(name)
    base = start or "HEAD"
    if start != name and verified(folder, base).status == 0:
        return _beyond(folder, name, base)
    return _nameless(folder, name, start)


def _beyond(folder: Path, name: str, base: str) -> GitFailed:
    if is_shallow(folder):
        return GitFailed(
            f"{shown(name)} is not in this shallow clone",
            f"fetch the rest of the history: {advice.UNSHALLOW}",
        )
    return GitFailed(
        f"there is no {shown(name)}, though {shown(base)} is a revision",
        f"see how far its history goes: git log --oneline {base}",
    )


def _nameless(folder: Path, name: str, start: str) -> GitFailed:
    known = _names(folder)
    if not known and verified(folder, "HEAD").status:
        return GitFailed("this repository has no commits yet", "commit something first")
    meant = advice.alike(start, known)
    hints = [f"did you mean `{meant}{name[len(start) :]}`?"] if meant else []
    fetch = advice.fetching(start, _remote(folder)) if is_shallow(folder) else ""
    if fetch:
        hints.append(f"this clone is shallow; fetch what it lacks: {fetch}")
    if not hints:
        hints.append("see which there are: git branch --all; git tag")
    return GitFailed(f"there is no revision {shown(name)}", " ".join(hints))


def _names(folder: Path) -> list[str]:
    """Branches, then tags, then those of remotes, as they are typed."""
    found = ask(folder, "for-each-ref", f"--count={NAMES}", "--format=%(refname)", *_KINDS)
    names = found.output.decode("utf-8", "replace").split("\n")
    return [
        name[len(kind) :]
        for kind in _KINDS
        for name in names
        if name.startswith(kind) and not name.endswith("/HEAD")
    ]


def _remote(folder: Path) -> str:
    remotes = ask(folder, "remote").output.decode("utf-8", "replace").split("\n")
    return "origin" if "origin" in remotes else remotes[0]
