"""Characters that make a text read differently from what it says: controls, reversals, invisible
marks.
"""

import re
from collections.abc import Iterator

from jmap.diagnostics import Diagnostic
from jmap.source import SourceFile, Span

SUSPECT = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\u202a-\u202e\u2066-\u2069"
    "\u115f\u1160\u180e\u200b\u2060-\u2064\u3164\ufeff\uffa0\ufff9-\ufffb\ud800-\udfff"
    "\U000e0000-\U000e007f]"
)
"""A character that no journey needs."""
_OPENERS = "\u2066\u2067\u2068"
_CLOSER = "\u2069"
_REVERSALS = "\u202a\u202b\u202c\u202d\u202e"


def check_characters(source: SourceFile) -> Iterator[Diagnostic]:
    """Characters no journey needs, each at its place. Half-spaces and LRM/RLM marks are fine."""
    if SUSPECT.search(source.text) is None:
        return
    isolates: list[re.Match[str]] = []
    for match in SUSPECT.finditer(source.text):
        if match[0] in _OPENERS or match[0] == _CLOSER:
            isolates.append(match)
        else:
            yield _diagnostic(source, match)
    for match in _unbalanced(source, isolates):
        yield _diagnostic(source, match)


def _unbalanced(source: SourceFile, marks: list[re.Match[str]]) -> Iterator[re.Match[str]]:
    # An isolate that is opened and closed on one line cannot reorder its neighbours: that is its
    # purpose.
    opened: list[re.Match[str]] = []
    for mark in marks:
        if opened and _line(source, opened[-1]) != _line(source, mark):
            yield from opened
            opened = []
        if mark[0] != _CLOSER:
            opened.append(mark)
        elif opened:
            opened.pop()
        else:
            yield mark
    yield from opened


def _line(source: SourceFile, match: re.Match[str]) -> int:
    return source.position(match.start()).line


def _diagnostic(source: SourceFile, match: re.Match[str]) -> Diagnostic:
    name, what = _named(match[0])
    return Diagnostic(
        name,
        f"U+{ord(match[0]):04X} is {what}",
        source,
        Span(match.start(), match.end()),
        help="delete it",
    )


def _named(char: str) -> tuple[str, str]:
    if char in _REVERSALS:
        return (
            "bidi-control",
            "a direction override: it can show text in another order than it is read",
        )
    if char in _OPENERS or char == _CLOSER:
        return "bidi-control", "a direction isolate that is not closed, or not opened, on this line"
    if ord(char) < 0xA0:
        return "control-character", "a control character, which no map can show"
    return "invisible-character", "a character that nobody can see"
