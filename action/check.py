"""Checks the maps, with annotations on their lines."""

import sys

from action import log
from action.command import jmap
from action.place import Stopped, asked, path
from action.state import state


def run() -> int:
    """Checks; what was found ends the job in its last step."""
    if asked("check") == "false":
        state().but(checked=0)
        return 0
    try:
        noted = asked("annotations") != "false"
        ended = jmap("check", "-f", "github" if noted else "text", path())
    except Stopped as problem:
        log.error(f"the maps could not be checked: {problem}")
        state().but(checked=2)
        return 0
    if noted:
        # Written by jmap, which lets no text of a map become a command.
        sys.stdout.buffer.write(ended.result)
        sys.stdout.buffer.flush()
    else:
        log.say(ended.result.decode("utf-8", "replace"))
    log.say(ended.said)
    if ended.failed:
        log.error(f"the maps could not be checked: {log.lines(ended.said)[0]}")
    state().but(checked=ended.status)
    return 0
