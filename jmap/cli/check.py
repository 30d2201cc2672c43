"""``jmap check``: what is wrong in journey files."""

from typing import TYPE_CHECKING

import click

from jmap.cli.group import FAILED, FINDINGS, FINE
from jmap.cli.memory import recall
from jmap.cli.outcome import Outcome
from jmap.cli.terminal import colours, paths_argument, require_paths, style

if TYPE_CHECKING:
    from jmap.diagnostics import Diagnostic


@click.command("check", short_help="Check journey files.")
@paths_argument
@click.option(
    "--format",
    "form",
    type=click.Choice(["text", "json"]),
    default="text",
    help="How to print findings.",
)
@click.option("-q", "--quiet", is_flag=True, help="Print findings only, no summary.")
def command(paths: tuple[str, ...], form: str, quiet: bool) -> int:
    """Check journey files and all journey files in directories; `-` is standard input.

    Reads every file, follows imports, and reports everything that is wrong with its place and what
    to type instead.
    """
    require_paths(paths)
    options = {"form": form, "quiet": quiet, "colour": colours()}
    return recall("check", options, paths, lambda: _check(paths, form, quiet)).deliver()


def _check(paths: tuple[str, ...], form: str, quiet: bool) -> Outcome:
    from jmap.cli.inputs import load_inputs
    from jmap.diagnostics import Diagnostic, Severity
    from jmap.files import FileRead

    found: list[Diagnostic] = []
    read: list[FileRead] = []
    files, complete, readable = 0, True, True
    # Only what is said of a workspace is kept: a thousand of them need no more room than one.
    for one in load_inputs(paths):
        found += one.diagnostics
        read += one.read
        files += len(one.files)
        complete = complete and one.complete
        readable = readable and bool(one.files)
    status = FINDINGS if any(item.severity is not Severity.INFO for item in found) else FINE
    if form == "json":
        from jmap.reports.json import diagnostics_json

        text = diagnostics_json(found)
    else:
        text = _told(found, files, quiet=quiet)
    content = text.encode("utf-8", "replace")
    return Outcome(status if readable else FAILED, content, read=tuple(read) if complete else None)


def _told(found: "list[Diagnostic]", files: int, *, quiet: bool) -> str:
    from jmap.reports.text import diagnostics_text, summary

    text = diagnostics_text(found, style())
    if quiet:
        return text
    return text + ("\n" if text else "") + summary(found, files, style())
