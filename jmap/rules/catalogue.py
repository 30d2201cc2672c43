"""All rules there are: those of this package and those that other packages plug in."""

import inspect
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from types import ModuleType
from typing import Any

from jmap.diagnostics import Severity
from jmap.registry import RULES, Duplicate, Plugged, classes, modules, plugged
from jmap.rules.rule import Rule

PACK = "jmap.rules.pack"

AnyRule = type[Rule[Any]]


@dataclass(frozen=True, slots=True)
class Catalogue:
    """The rules by name, in order of the alphabet, and what could not be plugged in."""

    rules: dict[str, AnyRule]
    faults: tuple[str, ...] = ()
    plugged: bool = False
    """Whether other packages have a part in it."""

    @property
    def tags(self) -> dict[str, tuple[AnyRule, ...]]:
        """The rules by tag, both in order of the alphabet."""
        tags = sorted({tag for rule in self.rules.values() for tag in rule.tags})
        return {tag: tuple(r for r in self.rules.values() if tag in r.tags) for tag in tags}


@cache
def catalogue() -> Catalogue:
    """The rules of this installation, read once.

    Raises ``Duplicate`` where two rules of this package have one name.
    """
    found: dict[str, AnyRule] = {}
    for module in modules(PACK):
        for rule in _rules(module):
            if rule.name in found:
                raise Duplicate(f"two rules are called {rule.name}")
            found[rule.name] = rule
    faults: list[str] = []
    offers = list(plugged(RULES))
    for offer in offers:
        faults += _plug(offer, found)
    return Catalogue(dict(sorted(found.items())), tuple(faults), bool(offers))


def _plug(offer: Plugged, found: dict[str, AnyRule]) -> Iterator[str]:
    """Adds the rules of an offer, and tells what is wrong with it."""
    if offer.fault:
        yield f"the rules of {offer.name} cannot be loaded: {offer.fault}"
        return
    rules = _rules(offer.found)
    if not rules:
        yield f"{offer.name} leads to no rule: it is to name a module of rules, or a rule"
    for rule in rules:
        wrong = _wrong(rule)
        if rule.name in found:
            yield f"{offer.name} has a rule {rule.name}, which there is already"
        elif wrong:
            yield f"the rule {rule.name} of {offer.name} {wrong}"
        else:
            found[rule.name] = rule


def _wrong(rule: AnyRule) -> str:
    """What somebody else's rule lacks to be run and told of."""
    if not _is_kind(getattr(rule, "looks_at", None)):
        return "does not say what it looks at: Rule[Stage], a class of the model"
    if not isinstance(rule.severity, Severity):
        return "has a severity that is none"
    if not all(_is_texts(some) for some in (rule.tags, rule.profiles)):
        return "has tags or profiles that are no tuples of texts"
    return ""


def _is_kind(looks_at: Any) -> bool:
    """Whether a class, or several joined by ``|``."""
    try:
        issubclass(object, looks_at)
    except TypeError:
        return False
    return True


def _is_texts(some: Any) -> bool:
    return isinstance(some, tuple) and all(isinstance(one, str) for one in some)


def _rules(offer: Any) -> list[AnyRule]:
    if isinstance(offer, ModuleType):
        return [rule for rule in classes(offer, Rule) if not inspect.isabstract(rule)]
    if isinstance(offer, type) and issubclass(offer, Rule) and not inspect.isabstract(offer):
        return [offer]
    return []
