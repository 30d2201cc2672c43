"""Declarations that nothing refers to."""

from collections.abc import Iterable

from jmap.model.declared import Declared
from jmap.rules.finding import Finding
from jmap.rules.knowledge.parts import mentionable, mentioned
from jmap.rules.rule import INFO, STRICT, Rule
from jmap.rules.scene import Scene
from jmap.syntax.fold import fold


class UnusedDeclaration(Rule[Declared]):
    """A persona, channel, team, metric or the like is declared and used nowhere.

    What is left over from a change lives on in lists and filters, and the next author uses it in
    good faith. A persona that no journey is for, or a metric that nothing measures, may also be the
    first sign of a part that was forgotten.

    It looks at the files that were asked for, and for uses in all that was loaded; where no journey
    was, it is silent. Journeys and scorecards stand for themselves.
    """

    severity = INFO
    tags = ("upkeep",)
    profiles = (STRICT,)
    good = """
persona nadia "Nadia Farrow"
team care "Customer care" { kind unit }
journey refund "Getting a refund" {
  for nadia
  stage ask "Ask" { owner care }
}
"""
    bad = """
persona nadia "Nadia Farrow"
team care "Customer care" { kind unit }
team night-shift "Night shift" { kind unit }
journey refund "Getting a refund" {
  for nadia
  stage ask "Ask" { owner care }
}
"""

    def check(self, item: Declared, scene: Scene) -> Iterable[Finding]:
        if item.scope != "workspace" or item.keyword not in mentionable() - {"journey"}:
            return
        workspace = scene.workspace
        if not workspace.journeys:
            return
        survey = scene.survey
        used = survey.once("mentioned", lambda: mentioned(workspace, survey.index))
        if (item.keyword, fold(item.id)) not in used:
            yield Finding(
                f"nothing uses the {item.keyword} `{item.id}`",
                "delete it, or name it where it belongs",
            )
