"""What GitHub's runner, which executes workflows, takes for commands in the output of a program.

The rules are those of its own parser, ``ActionCommand`` in the repository actions/runner: a line
that starts with ``::`` is tried first, then ``##[`` anywhere in a line. The parser compares as
people of some language would and so skips characters without width; here a line is read with them
and without, and either way counts.
"""

import re
from dataclasses import dataclass, field

from jmap.reports.visible import IGNORED

COMMANDS = frozenset(
    [
        *("add-mask", "add-matcher", "add-path", "debug", "echo", "endgroup", "error", "group"),
        *("internal-set-repo-path", "notice", "remove-matcher", "save-state", "set-env"),
        *("set-output", "stop-commands", "warning"),
    ]
)

_LINE_END = re.compile(r"\r\n|\r|\n")
_V1_CODES = {"%3B": ";", "%0D": "\r", "%0A": "\n", "%5D": "]", "%25": "%"}
_DATA_CODES = {"%0D": "\r", "%0A": "\n", "%25": "%"}
_PROPERTY_CODES = {"%0D": "\r", "%0A": "\n", "%3A": ":", "%2C": ",", "%25": "%"}


@dataclass(frozen=True, slots=True)
class Command:
    """One command that the runner would execute."""

    name: str
    properties: dict[str, str] = field(default_factory=dict)
    data: str = ""


def commands(output: str) -> list[Command]:
    """Every command in an output, in order of its lines."""
    found = []
    for line in _LINE_END.split(output):
        command = parsed(line) or parsed(re.sub(IGNORED, "", line))
        if command:
            found.append(command)
    return found


def parsed(line: str) -> Command | None:
    """The command of a line, if it holds one."""
    return _colons(line) or _brackets(line)


def _colons(line: str) -> Command | None:
    line = line.lstrip()
    if not line.startswith("::"):
        return None
    end = line.find("::", 2)
    if end < 0:
        return None
    name, _, told = line[2:end].partition(" ")
    if name.lower() not in COMMANDS:
        return None
    properties = _properties(told.strip(), ",", _PROPERTY_CODES)
    return Command(name, properties, _decoded(line[end + 2 :], _DATA_CODES))


def _brackets(line: str) -> Command | None:
    start = line.find("##[")
    end = line.find("]", start)
    if start < 0 or end < 0:
        return None
    name, _, told = line[start + 3 : end].partition(" ")
    if name.lower() not in COMMANDS:
        return None
    properties = _properties(told, ";", _V1_CODES)
    return Command(name, properties, _decoded(line[end + 1 :], _V1_CODES))


def _properties(told: str, separator: str, codes: dict[str, str]) -> dict[str, str]:
    found = {}
    for pair in told.split(separator):
        name, _, value = pair.lstrip("=").partition("=")
        if name and value:
            found[name] = _decoded(value, codes)
    return found


def _decoded(text: str, codes: dict[str, str]) -> str:
    for code, char in codes.items():
        text = text.replace(code, char)
    return text
