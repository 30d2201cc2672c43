"""Where things stand in a TOML file, which readers of TOML do not tell."""

import re
import tomllib
from dataclasses import dataclass, field
from functools import lru_cache

from jmap import limits
from jmap.source import Span

Keys = tuple[str | int, ...]
"""The way to a value: keys of tables, and numbers from 0 for what stands in a list."""

_KEY = re.compile(r"""[A-Za-z0-9_-]+|"(?:[^"\\\r\n]|\\.)*"|'[^'\r\n]*'""")
_LONG_TEXT = re.compile(
    r'''"""(?:[^"\\]|\\.|"{1,2}(?!"))*"{3,5}|\'\'\'(?:[^']|'{1,2}(?!'))*'{3,5}''', re.DOTALL
)
_TEXT = re.compile(r""""(?:[^"\\\r\n]|\\.)*"|'[^'\r\n]*'""")
_LONG = ('"""', "'''")
_PLAIN = re.compile(r"[^,\]}#\r\n]+")
_BLANK = re.compile(r"(?:[ \t\r\n]+|#[^\r\n]*)*")


class KeyTooLong(ValueError):
    """A key of more parts than any configuration needs."""


@lru_cache(maxsize=4)
def places(text: str) -> dict[Keys, Span]:
    """Where the keys of a TOML text stand, and the values in its lists; of an unsound text up to
    its fault. Raises ``KeyTooLong``, and ``RecursionError`` for lists in lists without end.
    """
    scan = _Scan(text)
    scan.all()
    return scan.found


def place(text: str, keys: Keys) -> Span:
    """Where a value stands, or the nearest thing around it that does."""
    known = places(text)
    for end in range(len(keys), 0, -1):
        if keys[:end] in known:
            return known[keys[:end]]
    return Span(0, 0)


@dataclass(slots=True)
class _Scan:
    text: str
    at: int = 0
    found: dict[Keys, Span] = field(default_factory=dict)
    _tables: dict[Keys, int] = field(default_factory=dict)
    """How many tables each list of tables has so far."""

    def all(self) -> None:
        here: Keys = ()
        while self._next():
            if self._next() != "[":
                self._pair(here)
                continue
            several = self.text.startswith("[[", self.at)
            self.at += 2 if several else 1
            here = self._table(several=several)

    def _next(self) -> str:
        """The next character that means something."""
        blank = _BLANK.match(self.text, self.at)
        self.at = blank.end() if blank else self.at
        return self.text[self.at : self.at + 1]

    def _table(self, *, several: bool) -> Keys:
        keys = self._keys()
        here: Keys = ()
        for number, (key, span) in enumerate(keys, 1):
            here = (*here, key)
            if several and number == len(keys):
                self._tables[here] = self._tables.get(here, -1) + 1
            if here in self._tables:
                here = (*here, self._tables[here])
            if number == len(keys):
                self.found[here] = span
        self.at += 2 if several else 1
        return here

    def _keys(self) -> list[tuple[str, Span]]:
        """The keys between dots, up to what follows them."""
        keys: list[tuple[str, Span]] = []
        while self._next() not in ("", "=", "]"):
            match = _KEY.match(self.text, self.at)
            if match is not None:
                keys.append((_read(match[0]), Span(*match.span())))
            if len(keys) > limits.CONFIG_KEY:
                raise KeyTooLong(f"a key has more than {limits.CONFIG_KEY} parts")
            self.at = match.end() if match else self.at + 1
        return keys

    def _pair(self, here: Keys) -> None:
        for key, span in self._keys():
            here = (*here, key)
            self.found.setdefault(here, span)
        self.at += 1
        self._value(here)

    def _value(self, here: Keys) -> None:
        first = self._next()
        if first == "[":
            self._list(here)
        elif first == "{":
            self._inline(here)
        else:
            if self.text.startswith(_LONG, self.at):
                match = _LONG_TEXT.match(self.text, self.at)
            else:
                match = _TEXT.match(self.text, self.at) or _PLAIN.match(self.text, self.at)
            # A long text that never ends is the end of what can be read.
            self.at = match.end() if match else len(self.text)

    def _list(self, here: Keys) -> None:
        self.at += 1
        number = 0
        while self._next() not in ("", "]"):
            if self._next() == ",":
                self.at, number = self.at + 1, number + 1
                continue
            start = self.at
            self._value((*here, number))
            self.found[*here, number] = Span(start, self.at)
        self.at += 1

    def _inline(self, here: Keys) -> None:
        self.at += 1
        while self._next() not in ("", "}"):
            if self._next() == ",":
                self.at += 1
            else:
                self._pair(here)
        self.at += 1


def _read(key: str) -> str:
    if key[0] not in "\"'":
        return key
    if "\\" not in key or key[0] == "'":
        return key[1:-1]
    try:
        read: str = tomllib.loads(f"key = {key}")["key"]
    except ValueError:
        return key[1:-1]
    return read
