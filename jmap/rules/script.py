"""A file as it is written: for rules about texts and letters rather than about what they mean."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from jmap.diagnostics import Diagnostic
from jmap.rules.pattern import Pattern
from jmap.source import SourceFile, Span
from jmap.syntax.nodes import Node, Parsed, Value, span_of
from jmap.syntax.words import words

OPAQUE = "\ufffc"
"""What stands for a character that was typed as a number, ``\\u{200c}``: no rule knows it."""
_TEXTS = ("STRING", "TEXT")
_ESCAPE = Pattern(r"\\(?:u\{[0-9a-fA-F]{1,6}\}|.)", re.DOTALL)


@dataclass(slots=True, eq=False)
class Words:
    """A text between quotes as it was typed, its quotes and escapes included."""

    token: Value
    statement: str
    """The keyword of its statement, by its English name."""
    language: str = ""
    """The language that is stated for it, in small letters; that of its journey, or of all journeys
    of its file.
    """
    _shown: str | None = field(default=None, repr=False)

    @property
    def raw(self) -> str:
        """What was typed, from quote to quote."""
        return str(self.token)

    @property
    def shown(self) -> str:
        """As long as ``raw``, with what each escape shows in its place: ends of lines, quotes."""
        if self._shown is None:
            typed = str(self.token)
            self._shown = _ESCAPE.sub(_shown, typed) if "\\" in typed else typed
        return self._shown

    @property
    def start(self) -> int:
        """Where the text begins in ``raw``, behind its quotes."""
        return 3 if self.token.type == "TEXT" else 1

    @property
    def end(self) -> int:
        """Where the text ends in ``raw``, before its quotes."""
        return len(self.token) - self.start

    def span(self, start: int, end: int) -> Span:
        """A stretch of ``raw`` as a place in the file."""
        offset = span_of(self.token).start
        return Span(offset + start, offset + end)


@dataclass(slots=True, eq=False)
class Script:
    """One file that was read."""

    parsed: Parsed
    notes: tuple[Diagnostic, ...] = field(default=(), repr=False)
    """What was noted of it when it was read, and is no error."""
    _texts: tuple[Words, ...] | None = field(default=None, repr=False)

    @property
    def source(self) -> SourceFile:
        """The text of the file, with its path."""
        return self.parsed.source

    @property
    def texts(self) -> tuple[Words, ...]:
        """Every text between quotes, in order. Comments are not among them, nor are imports and
        addresses.
        """
        if self._texts is None:
            self._texts = tuple(_all_texts(self.parsed.nodes))
        return self._texts

    @property
    def ids(self) -> Iterator[Value]:
        """Every word behind a keyword, in order: ids, references, choices."""
        for node in _below(self.parsed.nodes):
            yield from (token for token in node.values if token.type == "WORD")


_PATHS = ("import", "image", "file")
_ADDRESSED = ("link", "evidence")
"""Statements whose second text is an address."""


def _all_texts(nodes: list[Node]) -> Iterator[Words]:
    stated = {id(node): _language(node) for node in nodes}
    languages = {language for language in stated.values() if language}
    usual = languages.pop() if len(languages) == 1 else ""
    for node in nodes:
        yield from _texts(node, stated[id(node)] or usual)


def _language(node: Node) -> str:
    """What the journey of a node states, if it is one."""
    if words().canonical("statements", node.keyword) != "journey":
        return ""
    for child in node.body or ():
        if words().canonical("statements", child.keyword) == "language" and child.values:
            return str(child.values[0]).lower()
    return ""


def _texts(top: Node, language: str) -> Iterator[Words]:
    for node in _below([top]):
        statement = words().canonical("statements", node.keyword)
        found = [token for token in node.values if token.type in _TEXTS]
        if statement in _ADDRESSED:
            found = found[:1]
        if statement not in _PATHS:
            yield from (Words(token, statement, language) for token in found)


def _below(nodes: list[Node]) -> Iterator[Node]:
    waiting = list(reversed(nodes))
    while waiting:
        node = waiting.pop()
        yield node
        waiting += reversed(node.body or ())


def _shown(match: re.Match[str]) -> str:
    escape = match[0]
    if escape[1] in "nt":
        return "\n" * len(escape)
    return escape[1] * 2 if len(escape) == 2 else OPAQUE * len(escape)
