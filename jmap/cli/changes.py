"""What would change in a file, as a unified diff."""

from collections.abc import Iterator
from difflib import unified_diff

from jmap.reports.visible import visible


def changes(path: str, old: str, new: str) -> str:
    """The difference between two texts of a file; nothing where there is none."""
    return "".join(_changes(visible(path), _lines(old), _lines(new)))


def _changes(name: str, old: list[str], new: list[str]) -> Iterator[str]:
    for line in unified_diff(old, new, name, name):
        yield line if line.endswith("\n") else line + "\n\\ No newline at end of file\n"


def _lines(text: str) -> list[str]:
    # Only line feeds end a line here: str.splitlines would also cut a text at U+2028.
    lines = text.split("\n")
    return [line + "\n" for line in lines[:-1]] + ([lines[-1]] if lines[-1] else [])
