"""Breaks a text into lines that fit a width, losing nothing, or says that it was cut."""

from dataclasses import dataclass

from jmap.paint.characters import balanced, visible
from jmap.paint.font.widths import UNITS
from jmap.paint.graphemes import breaks_joining, chunks, split
from jmap.paint.measure import units

ELLIPSIS = "\u2026"
_ZWJ = "\u200d"
_SHORT = 80
_TAIL = 4
"""What is broken off a long word is not fewer letters than this."""


@dataclass(frozen=True, slots=True)
class Lines:
    """A text broken into lines. `width` is the widest line in px; `cut` says that the text goes on
    unseen.
    """

    lines: tuple[str, ...]
    width: float
    cut: bool = False


def wrap(
    text: str, width: float, size: float, *, bold: bool = False, max_lines: int | None = None
) -> Lines:
    """Break `text`, set in `size` px, into lines at most `width` px wide.

    Breaks stand at white space (a run of it counts as one space, a line feed always breaks), after
    a hyphen or slash within a word, between ideographs. A word wider than the line is broken
    inside, between letters that do not join where possible; joined letters keep their shape by
    U+200D on both sides. What cannot be drawn is measured as the sign that stands for it. Only a
    single character wider than `width` stands out. With `max_lines`,
    what does not fit is cut, and the last line ends in an ellipsis.
    """
    text = visible(text)
    limit = int(width * UNITS / size + 1e-6)
    if len(text) < _SHORT and max_lines != 0:
        one = " ".join(text.split())
        wide = units(one, bold=bold)
        if wide <= limit and "\n" not in text and "\r" not in text:
            return Lines((one,), wide * size / UNITS)
    setter = _Setter(limit, bold=bold)
    for paragraph in text.replace("\r\n", "\n").replace("\r", "\n").split("\n"):
        setter.paragraph(paragraph)
        if max_lines is not None and len(setter.done) > max_lines:
            break
    lines = list(map(balanced, setter.done))
    cut = max_lines is not None and len(lines) > max_lines
    if cut:
        lines = [*lines[: max_lines or 0]]
        lines[-1:] = [setter.shortened(line) for line in lines[-1:]]
    widest = max((units(line, bold=bold) for line in lines), default=0)
    return Lines(tuple(lines), widest * size / UNITS, cut)


class _Setter:
    """Sets words into lines of `limit` font units."""

    def __init__(self, limit: int, *, bold: bool) -> None:
        self.limit = limit
        self.bold = bold
        self.done: list[str] = []
        self._line = ""
        self._used = 0
        self._space = units(" ", bold=bold)

    def paragraph(self, text: str) -> None:
        for word in text.split():
            self._word(word)
        if self._line or not text.strip():
            self._end()

    def shortened(self, line: str) -> str:
        """The line with an ellipsis, made shorter until it fits."""
        clusters = split(line)
        while clusters:
            short = "".join(clusters).rstrip() + ELLIPSIS
            if units(short, bold=self.bold) <= self.limit:
                return short
            clusters.pop()
        return ELLIPSIS

    def _word(self, word: str) -> None:
        gap = " " if self._line else ""
        for piece in chunks(word):
            self._piece(gap, piece)
            gap = ""

    def _piece(self, gap: str, piece: str) -> None:
        wide = units(piece, bold=self.bold)
        room = self.limit - self._used - (self._space if gap else 0)
        if wide > room and self._line:
            self._end()
            gap = ""
        if wide > self.limit:
            piece = self._broken(piece)
            wide = units(piece, bold=self.bold)
        self._line += gap + piece
        self._used += wide + (self._space if gap else 0)

    def _broken(self, word: str) -> str:
        """Put the head of an over-wide word on lines of its own; return the tail, which fits."""
        clusters = split(word)
        carried = ""
        while units(carried + "".join(clusters), bold=self.bold) > self.limit and len(clusters) > 1:
            count = self._fitting(carried, clusters)
            joined = breaks_joining(clusters[count - 1], clusters[count])
            self.done.append(carried + "".join(clusters[:count]) + (_ZWJ if joined else ""))
            carried = _ZWJ if joined else ""
            clusters = clusters[count:]
        return carried + "".join(clusters)

    def _fitting(self, carried: str, clusters: list[str]) -> int:
        """How many clusters go on this line: as many as fit, or fewer to break where no letters
        join.
        """
        count = 1
        while count < len(clusters) - 1 and self._fits(carried, clusters, count + 1):
            count += 1
        left = len(clusters) - count
        if 0 < left < _TAIL < count - _TAIL:
            count -= _TAIL - left
        for shorter in range(count, count // 2, -1):
            if not breaks_joining(clusters[shorter - 1], clusters[shorter]):
                return shorter
        return count

    def _fits(self, carried: str, clusters: list[str], count: int) -> bool:
        tail = _ZWJ if breaks_joining(clusters[count - 1], clusters[count]) else ""
        text = carried + "".join(clusters[:count]) + tail
        return units(text, bold=self.bold) <= self.limit

    def _end(self) -> None:
        self.done.append(self._line)
        self._line, self._used = "", 0
