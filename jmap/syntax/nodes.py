"""The syntax tree: statements with their values, blocks and comments, each knowing where it stands.

A value is the lexer's own token: a ``str`` holding the text as typed, with its kind (``type``) and
its code-point offsets. Nothing is copied and nothing is interpreted here.
"""

from dataclasses import dataclass, field

from lark import Token as Value

from jmap.diagnostics import Diagnostic
from jmap.source import SourceFile, Span

__all__ = ["Comment", "Node", "Parsed", "Value", "span_of", "value"]


@dataclass(slots=True, eq=False)
class Node:
    """A statement: its keyword, the values after it, and its block, if it has one."""

    keyword: Value
    values: list[Value]
    body: "list[Node] | None"
    end: int
    """Offset just after the last character of the statement, its block included."""
    typed: str = ""
    """What was typed for the keyword, where that was mended."""

    @property
    def span(self) -> Span:
        """The keyword alone: what a message about the statement as a whole points at."""
        return span_of(self.keyword)

    @property
    def head(self) -> Span:
        """The keyword and its values, without the block."""
        last = self.values[-1] if self.values else self.keyword
        return Span(span_of(self.keyword).start, span_of(last).end)


@dataclass(slots=True, frozen=True)
class Comment:
    """A comment as typed, from ``#`` to the end of its line, without trailing blanks."""

    text: str
    start: int


@dataclass(slots=True, eq=False)
class Parsed:
    """What a text says, as far as it could be read, with everything that could not."""

    source: SourceFile
    nodes: list[Node] = field(default_factory=list)
    comments: list[Comment] = field(default_factory=list)
    diagnostics: list[Diagnostic] = field(default_factory=list)


def span_of(token: Value) -> Span:
    """Where a value stands."""
    return Span(token.start_pos or 0, token.end_pos or 0)


def value(kind: str, text: str, start: int = 0, end: int = 0) -> Value:
    """A value that was not typed as such, such as a brace that a message assumes."""
    return Value(kind, text, start_pos=start, end_pos=end)
