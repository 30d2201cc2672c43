"""``jmap git``: lets git show and merge journey files by what they say."""

import shlex
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import click

from jmap.cli.group import FAILED, FINDINGS, FINE
from jmap.cli.terminal import note, say
from jmap.files import Unreadable, Unwritable, read_bytes, write_file
from jmap.git.drivers import (
    LINE,
    Settings,
    overruled,
    root_of_repository,
    settings,
    with_line,
    without_line,
)
from jmap.git.failure import GitFailed
from jmap.reports.visible import visible
from jmap.syntax.words import words

_HEADING = ("journey", "stage", "touchpoint")
"""The statements that head what `git diff` shows without a driver."""


@click.group("git", short_help="Let git show and merge journey files by what they say.")
def command() -> None:
    """Let git show and merge journey files by what they say."""


@command.command("install", short_help="Tell git to use jmap for journey files.")
@click.option("--check", is_flag=True, help="Change nothing; exit with 1 where git is not told.")
@click.option("--uninstall", is_flag=True, help="Take away what was written.")
@click.option("--global", "everywhere", is_flag=True, help="For all your repositories.")
@click.option(
    "--command",
    "line",
    metavar="COMMAND",
    help="What git is to run, where that is not this Python, for example: jmap.",
)
def install(check: bool, uninstall: bool, everywhere: bool, line: str | None) -> int:
    """Tell git to show and merge journey files with jmap.

    It writes a line into .gitattributes, which you commit, and settings into the configuration of
    this repository, which each clone needs for itself. It may be run again at any time.
    """
    if check and uninstall:
        raise click.UsageError("--check and --uninstall exclude each other")
    try:
        work = _work(line, everywhere=everywhere)
        if uninstall:
            return work.uninstall()
        return work.check() if check else work.install()
    except (GitFailed, Unreadable, Unwritable) as error:
        note(
            "\n".join(
                filter(None, [str(error), error.hint if isinstance(error, GitFailed) else ""])
            )
        )
        return FAILED


@dataclass(frozen=True, slots=True)
class _Work:
    """What is to be written, and where."""

    kept: Settings
    attributes: Path
    wanted: dict[str, str]
    root: Path | None
    """The folder of the repository; none where it is for all of them."""

    def install(self) -> int:
        told = list(self._installed())
        other = self._overruled()
        say("".join(f"{visible(one)}\n" for one in told or ["git is told already"] * (not other)))
        for one in other:
            note(visible(one))
        return FINDINGS if other else FINE

    def _installed(self) -> Iterator[str]:
        old = self._attributes()
        new = with_line(old)
        if new != old:
            write_file(self.attributes, new.encode("utf-8", "surrogateescape"))
            yield f"{self.attributes}: added {LINE}"
        missing = self.kept.missing(self.wanted)
        self.kept.write({name: self.wanted[name] for name in missing})
        yield from (f"git config {self.kept.scope} {name} is set" for name in missing)

    def check(self) -> int:
        old = self._attributes()
        missing = [f"{self.attributes} lacks: {LINE}"] if with_line(old) != old else []
        missing += [
            f"git config {self.kept.scope} {name} is not set, or otherwise"
            for name in self.kept.missing(self.wanted)
        ]
        missing += self._overruled() if not missing else []
        if not missing:
            say("git is told\n")
            return FINE
        say("".join(f"{visible(one)}\n" for one in missing))
        note("to tell git: jmap git install")
        return FINDINGS

    def _overruled(self) -> list[str]:
        """What stands elsewhere and counts in place of what was written."""
        if self.root is None:
            return []
        return [
            f"another line of attributes counts for *.jmap ({one}): take it away, or put it "
            f"before {LINE}"
            for one in overruled(self.root)
        ]

    def uninstall(self) -> int:
        old = self._attributes()
        new = without_line(old)
        if new != old:
            self._write_rest(new)
        if self.kept.remove():
            say(f"git config {self.kept.scope} has nothing of jmap any more\n")
        elif new == old:
            say("there was nothing to take away\n")
        return FINE

    def _write_rest(self, text: str) -> None:
        if text:
            write_file(self.attributes, text.encode("utf-8", "surrogateescape"))
        else:
            self.attributes.unlink()
        say(f"{visible(str(self.attributes))}: took away {LINE}\n")

    def _attributes(self) -> str:
        if not self.attributes.exists():
            return ""
        return read_bytes(self.attributes).decode("utf-8", "surrogateescape")


def _work(line: str | None, *, everywhere: bool) -> _Work:
    here = Path.cwd()
    kept = Settings(here, "--global" if everywhere else "--local")
    root = None if everywhere else root_of_repository(here)
    wanted = settings(line or _this_jmap(), list(_keywords()))
    return _Work(kept, kept.attributes(root or here), wanted, root)


def _this_jmap() -> str:
    # -P: a folder `jmap` in the repository must never be taken for the program.
    return f"{shlex.quote(sys.executable)} -P -m jmap"


def _keywords() -> Iterator[str]:
    """How the statements that head a hunk are spelled, in every language."""
    for language in words().languages:
        for name in _HEADING:
            yield from words().all_spelled("statements", name, language)
