"""A journey file with random edits of its text, as people make them in an editor."""

import itertools
import random
import re
from collections.abc import Callable, Iterator

from jmap.format import format_source
from jmap.source import SourceFile
from jmap.syntax.nodes import Node, span_of
from jmap.syntax.parser import parse

WORDS = ("price", "wait", "letter", "نامه", "again", "twice")


def text_edited(text: str, seed: int, count: int, *, in_its_words: bool = False) -> str:
    """The text after some random edits; it can always be parsed. ``in_its_words``, no edit writes
    anew what it leaves.
    """
    dice = random.Random(seed)
    for _ in range(count):
        edit = dice.choice(EDITS)
        if in_its_words and edit is formatted:
            continue
        made = edit(text, dice)
        parsed = parse(SourceFile("", made))
        if parsed.nodes and not parsed.diagnostics:
            text = made
    return text


def comment_above(text: str, dice: random.Random) -> str:
    """A new comment above a statement."""
    start = _line_start(text, _start(_any(text, dice)))
    indent = _indent(text, start)
    return f"{text[:start]}{indent}# {_words(dice)}\n{text[start:]}"


def comment_behind(text: str, dice: random.Random) -> str:
    """A new comment at the end of a line."""
    end = text.find("\n", _any(text, dice).end)
    if end < 0 or "#" in text[_line_start(text, end) : end]:
        return text
    return f"{text[:end]}  # {_words(dice)}{text[end:]}"


def comment_changed(text: str, dice: random.Random) -> str:
    """A comment reworded, or taken away."""
    comments = parse(SourceFile("", text)).comments
    if not comments:
        return text
    one = dice.choice(comments)
    new = "" if dice.random() < 0.5 else f"{one.text} {_words(dice)}"
    return text[: one.start] + new + text[one.start + len(one.text) :]


def comment_apart(text: str, dice: random.Random) -> str:
    """A comment that belongs to no statement."""
    start = _line_start(text, _start(_any(text, dice)))
    return f"{text[:start]}\n# {_words(dice)}\n\n{text[start:]}"


def blank_line(text: str, dice: random.Random) -> str:
    """A blank line more."""
    start = _line_start(text, _start(_any(text, dice)))
    return f"{text[:start]}\n{text[start:]}"


def reworded(text: str, dice: random.Random) -> str:
    """Another text in a statement."""
    node = _any(text, dice)
    quoted = [value for value in node.values if value.type == "STRING" and value[0] == '"']
    if not quoted:
        return text
    end = span_of(dice.choice(quoted)).end - 1
    return f"{text[:end]} {_words(dice)}{text[end:]}"


def figure(text: str, dice: random.Random) -> str:
    """Another figure in a statement."""
    node = _any(text, dice)
    numbers = [value for value in node.values if value.type == "NUMBER"]
    if not numbers:
        return text
    at = span_of(dice.choice(numbers))
    return f"{text[: at.start]}{dice.randint(1, 5)}{text[at.end :]}"


def removed(text: str, dice: random.Random) -> str:
    """A statement less, with its block."""
    node = _any(text, dice)
    start, end = _line_start(text, _start(node)), text.find("\n", node.end) + 1
    return text[:start] + text[end:] if end else text


def doubled(text: str, dice: random.Random) -> str:
    """A statement twice, the second under a new id."""
    node = _any(text, dice)
    start, end = _line_start(text, _start(node)), text.find("\n", node.end) + 1
    ids = [value for value in node.values[:1] if value.type == "WORD"]
    if not end or not ids:
        return text
    at = span_of(ids[0]).end
    return text[:end] + text[start:at] + f"-{dice.randint(2, 99)}" + text[at:end] + text[end:]


def swapped(text: str, dice: random.Random) -> str:
    """Two neighbours in the other order."""
    blocks = [node.body for node in _all(text) if node.body and len(node.body) > 1]
    if not blocks:
        return text
    body = dice.choice(blocks)
    at = dice.randrange(len(body) - 1)
    one, other = body[at], body[at + 1]
    parts = text[_start(one) : one.end], text[_start(other) : other.end]
    between = text[one.end : _start(other)]
    return text[: _start(one)] + parts[1] + between + parts[0] + text[other.end :]


def moved(text: str, dice: random.Random) -> str:
    """A statement in another block of its kind."""
    node = _any(text, dice)
    homes = [one for one in _all(text) if one.body and one.keyword == _parent(text, node)]
    start, end = _line_start(text, _start(node)), text.find("\n", node.end) + 1
    if not homes or not end:
        return text
    home = _start(dice.choice(homes).body[0])  # type: ignore[index]
    there = _line_start(text, home)
    if start <= there < end:
        return text
    rest = text[:start] + text[end:]
    there -= end - start if there >= end else 0
    return rest[:there] + text[start:end] + rest[there:]


def on_one_line(text: str, dice: random.Random) -> str:
    """Two statements on one line."""
    body = dice.choice([node.body for node in _all(text) if node.body] or [[]])
    pairs = [
        (one, other)
        for one, other in itertools.pairwise(body)
        if not one.body and not other.body and not text[one.end : _start(other)].strip()
    ]
    if not pairs:
        return text
    one, other = dice.choice(pairs)
    return f"{text[: one.end]}; {text[_start(other) :]}"


def indented(text: str, dice: random.Random) -> str:
    """All lines indented by tabs, or by four blanks."""
    step = dice.choice(["\t", "    "])
    return re.sub(r"^(?:  )+", lambda match: step * (len(match[0]) // 2), text, flags=re.MULTILINE)


def formatted(text: str, dice: random.Random) -> str:
    """The text as `jmap fmt` lays it out, perhaps in other keywords."""
    return format_source(SourceFile("", text), dice.choice([None, "en", "fa"])).text


_SAYING = (reworded, figure, removed, doubled, swapped, moved, reworded, figure)
_LAYING_OUT = (comment_above, comment_behind, comment_changed, comment_apart, blank_line)
_ALL_OVER = (on_one_line, indented, formatted)
EDITS: tuple[Callable[[str, random.Random], str], ...] = (
    *_SAYING, *_SAYING, *_LAYING_OUT, *_LAYING_OUT, *_ALL_OVER
)  # fmt: skip


def _all(text: str) -> list[Node]:
    return list(_below(parse(SourceFile("", text)).nodes))


def _below(nodes: list[Node]) -> Iterator[Node]:
    for node in nodes:
        yield node
        yield from _below(node.body or [])


def _any(text: str, dice: random.Random) -> Node:
    return dice.choice(_all(text))


def _parent(text: str, node: Node) -> str:
    found = [one for one in _all(text) if _start(one) < _start(node) and one.end > node.end]
    return str(found[-1].keyword) if found else ""


def _start(node: Node) -> int:
    return span_of(node.keyword).start


def _line_start(text: str, offset: int) -> int:
    return text.rfind("\n", 0, offset) + 1


def _indent(text: str, start: int) -> str:
    return text[start : start + len(text[start:]) - len(text[start:].lstrip(" \t"))]


def _words(dice: random.Random) -> str:
    return f"{dice.choice(WORDS)} {dice.randint(1, 999)}"
