"""Gaps as tables: aligned text for terminals, Markdown, CSV and JSON, all from the same rows."""

from jmap.reports.gaps.csv import csv
from jmap.reports.gaps.filter import GapFilter
from jmap.reports.gaps.json import json
from jmap.reports.gaps.markdown import markdown
from jmap.reports.gaps.row import COLUMNS, GapRow, gap_rows
from jmap.reports.gaps.text import text

__all__ = ["COLUMNS", "GapFilter", "GapRow", "csv", "gap_rows", "json", "markdown", "text"]
