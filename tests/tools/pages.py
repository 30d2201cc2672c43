"""Fenced blocks in Markdown pages, and what a page promises with each of them.

```jmap                    loads without an error
```jmap file=teams.jmap    the same, and later blocks of the page can import it by that name
```jmap fragment=stage     a statement that stands inside another: it is put where it belongs
```jmap error              has errors; the ```text block after it is what `jmap check` prints
```jmap model              loads, and holds at least what the ```json block after it says
```jmap fmt                is laid out as the ```jmap block after it
"""

import re
from collections import deque
from collections.abc import Iterator
from dataclasses import dataclass
from fcntl import LOCK_EX, flock
from pathlib import Path
from typing import Any

from jmap.model.statement import Statement, spec
from jmap.model.workspace import Document
from jmap.syntax.words import words

_FENCE = re.compile(r"^```([^\n`]*)\n(.*?)^```$", re.MULTILINE | re.DOTALL)
_WORD = re.compile(r"^\s*([^\s{};\"#]+)", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Block:
    """One fenced block: its page, its line there, the words after the fence, and its text."""

    page: Path
    line: int
    info: tuple[str, ...]
    text: str

    @property
    def options(self) -> dict[str, str]:
        """The words after the language, `name=value` or bare."""
        return {name: value for name, _, value in (word.partition("=") for word in self.info[1:])}

    def __str__(self) -> str:
        return f"{self.page.stem}:{self.line}"


def blocks(page: Path) -> list[Block]:
    """The fenced blocks of a page, in order."""
    text = page.read_text(encoding="utf-8")
    return [
        Block(page, text.count("\n", 0, match.start()) + 1, tuple(match[1].split()), match[2])
        for match in _FENCE.finditer(text)
    ]


def answer(block: Block) -> Block:
    """The block that follows another one on its page."""
    following = blocks(block.page)
    return following[following.index(block) + 1]


def accept(block: Block, answered: str) -> None:
    """Write a new text into the block that follows another one; workers take turns."""
    with block.page.open("r+", encoding="utf-8", newline="") as file:
        flock(file, LOCK_EX)
        text = file.read()
        asked = text.index(f"```{' '.join(block.info)}\n{block.text}```")
        start = text.index("```text\n", asked) + len("```text\n")
        end = text.index("```\n", start)
        file.seek(0)
        file.truncate()
        file.write(text[:start] + answered + text[end:])


def placed(block: Block) -> str:
    """A fragment inside the parents in which its first statement may stand."""
    first = _WORD.search(block.text)
    assert first, f"{block} is empty"
    name = words().canonical("statements", first[1])
    wanted = block.options["fragment"]
    parents = _parents(name, "" if wanted in (name, first[1]) else wanted)
    opening = "".join(f"{parent} example {{\n" for parent in parents)
    return opening + block.text + "}\n" * len(parents)


def _parents(name: str, wanted: str) -> list[str]:
    """The keywords from the top of a file down to a class that has a statement of this name."""
    waiting: deque[tuple[Any, list[str]]] = deque([(Document, [])])
    while waiting:
        cls, path = waiting.popleft()
        if _holds(cls, name, wanted):
            return path
        if len(path) < 5:
            waiting += [(child, [*path, child.keyword]) for child in _blocks_in(cls)]
    raise AssertionError(f"`{name}` stands in no {wanted or 'block'}")


def _holds(cls: Any, name: str, wanted: str) -> bool:
    if wanted:
        return bool(cls.keyword == wanted and (name in spec(cls).body or name.startswith("x-")))
    # `pain` is a line of a persona and a block of a touchpoint: a fragment of its own is the block.
    return name in spec(cls).body and isinstance(spec(cls).body[name].item, type)


def _blocks_in(cls: Any) -> Iterator[Any]:
    for item in spec(cls).body.values():
        if isinstance(item.item, type) and issubclass(item.item, Statement):
            yield item.item
