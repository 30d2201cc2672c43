"""The merge that git does by itself, line by line: for what is no readable journey file."""

import os
from collections.abc import Sequence
from dataclasses import dataclass

from jmap.git.failure import GitFailed
from jmap.git.running import ask
from jmap.merge.conflict import Labels

_MOST = 127
"""The most conflicts that git tells in its exit status; what is above is a failure."""


@dataclass(frozen=True, slots=True)
class LineMerge:
    """What git came to."""

    content: bytes
    conflicts: int


def merged_lines(base: str, ours: str, theirs: str, labels: Labels) -> LineMerge:
    """Three files merged line by line, conflicts marked in git's own way. Raises ``GitFailed``."""
    names = [part for name in (labels.ours, labels.base, labels.theirs) for part in ("-L", name)]
    size = f"--marker-size={labels.size}"
    paths = [os.path.abspath(path) for path in (ours, base, theirs)]
    answer = ask(os.getcwd(), "merge-file", "-p", "--diff3", size, *names, *_as_paths(paths))
    if not 0 <= answer.status <= _MOST:
        raise GitFailed(answer.complaint.strip() or "git could not merge the lines of this file")
    return LineMerge(answer.output, answer.status)


def _as_paths(paths: Sequence[str]) -> list[str]:
    return ["--", *paths]
