"""Compares the maps with those of the base, and tells what changes for customers: as annotations,
as a summary of the run, and as the comment that a later step posts.
"""

import json
import os
import sys
from dataclasses import dataclass
from pathlib import Path

from action import log
from action.command import Ended, jmap, kept
from action.note import COMMENT, failed_note, told_note
from action.place import Stopped, asked, own, path, tell
from action.state import State, state

DOCUMENT = "changes.json"
"""What changes, of a fixed shape: the only thing that a run for somebody else's branch hands on."""
_SUMMARY = 1024 * 1024
"""Most bytes of the summary of a step."""


def run() -> int:
    """Compares. Whether that stops the job is for its last step, after all was told."""
    known = state()
    if known.no_base:
        _summarise(f"### Maps\n\n{known.no_base}\n")
        return 0
    try:
        if known.failure or not known.base:
            raise Stopped(known.failure or "The commit to compare with was not found.")
        body = _compared(known)
    except Stopped as problem:
        known = state().but(failure=str(problem), compared=False)
        log.error(f"the maps could not be compared: {log.lines(str(problem))[0]}")
        log.say(str(problem))
        body = failed_note(known)
    kept(COMMENT, own(), body.encode())
    _summarise(body)
    return 0


def _compared(known: State) -> str:
    ended = _diff(known, "json", *_gate())
    found = found_in(ended.result)
    written = _diff(known, "md")
    kept(DOCUMENT, own() / "changes", ended.result)
    if asked("annotations") != "false":
        # Written by jmap, which lets no text of a map become a command.
        sys.stdout.buffer.write(_diff(known, "github").result)
        sys.stdout.buffer.flush()
    log.say(ended.said)
    known = known.but(
        compared=True, gate=ended.status, language=found.language, quiet=found.quiet, **found.counts
    )
    for name, number in found.counts.items():
        tell(name, number)
    return told_note(known, written.result.decode("utf-8", "replace"))


def _diff(known: State, form: str, *more: str) -> Ended:
    ended = jmap("diff", known.base, known.head, "--path", path(), "-f", form, *more)
    if ended.failed:
        raise Stopped(_readable(known, ended.said) or f"jmap ended with status {ended.status}")
    return ended


def _readable(known: State, said: str) -> str:
    """A message in which files have the names that people know, and commits short ones."""
    for commit, place in ((known.head, ""), (known.base, "before this change: ")):
        said = said.replace(f"{commit}:/", place).replace(commit, commit[:12])
    return said


def _gate() -> tuple[str, ...]:
    wanted = asked("fail-on")
    return ("--fail-on", wanted) if wanted else ()


@dataclass(frozen=True, slots=True)
class Found:
    """What a document says in numbers."""

    counts: dict[str, int]
    """How many changes there are, by the names of the action's outputs."""
    language: str
    """The language that the comment is in."""
    quiet: bool
    """Whether nothing changed, and nothing is to be said of the comparison itself."""


def found_in(document: bytes) -> Found:
    """What a document says. One without numbers is a comparison that failed: raises ``Stopped``."""
    try:
        said = json.loads(document)
        counts = {name: int(said["counts"][name]) for name in ("worse", "better", "allowed")}
        changes = counts["worse"] + counts["better"] + int(said["counts"]["neutral"])
    except (ValueError, KeyError, TypeError):
        raise Stopped("jmap came to an end without telling what it found") from None
    quiet = not changes and not said.get("notes")
    return Found({**counts, "changes": changes}, str(said.get("language", "en")), quiet)


def _summarise(body: str) -> None:
    target = os.environ.get("GITHUB_STEP_SUMMARY")
    if target and len(body.encode()) < _SUMMARY:
        with Path(target).open("a", encoding="utf-8", newline="\n") as file:
            file.write(f"{body}\n")
