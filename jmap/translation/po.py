"""Catalogues as gettext ``.po`` files, which every translation tool reads and writes."""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from jmap.files import Unreadable, read_bytes
from jmap.translation.catalogue import Catalogue, Entry

LANGUAGE = re.compile(r"[A-Za-z]{2,3}(?:[-_][A-Za-z0-9]{2,8})*")
"""A language code, as ``fa``, ``pt-BR`` or ``pt_BR``."""
COMMENT = "The texts of journey maps. A context says where its text stands."
_FIXED = {
    "MIME-Version": "1.0",
    "Content-Type": "text/plain; charset=UTF-8",
    "Content-Transfer-Encoding": "8bit",
}
_CHARSET = re.compile(r"charset=([^\s;]+)")
_NO_LINE = "this is no line of a .po file"
_SOURCE = "X-Source-Language"
_LINE = re.compile(r"""(?:msg(?:ctxt|id|id_plural|str|str\[\d\])\s+)?"(?:[^"\\]|\\.)*+\"""")
_FAULT = re.compile(r"\(line (\d+)\)(?:: (.*))?", re.DOTALL)


class BrokenCatalogue(ValueError):
    """A file that is no catalogue; the text is ``path:line: what is wrong``."""

    def __init__(self, path: str, line: int, why: str) -> None:
        super().__init__(f"{path}:{line}: {why}")


def language_code(text: str) -> str | None:
    """A code as maps write it, ``pt-BR`` also for ``pt_BR``; none for what is no code."""
    return text.replace("_", "-") if LANGUAGE.fullmatch(text) else None


def read_catalogue(path: str) -> Catalogue:
    """The catalogue in a file. Raises ``BrokenCatalogue``, also where it cannot be read."""
    try:
        content = read_bytes(Path(path))
    except Unreadable as error:
        raise BrokenCatalogue(path, 1, str(error)) from None
    return parsed_catalogue(content, path)


def parsed_catalogue(content: bytes, path: str) -> Catalogue:
    """The catalogue that the content of a file is. Raises ``BrokenCatalogue``."""
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = content.count(b"\n", 0, error.start) + 1
        raise BrokenCatalogue(path, line, "this is not UTF-8") from None
    found = _parsed(text, path)
    charset = _CHARSET.search(found.metadata.get("Content-Type", ""))
    if charset and charset[1].lower() not in ("utf-8", "us-ascii"):
        why = f"its header says {charset[1]}: save it as UTF-8, and say so there"
        raise BrokenCatalogue(path, 1, why)
    language = language_code(found.metadata.get("Language", ""))
    if language is None:
        raise BrokenCatalogue(path, 1, 'the header names no language: add "Language: fa\\n" to it')
    headers = dict(found.metadata)
    for name in ("Language", *_FIXED):
        headers.pop(name, None)
    source = headers.pop(_SOURCE, "en")
    entries = list(_entries(found, path))
    live = tuple(entry for entry, old in zip(entries, found, strict=True) if not old.obsolete)
    gone = tuple(entry for entry, old in zip(entries, found, strict=True) if old.obsolete)
    return Catalogue(language, source, live, gone, found.header, tuple(sorted(headers.items())))


def written_catalogue(catalogue: Catalogue) -> bytes:
    """The content of a file for a catalogue: the same bytes each time, without any date."""
    # Loaded here and below: only translations need it.
    from polib import POEntry, POFile

    made = POFile(wrapwidth=0)
    made.header = catalogue.comment or COMMENT
    language = {"Language": catalogue.language.replace("-", "_")}
    made.metadata = {**language, **_FIXED, _SOURCE: catalogue.source, **dict(catalogue.headers)}
    for entry in catalogue.entries:
        made.append(POEntry(**_fields(entry), occurrences=_occurrences(entry.places)))
    for entry in catalogue.obsolete:
        made.append(POEntry(**_fields(entry), obsolete=True))
    return f"{str(made).rstrip()}\n".encode()


class _Lines:
    """What the reader asks for its lines. Only a line feed ends one here; texts may hold other
    separators.
    """

    def __init__(self, lines: list[str]) -> None:
        self._lines = lines

    def splitlines(self) -> list[str]:
        return self._lines


def _parsed(text: str, path: str) -> Any:
    from polib import pofile

    lines = text.replace("\r\n", "\n").split("\n")
    for number, line in enumerate(lines, 1):
        said = line.removeprefix("#~ ").strip()
        if said and not said.startswith("#") and not _LINE.fullmatch(said):
            raise BrokenCatalogue(path, number, _NO_LINE)
    content: Any = _Lines(lines)
    try:
        return pofile(content, encoding="utf-8", wrapwidth=0)
    except (OSError, ValueError) as error:
        fault = _FAULT.search(str(error))
        if fault is None:
            raise BrokenCatalogue(path, 1, str(error)) from None
        raise BrokenCatalogue(path, int(fault[1]), fault[2] or _NO_LINE) from None


def _entries(found: Any, path: str) -> Iterator[Entry]:
    seen: set[tuple[str, str]] = set()
    for old in found:
        if old.msgid_plural:
            raise BrokenCatalogue(path, old.linenum, "a map has no plural forms")
        flags = tuple(flag for flag in old.flags if flag and flag != "fuzzy")
        entry = Entry(
            context=old.msgctxt or "",
            text=old.msgid,
            translation=old.msgstr,
            fuzzy=old.fuzzy,
            previous=old.previous_msgid,
            note=old.tcomment,
            flags=flags,
        )
        if not old.obsolete and entry.key in seen:
            raise BrokenCatalogue(path, old.linenum, "this text is there twice at one place")
        if not old.obsolete:
            seen.add(entry.key)
        yield entry


def _fields(entry: Entry) -> dict[str, Any]:
    return {
        "msgctxt": entry.context,
        "msgid": entry.text,
        "msgstr": entry.translation,
        "flags": [*(["fuzzy"] if entry.fuzzy else []), *entry.flags],
        "previous_msgid": entry.previous,
        "tcomment": entry.note,
    }


def _occurrences(places: tuple[str, ...]) -> list[tuple[str, str]]:
    return [(_place(place), "") for place in places if "\n" not in place and "\r" not in place]


def _place(place: str) -> str:
    # As gettext does it: isolates hold a path with blanks together.
    path, _, line = place.rpartition(":")
    return f"\u2068{path}\u2069:{line}" if re.search(r"\s", path) else place
