"""Changes for programs: one JSON document whose fields are only ever added to."""

from collections.abc import Sequence
from typing import Any

from jmap.diff.judged import Judged
from jmap.reports.changes.compared import Compared, name_of
from jmap.reports.document import document

VERSION = 1


def changes_json(compared: Sequence[Compared]) -> str:
    """``{"version": 1, "changes": […]}``, in the order of the maps."""
    changes = [_change(one.name, item) for one in compared for item in one.changes]
    return document({"version": VERSION, "changes": changes})


def _change(workspace: str, one: Judged) -> dict[str, Any]:
    change = one.change
    return {
        "fingerprint": one.fingerprint,
        "kind": change.kind,
        "workspace": workspace,
        "address": one.where,
        "statement": change.keyword,
        "title": name_of(one),
        "field": change.field,
        "was": str(change.before or change.was) if change.kind == "renamed" else "",
        "before": list(one.lines.gone),
        "after": list(one.lines.new),
        "place": change.at,
        "guess": change.guess,
        "effect": one.weight.effect,
        "reason": one.weight.reason,
        "name": one.weight.name,
    }
