"""Ids that cannot be told apart by looking at them."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from jmap.model.declared import Declared
from jmap.model.item import Item
from jmap.model.journey import Journey
from jmap.model.statement import spec
from jmap.model.workspace import Workspace
from jmap.rules.finding import Also, Finding
from jmap.rules.knowledge.look_alikes import mixed_word, skeleton
from jmap.rules.rule import DEFAULT, Rule
from jmap.rules.scene import Scene
from jmap.syntax.fold import fold


class LookAlikeIds(Rule[Workspace]):
    """Two ids of one kind look the same and are different, or an id mixes letters of two alphabets.

    An author who writes the one means the other, and no message tells: capital and small letters,
    O and 0, a Cyrillic а for a Latin one, أ for ا, - for _. Numbers in Persian and in Latin digits
    are one number to a reader too. Half-spaces and the Arabic ي and ك are no difference to begin
    with: the language reads them as one.
    """

    tags = ("text", "contradictions")
    profiles = (DEFAULT,)
    good = """
channel shop "Shop"
channel web-shop "Web shop"
journey refund "Getting a refund" {
  stage step-1 "Ask" {
    touchpoint ask on shop "Asks"
  }
  stage step-2 "Wait" {
    touchpoint wait on web-shop "Waits"
  }
}
"""
    bad = """
channel web-shop "Shop on the web"
channel Web_shop "Web shop"
journey refund "Getting a refund" {
  stage مرحله-۱ "Ask" {
    touchpoint ask on web-shop "Asks"
  }
  stage مرحله-1 "Wait" {
    touchpoint wait on Web_shop "Waits"
  }
}
"""

    def check(self, item: Workspace, scene: Scene) -> Iterable[Finding]:
        first: dict[tuple[str, str, str], _Named] = {}
        said: set[tuple[str, str, str]] = set()
        for named in _named(item):
            if named.key not in said and (word := mixed_word(named.id)):
                said.add(named.key)
                yield Finding(
                    f"`{word}` in `{named.id}` mixes letters of two alphabets that look the same",
                    "type the id again with one keyboard",
                    item=named.item,
                )
            key = (named.scope, named.kind, skeleton(named.id))
            other = first.setdefault(key, named)
            if fold(other.id) != fold(named.id) and named.key not in said:
                said.add(named.key)
                yield Finding(
                    f"the {named.kind} `{named.id}` looks like the {named.kind} `{other.id}`",
                    "give one of them another id, or use one where the same is meant",
                    item=named.item,
                    also=(Also(other.item, f"`{other.id}` stands here"),),
                )


@dataclass(frozen=True, slots=True)
class _Named:
    item: Any
    id: str
    kind: str
    scope: str
    """The journey within which its id must be its own, if there is one: the one that all variants
    are based on.
    """

    @property
    def key(self) -> tuple[str, str, str]:
        """What tells it from all others: a variant says again what its base says."""
        return (self.scope, self.kind, fold(self.id))


def _named(workspace: Workspace) -> Iterator[_Named]:
    for line in spec(Workspace).body.values():
        for part in getattr(workspace, line.name):
            if isinstance(part, Declared):
                yield _Named(part, part.id, part.keyword, "")
    roots = _roots(workspace)
    for journey in workspace.journeys:
        for part in _parts(journey):
            if isinstance(part, Declared | Item) and part.id:
                yield _Named(part, part.id, part.keyword, roots[fold(journey.id)])


def _roots(workspace: Workspace) -> dict[str, str]:
    """For each journey the one at the root of all that it extends, by folded ids."""
    bases = {fold(journey.id): fold(journey.extends or "") for journey in workspace.journeys}
    roots: dict[str, str] = {}
    for start in bases:
        chain: dict[str, None] = {}
        at = start
        while at in bases and at not in roots and at not in chain:
            chain[at] = None
            at = bases[at]
        root = roots.get(at) or next(reversed(chain), start)
        roots.update(dict.fromkeys(chain, root))
    return roots


def _parts(journey: Journey) -> Iterator[Any]:
    yield from journey.stages
    yield from journey.paths
    yield from journey.questions
    for stage in journey.stages:
        yield from _within(stage)
        for touchpoint in stage.touchpoints:
            yield touchpoint
            yield from _within(touchpoint)


def _within(part: Any) -> Iterator[Any]:
    for name in ("pains", "opportunities", "risks"):
        yield from getattr(part, name, ())
