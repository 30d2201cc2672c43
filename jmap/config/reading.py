"""A configuration file as typed values, with what is wrong in it."""

import re
import tomllib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from difflib import get_close_matches
from pathlib import Path, PurePosixPath
from typing import Any

from jmap import limits
from jmap.config.places import Keys, places
from jmap.config.settings import EFFECTS, FAIL_LEVELS, Choice, Gate, Override, Settings
from jmap.diagnostics import Diagnostic
from jmap.encoding import decode
from jmap.files import FileRead, Unreadable, digest_of, read_bytes
from jmap.paths import SHARED, config_file, shown_path
from jmap.source import SourceFile, Span

TABLE = ("tool", "jmap")
"""Where the configuration stands in a file of many tools."""
_CHOICE = ("profile", "select", "extend-select", "ignore", "severity", "rules")
_TOP = (*_CHOICE, "overrides", "fail-level", "baseline", "diff")
_OVERRIDE = (*_CHOICE, "paths", "journeys", "diff")
_GATE = ("fail-on", "weights")
_GUESSED = 100
"""How many unknown keys are compared with all that there are."""


def read_settings(root: Path) -> Settings:
    """The settings of the workspace below a folder. Never raises: what is wrong with the file is
    said in ``diagnostics``.
    """
    path = config_file(root)
    return Settings() if path is None else read_file(path)


def read_file(path: Path) -> Settings:
    """The settings in a file; those of ``[tool.jmap]`` where it is a ``pyproject.toml``."""
    shown = shown_path(path)
    try:
        content = read_bytes(path)
    except Unreadable as error:
        found = Diagnostic(error.name, str(error), SourceFile(shown, ""), help=error.hint)
        return Settings(source=found.source, diagnostics=(found,))
    read = FileRead(str(path), str(path.resolve()), digest_of(content))
    return read_content(shown, content, read)


def read_content(shown: str, content: bytes, read: FileRead | None = None) -> Settings:
    """The settings in the content of a file, by the path that it is shown by."""
    shared = PurePosixPath(shown).name == SHARED
    if shared and b"jmap" not in content:
        return Settings(source=SourceFile(shown, ""), read=read)
    if len(content) > limits.CONFIG_BYTES:
        return _too_large(Settings(source=SourceFile(shown, ""), read=read))
    decoded = decode(shown, content)
    if decoded.diagnostics:
        return Settings(source=decoded.source, read=read, diagnostics=decoded.diagnostics)
    return _settings(Settings(source=decoded.source, read=read, table=TABLE if shared else ()))


def _settings(empty: Settings) -> Settings:
    source = empty.source
    assert source is not None
    try:
        places(source.text)
        table: Any = tomllib.loads(source.text)
    except (ValueError, RecursionError) as error:
        # Somebody else's file with a fault in it is for somebody else to mend.
        others = empty.table and not re.search(r"^\s*\[+\s*tool\s*\.\s*jmap\b", source.text, re.M)
        return empty if others else _no_toml(empty, error)
    for key in empty.table:
        table = table.get(key, {}) if isinstance(table, dict) else {}
    return _Reading(empty).all(table)


def _too_large(empty: Settings) -> Settings:
    complaint = empty.complaint(
        f"this configuration has more than {limits.CONFIG_BYTES:,} bytes",
        "patterns of paths keep it short",
    )
    return Settings(source=empty.source, read=empty.read, diagnostics=(complaint,))


def _no_toml(empty: Settings, error: Exception) -> Settings:
    source = empty.source
    assert source is not None
    said = "it is nested too deeply" if isinstance(error, RecursionError) else str(error)
    found = re.search(r"^(.*) \(at (?:line (\d+), column (\d+)|end of document)\)$", said, re.S)
    message = found[1] if found else said
    line, column = (found[2], found[3]) if found else (None, None)
    start = _last(source.text) if found else 0
    if line and column:
        start = source.offset(int(line), int(column))
    complaint = Diagnostic(
        "wrong-configuration",
        f"this is no TOML: {message[:1].lower()}{message[1:]}",
        source,
        Span(start, start + 1),
        help='a line is: key = value; a text stands in quotes; a table begins with ["name"]',
    )
    return Settings(source=source, read=empty.read, diagnostics=(complaint,), table=empty.table)


def _last(text: str) -> int:
    return max(0, len(text.rstrip()) - 1)


