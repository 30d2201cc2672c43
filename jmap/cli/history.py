"""``jmap history``: what became of the gaps, commit by commit."""

import os
from pathlib import Path
from typing import TYPE_CHECKING

import click

from jmap.cli.group import FAILED, FINE
from jmap.cli.terminal import note, style, terminal_width

if TYPE_CHECKING:
    from jmap.git import Repository
    from jmap.history.walk import Asked

_THEMES = ("light", "dark", "print", "clear")


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
@click.option("--theme", type=click.Choice(_THEMES), default="light", help="Colours of the chart.")
@click.option("-o", "--output", type=click.Path(dir_okay=False), help="Write to this file.")
def command(  # noqa: PLR0913, PLR0917 - one parameter an option
    revision: str,
    path: str | None,
    count: int,
    journey: str,
    form: str,
    theme: str,
    output: str | None,
) -> int:
    """Count gaps, coverage and findings after each commit that changed maps.

    REV is where to begin, HEAD if not given; A..B are the commits of B that A has not. PATH is a
    file or folder to count, the working directory if not given. The commits are those of the branch
    itself: what a merge brought is counted with the merge.

    Rules are today's, set as the last commit sets them, and judge dates as of each commit's day.
    """
    if path is None and os.path.lexists(revision):
        revision, path = "HEAD", revision
    from jmap.git import GitFailed, Repository
    from jmap.history.walk import UnknownJourney, line_of

    try:
        repository = Repository.holding(Path(path or "."))
        line = line_of(repository, _asked(repository, revision, path or ".", count, journey))
    except GitFailed as error:
        note(f"{error}\n{error.hint}".strip())
        return FAILED
    except UnknownJourney as error:
        note(_unknown(str(error), error.known))
        return FAILED
    if form == "svg":
        from jmap.history.chart import chart
        from jmap.paint.theme import THEMES

        return _deliver(chart(line).to_bytes(THEMES[theme]), output)
    if form == "json":
        from jmap.history.data import data

        return _deliver(data(line).encode("utf-8", "replace"), output)
    from jmap.history.table import table

    colours = style() if output is None else type(style())()
    shown = table(line, colours, terminal_width() if output is None else None)
    return _deliver(shown.encode("utf-8", "replace"), output)


def _asked(repository: "Repository", revision: str, path: str, count: int, journey: str) -> "Asked":
    from jmap.history.walk import Asked

    since, dots, name = revision.partition("..")
    both = name.startswith(".")
    last = repository.resolve(name.removeprefix(".") or "HEAD" if dots else revision or "HEAD")
    first = repository.resolve(since or "HEAD") if dots else None
    if first is not None and both:
        first = repository.merge_base(first, last)
    below = "" if repository.root is None else repository.below(Path(path))
    return Asked(last, first, below, count, journey)


def _deliver(content: bytes, output: str | None) -> int:
    from jmap.cli.outcome import Outcome
    from jmap.paths import SUFFIX

    if output is not None and output.endswith(SUFFIX):
        raise click.UsageError(f"{output} would be a journey file: give another name")
    if output is None:
        return Outcome(FINE, content).deliver()
    return Outcome(FINE, documents={output: content}).deliver()


def _unknown(name: str, known: tuple[str, ...]) -> str:
    from jmap.git.failure import shown
    from jmap.resolve.suggest import nearest
    from jmap.syntax.fold import fold

    meant = nearest(fold(name), {one: one for one in known})
    hint = f"did you mean `{meant}`?" if meant else f"there is {', '.join(sorted(known)) or 'none'}"
    return f"there is no journey {shown(name)} after the last commit\n{hint}"
