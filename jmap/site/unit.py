"""A unit of a site: one source file with all it imports, made into pages and a summary once."""

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from jmap.site.readings import Readings
from jmap.site.store import Store
from jmap.site.tree import sha256_of

KIND = "units"
_HEADER = {"read", "pages", "again"}


@dataclass(frozen=True, slots=True)
class Unit:
    """A source file whose journeys go into the site."""

    root: str
    """The folder of its workspace: imports reach no further."""
    place: str
    """The same, relative to what all workspaces of the site have in common."""
    path: str
    digest: str
    """The SHA-256 of the file."""

    def key(self, jmap: str, renamed: Mapping[str, str]) -> str:
        """What its pages are kept under: all they depend on but the files that it imports."""
        told = [jmap, self.root, self.path, self.digest, sorted(renamed.items())]
        return sha256_of(json.dumps(told).encode("utf-8"))


@dataclass(frozen=True, slots=True)
class Page:
    """A page of a journey."""

    journey: str
    """The journey's key."""
    suffix: str
    digest: str


@dataclass(frozen=True, slots=True)
class Kept:
    """What was made of a unit, as it is kept; its texts are JSON, each on one line."""

    read: tuple[tuple[str, str, str], ...]
    """Every file that was followed: its path, where that led, and its SHA-256."""
    pages: tuple[Page, ...]
    again: bool
    """Whether something went wrong on the way that may go well the next time."""
    summary: bytes
    searched: tuple[bytes, ...]
    """For each journey, what the search finds on it."""

    def holds(self, readings: Readings) -> bool:
        """Whether every file that was followed is still the same."""
        return not self.again and all(readings.still(*file) for file in self.read)

    def write(self) -> bytes:
        """As it is kept."""
        header = {
            "read": self.read,
            "pages": [[page.journey, page.suffix, page.digest] for page in self.pages],
            "again": self.again,
        }
        return b"\n".join([json.dumps(header).encode("ascii"), self.summary, *self.searched])


def kept_unit(store: Store, key: str) -> Kept | None:
    """What is kept under a key; none where that is nothing, or not what was written there."""
    payload = store.entry(KIND, key)
    if payload is None:
        return None
    header, *texts = payload.split(b"\n")
    try:
        told = json.loads(header)
        if set(told) != _HEADER or not all(map(_is_inert, texts[1:])):
            return None
        return Kept(
            read=tuple(_texts(file, 3) for file in told["read"]),  # type: ignore[misc]
            pages=tuple(Page(*_texts(page, 3)) for page in told["pages"]),
            again=bool(told["again"]),
            summary=texts[0],
            searched=tuple(texts[1:]),
        )
    except (ValueError, TypeError, LookupError):
        return None


def _is_inert(text: bytes) -> bool:
    # It goes into a page as it is.
    return text.isascii() and b"<" not in text


def _texts(value: Iterable[object], count: int) -> tuple[str, ...]:
    texts = tuple(text for text in value if isinstance(text, str))
    if len(texts) != count:
        raise ValueError(value)
    return texts
