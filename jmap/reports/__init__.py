"""Findings and gaps as text and data. Reports return text; only commands print."""

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from jmap.reports.run import Run
    from jmap.reports.style import Style

REPORTS = {
    "text": "jmap.reports.text:text",
    "concise": "jmap.reports.concise:concise",
    "json": "jmap.reports.json:json_report",
    "sarif": "jmap.reports.sarif:sarif",
    "github": "jmap.reports.github:github",
    "gitlab": "jmap.reports.gitlab:gitlab",
    "rdjson": "jmap.reports.rdjson:rdjson",
    "junit": "jmap.reports.junit:junit",
}
"""Where each report of findings is found: module, then function."""


def report(name: str, run: "Run", style: "Style") -> str:
    """What a check found, as a report of this name. Its module is imported only now.

    Only text and concise heed the style. Raises ``ValueError`` for a name that is not in the table.
    """
    if name not in REPORTS:
        raise ValueError(f"there is no report {name!r}; there is: {', '.join(REPORTS)}")
    module, _, function = REPORTS[name].partition(":")
    told: str = getattr(import_module(module), function)(run, style)
    return told
