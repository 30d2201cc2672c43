"""``jmap diff``: what changed between two states of maps, and what that does to customers."""

import click

from jmap.cli.group import FAILED, FINDINGS, FINE
from jmap.cli.terminal import note, require_paths, say, style


@click.command("diff", short_help="Say what changed, and what that does to customers.")
@click.argument("old", default="HEAD")
@click.argument("new", required=False)
@click.option(
    "--path", default=".", metavar="PATH", help="What to compare in revisions and the working tree."
)
@click.option(
    "-f",
    "--format",
    "form",
    type=click.Choice(["text", "md", "json"]),
    default="text",
    help="How to print the changes.",
)
@click.option(
    "--fail-on",
    type=click.Choice(["worse", "any", "none"]),
    default="none",
    help="Exit with 1 where something gets worse for customers, or where anything changes [none].",
)
def command(old: str, new: str | None, path: str, form: str, fail_on: str) -> int:
    """Compare two states of journey files by what they say.

    OLD and NEW are files or folders, or what git keeps: a branch, tag or commit (`main`, `HEAD~3`),
    a part of one (`main:journeys`), or `main...HEAD` for all since the two parted. Without NEW, OLD
    is compared with the working tree; without both, the last commit is.

    Layout, comments, the language of keywords and the order of what has none are no change. What is
    compared are parts with the same id, or the id that one had (`was`); likeness is said to be a
    guess.
    """
    require_paths((path,))
    from jmap.cli.comparing import Uncomparable, compared
    from jmap.cli.sides import sides
    from jmap.git import GitFailed
    from jmap.reports.changes.json import changes_json
    from jmap.reports.changes.markdown import markdown
    from jmap.reports.changes.text import text

    try:
        result = compared(sides(old, new, path))
    except GitFailed as error:
        # What could not be compared must never read as no changes.
        note(f"{error}\n{error.hint}".strip())
        return FAILED
    except Uncomparable as error:
        note(str(error).rstrip("\n"))
        return FAILED
    if form == "text":
        say(text(result, style()))
    else:
        say(changes_json(result) if form == "json" else markdown(result))
    changes = [one for part in result for one in part.changes]
    worse = any(one.weight.effect == "worse" for one in changes)
    fails = {"worse": worse, "any": bool(changes), "none": False}[fail_on]
    return FINDINGS if fails else FINE
