"""Draws what people look at beside the comment: the site of all maps, and the changes on them."""

from action import log
from action.command import jmap, kept
from action.place import Stopped, own, path
from action.state import state

PAGES = "pages"
"""The folder that becomes an artifact of the run."""


def run() -> int:
    """Draws both; a comparison that failed has no changes to draw."""
    known = state()
    pages = own() / PAGES
    problems = []
    try:
        built = jmap("build", "-o", str(pages / "site"), path())
        if built.failed:
            problems.append(f"the site could not be built: {built.said}")
        if known.compared:
            drawn = jmap("diff", known.base, known.head, "--path", path(), "-f", "html")
            if drawn.failed:
                problems.append(f"the changes could not be drawn: {drawn.said}")
            else:
                kept("changes.html", pages, drawn.result)
    except Stopped as problem:
        problems.append(str(problem))
    for text in problems:
        log.warning(text)
    known.but(undrawn="\n".join(problems))
    return 0
