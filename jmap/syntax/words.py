"""The words of the language in every human language: which spellings are read, and which one is
printed.

Each table in ``grammar/keywords`` maps a word of the language, by its English name, to its
spellings; the first is the one that is printed. Statements, inner words, choices, units and the
words of comments to jmap are separate groups, because one spelling may serve in several.
"""

import tomllib
from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import cache
from typing import Literal

from jmap.locale import languages as catalogued
from jmap.syntax.fold import fold
from jmap.syntax.grammar import grammar_folder

Group = Literal["statements", "words", "choices", "units", "comments"]
GROUPS: tuple[Group, ...] = ("statements", "words", "choices", "units", "comments")


@dataclass(frozen=True, slots=True)
class Words:
    """All keyword tables together."""

    languages: tuple[str, ...]
    """The languages that source text can be written in."""
    digits: dict[str, dict[int, str]] = field(repr=False)
    """For each language that maps can be printed in, how it writes the ASCII characters of a
    number.
    """
    _names: dict[str, dict[str, str]] = field(repr=False)
    _canonical: dict[Group, dict[str, str]] = field(repr=False)
    _all: dict[str, dict[Group, dict[str, tuple[str, ...]]]] = field(repr=False)
    _spoken: dict[Group, dict[str, tuple[str, ...]]] = field(repr=False)
    _written: dict[Group, dict[str, str]] = field(repr=False)

    def canonical(self, group: Group, word: str) -> str:
        """The English name of a word as typed in any language; an unknown word is returned
        folded.
        """
        folded = fold(word)
        return self._canonical[group].get(folded, folded)

    def spelled(self, group: Group, name: str, language: str) -> str:
        """How a language prints a word; a word that its table lacks is printed in English."""
        return self._all[language][group].get(name, (name,))[0]

    def shown(self, group: Group, name: str, language: str) -> str:
        """A word as maps show it: in plain writing, without what holds a keyword together."""
        spelled = self.spelled(group, name, language)
        return self._names[language].get(spelled) or spelled.replace("-", " ")

    def language_of(self, group: Group, word: str) -> str | None:
        """The first language that has this spelling, or none."""
        folded = fold(word)
        return next(iter(self._spoken[group].get(folded, ())), None)

    def all_spelled(self, group: Group, name: str, language: str) -> tuple[str, ...]:
        """Every spelling of a word in a language, the printed one first."""
        return self._all[language][group].get(name, ())

    def written(self, group: Group, folded: str) -> str:
        """A folded spelling as the tables write it, with its half-spaces."""
        return self._written[group].get(folded, folded)

    def spellings(self, group: Group, names: Iterable[str]) -> dict[str, str]:
        """Every spelling of the given words, in all languages, to its English name."""
        wanted = set(names)
        table = {name: name for name in wanted}
        table.update(
            (spelling, name) for spelling, name in self._canonical[group].items() if name in wanted
        )
        return table


@cache
def words() -> Words:
    """The tables, read once. Raises ``ValueError`` where one spelling has two meanings in a
    group.
    """
    files = sorted((grammar_folder() / "keywords").glob("*.toml"))
    # English first: it names the words, and it is what a tie falls back to.
    files.sort(key=lambda file: file.stem != "en")
    canonical: dict[Group, dict[str, str]] = {group: {} for group in GROUPS}
    spelled: dict[str, dict[Group, dict[str, tuple[str, ...]]]] = {}
    spoken: dict[Group, dict[str, tuple[str, ...]]] = {group: {} for group in GROUPS}
    digits: dict[str, dict[int, str]] = {}
    names: dict[str, dict[str, str]] = {}
    as_written: dict[Group, dict[str, str]] = {group: {} for group in GROUPS}
    for file in files:
        tables = tomllib.loads(file.read_text(encoding="utf-8"))
        digits[file.stem] = str.maketrans(tables.get("digits", {}))
        names[file.stem] = tables.get("names", {})
        spelled[file.stem] = {group: {} for group in GROUPS}
        for group in GROUPS:
            for name, spellings in tables.get(group, {}).items():
                spelled[file.stem][group][name] = tuple(spellings)
                for written in spellings:
                    spelling = fold(written)
                    as_written[group].setdefault(spelling, written)
                    if canonical[group].setdefault(spelling, name) != name:
                        raise ValueError(f"{file.name}: {spelling!r} means two things in {group}")
                    spoken[group][spelling] = (*spoken[group].get(spelling, ()), file.stem)
    written_in = tuple(spelled)
    # A language with phrases and without keywords prints the keywords of English.
    for code in set(catalogued()) - set(written_in):
        digits[code], names[code] = {}, {}
        spelled[code] = {group: {} for group in GROUPS}
    return Words(written_in, digits, names, canonical, spelled, spoken, as_written)
