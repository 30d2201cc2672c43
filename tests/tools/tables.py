"""The keyword tables as they are written, independent of the code that reads them."""

import tomllib
from functools import cache
from typing import Any

from jmap.syntax.grammar import grammar_folder


@cache
def tables() -> dict[str, dict[str, Any]]:
    """Every table by its language."""
    files = (grammar_folder() / "keywords").glob("*.toml")
    return {file.stem: tomllib.loads(file.read_text(encoding="utf-8")) for file in files}


def spellings(group: str) -> list[str]:
    """Every spelling in a group, of all languages."""
    return [
        word
        for table in tables().values()
        for ways in table.get(group, {}).values()
        for word in ways
    ]
