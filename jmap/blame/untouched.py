"""Whether a commit changed only lines that a part does not stand on: then nothing has to be parsed
to know that it set no fact of the part.

Sure is only what changed neither braces nor texts over several lines, because these decide what
stands in what, nor who was called what or takes over from whom. All else is left to the parser.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache
from itertools import takewhile

from jmap.blame.address import part_at
from jmap.diff.change import Address
from jmap.encoding import decode
from jmap.loading import Loaded
from jmap.model.journey import Journey
from jmap.source import SourceFile
from jmap.syntax.fold import fold
from jmap.syntax.nodes import Node
from jmap.syntax.words import words

_SHAPE = re.compile(r'[{};]|"""')
_WORD = re.compile(r'[^\s"«»]+')


@dataclass(frozen=True, slots=True)
class Stretch:
    """The lines of a file that a part stands on, from 0; the last is one of them."""

    source: str
    """The path by which the file is shown."""
    first: int
    last: int


def stretches_of(loaded: Loaded, addresses: Iterable[Address]) -> tuple[Stretch, ...] | None:
    """The lines of some parts; none where these alone do not say what the parts are."""
    found: list[Stretch] = []
    for address in addresses:
        root = part_at(loaded.workspace, address[:1])
        if isinstance(root, Journey) and root.extends:
            return None
        # Known by a text or by number: another part like it, and it is called otherwise.
        if any(step.key.startswith('"') or "#" in step.key for step in address):
            return None
        stretch = _stretch(loaded, part_at(loaded.workspace, address))
        if stretch is None:
            return None
        found.append(stretch)
    return tuple(found)


def _stretch(loaded: Loaded, part: object) -> Stretch | None:
    place = loaded.origins.where(part)
    if place is None:
        return None
    nodes = next((one.nodes for one in loaded.parsed if one.source is place.source), [])
    node = next((one for one in _all(nodes) if one.head == place.span), None)
    if node is None or "\r" in place.source.text:
        return None
    first, last = (_line(place.source, at) for at in (node.head.start, node.end))
    return Stretch(place.source.path, first, last)


def _line(source: SourceFile, offset: int) -> int:
    return source.text.count("\n", 0, offset)


def _all(nodes: Iterable[Node]) -> Iterator[Node]:
    for node in nodes:
        yield node
        yield from _all(node.body or ())


def shifted(
    stretches: Sequence[Stretch], source: str, before: bytes, after: bytes
) -> tuple[Stretch, ...] | None:
    """Where some stretches of a file were, if what changed there did not bear on them; else none.

    The stretches are of the file after the change.
    """
    sides = [decode("", content) for content in (before, after)]
    if any(side.diagnostics or "\r" in side.source.text for side in sides):
        return None
    old, new = (side.source.text.split("\n") for side in sides)
    start = _same(zip(old, new, strict=False))
    room = min(len(old), len(new)) - start
    end = min(room, _same(zip(reversed(old), reversed(new), strict=False)))
    gone, come = old[start : len(old) - end], new[start : len(new) - end]
    if any(map(_bears_on_others, (*gone, *come))):
        return None
    found = [
        _shifted(one, start, start + len(come), len(gone) - len(come))
        if one.source == source
        else one
        for one in stretches
    ]
    kept = tuple(one for one in found if one is not None)
    return kept if len(kept) == len(found) else None


def _bears_on_others(line: str) -> bool:
    said = map(fold, _WORD.findall(line))
    return _SHAPE.search(line) is not None or not _telling().isdisjoint(said)


@cache
def _telling() -> frozenset[str]:
    statements = words().spellings("statements", ("extends", "import"))
    return frozenset({*statements, *words().spellings("words", ("was",))})


def _same(pairs: Iterable[tuple[str, str]]) -> int:
    return sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], pairs))


def _shifted(stretch: Stretch, start: int, end: int, by: int) -> Stretch | None:
    """A stretch without what changed from one line to before another."""
    if end <= stretch.first:
        return replace(stretch, first=stretch.first + by, last=stretch.last + by)
    return stretch if start > stretch.last else None
