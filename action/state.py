"""What the steps of one job know of each other."""

import json
import shutil
from dataclasses import asdict, dataclass, replace
from typing import Any

from action.place import own

_NAME = "state.json"


@dataclass(frozen=True, slots=True)
class State:
    """How far the job is, and what came of it. Nothing in it is true before it was found so."""

    base: str = ""
    """The commit to compare with."""
    head: str = ""
    """The commit at hand."""
    pushed: str = ""
    """The last commit of the pull request, which people know; the one at hand is a trial merge."""
    nothing: str = ""
    """Why there is nothing to compare, where that is no fault."""
    checked: int | None = None
    """The exit status of the check."""
    compared: bool = False
    gate: int = 0
    """The exit status of the comparison, where there was one."""
    worse: int = 0
    better: int = 0
    changes: int = 0
    allowed: int = 0
    quiet: bool = False
    """Whether the comparison has nothing to say."""
    language: str = "en"
    """The language of the comment."""
    failure: str = ""
    """Why the comparison failed: somebody else's words."""
    undrawn: str = ""
    """Why pages could not be drawn: somebody else's words."""

    def but(self, **changes: Any) -> "State":
        """The same with some things found out, kept for the steps that follow."""
        known = replace(self, **changes)
        (own() / _NAME).write_text(json.dumps(asdict(known)), encoding="utf-8")
        return known


def fresh() -> State:
    """What is known at first. What is left of an earlier use in the same job is taken away, but for
    the environment, which is made anew before.
    """
    for one in own().iterdir():
        if one.name == "venv":
            continue
        if one.is_dir():
            shutil.rmtree(one)
        else:
            one.unlink()
    return State().but()


def state() -> State:
    """What is known so far."""
    file = own() / _NAME
    return State(**json.loads(file.read_text(encoding="utf-8"))) if file.is_file() else State()
