"""Assumptions in maps that are said to be validated."""

from collections.abc import Iterable

from jmap.model.experience import Experience
from jmap.model.touchpoint import Touchpoint
from jmap.rules.finding import Finding
from jmap.rules.rule import STRICT, Rule
from jmap.rules.scene import Scene

_TRUSTED = ("validated", "live")
_LINES = ("do", "think", "say", "feel")


class AssumptionInValidatedMap(Rule[Experience]):
    """A line is assumed in a map that is said to be validated or live.

    Assumptions are a fine way to begin, and the map may say so line by line. Once it is called
    validated, whoever reads it takes every line for seen and heard, and a guess decides about
    money. Either somebody was asked by now, or the map is a draft still.

    What is planned and not there yet can only be assumed, and is not looked at.
    """

    tags = ("evidence", "contradictions")
    profiles = (STRICT,)
    good = """
journey fridge "My fridge has stopped cooling" {
  status validated
  stage talk "Talk to an expert" {
    think observed "How often do I have to explain this?"
    touchpoint book on "Text message" "Choose a time" {
      status planned
      think assumed "No need to take a day off"
    }
  }
}
"""
    bad = """
journey fridge "My fridge has stopped cooling" {
  status validated
  stage talk "Talk to an expert" {
    think assumed "How often do I have to explain this?"
  }
}
"""

    def check(self, item: Experience, scene: Scene) -> Iterable[Finding]:
        journey = scene.journey
        if journey is None or journey.status not in _TRUSTED or journey.state == "future":
            return
        if isinstance(item, Touchpoint):
            if item.status in ("planned", "gap", "retired"):
                return
            if item.confidence == "assumed":
                yield self._finding(f"all of `{item.id}`", journey.status, field="confidence")
        for name in _LINES:
            for line in getattr(item, name):
                if line.confidence == "assumed":
                    yield self._finding(f"this `{name}`", journey.status, item=line)

    def _finding(self, what: str, status: str, **place: object) -> Finding:
        return Finding(
            f"{what} is assumed, in a map that is {status}",
            "ask a customer and write how sure it is: observed; or call the map a draft: status "
            "draft",
            **place,  # type: ignore[arg-type]
        )
