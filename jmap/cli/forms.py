"""The forms in which changes are told: several reports of one comparison, and where each goes."""

import os
import sys
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from importlib import import_module
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING, Any

import click
from click.shell_completion import CompletionItem

from jmap.cli.group import FAILED, FINE
from jmap.cli.outcome import Outcome
from jmap.cli.terminal import STDIN, style
from jmap.paths import CONFIG, SHARED, SUFFIX

if TYPE_CHECKING:
    from jmap.reports.changes.compared import Compared
    from jmap.reports.changes.told import Told

_REPORTS = "jmap.reports.changes"
_OF_TOLD = {
    "md": f"{_REPORTS}.markdown:comment",
    "json": f"{_REPORTS}.json:written",
    "github": f"{_REPORTS}.github:notes",
    "sarif": f"{_REPORTS}.sarif:results",
    "junit": f"{_REPORTS}.junit:cases",
}
"""The forms that are made of what is told of a comparison: it is found once for all of them."""
FORMATS = {
    "text": f"{_REPORTS}.text:text",
    **_OF_TOLD,
    "svg": "jmap.pictures.overlay:svg",
    "html": "jmap.renderers.html.overlay:html",
}
"""The forms of a report, and the function that makes each."""
STDOUT = STDIN
"""What stands for standard output in the place of a file."""
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
_STEM = "changes"
"""The name of reports in a folder, before their suffix."""


@dataclass(frozen=True, slots=True)
class Given:
    """One ``--format``: a format, and the file that it names for it, if any."""

    form: str
    file: str | None = None


@dataclass(frozen=True, slots=True)
class Report:
    """One report to make, and where it goes: a file, or standard output."""

    form: str
    target: str = STDOUT


class Form(click.ParamType[Given]):
    """``FORMAT`` or ``FORMAT=FILE``."""

    name = "form"

    def get_metavar(self, param: click.Parameter, ctx: click.Context) -> str:
        """All formats, as click shows a choice."""
        return f"[{'|'.join(FORMATS)}][=FILE]"

    def convert(
        self, value: Any, param: click.Parameter | None, ctx: click.Context | None
    ) -> Given:
        """The format that is named, and its file."""
        if isinstance(value, Given):
            return value
        form, equals, file = str(value).partition("=")
        if form not in FORMATS:
            self.fail(f"{form!r} is not one of {', '.join(map(repr, FORMATS))}.", param, ctx)
        if equals and not file:
            self.fail(f"{value!r} names no file.", param, ctx)
        return Given(form, file or None)

    def shell_complete(
        self, ctx: click.Context, param: click.Parameter, incomplete: str
    ) -> list[CompletionItem]:
        """The formats that begin so; after ``=``, files."""
        if "=" in incomplete:
            return [CompletionItem(incomplete, type="file")]
        return [CompletionItem(form) for form in FORMATS if form.startswith(incomplete)]


def reports(given: Sequence[Given], output: str | None) -> tuple[Report, ...]:
    """What to make of what was asked for. A format without a file goes to ``output``, or else to
    standard output. Raises a usage error where that cannot be.
    """
    forms = dict.fromkeys(one.form for one in given if one.file is None)
    found = [Report(one.form, one.file) for one in dict.fromkeys(given) if one.file is not None]
    if output is not None:
        found += _put(tuple(forms), output)
    elif len(forms) > 1:
        raise click.UsageError(
            f"{' and '.join(forms)} would both go to standard output: "
            f"say where to, such as -f {next(iter(forms))}=FILE, or name a folder with -o"
        )
    else:
        found += [Report(form) for form in forms or ([] if found else ["text"])]
    for one in found:
        require_target(one.target, one.form)
    _require_apart(found)
    return tuple(found)


