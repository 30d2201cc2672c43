"""The line of a statement in three states: what it says decides, and whose words say it."""

from dataclasses import dataclass
from typing import Any

from jmap.format.lines import head_text
from jmap.merge.part import Part
from jmap.syntax.words import words

_ABSENT = object()


@dataclass(frozen=True, slots=True)
class Line:
    """The line that both sides come to; none where they contradict each other."""

    text: str | None


def merged_line(base: Part | None, ours: Part, theirs: Part, indent: str = "") -> Line:
    """The keyword and values of a statement, in the words of the side that has changed them."""
    if ours.head == theirs.head:
        return Line(ours.head)
    said = base.said if base else _ABSENT
    mine, other = ours.said, theirs.said
    if mine == said == other or mine == other:
        # Only how it is written has changed.
        return Line(theirs.head if base and ours.head == base.head else ours.head)
    if mine == said:
        return Line(theirs.head)
    if other == said:
        return Line(ours.head)
    return Line(_composed(base, ours, theirs, indent))


def _composed(base: Part | None, ours: Part, theirs: Part, indent: str) -> str | None:
    """A new line of values of which each was changed by one side at most."""
    parts = [part for part in (base, ours, theirs) if part]
    if base is None or ours.kind is None or any(_whole(part) for part in parts):
        return None
    old, mine, other = base.heads, ours.heads, theirs.heads
    values: dict[str, Any] = {}
    for name in mine:
        if mine[name] not in (old[name], other[name]) and other[name] != old[name]:
            return None
        values[name] = other[name] if mine[name] == old[name] else mine[name]
    spoken = words().language_of("statements", ours.head.split(maxsplit=1)[0])
    return head_text(ours.kind, values, spoken or "en", indent)


def _whole(part: Part) -> bool:
    """Whether the values of a line belong together."""
    return part.doubtful or part.unsettled or not part.has_fields
