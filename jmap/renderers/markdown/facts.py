"""Facts as a list: what is said several times under one label, what is inside a block below."""

from collections.abc import Iterable
from itertools import groupby

from jmap.renderers.markdown.pen import Pen
from jmap.renderers.markdown.table import Item
from jmap.views.facts import Fact


def listed(facts: Iterable[Fact], pen: Pen) -> list[Item]:
    """An entry for each label, in the order of the facts."""
    groups = groupby(facts, key=lambda fact: (fact.word, fact.label))
    return [_entry(list(group), pen) for _, group in groups]


def _entry(facts: list[Fact], pen: Pen) -> Item:
    label = pen.strong(facts[0].label)
    if len(facts) > 1:
        return Item(label, tuple(Item(pen.said(fact), _inside(fact, pen)) for fact in facts))
    said = pen.said(facts[0])
    return Item(f"{label}: {said}" if said else label, _inside(facts[0], pen))


def _inside(fact: Fact, pen: Pen) -> tuple[Item, ...]:
    # One line for a whole block: a list of a dozen figures below each idea would hide the ideas.
    return (Item(pen.facts(fact.children)),) if fact.children else ()
