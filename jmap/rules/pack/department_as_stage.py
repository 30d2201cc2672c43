"""Stages that are departments."""

from collections.abc import Iterable

from jmap.model.stage import Stage
from jmap.model.team import Team
from jmap.rules.finding import Also, Finding
from jmap.rules.knowledge.business import serves_business
from jmap.rules.knowledge.department import names_department
from jmap.rules.knowledge.plain import plain
from jmap.rules.rule import DEFAULT, Rule
from jmap.rules.scene import Scene
from jmap.syntax.shorten import shorten


class DepartmentAsStage(Rule[Stage]):
    """A stage is named after a department of the organisation.

    No customer is ever "in marketing". Stages that follow the organisation chart show how work is
    handed on inside, and hide what the customer goes through meanwhile: waiting between two
    departments belongs to neither column. Name a stage by what the customer is doing there, and
    keep the department as its owner.

    Only what is certain counts: names such as "Sales" or "Finance team", and the exact title of a
    declared unit or partner of more than one word. "Support", "Onboarding" or "Delivery" may well
    be the customer's own word. Where customers are in business themselves, a title such as
    "Accounting" may be their own work, and the rule keeps silent.
    """

    tags = ("stages", "framing")
    profiles = (DEFAULT,)
    good = """
team sales "Sales" { kind unit }
journey sofa "Buying a sofa" {
  for "Farah, who moves in with her sister"
  stage choose "Choose a sofa" { owner sales }
  stage support "Support"
}
"""
    bad = """
team desk "Service desk" { kind unit }
journey sofa "Buying a sofa" {
  for "Farah, who moves in with her sister"
  stage one "Marketing"
  stage two "واحد فروش"
  stage three "Service desk"
}
"""

    def check(self, item: Stage, scene: Scene) -> Iterable[Finding]:
        title = item.title or item.id.replace("-", " ")
        team = _units(scene).get(plain(title))
        if team is None and not names_department(title):
            return
        if team is None and scene.journey and serves_business(scene.journey, scene):
            return
        yield Finding(
            f'"{shorten(title)}" is a department, and no part of what a customer goes through',
            f"say what the customer does there, and let {team.id if team else 'the department'} "
            "own it: owner",
            also=(Also(team, f"{team.kind} of the organisation"),) if team else (),
        )


def _units(scene: Scene) -> dict[str, Team]:
    """The units and partners whose title is more than a word, by title."""
    return scene.survey.once(
        "department-as-stage",
        lambda: {
            plain(team.title): team
            for team in scene.workspace.teams
            if team.title and " " in team.title.strip() and team.kind in ("unit", "partner")
        },
    )
