"""Catalogues: the texts of a map, each with where it stands and what it is in another language."""

from dataclasses import dataclass
from functools import cached_property


@dataclass(frozen=True, slots=True)
class Entry:
    """One text and its translation."""

    context: str
    """Where the text stands: ``journey.refund.ask.call:pain.1``."""
    text: str
    translation: str = ""
    fuzzy: bool = False
    """Whether the translation is of an earlier text, or somebody marked it as doubtful."""
    previous: str | None = None
    """The text that a fuzzy translation was made for."""
    places: tuple[str, ...] = ()
    """Where the text was read, as ``path:line``."""
    note: str = ""
    """What translators wrote beside it."""
    flags: tuple[str, ...] = ()
    """Marks of other tools."""

    @property
    def key(self) -> tuple[str, str]:
        """What tells entries apart."""
        return (self.context, self.text)

    @property
    def translated(self) -> bool:
        """Whether the translation can be printed."""
        return bool(self.translation.strip()) and not self.fuzzy


@dataclass(frozen=True, slots=True)
class Tally:
    """How far a catalogue has come."""

    translated: int
    fuzzy: int
    missing: int
    obsolete: int

    @property
    def complete(self) -> bool:
        """Whether every text can be printed in the other language."""
        return not self.fuzzy and not self.missing


@dataclass(frozen=True)
class Catalogue:
    """Texts in the order of the map, and what is left of texts that are gone."""

    language: str
    """The language of the translations, such as ``fa`` or ``pt-BR``."""
    source: str
    """The language of the texts."""
    entries: tuple[Entry, ...] = ()
    obsolete: tuple[Entry, ...] = ()
    comment: str = ""
    """What stands at the top of the file."""
    headers: tuple[tuple[str, str], ...] = ()
    """Fields of the file's header that say something else, such as who translates."""

    @cached_property
    def tally(self) -> Tally:
        """The entries by how far they have come."""
        done = sum(entry.translated for entry in self.entries)
        fuzzy = sum(entry.fuzzy for entry in self.entries)
        missing = len(self.entries) - done - fuzzy
        return Tally(done, fuzzy, missing, len(self.obsolete))
