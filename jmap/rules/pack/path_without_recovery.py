"""Negative paths that end badly."""

from collections.abc import Iterable

from jmap.model.forms import reference_key
from jmap.model.journey import Journey
from jmap.model.lines import Feeling
from jmap.model.path import Path
from jmap.model.stage import Stage
from jmap.model.touchpoint import Touchpoint
from jmap.rules.finding import Also, Finding
from jmap.rules.knowledge.course import Visit, course
from jmap.rules.knowledge.whose import lines_of, voices
from jmap.rules.rule import DEFAULT, INFO, Rule
from jmap.rules.scene import Scene
from jmap.syntax.fold import fold

_STORY = 3
"""The steps from which on a path tells how it ends."""


class PathWithoutRecovery(Rule[Path]):
    """A path on which things go wrong leaves the customer in a bad mood at its last step.

    A failure that is put right can bind people more than a service without fault; one that ends in
    anger is told to everybody. What is missing is the step that wins the customer back.

    A path of one or two steps only points at what may fail, and is left in peace. So is one whose
    answer is on the map: an opportunity at one of its touchpoints or for the stage in which it
    ends, or a risk there with a remedy. Silent too where the last touchpoint says nothing of how it
    feels, and where another path goes on from it: there the customer is back on the way. Without a
    persona on the path, it speaks only if nobody ends well.
    """

    tags = ("paths", "experience")
    severity = INFO
    profiles = (DEFAULT,)
    good = """
journey refund "Getting a refund" {
  stage ask "Ask for the money" {
    touchpoint form on "Website" "Refund form"
    touchpoint call on "Phone" "Service line" { feel -2 "angry" }
    touchpoint lead on "Phone" "Team lead calls back" {
      feel -1 "wary"
      feel +1 "taken seriously" because "a person called and named a day"
    }
  }
  path refused negative "The refund is refused" {
    step form
    step call
    step lead
  }
}
"""
    bad = """
journey refund "Getting a refund" {
  stage ask "Ask for the money" {
    touchpoint form on "Website" "Refund form"
    touchpoint call on "Phone" "Service line" { feel -2 "angry" }
    touchpoint letter on "Post" "Letter of refusal" { feel -1 "fobbed off" }
  }
  path refused negative "The refund is refused" {
    step form
    step call
    step letter
  }
}
"""

    def check(self, item: Path, scene: Scene) -> Iterable[Finding]:
        if not item.negative or len(item.steps) < _STORY or scene.journey is None:
            return
        visits = list(course(item, scene.journey, scene))
        if not visits or visits[-1].step != len(item.steps) - 1:
            return
        place = visits[-1].touchpoint
        if fold(place.id) in _onward(scene.journey, scene) or _has_answer(visits):
            return
        ends = _ends(item, place)
        if not ends or any(place.feel[at].level >= 0 for at in ends):
            return
        yield Finding(
            f"the path `{item.id}` ends at `{place.id}` in a bad mood{_felt(place.feel[ends[0]])}",
            "add the step that wins the customer back: step …",
            field="steps",
            nth=visits[-1].step,
            also=(Also(place, "the mood it ends in", "feel", ends[0]),),
        )


def _onward(journey: Journey, scene: Scene) -> frozenset[str]:
    """The touchpoints from which a path on which all goes well leads on."""
    return scene.survey.once(
        ("onward", id(journey)),
        lambda: frozenset(
            fold(step.touchpoint)
            for path in journey.paths
            if not path.negative
            for step in path.steps[:-1]
        ),
    )


def _has_answer(visits: list[Visit]) -> bool:
    """Whether the map says what is to be done about the failure."""
    places: list[Stage | Touchpoint] = [visit.touchpoint for visit in visits]
    return any(
        any(idea.status != "dropped" for idea in place.opportunities)
        or any(risk.remedy for risk in place.risks)
        for place in (*places, visits[-1].stage)
    )


def _ends(path: Path, place: Touchpoint) -> list[int]:
    """The last line of feeling of each whose path it is."""
    whose = (reference_key(path.persona),) if path.persona is not None else voices(place.feel)
    found = [lines_of(place.feel, who) for who in whose]
    return [lines[-1] for lines in found if lines]


def _felt(feeling: Feeling) -> str:
    return f", {feeling.level}" + (f' "{feeling.word}"' if feeling.word else "")
