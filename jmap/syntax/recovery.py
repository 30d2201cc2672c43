"""Reading on after a mistake, so that one mistake is one message and the rest of the file still
counts.

The parser is fed token by token. What it does not expect is reported, then skipped up to the next
place where the shape is certain again: a line end or a brace. Time is linear in the text, because
every character is looked at once.
"""

import re
from collections import deque
from dataclasses import dataclass, field
from typing import Any

from lark import Lark
from lark.exceptions import UnexpectedCharacters, UnexpectedToken

from jmap import limits
from jmap.diagnostics import Diagnostic, Label
from jmap.source import SourceFile, Span
from jmap.syntax.braces import MissingBrace, missing_braces
from jmap.syntax.characters import SUSPECT
from jmap.syntax.lexing import lexing
from jmap.syntax.nodes import Node, Value, span_of, value
from jmap.syntax.shorten import shorten

# The closing quote is optional, so that a quote without one is passed over once.
_STRING = r'"(?:[^"\\\r\n]|\\[^\r\n])*(?:"|\\?(?=[\r\n]|\Z))'
_REST = re.compile(rf'(?:{_STRING}|[^"\r\n{{}};#])*')
_NEXT_LINE = re.compile(r"(?:\r\n|\n|\r)(?P<indent>[ \t]*)(?=\S)")
_LINE = re.compile(r"[^\r\n]*")
_RUN = re.compile(r'[^\s{};#"«]+')
_QUOTES = "“”„‟‘’'`"


