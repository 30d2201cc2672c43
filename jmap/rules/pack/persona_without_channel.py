"""Personas who prefer no channel."""

from collections.abc import Iterable

from jmap.model.persona import Persona
from jmap.rules.finding import Finding
from jmap.rules.rule import INFO, STRICT, Rule
from jmap.rules.scene import Scene


class PersonaWithoutChannel(Rule[Persona]):
    """A persona does not say which channels this customer would choose.

    Where somebody would rather write than call, an offer by phone is no offer. Only with the
    preference written down can the map show whether each stage can be passed on a channel that this
    customer likes, which preferred-channel-unserved then checks.
    """

    tags = ("personas", "channels")
    severity = INFO
    profiles = (STRICT,)
    good = """
channel chat "Live chat"
persona dana "Dana Okafor" { prefers chat }
journey internet "Ordering home internet" { for dana }
"""
    bad = """
persona dana "Dana Okafor" { job "Freelance translator" }
journey internet "Ordering home internet" { for dana }
"""

    def check(self, item: Persona, scene: Scene) -> Iterable[Finding]:
        if not item.prefers:
            yield Finding(
                f"nothing says which channel `{item.id}` would choose",
                "name the channels this customer likes best: prefers …",
            )
