"""What a change does to the customer: better, worse or neither, and why."""

from dataclasses import dataclass
from typing import Literal

Effect = Literal["better", "worse", "neutral"]


@dataclass(frozen=True, slots=True)
class Weight:
    """What a change of a map does to the customer."""

    effect: Effect
    reason: str
    """Why, as a part of a sentence without a full stop; empty where there is nothing to say."""
    name: str
    """A kebab-case name that reads after "allow"; empty where there is nothing to say."""


NOTHING = Weight("neutral", "", "")
"""The weight of what does nothing to the customer, as far as anybody can tell."""


def better(name: str, reason: str) -> Weight:
    """The customer gains."""
    return Weight("better", reason, name)


def worse(name: str, reason: str) -> Weight:
    """The customer loses, or we lose sight of the customer."""
    return Weight("worse", reason, name)


def neutral(name: str, reason: str) -> Weight:
    """Neither, and yet there is something to say about it."""
    return Weight("neutral", reason, name)


def foremost(weights: list[Weight]) -> Weight | None:
    """The first that is worse, else the first that is better, else the first."""
    for effect in ("worse", "better"):
        found = next((weight for weight in weights if weight.effect == effect), None)
        if found is not None:
            return found
    return weights[0] if weights else None
