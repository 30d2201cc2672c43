"""Names of revisions as people type them: which are taken, and what one is built on."""

import re
import unicodedata

from jmap.git.failure import GitFailed, shown

LONGEST = 1_000
"""Most characters of a name."""

_PLAIN = frozenset("._/@^~{}-#+,=%")
_JOINERS = "\u200c\u200d"
_STEPS = re.compile(r"[~^]|@\{")


def checked(name: str) -> str:
    """The name itself, if it can be one of a single commit. Raises ``GitFailed``.

    Letters and digits of any script, and what git writes steps with. Git is asked in a way that
    takes nothing for an option; that a name cannot look like one is the second lock.
    """
    if not name:
        raise GitFailed("a revision has no name", "name a branch, a tag or a commit, as in `main`")
    if name[0] in "-^" or len(name) > LONGEST or not all(map(_allowed, name)):
        raise GitFailed(
            f"{shown(name)} cannot be the name of a revision",
            "name a branch, a tag or a commit, as in `main`, `v1.2` or `HEAD~3`",
        )
    if ".." in name:
        raise GitFailed(f"{shown(name)} is a range, not one revision", "name its two ends apart")
    return name


def _allowed(letter: str) -> bool:
    return (
        letter in _PLAIN
        or letter in _JOINERS  # Persian words are written with them
        or unicodedata.category(letter)[0] in "LM"
        or unicodedata.category(letter) == "Nd"
    )


def stem(name: str) -> str:
    """The name that steps start from: `main` of `main~3`."""
    return _STEPS.split(name, maxsplit=1)[0]
