"""A file as its author laid it out: statements with the comments that belong to them, and comments
that stand alone.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from dataclasses import field as made
from typing import Any

from jmap.diff.shape import lists_parts
from jmap.model.statement import BodyField, spec

COMMENT = "#"
"""The field of a comment that stands alone."""
UNKNOWN = "?"
"""The field of a statement that the language does not know."""


class Thinned(Exception):
    """Raised where a block is needed that was passed over."""


@dataclass(slots=True, eq=False)
class Block:
    """What stands between two braces, or in a file."""

    parts: list["Part"] = made(default_factory=list)
    blank: int = 0
    """Blank lines after the last of them."""


@dataclass(slots=True, eq=False)
class Part:
    """A statement, or a comment that stands alone, with all that belongs to it."""

    field: str
    """The name of the field that it fills, or ``COMMENT``, or ``UNKNOWN``."""
    text: str | None
    """As typed, its block included, without the comments around it; none where it is made up of
    what stood elsewhere.
    """
    kind: BodyField | None = None
    item: Any = None
    """What it says, its block included; of an unknown statement and a comment the text."""
    above: list[str] = made(default_factory=list)
    """The comments on the lines directly above it."""
    blank: int = 0
    """Blank lines above all that."""
    indent: str | None = None
    """What stands before it on its line; none where that is another statement."""
    head: str = ""
    """Its keyword and values, as typed."""
    opened: str = " {"
    """What follows on the line of the head, where it has a block: the brace and a comment."""
    body: Block | None = None
    tail: str = ""
    """The comment behind it, with the blanks before it."""
    first: bool = False
    """Whether it is the first of its block."""
    doubtful: bool = False
    """Whether its line holds more than was understood."""
    unsettled: bool = False
    """Whether it was in conflict itself, in an ancestor that git has made of several."""
    thinned: bool = False
    """Whether its block was passed over when it was read."""

    @property
    def many(self) -> bool:
        """Whether it is one of several of its kind."""
        return self.kind is None or self.kind.many

    @property
    def ordered(self) -> bool:
        """Whether its place among those of its kind says something."""
        return self.kind is not None and self.kind.ordered

    @property
    def has_fields(self) -> bool:
        """Whether it is a statement with a block of its own, each of whose values is a field."""
        return self.kind is not None and lists_parts(self.kind)

    @property
    def heads(self) -> dict[str, Any]:
        """The values on its line, by field."""
        assert self.kind is not None
        return {head.name: getattr(self.item, head.name) for head in spec(self.kind.item).heads}

    @property
    def said(self) -> Any:
        """What it says by itself, without its block."""
        if self.unsettled:
            return object()
        said = self.heads if self.has_fields else self.item
        return (said, self.head) if self.doubtful else said

    def comments(self, without: frozenset[int] = frozenset()) -> Iterator[str]:
        """Every comment in it and around it, but for those of some parts by identity."""
        if id(self) in without:
            return
        if self.field == COMMENT:
            yield str(self.item)
            return
        yield from self.above
        if "#" in self.opened:
            yield self.opened.partition("#")[2]
        for part in self.body.parts if self.body else ():
            yield from part.comments(without)
        if self.tail:
            yield self.tail.strip()
