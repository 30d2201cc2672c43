"""Lines about a persona whose journey it is not."""

from collections.abc import Iterable, Iterator
from typing import Any

from jmap.model.experience import Experience
from jmap.model.journey import Journey
from jmap.model.path import Path
from jmap.rules.finding import Finding
from jmap.rules.knowledge.reference import meant, shown
from jmap.rules.rule import DEFAULT, Rule
from jmap.rules.scene import Scene
from jmap.views.sentences import listed

_LINES = ("do", "think", "say", "feel", "trust", "effort", "commitment", "takes")


class StrangerInTheJourney(Rule[Experience | Path]):
    """A line or a path is about a persona that the journey is not drawn for.

    Views show the personas that a journey names. What a stranger thinks or feels is drawn under
    nobody's name, or not at all, and the mood of the map is no longer that of the customers it is
    about. Mostly one line was copied from another map, or a persona was forgotten at the top.

    Silent where the journey names no persona. A variant may speak of the personas of its base.
    """

    tags = ("personas", "contradictions")
    profiles = (DEFAULT,)
    good = """
persona ruth "Ruth Lindqvist"
persona tomas "Tomas Lindqvist"
journey permit "Renewing a permit" {
  for ruth
  for tomas
  stage apply "Apply" { think as tomas "I am not her, and it wants her login" }
}
"""
    bad = """
persona ruth "Ruth Lindqvist"
persona tomas "Tomas Lindqvist"
journey permit "Renewing a permit" {
  for ruth
  stage apply "Apply" { think as tomas "I am not her, and it wants her login" }
  path online for tomas "Renews online"
}
"""

    def check(self, item: Experience | Path, scene: Scene) -> Iterable[Finding]:
        journey = scene.journey
        if journey is None or not journey.personas:
            return
        for line in _lines(item):
            if line.persona is None or line.persona in journey.personas:
                continue
            name = meant("persona", line.persona, scene)
            if name in _known(journey, scene) or name in _told(journey, scene):
                continue
            _told(journey, scene).add(name)
            yield _finding(line, journey)


def _lines(item: Experience | Path) -> Iterator[Any]:
    if isinstance(item, Path):
        yield item
        return
    for name in _LINES:
        yield from getattr(item, name)


def _known(journey: Journey, scene: Scene) -> frozenset[str]:
    """The personas of a journey and of the journeys that it builds on."""

    def compute() -> frozenset[str]:
        names, at, met = list(journey.personas), scene.base(journey), {journey.id}
        while at is not None and at.id not in met:
            met.add(at.id)
            names += at.personas
            at = scene.base(at)
        return frozenset(meant("persona", name, scene) for name in names)

    return scene.survey.once(("stranger-in-the-journey", id(journey)), compute)


def _told(journey: Journey, scene: Scene) -> set[str]:
    """The strangers of a journey that have been named: once is enough."""
    found: set[str] = scene.survey.once(("strangers", id(journey)), set)
    return found


def _finding(line: Any, journey: Journey) -> Finding:
    who = shown(line.persona)
    names = listed([shown(name) for name in journey.personas])
    added = f'"{line.persona.name}"' if who.startswith('"') else line.persona
    return Finding(
        f"this is about {who}, and the journey is drawn for {names}",
        f"draw it for both: for {added}; or name one of its own personas here",
        item=line,
    )
