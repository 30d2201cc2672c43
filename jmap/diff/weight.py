"""What a change does to the customer: better, worse or neither, and why."""

from dataclasses import dataclass, field
from typing import Literal

from jmap.diff.reason import NOTHING_SAID, Naming, Part, Reason, because

Effect = Literal["better", "worse", "neutral"]


@dataclass(frozen=True, slots=True)
class Weight:
    """What a change of a map does to the customer."""

    effect: Effect
    why: Reason
    """Empty where there is nothing to say."""
    name: str
    """A kebab-case name that reads after "allow"; empty where there is nothing to say."""
    gist: Reason = field(default=NOTHING_SAID)
    """What of the reason holds for several changes of one kind at once, if that is less."""

    @property
    def reason(self) -> str:
        """Why, in English: a part of a sentence without a full stop."""
        return self.why.said("en")

    def said(self, language: str) -> str:
        """Why, in a language that has catalogues."""
        return self.why.said(language)

    def told(self, language: str, naming: Naming) -> str:
        """Why, for a page that has named the changed part already, or several of them."""
        why = self.gist if naming == "many" and self.gist.key else self.why
        return why.told(language, naming)


NOTHING = Weight("neutral", NOTHING_SAID, "")
"""The weight of what does nothing to the customer, as far as anybody can tell."""


def better(name: str, phrase: str | Reason, /, **parts: Part) -> Weight:
    """The customer gains, for a reason that is a phrase of the catalogues by its key."""
    return Weight("better", _reason(phrase, parts), name)


def worse(name: str, phrase: str | Reason, /, **parts: Part) -> Weight:
    """The customer loses, or we lose sight of the customer."""
    return Weight("worse", _reason(phrase, parts), name)


def neutral(name: str, phrase: str | Reason, /, **parts: Part) -> Weight:
    """Neither, and yet there is something to say about it."""
    return Weight("neutral", _reason(phrase, parts), name)


def foremost(weights: list[Weight]) -> Weight | None:
    """The first that is worse, else the first that is better, else the first."""
    for effect in ("worse", "better"):
        found = next((weight for weight in weights if weight.effect == effect), None)
        if found is not None:
            return found
    return weights[0] if weights else None


def _reason(phrase: str | Reason, parts: dict[str, Part]) -> Reason:
    return phrase if isinstance(phrase, Reason) else because(phrase, **parts)
