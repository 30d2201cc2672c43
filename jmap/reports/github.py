"""Findings as commands of a GitHub workflow: notes on the lines of a change.

The runner that executes workflows looks for commands in every line that is printed, in two
notations: ``::name …::`` where a line starts, and ``##[name …]`` anywhere. What maps say must never
become one: two colons get a space between them, and the other is not left as it is in any report.
"""

import re
from collections.abc import Sequence

from jmap.diagnostics import Diagnostic, Severity
from jmap.reports.place import file_name, is_file, place
from jmap.reports.run import Run
from jmap.reports.style import Style
from jmap.reports.visible import IGNORED, visible

SHOWN = 10
"""GitHub shows this many notes of a kind for a step, and drops the rest in silence."""

_COMMANDS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "notice"}
_COLONS = re.compile(f":(?={IGNORED}*:)")


def github(run: Run, _style: Style) -> str:
    """A command a finding, errors first, of each kind what GitHub shows; then how many more there
    are. Nothing for none.
    """
    ranked = sorted(run.diagnostics, key=lambda item: item.severity.rank)
    shown = _first(ranked, SHOWN)
    if len(shown) < len(ranked):
        # The last word is a notice, and needs its room among them.
        shown = _first(ranked, SHOWN - 1)
    lines = [_command(item) for item in shown]
    if len(shown) < len(ranked):
        lines.append(_more(len(ranked) - len(shown)))
    return "".join(line + "\n" for line in lines)


def _first(ranked: Sequence[Diagnostic], notices: int) -> list[Diagnostic]:
    room = {Severity.ERROR: SHOWN, Severity.WARNING: SHOWN, Severity.INFO: notices}
    found = []
    for item in ranked:
        if room[item.severity]:
            room[item.severity] -= 1
            found.append(item)
    return found


def _more(number: int) -> str:
    findings = "1 finding is" if number == 1 else f"{number} findings are"
    return _written(
        "notice",
        {"title": "jmap"},
        f"{findings} not shown here: GitHub shows {SHOWN} of a kind; `jmap check` prints all",
    )


def _command(item: Diagnostic) -> str:
    properties = {"title": f"jmap ({item.name})"}
    message = [item.message]
    if is_file(item.path):
        properties |= _place(item)
    else:
        message = [f"{place(item.source, item.span).start}: {item.message}"]
    if item.help:
        message.append(f"help: {item.help}")
    return _written(_COMMANDS[item.severity], properties, *message)


def _place(item: Diagnostic) -> dict[str, str]:
    where = place(item.source, item.span)
    found = {"file": file_name(item.path), "line": str(where.line), "endLine": str(where.end_line)}
    # Columns of a stretch over several lines are refused.
    if where.line == where.end_line:
        found |= {"col": str(where.column), "endColumn": str(where.end_column)}
    return found


def _written(command: str, properties: dict[str, str], *lines: str) -> str:
    head = ",".join(f"{name}={_property(value)}" for name, value in properties.items())
    return f"::{command} {head}::" + "%0A".join(_data(line) for line in lines)


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")


def _data(text: str) -> str:
    return _COLONS.sub(": ", visible(text)).replace("%", "%25")