def _put(forms: Sequence[str], output: str) -> list[Report]:
    """The formats that have no file of their own, in the file or folder of ``-o``."""
    if output.endswith(("/", os.sep)) or Path(output).is_dir():
        if not forms:
            raise click.UsageError(f"say what to write into {output}: -f md, or another format")
        return [Report(form, str(Path(output) / f"{_STEM}{_suffix(form)}")) for form in forms]
    if len(forms) > 1:
        raise click.UsageError(
            f"this makes {len(forms)} reports, and {output} is a file: name a folder"
        )
    return [Report(next(iter(forms), form_of(output)), output)]


def _suffix(form: str) -> str:
    return next((suffix for suffix, one in _SUFFIXES.items() if one == form), f".{form}")


def _require_apart(found: Sequence[Report]) -> None:
    """Two reports in one place would leave one of them."""
    seen: set[str] = set()
    for one in found:
        place = one.target if one.target == STDOUT else os.path.realpath(one.target)
        if place in seen:
            where = "standard output" if one.target == STDOUT else one.target
            raise click.UsageError(f"two reports would both go to {where}")
        seen.add(place)


def form_of(output: str | None) -> str:
    """The format that the name of a file says."""
    form = _SUFFIXES.get(PurePosixPath(output or "").suffix.lower(), "text")
    return form if form in FORMATS else "text"


def require_target(output: str | None, form: str) -> None:
    """Raises a usage error for a file that no report should be written to."""
    if not output or output == STDOUT:
        return
    path = PurePosixPath(output)
    if path.suffix == SUFFIX or path.name in (CONFIG, SHARED):
        raise click.UsageError(f"{output} is a source: a report would replace it")
    named = _SUFFIXES.get(path.suffix.lower(), form)
    # A slip between -f and -o would leave a file that nothing opens.
    if named in _STRICT and form != named and (form, named) not in _ALIKE:
        raise click.UsageError(f"{output} names the format {named}, but -f asks for {form}")


def require_other(wanted: Sequence[Report], compared: "Sequence[Compared]") -> None:
    """Raises a usage error where a report would be written over what it is about."""
    sides = [side for one in compared for side in (one.old, one.new)]
    sources = {file.real for side in sides for file in side.read}
    for one in wanted:
        if one.target != STDOUT and os.path.realpath(one.target) in sources:
            raise click.UsageError(f"{one.target} is a source of these maps: name another file")


def told_in(
    wanted: Sequence[Report],
    compared: "Sequence[Compared]",
    status: int,
    *,
    notes: str = "",
    theme: str | None = None,
) -> Outcome:
    """All reports of one comparison. Nothing is printed or written before each of them is made.
    ``theme`` is for pictures.
    """
    found = _found(compared) if any(one.form in _OF_TOLD for one in wanted) else None
    made = {one.target: _text(one, compared, found, theme) for one in wanted}
    content = {target: text.encode("utf-8", "replace") for target, text in made.items()}
    return Outcome(status, content.pop(STDOUT, b""), notes, content)


def _found(compared: "Sequence[Compared]") -> "Told":
    from jmap.reports.changes.telling import told

    return told(compared)


def _text(
    one: Report, compared: "Sequence[Compared]", found: "Told | None", theme: str | None
) -> str:
    """One report, made by a module that nothing else needs."""
    module, _, name = FORMATS[one.form].partition(":")
    make: Callable[..., str] = getattr(import_module(module), name)
    if one.form in _OF_TOLD:
        return make(found)
    if one.form == "text":
        # Colour is for terminals.
        shown = style()
        return make(compared, shown if one.target == STDOUT else replace(shown, colour=False))
    return make(compared, theme=theme) if theme and one.form == "svg" else make(compared)


def comment_from(document: str, wanted: Sequence[Report]) -> Outcome:
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
    content = {one.target: text.encode("utf-8", "replace") for one in wanted}
    return Outcome(FINE, content.pop(STDOUT, b""), "", content)


def _content(document: str) -> bytes:
    """What is in a file, up to a little more than is taken."""
    from jmap.reports.changes.told import BYTES

    if document == STDIN:
        return sys.stdin.buffer.read(BYTES + 1)
    with Path(document).open("rb") as stream:
        return stream.read(BYTES + 1)
