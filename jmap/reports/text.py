"""Findings for people: path, line and column, the source line, a caret, and what to type
instead.
"""

from collections.abc import Iterator, Sequence

from jmap import limits
from jmap.diagnostics import Diagnostic, Severity
from jmap.reports.style import Style
from jmap.reports.visible import visible, width
from jmap.source import SourceFile, Span

_ROOM = 100
_BEFORE = 50


def diagnostics_text(
    diagnostics: Sequence[Diagnostic], style: Style, shown: int = limits.SHOWN
) -> str:
    """All findings, each with its place in the source, then how many more there are."""
    blocks = ["\n".join(_lines(item, style)) + "\n" for item in diagnostics[:shown]]
    if len(diagnostics) > shown:
        blocks.append(f"… and {len(diagnostics) - shown} more\n")
    return "\n".join(blocks)


def summary(diagnostics: Sequence[Diagnostic], files: int, style: Style) -> str:
    """One line on how many findings there are in how many files."""
    counted = [
        _count(sum(item.severity is severity for item in diagnostics), name)
        for severity, name in (
            (Severity.ERROR, "error"),
            (Severity.WARNING, "warning"),
            (Severity.INFO, "note"),
        )
    ]
    found = ", ".join(part for part in counted if part)
    where = _count(files, "file")
    if not found:
        return style.good(f"{where} checked, nothing to say") + "\n"
    return f"{found} in {where}\n" if where else f"{found}\n"


def _lines(item: Diagnostic, style: Style) -> Iterator[str]:
    line, column = item.position
    mark = style.severity(item.severity)
    place = style.strong(f"{visible(item.path)}:{line}:{column}:")
    yield f"{place} {mark(item.severity.value)}[{item.name}] {visible(item.message)}"
    yield from _excerpt(item.source, item.span, mark("^"), style)
    for label in item.labels:
        where = label.source.position(label.span.start)
        same = label.source is item.source
        path = "" if same else visible(label.source.path) + ":"
        yield style.faint(f"     ({path}{where.line}:{where.column} {visible(label.message)})")
    if item.help:
        yield f"     {style.good('help:')} {visible(item.help)}"


def _excerpt(source: SourceFile, span: Span, caret: str, style: Style) -> Iterator[str]:
    if not source.text:
        return
    line, column = source.position(span.start)
    text = source.line(line)
    start = column - 1
    end = min(start + max(span.end - span.start, 1), max(len(text), start + 1))
    first = max(0, start - _BEFORE) if len(text) > _ROOM else 0
    head, marked = text[first:start], text[start:end][:_ROOM]
    shown = visible((head + text[start:])[:_ROOM].replace("\t", " "))
    cut = "…" if first else ""
    room = width(cut + visible(head.replace("\t", " ")))
    margin = f"{line:>4}"
    yield f"{style.faint(margin + ' |')} {cut}{shown}"
    carets = caret * max(1, width(visible(marked.replace("\t", " "))))
    yield f"{style.faint('     |')} {' ' * room}{carets}"


def _count(number: int, name: str) -> str:
    if number == 0:
        return ""
    return f"{number} {name}" + ("s" if number != 1 else "")
