"""``jmap check``: what is wrong in journey files, and what rules find in the maps they draw."""

import os
import shlex
from collections.abc import Callable
from datetime import datetime
from typing import TYPE_CHECKING, Any

import click

from jmap.cli.choices import Listed
from jmap.cli.day import day, day_option
from jmap.cli.group import FAILED, FINDINGS, FINE
from jmap.cli.memory import recall
from jmap.cli.outcome import Outcome
from jmap.cli.terminal import STDIN, colours, paths_argument, require_paths, style
from jmap.paths import SUFFIX
from jmap.registry import RULES, offered

if TYPE_CHECKING:
    from jmap.cli.checking import Asked, Checked


def _choosing(function: Callable[..., int]) -> Callable[..., int]:
    options = (
        click.option("--profile", metavar="NAME", help="The rules to start from [default]."),
        click.option("--select", multiple=True, metavar="RULE", help=_SELECT),
        click.option("--extend-select", multiple=True, metavar="RULE", help="Run these as well."),
        click.option("--ignore", multiple=True, metavar="RULE", help="Do not run these."),
        click.option("--config", metavar="FILE", help="Read this configuration, no other."),
        click.option("--isolated", is_flag=True, help="Read no configuration."),
    )
    for option in reversed(options):
        function = option(function)
    return function


_SELECT = "Run these rules (names, tags, or `all`) and no others; may be given several times."


def _mending(function: Callable[..., int]) -> Callable[..., int]:
    options = (
        click.option("--fix", is_flag=True, help="Mend what can safely be mended."),
        click.option("--unsafe-fixes", is_flag=True, help="Mend what may change what a map says."),
        click.option("--diff", is_flag=True, help="Write nothing; print what would be mended."),
    )
    for option in reversed(options):
        function = option(function)
    return function


def _waiting(function: Callable[..., int]) -> Callable[..., int]:
    options = (
        click.option("--baseline", metavar="FILE", help="Hide the findings that this file knows."),
        click.option("--write-baseline", metavar="FILE", help="Write all findings to such a file."),
        click.option(
            "--fail-level",
            type=click.Choice(["error", "warning", "info"]),
            help="Exit with 1 from this severity on [warning].",
        ),
        click.option("--exit-zero", is_flag=True, help="Exit with 0 whatever is found."),
    )
    for option in reversed(options):
        function = option(function)
    return function


@click.command("check", short_help="Check journey files and maps.")
@paths_argument
@click.option(
    "-f",
    "--format",
    "form",
    type=Listed("jmap.reports", "REPORTS"),
    default="text",
    help="How to print findings.",
)
@click.option("-o", "--output", metavar="FILE", help="Write the report to a file.")
@click.option("--statistics", is_flag=True, help="Count the findings instead of listing them.")
@click.option("-q", "--quiet", is_flag=True, help="Print findings only, no summary.")
@_choosing
@_mending
@_waiting
@day_option
def command(paths: tuple[str, ...], today: datetime | None, **options: Any) -> int:
    """Check journey files and all journey files in directories; `-` is standard input.

    Reads every file, follows imports, and reports everything that is wrong with its place and what
    to type instead. Where the files can be read, rules look at the maps: `jmap rules` lists them,
    `jmap explain RULE` says why one matters. A comment lets a finding stand:

    \b
      # jmap: allow RULE -- why [until DATE]
    """
    require_paths(paths)
    _require_sense(paths, options)
    on = day(today)

    def compute() -> Outcome:
        from jmap.cli.checking import Asked, require_known
        from jmap.config import Choice

        choice = Choice(
            options["profile"],
            _names(options["select"]) or None,
            _names(options["extend_select"]),
            _names(options["ignore"]),
        )
        require_known(choice)
        asked = Asked(
            paths, choice, on, options["config"], options["isolated"], options["baseline"],
            not options["write_baseline"], options["fail_level"],
        )  # fmt: skip
        return _outcome(asked, options)

    if options["fix"] or options["unsafe_fixes"] or options["diff"] or options["write_baseline"]:
        return compute().deliver()
    if offered(RULES):
        # Nobody knows what somebody else's rules depend on.
        return compute().deliver()
    key = {**options, "today": str(on), "colour": colours()}
    return recall("check", key, paths, compute).deliver()


