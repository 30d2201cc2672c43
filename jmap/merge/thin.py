"""Large files: blocks that are the same in all three states need not be understood."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

_MARK = re.compile(
    # Closing quotes are optional, so that a quote without one is passed over once.
    r'"""(?:[^"\\]|\\(?:.|\n)|"(?!""))*(?:""")?|"(?:[^"\\\n]|\\[^\n])*"?|«(?:[^»\\\n]|\\[^\n])*»?'
    r"|#[^\n]*|[{}]"
)
_INDENT = re.compile(r"\n[ \t]+")


@dataclass(slots=True)
class _Braces:
    """A block: where its statement's line starts, and its braces."""

    start: int
    opened: int
    closed: int = 0
    inner: list["_Braces"] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Thinning:
    """The blocks that are to be passed over, by what was typed."""

    shared: frozenset[str] = frozenset()

    @classmethod
    def of(cls, texts: list[str]) -> "Thinning":
        """The largest blocks that all texts have in common."""
        levels = [(text, _blocks(text)) for text in texts]
        found: set[str] = set()
        while all(blocks for _, blocks in levels):
            typed = [{_key(text, one) for one in blocks} for text, blocks in levels]
            common = set.intersection(*typed)
            found |= common
            levels = [(text, list(_below(text, blocks, common))) for text, blocks in levels]
        return cls(frozenset(found))

    def thinned(self, text: str) -> str | None:
        """The text with blanks in these blocks, and as many lines; none where it has none."""
        if not self.shared:
            return None
        pieces: list[str] = []
        at = 0
        for block in self._found(text, _blocks(text)):
            pieces += [
                text[at : block.opened + 1],
                _blanked(text[block.opened + 1 : block.closed - 1]),
            ]
            at = block.closed - 1
        return "".join([*pieces, text[at:]])

    def _found(self, text: str, blocks: list[_Braces]) -> Iterator[_Braces]:
        for block in blocks:
            if _key(text, block) in self.shared:
                yield block
            else:
                yield from self._found(text, block.inner)


def _key(text: str, block: _Braces) -> str:
    """What was typed, however far it is indented."""
    return _INDENT.sub("\n", text[block.start : block.closed].lstrip())


def _blanked(text: str) -> str:
    # Lines are counted from it; nothing else of it is used.
    return "\n".join(" " * len(line) for line in text.split("\n"))


def _below(text: str, blocks: list[_Braces], common: set[str]) -> Iterator[_Braces]:
    for block in blocks:
        if _key(text, block) not in common:
            yield from block.inner


def _blocks(text: str) -> list[_Braces]:
    """The blocks at the top of a text; none where braces do not match."""
    top = _Braces(0, 0)
    open_ = [top]
    for match in _MARK.finditer(text):
        sign = match[0]
        if sign == "{":
            start = text.rfind("\n", 0, match.start()) + 1
            block = _Braces(start, match.start())
            open_[-1].inner.append(block)
            open_.append(block)
        elif sign == "}":
            if len(open_) == 1:
                return []
            open_.pop().closed = match.end()
    return top.inner if len(open_) == 1 else []
