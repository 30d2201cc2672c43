"""Partners that nobody inside the organisation answers for."""

from collections.abc import Iterable, Iterator
from typing import Any

from jmap.model.journey import Journey
from jmap.model.lines import Owner
from jmap.model.team import Team
from jmap.model.workspace import Workspace
from jmap.rules.expected import ALWAYS, BEGUN
from jmap.rules.finding import Also, Finding
from jmap.rules.knowledge.parts import parts
from jmap.rules.knowledge.present import everywhere
from jmap.rules.rule import CONTACT_CENTRE, DEFAULT, GOVERNMENT, STRICT, Rule
from jmap.rules.scene import Scene
from jmap.rules.setting import Setting
from jmap.syntax.fold import fold


class PartnerWithoutAccountable(Rule[Team]):
    """A partner outside the organisation owns something, and nobody inside answers for it.

    Customers hold the house to account, whoever it has hired. An outsourced desk keeps its
    contract, not your promise: somebody inside has to look at what it delivers, and be the one to
    whom its failures come.

    It speaks of teams of `kind partner` that own something anywhere in the workspace: always where
    `accountable` names another partner. Where it is missing, `kind partner` may be no more than a
    tidy note, so that the default asks for it once it is said of another partner that owns
    something in the same journey; the other profiles always do. Names in quotes say nothing of
    their kind.
    """

    tags = ("ownership",)
    profiles = (DEFAULT,)
    demand = Setting(
        BEGUN,
        "When to ask who answers for a partner: once it is said of another one at work in the same "
        "journey, or always.",
        choices=(BEGUN, ALWAYS),
        profiles={STRICT: ALWAYS, CONTACT_CENTRE: ALWAYS, GOVERNMENT: ALWAYS},
    )
    good = """
team chat-house "Chat House Ltd" {
  kind partner
  accountable contracts
}
team contracts "Contract manager" { kind person }
journey quote "Asking for a quote" {
  stage ask "Ask" {
    touchpoint chat on "Live chat" "Asks in the chat" {
      owner chat-house backup contracts
    }
  }
}
"""
    bad = """
team chat-house "Chat House Ltd" { kind partner }
team couriers "City Couriers" {
  kind partner
  accountable contracts
}
team contracts "Contract manager" { kind person }
journey quote "Asking for a quote" {
  stage ask "Ask" {
    touchpoint chat on "Live chat" "Asks in the chat" {
      owner chat-house backup contracts
    }
    touchpoint papers on "Post" "Gets the quote" {
      owner couriers backup contracts
    }
  }
}
"""

    def check(self, item: Team, scene: Scene) -> Iterable[Finding]:
        inside = scene.team(item.accountable)
        is_inside = item.accountable is not None and (inside is None or inside.kind != "partner")
        if item.kind != "partner" or is_inside:
            return
        owned = scene.survey.once("owned", lambda: _owned(scene)).get(fold(item.id))
        if owned is None:
            return
        if inside is None and self.demand == BEGUN and not _is_asked(item, scene):
            return
        answers = f"only the partner `{inside.id}`" if inside else "nobody inside"
        yield Finding(
            f"the partner `{item.id}` owns {_what(owned)}, and {answers} answers for it",
            "name who inside the organisation answers for its work: accountable …",
            field="accountable" if inside else "kind",
            also=(Also(owned, "owned by the partner", "owner"),),
        )


def _is_asked(item: Team, scene: Scene) -> bool:
    """Whether a journey in which a partner owns something has another one that is answered for."""
    asked = scene.survey.once("partners to ask for", lambda: _asked(scene.workspace, scene))
    return fold(item.id) in asked


def _asked(workspace: Workspace, scene: Scene) -> frozenset[str]:
    found: set[str] = set()
    for journey in workspace.journeys:
        teams = [scene.team(owner.team) for owner in _owners(journey) if owner is not None]
        partners = [team for team in teams if team is not None and team.kind == "partner"]
        if any(partner.accountable is not None for partner in partners):
            found.update(fold(partner.id) for partner in partners)
    return frozenset(found)


def _owners(journey: Journey) -> Iterator[Owner | None]:
    yield journey.owner
    for place in everywhere(journey):
        for part in (place, *place.pains, *place.opportunities, *place.risks):
            yield part.owner


def _owned(scene: Scene) -> dict[str, Any]:
    """The first part that each declared team owns, by its folded id."""
    found: dict[str, Any] = {}
    for part in parts(scene.workspace):
        owner = getattr(part, "owner", None)
        if owner is None or getattr(part, "status", None) == "retired":
            continue
        if isinstance(owner.team, str):
            found.setdefault(fold(owner.team), part)
    return found


def _what(part: Any) -> str:
    if part.id:
        return f"the {part.keyword} `{part.id}`"
    return f"an {part.keyword}" if part.keyword[0] in "aeiou" else f"a {part.keyword}"
