"""Commands of a GitHub workflow, in which nobody else's text becomes a command.

The runner that executes workflows looks for commands in every line that is printed, in two
notations: ``::name …::`` where a line starts, and ``##[name …]`` anywhere. What maps say must never
become one: two colons get a space between them, and the other is not left as it is in any report.
"""

import re
from collections import Counter
from collections.abc import Callable, Iterable
from typing import Literal, TypeVar

from jmap.reports.place import Place, file_name
from jmap.reports.visible import IGNORED, visible

SHOWN = 10
"""GitHub shows this many notes of a kind for a step, and drops the rest in silence."""

Note = Literal["error", "warning", "notice"]
T = TypeVar("T")
_COLONS = re.compile(f":(?={IGNORED}*:)")


def command(name: Note, properties: dict[str, str], *lines: str) -> str:
    """One command, with a message of some lines."""
    head = ",".join(f"{key}={_property(value)}" for key, value in properties.items())
    return f"::{name} {head}::" + "%0A".join(_data(line) for line in lines)


def position(where: Place) -> dict[str, str]:
    """The properties that say where a note stands."""
    found = {
        "file": file_name(where.path),
        "line": str(where.line),
        "endLine": str(where.end_line),
    }
    # Columns of a stretch over several lines are refused.
    if where.line == where.end_line:
        found |= {"col": str(where.column), "endColumn": str(where.end_column)}
    return found


def shown(items: Iterable[T], kind: Callable[[T], Note], *, last: int = 0) -> list[T]:
    """Of each kind of note as many as GitHub shows, with room for some last words, which are
    notices.
    """
    room = Counter[Note]({"error": SHOWN, "warning": SHOWN, "notice": SHOWN - last})
    found = []
    for item in items:
        if room[kind(item)]:
            room[kind(item)] -= 1
            found.append(item)
    return found


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")


def _data(text: str) -> str:
    return _COLONS.sub(": ", visible(text)).replace("%", "%25")
