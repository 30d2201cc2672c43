"""``jmap git-diff-driver``: what `git diff` shows of journey files, once ``jmap git install`` told
it to.
"""

import os
import sys
from pathlib import Path

import click

from jmap.cli.group import FAILED, FINE
from jmap.cli.terminal import note, say, style, write_stdout
from jmap.diagnostics import Diagnostic, Severity
from jmap.diff.judged import judged
from jmap.encoding import decode
from jmap.files import Unreadable, read_bytes
from jmap.git.failure import GitFailed
from jmap.git.patch import Handed, patch
from jmap.git.tool import shown_in_tool, tool_is_asked_for
from jmap.loading import Loaded
from jmap.reports.changes.compared import Compared
from jmap.reports.changes.text import text
from jmap.reports.style import Style
from jmap.reports.visible import visible
from jmap.resolve.workspace import resolve
from jmap.syntax.parser import parse

_ELSEWHERE = frozenset({"unknown-reference", "not-imported"})
"""What one file alone cannot know."""
_SIDES = 6
"""What git says of two sides: a file, an id and a mode of each."""


@click.command("git-diff-driver", short_help="Show changes of journey files for git.")
@click.option(
    "--as",
    "form",
    type=click.Choice(["meaning", "patch"]),
    help="What to print [meaning in a terminal or git's pager, else a patch].",
)
@click.argument("path")
@click.argument("sides", nargs=-1)
def command(path: str, sides: tuple[str, ...], form: str | None) -> int:
    """Print what changed in a file by what it says; git calls it so:
    `jmap git-diff-driver -- PATH OLD-FILE OLD-HEX OLD-MODE NEW-FILE NEW-HEX NEW-MODE`.

    That is for people. What goes into a file or another program is the patch that git itself would
    write, so that `git apply` takes it. Each file is read alone, without what it imports. A file
    that cannot be read as a map is shown line by line. Exit status: 0, as git asks.
    """
    if len(sides) < _SIDES:
        say(f"* Unmerged path {visible(path)}\n")
        return FINE
    if tool_is_asked_for():
        return shown_in_tool([path, *sides])
    handed = _handed(path, sides)
    try:
        write_stdout(patch(handed) if (form or _form()) == "patch" else _shown(handed))
    except BrokenPipeError:
        # Whoever read it has seen enough; to git that must not look like a failure.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    except (GitFailed, Unreadable) as error:
        # A patch that lacks a file is worse than none: git stops here.
        note(visible(str(error)))
        return FAILED
    return FINE


def _handed(path: str, sides: tuple[str, ...]) -> Handed:
    old, _, old_mode, new, _, new_mode = sides[:_SIDES]
    new_path, told = [*sides[_SIDES:], "", ""][:2]
    return Handed(path, old, old_mode, new, new_mode, new_path or path, told)


def _form() -> str:
    """For whom it is: people look at terminals, and at what git pages."""
    people = bool(os.environ.get("GIT_PAGER_IN_USE")) or sys.stdout.isatty()
    return "meaning" if people else "patch"


def _shown(handed: Handed) -> bytes:
    marks = _style()
    said = _heading(handed, marks) + _said(handed, marks)
    return said.encode("utf-8", "replace")


def _heading(handed: Handed, marks: Style) -> str:
    path, new_path = handed.path, handed.new_path
    lines = [f"diff --jmap a/{path} b/{new_path}"]
    if handed.old == os.devnull:
        lines.append("new file")
    elif handed.new == os.devnull:
        lines.append("deleted file")
    elif path != new_path:
        lines += [f"rename from {path}", f"rename to {new_path}"]
    return "".join(marks.strong(visible(line)) + "\n" for line in lines)


def _said(handed: Handed, marks: Style) -> str:
    try:
        return _by_meaning(handed, marks)
    except (_NoMap, Unreadable) as error:
        reason = str(error)
    except Exception as fault:  # noqa: BLE001 - git stops at the first that fails
        reason = f"this is a fault of jmap: {type(fault).__name__}: {fault}"
    return f"{visible(reason)}: shown line by line\n" + _by_lines(handed)


def _content(path: str) -> bytes:
    return b"" if path == os.devnull else read_bytes(Path(path))


class _NoMap(Exception):
    """Why a file cannot be compared by what it says."""


def _by_meaning(handed: Handed, marks: Style) -> str:
    path = handed.new_path
    old, new = (_alone(_content(side), path) for side in (handed.old, handed.new))
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


def _by_lines(handed: Handed) -> str:
    lines = patch(handed).decode("utf-8", "replace").split("\n")
    at = next((at for at, line in enumerate(lines) if line.startswith("--- ")), None)
    if at is None:
        return "the two are no texts, or only their modes differ\n"
    return "".join(visible(line) + "\n" for line in lines[at:])


def _style() -> Style:
    """Colour as git would use it: also where what git prints goes to a pager."""
    if os.environ.get("NO_COLOR") or os.environ.get("TERM") == "dumb":
        return Style(False)
    if os.environ.get("GIT_PAGER_IN_USE"):
        return Style(True)
    return style(sys.stdout)
