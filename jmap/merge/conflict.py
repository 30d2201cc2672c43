"""What could not be merged: as a sentence, and as marks in the text that leave it readable."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

SIZE = 7
"""How many signs a mark is long, unless git asks for another length."""


@dataclass(frozen=True, slots=True)
class Conflict:
    """One thing that both sides said in different ways."""

    where: str
    """The ids down to it, joined by dots; empty at the top of a file."""
    what: str
    """What is in conflict, as a sentence."""


@dataclass(frozen=True, slots=True)
class Labels:
    """What the three states are called in marks, and how long these are."""

    ours: str = "ours"
    base: str = "base"
    theirs: str = "theirs"
    size: int = SIZE


@dataclass(frozen=True, slots=True)
class Marks:
    """Writes conflicts into comments: what stays in force stands between them as it is."""

    labels: Labels = Labels()

    def around(
        self,
        indent: str,
        ours: Sequence[str],
        base: Sequence[str] | None,
        theirs: Sequence[str],
        live: str = "ours",
    ) -> Iterator[str]:
        """The lines of all three states: those of the side that is ``live`` as source, the others
        as comments. Without a base, nothing was there.
        """
        labels = self.labels
        yield self._mark("<", labels.ours, indent)
        yield from ours if live == "ours" else _commented(ours, indent)
        if base is not None:
            yield self._mark("|", labels.base, indent)
            yield from _commented(base, indent)
        yield self._mark("=", "", indent)
        yield from theirs if live == "theirs" else _commented(theirs, indent)
        yield self._mark(">", labels.theirs, indent)

    def wrong(self, indent: str, message: str) -> Iterator[str]:
        """The marks of a statement that is an error only because both sides are together."""
        yield self._mark("<", "merged", indent)
        yield f"{indent}# {message}"
        yield self._mark(">", "merged", indent)

    def _mark(self, sign: str, label: str, indent: str) -> str:
        return f"{indent}# {sign * self.labels.size} {label}".rstrip()


def _commented(lines: Sequence[str], indent: str) -> Iterator[str]:
    for line in lines:
        yield f"{indent}# {line.removeprefix(indent)}".rstrip()
