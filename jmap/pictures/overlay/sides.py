"""What an overlay is drawn of."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

from jmap.diff.judged import Judged
from jmap.model.workspace import Workspace


class Named(Protocol):
    """Something that was asked for by a name."""

    @property
    def name(self) -> str:
        """A revision or a path; empty if unknown."""


class Sides(Protocol):
    """A workspace on both sides, and its changes."""

    @property
    def name(self) -> str:
        """Its folder, where there are several."""

    @property
    def old_side(self) -> Named:
        """What the side before is called."""

    @property
    def new_side(self) -> Named:
        """What the side after is called."""

    @property
    def notes(self) -> tuple[str, ...]:
        """What whoever approves should know of the comparison, as sentences without an end."""

    @property
    def before(self) -> Workspace:
        """What the files said before."""

    @property
    def after(self) -> Workspace:
        """What they say after."""

    @property
    def changes(self) -> tuple[Judged, ...]:
        """The changes, in the order of the maps."""


@dataclass(frozen=True, slots=True)
class Revisions:
    """What the two sides are called, such as `main` and `new-tariffs`; empty if unknown."""

    before: str = ""
    after: str = ""

    @classmethod
    def of(cls, compared: Sequence[Sides]) -> "Revisions":
        """What the sides of a comparison are called."""
        if not compared:
            return cls()
        return cls(compared[0].old_side.name, compared[0].new_side.name)
