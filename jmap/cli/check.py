"""``jmap check``: what is wrong in journey files."""

import click

from jmap.cli.group import FINDINGS, FINE
from jmap.cli.inputs import load_inputs
from jmap.cli.terminal import paths_argument, say, style
from jmap.diagnostics import Diagnostic, Severity


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
    loaded = load_inputs(paths)
    found = tuple(item for one in loaded for item in one.diagnostics)
    files = sum(len(one.files) for one in loaded)
    say(_report(found, files, form, quiet))
    return FINDINGS if any(item.severity is not Severity.INFO for item in found) else FINE


def _report(found: tuple[Diagnostic, ...], files: int, form: str, quiet: bool) -> str:
    if form == "json":
        from jmap.reports.json import diagnostics_json

        return diagnostics_json(found)
    from jmap.reports.text import diagnostics_text, summary

    mark = style()
    text = diagnostics_text(found, mark)
    return text if quiet else text + ("\n" if text else "") + summary(found, files, mark)
