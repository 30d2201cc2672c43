"""File names from ids: plain, short, and never the same for two things."""

import re
from collections.abc import Iterable
from functools import lru_cache

from jmap.site.tree import sha256_of

_LONGEST = 80
_HASH = 8
_RESERVED = re.compile(r"con|prn|aux|nul|com[0-9]|lpt[0-9]")
"""Names that Windows keeps to itself."""


@lru_cache(65536)
def slug_of(text: str) -> str:
    """A file name for an id or a name: a to z, 0 to 9 and hyphens, at most 80 characters.

    What holds other letters is not transliterated, which would be wrong more often than right: it
    is named by a part of its SHA-256.
    """
    lower = text.lower()
    if any(char.isalnum() and not char.isascii() for char in lower):
        return _hash(text, 12)
    plain = re.sub(r"[^a-z0-9]+", "-", lower).strip("-")
    if not plain:
        return _hash(text, 12)
    if len(plain) > _LONGEST or _RESERVED.fullmatch(plain):
        return _marked(plain, text)
    return plain


def slugs(wanted: Iterable[tuple[str, str, str]]) -> dict[tuple[str, str], str]:
    """The file names of things, each given by its workspace, its key in that, and its id.

    The first in the order of workspaces and keys, names in quotes after ids, has the plain name;
    others that want it too have a hash behind it. The order in which they are given makes no
    difference.
    """
    found: dict[tuple[str, str], str] = {}
    taken: set[str] = set()
    clashing = []
    for place, key, text in sorted(wanted, key=_order):
        plain = slug_of(text)
        if plain in taken:
            clashing.append((place, key, plain))
        else:
            taken.add(plain)
            found[place, key] = plain
    for place, key, plain in clashing:
        name = _marked(plain, f"{place}\n{key}")
        while name in taken:
            name = _marked(plain, f"{name}\n{place}\n{key}")
        taken.add(name)
        found[place, key] = name
    return found


def _order(wanted: tuple[str, str, str]) -> tuple[str, bool, str]:
    place, key, _ = wanted
    return place, key.startswith('"'), key


def _marked(plain: str, text: str) -> str:
    return f"{plain[: _LONGEST - _HASH - 1].rstrip('-')}-{_hash(text, _HASH)}"


def _hash(text: str, length: int) -> str:
    return sha256_of(text.encode("utf-8", "surrogatepass"))[:length]
