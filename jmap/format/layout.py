"""The one layout of journey files: two spaces a level, one statement a line, comments where they
stood.
"""

from dataclasses import dataclass, field

from jmap.format.lines import INDENT, head_text, keyword_text, value_text
from jmap.format.reading import Reading
from jmap.model.forms import Form
from jmap.source import SourceFile
from jmap.syntax.nodes import Comment, Node, span_of

WIDTH = 100
"""A block that was written on one line stays there if it fits into this many columns."""


@dataclass(slots=True)
class Layout:
    """Lays out one text. Comments are consumed in the order in which they stand."""

    reading: Reading
    language: str
    lines: list[str] = field(default_factory=list)
    _comments: list[Comment] = field(default_factory=list)
    _next: int = 0
    _last_line: int = 0
    """The source line on which what was printed last ended; 0 at the start of a block."""

    def text(self) -> str:
        """The whole text, ending in a line end unless it is empty."""
        self._comments = self.reading.parsed.comments
        self._block(self.reading.parsed.nodes, "", len(self._source.text) + 1)
        assert self._next == len(self._comments)
        return "\n".join(self.lines) + "\n" if self.lines else ""

    @property
    def _source(self) -> SourceFile:
        return self.reading.parsed.source

    def _line(self, offset: int) -> int:
        return self._source.position(offset).line

    def _block(self, nodes: list[Node], indent: str, end: int) -> None:
        self._last_line = 0
        starts = [span_of(node.keyword).start for node in nodes]
        for at, node in enumerate(nodes):
            if not indent and self._last_line and self._has_comment(starts[at]):
                self._space_before(nodes, at, indent)
            self._own_lines(indent, starts[at])
            self._space_before(nodes, at, indent)
            self._statement(node, indent)
            self._trailing(starts[at + 1] if at + 1 < len(nodes) else end)
        self._own_lines(indent, end)

    def _space_before(self, nodes: list[Node], at: int, indent: str) -> None:
        start = span_of(nodes[at].keyword).start
        around = nodes[max(at - 1, 0) : at + 1]
        if self._last_line and not indent and self._stands_apart(around):
            self._blank()
        else:
            self._keep_blank(start)

    def _stands_apart(self, around: list[Node]) -> bool:
        # At the top of a file, what fills several lines has room around it; a comment stays with
        # what it precedes.
        if self.lines and self.lines[-1].startswith("#"):
            return False
        return any(node.body and self._inline(node, "") is None for node in around)

    def _statement(self, node: Node, indent: str) -> None:
        inline = self._inline(node, indent)
        if inline is not None:
            self.lines += (indent + inline).split("\n")
        elif node.body or self._has_comment(node.end):
            self._tall(node, indent)
        else:
            self.lines += (indent + self._head(node, indent)).split("\n")
        self._last_line = self._line(node.end)

    def _tall(self, node: Node, indent: str) -> None:
        body = node.body or []
        self.lines += f"{indent}{self._head(node, indent)} {{".split("\n")
        self._last_line = self._line(node.head.end)
        self._trailing(span_of(body[0].keyword).start if body else node.end)
        self._block(body, indent + INDENT, node.end)
        self.lines.append(indent + "}")

    def _own_lines(self, indent: str, end: int) -> None:
        while self._has_comment(end):
            comment = self._comments[self._next]
            self._keep_blank(comment.start)
            self.lines.append(indent + comment.text)
            self._last_line = self._line(comment.start)
            self._next += 1

    def _trailing(self, end: int) -> None:
        if (
            self._has_comment(end)
            and self._line(self._comments[self._next].start) == self._last_line
        ):
            self.lines[-1] += " " + self._comments[self._next].text
            self._next += 1

    def _has_comment(self, end: int) -> bool:
        return self._next < len(self._comments) and self._comments[self._next].start < end

    def _keep_blank(self, start: int) -> None:
        if self._last_line and self._line(start) > self._last_line + 1:
            self._blank()

    def _blank(self) -> None:
        if self.lines and self.lines[-1]:
            self.lines.append("")

    def _head(self, node: Node, indent: str) -> str:
        placed = self.reading.placed[node]
        field_ = placed.field
        if isinstance(field_.item, type):
            values = {
                head.name: True if head.form is None else head.form.read(token)
                for head, token in placed.values
                if head is not None
            }
            return head_text(field_, values, self.language, indent)
        if not isinstance(field_.item, Form):
            return keyword_text(field_, self.language)
        value = field_.item.read(placed.values[0][1])
        return value_text(field_, value, self.language, indent)

    def _inline(self, node: Node, indent: str) -> str | None:
        """A block of one short line that was written on one line."""
        body = node.body or []
        if len(body) != 1 or body[0].body is not None or self._has_comment(node.end):
            return None
        if self._line(span_of(node.keyword).start) != self._line(node.end):
            return None
        text = f"{self._head(node, indent)} {{ {self._head(body[0], indent)} }}"
        return text if len(indent + text) <= WIDTH and "\n" not in text else None
