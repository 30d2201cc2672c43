"""``jmap blame``: which commit set each fact of a part."""

from pathlib import Path
from typing import TYPE_CHECKING

import click

from jmap.cli.group import FAILED, FINE
from jmap.cli.terminal import note, require_paths, say, style

if TYPE_CHECKING:
    from jmap.blame.blame import Blame

_NAMED = 5
"""How many commits that were passed over are named."""


@click.command("blame", short_help="Say which commit set each fact of a part.")
@click.argument("address", metavar="PART")
@click.argument("revision", required=False, default="", metavar="[REV]")
@click.option("--path", default=".", metavar="PATH", help="Where the maps are.")
@click.option(
    "--all",
    "everything",
    is_flag=True,
    help="Of a journey or stage, also what its stages and touchpoints say.",
)
@click.option(
    "-f",
    "--format",
    "form",
    type=click.Choice(["text", "json"]),
    default="text",
    help="How to print the facts.",
)
def command(address: str, revision: str, path: str, everything: bool, form: str) -> int:
    """Say of each fact of a part which commit set it, who made that, when, and what it replaced.

    PART is a journey, stage, touchpoint or anything within, by its address
    (`internet.choose.compare`) or by the end of one (`compare`). Without REV, it is as it stands in
    the working tree.

    It goes by what maps say: layout, order, the language of keywords and the file that something
    stands in are nobody's doing, and what was renamed (`was`) or went to another stage keeps its
    history.
    """
    require_paths((path,))
    from jmap.blame.address import NotFound
    from jmap.blame.blame import Question, Unsound, blame
    from jmap.cli.inputs import errors_text
    from jmap.git import GitFailed
    from jmap.reports.blame.json import blame_json
    from jmap.reports.blame.text import text
    from jmap.reports.visible import visible

    try:
        found = blame(Question(address, Path(path), revision, everything))
    except Unsound as error:
        note(errors_text(error.loaded).rstrip("\n"))
        note("the maps have errors: nothing was looked up")
        return FAILED
    except (GitFailed, NotFound) as error:
        hint = f"to look there: --path {revision}" if _is_path(revision, error) else error.hint
        note("\n".join(filter(None, (visible(str(error)), visible(hint)))))
        return FAILED
    say(text(found, style()) if form == "text" else blame_json(found))
    _remark(found)
    return FINE


def _is_path(revision: str, error: Exception) -> bool:
    """Whether what git knows no revision of is a file or folder."""
    from jmap.git import GitFailed

    return isinstance(error, GitFailed) and bool(revision) and Path(revision).exists()


def _remark(found: "Blame") -> None:
    """Says how far the search could see."""
    from jmap.git.advice import UNSHALLOW

    if found.passed_over:
        names = ", ".join(one.short for one in found.passed_over[:_NAMED])
        more = len(found.passed_over) - _NAMED
        names += f" and {more} more" if more > 0 else ""
        note(f"passed over, because the maps have errors there: {names}")
    if found.cut:
        note(f"this clone is shallow: what is marked ^ may be older; fetch the rest: {UNSHALLOW}")
