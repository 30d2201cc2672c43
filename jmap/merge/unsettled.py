"""Conflicts within the common ancestor: git makes one of several where histories cross, by a merge
whose conflicts nobody has settled.
"""

import re

from jmap.merge.part import Block, Part

_OPENED = re.compile(r"#[ \t]*<{7,}(?: |$)")
_CLOSED = re.compile(r"#[ \t]*>{7,}(?: |$)")


def mark_unsettled(block: Block) -> None:
    """Marks what was in conflict: none of its versions may count as what was there before both
    sides.
    """
    for part in block.parts:
        part.unsettled = _is_unsettled(part)
        if part.body is not None:
            mark_unsettled(part.body)


def _is_unsettled(part: Part) -> bool:
    opened = False
    for comment in part.above:
        opened = bool(_OPENED.match(comment)) or (opened and not _CLOSED.match(comment))
    return opened
