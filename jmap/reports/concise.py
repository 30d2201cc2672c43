"""Findings on one line each: for a glance, and for editors that read such lines."""

from jmap.diagnostics import Diagnostic
from jmap.reports.place import place
from jmap.reports.run import Run
from jmap.reports.style import Style
from jmap.reports.visible import visible


def concise(run: Run, style: Style) -> str:
    """``path:line:column: severity[name] message``, a line a finding; nothing for none."""
    return "".join(headline(item, style) + "\n" for item in run.diagnostics)


def headline(item: Diagnostic, style: Style, note: str = "") -> str:
    """The line of one finding. A note stands before the message."""
    mark = style.severity(item.severity)
    start = style.strong(f"{visible(place(item.source, item.span).start)}:")
    words = [
        start,
        f"{mark(item.severity.value)}[{visible(item.name)}]",
        note,
        visible(item.message),
    ]
    return " ".join(word for word in words if word)
