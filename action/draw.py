"""Draws what people look at beside the comment: the site of all maps. The changes on them are drawn
by the step that compares.
"""

from action import log
from action.command import jmap
from action.place import Stopped, maps, own, path
from action.state import state

PAGES = "pages"
"""The folder that becomes an artifact of the run."""


def run() -> int:
    """Draws the site, where there is a map."""
    known = state()
    problems = [known.undrawn] if known.undrawn else []
    try:
        if any(maps()):
            built = jmap("build", "-o", str(own() / PAGES / "site"), path())
            if built.failed:
                problems.append(f"the site could not be built: {built.said}")
    except Stopped as problem:
        problems.append(str(problem))
    for text in problems:
        log.warning(text)
    known.but(undrawn="\n".join(problems))
    return 0
