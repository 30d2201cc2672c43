"""Personas of which hardly anything is known."""

from collections.abc import Iterable

from jmap.model.persona import Persona
from jmap.rules.finding import Finding
from jmap.rules.rule import INFO, STRICT, Rule
from jmap.rules.scene import Scene
from jmap.rules.setting import Setting

_ONCE = ("age", "gender", "job", "education")
_OFTEN = (
    "about", "quote", "goals", "needs", "pains", "motives", "drivers", "prefers", "facts",
)  # fmt: skip


class ThinPersona(Rule[Persona]):
    """A persona has fewer concrete facts than it takes to picture somebody.

    A name alone helps nobody to decide. What a team can work with is concrete: her age, her job,
    what she needs, what stands in her way, which channel she would choose, what she said. Whoever
    was not in the workshop knows the customer by these lines only.

    Each line counts as one fact: age, gender, job, education, about, quote, goal, need, pain,
    motive, driver, prefers and fact. The segment, the picture and the evidence do not.
    """

    tags = ("personas",)
    severity = INFO
    profiles = (STRICT,)
    facts = Setting(4, "How many facts a persona has at least.", low=1)
    good = """
persona ruth "Ruth Lindqvist" {
  age 71
  job "Retired bus driver"
  need "Time, and somebody who does not hurry her"
  pain "Stairs, and long forms"
}
journey permit "Renewing a permit" { for ruth }
"""
    bad = """
persona ruth "Ruth Lindqvist" {
  age 71
  segment "Pensioners"
}
journey permit "Renewing a permit" { for ruth }
"""

    def check(self, item: Persona, scene: Scene) -> Iterable[Finding]:
        known = sum(getattr(item, name) is not None for name in _ONCE)
        known += sum(len(getattr(item, name)) for name in _OFTEN)
        if known < self.facts:
            yield Finding(
                f"of `{item.id}` {_told(known)}; to picture somebody takes {self.facts}",
                "say what is known of this customer: age, job, about, need, pain, quote, fact …",
            )


def _told(known: int) -> str:
    if not known:
        return "nothing is told"
    return "one fact is told" if known == 1 else f"{known} facts are told"