@dataclass(slots=True)
class _Reading:
    """The tables of one file as typed values, with what is wrong in them."""

    empty: Settings
    diagnostics: list[Diagnostic] = field(default_factory=list)

    def all(self, table: Any) -> Settings:
        if not isinstance(table, dict):
            self.complain(f"{'.'.join(TABLE)} is a table", f"begin it with [{'.'.join(TABLE)}]")
            table = {}
        self.require_known(table, _TOP, ())
        gate = self.gate(table, ())
        return Settings(
            self.choice(table, ()),
            tuple(self.overrides(table.get("overrides", []))),
            self.fail_level(table),
            self.text(table, "baseline", ()),
            self.empty.source,
            self.empty.read,
            tuple(self.diagnostics),
            self.empty.table,
            gate,
        )

    def fail_level(self, table: Mapping[str, Any]) -> str | None:
        level = self.text(table, "fail-level", ())
        if level is None or level in FAIL_LEVELS:
            return level
        hint = f"write one of {_listed(FAIL_LEVELS)}"
        self.complain(f"there is no level {level!r}", hint, "fail-level")
        return None

    def choice(self, table: Mapping[str, Any], keys: Keys) -> Choice:
        return Choice(
            self.text(table, "profile", keys),
            self.texts(table, "select", keys),
            self.texts(table, "extend-select", keys) or (),
            self.texts(table, "ignore", keys) or (),
            self.severities(table, keys),
            self.rules(table, keys),
        )

    def gate(self, table: Mapping[str, Any], keys: Keys) -> Gate:
        found = self._table(table, "diff", keys)
        here = (*keys, "diff")
        self.require_known(found, _GATE, here)
        return Gate(self.texts(found, "fail-on", here), self.effects(found, here))

    def effects(self, table: Mapping[str, Any], keys: Keys) -> dict[str, str]:
        found = self._table(table, "weights", keys)
        for name in [name for name, value in found.items() if value not in EFFECTS]:
            hint = f"write one of {_listed(EFFECTS)}"
            wrong = _written(found.pop(name))
            self.complain(f"there is no effect {wrong}", hint, *keys, "weights", name)
        return found

    def severities(self, table: Mapping[str, Any], keys: Keys) -> dict[str, str]:
        found = self._table(table, "severity", keys)
        for name in [name for name, value in found.items() if value not in FAIL_LEVELS]:
            hint = f"write one of {_listed(FAIL_LEVELS)}; ignore turns a rule off"
            wrong = _written(found.pop(name))
            self.complain(f"there is no severity {wrong}", hint, *keys, "severity", name)
        return found

    def rules(self, table: Mapping[str, Any], keys: Keys) -> dict[str, Any]:
        found = self._table(table, "rules", keys)
        for name in [name for name, value in found.items() if not isinstance(value, dict)]:
            del found[name]
            hint = f"write a table: [rules.{name}]"
            self.complain(f"the settings of {name} are a table", hint, *keys, "rules", name)
        return found

    def overrides(self, tables: Any) -> Iterator[Override]:
        if not isinstance(tables, list) or not all(isinstance(one, dict) for one in tables):
            self.complain("overrides are tables", "begin each with [[overrides]]", "overrides")
            return
        for number, table in enumerate(tables):
            keys = ("overrides", number)
            self.require_known(table, _OVERRIDE, keys)
            paths = self.texts(table, "paths", keys)
            journeys = self.texts(table, "journeys", keys)
            if not paths and not journeys:
                hint = 'say where: paths = ["legacy/**"] or journeys = ["refund"]'
                self.complain("this override applies nowhere", hint, *keys)
                continue
            choice, gate = self.choice(table, keys), self.gate(table, keys)
            yield Override(choice, paths or (), journeys or (), number, gate)

    def require_known(self, table: Mapping[str, Any], known: Sequence[str], keys: Keys) -> None:
        for name in table:
            if name not in known:
                hint = self._guess(name, known) or f"there is {_listed(known)}"
                self.complain(f"there is no key {name!r} here", hint, *keys, name)

    def text(self, table: Mapping[str, Any], name: str, keys: Keys) -> str | None:
        value = table.get(name)
        if value is None or isinstance(value, str):
            return value
        self.complain(f"{name} takes a text", f'write {name} = "…"', *keys, name)
        return None

    def texts(self, table: Mapping[str, Any], name: str, keys: Keys) -> tuple[str, ...] | None:
        value = table.get(name)
        if value is None:
            return None
        if not isinstance(value, list):
            self.complain(f"{name} takes a list of texts", f'write {name} = ["…"]', *keys, name)
            return None
        for number, one in enumerate(value):
            if not isinstance(one, str):
                wrong = f"{_written(one)} is no text"
                self.complain(wrong, f'write {name} = ["…"]', *keys, name, number)
        return tuple(one for one in value if isinstance(one, str))

    def complain(self, message: str, hint: str, *keys: str | int) -> None:
        self.diagnostics.append(self.empty.complaint(message, hint, *keys))

    def _guess(self, name: str, known: Sequence[str]) -> str:
        if len(self.diagnostics) >= _GUESSED or len(name) > 2 * max(map(len, known)):
            return ""
        meant = get_close_matches(name.replace("_", "-").lower(), known, 1, 0.7)
        return f'did you mean "{meant[0]}"?' if meant else ""

    def _table(self, table: Mapping[str, Any], name: str, keys: Keys) -> dict[str, Any]:
        value = table.get(name, {})
        if isinstance(value, dict):
            return dict(value)
        head = ".".join((*(str(key) for key in keys if isinstance(key, str)), name))
        self.complain(f"{name} is a table", f"begin it with [{head}]", *keys, name)
        return {}


def _listed(names: Sequence[str]) -> str:
    return ", ".join(f'"{name}"' for name in names)


def _written(value: Any) -> str:
    """A value much as TOML writes it; of a long one the beginning."""
    if isinstance(value, dict):
        return "a table"
    if isinstance(value, bool):
        return str(value).lower()
    shown = f'"{value}"' if isinstance(value, str) else str(value)
    return shown if len(shown) <= 60 else shown[:60] + "…"
