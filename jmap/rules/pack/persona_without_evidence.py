"""Personas that rest on nothing."""

from collections.abc import Iterable

from jmap.model.journey import Journey
from jmap.model.persona import Persona
from jmap.rules.finding import Also, Finding
from jmap.rules.rule import INFO, STRICT, WARNING, Rule
from jmap.rules.scene import Scene
from jmap.syntax.fold import fold

_TRUSTED = ("validated", "live")


class PersonaWithoutEvidence(Rule[Persona]):
    """A persona does not say what it rests on.

    A persona that was made up in a meeting looks like one that was met in ten interviews, and is
    believed as much. Naming the interviews, the records or the survey keeps the two apart. Where
    the team only supposes, that is worth saying too: evidence "Our assumption, nobody asked yet".

    It weighs more where a journey that is validated or live is drawn for the persona: such a map
    says of itself that it can be trusted.
    """

    tags = ("personas", "evidence")
    severity = INFO
    profiles = (STRICT,)
    good = """
persona ruth "Ruth Lindqvist" {
  age 71
  evidence "Interviews with nine permit holders, May 2026" "research/may.md"
}
journey permit "Renewing a permit" { for ruth; status validated }
"""
    bad = """
persona ruth "Ruth Lindqvist" { age 71 }
journey permit "Renewing a permit" { for ruth; status validated }
"""

    def check(self, item: Persona, scene: Scene) -> Iterable[Finding]:
        if item.evidence:
            return
        journey, nth = _trusting(scene).get(fold(item.id), (None, 0))
        also = Also(journey, "this map is to be trusted", "personas", nth) if journey else None
        yield Finding(
            f"nothing says what `{item.id}` rests on",
            'name the interviews, records or survey: evidence "…"',
            severity=WARNING if journey else None,
            also=(also,) if also else (),
        )


def _trusting(scene: Scene) -> dict[str, tuple[Journey, int]]:
    """For each persona the first journey that is to be trusted, and the place of the name there."""

    def compute() -> dict[str, tuple[Journey, int]]:
        found: dict[str, tuple[Journey, int]] = {}
        for journey in scene.workspace.journeys:
            if journey.status not in _TRUSTED:
                continue
            for nth, name in enumerate(journey.personas):
                if isinstance(name, str):
                    found.setdefault(fold(name), (journey, nth))
        return found

    return scene.survey.once("persona-without-evidence", compute)
