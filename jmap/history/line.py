"""The line of commits of a branch, and what the maps came to after each."""

from dataclasses import dataclass
from datetime import date

from jmap.diagnostics import Diagnostic
from jmap.git.commits import Commit
from jmap.history.figures import Figures


@dataclass(frozen=True, slots=True)
class Point:
    """The maps after one commit."""

    commit: Commit
    figures: Figures
    before: Figures | None = None
    """After the commit before it; none for the first."""
    names: tuple[str, ...] = ()
    """The files with errors, as far as a message has room for them."""

    @property
    def day(self) -> date:
        """The day on which it was committed, where that was."""
        return self.commit.committed.date()


@dataclass(frozen=True, slots=True)
class Line:
    """Some commits of a branch, the oldest first."""

    points: tuple[Point, ...]
    title: str = ""
    """The journey that it is about, as it is called now; empty for all of them."""
    language: str = "en"
    """The language of most journeys after the last commit, as a tag."""
    fetch: str = ""
    """The command that brings older commits into a shallow clone; empty where all are here."""
    more: bool = False
    """Whether there are older commits that were not asked for."""
    complaints: tuple[Diagnostic, ...] = ()
    """What is wrong with the configuration; rules ran without these settings."""
