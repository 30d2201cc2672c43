"""Findings as commands of a GitHub workflow: notes on the lines of a change."""

from jmap.diagnostics import Diagnostic, Severity
from jmap.reports.place import is_file, place
from jmap.reports.run import Run
from jmap.reports.style import Style
from jmap.reports.workflow import SHOWN, Note, command, position, shown

_NOTES: dict[Severity, Note] = {
    Severity.ERROR: "error",
    Severity.WARNING: "warning",
    Severity.INFO: "notice",
}


def github(run: Run, _style: Style) -> str:
    """A command a finding, errors first, of each kind what GitHub shows; then how many more there
    are. Nothing for none.
    """
    ranked = sorted(run.diagnostics, key=lambda item: item.severity.rank)
    kept = shown(ranked, _note)
    if len(kept) < len(ranked):
        kept = shown(ranked, _note, last=1)
    lines = [_command(item) for item in kept]
    if len(kept) < len(ranked):
        lines.append(_more(len(ranked) - len(kept)))
    return "".join(line + "\n" for line in lines)


def _note(item: Diagnostic) -> Note:
    return _NOTES[item.severity]


def _more(number: int) -> str:
    findings = "1 finding is" if number == 1 else f"{number} findings are"
    return command(
        "notice",
        {"title": "jmap"},
        f"{findings} not shown here: GitHub shows {SHOWN} of a kind; `jmap check` prints all",
    )


def _command(item: Diagnostic) -> str:
    properties = {"title": f"jmap ({item.name})"}
    message = [item.message]
    if is_file(item.path):
        properties |= position(place(item.source, item.span))
    else:
        message = [f"{place(item.source, item.span).start}: {item.message}"]
    if item.help:
        message.append(f"help: {item.help}")
    return command(_note(item), properties, *message)
