"""Keywords typed with spaces, such as ``moment of truth`` for ``moment-of-truth``."""

from jmap.model.statement import Spec
from jmap.syntax.fold import fold
from jmap.syntax.nodes import Node, span_of, value
from jmap.syntax.words import words

_LONGEST = 3


def mend(node: Node, shape: Spec) -> None:
    """Makes one keyword of the words that a statement starts with, where together they are one.

    ``node.typed`` then holds what was typed, so that it can be reported.
    """
    if words().canonical("statements", node.keyword) in shape.body:
        return
    parts = [node.keyword]
    for token in node.values[: _LONGEST - 1]:
        if token.type != "WORD":
            return
        parts.append(token)
        for glue in ("", "-"):
            joined = glue.join(parts)
            name = words().canonical("statements", joined)
            if name not in shape.body:
                continue
            node.typed = " ".join(parts)
            written = words().written("statements", fold(joined))
            start, end = span_of(node.keyword).start, span_of(token).end
            node.keyword = value("WORD", written, start, end)
            node.values = node.values[len(parts) - 1 :]
            return
