"""The language of maps that cannot be read: the one that most letters of their texts are written
in, as jmap finds it for maps that it can read.
"""

import re
import unicodedata
from collections import Counter
from collections.abc import Iterator
from itertools import islice
from pathlib import Path

from action.place import MAP, Stopped, git, maps, path, root
from action.state import State

_FILES = 50
_CHARACTERS = 64 * 1024
_TEXT = re.compile(r'"([^"\n]*)"')


def language(known: State) -> str:
    """``fa`` or ``en``, by the maps that changed, or else by all that are there."""
    try:
        changed = list(islice(_texts(_changed(known)), _FILES))
        return _written_in(changed or islice(_texts(maps()), _FILES))
    except (Stopped, OSError):
        return "en"


def _changed(known: State) -> Iterator[Path]:
    if not known.base or not known.head:
        return
    top, plain = root(), ("--no-ext-diff", "--no-renames", "--name-only", "-z")
    listed = git("diff", *plain, known.base, known.head, "--", path(), at=top)
    yield from (top / name for name in listed.split("\0") if name.endswith(MAP))


def _texts(files: Iterator[Path]) -> Iterator[str]:
    """The texts in quotes of the files that are there. What a link leads to is no map of ours."""
    for file in files:
        if file.is_file() and not file.is_symlink():
            with file.open(encoding="utf-8", errors="replace") as stream:
                yield " ".join(_TEXT.findall(stream.read(_CHARACTERS)))


def _written_in(texts: Iterator[str] | list[str]) -> str:
    directions = Counter(
        unicodedata.bidirectional(char) in ("R", "AL")
        for text in texts
        for char in text
        if char.isalpha()
    )
    return "fa" if directions[True] > directions[False] else "en"
