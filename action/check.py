"""Checks the maps, with annotations on their lines."""

import sys

from action import log
from action.command import jmap
from action.place import Stopped, asked, maps, path
from action.state import state


def run() -> int:
    """Checks; what was found ends the job in its last step."""
    status = 0
    if asked("check") != "false":
        try:
            status = _checked()
        except Stopped as problem:
            log.error(f"the maps could not be checked: {problem}")
            status = 2
    state().but(checked=status)
    return 0


def _checked() -> int:
    if (state().base or path() == ".") and not any(maps()):
        # Whether that may be is for the comparison: they may be gone, or not there yet.
        log.say("there is no map to check")
        return 0
    noted = asked("annotations") != "false"
    ended = jmap("check", "-f", "github" if noted else "text", path())
    if noted:
        # Written by jmap, which lets no text of a map become a command.
        sys.stdout.buffer.write(ended.result)
        sys.stdout.buffer.flush()
    else:
        log.say(ended.result.decode("utf-8", "replace"))
    log.say(ended.said)
    if ended.failed:
        log.error(f"the maps could not be checked: {log.lines(ended.said)[0]}")
    return ended.status