def _names(given: tuple[str, ...]) -> tuple[str, ...]:
    """Rules and tags, several of which may stand in one option, with commas."""
    return tuple(name.strip() for one in given for name in one.split(",") if name.strip())


def _require_sense(paths: tuple[str, ...], options: dict[str, Any]) -> None:
    mending = options["fix"] or options["unsafe_fixes"]
    if mending and STDIN in paths and not options["diff"]:
        raise click.UsageError("standard input cannot be mended in place: add --diff")
    if options["write_baseline"] and (mending or options["diff"]):
        raise click.UsageError("--write-baseline goes without --fix and --diff")
    if options["diff"] and (options["output"] or options["statistics"]):
        raise click.UsageError("--diff prints what would be mended, and no report beside it")
    if options["config"] and not os.path.lexists(options["config"]):
        raise click.UsageError(f"there is no configuration {options['config']!r}")
    if options["config"] and options["isolated"]:
        raise click.UsageError("--config and --isolated contradict each other")
    for name in ("output", "write_baseline"):
        if (options[name] or "").endswith(SUFFIX):
            raise click.UsageError(f"{options[name]} is a journey file: a report would replace it")


def _outcome(asked: "Asked", options: dict[str, Any]) -> Outcome:
    from jmap.cli.checking import checked

    if options["write_baseline"]:
        return _new_baseline(checked(asked), options["write_baseline"])
    if options["diff"]:
        from jmap.cli.mending import proposed

        return proposed(asked, unsafe=options["unsafe_fixes"])
    notes, read, done = "", None, True
    if options["fix"] or options["unsafe_fixes"]:
        from jmap.cli.mending import mended

        result = mended(asked, unsafe=options["unsafe_fixes"])
        found, notes, done = result.checked, result.notes, result.done
    else:
        found = checked(asked)
        read = tuple(found.read) if found.complete else None
    notes = "\n".join(filter(None, (notes, _outgrown(found, options))))
    text = _told(found, options).encode("utf-8", "replace")
    status = FINDINGS if found.failing and not options["exit_zero"] else FINE
    status = status if found.done and done else FAILED
    if options["output"]:
        return Outcome(status, b"", notes, {options["output"]: text}, read)
    return Outcome(status, text, notes, {}, read)


def _outgrown(found: "Checked", options: dict[str, Any]) -> str:
    if not found.gone or options["quiet"]:
        return ""
    entries = "1 finding" if found.gone == 1 else f"{found.gone} findings"
    return f"the baseline holds {entries} that there is no more: --write-baseline drops them"


def _told(found: "Checked", options: dict[str, Any]) -> str:
    from jmap.reports import report
    from jmap.reports.described import described
    from jmap.reports.run import Run
    from jmap.rules.catalogue import catalogue

    rules = catalogue().rules
    told = {item.name for item in found.diagnostics}
    run = Run(
        tuple(found.diagnostics),
        found.files,
        described(rule for name, rule in rules.items() if name in told),
        found.hidden,
    )
    if options["statistics"]:
        from jmap.reports.statistics import statistics, statistics_json

        return statistics_json(run) if options["form"] == "json" else statistics(run)
    if options["quiet"] and options["form"] == "text":
        from jmap.reports.text import diagnostics_text

        return diagnostics_text(found.diagnostics, style())
    return report(options["form"], run, style())


def _new_baseline(found: "Checked", path: str) -> Outcome:
    from pathlib import Path

    from jmap.rules.baseline import baseline
    from jmap.rules.catalogue import catalogue

    rules = catalogue().rules
    content = baseline(found.diagnostics, Path(path).absolute().parent, rules)
    notes = (
        f"to leave these out: jmap check --baseline {shlex.quote(path)} …, or baseline in jmap.toml"
    )
    return Outcome(FINE if found.done else FAILED, b"", notes, {path: content})