@dataclass(slots=True)
class Recovery:
    """One run over a text that does not parse."""

    source: SourceFile
    parser: Lark
    diagnostics: list[Diagnostic] = field(default_factory=list)
    _missing: deque[MissingBrace] = field(default_factory=deque)
    _open: list[Value] = field(default_factory=list)
    _run: Any = None

    def run(self) -> list[Node]:
        """The statements that can be read; ``diagnostics`` says what cannot."""
        self._missing = deque(missing_braces(self.source))
        self._run = self.parser.parse_interactive(self.source.text)
        while not self._finished():
            if len(self.diagnostics) >= limits.SHOWN:
                self._skip_to(len(self.source.text))
        return self._close()

    def _finished(self) -> bool:
        """Feeds tokens until the text ends (true) or something is unexpected (false)."""
        try:
            for token in self._run.lexer_thread.lex(self._run.parser_state):
                self._feed_missing(token)
                if token.type == "RBRACE" and not self._open:
                    # Offered to the parser, it would end the file's statements before it fails.
                    self._stray(token)
                else:
                    self._feed(token)
        except UnexpectedCharacters:
            self._unexpected_text()
            return False
        except UnexpectedToken as error:
            self._unexpected_token(error.token)
            return False
        return True

    def _feed(self, token: Value) -> None:
        self._run.feed_token(token)
        if token.type == "LBRACE":
            self._open.append(token)
        elif token.type == "RBRACE":
            self._open.pop()
            # A brace that was made up here closes a level too.
            lexing.depth = len(self._open)

    def _feed_missing(self, token: Value) -> None:
        while self._missing and span_of(token).start >= self._missing[0].at:
            missing = self._missing.popleft()
            if missing.brace == "{":
                self._feed_opening(missing)
            elif self._open:
                self._report_unclosed(missing.shown, missing.at)
                self._feed_end(missing.at)
                self._feed(value("RBRACE", "}", missing.at, missing.at))
                self._feed_end(missing.at)

    def _feed_opening(self, missing: MissingBrace) -> None:
        if "LBRACE" not in self._run.choices():
            return
        self._report(
            "missing-brace",
            "the lines below stand in this statement's block, which is never opened",
            missing.shown,
            "add `{` at the end of this line",
        )
        self._feed(value("LBRACE", "{", missing.at, missing.at))

    def _close(self) -> list[Node]:
        end = len(self.source.text)
        for brace in reversed(self._open):
            self._report_unclosed(span_of(brace), end)
            self._run.feed_token(value("RBRACE", "}", end, end))
        nodes: list[Node] = self._run.feed_eof()
        return nodes

    def _report_unclosed(self, brace: Span, end: int) -> None:
        self._report(
            "missing-brace",
            "this block is never closed",
            brace,
            "add `}` on a line of its own after the block",
            (Label(self.source, Span(end, end), "the block seems to end here"),),
        )

    def _unexpected_token(self, token: Value) -> None:
        span = span_of(token)
        if token.type == "LBRACE":
            self._adopt(token)
        elif token.type == "RBRACE":
            self._stray(token)
        elif token.type == "WORD":
            self._second_statement(token)
        else:
            self._report(
                "not-a-statement",
                f"a statement starts with a word, not with {shorten(token)}",
                span,
                "put the statement's keyword first, such as `action` or `think`",
            )
            self._skip_rest()

    def _second_statement(self, word: Value) -> None:
        self._report(
            "needs-a-line",
            f"`{shorten(word)}` starts a new statement, which needs a line of its own",
            span_of(word),
            "start a new line before it, or put `;`",
        )
        self._feed_end(span_of(word).start)
        self._run.feed_token(word)

    def _stray(self, brace: Value) -> None:
        self._report("stray-brace", "this `}` closes nothing", span_of(brace), "delete it")

    def _adopt(self, brace: Value) -> None:
        # A block on its own is read under a nameless statement: what it holds says nothing, and
        # its brace closes.
        self._report(
            "stray-brace",
            "this `{` opens a block that belongs to no statement",
            span_of(brace),
            "put `{` at the end of the line of the statement that owns the block",
        )
        self._feed_end(span_of(brace).start)
        self._run.feed_token(value("WORD", "", *span_of(brace)))
        self._feed(brace)

    def _feed_end(self, offset: int) -> None:
        if "_END" in self._run.choices():
            self._run.feed_token(value("_END", "", offset, offset))

    def _unexpected_text(self) -> None:
        start = self._position()
        char = self.source.text[start]
        if SUSPECT.match(char):
            # Said already, as what it is.
            self._skip_to(start + 1)
        elif self.source.text.startswith('"""', start):
            self._unclosed_block(start)
        elif char in '"«':
            self._unclosed_text(start)
        elif char in _QUOTES:
            self._typographic_quote(start)
        else:
            end = _matched_end(_RUN, self.source.text, start)
            # A blank that is none of the language's is named, for nobody would see it.
            what = shorten(self.source.text[start:end]) or f"U+{ord(char):04X}"
            hint = _instead_of(what)
            self._report("unexpected-text", f"{what} is no value", Span(start, end), hint)
            self._skip_to(end)

    def _unclosed_text(self, start: int) -> None:
        end = self._unclosed_end(start)
        closing = '"' if self.source.text[start] == '"' else "»"
        self._report(
            "unclosed-text",
            "this quote is never closed on its line",
            Span(start, end),
            f'add {closing} at the end of the text, or use """ for text on several lines',
        )
        self._skip_to(end)

    def _unclosed_block(self, start: int) -> None:
        end = self._block_end(start)
        self._report(
            "unclosed-text",
            "this text of several lines is never closed",
            Span(start, start + 3),
            'add """ on a line of its own after the text',
            (Label(self.source, Span(end, end), "the text seems to end here"),),
        )
        self._skip_to(end)

    def _block_end(self, start: int) -> int:
        # The text ends before the first line that is indented no deeper than the statement.
        text = self.source.text
        line = text[text.rfind("\n", 0, start) + 1 : start]
        indent = len(line) - len(line.lstrip(" \t"))
        for match in _NEXT_LINE.finditer(text, start):
            if len(match["indent"]) <= indent:
                return match.start()
        return len(text)

    def _unclosed_end(self, start: int) -> int:
        # A brace at the end of the line is taken for the statement's own: its block is still there.
        line = self.source.text[start : _matched_end(_LINE, self.source.text, start)].rstrip()
        return start + max(1, len(line.removesuffix("{").rstrip()))

    def _typographic_quote(self, start: int) -> None:
        self._report(
            "typographic-quote",
            f"{self.source.text[start]} does not quote text here",
            Span(start, start + 1),
            'type a straight double quote: "',
        )
        self._skip_rest()

    def _report(
        self, name: str, message: str, span: Span, hint: str, labels: tuple[Label, ...] = ()
    ) -> None:
        self.diagnostics.append(
            Diagnostic(name, message, self.source, span, help=hint, labels=labels)
        )

    def _position(self) -> int:
        return int(self._run.lexer_thread.state.line_ctr.char_pos)

    def _skip_rest(self) -> None:
        self._skip_to(_matched_end(_REST, self.source.text, self._position()))

    def _skip_to(self, end: int) -> None:
        counter = self._run.lexer_thread.state.line_ctr
        counter.char_pos = max(end, counter.char_pos)


def _instead_of(what: str) -> str:
    if what[0].isdecimal():
        return "write a date as 2026-11-21, and a unit right after its number"
    if what[0] in ",،":
        return "delete it, and start a new line for another value"
    if what[0] in ":=->":
        return f"delete `{what[0]}`: values follow their keyword with only a space between"
    return "put text in double quotes"


def _matched_end(pattern: re.Pattern[str], text: str, start: int) -> int:
    match = pattern.match(text, start)
    return max(start + 1, match.end() if match else 0)
