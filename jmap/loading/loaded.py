"""What came of reading a set of files."""

from dataclasses import dataclass, field
from pathlib import Path

from jmap.diagnostics import Diagnostic, has_errors
from jmap.files import FileRead
from jmap.model.journey import Journey
from jmap.model.workspace import Workspace
from jmap.resolve.origins import Origins
from jmap.source import SourceFile
from jmap.syntax.nodes import Parsed


@dataclass(frozen=True, slots=True)
class Loaded:
    """What a set of files says, as far as it could be read, and what is wrong with it."""

    workspace: Workspace
    diagnostics: tuple[Diagnostic, ...] = ()
    origins: Origins = field(default_factory=Origins, repr=False)
    parsed: tuple[Parsed, ...] = field(default=(), repr=False)
    """Every file that was read, those that were asked for first."""
    read: tuple[FileRead, ...] = field(default=(), repr=False)
    """What was read on the way: one entry for each path that was named or imported."""
    complete: bool = True
    """Whether every file that was asked for or imported could be read."""
    asked: int = 0
    """How many of the files were asked for; the others were imported."""
    root: Path | None = None
    """The folder of the workspace."""
    unsound: frozenset[SourceFile] = field(default=frozenset(), repr=False)
    """The files that have an error, or import one that has."""

    @property
    def files(self) -> tuple[SourceFile, ...]:
        """The texts of the files that were read."""
        return tuple(parsed.source for parsed in self.parsed)

    @property
    def ok(self) -> bool:
        """Whether there is no error."""
        return not has_errors(self.diagnostics)

    @property
    def journeys(self) -> tuple[Journey, ...]:
        """The journeys of the workspace, in the order of the files."""
        return self.workspace.journeys
