"""What English sentences are made of: several names, a number of things, a text in quotes."""

from collections.abc import Iterable

_LONGEST = 60


def listed(names: Iterable[str], last: str = "and", more: int = 0) -> str:
    """Several names in a sentence, and how ``more`` there are: ``a, b and 3 more``."""
    said = [*names, f"{more} more"] if more else [*names]
    if len(said) < 2:
        return "".join(said)
    return f"{', '.join(said[:-1])} {last} {said[-1]}"


def several(count: int, thing: str) -> str:
    """A number of things: ``1 file``, ``2 files``."""
    return f"{count} {thing}" if count == 1 else f"{count} {thing}s"


def quoted(text: str) -> str:
    """A text of a map in quotes, on one line and not too long."""
    line = " ".join(text.split())
    return f'"{line if len(line) <= _LONGEST else line[: _LONGEST - 1].rstrip() + "…"}"'
