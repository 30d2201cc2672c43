"""Which comments, blank lines and blanks belong to which statement."""

from collections.abc import Callable
from dataclasses import dataclass, field

from jmap.merge.part import COMMENT, UNKNOWN, Block, Part
from jmap.source import SourceFile
from jmap.syntax.nodes import Comment, Node, Parsed, span_of

_BLANK = " \t\u00a0\u200e\u200f\u061c"


@dataclass(slots=True)
class Scan:
    """One pass over a parsed text. Comments are consumed in the order in which they stand."""

    parsed: Parsed
    text: str
    part: Callable[[Node, Parsed], Part]
    _next: int = 0

    def file(self) -> Block:
        """The statements at the top of the file."""
        return _Gathering(self).block(self.parsed.nodes, 0, len(self.text), None)

    @property
    def source(self) -> SourceFile:
        """The text with its lines."""
        return self.parsed.source

    def comment(self, before: int) -> Comment | None:
        """The next comment, if it stands before an offset."""
        comments = self.parsed.comments
        if self._next < len(comments) and comments[self._next].start < before:
            self._next += 1
            return comments[self._next - 1]
        return None

    def line(self, offset: int) -> int:
        """The line of an offset."""
        return self.source.position(offset).line

    def indent(self, offset: int) -> str | None:
        """What stands before an offset on its line; none where that is not only blanks."""
        before = self.text[self.text.rfind("\n", 0, offset) + 1 : offset]
        return None if before.strip(_BLANK) else before


@dataclass(slots=True)
class _Gathering:
    """One block on the way."""

    scan: Scan
    made: Block = field(default_factory=Block)
    last: int = 0
    """The line on which what was gathered last ends."""
    end: int = 0
    """The offset at which that ends."""
    waiting: list[Comment] = field(default_factory=list)
    """Comments on lines of their own, one directly below the other."""
    owner: Part | None = None
    """Whose block it is."""

    def block(self, nodes: list[Node], start: int, end: int, owner: Part | None) -> Block:
        """The statements between two offsets; ``owner`` is whose block it is."""
        self.end, self.owner = start, owner
        self.last = self.scan.line(start) if owner else 0
        before = owner
        for node in nodes:
            self._comments(span_of(node.keyword).start, before)
            before = self._statement(node)
        self._comments(end, before)
        self._stand_alone()
        # The line of the closing brace, or that behind the last of the file.
        self.made.blank = max(0, self.scan.line(end) - self.last - 1)
        for part in self.made.parts[:1]:
            part.first = True
        return self.made

    def _comments(self, until: int, before: Part | None) -> None:
        while comment := self.scan.comment(until):
            line = self.scan.line(comment.start)
            if before is not None and line == self.last and not self.waiting:
                self._behind(before, comment)
                continue
            if self.waiting and line > self.scan.line(self.waiting[-1].start) + 1:
                self._stand_alone()
            self.waiting.append(comment)

    def _behind(self, part: Part, comment: Comment) -> None:
        """A comment on the line of a statement, or of the brace that opens its block."""
        gap = self.scan.text[self.end : comment.start].replace(";", "") or " "
        if part is self.owner:
            part.opened += gap + comment.text
        else:
            part.tail = gap + comment.text

    def _stand_alone(self) -> None:
        if not self.waiting:
            return
        lines = [self.scan.line(comment.start) for comment in (self.waiting[0], self.waiting[-1])]
        text = "\n".join(comment.text for comment in self.waiting)
        part = Part(COMMENT, text, item=text, head=text)
        part.indent = self.scan.indent(self.waiting[0].start)
        part.blank = max(0, lines[0] - self.last - 1)
        self.made.parts.append(part)
        self.last, self.waiting = lines[1], []

    def _statement(self, node: Node) -> Part:
        start = span_of(node.keyword).start
        line = self.scan.line(start)
        if self.waiting and line > self.scan.line(self.waiting[-1].start) + 1:
            self._stand_alone()
        part = self.scan.part(node, self.scan.parsed)
        part.above = [comment.text for comment in self.waiting]
        first = self.scan.line(self.waiting[0].start) if self.waiting else line
        part.blank = max(0, first - self.last - 1)
        part.indent = self.scan.indent(start)
        self.waiting = []
        self.made.parts.append(part)
        if node.body is not None and part.field != UNKNOWN:
            self._body(part, node, start)
        elif node.body is not None:
            while self.scan.comment(node.end):
                continue  # they are part of what was typed
        self.last, self.end = self.scan.line(node.end), node.end
        return part

    def _body(self, part: Part, node: Node, start: int) -> None:
        head = start + len(part.head)
        brace = self.scan.text.index("{", head)
        part.opened = self.scan.text[head : brace + 1]
        part.body = Block()
        assert node.body is not None
        part.body = _Gathering(self.scan).block(node.body, brace + 1, node.end - 1, part)
        part.thinned = (
            not node.body
            and self.scan.source.text is not self.scan.text
            and (bool(self.scan.text[brace + 1 : node.end - 1].strip()))
        )
