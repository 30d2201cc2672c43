"""Moments of truth that hang on people of whom no skill is asked."""

from collections.abc import Iterable

from jmap.model.presence import is_there
from jmap.model.touchpoint import Touchpoint
from jmap.rules.finding import Finding
from jmap.rules.knowledge.serving import is_staffed
from jmap.rules.rule import CONTACT_CENTRE, STRICT, Rule
from jmap.rules.scene import Scene


class MomentOfTruthWithoutSkills(Rule[Touchpoint]):
    """A moment of truth lies in the hands of staff, and nothing says what they must be able to do.

    Where customers decide what to think of us, a person decides it. Patience, plain words, the
    courage to own a mistake: what is not named is neither hired for nor trained.

    It speaks of moments of truth on channels of the kinds `phone`, `chat`, `email` and `meeting`
    where no `skill` is named: not at the touchpoint, not of the team that owns it or its stage, not
    of a team behind it. Planned, missing and retired touchpoints are left in peace.
    """

    tags = ("moments-of-truth", "experience")
    profiles = (STRICT, CONTACT_CENTRE)
    good = """
channel phone "Phone" { kind phone }
team care "Customer care" {
  kind unit
  skill "Owns the problem until it is solved"
}
journey refund "Getting a refund" {
  stage ask "Ask" {
    touchpoint call on phone "Calls the service line" {
      moment-of-truth
      owner care
    }
  }
}
"""
    bad = """
channel phone "Phone" { kind phone }
team care "Customer care" { kind unit }
journey refund "Getting a refund" {
  stage ask "Ask" {
    touchpoint call on phone "Calls the service line" {
      moment-of-truth
      owner care
    }
  }
}
"""

    def check(self, item: Touchpoint, scene: Scene) -> Iterable[Finding]:
        journey = scene.journey
        if not item.moment_of_truth or journey is None or not is_there(item, journey):
            return
        if is_staffed(item, scene) and not _is_skilled(item, scene):
            yield Finding(
                f"the moment of truth `{item.id}` lies in the hands of staff, and no skill is "
                "asked of them",
                'say what they must be able to do, here or of their team: skill "…"',
                field="moment_of_truth",
            )


def _is_skilled(item: Touchpoint, scene: Scene) -> bool:
    owner = item.owner or (scene.stage.owner if scene.stage else None)
    names = [owner.team if owner else None]
    names += [line.by for line in (*item.backstage, *item.support)]
    teams = [scene.team(name) for name in names]
    return bool(item.skills) or any(team is not None and team.skills for team in teams)
