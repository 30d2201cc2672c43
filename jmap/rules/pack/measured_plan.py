"""Plans that claim to have been measured."""

from collections.abc import Iterable, Iterator

from jmap.model.measure import Measure, Measured
from jmap.model.touchpoint import Touchpoint
from jmap.rules.finding import Finding
from jmap.rules.knowledge.figures import name_of, shown
from jmap.rules.knowledge.measured import typed
from jmap.rules.knowledge.present import FUTURE
from jmap.rules.knowledge.stated import is_own, is_stated
from jmap.rules.rule import DEFAULT, Rule
from jmap.rules.scene import Scene
from jmap.syntax.fold import fold

_SURE = ("observed", "measured")


class MeasuredPlan(Rule[Touchpoint]):
    """A touchpoint that does not exist yet says what customers get there, or that they were seen.

    What is planned can be intended and assumed, never measured. Most often the aim was written as
    `current`: the gap then looks closed before anything was built.

    Looks at touchpoints of `status planned`, and at those that a journey of `state future` states
    itself, unless they are `status live`. What a variant takes over from its base is how things are
    today, and stands; so does what it says again in the words and figures of its base, as tables of
    as-is and to-be do.
    """

    tags = ("contradictions", "evidence")
    profiles = (DEFAULT,)
    good = """
journey refund "Getting a refund, next year" {
  state future
  stage ask "Ask for the money" {
    touchpoint form on "App" "Refund in two taps" {
      status planned
      confidence assumed
      desired 1m
      intended 2m
    }
  }
}
"""
    bad = """
journey refund "Getting a refund, next year" {
  state future
  stage ask "Ask for the money" {
    touchpoint form on "App" "Refund in two taps" {
      status planned
      confidence measured
      current 2m
      desired 1m
    }
  }
}
"""

    def check(self, item: Touchpoint, scene: Scene) -> Iterable[Finding]:
        why = _plan(item, scene)
        if not why:
            return
        old = _before(item, scene)
        yield from _levels(item, old, why, scene)
        measures = {_metric(one): one for one in old.measures} if old else {}
        for measure in item.measures:
            yield from _levels(measure, measures.get(_metric(measure)), why, scene)
        sure = _sure(item, old)
        if sure and is_stated(item, "confidence", scene):
            yield _claim(item, why, "confidence", 0, sure)
        yield from _told(item, old, why, scene)


def _plan(item: Touchpoint, scene: Scene) -> str:
    """What makes a touchpoint a plan; empty for one that is there."""
    if item.status == "planned":
        return f"`{item.id}` is planned"
    future = scene.journey is not None and scene.journey.state == FUTURE
    if future and item.status is None and is_own(item, scene):
        return f"`{item.id}` is in a map of the future"
    return ""


def _before(item: Touchpoint, scene: Scene) -> Touchpoint | None:
    """The same touchpoint in the journey that its own extends."""
    base = scene.base(scene.journey) if scene.journey is not None else None
    if base is None:
        return None
    known = scene.survey.once(
        ("touchpoints of", id(base)), lambda: {fold(one.id): one for one in base.touchpoints}
    )
    return known.get(fold(item.id))


def _sure(item: Touchpoint, old: Touchpoint | None) -> str:
    """How sure somebody claims to be of a touchpoint, who was not of the one before."""
    known = old.confidence if old is not None else None
    said = item.confidence or ""
    return said if said in _SURE and said != known else ""


def _metric(measure: Measure) -> str:
    return fold(name_of(measure))


def _levels(item: Measured, old: Measured | None, why: str, scene: Scene) -> Iterator[Finding]:
    if old is not None and old.current == item.current:
        return
    if item.current is not None and is_stated(item, "current", scene):
        yield Finding(
            f"{why}, and yet says what customers get now: {shown(item.current)}",
            f"if that is the aim, write: intended {typed(item.current)}; if customers meet it "
            "today, write: status live",
            item=item,
            field="current",
        )


def _told(item: Touchpoint, old: Touchpoint | None, why: str, scene: Scene) -> Iterator[Finding]:
    for field in ("do", "think", "say", "feel"):
        lines = getattr(item, field)
        known = getattr(old, field, ())
        sure = [
            at for at, line in enumerate(lines) if line.confidence in _SURE and line not in known
        ]
        if sure and is_stated(item, field, scene):
            yield _claim(item, why, field, sure[0], lines[sure[0]].confidence)


def _claim(item: Touchpoint, why: str, field: str, nth: int, confidence: str) -> Finding:
    what = "all of it" if field == "confidence" else f"what customers {field} there"
    return Finding(
        f"{why}, and yet {what} is said to be {confidence}",
        "write `assumed` in its place; if customers meet it today, write: status live",
        item=item,
        field=field,
        nth=nth,
    )
