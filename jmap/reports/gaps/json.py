"""Gaps as JSON: a list of objects whose keys are the columns."""

from collections.abc import Iterable
from json import dumps

from jmap.reports.gaps.row import COLUMNS, GapRow


def json(rows: Iterable[GapRow]) -> str:
    """A list of objects. Numbers are numbers, what is unknown is null, several texts are a list."""
    document = [dict(zip(COLUMNS, row.values(), strict=True)) for row in rows]
    return dumps(document, ensure_ascii=False, allow_nan=False, indent=2) + "\n"
