"""What two lists of facts do not say alike, statement by statement."""

from collections.abc import Iterable
from dataclasses import dataclass

from jmap.views.facts import Fact


@dataclass(frozen=True, slots=True)
class Difference:
    """What the two sides say of one thing, where they do not say the same."""

    word: str
    """The statement's English keyword; ``title`` and ``stage`` for where a part stands and what
    it is called.
    """
    label: str
    before: tuple[str, ...]
    after: tuple[str, ...]


def differences(before: Iterable[Fact], after: Iterable[Fact]) -> tuple[Difference, ...]:
    """What two lists of facts do not say alike, statement by statement."""
    old, new = _by_word(before), _by_word(after)
    words = [*old, *(word for word in new if word not in old)]
    return tuple(
        Difference(
            word,
            (old.get(word) or new[word])[0].label,
            tuple(map(said_in_full, old.get(word, ()))),
            tuple(map(said_in_full, new.get(word, ()))),
        )
        for word in words
        if old.get(word) != new.get(word)
    )


def said_in_full(fact: Fact) -> str:
    """A fact with all that its block says, on one line."""
    inside = "; ".join(f"{one.label}: {said_in_full(one)}" for one in fact.children)
    return f"{fact.text} ({inside})" if inside else fact.text


def _by_word(facts: Iterable[Fact]) -> dict[str, list[Fact]]:
    found: dict[str, list[Fact]] = {}
    for fact in facts:
        found.setdefault(fact.word, []).append(fact)
    return found
