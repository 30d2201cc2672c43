"""A document for programs: JSON in which no character steers a terminal that it is printed to."""

import json
from typing import Any

from jmap.reports.visible import visible_json


def document(content: Any) -> str:
    """The JSON text of a value, ended by a line feed. Every string in it is kept as it is."""
    return visible_json(json.dumps(content, ensure_ascii=False, indent=2)) + "\n"
