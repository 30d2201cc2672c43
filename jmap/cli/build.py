"""``jmap build``: all journeys as a static site."""

import os
from pathlib import Path
from typing import TYPE_CHECKING

import click

from jmap.cli.group import FAILED, FINDINGS, FINE
from jmap.cli.terminal import note, require_paths, say
from jmap.site.build import Built, Request, build
from jmap.site.standing import Refused
from jmap.site.unsound import Unsound

if TYPE_CHECKING:
    from jmap.loading import Loaded

SIGNS = {"new": "+", "changed": "~", "gone": "-"}
"""What stands before a page in the list of changes."""


@click.command("build", short_help="Build a static site of all journeys.")
@click.argument("paths", nargs=-1, type=str, metavar="[PATH…]")
@click.option(
    "-o",
    "--output",
    metavar="FOLDER",
    default="site",
    show_default=True,
    help="Where the site goes.",
)
@click.option(
    "-j",
    "--jobs",
    type=click.IntRange(1, 256),
    metavar="N",
    help="How many processes may work at once.  [default: the processors at hand]",
)
@click.option("--check", is_flag=True, help="Write nothing: say what is not current.")
def command(paths: tuple[str, ...], output: str, jobs: int | None, check: bool) -> int:
    """Build a static site from journey files and folders; the working folder where none is named.

    Only what has changed is made anew, and the new site takes the place of the old one in a single
    step. With --check the exit status is 1 where the site is not current.
    """
    paths = paths or (".",)
    require_paths(paths)
    request = Request(paths, Path(output), jobs or _processors(), check)
    try:
        built = build(request, lambda: note(f"waiting for another build of {output}"))
    except Refused as refused:
        raise click.ClickException(str(refused)) from None
    except Unsound as unsound:
        return _unsound(unsound.loaded)
    for text in built.notes:
        note(text)
    return _checked(built) if check else _told(built, output)


def _checked(built: Built) -> int:
    for change in built.changes:
        say(f"{SIGNS[change.how]} {change.path}\n")
    return FINDINGS if built.changes else FINE


def _told(built: Built, output: str) -> int:
    written = sum(change.how != "gone" for change in built.changes)
    gone = len(built.changes) - written
    done = f"{written:,} written" + (f", {gone:,} removed" if gone else "")
    note(f"{output}: {built.files:,} files, " + (done if built.changes else "nothing has changed"))
    return FINE


def _unsound(loaded: "tuple[Loaded, ...]") -> int:
    from jmap.cli.inputs import errors_text

    note(errors_text(loaded).rstrip("\n"))
    return FAILED


def _processors() -> int:
    try:
        return len(os.sched_getaffinity(0))
    except AttributeError:
        return os.cpu_count() or 1
