"""``jmap check``: what is wrong in journey files."""

import click

from jmap.cli.group import FAILED, FINDINGS, FINE
from jmap.cli.memory import recall
from jmap.cli.outcome import Outcome
from jmap.cli.terminal import colours, paths_argument, require_paths, style


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
    from jmap.cli.inputs import files_read, load_inputs
    from jmap.diagnostics import Severity

    loaded = load_inputs(paths)
    found = tuple(item for one in loaded for item in one.diagnostics)
    status = FINDINGS if any(item.severity is not Severity.INFO for item in found) else FINE
    if not all(one.files for one in loaded):
        status = FAILED
    if form == "json":
        from jmap.reports.json import diagnostics_json

        text = diagnostics_json(found)
    else:
        from jmap.reports.text import diagnostics_text, summary

        text = diagnostics_text(found, style())
        if not quiet:
            files = sum(len(one.files) for one in loaded)
            text += ("\n" if text else "") + summary(found, files, style())
    return Outcome(status, text.encode("utf-8", "replace"), read=files_read(loaded))
