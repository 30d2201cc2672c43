"""Operands that could mean two things: a file or folder, and what git keeps under the same name.

Whoever makes a pull request may add a folder called `main`. Were that compared in place of the
branch, nothing would seem to have changed, and no gate would hold.
"""

import re
from collections.abc import Sequence
from pathlib import Path

from jmap.cli.sides import is_there
from jmap.git import GitFailed, Repository
from jmap.git.failure import shown
from jmap.git.name import checked
from jmap.git.unknown import verified

_ID = re.compile(r"[0-9a-f]{40}([0-9a-f]{24})?(:.*)?", re.DOTALL)


def require_one_meaning(operands: Sequence[str], path: str) -> None:
    """Raises ``GitFailed`` for an operand that is there as a file or folder, and could be a
    revision. What begins with `./` or `/` is a path and nothing else.
    """
    for operand in operands:
        plain = operand.startswith(".") or Path(operand).is_absolute()
        if plain or not is_there(operand):
            continue
        if "..." in operand or _ID.fullmatch(operand) or _is_revision(operand, operands, path):
            raise GitFailed(
                f"{shown(operand)} may be a file or folder and a revision",
                f"for the file or folder: ./{operand}; for the revision, take away what lies there",
            )


def _is_revision(operand: str, operands: Sequence[str], path: str) -> bool:
    try:
        name = checked(operand.partition(":")[0])
    except GitFailed:
        return False
    try:
        repository = Repository.around(Path(path))
        return repository is not None and verified(repository.folder, name).status == 0
    except GitFailed:
        if len(operands) > 1:
            # Two files may be compared where there is no git, or one that refuses to answer.
            return False
        raise
