"""Findings as JUnit XML, which GitLab, Jenkins and others show as tests that fail.

A file is a suite and a finding a case of it. An error or a warning is a failure; information is a
skipped case, because it fails no check.
"""

from collections import Counter
from collections.abc import Iterator, Sequence

from jmap.diagnostics import Diagnostic, Severity
from jmap.reports.concise import headline
from jmap.reports.place import file_name, is_file, place
from jmap.reports.run import Run
from jmap.reports.style import Style
from jmap.reports.visible import visible

_PLAIN = Style()
_ESCAPES = str.maketrans(
    {"&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "\t": "&#9;", "\n": "&#10;"}
)


def junit(run: Run, _style: Style) -> str:
    """One document. A check that found nothing is one case that passes."""
    lines = ['<?xml version="1.0" encoding="UTF-8"?>']
    lines.append(f"<testsuites {_attributes({'name': 'jmap check', **_counts(run.diagnostics)})}>")
    for path, items in _by_file(run.diagnostics).items():
        lines += _suite(path, items)
    if not run.diagnostics:
        lines += _passed()
    lines.append("</testsuites>")
    return "\n".join(lines) + "\n"


def _by_file(diagnostics: Sequence[Diagnostic]) -> dict[str, list[Diagnostic]]:
    files: dict[str, list[Diagnostic]] = {}
    for item in diagnostics:
        files.setdefault(item.path, []).append(item)
    return files


def _counts(items: Sequence[Diagnostic]) -> dict[str, str]:
    skipped = sum(item.severity is Severity.INFO for item in items)
    return {
        "tests": str(len(items) or 1),
        "failures": str(len(items) - skipped),
        "errors": "0",
        "skipped": str(skipped),
    }


def _suite(path: str, items: Sequence[Diagnostic]) -> Iterator[str]:
    name = file_name(path)
    yield f"  <testsuite {_attributes({'name': name, **_counts(items)})}>"
    for item, title in zip(items, _titles(items), strict=True):
        case = {"classname": name, "name": title}
        if is_file(path):
            case["file"] = name
        yield f"    <testcase {_attributes(case)}>"
        yield _outcome(item)
        yield "    </testcase>"
    yield "  </testsuite>"


def _titles(items: Sequence[Diagnostic]) -> Iterator[str]:
    """Names of cases; of two with one name, GitLab would show one."""
    met: Counter[str] = Counter()
    for item in items:
        where = place(item.source, item.span)
        title = f"{item.name} at {where.line}:{where.column}"
        met[title] += 1
        yield title if met[title] == 1 else f"{title} ({met[title]})"


def _outcome(item: Diagnostic) -> str:
    message = {"message": item.message}
    if item.severity is Severity.INFO:
        return f"      <skipped {_attributes(message)}/>"
    attributes = _attributes({**message, "type": item.severity.value})
    body = "\n".join(visible(line).translate(_ESCAPES) for line in _body(item))
    return f"      <failure {attributes}>{body}</failure>"


def _body(item: Diagnostic) -> Iterator[str]:
    yield headline(item, _PLAIN)
    if item.help:
        yield f"help: {item.help}"
    for label in item.labels:
        yield f"({place(label.source, label.span).start} {label.message})"


def _passed() -> Iterator[str]:
    yield f"  <testsuite {_attributes({'name': 'jmap check', **_counts(())})}>"
    yield '    <testcase classname="jmap" name="check"/>'
    yield "  </testsuite>"


def _attributes(values: dict[str, str]) -> str:
    return " ".join(
        f'{name}="{visible(text).translate(_ESCAPES)}"' for name, text in values.items()
    )
