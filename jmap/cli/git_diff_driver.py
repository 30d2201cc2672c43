"""``jmap git-diff-driver``: what `git diff` shows of journey files, once ``jmap git install`` told
it to.
"""

import os
import sys
from pathlib import Path

import click

from jmap.cli.changes import changes
from jmap.cli.group import FINE
from jmap.cli.terminal import say, style
from jmap.diagnostics import Diagnostic, Severity
from jmap.diff.judged import judged
from jmap.encoding import decode
from jmap.files import Unreadable, read_bytes
from jmap.loading import Loaded
from jmap.reports.changes.compared import Compared
from jmap.reports.changes.text import text
from jmap.reports.style import Style
from jmap.reports.visible import visible
from jmap.resolve.workspace import resolve
from jmap.syntax.parser import parse

_ELSEWHERE = frozenset({"unknown-reference", "not-imported"})
"""What one file alone cannot know."""
_NOTHING = "/dev/null"


@click.command("git-diff-driver", short_help="Show changes of journey files for git.")
@click.argument("path")
@click.argument("sides", nargs=-1)
def command(path: str, sides: tuple[str, ...]) -> int:
    """Print what changed in a file by what it says; git calls it so:
    `jmap git-diff-driver -- PATH OLD-FILE OLD-HEX OLD-MODE NEW-FILE NEW-HEX NEW-MODE`.

    Each file is read alone, without what it imports. A file that cannot be read as a map is shown
    line by line. Exit status: always 0, as git asks.
    """
    if len(sides) < 6:
        say(f"* Unmerged path {visible(path)}\n")
        return FINE
    marks = _style()
    new_path = sides[6] if len(sides) > 6 else path
    old, new = sides[0], sides[3]
    shown = _heading(path, new_path, old, new, marks) + _shown(old, new, new_path, marks)
    try:
        say(shown)
    except BrokenPipeError:
        # Whoever read it has seen enough; to git that must not look like a failure.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    return FINE


def _heading(path: str, new_path: str, old: str, new: str, marks: Style) -> str:
    lines = [f"diff --jmap a/{path} b/{new_path}"]
    if old == _NOTHING:
        lines.append("new file")
    elif new == _NOTHING:
        lines.append("deleted file")
    elif path != new_path:
        lines += [f"rename from {path}", f"rename to {new_path}"]
    return "".join(marks.strong(visible(line)) + "\n" for line in lines)


def _shown(old: str, new: str, path: str, marks: Style) -> str:
    try:
        before, after = _content(old), _content(new)
    except Unreadable as error:
        return f"{error}\n"
    try:
        return _by_meaning(before, after, path, marks)
    except _NoMap as error:
        reason = str(error)
    except Exception as fault:  # noqa: BLE001 - git stops at the first that fails
        reason = f"this is a fault of jmap: {type(fault).__name__}: {fault}"
    return f"{visible(reason)}: shown line by line\n" + _by_lines(before, after, path)


def _content(path: str) -> bytes:
    return b"" if path == _NOTHING else read_bytes(Path(path))


class _NoMap(Exception):
    """Why a file cannot be compared by what it says."""


def _by_meaning(before: bytes, after: bytes, path: str, marks: Style) -> str:
    old, new = _alone(before, path), _alone(after, path)
    found = judged(old.workspace, new.workspace)
    if not found:
        return "no change in what it says; to see how it is written: git diff --no-ext-diff\n\n"
    return text([Compared("", old, new, found)], marks) + "\n"


def _alone(content: bytes, path: str) -> Loaded:
    """A file by itself. Raises ``_NoMap`` where not all of it can be understood."""
    decoded = decode(path, content)
    _require_sound(decoded.diagnostics)
    parsed = parse(decoded.source)
    _require_sound(parsed.diagnostics)
    found = resolve([parsed], {parsed.source: frozenset({parsed.source})})
    _require_sound(found.diagnostics)
    return Loaded(found.workspace, (), found.origins, (parsed,))


def _require_sound(found: tuple[Diagnostic, ...] | list[Diagnostic]) -> None:
    for item in found:
        if item.severity is Severity.ERROR and item.name not in _ELSEWHERE:
            raise _NoMap(f"{item.path}:{item.position.line}: {item.message}")


def _by_lines(before: bytes, after: bytes, path: str) -> str:
    if b"\0" in before + after:
        return "the two are no texts, and differ\n"
    old, new = (content.decode("utf-8", "replace") for content in (before, after))
    return "".join(visible(line) + "\n" for line in changes(path, old, new).split("\n"))


def _style() -> Style:
    """Colour as git would use it: also where what git prints goes to a pager."""
    if os.environ.get("NO_COLOR") or os.environ.get("TERM") == "dumb":
        return Style(False)
    if os.environ.get("GIT_PAGER_IN_USE"):
        return Style(True)
    return style(sys.stdout)
