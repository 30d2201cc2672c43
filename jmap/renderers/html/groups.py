"""The facts of a journey in the groups under which its header shows them."""

from collections.abc import Iterable
from dataclasses import dataclass

from jmap.views.facts import Fact

LEAD = ("scenario",)
"""Said first, as a sentence below the title."""
TOP = ("state", "level", "mode", "visit", "status", "tag")
"""Said as small labels above the title."""
_GROUPS = {
    "customer": ("goal", "expects", "question", "reason"),
    "about-journey": ("vision", "objective", "starts", "ends", "product", "extends", "scale"),
    "ownership": ("owner", "author", "contributor", "reviewed", "tested", "evidence", "link"),
}
_REST = "other-facts"
_KNOWN = ("language",)
"""What every reader of the page sees without being told."""


@dataclass(frozen=True, slots=True)
class Group:
    """Some facts under a heading."""

    label: str
    """The key of the heading."""
    facts: tuple[Fact, ...]


def groups(facts: Iterable[Fact]) -> tuple[Group, ...]:
    """All facts that are said neither first nor on top, whatever their keywords."""
    place = {word: label for label, words in _GROUPS.items() for word in words}
    found: dict[str, list[Fact]] = {label: [] for label in (*_GROUPS, _REST)}
    for fact in facts:
        if fact.word not in LEAD + TOP + _KNOWN:
            found[place.get(fact.word, _REST)].append(fact)
    return tuple(Group(label, tuple(items)) for label, items in found.items() if items)


def only(facts: Iterable[Fact], *words: str) -> tuple[Fact, ...]:
    """The facts of some keywords."""
    return tuple(fact for fact in facts if fact.word in words)


def without(facts: Iterable[Fact], *words: str) -> tuple[Fact, ...]:
    """The facts of all other keywords."""
    return tuple(fact for fact in facts if fact.word not in words)
