"""What a configuration says, as values."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from jmap.config.places import Keys, place
from jmap.diagnostics import Diagnostic
from jmap.files import FileRead
from jmap.paths import CONFIG
from jmap.source import SourceFile

FAIL_LEVELS = ("error", "warning", "info")
EFFECTS = ("worse", "better", "neutral")


@dataclass(frozen=True, slots=True)
class Choice:
    """Which rules run, how much they weigh, and with which settings. Names are as written."""

    profile: str | None = None
    select: tuple[str, ...] | None = None
    """Rules and tags to run in place of those of the profile; an empty list runs none."""
    extend_select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    severity: Mapping[str, str] = field(default_factory=dict)
    rules: Mapping[str, Mapping[str, Any]] = field(default_factory=dict)
    """Settings by rule."""


@dataclass(frozen=True, slots=True)
class Gate:
    """Which changes `jmap diff` lets pass, and what they do to customers. Names are as written."""

    fail_on: tuple[str, ...] | None = None
    weights: Mapping[str, str] = field(default_factory=dict)
    """What changes of a name do to customers, as this workspace sees it."""


@dataclass(frozen=True, slots=True)
class Override:
    """A choice for some files or journeys only."""

    choice: Choice
    paths: tuple[str, ...] = ()
    """Patterns of paths from the root of the workspace."""
    journeys: tuple[str, ...] = ()
    number: int = 0
    """Which table of the file it is, from 0."""
    gate: Gate = Gate()


@dataclass(frozen=True, slots=True)
class Settings:
    """What a workspace says of how it is to be checked."""

    choice: Choice = Choice()
    overrides: tuple[Override, ...] = ()
    fail_level: str | None = None
    baseline: str | None = None
    """A path from the root of the workspace."""
    source: SourceFile | None = None
    """The file it was read from."""
    read: FileRead | None = None
    diagnostics: tuple[Diagnostic, ...] = ()
    table: tuple[str, ...] = ()
    """The table of the file that is the configuration; the file as a whole where it has none."""
    gate: Gate = Gate()

    def complaint(self, message: str, help: str, *keys: str | int) -> Diagnostic:
        """What is wrong with the value that some keys lead to; numbers count from 0 in lists."""
        source = self.source or SourceFile(CONFIG, "")
        way: Keys = (*self.table, *keys)
        return Diagnostic(
            "wrong-configuration", message, source, place(source.text, way), help=help
        )
