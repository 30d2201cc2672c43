"""``jmap history``: what became of the gaps, commit by commit."""

import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from jmap.cli.choices import Listed
from jmap.cli.forms import require_target
from jmap.cli.group import FAILED, FINE
from jmap.cli.outcome import Outcome
from jmap.cli.terminal import note, style, terminal_width
from jmap.reports.style import Style
from jmap.reports.text import diagnostics_text

if TYPE_CHECKING:
    from jmap.git import Repository
    from jmap.history.line import Line
    from jmap.history.walk import Asked


@click.command("history", short_help="Say what became of the gaps, commit by commit.")
@click.argument("revision", default="HEAD", metavar="[REV|A..B]")
@click.argument("path", required=False)
@click.option("-n", "count", type=click.IntRange(1, 10_000), default=500, help="At most [500].")
@click.option("--journey", metavar="ID", default="", help="Count one journey only.")
@click.option(
    "-f",
    "--format",
    "form",
    type=click.Choice(["table", "json", "svg"]),
    default="table",
    help="A table for the terminal, JSON for programs, or a chart over time.",
)
@click.option(
    "--theme", type=Listed("jmap.paint.theme", "THEMES"), help="The colours of the chart [light]."
)
@click.option("-o", "--output", type=click.Path(dir_okay=False), help="Write to this file.")
def command(  # noqa: PLR0913, PLR0917 - one parameter an option
    revision: str,
    path: str | None,
    count: int,
    journey: str,
    form: str,
    theme: str | None,
    output: str | None,
) -> int:
    """Count gaps, coverage and findings after each commit that changed maps.

    REV is where to begin, HEAD if not given; A..B are the commits of B that A has not. PATH is a
    file or folder to count, the working directory if not given. The commits are those of the branch
    itself: what a merge brought is counted with the merge.

    Rules are today's, set as the last commit sets them, and judge dates as of each commit's day.
    """
    if theme and form != "svg":
        raise click.UsageError("--theme is for pictures: -f svg")
    require_target(output, form)
    from jmap.cli.sides import is_there
    from jmap.git import GitFailed, Repository
    from jmap.history.walk import UnknownJourney, line_of

    if path is None and is_there(revision):
        revision, path = "HEAD", revision
    try:
        repository = Repository.holding(Path(path or "."))
        line = line_of(repository, _asked(repository, revision, path or ".", count, journey))
    except GitFailed as error:
        note(f"{error}\n{error.hint}".strip())
        return FAILED
    except UnknownJourney as error:
        note(_unknown(str(error), error.known))
        return FAILED
    if line.complaints:
        note(diagnostics_text(line.complaints, style(sys.stderr)).rstrip("\n"))
    status = FAILED if line.complaints else FINE
    if output is None:
        return Outcome(status, _told(line, form, theme, style(), terminal_width())).deliver()
    return Outcome(status, documents={output: _told(line, form, theme, Style())}).deliver()


def _told(
    line: "Line", form: str, theme: str | None, colours: Style, columns: int | None = None
) -> bytes:
    if form == "svg":
        from jmap.history.chart import chart
        from jmap.paint.theme import THEMES

        return chart(line).to_bytes(THEMES[theme or "light"])
    if form == "json":
        from jmap.history.data import data

        return data(line).encode("utf-8", "replace")
    from jmap.history.table import table

    return table(line, colours, columns).encode("utf-8", "replace")


def _asked(repository: "Repository", revision: str, path: str, count: int, journey: str) -> "Asked":
    from jmap.history.walk import Asked

    since, dots, name = revision.partition("..")
    # Three dots are taken for two: what the one has and the other has not begins where they parted.
    last = repository.resolve(name.removeprefix(".") or "HEAD" if dots else revision)
    first = repository.resolve(since or "HEAD") if dots else None
    return Asked(last, first, repository.below(Path(path)), count, journey)


def _unknown(name: str, known: tuple[str, ...]) -> str:
    from jmap.git.failure import shown
    from jmap.resolve.suggest import nearest
    from jmap.syntax.fold import fold

    meant = nearest(fold(name), {one: one for one in known})
    hint = f"did you mean `{meant}`?" if meant else f"there is {', '.join(sorted(known)) or 'none'}"
    return f"there is no journey {shown(name)} after the last commit\n{hint}"
