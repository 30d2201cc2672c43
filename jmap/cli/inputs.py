"""The paths a command was given, as loaded workspaces."""

from pathlib import Path

import click

from jmap.cli.terminal import STDIN, read_stdin
from jmap.load import Loaded, load_bytes, load_each


def load_inputs(paths: tuple[str, ...]) -> tuple[Loaded, ...]:
    """Every workspace the paths reach into; ``-`` is one of its own, read from standard input.

    Raises a usage error where the paths hold no journey file.
    """
    files = [path for path in paths if path != STDIN]
    loaded = load_each(*files) if files else ()
    if STDIN in paths:
        loaded = (*loaded, load_bytes(read_stdin(), "<stdin>"))
    if not any(one.files or one.diagnostics for one in loaded):
        raise click.UsageError(f"there is no .jmap file in {', '.join(files)}")
    return loaded


def files_read(loaded: tuple[Loaded, ...]) -> tuple[Path, ...] | None:
    """Every file that was read; none where one could not be, because it may be there next time."""
    if not all(one.complete for one in loaded):
        return None
    return tuple(path for one in loaded for path in one.paths)
