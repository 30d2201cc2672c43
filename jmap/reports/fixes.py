"""Fixes in reports: the mark of a finding that can be mended, and several edits as one."""

from jmap.diagnostics import Edit, Fix
from jmap.source import SourceFile, Span

SAFE_MARK = "[*]"
UNSAFE_MARK = "[?]"


def mark(fix: Fix | None) -> str:
    """The mark of a finding: ``[*]`` for a safe fix, ``[?]`` for a proposal, else nothing."""
    if fix is None:
        return ""
    return SAFE_MARK if fix.safe else UNSAFE_MARK


def ordered(fix: Fix) -> list[Edit]:
    """The edits in the order of their places; those at one place stay in theirs."""
    return sorted(fix.edits, key=lambda edit: edit.span)


def as_one(source: SourceFile, fix: Fix) -> Edit | None:
    """One edit that does what all do, keeping the text between them.

    There is none for a fix without edits, or with edits that overlap.
    """
    edits = ordered(fix)
    if not edits:
        return None
    start = at = edits[0].span.start
    parts = []
    for edit in edits:
        if edit.span.start < at:
            return None
        parts += [source.text[at : edit.span.start], edit.text]
        at = edit.span.end
    return Edit(Span(start, at), "".join(parts))
