"""What all commands share in speaking to people: colour, standard input and output, and bad
news.
"""

import errno
import os
import sys
from typing import IO, Any

import click

from jmap.reports.style import Style

STDIN = "-"


def style(stream: IO[Any] | None = None) -> Style:
    """Colour where the stream is a terminal that wants it; ``NO_COLOR`` and ``FORCE_COLOR`` are
    heeded.
    """
    stream = stream or sys.stdout
    if stream is None:
        return Style(False)
    if os.environ.get("NO_COLOR"):
        return Style(False)
    if os.environ.get("FORCE_COLOR"):
        return Style(True)
    return Style(stream.isatty() and os.environ.get("TERM") != "dumb")


def colours() -> list[bool]:
    """Whether standard output and standard error are coloured."""
    return [style(stream).colour for stream in (sys.stdout, sys.stderr)]


def terminal_width() -> int | None:
    """How many columns the terminal has; none where the output is no terminal."""
    try:
        return os.get_terminal_size(sys.stdout.fileno()).columns
    except (AttributeError, OSError, ValueError):
        return None


def read_stdin() -> bytes:
    """All of standard input, as bytes."""
    return sys.stdin.buffer.read()


def write_stdout(content: bytes) -> None:
    """Bytes to standard output, as they are."""
    if sys.stdout is None:
        raise OSError(errno.EBADF, "standard output is closed")
    sys.stdout.flush()
    sys.stdout.buffer.write(content)
    sys.stdout.buffer.flush()


def say(text: str) -> None:
    """A result for people or programs, on standard output, in UTF-8 whatever the locale."""
    write_stdout(text.encode("utf-8", "replace"))


def note(text: str) -> None:
    """Anything that is not the result, on standard error."""
    click.echo(text, err=True)


def require_paths(paths: tuple[str, ...]) -> None:
    """Raises a usage error for a path that is not there."""
    for path in paths:
        if path != STDIN and not os.path.lexists(path):
            raise click.UsageError(f"there is no file or folder {path!r}")


paths_argument = click.argument("paths", nargs=-1, required=True, type=str, metavar="PATH…")
