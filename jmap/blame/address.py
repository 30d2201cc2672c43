"""Which part of a workspace somebody means by a dotted address, or by the tail of one."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from jmap.diff.change import Address, Step
from jmap.diff.identity import keys_of
from jmap.diff.shape import part_lines
from jmap.model.workspace import Workspace
from jmap.resolve.suggest import nearest
from jmap.syntax.fold import fold
from jmap.syntax.words import words

LISTED = 10
"""How many parts a message names."""

_TOKEN = re.compile(r'(?:[^\s".]+\s+)?(?:"(?P<text>.*?)"(?=\.|$)|[^."]+)', re.DOTALL)


class NotFound(Exception):
    """Why an address means no part, or not a single one."""

    def __init__(self, message: str, hint: str = "") -> None:
        super().__init__(message)
        self.hint = hint


class Several(NotFound):
    """An address means more than one part."""

    def __init__(self, text: str, found: "Sequence[Found]") -> None:
        super().__init__(
            f"{text!r} is {len(found)} parts", f"say which: {listed(one.said for one in found)}"
        )
        self.found = found


@dataclass(frozen=True, slots=True, eq=False)
class Found:
    """A part, and where it stands."""

    address: Address
    part: Any

    @property
    def dotted(self) -> str:
        """The address as people write it."""
        return dotted(self.address)

    @property
    def said(self) -> str:
        """The address with what kind of part is there."""
        return f"{self.part.keyword} {self.dotted}"

    @property
    def keys(self) -> tuple[str, ...]:
        """What each part on the way is known by."""
        return tuple(step.key for step in self.address)


@dataclass(frozen=True, slots=True)
class Token:
    """One name of an address, with the keyword in front of it if there was one."""

    keyword: str
    key: str


def dotted(address: Address) -> str:
    """An address as people write it."""
    return ".".join(step.key for step in address)


def tokens_of(text: str) -> tuple[Token, ...]:
    """The names of an address: `internet.choose.compare`, `team care`, `pay.pain "Too dear"`."""
    return tuple(_token(found[0].strip()) for found in _TOKEN.finditer(text.strip()))


def _token(text: str) -> Token:
    word, space, rest = text.partition(" ")
    keyword = words().canonical("statements", word) if space and not text.startswith('"') else None
    return Token(keyword, fold(rest.strip())) if keyword else Token("", fold(text))


def listed(names: Iterable[str]) -> str:
    """The first of some names, and how many more there are."""
    every = tuple(names)
    more = f" and {len(every) - LISTED} more" if len(every) > LISTED else ""
    return ", ".join(every[:LISTED]) + more


def everything(workspace: Workspace) -> Iterator[Found]:
    """Every part of a workspace, the outer ones before those within."""
    for line in part_lines(workspace):
        yield from _listed(workspace, line.name, ())


def within(found: Found) -> Iterator[Found]:
    """The parts within one, however deep."""
    for line in part_lines(found.part):
        yield from _listed(found.part, line.name, found.address)


def _listed(holder: Any, name: str, above: Address) -> Iterator[Found]:
    parts = getattr(holder, name)
    for key, part in zip(keys_of(parts), parts, strict=True):
        found = Found((*above, Step(name, key)), part)
        yield found
        yield from within(found)


def part_at(workspace: Workspace, address: Address) -> Any:
    """The part that an address leads to, or none."""
    part: Any = workspace
    for step in address:
        listed = getattr(part, step.field)
        part = dict(zip(keys_of(listed), listed, strict=True)).get(step.key)
        if part is None:
            return None
    return part


def find(workspaces: Sequence[Workspace], text: str) -> Found:
    """The part of an address: by all of it, by its tail, else by names on the way to it.

    What a variant takes over is the part of its base. Raises ``NotFound``, ``Several``.
    """
    known = [found for one in workspaces for found in everything(one)]
    tokens = tokens_of(text)
    if not tokens:
        raise NotFound("an address has no name", "name a part, as in `internet.choose.compare`")
    meant = _original(_meant(known, text, tokens), workspaces)
    if not meant:
        raise NotFound(f"there is no part {text!r}", _guess(known, tokens))
    if len(meant) > 1:
        raise Several(text, meant)
    return meant[0]


def _meant(known: list[Found], text: str, tokens: tuple[Token, ...]) -> list[Found]:
    if whole := [one for one in known if one.dotted == text]:
        return whole
    ending = [one for one in known if _is(tokens[-1], one, -1)]
    for matches in (_matches_all, _matches_tail, _matches_some):
        if found := [one for one in ending if matches(tokens, one)]:
            return found
    return []


def _is(token: Token, found: Found, at: int) -> bool:
    key = found.address[at].key
    if token.key not in (key, key[1:-1] if key.startswith('"') else key):
        return False
    return token.keyword in ("", found.part.keyword) or at != -1


def _matches_all(tokens: tuple[Token, ...], one: Found) -> bool:
    return len(tokens) == len(one.address) and _matches_tail(tokens, one)


def _matches_tail(tokens: tuple[Token, ...], one: Found) -> bool:
    if len(tokens) > len(one.address):
        return False
    return all(_is(token, one, at - len(tokens)) for at, token in enumerate(tokens))


def _matches_some(tokens: tuple[Token, ...], one: Found) -> bool:
    keys = iter(one.keys)
    return all(any(key == token.key for key in keys) for token in tokens)


def _original(meant: list[Found], workspaces: Sequence[Workspace]) -> list[Found]:
    """What is left without the parts that variants have of their bases."""
    if len(meant) < 2:
        return meant
    bases = {
        fold(journey.id): fold(journey.extends)
        for one in workspaces
        for journey in one.journeys
        if journey.extends
    }
    places = {one.address for one in meant}
    return [one for one in meant if not _is_taken_over(one.address, bases, places)]


def _is_taken_over(address: Address, bases: dict[str, str], places: set[Address]) -> bool:
    first, *rest = address
    seen = {first.key}
    base = bases.get(first.key)
    while base and base not in seen and rest and first.field == "journeys":
        if (first._replace(key=base), *rest) in places:
            return True
        seen.add(base)
        base = bases.get(base)
    return False


def _guess(known: list[Found], tokens: tuple[Token, ...]) -> str:
    names: dict[str, str] = {}
    for one in known:
        names.setdefault(one.dotted, one.dotted)
    for one in known:
        names.setdefault(one.address[-1].key, one.dotted)
        names.setdefault(getattr(one.part, "title", None) or one.dotted, one.dotted)
    whole = ".".join(token.key for token in tokens)
    meant = nearest(whole, names) or nearest(tokens[-1].key, names)
    if meant:
        return f"did you mean `{meant}`?"
    journeys = [one.dotted for one in known if one.address[-1].field == "journeys"]
    return f"the journeys are: {listed(journeys)}" if journeys else ""
