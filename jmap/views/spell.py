"""How long something takes the customer, and what several such times come to."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from jmap.model.lines import Takes
from jmap.model.quantity import SECONDS, Duration, Durations
from jmap.model.stage import Stage
from jmap.model.touchpoint import Touchpoint
from jmap.views.facts import Fact
from jmap.views.numbers import quantity_text


@dataclass(frozen=True, slots=True)
class Spell:
    """A time from its shortest to its longest, which are the same where only one is known."""

    low: Duration
    high: Duration
    persona: str = ""
    """Whose time it is, where one of several customers is named."""

    def text(self, language: str) -> str:
        """The time in the digits and units of a language: ``8 h``, ``1 day – 3 days``."""
        ends = dict.fromkeys(quantity_text(end, language) for end in (self.low, self.high))
        return " – ".join(ends)


def spells(place: Stage | Touchpoint, facts: Iterable[Fact]) -> tuple[Spell, ...]:
    """The times of a stage or touchpoint; `facts` are those of its block."""
    said = [fact for fact in facts if fact.word == "takes"]
    return tuple(_spell(takes, fact) for takes, fact in zip(place.takes, said, strict=True))


def together(found: Sequence[Spell]) -> tuple[Spell, ...]:
    """The sums: clock time and working time apart, each in the largest unit of its parts, of which
    one decimal is kept.
    """
    sums = []
    for dimension in dict.fromkeys(spell.high.dimension for spell in found):
        same = [spell for spell in found if spell.high.dimension == dimension]
        unit = max((spell.high.unit for spell in same), key=lambda unit: SECONDS[unit])
        ends = ([one.low for one in same], [one.high for one in same])
        low, high = (_sum(parts, unit) for parts in ends)
        sums.append(Spell(low, high))
    return tuple(sums)


def _spell(takes: Takes, fact: Fact) -> Spell:
    persona = next((part.text for part in fact.parts if part.kind == "name"), "")
    time = takes.time
    if isinstance(time, Durations):
        return Spell(time.low, time.high, persona)
    return Spell(time, time, persona)


def _sum(parts: Sequence[Duration], unit: str) -> Duration:
    whole = round(sum(part.magnitude for part in parts) / SECONDS[unit], 1)
    number = int(whole) if whole.is_integer() else whole
    return Duration(number, unit)  # type: ignore[arg-type]
