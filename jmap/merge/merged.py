"""The merge of a file: take apart, combine, read again."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from jmap.diagnostics import Diagnostic
from jmap.merge.combine import Combination
from jmap.merge.conflict import Conflict, Labels, Marks
from jmap.merge.moved import moves
from jmap.merge.part import Thinned
from jmap.merge.reading import Read, read, with_line_feeds
from jmap.merge.slots import pairs
from jmap.merge.thin import Thinning
from jmap.merge.unsettled import mark_unsettled

_LARGE = 200_000
"""From how many characters on blocks that nobody has touched are passed over."""


@dataclass(frozen=True, slots=True)
class Merged:
    """A text that holds what both sides say."""

    text: str
    conflicts: tuple[Conflict, ...] = ()


class Unmergeable(Exception):
    """Why a merge by meaning is not possible."""


def merged(
    base: str, ours: str, theirs: str, labels: Labels | None = None, *, large: int = _LARGE
) -> Merged:
    """One text from two that were made of a third.

    Line ends are those of ours, unless theirs alone has changed them. Raises ``Unmergeable`` where
    the statements of one of the three cannot be told from each other.
    """
    plain = [with_line_feeds(text) for text in (base, ours, theirs)]
    marks = Marks(labels or Labels())
    try:
        result = _merged(plain, marks, Thinning.of(plain) if len(ours) > large else Thinning())
    except Thinned:
        result = _merged(plain, marks, Thinning())
    end = _line_end(base, ours, theirs)
    return result if end == "\n" else Merged(result.text.replace("\n", end), result.conflicts)


def _merged(texts: list[str], marks: Marks, thinning: Thinning) -> Merged:
    sides = [read(text, thinning.thinned(text)) for text in texts]
    for side, name in zip(sides, ("the common ancestor", "our side", "their side"), strict=True):
        if not side.whole:
            raise Unmergeable(f"{name} cannot be read: {_first(side.errors)}")
    base, ours, theirs = sides
    mark_unsettled(base.block)
    both = pairs(base.block, ours.block, theirs.block, moves(base, ours), moves(base, theirs))
    work = Combination(both, marks)
    lines = work.block(base.block, ours.block, theirs.block, "")
    text = _ended("\n".join(lines), *texts)
    result = read(text, thinning.thinned(text))
    if not result.whole:
        raise Unmergeable(f"the two sides do not fit together: {_first(result.errors)}")
    wrong = list(_new_errors(result, ours, theirs))
    if wrong:
        text = _marked(text, wrong, marks)
        work.conflicts += [Conflict("", _sentence(item)) for item in wrong]
    return Merged(text, tuple(work.conflicts))


def _first(errors: tuple[Diagnostic, ...]) -> str:
    return f"line {errors[0].position.line}: {errors[0].message}"


def _new_errors(result: Read, *sides: Read) -> Iterator[Diagnostic]:
    """What is wrong only because both sides are together."""
    known: Counter[tuple[str, str]] = Counter()
    for side in sides:
        known |= Counter((item.name, item.message) for item in side.errors)
    for item in result.errors:
        if known[item.name, item.message] > 0:
            known[item.name, item.message] -= 1
        else:
            yield item


def _sentence(item: Diagnostic) -> str:
    return f"together, the two sides are wrong: {item.message}"


def _marked(text: str, wrong: list[Diagnostic], marks: Marks) -> str:
    """The text with a note above each line that is wrong."""
    notes: dict[int, list[str]] = {}
    lines = text.split("\n")
    for item in wrong:
        at = item.position.line - 1
        indent = lines[at][: len(lines[at]) - len(lines[at].lstrip())]
        notes.setdefault(at, []).extend(marks.wrong(indent, f"{item.message}: {item.help}"))
    return "\n".join(line for at in range(len(lines)) for line in (*notes.get(at, ()), lines[at]))


def _ended(text: str, base: str, ours: str, theirs: str) -> str:
    """The text with a line end at its end, unless the side that has changed that has none."""
    ends = [side.endswith("\n") or not side for side in (base, ours, theirs)]
    ended = ends[2] if ends[1] == ends[0] else ends[1]
    return text + "\n" if ended and text else text


def _line_end(base: str, ours: str, theirs: str) -> str:
    was, mine, other = (_first_end(text) for text in (base, ours, theirs))
    return other if mine == was else mine


def _first_end(text: str) -> str:
    at = text.find("\n")
    if at < 0:
        return "\r" if "\r" in text else "\n"
    return "\r\n" if text[at - 1 : at] == "\r" else "\n"
