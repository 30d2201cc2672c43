"""``jmap diff``: what changed between two states of maps, and what that does to customers."""

import os
from collections.abc import Sequence
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from jmap.cli.choices import Listed
from jmap.cli.day import day, day_option
from jmap.cli.forms import Form, Given, Report, comment_from, reports, require_other, told_in
from jmap.cli.group import FAILED, FINDINGS, FINE
from jmap.cli.outcome import Outcome
from jmap.cli.terminal import require_paths

if TYPE_CHECKING:
    from jmap.cli.sides import Side, Sides


@click.command("diff", short_help="Say what changed, and what that does to customers.")
@click.argument("old", required=False)
@click.argument("new", required=False)
@click.option(
    "--path", default=".", metavar="PATH", help="What to compare in revisions and the working tree."
)
@click.option(
    "-f",
    "--format",
    "forms",
    multiple=True,
    type=Form(),
    help="How to tell the changes, and in which file; may be given several times [text, or as the "
    "suffix of -o says].",
)
@click.option("-o", "--output", metavar="PATH", help="A file, a folder, or - for standard output.")
@click.option(
    "--theme", type=Listed("jmap.paint.theme", "THEMES"), help="The colours of a picture [light]."
)
@click.option(
    "--fail-on",
    multiple=True,
    metavar="WHAT",
    help="Exit with 1 for these changes: worse, any, none, a kind (removed), a name (gap-widened); "
    "several with commas [as the configuration says, else none].",
)
@click.option("--config", metavar="FILE", help="Take the gate from this configuration, no other.")
@click.option(
    "--from",
    "document",
    metavar="FILE",
    help="Make the comment (md) of what `-f json` wrote elsewhere; `-` is standard input.",
)
@day_option
def command(
    old: str | None, new: str | None, document: str | None, today: datetime | None, **options: Any
) -> int:
    """Compare two states of journey files by what they say.

    OLD and NEW are files or folders, or what git keeps: a branch, tag or commit (`main`, `HEAD~3`),
    a part of one (`main:journeys`), or `main...HEAD` for all since the two parted. Without NEW, OLD
    is compared with the working tree; without both, the last commit is.

    Layout, comments, the language of keywords and the order of what has none are no change. What is
    compared are parts with the same id, or the id that one had (`was`); likeness is said to be a
    guess.

    A change may be allowed, in the map or in the message of a commit; it is shown all the same:

    \b
      # jmap: allow NAME -- why [until DATE]
      Jmap-Allow: NAME JOURNEY.STAGE.TOUCHPOINT -- why

    `jmap explain changes` lists the names.

    One comparison may make several reports: `-f md=comment.md -f json=changes.json -f github`
    writes two and prints one, and `-f md -f html -o reports/` writes both into a folder.
    """
    forms = options["forms"] or ((Given("md"),) if document is not None else ())
    wanted = reports(forms, options["output"])
    if options["theme"] and all(one.form != "svg" for one in wanted):
        raise click.UsageError("--theme is for pictures: -f svg")
    if document is not None:
        _require_alone(old, new, wanted, options)
        return comment_from(document, wanted).deliver()
    if new is None and "..." not in (old or ""):
        require_paths((options["path"],))
    names = _names(options["fail_on"])
    _require_known(names, options["config"])
    from jmap.cli.comparing import Uncomparable, compared
    from jmap.cli.gating import Asked, gated
    from jmap.cli.operands import require_one_meaning
    from jmap.cli.sides import sides
    from jmap.git import GitFailed

    try:
        require_one_meaning([one for one in (old, new) if one], options["path"])
        both = sides(old or "HEAD", new, options["path"])
        onto = _onto(both, old, new, options["path"])
        asked = Asked(day(today), names, options["config"], onto)
        found = gated(both, compared(both), asked)
    except GitFailed as error:
        # What could not be compared must never read as no changes.
        return Outcome(FAILED, notes=f"{error}\n{error.hint}".strip()).deliver()
    except Uncomparable as error:
        return Outcome(FAILED, notes=str(error)).deliver()
    require_other(wanted, found.compared)
    status = FAILED if not found.sound else FINDINGS if found.failing else FINE
    theme = options["theme"]
    return told_in(wanted, found.compared, status, notes=found.notes, theme=theme).deliver()


def _onto(both: "Sides", old: str | None, new: str | None, path: str) -> "Side | None":
    """The first branch of `A...B` as it is now, where it went on since the two parted."""
    from jmap.cli.sides import is_there, sides
    from jmap.git import GitFailed

    one, dots, _ = (old or "").partition("...")
    if new is not None or not dots or is_there(old or ""):
        return None
    base, repository = both.before.revision, both.repository
    if (
        base is None
        or repository is None
        or repository.resolve(one or "HEAD").commit == base.commit
    ):
        return None
    if repository.root is not None:
        # What was renamed is compared with what it was elsewhere: there its gate is as well.
        below = both.before.base.relative_to(Path.cwd() / f"{base.name}:")
        path = str(repository.root / below)
    try:
        return sides(f"{one}...{one}", None, path).before
    except GitFailed:
        # It has no map there now: the gate is the one from which both parted.
        return None


def _require_alone(
    old: str | None, new: str | None, wanted: Sequence[Report], options: dict[str, Any]
) -> None:
    given = [name for name in ("fail_on", "config") if options[name]]
    if old or new or given:
        raise click.UsageError("--from tells what was compared elsewhere: nothing else is compared")
    if any(one.form != "md" for one in wanted):
        raise click.UsageError("--from makes the comment of a pull request: -f md")


def _names(given: Sequence[str]) -> tuple[str, ...] | None:
    """What to fail on, several of which may stand in one option, with commas."""
    names = tuple(name.strip() for one in given for name in one.split(",") if name.strip())
    return names or None


def _require_known(names: tuple[str, ...] | None, config: str | None) -> None:
    if config is not None and not os.path.lexists(config):
        raise click.UsageError(f"there is no configuration {config!r}")
    if not names:
        return
    from jmap.config import Gate
    from jmap.diff.gate import faults_of

    for fault in faults_of(Gate(names)):
        raise click.UsageError(f"{fault.message}: {fault.help}")
