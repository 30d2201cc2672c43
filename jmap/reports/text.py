"""Findings for people: path, line and column, the source line, a caret, and what to type
instead.
"""

from collections.abc import Iterator, Sequence

from jmap import limits
from jmap.diagnostics import Diagnostic
from jmap.reports.concise import headline
from jmap.reports.fixes import SAFE_MARK, UNSAFE_MARK, mark
from jmap.reports.place import place
from jmap.reports.run import Run, counts
from jmap.reports.style import Style
from jmap.reports.visible import visible, width
from jmap.source import SourceFile, Span
from jmap.views.sentences import several

_ROOM = 100
_BEFORE = 50


def text(run: Run, style: Style) -> str:
    """All findings, then how many there are, and how many of them can be mended."""
    found = diagnostics_text(run.diagnostics, style)
    closing = summary(run.diagnostics, run.files, style, hidden=run.hidden)
    return found + ("\n" if found else "") + closing + mendable(run.diagnostics)


def diagnostics_text(
    diagnostics: Sequence[Diagnostic], style: Style, shown: int = limits.SHOWN
) -> str:
    """All findings, each with its place in the source, then how many more there are."""
    blocks = ["\n".join(_lines(item, style)) + "\n" for item in diagnostics[:shown]]
    if len(diagnostics) > shown:
        blocks.append(f"… and {len(diagnostics) - shown} more\n")
    return "\n".join(blocks)


def summary(diagnostics: Sequence[Diagnostic], files: int, style: Style, *, hidden: int = 0) -> str:
    """One line on how many findings there are in how many files, and how many a baseline holds
    back.
    """
    found = counts(diagnostics)
    kinds = ((found.errors, "error"), (found.warnings, "warning"), (found.infos, "note"))
    said = ", ".join(several(number, name) for number, name in kinds if number)
    where = several(files, "file") if files else ""
    if not said:
        fine = f"{several(files, 'file')} checked, nothing {'new ' if hidden else ''}to say"
        return style.good(fine) + _held_back(hidden) + "\n"
    return (f"{said} in {where}" if where else said) + _held_back(hidden) + "\n"


def mendable(diagnostics: Sequence[Diagnostic]) -> str:
    """One line on how many findings have a fix and how to apply it; nothing where none has."""
    found = counts(diagnostics)
    safe, unsafe = found.safe_fixes, found.unsafe_fixes
    if safe and unsafe:
        more = f"; {UNSAFE_MARK} {unsafe} more with --unsafe-fixes"
        return f"{SAFE_MARK} {safe} can be mended: jmap check --fix{more}\n"
    if safe:
        return f"{SAFE_MARK} {safe} can be mended: jmap check --fix\n"
    if unsafe:
        return f"{UNSAFE_MARK} {unsafe} can be mended: jmap check --fix --unsafe-fixes\n"
    return ""


def _held_back(hidden: int) -> str:
    return f" ({several(hidden, 'finding')} held back by the baseline)" if hidden else ""


def _lines(item: Diagnostic, style: Style) -> Iterator[str]:
    caret = style.severity(item.severity)("^")
    yield headline(item, style, style.good(mark(item.fix)) if item.fix else "")
    yield from _excerpt(item.source, item.span, caret, style)
    for label in item.labels:
        where = place(label.source, label.span)
        start = f"{where.line}:{where.column}" if label.source is item.source else where.start
        yield style.faint(f"     ({visible(start)} {visible(label.message)})")
    if item.help:
        yield f"     {style.good('help:')} {visible(item.help)}"
    if item.fix and item.fix.title not in ("", item.help):
        yield f"     {style.good('fix:')} {visible(item.fix.title)}"


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
