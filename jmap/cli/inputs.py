"""The paths a command was given, as loaded workspaces."""

import os
import sys
from collections.abc import Iterator, Mapping
from itertools import chain
from pathlib import Path

import click

from jmap.cli.terminal import STDIN, read_stdin, style
from jmap.diagnostics import Diagnostic, Severity
from jmap.files import FileRead, Unreadable, digest_of, read_bytes
from jmap.loading import Loaded, load_bytes, load_each
from jmap.model.workspace import Workspace
from jmap.paths import shown_path
from jmap.reports.text import diagnostics_text
from jmap.source import SourceFile
from jmap.syntax.nodes import Parsed


def load_inputs(
    paths: tuple[str, ...], instead: Mapping[str, bytes] | None = None
) -> Iterator[Loaded]:
    """Every workspace the paths reach into, one after the other; ``-`` is one of its own.

    ``instead`` holds contents in place of those of files, by the paths they are shown by. Raises a
    usage error where the paths hold no journey file.
    """
    files = [path for path in paths if path != STDIN]
    models = [path for path in files if path.endswith(".json")]
    sources = [path for path in files if path not in models]
    found = False
    for one in chain(load_each(*sources, instead=instead), map(_load_model, models), _stdin(paths)):
        found = True
        yield one
    if not found:
        raise click.UsageError(f"there is no .jmap file in {', '.join(files)}")


def _stdin(paths: tuple[str, ...]) -> Iterator[Loaded]:
    if STDIN in paths:
        yield load_bytes(read_stdin(), "<stdin>")


def errors_text(loaded: tuple[Loaded, ...]) -> str:
    """Why some of the workspaces cannot be used."""
    errors = [item for one in loaded for item in one.diagnostics if item.severity is Severity.ERROR]
    return diagnostics_text(errors, style(sys.stderr)) if errors else ""


def _load_model(path: str) -> Loaded:
    """A workspace from its JSON form. What is wrong with it is said of the file as a whole."""
    from jmap.model.json_form import UnreadableJson, read_json

    source = SourceFile(shown_path(path), "")
    try:
        content = read_bytes(Path(path))
    except Unreadable as error:
        found = Diagnostic(error.name, str(error), source, help=error.hint)
        return Loaded(Workspace.built({}), (found,), complete=False)
    read = (FileRead(os.path.abspath(path), os.path.realpath(path), digest_of(content)),)
    try:
        workspace = read_json(content)
    except UnreadableJson as error:
        found = Diagnostic("not-a-model", f"this is no journey model: {error}", source)
        return Loaded(Workspace.built({}), (found,), parsed=(Parsed(source),), read=read)
    wrong = _wrong_references(workspace, source)
    return Loaded(workspace, wrong, parsed=(Parsed(source),), read=read, asked=1)


def _wrong_references(workspace: Workspace, source: SourceFile) -> tuple[Diagnostic, ...]:
    # The references of a model are checked by reading the source that it stands for.
    from jmap.renderers.source import Source

    written = load_bytes(Source().render(workspace, workspace.journeys), source.path)
    return tuple(
        Diagnostic(item.name, item.message, source, severity=item.severity, help=item.help)
        for item in written.diagnostics
        if item.severity is Severity.ERROR
    )


def files_read(loaded: tuple[Loaded, ...]) -> tuple[FileRead, ...] | None:
    """Every file that was read; none where one could not be, because it may be there next time."""
    if not all(one.complete for one in loaded):
        return None
    return tuple(file for one in loaded for file in one.read)
