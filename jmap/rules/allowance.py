"""Allowances: comments that let a finding stand, for a reason and, if wanted, until a day.

``# jmap: allow owner-without-backup -- She retires in May until 2027-05-31``

On a line of its own an allowance is for the next statement of its block, with all that stands in
it. Behind a statement it is for that one, behind a brace for the one whose block that opens or
closes. The formatter moves a comment along with what it is for.
"""

import re
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from jmap.model.forms import Misfit
from jmap.model.number_forms import DateForm
from jmap.rules.pattern import Pattern
from jmap.source import SourceFile, Span
from jmap.syntax.nodes import Comment, Node, Parsed, value
from jmap.syntax.words import words

_COMMENT = Pattern(r"#+\s*jmap\s*:", re.IGNORECASE)
_DASHES = ("--", "—", "–")
_DAY = Pattern(r"\d{2,4}[-/]\d{1,2}[-/]\d{1,2}")


@dataclass(slots=True, eq=False)
class Allowance:
    """One comment that speaks to jmap."""

    source: SourceFile
    span: Span
    """The comment."""
    covers: Span | None = None
    """What it is for; none where nothing follows."""
    within: Span | None = None
    """The statement in whose block it stands; none outside of all."""
    journey: str | None = None
    """The id of the journey that it is for, or for a part of."""
    rule: str = ""
    reason: str = ""
    until: date | None = None
    """The last day on which it holds."""
    problem: str = ""
    """Why it cannot be read."""
    used: bool = False
    """Whether there was a finding for it."""
    judged: bool = False
    """Whether its rule ran here, so that it shows whether it is of use."""

    def expired(self, today: date) -> bool:
        """Whether it held once, and no longer does."""
        return self.until is not None and self.until < today


def allowances(parsed: Parsed) -> Iterator[Allowance]:
    """Every comment of a file that speaks to jmap, in order."""
    for comment in parsed.comments:
        match = _COMMENT.match(comment.text)
        if match is not None:
            yield _allowance(parsed, comment, comment.text[match.end() :])


def _allowance(parsed: Parsed, comment: Comment, said: str) -> Allowance:
    span = Span(comment.start, comment.start + len(comment.text))
    found = Allowance(parsed.source, span, _covered(parsed, comment.start))
    around, _ = _around(parsed, comment.start)
    found.within = _whole(around) if around is not None else None
    found.journey = _journey(parsed, found.covers)
    told = said.split()
    if not told or words().canonical("comments", told[0]) != "allow":
        found.problem = "says nothing that jmap knows"
        return found
    read = permission(told[1:])
    found.rule = read.named[0] if read.named else ""
    found.reason, found.until = read.reason, read.until
    found.problem = read.problem or _misread(read.named)
    return found


@dataclass(slots=True)
class Permission:
    """What is allowed, why, and until when, as it was said anywhere."""

    named: list[str]
    """The words before the reason."""
    reason: str = ""
    until: date | None = None
    """The last day on which it holds."""
    problem: str = ""
    """Why the day cannot be read."""


def permission(told: list[str]) -> Permission:
    """Reads ``NAME… -- why until DATE``, of which all but the name may be missing."""
    dash = next((at for at, word in enumerate(told) if word in _DASHES), len(told))
    named, reason = told[:dash], told[dash + 1 :]
    read = Permission(named)
    if reason:
        reason = _until(read, reason)
    else:
        read.named = _until(read, named)
    read.reason = " ".join(reason)
    return read


def _misread(named: list[str]) -> str:
    if not named:
        return "names no rule"
    return "" if len(named) == 1 else "names more than one rule, or a reason without -- before it"


def _until(found: Permission, told: list[str]) -> list[str]:
    """What is told before the day at its end, if there is one."""
    if len(told) < 2 or words().canonical("comments", told[-2]) != "until":
        return told
    if _DAY.fullmatch(told[-1]) is None:
        # "until they have answered" is a reason like any other.
        return told
    try:
        found.until = DateForm().read(value("DATE", told[-1].replace("/", "-")))
    except (Misfit, ValueError) as error:
        found.problem = f"has no day that can be read: {error}"
    return told[:-2]


def _covered(parsed: Parsed, comment: int) -> Span | None:
    """The statement that a comment is for."""
    around, nodes = _around(parsed, comment)
    before = _before(nodes, comment)
    line = parsed.source.position(comment).line
    if before and _on(parsed, nodes[before - 1].end, line):
        return _whole(nodes[before - 1])
    if around is not None and not before and _on(parsed, around.head.end, line):
        return _whole(around)
    return _whole(nodes[before]) if before < len(nodes) else None


def _journey(parsed: Parsed, covered: Span | None) -> str | None:
    if covered is None:
        return None
    node = parsed.nodes[_before(parsed.nodes, covered.start + 1) - 1]
    if words().canonical("statements", node.keyword) != "journey":
        return None
    return str(node.values[0]) if node.values else None


def _around(parsed: Parsed, offset: int) -> tuple[Node | None, list[Node]]:
    """The innermost statement whose block an offset lies in, and the statements there."""
    around: Node | None = None
    nodes = parsed.nodes
    while before := _before(nodes, offset):
        last = nodes[before - 1]
        if last.end <= offset or last.body is None:
            break
        around, nodes = last, last.body
    return around, nodes


def _before(nodes: list[Node], offset: int) -> int:
    """How many of some statements, which stand in order, begin before an offset."""
    return bisect_left(nodes, offset, key=lambda node: node.span.start)


def _on(parsed: Parsed, offset: int, line: int) -> bool:
    return parsed.source.position(offset).line == line


def _whole(node: Node) -> Span:
    return Span(node.span.start, node.end)
