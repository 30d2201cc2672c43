"""The forms in which changes are told, and where they go."""

import os
import sys
from collections.abc import Callable, Sequence
from dataclasses import replace
from importlib import import_module
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING

import click

from jmap.cli.group import FAILED, FINE
from jmap.cli.outcome import Outcome
from jmap.cli.terminal import STDIN, style
from jmap.paths import CONFIG, SHARED, SUFFIX

if TYPE_CHECKING:
    from jmap.reports.changes.compared import Compared

_REPORTS = "jmap.reports.changes"
FORMATS = {
    "text": f"{_REPORTS}.text:text",
    "md": f"{_REPORTS}.markdown:markdown",
    "json": f"{_REPORTS}.json:changes_json",
    "github": f"{_REPORTS}.github:github",
    "sarif": f"{_REPORTS}.sarif:sarif",
    "junit": f"{_REPORTS}.junit:junit",
    "svg": "jmap.pictures.overlay:svg",
    "html": "jmap.renderers.html.overlay:html",
}
"""The forms of a report, and the function that makes each of what was compared."""
_SUFFIXES = {
    ".txt": "text",
    ".md": "md",
    ".json": "json",
    ".html": "html",
    ".svg": "svg",
    ".sarif": "sarif",
    ".xml": "junit",
}
_STRICT = ("json", "html", "svg")
"""Formats whose suffix nothing else may have."""
_ALIKE = (("sarif", "json"),)
"""Formats that may stand in a file of another one's suffix."""


def form_of(output: str | None) -> str:
    """The format that the name of a file says."""
    form = _SUFFIXES.get(PurePosixPath(output or "").suffix.lower(), "text")
    return form if form in FORMATS else "text"


def require_target(output: str | None, form: str) -> None:
    """Raises a usage error for a file that no report should be written to."""
    if not output:
        return
    path = PurePosixPath(output)
    if path.suffix == SUFFIX or path.name in (CONFIG, SHARED):
        raise click.UsageError(f"{output} is a source: a report would replace it")
    named = _SUFFIXES.get(path.suffix.lower(), form)
    # A slip between -f and -o would leave a file that nothing opens.
    if named in _STRICT and form != named and (form, named) not in _ALIKE:
        raise click.UsageError(f"{output} names the format {named}, but -f asks for {form}")


def require_other(output: str | None, compared: "Sequence[Compared]") -> None:
    """Raises a usage error where a report would be written over what it is about."""
    sides = [side for one in compared for side in (one.old, one.new)]
    if output and os.path.realpath(output) in {file.real for one in sides for file in one.read}:
        raise click.UsageError(f"{output} is a source of these maps: name another file")


def report(
    form: str, compared: "Sequence[Compared]", output: str | None, theme: str | None = None
) -> str:
    """What is told of a comparison, made by a module that nothing else needs. ``theme`` is for
    pictures.
    """
    module, _, name = FORMATS[form].partition(":")
    made: Callable[..., str] = getattr(import_module(module), name)
    if form != "text":
        return made(compared, theme=theme) if theme else made(compared)
    # Colour is for terminals.
    shown = style()
    return made(compared, replace(shown, colour=False) if output else shown)


def told(status: int, text: str, output: str | None, notes: str = "") -> Outcome:
    """A report on its way to a file, or to standard output."""
    content = text.encode("utf-8", "replace")
    if output:
        return Outcome(status, b"", notes, {output: content})
    return Outcome(status, content, notes)


def comment_from(document: str, output: str | None) -> Outcome:
    """The comment of a comparison that was made elsewhere, by whoever."""
    from jmap.reports.changes import comment
    from jmap.reports.changes.reading import NotTold

    try:
        text = comment(_content(document))
    except OSError as error:
        why = (error.strerror or "no reason given").lower()
        return Outcome(FAILED, notes=f"{document} cannot be read: {why}")
    except NotTold as error:
        source = "standard input" if document == STDIN else document
        return Outcome(FAILED, notes=f"{source} tells of no comparison: {error}")
    return told(FINE, text, output)


def _content(document: str) -> bytes:
    """What is in a file, up to a little more than is taken."""
    from jmap.reports.changes.told import BYTES

    if document == STDIN:
        return sys.stdin.buffer.read(BYTES + 1)
    with Path(document).open("rb") as stream:
        return stream.read(BYTES + 1)
