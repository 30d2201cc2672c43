"""Texts that were parsed before: the same content is not parsed twice."""

from collections import OrderedDict
from dataclasses import dataclass, field, replace

from jmap.diagnostics import Diagnostic
from jmap.encoding import decode
from jmap.syntax.nodes import Parsed
from jmap.syntax.parser import parse

KEPT = 8 * 1024 * 1024
"""Most characters of all texts that are kept; their statements need some forty times as much."""


@dataclass(frozen=True, slots=True)
class Read:
    """A content that was parsed, and why it could not even be decoded, if so."""

    parsed: Parsed
    refused: tuple[Diagnostic, ...] = ()


@dataclass(slots=True)
class Parses:
    """What contents came to, by their digests. Those about which something was said are parsed
    anew, because it was said of one file.
    """

    most: int = 0
    """How many characters are kept; none unless one says so."""
    _known: OrderedDict[str, Parsed] = field(default_factory=OrderedDict)
    _size: int = 0

    def read(self, shown: str, content: bytes, digest: str) -> Read:
        """A content as the file of a name, with a text of its own: places in it are its own."""
        decoded = decode(shown, content)
        known = self._known.get(digest)
        if known is not None:
            self._known.move_to_end(digest)
            return Read(replace(known, source=decoded.source))
        parsed = parse(decoded.source)
        if not decoded.diagnostics and not parsed.diagnostics:
            self._keep(digest, parsed)
        return Read(parsed, decoded.diagnostics)

    def _keep(self, digest: str, parsed: Parsed) -> None:
        self._known[digest] = parsed
        self._size += len(parsed.source.text)
        while self._size > self.most:
            _, oldest = self._known.popitem(last=False)
            self._size -= len(oldest.source.text)
