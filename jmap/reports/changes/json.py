"""Changes for programs: one JSON document whose fields are only ever added to."""

from collections.abc import Sequence
from typing import Any

from jmap.model.schema import DIALECT
from jmap.reports.changes.compared import Compared
from jmap.reports.changes.telling import told
from jmap.reports.changes.told import VERSION, Told
from jmap.reports.document import document


def changes_json(compared: Sequence[Compared]) -> str:
    """``{"version": 1, "changes": […], …}``, in the order of the maps: see ``Told``."""
    return written(told(compared))


def written(found: Told) -> str:
    """What is told, as the document that ``jmap.reports.changes.reading`` reads."""
    return document(found.model_dump(mode="json"))


def changes_schema() -> dict[str, Any]:
    """The JSON Schema (2020-12) of that document."""
    return {"$schema": DIALECT, "$id": f"urn:jmap:changes:{VERSION}", **Told.model_json_schema()}
