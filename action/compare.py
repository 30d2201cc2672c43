"""Compares the maps with those of the base, and tells what changes for customers: as annotations,
as a summary of the run, and as the comment that a later step posts.
"""

import json
import os
import sys
from dataclasses import dataclass, replace
from pathlib import Path

from action import log
from action.command import Ended, jmap, kept
from action.draw import PAGES
from action.language import language
from action.note import COMMENT, failed_note, nothing_note, told_note
from action.place import Stopped, asked, maps_of, own, path, tell
from action.state import State, state

DOCUMENT = "changes.json"
"""What changes, of a fixed shape: the only thing that a run for somebody else's branch hands on."""
_NO_CHANGES = b'{"version": 1, "counts": {"worse": 0, "better": 0, "neutral": 0, "allowed": 0}}\n'
_SUMMARY = 1024 * 1024
"""Most bytes of the summary of a step."""


def run() -> int:
    """Compares. Whether that stops the job is for its last step, after all was told."""
    known = state()
    if known.nothing:
        _summarise(f"### Maps\n\n{known.nothing}\n")
        return 0
    try:
        if known.failure or not known.base:
            raise Stopped(known.failure or "The commit to compare with was not found.")
        body = _compared(known) if _has_maps(known) else _nothing(known)
    except Stopped as problem:
        known = state().but(failure=str(problem), compared=False, language=language(known))
        first, *more = log.lines(str(problem))
        log.error(f"the maps could not be compared: {first}")
        log.say("\n".join(more))
        body = failed_note(known)
    kept(COMMENT, own(), body.encode())
    _summarise(body)
    return 0


def _has_maps(known: State) -> bool:
    """Whether there is anything to compare. That a folder which is named holds no map, neither
    before nor after, is a slip: raises ``Stopped``.
    """
    if any(any(maps_of(commit)) for commit in (known.head, known.base)):
        return True
    if path() == ".":
        return False
    raise Stopped(
        f"`{path().removeprefix('./')}` holds no map, neither before this change nor after it: "
        "let `path` name a journey file, or a folder that holds some. The first map may come with "
        "the same pull request"
    )


def _nothing(known: State) -> str:
    text = "There is no map here yet: nothing is compared before the first one comes."
    # It is said to nobody who was told nothing before.
    known = known.but(nothing=text, quiet=True)
    kept(DOCUMENT, own() / "changes", _NO_CHANGES)
    log.warning(text)
    return nothing_note(known)


def _compared(known: State) -> str:
    changes, written = own() / "changes" / DOCUMENT, own() / "written.md"
    ended = _told(known, {"json": changes, "md": written})
    found = found_in(changes.read_bytes())
    # Written by jmap, which lets no text of a map become a command.
    sys.stdout.buffer.write(ended.result)
    sys.stdout.buffer.flush()
    log.say(ended.said)
    known = state().but(
        compared=True, gate=ended.status, language=found.language, quiet=found.quiet, **found.counts
    )
    for name, number in found.counts.items():
        tell(name, number)
    return told_note(known, written.read_text(encoding="utf-8"))


def _told(known: State, files: dict[str, Path]) -> Ended:
    """One comparison in all its forms. Where the changes cannot be drawn, they are told all the
    same.
    """
    if not asked("pages-artifact"):
        return _diff(known, files)
    try:
        return _diff(known, {**files, "html": own() / PAGES / "changes.html"})
    except Stopped as problem:
        ended = _diff(known, files)
        known.but(undrawn=f"the changes could not be drawn: {problem}")
        return ended


def _diff(known: State, files: dict[str, Path]) -> Ended:
    forms = [f"{form}={file}" for form, file in files.items()]
    forms += ["github"] if asked("annotations") != "false" else []
    more = [option for form in forms for option in ("-f", form)]
    ended = jmap("diff", known.base, known.head, "--path", path(), *more, *_gate())
    # What it has written is no news.
    written = {str(file) for file in files.values()}
    said = "\n".join(line for line in ended.said.split("\n") if line not in written)
    if ended.failed:
        # There may be reports all the same, such as where the new configuration is wrong: what did
        # not succeed is handed on to nobody.
        for file in files.values():
            file.unlink(missing_ok=True)
        raise Stopped(_readable(known, said) or f"jmap ended with status {ended.status}")
    return replace(ended, said=said)


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
