"""The history for programs, as JSON. Fields are only ever added."""

import json
from datetime import UTC
from typing import Any

from jmap.history.figures import COUNTS, MILLIONTHS
from jmap.history.line import Line, Point
from jmap.reports.visible import visible_json

_DECIMALS = 6


def data(line: Line) -> str:
    """The commits, the newest first, with the figures after each."""
    told = {
        "version": 1,
        "journey": line.title or None,
        "fetch": line.fetch or None,
        "more": line.more,
        "commits": [_commit(point) for point in reversed(line.points)],
    }
    return visible_json(json.dumps(told, ensure_ascii=False, indent=2)) + "\n"


def _commit(point: Point) -> dict[str, Any]:
    commit, now = point.commit, point.figures
    counts = {name: getattr(now, name) for name in COUNTS if name not in ("weight", "attained")}
    return {
        "commit": commit.id,
        "committed": commit.committed.astimezone(UTC).isoformat(),
        "author": commit.author,
        "subject": commit.subject,
        **counts,
        "weight": round(now.weight / MILLIONTHS, _DECIMALS),
        "mean": None if now.mean is None else round(now.mean, _DECIMALS),
        "unreadable": list(point.names),
    }
