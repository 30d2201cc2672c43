"""`git difftool`: the program of the user's that shows a change."""

import os
import subprocess
from collections.abc import Sequence

from jmap.git.program import command

_TOOL = "git-difftool--helper"


def tool_is_asked_for() -> bool:
    """Whether this is `git difftool` at work. Git asks the driver of a file first, although the
    user asked for something else.
    """
    return os.environ.get("GIT_EXTERNAL_DIFF") == _TOOL


def shown_in_tool(arguments: Sequence[str]) -> int:
    """Hands over to the user's tool, as git would have; its exit status."""
    git = command(os.getcwd())[0]
    line = [git, _TOOL.removeprefix("git-"), *arguments]
    return subprocess.run(line, check=False).returncode  # noqa: S603
