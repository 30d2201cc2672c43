"""``jmap fmt``: the one layout of journey files."""

import shlex
from collections.abc import Iterator
from pathlib import Path

import click

from jmap.cli.changes import changes
from jmap.cli.group import FAILED, FINDINGS, FINE
from jmap.cli.terminal import STDIN, note, paths_argument, read_stdin, require_paths, say, style
from jmap.encoding import decode
from jmap.files import Unreadable, Unwritable, read_bytes, write_file
from jmap.format import Formatted, format_source
from jmap.paths import found_files, shown_path
from jmap.reports.text import diagnostics_text
from jmap.reports.visible import visible
from jmap.source import SourceFile
from jmap.syntax.words import words


@click.command("fmt", short_help="Lay journey files out.")
@paths_argument
@click.option("--check", is_flag=True, help="Write nothing; name the files that would change.")
@click.option("--diff", is_flag=True, help="Write nothing; print what would change.")
@click.option(
    "--keywords",
    type=click.Choice(words().languages),
    help="Write keywords, units and digits in this language.",
)
def command(paths: tuple[str, ...], check: bool, diff: bool, keywords: str | None) -> int:
    """Lay out journey files, and all journey files in directories; `-` reads standard input and
    writes to standard output.

    A file is written only after it was proved that it says the same, keeps every comment, and
    would not change again.
    """
    require_paths(paths)
    outcome = _Run(check, diff)
    for one in _formatted(paths, keywords, outcome):
        outcome.take(one)
    if not outcome.total:
        raise click.UsageError(f"there is no .jmap file in {', '.join(paths)}")
    return outcome.close(paths, keywords)


class _Run:
    """What happened to the files of one run."""

    def __init__(self, check: bool, diff: bool) -> None:
        self.check = check
        self.diff = diff
        self.changed: list[str] = []
        self.failed = 0
        self.total = 0

    def take(self, one: "_Read") -> None:
        self.total += 1
        result = one.formatted
        if not result.ok:
            self.fail(diagnostics_text(result.diagnostics, style()))
        elif self.diff or self.check:
            self._show(result)
        elif one.path is None:
            say(result.text)
        if result.changed and result.ok:
            self.changed.append(result.source.path)
            if one.path is not None and not (self.check or self.diff):
                self._write(one)

    def fail(self, message: str) -> None:
        self.failed += 1
        note(message.rstrip("\n"))

    def close(self, paths: tuple[str, ...], keywords: str | None) -> int:
        if self.failed:
            note(f"{self.failed} of {self.total} files could not be formatted and are as before")
            return FAILED
        if self.check:
            return self._close_check(paths, keywords)
        if self.diff:
            return FINDINGS if self.changed else FINE
        if STDIN not in paths:
            note(f"{len(self.changed)} of {self.total} files changed")
        return FINE

    def _show(self, result: Formatted) -> None:
        if not result.changed:
            return
        if self.diff:
            say(changes(result.source.path, result.source.text, result.text))
        else:
            say(visible(result.source.path) + "\n")

    def _write(self, one: "_Read") -> None:
        assert one.path is not None
        try:
            if read_bytes(one.path) != one.content:
                raise Unwritable(f"{one.path} was changed meanwhile: run it again")
            write_file(one.path, one.formatted.text.encode())
        except (Unreadable, Unwritable) as error:
            self.fail(str(error))

    def _close_check(self, paths: tuple[str, ...], keywords: str | None) -> int:
        if not self.changed:
            note(f"{self.total} files are formatted")
            return FINE
        option = f" --keywords {keywords}" if keywords else ""
        note(f"{len(self.changed)} of {self.total} files would change; to change them: "
             f"jmap fmt{option} {visible(shlex.join(paths))}")  # fmt: skip
        return FINDINGS


class _Read:
    """A file that was read and laid out; ``path`` is none for standard input."""

    def __init__(self, path: Path | None, content: bytes, formatted: Formatted) -> None:
        self.path = path
        self.content = content
        self.formatted = formatted


def _formatted(paths: tuple[str, ...], keywords: str | None, outcome: _Run) -> Iterator[_Read]:
    for path in paths:
        if path == STDIN:
            yield _read(None, "<stdin>", read_stdin(), keywords)
            continue
        for file in found_files(Path(path)):
            try:
                yield _read(file, shown_path(file), read_bytes(file), keywords)
            except Unreadable as error:
                outcome.total += 1
                outcome.fail(f"{shown_path(file)}:1:1: error[{error.name}] {error}")


def _read(path: Path | None, shown: str, content: bytes, keywords: str | None) -> _Read:
    decoded = decode(shown, content)
    if decoded.diagnostics:
        return _Read(path, content, Formatted(decoded.source, "", decoded.diagnostics))
    result = format_source(decoded.source, keywords)
    # A byte order mark is dropped: that alone is a change.
    if content.startswith(b"\xef\xbb\xbf") and result.ok:
        result = Formatted(SourceFile(shown, "\ufeff" + decoded.source.text), result.text)
    return _Read(path, content, result)
