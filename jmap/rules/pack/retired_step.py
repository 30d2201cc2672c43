"""Paths over touchpoints that are no longer there."""

from collections.abc import Iterable, Iterator

from jmap.model.journey import Journey
from jmap.model.path import Path
from jmap.rules.finding import Also, Finding
from jmap.rules.knowledge.course import Visit, course
from jmap.rules.knowledge.present import RETIRED
from jmap.rules.knowledge.stated import is_own
from jmap.rules.rule import DEFAULT, Rule
from jmap.rules.scene import Scene


class RetiredStep(Rule[Journey]):
    """A path leads over a touchpoint that is retired.

    What is taken away leaves a hole in the way of those who used it. A path that still leads over
    it hides that hole: nobody has said where these customers go now. A variant that retires a
    touchpoint takes the paths of its base over, and has to restate those that led there.
    """

    tags = ("paths", "contradictions")
    profiles = (DEFAULT,)
    good = """
journey refund "Getting a refund" {
  stage ask "Ask for the money" {
    touchpoint form on "Website" "Refund form"
    touchpoint fax on "Fax" "Refund by fax" { status retired }
  }
  path usual "Asks in writing" {
    step form
  }
}
"""
    bad = """
journey refund "Getting a refund" {
  stage ask "Ask for the money" {
    touchpoint form on "Website" "Refund form"
    touchpoint fax on "Fax" "Refund by fax" { status retired }
  }
  path usual "Asks in writing" {
    step fax
  }
}
"""

    def check(self, item: Journey, scene: Scene) -> Iterable[Finding]:
        for path in item.paths:
            for visit in course(path, item, scene):
                if visit.touchpoint.status == RETIRED:
                    yield from _found(path, visit, scene)


def _found(path: Path, visit: Visit, scene: Scene) -> Iterator[Finding]:
    gone = visit.touchpoint
    message = f"the path `{path.id}` leads over `{gone.id}`, which is retired"
    if is_own(path, scene):
        yield Finding(
            message,
            "take the step away, or name the touchpoint that customers use instead: step …",
            item=path,
            field="steps",
            nth=visit.step,
            also=(Also(gone, "it is retired here", "status"),),
        )
    elif is_own(gone, scene):
        yield Finding(
            message,
            f"restate the path in this journey, without the step: path {path.id} {{ … }}",
            item=gone,
            field="status",
            also=(Also(path, "the step is here", "steps", visit.step),),
        )
