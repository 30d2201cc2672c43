"""Patterns of paths: ``*`` and ``?`` within a name, ``**`` across folders. A pattern that names a
folder stands for all that lies in it, and ``.`` for everything. Any other sign is itself.

Patterns may come from somebody else's repository, so nothing here backtracks: the cost is at most
the length of the pattern times that of the path.
"""

from functools import lru_cache


@lru_cache(maxsize=1024)
def matches(pattern: str, path: str) -> bool:
    """Whether a path, with slashes and relative to where patterns start, is meant by a pattern."""
    if not pattern:
        return False
    wanted = [part for part in pattern.split("/") if part not in ("", ".")]
    # reached[n]: the first n parts of the pattern fit the parts of the path so far.
    reached = _past_stars(wanted, {0})
    for part in (part for part in path.split("/") if part):
        if len(wanted) in reached:
            return True
        onward = {at for at in reached if wanted[at] == "**"}
        onward |= {at + 1 for at in reached if _fits(wanted[at], part)}
        reached = _past_stars(wanted, onward)
    return len(wanted) in reached


def _past_stars(wanted: list[str], reached: set[int]) -> set[int]:
    found = set(reached)
    for at, part in enumerate(wanted):
        if at in found and part == "**":
            found.add(at + 1)
    return found


def _fits(pattern: str, name: str) -> bool:
    """Whether one name fits one part: the last star gives way, never an earlier one."""
    at, star, taken = 0, -1, 0
    here = 0
    while here < len(name):
        if at < len(pattern) and pattern[at] in ("?", name[here]) and pattern[at] != "*":
            at, here = at + 1, here + 1
        elif at < len(pattern) and pattern[at] == "*":
            star, taken, at = at, here, at + 1
        elif star >= 0:
            at, taken = star + 1, taken + 1
            here = taken
        else:
            return False
    return pattern[at:].strip("*") == ""
