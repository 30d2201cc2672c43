"""The last step: everything was told, and now the job ends as what was found wants it."""

from action import log
from action.state import State, state


def run() -> int:
    """The exit status of the job: 0 all well, 1 something was found, 2 something could not be
    done.
    """
    known = state()
    failures = list(_failures(known))
    findings = list(_findings(known))
    for text in (*failures, *findings):
        log.error(text)
    if failures:
        return 2
    return 1 if findings else 0


def _failures(known: State) -> list[str]:
    found = []
    if known.checked not in (0, 1):
        found.append("the maps were not checked")
    if not known.compared and not known.nothing:
        found.append("the maps were not compared: what changes for customers is not known")
    if known.undrawn:
        found.append("the pages of this change could not be drawn")
    return found


def _findings(known: State) -> list[str]:
    found = []
    if known.checked == 1:
        found.append("the check found something in the maps")
    if known.compared and known.gate:
        counts = f"{known.worse} for the worse, {known.changes} in all"
        found.append(f"this change does not pass: {counts}; the comment and the summary tell them")
    return found
