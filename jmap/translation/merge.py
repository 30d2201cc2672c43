"""Bringing a catalogue up to date with its map, so that no translation is lost."""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import replace

from jmap.translation.catalogue import Catalogue, Entry


def merged(fresh: Catalogue, kept: Catalogue) -> Catalogue:
    """The texts of ``fresh`` with the translations of ``kept``.

    A text at the same place keeps its translation. A text that is translated elsewhere, always in
    the same words, is filled with them. A text that changed keeps the translation of what it was,
    marked fuzzy. What belongs to no text any more is kept as obsolete. Merging again changes
    nothing.
    """
    made = _merged(fresh, kept)
    # What moved to the obsolete entries can leave a text with a single translation elsewhere.
    while (again := _merged(fresh, made)) != made:
        made = again
    return made


def _merged(fresh: Catalogue, kept: Catalogue) -> Catalogue:
    memory = _Memory(fresh, kept)
    entries = tuple(map(memory.carried, fresh.entries))
    return replace(kept, source=fresh.source, entries=entries, obsolete=tuple(memory.left_over()))


class _Memory:
    """What is known of the translations of texts."""

    def __init__(self, fresh: Catalogue, kept: Catalogue) -> None:
        # An entry counts before an obsolete one of the same key.
        self._exact = {entry.key: entry for entry in (*kept.obsolete, *kept.entries)}
        self._everywhere = _unanimous(self._exact.values())
        self._wanted = {entry.key for entry in fresh.entries}
        self._at = _alone(entry for entry in kept.entries if entry.translation)
        self._alone = _alone(fresh.entries)
        self._reused: set[tuple[str, str]] = set()

    def carried(self, entry: Entry) -> Entry:
        """A fresh entry with what is known of it."""
        same = self._exact.get(entry.key)
        if same:
            entry = replace(entry, note=same.note, flags=same.flags)
        if same and same.translation:
            return replace(
                entry, translation=same.translation, fuzzy=same.fuzzy, previous=same.previous
            )
        if entry.text in self._everywhere:
            return replace(entry, translation=self._everywhere[entry.text])
        return self._of_earlier(entry)

    def _of_earlier(self, entry: Entry) -> Entry:
        earlier = self._at.get(entry.context)
        if earlier is None or earlier.key in self._wanted or entry.context not in self._alone:
            return entry
        self._reused.add(earlier.key)
        previous = earlier.previous if earlier.fuzzy and earlier.previous else earlier.text
        note, flags = entry.note or earlier.note, entry.flags or earlier.flags
        return replace(
            entry,
            translation=earlier.translation,
            fuzzy=True,
            previous=previous,
            note=note,
            flags=flags,
        )

    def left_over(self) -> Iterator[Entry]:
        """The translations that no text has any more, and that none is offered."""
        for key, entry in self._exact.items():
            if entry.translation and key not in self._wanted and key not in self._reused:
                yield replace(entry, places=(), previous=None)


def _unanimous(entries: Iterable[Entry]) -> dict[str, str]:
    """For each text that is translated in one way only, that one."""
    found: dict[str, set[str]] = {}
    for entry in entries:
        if entry.translated:
            found.setdefault(entry.text, set()).add(entry.translation)
    return {text: min(ways) for text, ways in found.items() if len(ways) == 1}


def _alone(entries: Iterable[Entry]) -> dict[str, Entry]:
    """The entries that share their context with no other."""
    found = list(entries)
    counts = Counter(entry.context for entry in found)
    return {entry.context: entry for entry in found if counts[entry.context] == 1}
